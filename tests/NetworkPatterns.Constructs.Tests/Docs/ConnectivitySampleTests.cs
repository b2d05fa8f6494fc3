using Amazon.CDK;
using NetworkPatterns.Constructs.Connectivity;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Guarantees;

namespace NetworkPatterns.Constructs.Tests.Docs;

/// <summary>The samples of the pages about connectivity.</summary>
[Collection(CdkCollection.Name)]
public sealed class ConnectivitySampleTests
{
    [Fact]
    public void Peering_OfTwoNetworks()
    {
        var stack = NewStack();
        var shop = Network(stack, "Shop", "10.20.0.0/16", new TierProps { Name = "data", Slot = 1, Intent = TierIntent.Isolated, Ingress = [TrafficRule.Tcp(5432, TrafficPeer.Cidr("10.21.0.0/16"))] });
        var reports = Network(stack, "Reports", "10.21.0.0/16", new TierProps { Name = "jobs", Slot = 1, Intent = TierIntent.Isolated, Egress = [TrafficRule.Tcp(5432, TrafficPeer.Cidr("10.20.0.0/16"))] });
        _ = new VpcPeering(stack, "Peering", new VpcPeeringProps
        {
            Requester = PeeringSide.Of(reports, "jobs"),
            Accepter = PeeringSide.Of(shop, "data"),
            Flows = [PeeringFlow.ToAccepter("jobs", "data", Traffic.Tcp(5432))],
        });

        stack.Template().LogicalIds("AWS::EC2::Route").Count.ShouldBe(2);
    }

    private static Stack NewStack() => Synthesized.NewStack(Synthesized.NewApp(CdkFlags.Recommended));

    private static ThreeTierVpc Network(Stack stack, string id, string block, params TierProps[] tiers) => new(stack, id, new ThreeTierVpcProps
    {
        CidrBlock = block,
        Zones = ["eu-west-1a", "eu-west-1b"],
        NatGateways = NatStrategy.None,
        Tiers = tiers,
    });
}
