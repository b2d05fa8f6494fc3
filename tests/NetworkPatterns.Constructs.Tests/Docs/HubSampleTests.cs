using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Constructs.Transit;
using NetworkPatterns.Constructs.Transit.Multicast;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Constructs.Tests.Docs;

/// <summary>The samples of the page about the Transit Gateway hub.</summary>
[Collection(CdkCollection.Name)]
public sealed class HubSampleTests
{
    [Fact]
    public void Hub_WithASpokeInItsOwnStack()
    {
        var app = Synthesized.NewApp(CdkFlags.Recommended);
        var hubStack = Synthesized.NewStack(app, "Hub");
        var stack = Synthesized.NewStack(app, "Production");
        var hub = new TransitGatewayHub(hubStack, "Hub", new TransitGatewayHubProps
        {
            Segments = ["production", "development", "shared"],
            AllowedPairs = [("production", "shared"), ("development", "shared")],
            ExportName = "/network/hub",
        });
        var network = new ThreeTierVpc(stack, "Network", new ThreeTierVpcProps
        {
            CidrBlock = "10.1.0.0/16",
            Zones = ["eu-west-1a", "eu-west-1b"],
            NatGateways = NatStrategy.None,
            Tiers =
            [
                new() { Name = "app", Slot = 1, Intent = TierIntent.Egress, Ingress = [TrafficRule.Tcp(443, TrafficPeer.Cidr("10.0.0.0/8"))] },
                new() { Name = "transit", Slot = 7, Intent = TierIntent.Transit, Size = SubnetSize.Prefix(28) },
            ],
        });
        _ = new TransitGatewaySpoke(stack, "Spoke", new TransitGatewaySpokeProps { Hub = hub, Network = network, Segment = "production" });

        stack.Template().LogicalIds("AWS::EC2::TransitGatewayAttachment").Count.ShouldBe(1);
    }

    [Fact]
    public void Hub_WithVpcsThatExistAlready()
    {
        var stack = Synthesized.NewStack(Synthesized.NewApp(CdkFlags.Recommended));
        var hub = new TransitGatewayHub(stack, "Hub", new TransitGatewayHubProps { Segments = ["production"], AllowedPairs = [("production", "production")] });
        var imported = Amazon.CDK.AWS.EC2.Vpc.FromVpcAttributes(stack, "Imported", new VpcAttributes
        {
            VpcId = "vpc-0123456789abcdef0",
            VpcCidrBlock = "10.8.0.0/16",
            AvailabilityZones = ["eu-west-1a", "eu-west-1b"],
            PrivateSubnetIds = ["subnet-0a", "subnet-0b"],
            PrivateSubnetRouteTableIds = ["rtb-0a", "rtb-0b"],
            IsolatedSubnetIds = ["subnet-1a", "subnet-1b"],
            IsolatedSubnetRouteTableIds = ["rtb-1", "rtb-1"],
        });
        _ = new ExistingVpcSpoke(stack, "Orders", new ExistingVpcSpokeProps
        {
            Hub = hub,
            Segment = "production",
            Vpc = ExistingVpc.Of(
                imported,
                attachmentSubnets: new SubnetSelection { SubnetType = SubnetType.PRIVATE_ISOLATED },
                routedSubnets: new SubnetSelection { SubnetType = SubnetType.PRIVATE_WITH_EGRESS }),
        });
        _ = new ExistingVpcSpoke(stack, "Payments", new ExistingVpcSpokeProps
        {
            Hub = hub,
            Segment = "production",
            Vpc = ExistingVpc.FromIds(
                "Payments",
                "vpc-0fedcba9876543210",
                cidrBlocks: ["10.9.0.0/16"],
                attachmentSubnetIds: new Dictionary<string, string> { ["eu-west-1a"] = "subnet-2a", ["eu-west-1b"] = "subnet-2b" },
                routeTableIds: new Dictionary<string, string> { ["app"] = "rtb-2" }),
        });

        stack.Template().LogicalIds("AWS::EC2::TransitGatewayAttachment").Count.ShouldBe(2);
    }

    [Fact]
    public void Hub_WithEgressAndInspection()
    {
        var stack = Synthesized.NewStack(Synthesized.NewApp(CdkFlags.Recommended));
        IReadOnlyList<ZoneInput> zones = ["eu-west-1a", "eu-west-1b"];
        var policy = new NetworkFirewallPolicy(stack, "Policy", new NetworkFirewallPolicyProps
        {
            StatefulRules =
            [
                StatefulRuleGroup.DenyDomains("never", ".example.net"),
                StatefulRuleGroup.AllowDomains("packages", ".github.com", ".amazonaws.com"),
                StatefulRuleGroup.Suricata("internal", """pass tcp $HOME_NET any -> $HOME_NET 443 (msg:"HTTPS inside"; flow:to_server; sid:1; rev:1;)"""),
            ],
        });
        _ = new TransitGatewayHub(stack, "Hub", new TransitGatewayHubProps
        {
            Segments = ["production", "development", "egress"],
            AllowedPairs = [("production", "egress"), ("development", "egress")],
            Egress = new CentralEgress { Segment = "egress", CidrBlock = "10.255.0.0/24", Zones = zones },
            Inspection = new CentralInspection { CidrBlock = "10.255.1.0/24", Zones = zones, FirewallPolicyArn = policy.PolicyArn },
        });

        stack.Template().LogicalIds("AWS::NetworkFirewall::RuleGroup").Count.ShouldBe(3);
    }

    [Fact]
    public void Hub_WithMulticast()
    {
        var stack = Synthesized.NewStack(Synthesized.NewApp(CdkFlags.Recommended));
        var hub = new TransitGatewayHub(stack, "Hub", new TransitGatewayHubProps { Segments = ["production"], Multicast = true });
        var spoke = new TransitGatewaySpoke(stack, "Spoke", new TransitGatewaySpokeProps { Hub = hub, Network = new ThreeTierVpc(stack, "Network", Transit.Hubs.Vpc("10.1.0.0/16")), Segment = "production" });
        var domain = new MulticastDomain(stack, "Prices", new MulticastDomainProps { Hub = hub, Mode = MulticastMode.StaticSources });
        _ = new MulticastMembership(stack, "Trading", new MulticastMembershipProps
        {
            Domain = domain,
            Spoke = spoke,
            Tiers = ["app"],
            Groups =
            [
                new("quotes", "239.1.1.1")
                {
                    Members = new Dictionary<string, string> { ["reader"] = "eni-0123456789abcdef0" },
                    Sources = new Dictionary<string, string> { ["feed"] = "eni-0123456789abcdef1" },
                },
            ],
        });

        stack.Template().LogicalIds("AWS::EC2::TransitGatewayMulticastDomainAssociation").Count.ShouldBe(2);
    }

    [Fact]
    public void Hub_PeeredInPhases()
    {
        var stack = Synthesized.NewStack(Synthesized.NewApp(CdkFlags.Recommended));
        _ = new TransitGatewayHub(stack, "Hub", new TransitGatewayHubProps
        {
            AmazonSideAsn = 64513,
            Segments = [new("production") { AddressRanges = ["10.64.0.0/12"] }],
            AllowedPairs = [("production", "production")],
            Peers =
            [
                new("us", "us-east-1", 64512, [new("production") { AddressRanges = ["10.0.0.0/12"] }])
                {
                    AttachmentId = "tgw-attach-0123456789abcdef0",
                },
            ],
        });

        stack.Template().LogicalIds("AWS::EC2::TransitGatewayRoute").Count.ShouldBe(1);
    }
}
