using Constructs;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Core.Dns;

namespace NetworkPatterns.Constructs.Dns;

/// <summary>Records of several Regions: each client gets the healthy one that it reaches fastest.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-latency.html</remarks>
public sealed class LatencyRecords : RoutedRecords
{
    /// <summary>Plans the records and makes their resources.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public LatencyRecords(Construct scope, string id, RecordGroupProps props)
        : base(scope, id, props, RoutingPolicy.Latency)
    {
    }
}
