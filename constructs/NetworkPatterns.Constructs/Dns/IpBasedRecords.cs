using Constructs;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Core.Dns;

namespace NetworkPatterns.Constructs.Dns;

/// <summary>Records by the client's address range, the longest prefix first, with a default for all others. Not in private zones.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-ipbased.html</remarks>
public sealed class IpBasedRecords : RoutedRecords
{
    /// <summary>Plans the records and makes their resources.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public IpBasedRecords(Construct scope, string id, RecordGroupProps props)
        : base(scope, id, props, RoutingPolicy.IpBased)
    {
    }
}
