using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Constructs;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Reference.Vpc;

/// <summary>
/// A VPC for a large platform: both address families, tiers of its own, pods in a block that repeats elsewhere, endpoints
/// in place of the internet, and logs that can be queried.
/// </summary>
public sealed class FullThreeTierStack : Stack
{
    // com.amazonaws.global.cloudfront.origin-facing in eu-west-1: an ID differs by Region, and no function of CloudFormation
    // finds it by its name. It counts as 55 rules.
    private const string CloudFrontOriginFacing = "pl-4fa04526";

    /// <summary>Makes the stack.</summary>
    public FullThreeTierStack(Construct scope, string id, AddressBook book)
        : base(scope, id)
    {
        Network = new ThreeTierVpc(this, "Network", new ThreeTierVpcProps
        {
            CidrBlock = "10.2.0.0/16",
            SecondaryCidrs = [new VpcCidrInput("pods", "100.64.0.0/16")],
            Zones = ["eu-west-1a", "eu-west-1b"],
            IpStack = IpStack.DualStack,
            Tiers = Tiers(),
            PrivateNat = new PrivateNat("routable", ["pods"], ["10.0.0.0/8"]),
            NatAlarmTopicArns = [],
            BlockedRanges = ["198.51.100.0/24", "2001:db8:bad::/48"],
            InterfaceEndpoints = ["ecr.api", "ecr.dkr", "secretsmanager", InterfaceEndpoint.Of("sts") with { Zones = ["eu-west-1a"] }],
            InterfaceEndpointTier = "endpoints",
            SessionManager = true,
            EndpointPolicy = EndpointPolicy.Organization("o-exampleorgid"),
            FlowLogs = FlowLogs.ToS3(),
            DhcpOptions = new DhcpOptions { DomainName = "example.internal", NtpServers = ["169.254.169.123"] },
            EncryptionControl = EncryptionControl.Monitor,
            AddressBook = book,
        });
        AttachToTransitGateway();
    }

    /// <summary>The network, for stacks that run in it.</summary>
    public ThreeTierVpc Network { get; }

    private static IReadOnlyList<TierProps> Tiers() =>
    [
        new()
        {
            Name = "web",
            Slot = 0,
            Intent = TierIntent.Internet,
            Ingress = [TrafficRule.Tcp(443, TrafficPeer.PrefixList("cloudfront", CloudFrontOriginFacing, maxEntries: 55)), TrafficRule.PathMtuDiscovery(TrafficPeer.Cidr("192.0.2.0/24"))],
        },
        new()
        {
            Name = "app",
            Slot = 1,
            Intent = TierIntent.Egress,
            Ingress = [TrafficRule.Tcp(8080, TrafficPeer.Tier("web")), TrafficRule.Tcp(8443, TrafficPeer.SecurityGroup("partner", "sg-0123456789abcdef0"))],
            PlacementGroup = PlacementStrategy.Spread,
        },
        new() { Name = "data", Slot = 2, Intent = TierIntent.Isolated, Ingress = [TrafficRule.Tcp(5432, TrafficPeer.Tier("app")), TrafficRule.Tcp(5432, TrafficPeer.Tier("pods"))] },
        new() { Name = "jobs", Slot = 3, Intent = TierIntent.Egress, IpStack = IpStack.Ipv6 },
        new() { Name = "endpoints", Slot = 4, Intent = TierIntent.Isolated, IpStack = IpStack.Ipv4 },
        new() { Name = "routable", Slot = 5, Intent = TierIntent.Transit, IpStack = IpStack.Ipv4, Size = SubnetSize.Prefix(28) },
        new() { Name = "attachments", Slot = 6, Intent = TierIntent.Transit, IpStack = IpStack.Ipv4, Size = SubnetSize.Prefix(28) },
        new()
        {
            Name = "pods",
            Slot = 8,
            Intent = TierIntent.Egress,
            CidrName = "pods",
            Size = SubnetSize.Pods(EksPods.PerNode(nodes: 30, podsPerNode: 58)),
            IpStack = IpStack.Ipv4,
            EksClusterName = "platform",
            KarpenterDiscovery = "platform",
            Egress = [TrafficRule.Tcp(443, TrafficPeer.Anywhere), TrafficRule.Tcp(5432, TrafficPeer.Cidr("10.0.0.0/8"))],
        },
    ];

    // What the hub pattern does with all its rules, in its smallest form: an attachment has subnets of its own.
    private void AttachToTransitGateway()
    {
        var gateway = new CfnTransitGateway(this, "TransitGateway", new CfnTransitGatewayProps { Description = "Reference", AmazonSideAsn = 64512, MulticastSupport = "disable" });
        _ = new CfnTransitGatewayAttachment(this, "Attachment", new CfnTransitGatewayAttachmentProps
        {
            TransitGatewayId = gateway.Ref,
            VpcId = Network.VpcId,
            SubnetIds = [.. Network.Tier("attachments").Subnets.Select(subnet => subnet.SubnetId)],
        });
    }
}
