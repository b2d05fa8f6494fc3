using Amazon.CDK;
using Constructs;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Reference.Connectivity;
using NetworkPatterns.Reference.Dns;
using NetworkPatterns.Reference.Edge;
using NetworkPatterns.Reference.Transit;
using NetworkPatterns.Reference.Vpc;

namespace NetworkPatterns.Reference;

/// <summary>Every pattern of the library in stacks that can be deployed as they are, but for IDs that an earlier phase would tell.</summary>
/// <remarks>
/// Each pattern is a stage with an address book of its own: these networks never meet, so their ranges may be the same.
/// </remarks>
public static class ReferenceApp
{
    private static readonly Amazon.CDK.Environment Ireland = new() { Region = "eu-west-1" };

    /// <summary>Adds every stage to an app.</summary>
    public static void AddTo(Construct scope)
    {
        Add(scope, "ThreeTierMinimal", (stage, book) => _ = new MinimalThreeTierStack(stage, "Network", book));
        Add(scope, "ThreeTierByZoneId", (stage, book) => _ = new SharedServicesStack(stage, "Network", book));
        Add(scope, "ThreeTierFull", (stage, book) => _ = new FullThreeTierStack(stage, "Network", book));
        Add(scope, "ThreeTierShared", (stage, book) => _ = new SharedSubnetsStack(stage, "Network", book));
        Add(scope, "ThreeTierDevelopment", (stage, book) =>
        {
            _ = new DevelopmentStack(stage, "Network", book);
            _ = new ImportingStack(stage, "Workload");
        });
        Add(scope, "SegmentedHub", SegmentedHub.AddTo);
        ThreeRegionHub.AddTo(scope, "ThreeRegionHub");
        Add(scope, "Latency", (stage, book) => LatencyApplication.AddTo(stage, "Application", book));
        Add(scope, "Geolocation", (stage, book) => GeolocationApplication.AddTo(stage, "Application", book));
        Add(scope, "HybridDns", (stage, book) => _ = new HybridDnsStack(stage, "Names", book));
        Add(scope, "Peering", (stage, book) => _ = new PeeringStack(stage, "Shop", book));
        Add(scope, "PrivateLink", (stage, book) => _ = new PrivateLinkStack(stage, "Payments", book));
        Add(scope, "HybridHub", (stage, book) => _ = new HybridHubStack(stage, "Hub", book));
        Add(scope, "HybridHubJoined", HybridHubStack.AddJoined);
        Add(scope, "Accelerated", (stage, book) => _ = new AcceleratedStack(stage, "Front", book));
        Add(scope, "FoodDelivery", (stage, book) => _ = new FoodDeliveryStack(stage, "Services", book));
        Add(scope, "CentralEndpoints", (stage, book) => _ = new CentralEndpointsStack(stage, "Services", book));
        Add(scope, "Services", (stage, book) => ServicesFrontDoor.AddTo(stage, "Door", book));
        Add(scope, "LambdaDoor", (stage, _) => LambdaFrontDoor.AddTo(stage, "Shop"));
        Add(scope, "Containers", (stage, book) => ContainerFrontDoor.AddInternalTo(stage, "Shop", book));
        Add(scope, "LockedContainers", (stage, book) => ContainerFrontDoor.AddLockedTo(stage, "Bank", book));
        Add(scope, "TwoRegions", (stage, _) => TwoRegionFrontDoor.AddTo(stage, "Door"));
        Add(scope, "BalancedApi", (stage, book) => _ = new BalancedApiStack(stage, "Apis", book));
        Add(scope, "HttpDoor", (stage, _) => HttpFrontDoor.AddTo(stage, "Catalog"));
        Add(scope, "WebSocketDoor", (stage, _) => WebSocketFrontDoor.AddTo(stage, "Scores"));
        Add(scope, "HttpApi", (stage, book) => _ = new HttpApiStack(stage, "Api"));
        Add(scope, "Downloads", (stage, _) => new DownloadsStack(stage, "Files"));
        Add(scope, "PrivateApi", (stage, book) => _ = new PrivateApiStack(stage, "Stock", book));
        Add(scope, "Site", (stage, book) => _ = new StaticSiteStack(stage, "Files"));
    }

    private static void Add(Construct scope, string id, Action<Stage, AddressBook> build) =>
        build(new Stage(scope, id, new StageProps { Env = Ireland }), new AddressBook());
}
