using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Constructs.Transit;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.TemplateRules.Reading;
using NetworkPatterns.TemplateRules.Snapshots;

namespace NetworkPatterns.Constructs.Tests.Transit;

/// <summary>Logical IDs are a contract: a spoke, zone, segment or Region more changes nothing that is there.</summary>
public sealed class HubGrowthTests
{
    private static readonly CentralInspection Firewall = new() { CidrBlock = "100.64.1.0/24", Zones = Hubs.TwoZones, FirewallPolicyArn = "policy" };

    public static TheoryData<string> HubSteps => ["a segment", "a segment before the others", "a pair", "egress", "inspection", "a Region", "a peering accepted", "sharing", "ranges of the gateway", "alarms", "an export"];

    [Theory]
    [MemberData(nameof(HubSteps))]
    public void Grow_Hub_ChangesNothingThatIsThere(string step)
    {
        var (before, after) = step switch
        {
            "a segment" => (Hub(["b"]), Hub(["b", "c"])),
            "a segment before the others" => (Hub(["b"]), Hub(["a", "b"])),
            "a pair" => (Hub(["a", "b"]), Hub(["a", "b"], pairs: [("a", "b")])),
            "egress" => (Hub(["production", "development", "egress"], pairs: [("production", "production"), ("production", "egress")]), Hubs.Central()),
            "inspection" => (Hubs.Central(), Hubs.Central(Firewall)),
            "a Region" => (Hub(["a"]), Hub(["a"], peers: [Peer(accepted: false)])),
            "a peering accepted" => (Hub(["a"], peers: [Peer(accepted: false)]), Hub(["a"], peers: [Peer(accepted: true)])),
            "sharing" => (Hub(["a"]), new() { Segments = ["a"], FlowLogs = Vpc(), ShareWith = ["222222222222"] }),
            "ranges of the gateway" => (Hub(["a"]), new() { Segments = ["a"], FlowLogs = Vpc(), TransitGatewayCidrBlocks = ["10.255.0.0/24"], AlarmTopicArns = [] }),
            "alarms" => (Hub(["a"]), new() { Segments = ["a"], FlowLogs = Vpc(), AlarmTopicArns = [] }),
            "an export" => (Hub(["a"]), new() { Segments = ["a"], FlowLogs = Vpc(), ExportName = "/hub" }),
            _ => throw new ArgumentOutOfRangeException(nameof(step), step, "no such step"),
        };
        var (old, grown) = (Read(before.Plain()), Read(after.Plain()));
        grown.Resources.Length.ShouldBeGreaterThan(step == "a pair" ? 0 : old.Resources.Length);
        if (step == "inspection")
        {
            // What was routed straight to the egress is routed to the firewall first: the same routes with another target.
            TemplateChecks.Replacement.Check(old, grown).Select(violation => violation.Text).Distinct(StringComparer.Ordinal)
                .ShouldBe(["a change of TransitGatewayAttachmentId replaces it"]);
            return;
        }

        TemplateChecks.Replacement.ThrowIfFailed(old, grown);
        Changed(old, grown).ShouldBe(step is "sharing" or "ranges of the gateway" ? ["TransitGateway"] : []);
    }

    public static TheoryData<string> SpokeSteps => ["a zone", "a segment of the hub", "a pair of its segment", "an earlier spoke", "a Region"];

    [Theory]
    [MemberData(nameof(SpokeSteps))]
    public void Grow_Spoke_ChangesNothingButItsOwnSubnets(string step)
    {
        var small = Hub(["a", "b"], pairs: [("a", "a")]);
        var before = Hubs.Spoke(small.Plan().Policy, "a", Hubs.Vpc("10.1.0.0/16"));
        var after = step switch
        {
            "a zone" => Hubs.Spoke(small.Plan().Policy, "a", Hubs.Vpc("10.1.0.0/16", ["eu-west-1a", "eu-west-1b", "eu-west-1c"])),
            "a segment of the hub" => Hubs.Spoke(Hub(["a", "b", "c"], pairs: [("a", "a")]).Plan().Policy, "a", Hubs.Vpc("10.1.0.0/16")),
            "a pair of its segment" => Hubs.Spoke(Hub(["a", "b"], pairs: [("a", "a"), ("a", "b")]).Plan().Policy, "a", Hubs.Vpc("10.1.0.0/16")),
            "an earlier spoke" => Hubs.Spoke(small.Plan().Policy, "a", Hubs.Vpc("10.1.0.0/16"), register: WithSpoke(small)),
            "a Region" => Hubs.Spoke(Hub(["a", "b"], pairs: [("a", "a")], peers: [Peer(accepted: false)]).Plan().Policy, "a", Hubs.Vpc("10.1.0.0/16")),
            _ => throw new ArgumentOutOfRangeException(nameof(step), step, "no such step"),
        };
        var (old, grown) = (Read(before.Plain()), Read(after.Plain()));
        TemplateChecks.Replacement.ThrowIfFailed(old, grown);
        Changed(old, grown).ShouldBe(step == "a zone" ? ["Attachment"] : []);
    }

