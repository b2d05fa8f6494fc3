using Constructs;
using NetworkPatterns.Constructs.Dns;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Reference.Dns;

/// <summary>Two active Regions: each client gets the one that it reaches fastest, and the other while that one is down.</summary>
public static class LatencyApplication
{
    /// <summary>Adds the application's stacks.</summary>
    public static MultiRegionApplication AddTo(Construct scope, string id, AddressBook book) => new(scope, id, new MultiRegionApplicationProps
    {
        DomainName = "app.latency.example",
        ZoneName = "latency.example",
        Regions = [new("eu", "eu-west-1"), new("us", "us-east-1")],
        Routing = RegionalRouting.Latency,
        Entry = stack => RegionalWeb.In(stack, stack.ApplicationRegion.Name == "eu" ? "10.8.0.0/16" : "10.9.0.0/16", book),
    });
}
