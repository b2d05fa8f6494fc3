using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>Makes one list of flows of what the tiers accept and open.</summary>
internal static class FlowPlanner
{
    /// <summary>Flows that a tier may declare, so that its network ACL entries have numbers of their own.</summary>
    public const int FlowsPerTier = 47;

    /// <summary>The first number of what the pattern adds itself, behind the bands of all tiers.</summary>
    public const int FirstNumberOfServices = FirstNumber + (AddressPlan.SlotCount * NumbersPerTier);

    public const int NumbersPerFlow = 40;

    // 1 to 999 are for rules that must come before every allow; each tier slot has a band behind that.
    private const int FirstNumber = 1000;
    private const int NumbersPerTier = FlowsPerTier * NumbersPerFlow;

    // Where NAT64 translates: the last 32 bits of an address are those of an IPv4 host.
    private static readonly Cidr Nat64 = Cidr.Parse(Nat64Prefix);
    private static readonly ImmutableArray<TrafficRule> EgressByDefault = [TrafficRule.Tcp(443, TrafficPeer.Anywhere)];

    public const string Nat64Prefix = "64:ff9b::/96";

    /// <summary>All flows of a VPC, sorted: the order in which tiers and rules were given does not show.</summary>
    public static ImmutableArray<Flow> FlowsOf(ImmutableArray<TierPlan> tiers, AddressPlan addresses, ExternalValues values)
    {
        var byName = tiers.ToDictionary(tier => tier.Name, StringComparer.Ordinal);
        ImmutableArray<AddressBlock> vpc = VpcBlocksOf(tiers, addresses);
        return [.. tiers.Where(tier => tier.IsForWorkloads).SelectMany(Declared)];

        IEnumerable<Flow> Declared(TierPlan tier) =>
            Sorted(tier.Props.Ingress).Select(rule => (rule, isIngress: true))
                .Concat(Sorted(EgressOf(tier.Props)).Select(rule => (rule, isIngress: false)))
                .Select((declared, position) =>
                {
                    var here = EndOf(tier);
                    var there = End(declared.rule.Peer, tier, declared.isIngress);
                    var number = FirstNumber + (tier.Slot * NumbersPerTier) + (position * NumbersPerFlow);
                    return declared.isIngress
                        ? new Flow(there, here, declared.rule, tier.Slot, number)
                        : new Flow(here, there, declared.rule, tier.Slot, number) { BeyondNat = BeyondNat(declared.rule.Peer, tier) };
                });

        FlowEnd End(TrafficPeer peer, TierPlan tier, bool isIngress) => peer switch
        {
            { TierName: { } name } => EndOf(byName[name]) with { Ranges = [.. byName[name].Ranges.Where(range => Has(tier, range.IsIPv6))] },
            { PrefixListId: { } list } => new(null, Everywhere(tier))
            {
                PrefixList = new($"prefix list {peer.Name}", values.Of($"{ResourceName.Of(peer.Name!)}PrefixList", list), peer.PrefixListMaxEntries),
            },
            { SecurityGroupId: { } group } => new(null, [.. vpc.Where(block => Has(tier, block.IsIPv6))])
            {
                Group = new(ResourceName.Of(peer.Name!), $"security group {peer.Name}", values.Of($"{ResourceName.Of(peer.Name!)}PeerGroup", group)),
            },
            { IsAnywhere: true } => new(null, Everywhere(tier)),
            _ => new(null, [Reached(Cidr.Parse(peer.CidrBlock!), tier, isIngress)]),
        };
    }

    /// <summary>The tier as an end of flows.</summary>
    public static FlowEnd EndOf(TierPlan tier) => new(tier, tier.Ranges) { Group = tier.Group };

    /// <summary>Every block of the VPC: its IPv4 blocks by name, and its <c>/56</c> where a tier has IPv6.</summary>
    public static ImmutableArray<AddressBlock> VpcBlocksOf(ImmutableArray<TierPlan> tiers, AddressPlan addresses) =>
    [
        .. addresses.CidrBlocks.Select(cidr => AddressBlock.InVpc(cidr.Block, cidr)),
        .. tiers.Any(tier => tier.HasIPv6) ? [AddressBlock.InVpcIpv6(Cidr.Create(0, AddressBlock.Ipv6BasePrefix, isIPv6: true))] : ImmutableArray<AddressBlock>.Empty,
    ];

    /// <summary>The egress rules of a tier: its own, or those of its intent.</summary>
    public static IReadOnlyList<TrafficRule> EgressOf(TierProps tier) =>
        tier.Egress ?? (tier.Intent == TierIntent.Egress ? EgressByDefault : []);

    private static ImmutableArray<AddressBlock> Everywhere(TierPlan tier) =>
        [.. new[] { AddressBlock.AnyIPv4, AddressBlock.AnyIPv6 }.Where(block => Has(tier, block.IsIPv6))];

    private static bool Has(TierPlan tier, bool isIPv6) => isIPv6 ? tier.HasIPv6 : tier.HasIPv4;

    private static AddressBlock Reached(Cidr range, TierPlan tier, bool isIngress) => AddressBlock.Literal(
        !isIngress && !range.IsIPv6 && !tier.HasIPv4
            ? Cidr.Create(Nat64.First | range.First, Nat64.PrefixLength + range.PrefixLength, isIPv6: true)
            : range);

    private static ImmutableArray<AddressBlock> BeyondNat(TrafficPeer peer, TierPlan tier) => peer switch
    {
        _ when tier.Intent != TierIntent.Egress || (!tier.HasIPv4 && !tier.HasDns64) => [],
        { IsAnywhere: true } or { PrefixListId: not null } => [AddressBlock.AnyIPv4],
        { CidrBlock: { } block } when Cidr.Parse(block) is { IsIPv6: false } range => [AddressBlock.Literal(range)],
        _ => [],
    };

    private static IEnumerable<TrafficRule> Sorted(IEnumerable<TrafficRule> rules) => rules
        .OrderBy(rule => rule.Peer.TierName, StringComparer.Ordinal)
        .ThenBy(rule => rule.Peer.CidrBlock, StringComparer.Ordinal)
        .ThenBy(rule => rule.Peer.Name, StringComparer.Ordinal)
        .ThenBy(rule => rule.Protocol == TrafficProtocol.Icmp)
        .ThenBy(rule => rule.Protocol)
        .ThenBy(rule => rule.FromPort)
        .ThenBy(rule => rule.ToPort)
        .ThenBy(rule => rule.Peer.IsAnywhere);
}
