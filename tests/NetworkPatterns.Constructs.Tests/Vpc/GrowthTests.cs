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
