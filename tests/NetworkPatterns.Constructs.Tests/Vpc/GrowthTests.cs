using System.Text.Json.Nodes;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.TemplateRules.Conformance;
using NetworkPatterns.TemplateRules.Reading;
using NetworkPatterns.TemplateRules.Snapshots;

namespace NetworkPatterns.Constructs.Tests.Vpc;

/// <summary>Addresses and logical IDs are a contract: growing a VPC replaces and deletes nothing that is there.</summary>
public sealed class GrowthTests
{
    private static readonly TierProps Cache = new()
    {
        Name = "cache",
        Slot = 3,
        Intent = TierIntent.Isolated,
        Ingress = [TrafficRule.Tcp(6379, TrafficPeer.Tier("app"))],
    };

    public static TheoryData<string> Steps => ["a later zone", "an earlier zone", "a tier", "a tier before the others", "a NAT gateway for every zone", "an endpoint", "flow logs"];

    [Theory]
    [MemberData(nameof(Steps))]
    public void Grow_AnyStep_ReplacesAndDeletesNothing(string step)
    {
        var (before, after) = step switch
        {
            "a later zone" => (Props(["eu-west-1a", "eu-west-1b"]), Props(["eu-west-1c", "eu-west-1a", "eu-west-1b"])),
            "an earlier zone" => (Props(["eu-west-1b", "eu-west-1c"]), Props(["eu-west-1a", "eu-west-1b", "eu-west-1c"])),
            "a tier" => (Props(Sample.TwoZones, Sample.Tiers()), Props(Sample.TwoZones, Sample.Tiers(more: Cache))),
            "a tier before the others" => (
                Props(Sample.TwoZones, [.. Sample.Tiers().Take(2), Cache]),
                Props(Sample.TwoZones, Sample.Tiers(more: Cache))),
            "a NAT gateway for every zone" => (Props(Sample.TwoZones, nat: NatStrategy.Single("eu-west-1b")), Props(Sample.TwoZones)),
            "an endpoint" => (
                new() { CidrBlock = "10.0.0.0/16", Zones = Sample.TwoZones, GatewayEndpoints = [GatewayEndpointService.DynamoDb] },
                Props(Sample.TwoZones)),
            "flow logs" => (new() { CidrBlock = "10.0.0.0/16", Zones = Sample.TwoZones, FlowLogs = FlowLogs.None }, Props(Sample.TwoZones)),
            _ => throw new ArgumentOutOfRangeException(nameof(step), step, "no such step"),
        };
        var (old, grown) = (Template(before), Template(after));
        TemplateChecks.Replacement.ThrowIfFailed(old, grown);
        Growth.ChangedSubnets(old, grown).ShouldBeEmpty();
        grown.Resources.Length.ShouldBeGreaterThan(old.Resources.Length);
    }

    public static TheoryData<string> OptionNames => [.. Added.Keys];

    private static Dictionary<string, ThreeTierVpcProps> Added => new(StringComparer.Ordinal)
    {
        ["a secondary block with a tier"] = With(
            tiers: Sample.Tiers(more: new TierProps { Name = "pods", Slot = 8, Intent = TierIntent.Egress, CidrName = "pods" }), secondary: [new("pods", "100.64.0.0/16")]),
        ["a tier for attachments"] = With(tiers: Sample.Tiers(more: new TierProps { Name = "transit", Slot = 3, Intent = TierIntent.Transit, Size = SubnetSize.Prefix(28) })),
        ["a tier with IPv6 only"] = With(tiers: Sample.Tiers(more: new TierProps { Name = "jobs", Slot = 3, Intent = TierIntent.Egress, IpStack = IpStack.Ipv6 })),
        ["interface endpoints"] = With(endpoints: ["sts"], sessionManager: true),
        ["an Instance Connect Endpoint"] = With(connect: new("app", "eu-west-1a", ["app", "data"])),
        ["private NAT gateways"] = With(privateNat: new("data", ["app"], ["192.168.0.0/16"])),
        ["alarms"] = With(alarms: []),
        ["blocked ranges"] = With(blocked: ["198.51.100.0/24"]),
        ["DHCP options"] = With(dhcp: new() { DomainName = "example.internal" }),
        ["an export"] = With(export: "/network"),
        ["a share"] = With(shares: [new("app", ["app"], ["111111111111"])]),
    };

