using Amazon.CDK;
using Constructs;
using NetworkPatterns.Constructs.Connectivity;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Guarantees;

namespace NetworkPatterns.Reference.Connectivity;

/// <summary>Payments as a private service, which a shop in another VPC calls by a name of its own.</summary>
public sealed class PrivateLinkStack : Stack
{
    /// <summary>Makes the stack.</summary>
    public PrivateLinkStack(Construct scope, string id, AddressBook book)
        : base(scope, id)
    {
        var service = new PrivateService(this, "Service", new PrivateServiceProps
        {
            NetworkLoadBalancerArns = [new CfnParameter(this, "LoadBalancer", new CfnParameterProps { Description = "The ARN of the Network Load Balancer that answers" }).ValueAsString],
            AllowedPrincipals = [Fn.Sub("arn:${AWS::Partition}:iam::${AWS::AccountId}:root")],
            AcceptanceRequired = false,
        });
        var consumer = Network("Shop", "10.31.0.0/16", book,
            new TierProps { Name = "app", Slot = 1, Intent = TierIntent.Isolated },
            new TierProps { Name = "endpoints", Slot = 2, Intent = TierIntent.Isolated, Ingress = [TrafficRule.Tcp(443, TrafficPeer.Tier("app"))] });
        _ = new PrivateServiceEndpoint(this, "Endpoint", new PrivateServiceEndpointProps
        {
            Network = consumer,
            ServiceName = service.ServiceName,
            Tier = "endpoints",
            Clients = ["app"],
            PrivateName = "payments.shop.internal",
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

/// <summary>Endpoints of AWS services in one VPC, for a VPC of the same account and, by a Profile, for an organization.</summary>
public sealed class CentralEndpointsStack : Stack
{
    /// <summary>Makes the stack.</summary>
    public CentralEndpointsStack(Construct scope, string id, AddressBook book)
        : base(scope, id)
    {
        var shared = new ThreeTierVpc(this, "Shared", new ThreeTierVpcProps
        {
            CidrBlock = "10.40.0.0/16",
            Zones = ["eu-west-1a", "eu-west-1b"],
            NatGateways = NatStrategy.None,
            Tiers = [new() { Name = "endpoints", Slot = 1, Intent = TierIntent.Isolated, Ingress = [TrafficRule.Tcp(443, TrafficPeer.Cidr("10.0.0.0/8"))] }],
            AddressBook = book,
        });
        var workload = new ThreeTierVpc(this, "Workload", new ThreeTierVpcProps
        {
            CidrBlock = "10.41.0.0/16",
            Zones = ["eu-west-1a", "eu-west-1b"],
            NatGateways = NatStrategy.None,
            Tiers = [new() { Name = "app", Slot = 1, Intent = TierIntent.Isolated, Egress = [TrafficRule.Tcp(443, TrafficPeer.Cidr("10.40.0.0/16"))] }],
            AddressBook = book,
        });
        _ = new VpcPeering(this, "Peering", new VpcPeeringProps
        {
            Requester = PeeringSide.Of(workload),
            Accepter = PeeringSide.Of(shared),
            Flows = [PeeringFlow.ToAccepter("app", "endpoints", Traffic.Tcp(443))],
        });
        _ = new CentralEndpoints(this, "Endpoints", new CentralEndpointsProps
        {
            Network = shared,
            Tier = "endpoints",
            Services = ["ecr.api", "ecr.dkr", "kms", "logs", "secretsmanager", "sts"],
            Vpcs = new Dictionary<string, Amazon.CDK.AWS.EC2.IVpc> { ["workload"] = workload.Vpc },
            ShareWith = [new CfnParameter(this, "Organization", new CfnParameterProps { Description = "The ARN of the organization" }).ValueAsString],
        });
    }
}
