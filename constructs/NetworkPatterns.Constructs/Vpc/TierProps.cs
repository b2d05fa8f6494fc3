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
}
