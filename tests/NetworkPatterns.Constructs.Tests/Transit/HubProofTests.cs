using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Amazon.CDK;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Constructs.Transit;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Guarantees;
using NetworkPatterns.Network.Proving;
using NetworkPatterns.Templates.Sources;

namespace NetworkPatterns.Constructs.Tests.Transit;

/// <summary>The analyzer proves what hubs and their spokes promise, over the templates of several stacks, and refutes it where one is broken on purpose.</summary>
[Collection(CdkCollection.Name)]
public sealed class HubProofTests
{
    private const int HashLength = 8;

    [Fact]
    public void Synthesized_SpokesInStacksOfTheirOwn_AreProved()
    {
        var results = Prove(Assembly(Segmented()));
        Broken(results).ShouldBeEmpty();
        var promises = Promises(results);
        promises.ShouldContain("tier:Production/Spoke/vpc never reaches tier:Development/Spoke/vpc");
        promises.ShouldContain("tier:Development/Spoke/vpc never reaches tier:Production/Spoke/vpc");
        promises.ShouldContain("tier:Production/Network/app can reach tier:Shared/Network/app on tcp 443");
        promises.ShouldContain("tier:Shared/Network/app can reach tier:Production/Network/app on tcp 443");
        promises.ShouldContain("tier:Production/Network/app never reaches internet");
    }

