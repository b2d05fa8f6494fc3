using System.Collections.Immutable;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>The security group of a tier: the stateful half of its flows.</summary>
/// <param name="Tier">The tier.</param>
/// <param name="FromRanges">Flows that it accepts from ranges and prefix lists.</param>
/// <param name="ToRanges">Flows that it opens to ranges and prefix lists.</param>
/// <param name="FromGroups">Flows that it accepts from groups: those of tiers, and others.</param>
/// <param name="ToGroups">Flows that it opens to groups: those of tiers, and others.</param>
internal sealed record SecurityGroupPlan(
    TierPlan Tier,
    ImmutableArray<Flow> FromRanges,
    ImmutableArray<Flow> ToRanges,
    ImmutableArray<Flow> FromGroups,
    ImmutableArray<Flow> ToGroups)
{
    /// <summary>"Inbound or outbound rules per security group", for each address family: 60 by default.</summary>
    public const int RulesQuota = 60;

    public int IngressCount => CountOf(FromRanges, flow => flow.From) + FromGroups.Length;

    public int EgressCount => CountOf(ToRanges, flow => flow.To) + ToGroups.Length;

    public static SecurityGroupPlan Of(TierPlan tier, ImmutableArray<Flow> flows) => new(
        tier,
        [.. flows.Where(flow => flow.To.Group == tier.Group && flow.From.Group is null)],
        [.. flows.Where(flow => flow.From.Group == tier.Group && flow.To.Group is null)],
        [.. flows.Where(flow => flow.To.Group == tier.Group && flow.From.Group is not null)],
        [.. flows.Where(flow => flow.From.Group == tier.Group && flow.To.Group is not null)]);

    /// <summary>How many rules flows with ranges and prefix lists are, in the address family that has more; equal rules are one.</summary>
    public static int CountOf(IEnumerable<Flow> flows, Func<Flow, FlowEnd> peer)
    {
        var lists = flows
            .Select(flow => (flow.Rule.Protocol, flow.Rule.Ports, List: peer(flow).PrefixList))
            .Where(rule => rule.List is not null)
            .Distinct()
            .Sum(rule => rule.List!.MaxEntries);
        var ranges = flows
            .Where(flow => peer(flow).PrefixList is null)
            .SelectMany(flow => peer(flow).Ranges.Select(range => (flow.Rule.Protocol, flow.Rule.Ports, Range: range)))
            .Distinct()
            .ToLookup(rule => rule.Range.IsIPv6);
        return lists + Math.Max(ranges[true].Count(), ranges[false].Count());
    }
}
