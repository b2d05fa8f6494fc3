using Amazon.CDK;
using Constructs;
using NetworkPatterns.Constructs.Connectivity;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Guarantees;

namespace NetworkPatterns.Reference.Connectivity;

/// <summary>Two fixed addresses in front of a Network Load Balancer, which lives in a public tier for it alone.</summary>
public sealed class AcceleratedStack : Stack
{
    /// <summary>Makes the stack.</summary>
    public AcceleratedStack(Construct scope, string id, AddressBook book)
        : base(scope, id)
    {
        var network = new ThreeTierVpc(this, "Network", new ThreeTierVpcProps
        {
            CidrBlock = "10.70.0.0/16",
            Zones = ["eu-west-1a", "eu-west-1b"],
            NatGateways = NatStrategy.None,
            Tiers = [new() { Name = "web", Slot = 0, Intent = TierIntent.Internet, Ingress = [TrafficRule.Tcp(443, TrafficPeer.AnyIPv4)] }],
            AddressBook = book,
        });
        var loadBalancer = new CfnParameter(this, "LoadBalancer", new CfnParameterProps { Description = "The ARN of the Network Load Balancer in tier web" });
        _ = new GlobalAccelerator(this, "Front", new GlobalAcceleratorProps
        {
            Listeners =
            [
                new("web", 443, 443, new AcceleratedRegion(
                    "eu-west-1",
                    AcceleratedEndpoint.NetworkLoadBalancer("web", loadBalancer.ValueAsString) with { Party = Party.Tier(network.Node.Path, "web") })),
            ],
        });
    }
}
