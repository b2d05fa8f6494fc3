using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Constructs.Tests.Vpc;

/// <summary>A mistake that a user can make, and what is said of it.</summary>
/// <param name="Name">What the mistake is.</param>
/// <param name="Props">The props with the mistake in them.</param>
/// <param name="Code">The diagnostic.</param>
/// <param name="Where">The place, behind <c>Dev/Network: ThreeTierVpcProps.</c>.</param>
/// <param name="What">Words of what is said.</param>
/// <param name="Fix">Words of the way out.</param>
public sealed record Mistake(string Name, ThreeTierVpcProps Props, string Code, string Where, string What, string Fix)
{
    public override string ToString() => Name;
}

/// <summary>Mistakes in the props of a three-tier VPC.</summary>
internal static partial class Mistakes
{
    private static readonly TrafficPeer Web = TrafficPeer.Tier("web");
    private static readonly TrafficPeer App = TrafficPeer.Tier("app");

    public static IReadOnlyList<Mistake> All => [.. Foundation, .. Options];

    private static IReadOnlyList<Mistake> Foundation { get; } =
    [
        // The block
        Block("not a CIDR", "ten dot zero", "NP1001", "'ten dot zero'", "10.0.0.0/16"),
        Block("no prefix", "10.0.0.0", "NP1001", "'10.0.0.0'", "10.0.0.0/16"),
        Block("host bits", "10.0.0.1/16", "NP1002", "10.0.0.1/16", "10.0.0.0/16"),
        Block("too large a block", "10.0.0.0/8", "NP1003", "/8", "/16"),
        Block("too small a block", "10.0.0.0/29", "NP1003", "/29", "/28"),
        Block("loopback", "127.0.0.0/16", "NP1004", "127.0.0.0/16", "10.0.0.0"),
        Block("too small for the tiers", "10.0.0.0/26", "NP1019", "10.0.0.0/26", "larger block"),
        Block("token as a block", "${Token[TOKEN.1]}", "NP1201", "token", "literal"),

        // Zones
        Zones("no zone", [], "NP1018", "zone", "zone"),
        Zones("not a zone", ["Dublin"], "NP1010", "'Dublin'", "eu-west-1a"),
        Zones("zone of another Region", ["eu-central-1a"], "NP1011", "eu-central-1a", "eu-west-1"),
        Zones("AZ ID of another Region", ["use1-az1"], "NP1011", "use1-az1", "eu-west-1"),
        Zones("zone twice", ["eu-west-1a", "eu-west-1a"], "NP1012", "eu-west-1a", "once"),
        Zones("names and IDs mixed", ["eu-west-1a", "euw1-az2"], "NP1013", "euw1-az2", "all"),
        Zones("two zones in one slot", [new("eu-west-1a"), new("eu-west-1b", Slot: 0)], "NP1015", "slot 0", "1"),
        Zones("zone past the declared maximum", ["eu-west-1a", "eu-west-1f"], "NP1016", "5", "1 to 3"),
        Zones("Local Zone without a slot", ["eu-west-1a", "eu-west-1-ath-1a"], "NP1014", "eu-west-1-ath-1a", "1 to 3"),
        Zones("token as a zone", ["eu-west-1a", "${Token[TOKEN.2]}"], "NP1201", "token", "literal"),
        new("too many zones declared", new() { CidrBlock = "10.0.0.0/16", Zones = Sample.TwoZones, MaxZones = 17 }, "NP1017", "MaxZones", "17", "16"),

        // Ports of the default tiers
        new("web port out of range", new() { CidrBlock = "10.0.0.0/16", Zones = Sample.TwoZones, WebPorts = [443, 70000] }, "NP1202", "WebPorts", "70000", "65535"),
        new("app port out of range", new() { CidrBlock = "10.0.0.0/16", Zones = Sample.TwoZones, AppPort = -1 }, "NP1202", "AppPort", "-1", "65535"),
        new("web port twice", new() { CidrBlock = "10.0.0.0/16", Zones = Sample.TwoZones, WebPorts = [443, 443] }, "NP1205", "WebPorts", "443", "once"),

        // Tiers
        Tiers("no tier", [], "NP1018", "Tiers", "tier", "tier"),
        Tiers("one slot for two tiers", [Tier("web", 0, TierIntent.Internet), Tier("app", 0)], "NP1015", "Tiers[web].Slot", "slot 0", "1 to 7"),
        Tiers("tier past the declared maximum", [Tier("web", 0, TierIntent.Internet), Tier("app", 8)], "NP1016", "Tiers[app].Slot", "8", "7"),
        Tiers("bad tier name", [Tier("web", 0, TierIntent.Internet), Tier("app!", 1)], "NP1008", "Tiers[app!]", "app!", "letter"),
        Tiers("tier names that clash", [Tier("web", 0, TierIntent.Internet), Tier("app1", 1), Tier("app-1", 2)], "NP1217", "Tiers", "App1", "rename"),
        Tiers("subnets larger than their room", [Tier("web", 0, TierIntent.Internet), new() { Name = "app", Slot = 1, Intent = TierIntent.Egress, Size = SubnetSize.Prefix(15) }], "NP1020", "Tiers[app].Size", "15", "16"),
        Tiers("public addresses without a way in", [Tier("web", 0, TierIntent.Internet), new() { Name = "app", Slot = 1, Intent = TierIntent.Egress, MapPublicIpOnLaunch = true }], "NP1208", "Tiers[app].MapPublicIpOnLaunch", "Egress", "TierIntent.Internet"),
        new("tiers beside ports of the default tiers", new() { CidrBlock = "10.0.0.0/16", Zones = Sample.TwoZones, Tiers = Sample.Tiers(), DataPort = 5432 }, "NP1208", "DataPort", "Tiers", "DataPort"),

        // Rules
        Rules("rule names an unknown tier", [TrafficRule.Tcp(5432, TrafficPeer.Tier("backend"))], "NP1204", "'backend'", "app, data, web"),
        Rules("ports run backwards", [TrafficRule.Tcp(9000, 8000, App)], "NP1203", "9000-8000", "8000-9000"),
        Rules("port out of range", [TrafficRule.Tcp(65536, App)], "NP1202", "65536", "65535"),
        Rules("rule twice", [TrafficRule.Tcp(5432, App), TrafficRule.Tcp(5432, App)], "NP1205", "2 times", "once"),
        Rules("range with host bits", [TrafficRule.Tcp(5432, TrafficPeer.Cidr("192.168.1.1/24"))], "NP1002", "192.168.1.1/24", "192.168.1.0/24"),
        Rules("range that is none", [TrafficRule.Tcp(5432, TrafficPeer.Cidr("office"))], "NP1001", "'office'", "203.0.113.0/24"),
        Rules("internet into an isolated tier", [TrafficRule.Tcp(5432, TrafficPeer.AnyIPv4)], "NP1207", "Isolated", "TierIntent.Internet"),
        Rules("more ACL entries than the quota", [.. Enumerable.Range(0, 21).Select(n => TrafficRule.Tcp(9000 + (2 * n), App))], "NP1212", "21 inbound entries", "tcp 9000, 9002", "Tiers[data]"),
        Rules("ACL entries of many peers", [.. Enumerable.Range(0, 47).Select(n => TrafficRule.Tcp(5432, TrafficPeer.Cidr($"192.168.{n}.0/24")))], "NP1212", "47 inbound entries", "larger blocks", "Tiers[data]"),
        new(
            "more group rules than the quota",
            new()
            {
                CidrBlock = "10.0.0.0/16",
                Zones = Sample.TwoZones,
                Tiers = Sample.Tiers(
                    app: [.. Enumerable.Range(0, 40).Select(n => TrafficRule.Tcp(9000 + (2 * n), Web))],
                    data: [.. Enumerable.Range(0, 21).Select(n => TrafficRule.Tcp(9000 + (2 * n), Web))]),
            },
            "NP1213", "Tiers[web]", "61 outbound rules", "merge"),
        Rules("more rules than a tier can number", [.. Enumerable.Range(0, 48).Select(n => TrafficRule.Tcp(9000 + (2 * n), App))], "NP1214", "48 rules", "merge", "Tiers[data]"),
        Tiers(
            "egress to a tier of the same VPC",
            [Tier("web", 0, TierIntent.Internet), new() { Name = "app", Slot = 1, Intent = TierIntent.Egress, Egress = [TrafficRule.Tcp(80, Web)] }],
            "NP1206", "Tiers[app].Egress", "'web'", "Ingress"),

        // NAT gateways, flow logs, endpoints, pins
        new("NAT gateway in an unknown zone", new() { CidrBlock = "10.0.0.0/16", Zones = Sample.TwoZones, NatGateways = NatStrategy.Single("eu-west-1c") }, "NP1209", "NatGateways", "eu-west-1c", "eu-west-1a, eu-west-1b"),
        Tiers("NAT gateways without a public tier", [Tier("app", 1)], "NP1210", "NatGateways", "public", "NatStrategy.None"),
        Tiers("two public tiers for the NAT gateways", [Tier("web", 0, TierIntent.Internet), Tier("edge", 1, TierIntent.Internet), Tier("app", 2)], "NP1218", "NatGateways", "2 public tiers", "edge, web"),
        new("NAT gateways in a tier that is not public", new() { CidrBlock = "10.0.0.0/16", Zones = Sample.TwoZones, NatGateways = NatStrategy.PerZone.InTier("app") }, "NP1218", "NatGateways", "'app'", "InTier: web"),
        new("NAT gateway that nobody uses", new() { CidrBlock = "10.0.0.0/16", Zones = Sample.TwoZones, Tiers = [Tier("web", 0, TierIntent.Internet)], NatGateways = NatStrategy.Single("eu-west-1a") }, "NP1208", "NatGateways", "Egress", "NatStrategy.None"),
        new("retention that is not offered", new() { CidrBlock = "10.0.0.0/16", Zones = Sample.TwoZones, FlowLogs = FlowLogs.ToCloudWatch(100) }, "NP1215", "FlowLogs", "100 days", "90, 120"),
        new("endpoint twice", new() { CidrBlock = "10.0.0.0/16", Zones = Sample.TwoZones, GatewayEndpoints = [GatewayEndpointService.S3, GatewayEndpointService.S3] }, "NP1216", "GatewayEndpoints", "S3", "once"),
        Pins("pin outside the VPC", new("data", "eu-west-1a", "10.1.0.0/24"), "NP1022", "10.1.0.0/24", "inside"),
        Pins("pin on another tier's addresses", new("data", "eu-west-1a", "10.0.0.0/24"), "NP1023", "10.0.0.0/24", "another slot"),
        Pins("pin of no subnet", new("cache", "eu-west-1a", "10.0.200.0/24"), "NP1024", "cache", "tiers and zones"),
    ];