    [Fact]
    public void Synthesized_CentralEgress_IsProved()
    {
        var results = Prove(Assembly(WithEgress(inspection: null)));
        Broken(results).ShouldBeEmpty();
        var promises = Promises(results);
        promises.ShouldContain("tier:Production/Network/app can reach internet on tcp 443");
        promises.ShouldContain("tier:Development/Network/app never reaches internet");
        promises.ShouldContain("tier:Production/Spoke/vpc never reaches tier:Development/Spoke/vpc");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Synthesized_Inspection_IsProvedToBeOnEveryPath(bool isInVpc)
    {
        var results = Prove(Assembly(WithEgress(new()
        {
            CidrBlock = isInVpc ? "100.64.1.0/24" : null,
            Zones = Hubs.TwoZones,
            FirewallPolicyArn = PolicyArn,
        })));
        Broken(results).ShouldBeEmpty();
        var promises = Promises(results);
        promises.ShouldContain("tier:Production/Network/app reaches internet only through tier:Hub/Hub/@inspection");
        promises.ShouldContain("tier:Production/Spoke/vpc reaches tier:Shared/Spoke/vpc only through tier:Hub/Hub/@inspection");
    }

    // What the inspection is to pass is promised, and proved of the firewall's rules.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Synthesized_WhatTheInspectionPasses_IsProvedToArrive(bool isInVpc)
    {
        var templates = Inspected(isInVpc, "flow:to_server; ");
        var results = Prove(templates);
        Broken(results).ShouldBeEmpty();
        Promises(results).ShouldContain(ThroughTheInspection);
        Promises(results).ShouldNotContain(promise => promise.Contains("udp", StringComparison.Ordinal), "no group lets it in");

        var rules = templates["Hub"].Single("AWS::NetworkFirewall::RuleGroup")["Properties"]!["RuleGroup"]!["RulesSource"]!;
        rules["RulesString"] = rules["RulesString"]!.GetValue<string>().Replace("443", "8443", StringComparison.Ordinal);
        Fails(templates).ShouldContain(ThroughTheInspection);
    }

    [Fact]
    public void Synthesized_WhatTheInspectionPassesByContent_IsUndecided() =>
        Prove(Inspected(isInVpc: true, "content:\"x\"; ")).Single(result => result.Guarantee.ToString() == ThroughTheInspection).Outcome.ShouldBe(GuaranteeOutcome.Undecided);

    [Fact]
    public void Synthesized_DualStackThroughAFirewall_HoldsWhatItPromises()
    {
        var templates = Assembly(
            new TransitGatewayHubProps
            {
                Segments = ["production", "development", "shared"],
                AllowedPairs = [("production", "shared")],
                Ipv6Ranges = ["2001:db8::/32"],
                Inspection = new() { Traffic = InspectedTraffic.EastWest, CidrBlock = "100.64.1.0/24", Zones = Hubs.TwoZones, FirewallPolicyArn = PolicyArn },
                FlowLogs = FlowLogs.None,
                ExportName = "/hub",
            },
            isDualStack: true);
        var results = Prove(templates);
        Broken(results).ShouldBeEmpty();
        Promises(results).ShouldContain("tier:Production/Spoke/vpc reaches tier:Shared/Spoke/vpc only through tier:Hub/Hub/@inspection");
        Promises(results).ShouldContain("tier:Production/Spoke/vpc never reaches tier:Development/Spoke/vpc");

        // Around the firewall over IPv6 alone: what led to it leads straight to the other VPC.
        foreach (var (stack, route) in new[] { ("Production", "SpokeSharedSegmentRouteToIpv6"), ("Shared", "SpokeProductionSegmentRouteToIpv6") })
        {
            var leak = templates[stack].Resources().Single(resource => resource.Key.StartsWith(route, StringComparison.Ordinal)).Value!;
            leak["Properties"]!["TransitGatewayAttachmentId"] = new JsonObject { ["Ref"] = templates[stack].LogicalIds("AWS::EC2::TransitGatewayAttachment").Single() };
        }

        // Whose IPv6 it is only deployment knows, so the promise is broken or undecided, and never said to hold.
        Prove(templates).Where(result => result.Outcome == GuaranteeOutcome.Holds).Select(result => result.Guarantee.ToString())
            .ShouldNotContain("tier:Production/Spoke/vpc reaches tier:Shared/Spoke/vpc only through tier:Hub/Hub/@inspection");
    }

    public static TheoryData<string, string, string> Mutations => new()
    {
        { "Production", "SharedSegmentPropagation", "tier:Shared/Network/app can reach tier:Production/Network/app on tcp 443" },
        { "Shared", "ProductionSegmentPropagation", "tier:Production/Network/app can reach tier:Shared/Network/app on tcp 443" },
        { "Production", "AppRouteTableATo10x0x0x0x8", "tier:Production/Network/app can reach tier:Shared/Network/app on tcp 443" },
        { "Shared", "AppRouteTableBTo10x0x0x0x8", "tier:Production/Network/app can reach tier:Shared/Network/app on tcp 443" },
        { "Production", "Association", "tier:Production/Network/app can reach tier:Shared/Network/app on tcp 443" },
    };

    [Theory]
    [MemberData(nameof(Mutations))]
    public void Synthesized_ResourceRemoved_BreaksItsPromise(string stack, string id, string promise)
    {
        var templates = Assembly(Segmented());
        var logicalId = templates[stack].Resources().Select(resource => resource.Key)
            .Single(key => key.StartsWith($"Spoke{id}", StringComparison.Ordinal) && key.Length == $"Spoke{id}".Length + HashLength);
        templates[stack].Resources().Remove(logicalId).ShouldBeTrue();
        Prove(templates).Where(result => result.Outcome != GuaranteeOutcome.Holds).Select(result => result.Guarantee.ToString()).ShouldContain(promise);
    }

    [Fact]
    public void Synthesized_PropagationsAdded_BreakTheSegmentation()
    {
        var templates = Assembly(Segmented());
        Propagate(templates, "Production", "Development");
        Propagate(templates, "Development", "Production");
        Fails(templates).ShouldContain("tier:Production/Spoke/vpc never reaches tier:Development/Spoke/vpc");
    }

    [Fact]
    public void Synthesized_PropagationsAdded_GetAroundTheInspection()
    {
        var templates = Assembly(WithEgress(new() { CidrBlock = "100.64.1.0/24", Zones = Hubs.TwoZones, FirewallPolicyArn = PolicyArn }));
        foreach (var (stack, route) in new[] { ("Production", "SpokeSharedSegmentRouteToPrimary"), ("Shared", "SpokeProductionSegmentRouteToPrimary") })
        {
            templates[stack].Resources().Remove(templates[stack].Resources().Single(resource => resource.Key.StartsWith(route, StringComparison.Ordinal)).Key);
        }

        Propagate(templates, "Production", "Shared");
        Propagate(templates, "Shared", "Production");
        Fails(templates).ShouldContain("tier:Production/Spoke/vpc reaches tier:Shared/Spoke/vpc only through tier:Hub/Hub/@inspection");
    }

    // The other Region's hub is literals here: each side proves its half of the way.
    [Theory]
    [InlineData(false, "tier:Production/Network/app can reach cidr:10.64.0.0/12 on tcp 443")]
    [InlineData(true, "tier:Production/Spoke/vpc reaches cidr:10.64.0.0/12 only through tier:Hub/Hub/@inspection")]
    public void Synthesized_APeeredRegion_IsProvedFromThisSide(bool isInspected, string allowed)
    {
        foreach (var asn in new long[] { 64512, 64514 })
        {
            var results = Prove(Assembly(Peered(asn, isInspected)));
            Broken(results).ShouldBeEmpty();
            var promises = Promises(results);
            promises.ShouldContain(allowed);
            promises.ShouldContain("tier:Development/Spoke/vpc never reaches cidr:10.64.0.0/12");
            promises.ShouldContain("cidr:10.64.0.0/12 never reaches tier:Development/Spoke/vpc");
        }
    }

    [Theory]
    [InlineData("ProductionSegmentRouteTableTo10x64x0x0x12")]
    [InlineData("UsPeeringAssociation")]
    public void Synthesized_APeeringBroken_IsFound(string id)
    {
        var templates = Assembly(Peered(64514, isInspected: false));
        templates["Hub"].Resources().Remove(templates["Hub"].Resources().Single(resource => resource.Key.StartsWith($"Hub{id}", StringComparison.Ordinal)).Key).ShouldBeTrue();
        Prove(templates).Where(result => result.Outcome != GuaranteeOutcome.Holds).Select(result => result.Guarantee.ToString())
            .ShouldContain("tier:Production/Network/app can reach cidr:10.64.0.0/12 on tcp 443");
    }

    [Fact]
    public void Synthesized_ARouteToThePeerTooMany_IsFound()
    {
        var templates = Assembly(Peered(64514, isInspected: false));
        var route = templates["Hub"].Resources().Single(resource => resource.Key.StartsWith("HubProductionSegmentRouteTableTo10x64x0x0x12", StringComparison.Ordinal)).Value!.DeepClone();
        route["Properties"]!["TransitGatewayRouteTableId"]!["Ref"] = templates["Hub"].Resources().Single(resource => resource.Key.StartsWith("HubDevelopmentSegmentRouteTable", StringComparison.Ordinal) && resource.Value!["Type"]!.GetValue<string>() == "AWS::EC2::TransitGatewayRouteTable").Key;
        templates["Hub"].Resources()["Leak"] = route;
        PropagateToPeer(templates, "Development", "Production");
        Fails(templates).ShouldContain("tier:Development/Spoke/vpc never reaches cidr:10.64.0.0/12");
    }

    private const string ThroughTheInspection = "tier:Production/Network/app can reach tier:Shared/Network/app on tcp 443";
    private const string PolicyArn = "arn:aws:network-firewall:eu-west-1:111111111111:firewall-policy/policy";

    // The peering's table learns a spoke; spokes know tables by the hub's export.
    private static void PropagateToPeer(Dictionary<string, JsonObject> templates, string stack, string reading)
    {
        var known = templates[reading].Resources().Single(resource => resource.Key.StartsWith("SpokePeeringPropagation", StringComparison.Ordinal)).Value!["Properties"]!["TransitGatewayRouteTableId"]!;
        templates[stack].Resources()["LeakToPeer"] = new JsonObject
        {
            ["Type"] = "AWS::EC2::TransitGatewayRouteTablePropagation",
            ["Properties"] = new JsonObject
            {
                ["TransitGatewayAttachmentId"] = new JsonObject { ["Ref"] = templates[stack].LogicalIds("AWS::EC2::TransitGatewayAttachment").Single() },
                ["TransitGatewayRouteTableId"] = known.DeepClone(),
            },
        };
    }

    // The table with which the other attachment is associated learns the ranges of this one.
    private static void Propagate(Dictionary<string, JsonObject> templates, string stack, string learning)
    {
        var attachment = templates[stack].LogicalIds("AWS::EC2::TransitGatewayAttachment").Single();
        var association = templates[learning].Single("AWS::EC2::TransitGatewayRouteTableAssociation");
        templates[stack].Resources()["Leak"] = new JsonObject
        {
            ["Type"] = "AWS::EC2::TransitGatewayRouteTablePropagation",
            ["Properties"] = new JsonObject
            {
                ["TransitGatewayAttachmentId"] = new JsonObject { ["Ref"] = attachment },
                ["TransitGatewayRouteTableId"] = association["Properties"]!["TransitGatewayRouteTableId"]!.DeepClone(),
            },
        };
    }

    private static IEnumerable<string> Fails(Dictionary<string, JsonObject> templates) =>
        Prove(templates).Where(result => result.Outcome == GuaranteeOutcome.Fails).Select(result => result.Guarantee.ToString()!);

    private static ImmutableArray<GuaranteeResult> Prove(Dictionary<string, JsonObject> templates) =>
        Proof.Of(templates.Select(template => TemplateSource.FromText($"{template.Key}.template.json", template.Value.ToJsonString())).ToArray());

    private static TransitGatewayHubProps Segmented() => new()
    {
        Segments = ["production", "development", "shared"],
        AllowedPairs = [("production", "shared"), ("development", "shared")],
        FlowLogs = FlowLogs.None,
        ExportName = "/hub",
    };

    private static TransitGatewayHubProps WithEgress(CentralInspection? inspection) => new()
    {
        Segments = ["production", "development", "shared", "egress"],
        AllowedPairs = [("production", "shared"), ("production", "egress")],
        Egress = new() { Segment = "egress", CidrBlock = "100.64.0.0/24", Zones = Hubs.TwoZones },
        Inspection = inspection,
        FlowLogs = FlowLogs.None,
        ExportName = "/hub",
    };

    // The hub of the United States, after the third phase; the lower ASN has asked for the peering.
    private static TransitGatewayHubProps Peered(long asn, bool isInspected) => new()
    {
        AmazonSideAsn = asn,
        Segments = ["production", "development", "shared"],
        AllowedPairs = [("production", "production"), ("production", "shared")],
        Peers =
        [
            new("us", "us-east-1", 64513, [new("production") { AddressRanges = ["10.64.0.0/12"] }])
            {
                TransitGatewayId = "tgw-0123456789abcdef0",
                AttachmentId = "tgw-attach-0123456789abcdef0",
            },
        ],
        Inspection = isInspected ? new() { Traffic = InspectedTraffic.EastWest, CidrBlock = "100.64.1.0/24", Zones = Hubs.TwoZones, FirewallPolicyArn = PolicyArn } : null,
        FlowLogs = FlowLogs.None,
        ExportName = "/hub",
    };

    // Three spokes, each in a stack of its own, that know the hub by its export.
    private static Dictionary<string, JsonObject> Assembly(TransitGatewayHubProps props, bool isDualStack = false) => Assembly(_ => props, isDualStack);

    private static Dictionary<string, JsonObject> Inspected(bool isInVpc, string options) => Assembly(stack => WithEgress(new()
    {
        Traffic = InspectedTraffic.EastWest,
        CidrBlock = isInVpc ? "100.64.1.0/24" : null,
        Zones = Hubs.TwoZones,
        FirewallPolicyArn = new NetworkFirewallPolicy(stack, "Policy", new()
        {
            StatefulRules = [StatefulRuleGroup.Suricata("internal", $"pass tcp $HOME_NET any -> $HOME_NET 443 ({options}sid:1;)")],
        }).PolicyArn,
        Passes = [Traffic.Tcp(443), Traffic.Udp(53)],
    }));

    private static Dictionary<string, JsonObject> Assembly(Func<Stack, TransitGatewayHubProps> props, bool isDualStack = false)
    {
        var app = Synthesized.NewApp();
        var stacks = new List<Stack> { Synthesized.NewStack(app, "Hub") };
        var hub = new TransitGatewayHub(stacks[0], "Hub", props(stacks[0]));
        foreach (var (name, block) in new[] { ("Production", "10.1.0.0/16"), ("Development", "10.2.0.0/16"), ("Shared", "10.3.0.0/16") })
        {
            var stack = Synthesized.NewStack(app, name);
            stacks.Add(stack);
            var network = new ThreeTierVpc(stack, "Network", isDualStack ? Hubs.DualStackVpc(block) : Hubs.Vpc(block));
            _ = new TransitGatewaySpoke(stack, "Spoke", new TransitGatewaySpokeProps { Hub = hub, Network = network, Segment = name.ToLowerInvariant(), RoutedTiers = ["app"] });
        }

        var assembly = app.Synth();
        return stacks.ToDictionary(stack => stack.Node.Id, stack => Synthesized.Template(assembly, stack));
    }

    private static IEnumerable<string> Broken(ImmutableArray<GuaranteeResult> results) =>
        results.Where(result => result.Outcome != GuaranteeOutcome.Holds).Select(result => $"{result.Guarantee}: {result.Outcome}, {result.Detail} {string.Join("; ", result.Evidence?.Explanations ?? [])} {string.Join("; ", result.Evidence?.Unknowns ?? [])}");

    private static ImmutableArray<string> Promises(ImmutableArray<GuaranteeResult> results) => [.. results.Select(result => result.Guarantee.ToString()!)];
}
