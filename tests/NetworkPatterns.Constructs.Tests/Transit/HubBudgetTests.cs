using NetworkPatterns.Constructs.Transit;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Constructs.Tests.Transit;

/// <summary>N81: a hub and fifty spokes of three tiers over three Regions stay under CloudFormation's 500 resources in each stack, by construction.</summary>
public sealed class HubBudgetTests
{
    private const int Limit = 450;
    private static readonly string[] Segments = ["production", "staging", "development"];
    private static readonly ZoneInput[] Zones = ["eu-west-1a", "eu-west-1b", "eu-west-1c"];

    [Fact]
    public void FiftySpokesOverThreeRegions_EveryStack_IsWithinTheBudget()
    {
        for (var region = 0; region < 3; region++)
        {
            var plan = Hub(region).Plan();
            var register = new SpokeRegister(isOfThisApp: true);
            var hub = TransitGatewayHubBlueprint.From(plan).Resources.Length
                + plan.Vpcs.Sum(vpc => ThreeTierVpcBlueprint.From(vpc.Plan).Resources.Length);
            hub.ShouldBeLessThan(Limit);
            for (var place = region; place < 50; place += 3)
            {
                var spoke = Hubs.Spoke(plan.Policy, Segments[place % 3], Spoke($"10.{(region * 64) + (place / 3)}.0.0/16"), $"Spoke{place}", register);
                register.Add(spoke.Entry);
                var own = TransitGatewaySpokeBlueprint.From(spoke).Resources.Length + ThreeTierVpcBlueprint.From(spoke.Network).Resources.Length;
                own.ShouldBeLessThan(Limit / 2);
            }

            // However many spokes there are, the hub's own stack is the same.
            TransitGatewayHubBlueprint.From(Hub(region).Plan()).Resources.Length.ShouldBe(TransitGatewayHubBlueprint.From(plan).Resources.Length);
        }
    }

    private static TransitGatewayHubProps Hub(int region) => new()
    {
        AmazonSideAsn = 64512 + region,
        Segments = [.. Segments.Select(name => new Segment(name)), "egress"],
        AllowedPairs = [.. Segments.Select(name => new SegmentPair(name, name)), .. Segments.Select(name => new SegmentPair(name, "egress"))],
        Egress = new() { Segment = "egress", CidrBlock = "100.64.0.0/24", Zones = Zones },
        Inspection = new() { CidrBlock = "100.64.1.0/24", Zones = Zones, FirewallPolicyArn = "policy" },
        Peers = [.. Enumerable.Range(0, 3).Where(other => other != region).Select(other => new HubPeer($"r{other}", $"us-west-{other + 1}", 64512 + other, []))],
        ExportName = "/hub",
    };

    private static ThreeTierVpcProps Spoke(string block) => new()
    {
        CidrBlock = block,
        Zones = Zones,
        NatGateways = NatStrategy.None,
        Tiers =
        [
            new() { Name = "web", Slot = 0, Intent = TierIntent.Internet, Ingress = [TrafficRule.Tcp(443, TrafficPeer.AnyIPv4)] },
            .. Hubs.Tiers(),
        ],
    };
}
