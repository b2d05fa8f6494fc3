using System.Text.Json.Nodes;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Transit;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Tests.Transit;

/// <summary>Hubs and spokes for tests, planned without CDK.</summary>
internal static class Hubs
{
    public static PatternContext ContextOf(string path, string propsType) =>
        new(path, propsType, "eu-west-1", text => text.Contains("${Token[", StringComparison.Ordinal));

    public static TransitGatewayHubProps Small() => new()
    {
        Segments = ["production", "development", "shared"],
        AllowedPairs = [("production", "shared"), ("development", "shared")],
    };

    public static readonly IReadOnlyList<ZoneInput> TwoZones = ["eu-west-1a", "eu-west-1b"];

    /// <summary>A hub with central egress for its workloads, and inspection by option.</summary>
    public static TransitGatewayHubProps Central(CentralInspection? inspection = null, NatStrategy? nat = null) => new()
    {
        Segments = ["production", "development", "egress"],
        AllowedPairs = [("production", "production"), ("production", "egress")],
        Egress = new() { Segment = "egress", CidrBlock = "100.64.0.0/24", Zones = TwoZones, NatGateways = nat ?? NatStrategy.PerZone },
        Inspection = inspection,
        FlowLogs = FlowLogs.None,
    };

    public static TransitGatewayHubPlan Plan(this TransitGatewayHubProps props, string path = "Hub/Hub") =>
        TransitGatewayHubPlan.From(props, ContextOf(path, nameof(TransitGatewayHubProps)));

    public static JsonObject Plain(this TransitGatewayHubProps props) => Render(TransitGatewayHubBlueprint.From(props.Plan()));

    public static JsonObject Plain(this TransitGatewaySpokePlan plan) => Render(TransitGatewaySpokeBlueprint.From(plan));

    /// <summary>A VPC for a spoke: an app tier that the hub knows, and a tier for the attachment.</summary>
    public static ThreeTierVpcProps Vpc(string cidrBlock, IReadOnlyList<ZoneInput>? zones = null, AddressBook? book = null) => new()
    {
        CidrBlock = cidrBlock,
        Zones = zones ?? TwoZones,
        NatGateways = NatStrategy.None,
        GatewayEndpoints = [],
        FlowLogs = FlowLogs.None,
        Tiers = Tiers(),
        AddressBook = book,
    };

    /// <summary>A VPC for a spoke with IPv6, which stays inside the estate: its app tier has no way to the internet of its own.</summary>
    public static ThreeTierVpcProps DualStackVpc(string cidrBlock, TierIntent intent = TierIntent.Isolated) => new()
    {
        CidrBlock = cidrBlock,
        Zones = TwoZones,
        IpStack = IpStack.DualStack,
        NatGateways = NatStrategy.None,
        GatewayEndpoints = [],
        FlowLogs = FlowLogs.None,
        Tiers =
        [
            new()
            {
                Name = "app",
                Slot = 1,
                Intent = intent,
                Ingress = [TrafficRule.Tcp(443, TrafficPeer.Cidr("10.0.0.0/8")), TrafficRule.Tcp(443, TrafficPeer.Cidr("2001:db8::/32"))],
                Egress = [TrafficRule.Tcp(443, TrafficPeer.Cidr("10.0.0.0/8")), TrafficRule.Tcp(443, TrafficPeer.Cidr("2001:db8::/32"))],
            },
            new() { Name = "transit", Slot = 3, Intent = TierIntent.Transit, Size = SubnetSize.Prefix(28) },
        ],
    };

    /// <summary>A VPC for a spoke whose app tier has as many entries in its network ACL as AWS lets it have: its own, and the answers to what it opens.</summary>
    public static ThreeTierVpcProps CrowdedVpc(string cidrBlock) => new()
    {
        CidrBlock = cidrBlock,
        Zones = TwoZones,
        NatGateways = NatStrategy.None,
        GatewayEndpoints = [],
        FlowLogs = FlowLogs.None,
        Tiers =
        [
            new()
            {
                Name = "app",
                Slot = 1,
                Intent = TierIntent.Egress,
                Ingress = [.. Enumerable.Range(8000, 19).Select(port => TrafficRule.Tcp(port, TrafficPeer.Cidr("10.0.0.0/8")))],
                Egress = [TrafficRule.Tcp(443, TrafficPeer.Cidr("10.0.0.0/8"))],
            },
            new() { Name = "transit", Slot = 3, Intent = TierIntent.Transit, Size = SubnetSize.Prefix(28) },
        ],
    };

    public static IReadOnlyList<TierProps> Tiers() =>
    [
        new()
        {
            Name = "app",
            Slot = 1,
            Intent = TierIntent.Egress,
            Ingress = [TrafficRule.Tcp(443, TrafficPeer.Cidr("10.0.0.0/8"))],
            Egress = [TrafficRule.Tcp(443, TrafficPeer.AnyIPv4)],
        },
        new() { Name = "data", Slot = 2, Intent = TierIntent.Isolated, Ingress = [TrafficRule.Tcp(3306, TrafficPeer.Tier("app"))] },
        new() { Name = "transit", Slot = 3, Intent = TierIntent.Transit, Size = SubnetSize.Prefix(28) },
    ];

    public static TransitGatewaySpokePlan Spoke(
        SegmentPolicy policy, string segment, ThreeTierVpcProps vpc, string name = "Spoke", SpokeRegister? register = null, IReadOnlyList<string>? routedTiers = null) =>
        TransitGatewaySpokePlan.From(
            new(segment, RoutedTiers: routedTiers),
            policy,
            hasRouteTables: true,
            ThreeTierVpcPlan.From(vpc, ContextOf($"{name}/Network", nameof(ThreeTierVpcProps))),
            register ?? new SpokeRegister(isOfThisApp: true),
            ContextOf($"{name}/Attachment", nameof(TransitGatewaySpokeProps)));

    public static JsonObject Render(Blueprint blueprint) => JsonNode.Parse(BlueprintRenderer.Render(blueprint).Span)!.AsObject();
}
