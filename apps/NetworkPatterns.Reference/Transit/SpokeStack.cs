using Amazon.CDK;
using Constructs;
using NetworkPatterns.Constructs.Transit;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Reference.Transit;

/// <summary>A VPC without a way to the internet of its own, attached to a hub.</summary>
internal sealed class SpokeStack : Stack
{
    public SpokeStack(Construct scope, string id, ITransitGatewayHub hub, string segment, string cidrBlock, IReadOnlyList<ZoneInput> zones, AddressBook book)
        : base(scope, id)
    {
        Network = new ThreeTierVpc(this, "Network", new ThreeTierVpcProps
        {
            CidrBlock = cidrBlock,
            Zones = zones,
            NatGateways = NatStrategy.None,
            Tiers =
            [
                new() { Name = "app", Slot = 1, Intent = TierIntent.Egress, Ingress = [TrafficRule.Tcp(443, TrafficPeer.Cidr("10.0.0.0/8"))] },
                new() { Name = "data", Slot = 2, Intent = TierIntent.Isolated, Ingress = [TrafficRule.Tcp(3306, TrafficPeer.Tier("app"))] },
                new() { Name = "transit", Slot = 7, Intent = TierIntent.Transit, Size = SubnetSize.Prefix(28) },
            ],
            AddressBook = book,
        });
        _ = new TransitGatewaySpoke(this, "Spoke", new TransitGatewaySpokeProps { Hub = hub, Network = Network, Segment = segment });
    }

    /// <summary>The VPC.</summary>
    public ThreeTierVpc Network { get; }
}
