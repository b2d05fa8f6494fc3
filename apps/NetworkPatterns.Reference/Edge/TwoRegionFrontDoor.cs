using Constructs;
using NetworkPatterns.Constructs.Dns;
using NetworkPatterns.Constructs.Edge;
using NetworkPatterns.Constructs.Edge.Api;
using NetworkPatterns.Constructs.Edge.Distributions;
using NetworkPatterns.Constructs.Edge.Operations;

namespace NetworkPatterns.Reference.Edge;

/// <summary>An API in Ireland and in Virginia behind one distribution: CloudFront is sent to the nearer one, and to the other while that one fails.</summary>
public static class TwoRegionFrontDoor
{
    /// <summary>Adds its stacks.</summary>
    public static MultiRegionApiFrontDoor AddTo(Construct scope, string id)
    {
        var door = new MultiRegionApiFrontDoor(scope, id, new MultiRegionApiFrontDoorProps
        {
            DomainName = "api.regions.example",
            ZoneName = "regions.example",
            HostedZoneId = "Z0123456789EXAMPLE",
            Regions = [new("eu", "eu-west-1"), new("us", "us-east-1")],
            Countries = EdgeCountries.Only("NL", "BE", "US"),
            // Callers sign with SigV4a, for both Regions at once.
            KeepsName = true,
            Api = stack => new()
            {
                Routes = [new("ANY", "/orders/{proxy+}", new HttpBackend($"https://{stack.ApplicationRegion.Name}.orders.example"))],
                DefaultAuthorizer = ApiAuthorizer.Iam,
            },
        });
        foreach (var (region, api) in door.Apis)
        {
            var stack = door.Origin.RegionalStacks[region];
            _ = new FrontDoorAlarms(stack, "Alarms", new FrontDoorAlarmsProps
            {
                Topic = DoorAlarms.TopicIn(stack),
                Sources = [AlarmSource.RestApi("api", api.ApiName, api.StageName)],
            });
        }

        DoorAlarms.AddTo(door.EdgeStack, door.Distribution, door.WebAcl);
        return door;
    }
}
