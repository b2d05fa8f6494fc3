using Constructs;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Core.Dns;

namespace NetworkPatterns.Constructs.Dns;

/// <summary>A primary that answers while it is healthy, and a secondary that answers otherwise.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-failover.html</remarks>
public sealed class FailoverRecords : RoutedRecords
{
    /// <summary>Plans the records and makes their resources.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public FailoverRecords(Construct scope, string id, RecordGroupProps props)
        : base(scope, id, props, RoutingPolicy.Failover)
    {
    }
}
