using Amazon.CDK;
using Constructs;
using NetworkPatterns.Constructs.Connectivity;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Reference.Connectivity;

/// <summary>
/// Food delivery: orders, payments and delivery tracking in a VPC each, which call each other by name, without peering, a Transit
/// Gateway or any route.
/// </summary>
public sealed class FoodDeliveryStack : Stack
{
    private const int AppPort = 8080;

    /// <summary>Makes the stack.</summary>
    public FoodDeliveryStack(Construct scope, string id, AddressBook book)
        : base(scope, id)
    {
        var orders = Network("Orders", "10.50.0.0/16", book);
        var payments = Network("Payments", "10.51.0.0/16", book);
        var tracking = Network("Tracking", "10.52.0.0/16", book);
        _ = new LatticeServiceNetwork(this, "Food", new LatticeServiceNetworkProps
        {
            Vpcs = [new("orders", orders, "app"), new("payments", payments, "app"), new("tracking", tracking, "app")],
            TargetGroups =
            [
                LatticeTargetGroup.Addresses("orders", orders, "app", AppPort),
                LatticeTargetGroup.Addresses("orders-next", orders, "app", AppPort),
                LatticeTargetGroup.Addresses("payments", payments, "app", AppPort),
                LatticeTargetGroup.Addresses("tracking", tracking, "app", AppPort),
            ],
            Services =
            [
                new("orders", new LatticeListener("https", LatticeProtocol.Https, LatticeAction.Forward(("orders", 90), ("orders-next", 10)))),
                new("payments", new LatticeListener("https", LatticeProtocol.Https, LatticeAction.NotFound)
                {
                    Rules = [new("charge", 10, LatticeAction.Forward("payments")) { PathPrefix = "/charges", Method = "POST" }],
                }),
                new("tracking", new LatticeListener("https", LatticeProtocol.Https, LatticeAction.Forward("tracking"))),
            ],
            Auth = LatticeAuth.Of(Fn.Sub("arn:${AWS::Partition}:iam::${AWS::AccountId}:root")),
        });
    }

    private ThreeTierVpc Network(string id, string block, AddressBook book) => new(this, id, new ThreeTierVpcProps
    {
        CidrBlock = block,
        Zones = ["eu-west-1a", "eu-west-1b"],
        NatGateways = NatStrategy.None,
        Tiers =
        [
            new()
            {
                Name = "app",
                Slot = 1,
                Intent = TierIntent.Isolated,
                Ingress = [TrafficRule.Tcp(AppPort, TrafficPeer.Cidr(LatticeServiceNetwork.Range))],
                Egress = [TrafficRule.Tcp(443, TrafficPeer.Cidr(LatticeServiceNetwork.Range))],
            },
            new() { Name = "data", Slot = 2, Intent = TierIntent.Isolated, Ingress = [TrafficRule.Tcp(5432, TrafficPeer.Tier("app"))] },
        ],
        AddressBook = book,
    });
}
