using Amazon.CDK;
using Constructs;
using NetworkPatterns.Constructs.Transit;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Reference.Transit;

/// <summary>Hubs in the United States, Europe and Asia, each with development, staging and production, peered with each other.</summary>
internal static class ThreeRegionHub
{
    private static readonly string[] Environments = ["development", "staging", "production"];

    // What a deployment makes comes here: first the gateways' IDs, then those of the accepted peerings.
    private static readonly HubRegion[] Regions =
    [
        new("us", "us-east-1", 64512, 0),
        new("eu", "eu-west-1", 64513, 64),
        new("asia", "ap-southeast-1", 64514, 128),
    ];

    public static void AddTo(Construct scope, string id)
    {
        var book = new AddressBook();
        foreach (var region in Regions)
        {
            var stage = new Stage(scope, $"{id}-{region.Name}", new StageProps { Env = new Amazon.CDK.Environment { Region = region.Region } });
            var hub = new TransitGatewayHub(new Stack(stage, "Hub"), "Hub", new TransitGatewayHubProps
            {
                AmazonSideAsn = region.Asn,
                Segments = region.Segments(),
                AllowedPairs = [.. Environments.Select(name => new SegmentPair(name, name))],
                Peers =
                [
                    .. Regions.Where(other => other != region)
                        .Select(other => new HubPeer(other.Name, other.Region, other.Asn, other.Segments()) { TransitGatewayId = other.TransitGatewayId }),
                ],
                ExportName = "/reference/three-region-hub",
            });
            foreach (var (place, name) in Environments.Index())
            {
                _ = new SpokeStack(stage, name, hub, name, $"10.{region.FirstOctet + (place * 16)}.0.0/16", [$"{region.Region}a", $"{region.Region}b"], book);
            }
        }
    }

    private sealed record HubRegion(string Name, string Region, long Asn, int FirstOctet, string? TransitGatewayId = null)
    {
        public Segment[] Segments() =>
            [.. Environments.Select((name, place) => new Segment(name) { AddressRanges = [$"10.{FirstOctet + (place * 16)}.0.0/12"] })];
    }
}
