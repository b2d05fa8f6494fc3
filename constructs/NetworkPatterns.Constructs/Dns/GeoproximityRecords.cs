using Constructs;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Core.Dns;

namespace NetworkPatterns.Constructs.Dns;

/// <summary>Records by distance: each client gets the nearest healthy one, after the biases.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-geoproximity.html</remarks>
public sealed class GeoproximityRecords : RoutedRecords
{
    /// <summary>Plans the records and makes their resources.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public GeoproximityRecords(Construct scope, string id, RecordGroupProps props)
        : base(scope, id, props, RoutingPolicy.Geoproximity)
    {
    }
}
