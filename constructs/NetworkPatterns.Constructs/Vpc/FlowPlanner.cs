using System.Collections.Immutable;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>Makes one list of flows of what the tiers accept and open.</summary>
internal static class FlowPlanner
{
    /// <summary>Flows that a tier may declare, so that its network ACL entries have numbers of their own.</summary>
    public const int FlowsPerTier = 47;

    // 1 to 999 stay free for rules that must come before every allow; each tier slot has a band behind that.
    private const int FirstNumber = 1000;
    private const int NumbersPerFlow = 40;
    private const int NumbersPerTier = FlowsPerTier * NumbersPerFlow;

    private static readonly ImmutableArray<TrafficRule> EgressByDefault = [TrafficRule.Tcp(443, TrafficPeer.AnyIPv4)];

    /// <summary>All flows of a VPC, sorted: the order in which tiers and rules were given does not show.</summary>
    public static ImmutableArray<Flow> FlowsOf(ImmutableArray<TierPlan> tiers)
    {
        var byName = tiers.ToDictionary(tier => tier.Name, StringComparer.Ordinal);
        return [.. tiers.SelectMany(Declared)];

        IEnumerable<Flow> Declared(TierPlan tier) =>
            Sorted(tier.Props.Ingress).Select(rule => (rule, isIngress: true))
                .Concat(Sorted(EgressOf(tier.Props)).Select(rule => (rule, isIngress: false)))
                .Select((declared, position) =>
                {
                    var here = new FlowEnd(tier, tier.Ranges);
                    var there = End(declared.rule.Peer);
                    var number = FirstNumber + (tier.Slot * NumbersPerTier) + (position * NumbersPerFlow);
                    return declared.isIngress
                        ? new Flow(there, here, declared.rule, tier, number)
                        : new Flow(here, there, declared.rule, tier, number);
                });

        FlowEnd End(TrafficPeer peer) => peer.TierName is { } name
            ? new(byName[name], byName[name].Ranges)
            : new(null, [Cidr.Parse(peer.CidrBlock!)]);
    }

    /// <summary>The egress rules of a tier: its own, or those of its intent.</summary>
    public static IReadOnlyList<TrafficRule> EgressOf(TierProps tier) =>
        tier.Egress ?? (tier.Intent == TierIntent.Egress ? EgressByDefault : []);

    private static IEnumerable<TrafficRule> Sorted(IEnumerable<TrafficRule> rules) => rules
        .OrderBy(rule => rule.Peer.TierName, StringComparer.Ordinal)
        .ThenBy(rule => rule.Peer.CidrBlock, StringComparer.Ordinal)
        .ThenBy(rule => rule.Protocol)
        .ThenBy(rule => rule.FromPort)
        .ThenBy(rule => rule.ToPort);
}
