using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Constructs.Tests.Vpc;

/// <summary>VPCs that together use every option, with literals only.</summary>
internal static class Options
{
    public static ThreeTierVpcProps DualStack { get; } = new()
    {
        CidrBlock = "10.0.0.0/16",
        SecondaryCidrs = [new("pods", "100.64.0.0/16")],
        Zones = Sample.TwoZones,
        IpStack = IpStack.DualStack,
        Tiers =
        [
            new()
            {
                Name = "web",
                Slot = 0,
                Intent = TierIntent.Internet,
                Ingress = [TrafficRule.Tcp(443, TrafficPeer.Anywhere), TrafficRule.PathMtuDiscovery(TrafficPeer.Cidr("192.0.2.0/24"))],
                PublicAccessExclusion = PublicAccessExclusion.Bidirectional,
            },
            new()
            {
                Name = "app",
                Slot = 1,
                Intent = TierIntent.Egress,
                Ingress = [TrafficRule.Tcp(8080, TrafficPeer.Tier("web")), TrafficRule.Tcp(8443, TrafficPeer.PrefixList("office", "pl-0123456789abcdef0", 10))],
                PlacementGroup = PlacementStrategy.Cluster,
            },
            new() { Name = "data", Slot = 2, Intent = TierIntent.Isolated, Ingress = [TrafficRule.Tcp(5432, TrafficPeer.Tier("app"))], PlacementGroup = PlacementStrategy.Partition(3) },
            new() { Name = "jobs", Slot = 3, Intent = TierIntent.Egress, IpStack = IpStack.Ipv6, Egress = [TrafficRule.Tcp(443, TrafficPeer.Anywhere), TrafficRule.Tcp(25, TrafficPeer.Cidr("198.18.0.0/15"))] },
            new() { Name = "transit", Slot = 4, Intent = TierIntent.Transit, IpStack = IpStack.Ipv4, Size = SubnetSize.Prefix(28) },
            new() { Name = "firewall", Slot = 5, Intent = TierIntent.Firewall, Size = SubnetSize.Prefix(28) },
            new() { Name = "pods", Slot = 8, Intent = TierIntent.Egress, IpStack = IpStack.Ipv4, CidrName = "pods", EksClusterName = "platform", KarpenterDiscovery = "platform" },
        ],
        NatGateways = NatStrategy.PerZone.WithElasticIp("eu-west-1a", "eipalloc-0123456789abcdef0"),
        PrivateNat = new("transit", ["pods"], ["10.128.0.0/9"]),
        NatAlarmTopicArns = [],
        BlockedRanges = ["198.51.100.0/24", "2001:db8:bad::/48"],
        DhcpOptions = new() { DomainName = "example.internal" },
        BlockPublicAccess = PublicAccessBlock.Bidirectional,
        EncryptionControl = EncryptionControl.Enforce,
        ExportName = "/network/dev",
    };

    public static ThreeTierVpcProps Endpoints { get; } = new()
    {
        Ipv4IpamPoolId = "ipam-pool-0123456789abcdef0",
        Ipv4NetmaskLength = 18,
        Zones = ["euw1-az1", "euw1-az2"],
        NatGateways = NatStrategy.RegionalByZone,
        Tiers = Sample.Tiers(more: new TierProps { Name = "endpoints", Slot = 3, Intent = TierIntent.Isolated }),
        InterfaceEndpoints = ["ecr.api", InterfaceEndpoint.Of("sts") with { Zones = ["euw1-az1"], Policy = EndpointPolicy.FullAccess }, InterfaceEndpoint.OfService("partner", "com.amazonaws.vpce.svc")],
        InterfaceEndpointTier = "endpoints",
        InterfaceEndpointClients = ["app"],
        SessionManager = true,
        InstanceConnect = new("app", "euw1-az1", ["app", "data"]) { Port = 3389 },
        EndpointPolicy = EndpointPolicy.Organization("o-exampleorgid"),
        FlowLogs = FlowLogs.ToS3(30, ["srcaddr", "dstaddr", "dstport", "protocol", "packets", "action"]),
    };

    public static ThreeTierVpcProps Instance { get; } = new()
    {
        CidrBlock = "10.0.0.0/16",
        Zones = Sample.TwoZones,
        NatGateways = NatStrategy.Instance("eu-west-1b", "t4g.micro"),
        FlowLogs = FlowLogs.ToCloudWatch(30).WithOwnKey(),
        InterfaceEndpoints = ["kms"],
        InterfaceEndpointTier = "data",
    };
}
