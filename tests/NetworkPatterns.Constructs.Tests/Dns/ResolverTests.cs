using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using NetworkPatterns.Constructs.Dns;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.TemplateRules.Snapshots;

namespace NetworkPatterns.Constructs.Tests.Dns;

[Collection(CdkCollection.Name)]
public sealed class ResolverTests
{
    [Fact]
    public void Hybrid_EverythingTogether_IsAsApproved()
    {
        var stack = DnsStacks.NewStack();
        var network = new ThreeTierVpc(stack, "Network", new ThreeTierVpcProps { CidrBlock = "10.20.0.0/16", Zones = ["eu-west-1a", "eu-west-1b"] });
        var endpoints = new ResolverEndpoints(stack, "Resolver", new ResolverEndpointsProps
        {
            Vpc = network.Vpc,
            Subnets = network.App.Subnets,
            InboundFrom = ["192.168.0.0/16"],
            OutboundTo = ["192.168.0.0/24"],
            OutboundPorts = [53, 5353],
        });
        var rules = new ForwardingRules(stack, "Rules", new ForwardingRulesProps
        {
            OutboundEndpointId = endpoints.OutboundEndpointId,
            Rules =
            [
                ForwardingRule.Forward("corp", "corp.example.com", "192.168.0.2", "192.168.0.3:5353"),
                ForwardingRule.System("cloud", "cloud.corp.example.com"),
            ],
            Vpcs = new Dictionary<string, IVpc> { ["network"] = network.Vpc },
            ShareWith = [new CfnParameter(stack, "Organization").ValueAsString],
        });
        var firewall = new DnsFirewall(stack, "Firewall", new DnsFirewallProps
        {
            Rules =
            [
                FirewallRule.Of("known-bad", 100, FirewallAction.BlockWithNxDomain, "bad.example", "*.bad.example"),
                new("botnets", 200, FirewallAction.BlockWithNoData, [], "rslvr-fdl-1234567890abcdef"),
                FirewallRule.Of("watch", 300, FirewallAction.Alert, "odd.example"),
            ],
        });
        var zone = new PrivateZone(stack, "Internal", new PrivateZoneProps { ZoneName = "internal.example.com", Vpcs = [network.Vpc] });
        _ = new DnsProfile(stack, "Profile", new DnsProfileProps
        {
            Resources = [ProfileResource.Zone("internal", zone), ProfileResource.Rule("corp", rules, "corp"), ProfileResource.Firewall("firewall", firewall, 200)],
            Vpcs = new Dictionary<string, IVpc> { ["network"] = network.Vpc },
        });

        var resources = stack.Template().Resources();
        var ours = new System.Text.Json.Nodes.JsonObject(resources
            .Where(resource => !resource.Key.StartsWith("Network", StringComparison.Ordinal))
            .Select(resource => KeyValuePair.Create(resource.Key, resource.Value?.DeepClone())));
        Snapshot.Matches(TemplateText.Canonical(ours.ToJsonString()), "Hybrid");
    }

    [Fact]
    public void RoutingControls_PanelWithRules_IsAsApproved()
    {
        var stack = DnsStacks.NewStack("us-west-2");
        var panel = new RoutingControlPanel(stack, "Panel", new RoutingControlPanelProps
        {
            Controls = ["eu", "us", "maintenance"],
            SafetyRules = [RoutingSafetyRule.Assertion("one-region", 1, "eu", "us"), RoutingSafetyRule.Gate("gate", 1, ["maintenance"], ["eu", "us"])],
        });
        _ = new RoutingControlHealthCheck(stack, "Eu", new RoutingControlHealthCheckProps { RoutingControlArn = panel.RoutingControlArn("eu") });
        Snapshot.Matches(TemplateText.Canonical(stack.Template()["Resources"]!.ToJsonString()), "RoutingControlPanel");
        Should.Throw<KeyNotFoundException>(() => panel.RoutingControlArn("jp")).Message.ShouldContain("eu, maintenance, us");
    }

