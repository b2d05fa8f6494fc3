using Amazon.CDK;
using Constructs;
using NetworkPatterns.Constructs.Connectivity;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Guarantees;

namespace NetworkPatterns.Reference.Connectivity;

/// <summary>A shop and its reports, peered: the reports read the shop's database, and nothing else passes.</summary>
public sealed class PeeringStack : Stack
{
    private const string ShopBlock = "10.20.0.0/16";
    private const string ReportsBlock = "10.21.0.0/16";

    /// <summary>Makes the stack.</summary>
    public PeeringStack(Construct scope, string id, AddressBook book)
        : base(scope, id)
    {
        var shop = Network("Shop", ShopBlock, book,
            new TierProps { Name = "app", Slot = 1, Intent = TierIntent.Isolated },
            new TierProps
            {
                Name = "data",
                Slot = 2,
                Intent = TierIntent.Isolated,
                Ingress = [TrafficRule.Tcp(5432, TrafficPeer.Tier("app")), TrafficRule.Tcp(5432, TrafficPeer.Cidr(ReportsBlock))],
            });
        var reports = Network("Reports", ReportsBlock, book,
            new TierProps { Name = "jobs", Slot = 1, Intent = TierIntent.Isolated, Egress = [TrafficRule.Tcp(5432, TrafficPeer.Cidr(ShopBlock))] });
        _ = new VpcPeering(this, "Peering", new VpcPeeringProps
        {
            Requester = PeeringSide.Of(reports, "jobs"),
            Accepter = PeeringSide.Of(shop, "data"),
            Flows = [PeeringFlow.ToAccepter("jobs", "data", Traffic.Tcp(5432))],
        });
        _ = new VpcPeering(this, "Partner", new VpcPeeringProps
        {
            Requester = PeeringSide.Of(shop, "data"),
            Accepter = PeeringSide.Existing("Partner", "vpc-0123456789abcdef0", ["10.22.0.0/16"]) with { AccountId = "222222222222", Region = "eu-central-1" },
            AcceptanceRoleArn = Fn.Sub("arn:${AWS::Partition}:iam::222222222222:role/AcceptPeering"),
            AddressBook = book,
        });
    }

    private ThreeTierVpc Network(string id, string block, AddressBook book, params IReadOnlyList<TierProps> tiers) => new(this, id, new ThreeTierVpcProps
    {
        CidrBlock = block,
        Zones = ["eu-west-1a", "eu-west-1b"],
        NatGateways = NatStrategy.None,
        Tiers = tiers,
        AddressBook = book,
    });
}
