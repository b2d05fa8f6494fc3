using System.Collections.Immutable;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Network.Model;

/// <summary>A security group: allow rules only, stateful, at interfaces.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html</remarks>
public sealed record SecurityGroup(Component Component, Maybe<ComponentId> Vpc) : NetworkObject(Component)
{
    /// <summary>Whether it is the VPC's default group. The source of the model writes down its rules too.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Rules for traffic that comes in.</summary>
    public ImmutableArray<SecurityGroupRule> Ingress { get; init; } = [];

    /// <summary>Rules for traffic that goes out.</summary>
    public ImmutableArray<SecurityGroupRule> Egress { get; init; } = [];

    /// <summary>Why there may be rules that the model does not hold.</summary>
    public ImmutableArray<UnknownValue> MayHaveMoreRules { get; init; } = [];

    /// <summary>What a group without an egress property lets out: everything, IPv4 and IPv6.</summary>
    public static ImmutableArray<SecurityGroupRule> AllowAllEgress(Component component) =>
    [
        new(component, new RulePeer.Range(Cidr.AnyIPv4), Traffic.All),
        new(component, new RulePeer.Range(Cidr.AnyIPv6), Traffic.All),
    ];

    /// <summary>What the default group lets in: its own members.</summary>
    public static ImmutableArray<SecurityGroupRule> AllowOwnMembers(Component group) =>
        [new(group, new RulePeer.Group(group.Id), Traffic.All)];
}

/// <summary>One allow rule.</summary>
/// <param name="Component">Where it is declared: the group, or a rule resource of its own.</param>
/// <param name="Peer">The other side: the source of ingress, the destination of egress.</param>
/// <param name="Traffic">The traffic.</param>
public sealed record SecurityGroupRule(Component Component, RulePeer Peer, Traffic Traffic) : NetworkObject(Component)
{
    /// <summary>Why it is not known whether the rule exists; null when it does.</summary>
    public UnknownValue? Doubt { get; init; }
}

/// <summary>The other side of a security group rule.</summary>
public abstract record RulePeer
{
    private RulePeer()
    {
    }

    /// <summary>Addresses.</summary>
    public static RulePeer From(string cidr) => new Range(Cidr.Parse(cidr));

    /// <summary>Addresses of a range.</summary>
    public sealed record Range(Cidr Cidr) : RulePeer;

    /// <summary>Addresses of a prefix list.</summary>
    public sealed record List(ComponentId PrefixList) : RulePeer;

    /// <summary>Interfaces that are members of a group, by their private addresses.</summary>
    public sealed record Group(ComponentId SecurityGroup) : RulePeer;

    /// <summary>Not known.</summary>
    public sealed record Open(UnknownValue Unknown) : RulePeer;
}