    [Fact]
    public void Move_ToAnotherSegment_KeepsTheAttachmentAndTheIdOfItsAssociation()
    {
        var policy = Hub(["a", "b", "c"], pairs: [("a", "c"), ("b", "c")]).Plan().Policy;
        var (before, after) = (Read(Hubs.Spoke(policy, "a", Hubs.Vpc("10.1.0.0/16")).Plain()), Read(Hubs.Spoke(policy, "b", Hubs.Vpc("10.1.0.0/16")).Plain()));
        after.Resources.Select(resource => resource.LogicalId).ShouldBe(before.Resources.Select(resource => resource.LogicalId), ignoreOrder: true);
        TemplateChecks.Replacement.Check(before, after).Select(violation => violation.LogicalId).ShouldBe(["Association"]);
    }

    [Fact]
    public void Plan_AnyOrder_GivesTheSameTemplate()
    {
        var one = Hub(["a", "b", "c"], pairs: [("a", "b"), ("b", "c")]);
        var other = Hub(["c", "a", "b"], pairs: [("c", "b"), ("b", "a")]);
        other.Plain().ToJsonString().ShouldBe(one.Plain().ToJsonString());
    }

    [Fact]
    public void LogicalIds_AreAPublicContract()
    {
        var hub = Read(Hubs.Central(Firewall).Plain());
        var spoke = Read(Hubs.Spoke(Hubs.Central(Firewall).Plan().Policy, "production", Hubs.Vpc("10.1.0.0/16")).Plain());
        Snapshot.Matches(
            string.Join('\n', hub.Resources.Concat(spoke.Resources).Select(resource => $"{resource.LogicalId} {resource.Type} {resource["DestinationCidrBlock"].Text}".TrimEnd())),
            "TransitGatewayHub.Ids",
            "txt");
    }

    private static SpokeRegister WithSpoke(TransitGatewayHubProps hub)
    {
        var register = new SpokeRegister(isOfThisApp: true);
        register.Add(Hubs.Spoke(hub.Plan().Policy, "a", Hubs.Vpc("10.2.0.0/16"), "Earlier", register).Entry);
        return register;
    }

    private static HubPeer Peer(bool accepted) => new("us", "us-east-1", 64513, [new("a") { AddressRanges = ["10.64.0.0/14"] }])
    {
        TransitGatewayId = "tgw-1",
        AttachmentId = accepted ? "tgw-attach-1" : null,
    };

    private static Constructs.Vpc.FlowLogs Vpc() => Constructs.Vpc.FlowLogs.None;

    private static TransitGatewayHubProps Hub(IReadOnlyList<Segment> segments, IReadOnlyList<SegmentPair>? pairs = null, IReadOnlyList<HubPeer>? peers = null) => new()
    {
        Segments = segments,
        AllowedPairs = pairs ?? [],
        Peers = peers ?? [],
        FlowLogs = Vpc(),
    };

    // Properties of resources that both have.
    private static IEnumerable<string> Changed(Template before, Template after) =>
        from resource in before.Resources
        let now = after.Find(resource.LogicalId)
        where now is null || now.Properties.Json?.GetRawText() != resource.Properties.Json?.GetRawText()
        select resource.LogicalId;

    private static Template Read(System.Text.Json.Nodes.JsonObject template) => Template.Parse("Hub", template.ToJsonString());
}