    private static TierProps Tier(string name, int slot, TierIntent intent = TierIntent.Egress) => new() { Name = name, Slot = slot, Intent = intent };

    private static Mistake Block(string name, string block, string code, string what, string fix) =>
        new(name, new() { CidrBlock = block, Zones = Sample.TwoZones }, code, "CidrBlock", what, fix);

    private static Mistake Zones(string name, IReadOnlyList<ZoneInput> zones, string code, string what, string fix) =>
        new(name, new() { CidrBlock = "10.0.0.0/16", Zones = zones }, code, "Zones", what, fix);

    private static Mistake Tiers(string name, IReadOnlyList<TierProps> tiers, string code, string where, string what, string fix) =>
        new(name, new() { CidrBlock = "10.0.0.0/16", Zones = Sample.TwoZones, Tiers = tiers }, code, where, what, fix);

    private static Mistake Rules(string name, IReadOnlyList<TrafficRule> rules, string code, string what, string fix, string where = "Tiers[data].Ingress") =>
        new(name, new() { CidrBlock = "10.0.0.0/16", Zones = Sample.TwoZones, Tiers = Sample.Tiers(data: rules) }, code, where, what, fix);

    private static Mistake Pins(string name, SubnetPin pin, string code, string what, string fix) =>
        new(name, new() { CidrBlock = "10.0.0.0/16", Zones = Sample.TwoZones, Pins = [pin] }, code, "Pins", what, fix);
}
