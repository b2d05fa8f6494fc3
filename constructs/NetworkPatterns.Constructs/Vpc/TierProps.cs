using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>A tier of a VPC: one subnet in every zone, with one security group and one network ACL for all of them.</summary>
public sealed class TierProps
{
    /// <summary>
    /// The tier's name: a letter, then letters, digits and hyphens. It is part of logical IDs: renaming a tier
    /// replaces its subnets.
    /// </summary>
    public required string Name { get; init; }

    /// <summary>
    /// The tier's number, 0 to 15, unique in the VPC and for good: its addresses follow from it, and from no position.
    /// </summary>
    public required int Slot { get; init; }

    /// <summary>What the subnets are for; their routes follow from it.</summary>
    public required TierIntent Intent { get; init; }

    /// <summary>How large each subnet is. Default: all of the block that the plan keeps for it.</summary>
    public SubnetSize Size { get; init; } = SubnetSize.Whole;

    /// <summary>The secondary block that the tier lives in, by its name in <see cref="ThreeTierVpcProps.SecondaryCidrs"/>. Default: the VPC's primary block.</summary>
    public string? CidrName { get; init; }

    /// <summary>The address families of the tier's subnets. Default: those of <see cref="ThreeTierVpcProps.IpStack"/>.</summary>
    public IpStack? IpStack { get; init; }

    /// <summary>
    /// Whether the subnets' resolver makes IPv6 addresses for hosts that have IPv4 only (DNS64), with a route of
    /// <c>64:ff9b::/96</c> to a NAT gateway. Default: for tiers with IPv6 only, egress and a NAT gateway.
    /// </summary>
    /// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-nat64-dns64.html</remarks>
    public bool? Dns64 { get; init; }

    /// <summary>Connections that the tier accepts. Default: none.</summary>
    public IReadOnlyList<TrafficRule> Ingress { get; init; } = [];

    /// <summary>
    /// Connections that the tier opens to addresses outside the VPC. (Those to another tier are that tier's ingress.)
    /// Default: TCP 443 to anywhere for <see cref="TierIntent.Egress"/>, which package repositories, container
    /// registries and AWS APIs need; none for other intents.
    /// </summary>
    public IReadOnlyList<TrafficRule>? Egress { get; init; }

    /// <summary>
    /// Whether instances get a public IPv4 address by being launched here; only with <see cref="TierIntent.Internet"/>.
    /// Default: no, because load balancers and NAT gateways have theirs anyway.
    /// </summary>
    public bool MapPublicIpOnLaunch { get; init; }

    /// <summary>
    /// The name of an EKS cluster whose load balancers find the subnets by their tags: internet-facing ones in a tier
    /// with <see cref="TierIntent.Internet"/>, internal ones elsewhere. Default: none.
    /// </summary>
    /// <remarks>Source: https://docs.aws.amazon.com/eks/latest/userguide/network-load-balancing.html</remarks>
    public string? EksClusterName { get; init; }

    /// <summary>
    /// The value of the tag <c>karpenter.sh/discovery</c> on the subnets and the security group, by which Karpenter finds
    /// where to start nodes; usually the name of the cluster. Default: no tag.
    /// </summary>
    /// <remarks>Source: https://karpenter.sh/docs/concepts/nodeclasses/</remarks>
    public string? KarpenterDiscovery { get; init; }

    /// <summary>Placement groups for the tier's instances. Default: none.</summary>
    public PlacementStrategy? PlacementGroup { get; init; }

    /// <summary>What VPC Block Public Access lets through for the tier's subnets. Default: no exclusion.</summary>
    public PublicAccessExclusion? PublicAccessExclusion { get; init; }

    /// <summary>What the tier does in a VPC that is the way to the internet for others.</summary>
    internal CentralNat CentralNat { get; init; }
}
