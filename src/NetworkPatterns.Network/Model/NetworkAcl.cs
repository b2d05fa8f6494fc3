using System.Collections.Immutable;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Network.Model;

/// <summary>A network ACL: ordered, stateless, at the boundary of subnets.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html</remarks>
public sealed record NetworkAcl(Component Component, ComponentId Vpc) : NetworkObject(Component)
{
    /// <summary>Whether it is the VPC's default one. The source of the model writes down its allow-all entries too.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Entries of both directions, in any order; the final deny of each direction is implied.</summary>
    public ImmutableArray<NetworkAclEntry> Entries { get; init; } = [];

    /// <summary>Why there may be entries that the model does not hold.</summary>
    public ImmutableArray<UnknownValue> MayHaveMoreEntries { get; init; } = [];

    /// <summary>The entries of a fresh default ACL: everything, both ways, IPv4 and IPv6.</summary>
    /// <remarks>The IPv6 entries appear once the VPC has an IPv6 range; before that no packet could match them.</remarks>
    public static ImmutableArray<NetworkAclEntry> AllowAll(Component component) =>
    [
        new(component, IsEgress: false, 100, IsAllow: true, Cidr.AnyIPv4, Traffic.All),
        new(component, IsEgress: false, 101, IsAllow: true, Cidr.AnyIPv6, Traffic.All),
        new(component, IsEgress: true, 100, IsAllow: true, Cidr.AnyIPv4, Traffic.All),
        new(component, IsEgress: true, 101, IsAllow: true, Cidr.AnyIPv6, Traffic.All),
    ];
}

/// <summary>One entry: the lowest number that matches decides.</summary>
/// <param name="Component">Where it is declared.</param>
/// <param name="IsEgress">Whether it is for packets that leave the subnet.</param>
/// <param name="RuleNumber">Its place.</param>
/// <param name="IsAllow">Allow or deny.</param>
/// <param name="Cidr">Source of packets that enter, destination of packets that leave.</param>
/// <param name="Traffic">The traffic.</param>
public sealed record NetworkAclEntry(
    Component Component,
    bool IsEgress,
    Maybe<int> RuleNumber,
    Maybe<bool> IsAllow,
    Maybe<Cidr> Cidr,
    Traffic Traffic) : NetworkObject(Component)
{
    /// <summary>Why it is not known whether the entry exists; null when it does.</summary>
    public UnknownValue? Doubt { get; init; }
}
