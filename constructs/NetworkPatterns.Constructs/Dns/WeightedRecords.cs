using Constructs;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Core.Dns;

namespace NetworkPatterns.Constructs.Dns;

/// <summary>Records that share the clients by weight: canaries, blue and green. Weight 0 waits until all others are unhealthy.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-weighted.html</remarks>
public sealed class WeightedRecords : RoutedRecords
{
    /// <summary>Plans the records and makes their resources.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public WeightedRecords(Construct scope, string id, RecordGroupProps props)
        : base(scope, id, props, RoutingPolicy.Weighted)
    {
    }
}