    [Theory]
    [MemberData(nameof(OptionNames))]
    public void Grow_AnyOption_ReplacesAndDeletesNothing(string option)
    {
        var (old, grown) = (Template(With()), Template(Added[option]));
        TemplateChecks.Replacement.ThrowIfFailed(old, grown);
        Growth.ChangedSubnets(old, grown).ShouldBeEmpty();
        grown.Resources.Length.ShouldBeGreaterThan(old.Resources.Length);
    }

    // The specification says that a change of a subnet's IPv6 block may replace the subnet; giving it its first one does not.
    [Fact]
    public void Grow_IPv6ForAllTiers_TouchesNothingButTheSubnetsIPv6Blocks()
    {
        var violations = TemplateChecks.Replacement.Check(Template(With()), Template(With(stack: IpStack.DualStack)));
        violations.ShouldAllBe(violation => violation.Text == "a change of Ipv6CidrBlock may replace it");
        violations.Length.ShouldBe(6);
    }

    [Fact]
    public void Change_OfTheLogFormat_MakesAnotherFlowLog()
    {
        var (before, after) = (Template(With(logs: FlowLogs.ToS3())), Template(With(logs: FlowLogs.ToS3(fields: ["srcaddr", "dstaddr"]))));
        var ids = new[] { before, after }.Select(template => template.Resources.Single(resource => resource.Type == "AWS::EC2::FlowLog").LogicalId).ToArray();
        ids[0].ShouldNotBe(ids[1]);
    }

    private static ThreeTierVpcProps With(
        IReadOnlyList<TierProps>? tiers = null,
        IReadOnlyList<VpcCidrInput>? secondary = null,
        IReadOnlyList<InterfaceEndpoint>? endpoints = null,
        bool sessionManager = false,
        InstanceConnect? connect = null,
        PrivateNat? privateNat = null,
        IReadOnlyList<string>? alarms = null,
        IReadOnlyList<string>? blocked = null,
        DhcpOptions? dhcp = null,
        string? export = null,
        IReadOnlyList<SubnetShare>? shares = null,
        FlowLogs? logs = null,
        IpStack stack = IpStack.Ipv4) => new()
        {
            CidrBlock = "10.0.0.0/16",
            Zones = Sample.TwoZones,
            Tiers = tiers ?? Sample.Tiers(),
            SecondaryCidrs = secondary ?? [],
            InterfaceEndpoints = endpoints ?? [],
            SessionManager = sessionManager,
            InterfaceEndpointTier = endpoints is null ? null : "data",
            InstanceConnect = connect,
            PrivateNat = privateNat,
            NatAlarmTopicArns = alarms,
            BlockedRanges = blocked ?? [],
            DhcpOptions = dhcp,
            ExportName = export,
            Shares = shares ?? [],
            FlowLogs = logs ?? FlowLogs.ToCloudWatch(),
            IpStack = stack,
        };

    [Fact]
    public void Change_OfABlock_IsSeenByTheCheck() => TemplateChecks.Replacement
        .Check(Template(Props(Sample.TwoZones)), Template(new() { CidrBlock = "10.1.0.0/16", Zones = Sample.TwoZones }))
        .ShouldContain(violation => violation.LogicalId == "Vpc");

    [Fact]
    public void LogicalIds_AreAPublicContract()
    {
        var template = Sample.Minimal().Plain();
        Snapshot.Matches(
            string.Join('\n', template.Resources().Select(resource => $"{resource.Key} {resource.Value!["Type"]} {Address(resource.Value)}".TrimEnd())),
            "ThreeTierVpc.Ids",
            "txt");
    }

    private static string? Address(JsonNode resource) => resource["Properties"]!["CidrBlock"]?.ToString();

    private static ThreeTierVpcProps Props(IReadOnlyList<ZoneInput> zones, IReadOnlyList<TierProps>? tiers = null, NatStrategy? nat = null) =>
        new() { CidrBlock = "10.0.0.0/16", Zones = zones, Tiers = tiers, NatGateways = nat ?? NatStrategy.PerZone };

    private static Template Template(ThreeTierVpcProps props) =>
        NetworkPatterns.TemplateRules.Reading.Template.Parse("Dev", props.Plain().ToJsonString());
}
