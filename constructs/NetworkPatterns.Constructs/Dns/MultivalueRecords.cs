using Constructs;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Core.Dns;

namespace NetworkPatterns.Constructs.Dns;

/// <summary>Up to eight healthy values at random: health-checked DNS round robin.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-multivalue.html</remarks>
public sealed class MultivalueRecords : RoutedRecords
{
    /// <summary>Plans the records and makes their resources.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public MultivalueRecords(Construct scope, string id, RecordGroupProps props)
        : base(scope, id, props, RoutingPolicy.MultivalueAnswer)
    {
    }
}
