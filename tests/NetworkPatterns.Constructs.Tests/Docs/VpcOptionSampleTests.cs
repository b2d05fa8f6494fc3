using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Constructs.Tests.Docs;

/// <summary>The samples of the page about the options of the three-tier VPC.</summary>
[Collection(CdkCollection.Name)]
public sealed class VpcOptionSampleTests
{
    [Fact]
    public void Tiers_OfYourOwn()
    {
        var stack = Synthesized.NewStack(Synthesized.NewApp(CdkFlags.Recommended));
        var network = new ThreeTierVpc(stack, "Network", new ThreeTierVpcProps
        {
            CidrBlock = "10.0.0.0/16",
            SecondaryCidrs = [new VpcCidrInput("pods", "100.64.0.0/16")],
            Zones = ["eu-west-1a", "eu-west-1b"],
            Tiers =
            [
                new() { Name = "web", Slot = 0, Intent = TierIntent.Internet, Ingress = [TrafficRule.Tcp(443, TrafficPeer.Anywhere)] },
                new() { Name = "app", Slot = 1, Intent = TierIntent.Egress, Ingress = [TrafficRule.Tcp(8080, TrafficPeer.Tier("web"))] },
                new() { Name = "cache", Slot = 3, Intent = TierIntent.Isolated, Ingress = [TrafficRule.Tcp(6379, TrafficPeer.Tier("app"))] },
                new() { Name = "transit", Slot = 4, Intent = TierIntent.Transit, Size = SubnetSize.Prefix(28) },
                new() { Name = "pods", Slot = 8, Intent = TierIntent.Egress, CidrName = "pods", EksClusterName = "platform", KarpenterDiscovery = "platform" },
            ],
        });

        stack.Template().LogicalIds("AWS::EC2::Subnet").Count.ShouldBe(10);
        network.Tier("pods").CidrBlocks.ShouldBe(["100.64.0.0/18", "100.64.64.0/18"]);
    }

    [Fact]
    public void Endpoints_OfATier()
    {
        var stack = Synthesized.NewStack(Synthesized.NewApp(CdkFlags.Recommended));
        _ = new ThreeTierVpc(stack, "Network", new ThreeTierVpcProps
        {
            CidrBlock = "10.0.0.0/16",
            Zones = ["eu-west-1a", "eu-west-1b"],
            Tiers =
            [
                new() { Name = "web", Slot = 0, Intent = TierIntent.Internet },
                new() { Name = "app", Slot = 1, Intent = TierIntent.Egress },
                new() { Name = "endpoints", Slot = 2, Intent = TierIntent.Isolated },
            ],
            InterfaceEndpoints = ["ecr.api", "ecr.dkr", "secretsmanager", InterfaceEndpoint.Of("sts") with { Zones = ["eu-west-1a"] }],
            InterfaceEndpointTier = "endpoints",
            InterfaceEndpointClients = ["app"],
            EndpointPolicy = EndpointPolicy.Organization("o-exampleorgid"),
        });

        stack.Template().LogicalIds("AWS::EC2::VPCEndpoint").Count.ShouldBe(6);
    }

    [Fact]
    public void Export_OfAnotherStack()
    {
        var stack = Synthesized.NewStack(Synthesized.NewApp(CdkFlags.Recommended));
        var network = ThreeTierVpc.FromExport(stack, "Network", new ExportedVpcProps
        {
            ExportName = "/platform/network",
            Tiers = [new ExportedTier("app", 1, TierIntent.Egress)],
            Zones = ["eu-west-1a", "eu-west-1b"],
        });

        network.Vpc.PrivateSubnets.Length.ShouldBe(2);
    }
}
