using Constructs;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Core.Dns;

namespace NetworkPatterns.Constructs.Dns;

/// <summary>Records by the client's US state, country or continent, the smallest place first, with a default for all others.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-geo.html</remarks>
public sealed class GeolocationRecords : RoutedRecords
{
    /// <summary>Plans the records and makes their resources.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public GeolocationRecords(Construct scope, string id, RecordGroupProps props)
        : base(scope, id, props, RoutingPolicy.Geolocation)
    {
    }
}