    [Fact]
    public void ResolverEndpoints_Mistakes_AreReportedTogether()
    {
        var stack = DnsStacks.NewStack();
        var vpc = Amazon.CDK.AWS.EC2.Vpc.FromVpcAttributes(stack, "Vpc", new VpcAttributes { VpcId = "vpc-1", AvailabilityZones = ["eu-west-1a"] });
        var one = Subnet.FromSubnetAttributes(stack, "One", new SubnetAttributes { SubnetId = "subnet-1", AvailabilityZone = "eu-west-1a" });
        var two = Subnet.FromSubnetAttributes(stack, "Two", new SubnetAttributes { SubnetId = "subnet-2", AvailabilityZone = "eu-west-1a" });
        Codes(() => new ResolverEndpoints(stack, "A", new ResolverEndpointsProps { Vpc = vpc, Subnets = [one] })).ShouldBe(["NP1560 InboundFrom", "NP1560 Subnets"]);
        Codes(() => new ResolverEndpoints(stack, "B", new ResolverEndpointsProps { Vpc = vpc, Subnets = [one, two], OutboundTo = ["10.0.0.1/8"], InboundFrom = ["all"], OutboundPorts = [0] }))
            .ShouldBe(["NP1001 InboundFrom", "NP1002 OutboundTo", "NP1202 OutboundPorts", "NP1560 Subnets"]);
    }

    [Fact]
    public void ForwardingRules_Mistakes_AreReportedTogether()
    {
        var stack = DnsStacks.NewStack();
        Codes(() => new ForwardingRules(stack, "A", new ForwardingRulesProps { Rules = [] })).ShouldBe(["NP1561 Rules"]);
        Codes(() => new ForwardingRules(stack, "B", new ForwardingRulesProps
        {
            Rules =
            [
                ForwardingRule.Forward("corp", "corp.example.com"),
                ForwardingRule.Forward("corp!", "corp..example.com", "10.1"),
                ForwardingRule.System("again", "Corp.example.com."),
            ],
            ShareWith = ["everyone"],
        })).ShouldBe(["NP1501 Rules[corp!]", "NP1510 Rules[corp!]", "NP1561 Rules", "NP1561 Rules[corp!]", "NP1561 Rules[corp!]", "NP1561 Rules[corp]", "NP1563 ShareWith"]);
    }

    [Fact]
    public void DnsFirewall_Mistakes_AreReportedTogether() => Codes(() => new DnsFirewall(DnsStacks.NewStack(), "A", new DnsFirewallProps
    {
        Rules =
        [
            FirewallRule.Of("one", 100, FirewallAction.Allow),
            FirewallRule.Of("One", 100, FirewallAction.Alert, "b@d"),
        ],
        AssociationPriority = 100,
    })).ShouldBe(["NP1501 Rules[One]", "NP1562 AssociationPriority", "NP1562 Rules", "NP1562 Rules", "NP1562 Rules[one]"]);

    [Fact]
    public void DnsProfile_Mistakes_AreReported()
    {
        var stack = DnsStacks.NewStack();
        Codes(() => new DnsProfile(stack, "A", new DnsProfileProps { Resources = [] })).ShouldBe(["NP1564 Resources"]);
        Codes(() => new DnsProfile(stack, "B", new DnsProfileProps { Resources = [new("a", "arn"), new("A", "arn")] })).ShouldBe(["NP1564 Resources"]);
    }

    [Fact]
    public void RoutingControls_Mistakes_AreReported()
    {
        var stack = DnsStacks.NewStack("us-west-2");
        Codes(() => new RoutingControlPanel(stack, "A", new RoutingControlPanelProps { Controls = [] })).ShouldBe(["NP1565 Controls"]);
        Codes(() => new RoutingControlPanel(stack, "B", new RoutingControlPanelProps { Controls = ["eu"], SafetyRules = [RoutingSafetyRule.Assertion("r", 2, "us")] }))
            .ShouldBe(["NP1565 SafetyRules[r]", "NP1565 SafetyRules[r]"]);
    }

    [Theory]
    [InlineData("eu-west-1")]
    [InlineData("cn-north-1")]
    [InlineData("us-gov-west-1")]
    public void RoutingControls_OutsideOregon_AreAMistake(string region)
    {
        var problem = Should.Throw<PlanException>(() => new RoutingControlPanel(DnsStacks.NewStack(region), "Panel", new RoutingControlPanelProps { Controls = ["eu"] })).Problems.ShouldHaveSingleItem();
        (problem.Code, problem.Where).ShouldBe(("NP1541", "Dev/Panel"));
        problem.What.ShouldContain(region);
        problem.Fix.ShouldContain("us-west-2");
    }

    private static string[] Codes(Func<object> make) =>
        [.. Should.Throw<PlanException>(make).Problems.Select(problem => $"{problem.Code} {problem.Where[(problem.Where.IndexOf("Props.", StringComparison.Ordinal) + 6)..]}")];
}
