using System.Text.Json.Nodes;
using Amazon.CDK;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Constructs.Transit;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.TemplateRules;

namespace NetworkPatterns.Constructs.Tests.Transit;

/// <summary>Central egress, inspection in its three forms, and peering in its phases, as CDK synthesizes them.</summary>
[Collection(CdkCollection.Name)]
public sealed class CentralTests
{
    private static readonly RuleException PeerRegion = new("E60", "*", "The peer's Region is another one: no pseudo parameter stands for it.");

    [Fact]
    public void Synth_EgressByZone_RoutesOutAndBack()
    {
        var stack = Synthesized.NewStack(Synthesized.NewApp());
        _ = new TransitGatewayHub(stack, "Hub", Hubs.Central());
        var template = stack.Template();
        template.LogicalIds("AWS::EC2::NatGateway").Count.ShouldBe(2);
        RoutesTo(template, "NatGatewayId").Select(Destination).ShouldBe(["0.0.0.0/0", "0.0.0.0/0"]);
        RoutesTo(template, "TransitGatewayId").Select(Destination).ShouldBe(["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"], ignoreOrder: true);
        Of(template, "AWS::EC2::TransitGatewayRoute").Count(route => route["Blackhole"]?.GetValue<bool>() == true).ShouldBe(3);
    }

    [Fact]
    public void Synth_EgressByRegionalNat_RoutesBackFromItsOwnTable()
    {
        var stack = Synthesized.NewStack(Synthesized.NewApp());
        _ = new TransitGatewayHub(stack, "Hub", Hubs.Central(nat: NatStrategy.Regional));
        var template = stack.Template();
        RoutesTo(template, "TransitGatewayId").Count(route => route["RouteTableId"]!.ToJsonString().Contains("RouteTableId", StringComparison.Ordinal)).ShouldBe(3);
        RoutesTo(template, "NatGatewayId").Count().ShouldBe(2);
    }

    [Fact]
    public void Synth_FirewallInAVpc_IsMetInEachZone()
    {
        var stack = Synthesized.NewStack(Synthesized.NewApp());
        var policy = new NetworkFirewallPolicy(stack, "Policy", new NetworkFirewallPolicyProps { StatefulRules = [StatefulRuleGroup.AllowDomains("web", ".example.com")] });
        _ = new TransitGatewayHub(stack, "Hub", Hubs.Central(new() { CidrBlock = "100.64.1.0/24", Zones = Hubs.TwoZones, FirewallPolicyArn = policy.PolicyArn }));
        var template = stack.Template();
        var endpoints = RoutesTo(template, "VpcEndpointId").ToList();
        endpoints.Count.ShouldBe(2);
        endpoints.ShouldAllBe(route => route["VpcEndpointId"]!.ToJsonString().Contains("eu-west-1", StringComparison.Ordinal) && Destination(route) == "0.0.0.0/0");
        var inspection = Of(template, "AWS::EC2::TransitGatewayAttachment").Single(attachment => attachment["Options"]!["ApplianceModeSupport"]!.GetValue<string>() == "enable");
        inspection["SubnetIds"]!.AsArray().Count.ShouldBe(2);
        var logs = template.Single("AWS::NetworkFirewall::LoggingConfiguration")["Properties"]!["LoggingConfiguration"]!["LogDestinationConfigs"]!.AsArray();
        logs.Select(log => log!["LogType"]!.GetValue<string>()).ShouldBe(["ALERT", "FLOW"]);
    }

    [Fact]
    public void Synth_InspectedSpokes_AreReachedThroughTheInspectionOnly()
    {
        var stack = Synthesized.NewStack(Synthesized.NewApp());
        var hub = new TransitGatewayHub(stack, "Hub", Hubs.Central(new() { CidrBlock = "100.64.1.0/24", Zones = Hubs.TwoZones, FirewallPolicyArn = "policy" }));
        foreach (var (place, name) in new[] { "First", "Second" }.Index())
        {
            var network = new ThreeTierVpc(stack, $"{name}Network", Hubs.Vpc($"10.{place}.0.0/16"));
            _ = new TransitGatewaySpoke(stack, $"{name}Spoke", new TransitGatewaySpokeProps { Hub = hub, Network = network, Segment = "production" });
        }

        var template = stack.Template();
        template.LogicalIds("AWS::EC2::TransitGatewayRouteTablePropagation").Count.ShouldBe(2);
        Of(template, "AWS::EC2::TransitGatewayRoute").Count(route => Destination(route) is "10.0.0.0/16" or "10.1.0.0/16").ShouldBe(4);
    }

