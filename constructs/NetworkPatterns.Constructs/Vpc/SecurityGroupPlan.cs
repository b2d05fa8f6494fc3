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

    public int IngressCount => Count(FromRanges, flow => flow.From) + FromGroups.Length;

    public int EgressCount => Count(ToRanges, flow => flow.To) + ToGroups.Length;

    public static SecurityGroupPlan Of(TierPlan tier, ImmutableArray<Flow> flows) => new(
        tier,
        [.. flows.Where(flow => flow.To.Group == tier.Group && flow.From.Group is null)],
        [.. flows.Where(flow => flow.From.Group == tier.Group && flow.To.Group is null)],
        [.. flows.Where(flow => flow.To.Group == tier.Group && flow.From.Group is not null)],
        [.. flows.Where(flow => flow.From.Group == tier.Group && flow.To.Group is not null)]);

    private static int Count(ImmutableArray<Flow> flows, Func<Flow, FlowEnd> peer) =>
        Math.Max(Count(flows, peer, isIPv6: false), Count(flows, peer, isIPv6: true));

    private static int Count(ImmutableArray<Flow> flows, Func<Flow, FlowEnd> peer, bool isIPv6) =>
        flows.Sum(flow => peer(flow).PrefixList?.MaxEntries ?? peer(flow).Ranges.Count(range => range.IsIPv6 == isIPv6));
}
