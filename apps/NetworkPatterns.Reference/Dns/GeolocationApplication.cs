using Constructs;
using NetworkPatterns.Constructs.Dns;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Dns;

namespace NetworkPatterns.Reference.Dns;

/// <summary>Clients in Europe are answered from Europe only, from two Regions; all others from the United States.</summary>
public static class GeolocationApplication
{
    /// <summary>Adds the application's stacks.</summary>
    public static MultiRegionApplication AddTo(Construct scope, string id, AddressBook book) => new(scope, id, new MultiRegionApplicationProps
    {
        DomainName = "app.geolocation.example",
        ZoneName = "geolocation.example",
        Regions = [new("ie", "eu-west-1"), new("de", "eu-central-1"), new("us", "us-east-1")],
        Routing = RegionalRouting.Geolocation(
            elsewhere: ["us"],
            GeographicShare.Of("europe", GeoLocation.Continent("EU"), "ie", "de") with { IsExclusive = true }),
        Entry = stack => RegionalWeb.In(
            stack,
            stack.ApplicationRegion.Name switch
            {
                "ie" => "10.10.0.0/16",
                "de" => "10.11.0.0/16",
                _ => "10.12.0.0/16",
            },
            book),
    });
}