    [Fact]
    public void Synth_FirewallOnTheGateway_HasNoVpc()
    {
        var stack = Synthesized.NewStack(Synthesized.NewApp());
        var policy = new NetworkFirewallPolicy(stack, "Policy", new NetworkFirewallPolicyProps());
        var hub = new TransitGatewayHub(stack, "Hub", Hubs.Central(new() { Zones = Hubs.TwoZones, FirewallPolicyArn = policy.PolicyArn }));
        var template = stack.Template();
        hub.InspectionVpc.ShouldBeNull();
        var firewall = template.Single("AWS::NetworkFirewall::Firewall")["Properties"]!.AsObject();
        firewall.ContainsKey("VpcId").ShouldBeFalse();
        firewall.ContainsKey("SubnetMappings").ShouldBeFalse();
        firewall["AvailabilityZoneMappings"]!.AsArray().Count.ShouldBe(2);
        Of(template, "AWS::EC2::TransitGatewayRouteTableAssociation")
            .Count(association => association["TransitGatewayAttachmentId"]!.ToJsonString().Contains("TransitGatewayAttachmentId", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public void Synth_Appliances_HaveAnEndpointInEachZone()
    {
        var stack = Synthesized.NewStack(Synthesized.NewApp());
        var network = new ThreeTierVpc(stack, "Appliances", Hubs.Vpc("100.64.8.0/21"));
        var service = new ApplianceService(stack, "Service", new ApplianceServiceProps { Network = network, Tier = "data", InstanceIds = ["i-0123456789abcdef0"] });
        _ = new TransitGatewayHub(stack, "Hub", Hubs.Central(new() { CidrBlock = "100.64.1.0/24", Zones = Hubs.TwoZones, ApplianceServiceName = service.ServiceName }));
        var template = stack.Template();
        Of(template, "AWS::EC2::VPCEndpoint").Count(endpoint => endpoint["VpcEndpointType"]!.GetValue<string>() == "GatewayLoadBalancer").ShouldBe(2);
        RoutesTo(template, "VpcEndpointId").Count().ShouldBe(2);
        template.Single("AWS::ElasticLoadBalancingV2::TargetGroup")["Properties"]!["Port"]!.GetValue<int>().ShouldBe(6081);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Synth_InspectionOfIPv6_IsThatOfIPv4(bool isFirewall)
    {
        var stack = Synthesized.NewStack(Synthesized.NewApp());
        string? service = null;
        if (!isFirewall)
        {
            var appliances = new ThreeTierVpc(stack, "Appliances", Hubs.DualStackVpc("100.64.8.0/21"));
            service = new ApplianceService(stack, "Service", new ApplianceServiceProps { Network = appliances, Tier = "app", InstanceIds = ["i-0123456789abcdef0"] }).ServiceName;
        }

        var hub = new TransitGatewayHub(stack, "Hub", new TransitGatewayHubProps
        {
            Segments = ["production"],
            AllowedPairs = [("production", "production")],
            Ipv6Ranges = ["2001:db8::/32"],
            Inspection = new() { Traffic = InspectedTraffic.EastWest, CidrBlock = "100.64.1.0/24", Zones = Hubs.TwoZones, FirewallPolicyArn = isFirewall ? "policy" : null, ApplianceServiceName = service },
            FlowLogs = FlowLogs.None,
        });
        _ = new TransitGatewaySpoke(stack, "Spoke", new TransitGatewaySpokeProps { Hub = hub, Network = new ThreeTierVpc(stack, "Network", Hubs.DualStackVpc("10.1.0.0/16")), Segment = "production", RoutedTiers = ["app"] });
        var template = stack.Template();

        // In each zone both families meet the zone's endpoint, and come back from it to the gateway.
        RoutesTo(template, "VpcEndpointId").Select(Either).ShouldBe(["0.0.0.0/0", "0.0.0.0/0", "::/0", "::/0"], ignoreOrder: true);
        foreach (var table in RoutesTo(template, "VpcEndpointId").GroupBy(route => route["RouteTableId"]!.ToJsonString(), StringComparer.Ordinal))
        {
            table.Select(route => route["VpcEndpointId"]!.ToJsonString()).Distinct().ShouldHaveSingleItem();
        }

        RoutesTo(template, "TransitGatewayId").Select(Either).Count(destination => destination == "::/0").ShouldBe(2);
        Of(template, "AWS::EC2::TransitGatewayAttachment").ShouldAllBe(attachment => attachment["Options"]!["Ipv6Support"]!.GetValue<string>() == "enable");
        RoutesTo(template, "TransitGatewayId").Select(Either).Count(destination => destination == "2001:db8::/32").ShouldBe(1);
        Of(template, "AWS::EC2::TransitGatewayRoute").Count(route => route["DestinationCidrBlock"]!.ToJsonString().Contains("Ipv6CidrBlocks", StringComparison.Ordinal)).ShouldBe(1);
        if (isFirewall)
        {
            template.Single("AWS::NetworkFirewall::Firewall")["Properties"]!["SubnetMappings"]!.AsArray().ShouldAllBe(mapping => mapping!["IPAddressType"]!.GetValue<string>() == "DUALSTACK");
            return;
        }

        Of(template, "AWS::EC2::VPCEndpoint").Where(endpoint => endpoint["VpcEndpointType"]!.GetValue<string>() == "GatewayLoadBalancer").ShouldAllBe(endpoint => endpoint["IpAddressType"]!.GetValue<string>() == "dualstack");
        template.Single("AWS::EC2::VPCEndpointService")["Properties"]!["SupportedIpAddressTypes"]!.ToJsonString().ShouldBe("[\"ipv4\",\"ipv6\"]");
        template.Single("AWS::ElasticLoadBalancingV2::LoadBalancer")["Properties"]!["IpAddressType"]!.GetValue<string>().ShouldBe("dualstack");
    }

    [Fact]
    public void Synth_PeeringPhases_EachStandByThemselves()
    {
        (int Peerings, int Associations, int Routes, int Outputs)[] expected = [(0, 0, 0, 1), (1, 0, 0, 1), (1, 1, 1, 0)];
        foreach (var (phase, counts) in expected.Index())
        {
            var stack = Synthesized.NewStack(Synthesized.NewApp());
            _ = new TransitGatewayHub(stack, "Hub", Peered(phase, asn: 64512, peerAsn: 64513));
            var template = stack.Template(PeerRegion);
            Count(template).ShouldBe(counts, $"phase {phase + 1}");
        }
    }

    [Fact]
    public void Synth_AcceptingSide_UsesTheAttachmentByItsId()
    {
        var stack = Synthesized.NewStack(Synthesized.NewApp());
        _ = new TransitGatewayHub(stack, "Hub", Peered(phase: 2, asn: 64514, peerAsn: 64513));
        var template = stack.Template(PeerRegion);
        Count(template).ShouldBe((0, 1, 1, 0));
        Of(template, "AWS::EC2::TransitGatewayRoute").Single()["TransitGatewayAttachmentId"]!.GetValue<string>().ShouldBe("tgw-attach-0123456789abcdef0");
    }

    private static (int, int, int, int) Count(JsonObject template) => (
        template.LogicalIds("AWS::EC2::TransitGatewayPeeringAttachment").Count,
        template.LogicalIds("AWS::EC2::TransitGatewayRouteTableAssociation").Count,
        template.LogicalIds("AWS::EC2::TransitGatewayRoute").Count,
        template["Outputs"]?.AsObject().Count ?? 0);

    private static TransitGatewayHubProps Peered(int phase, long asn, long peerAsn) => new()
    {
        AmazonSideAsn = asn,
        Segments = [new("production") { AddressRanges = ["10.0.0.0/14"] }, "shared"],
        AllowedPairs = [("production", "production")],
        Peers =
        [
            new("america", "us-east-1", peerAsn, [new("production") { AddressRanges = ["10.64.0.0/14"] }, "shared"])
            {
                TransitGatewayId = phase > 0 ? "tgw-0123456789abcdef0" : null,
                AttachmentId = phase > 1 ? "tgw-attach-0123456789abcdef0" : null,
            },
        ],
    };

    private static IEnumerable<JsonObject> Of(JsonObject template, string type) => template.LogicalIds(type).Select(template.Properties);

    private static IEnumerable<JsonObject> RoutesTo(JsonObject template, string target) => Of(template, "AWS::EC2::Route").Where(route => route.ContainsKey(target));

    private static string Either(JsonObject route) => (route["DestinationCidrBlock"] ?? route["DestinationIpv6CidrBlock"])!.GetValue<string>();

    private static string Destination(JsonObject route) => route["DestinationCidrBlock"]!.GetValue<string>();
}
