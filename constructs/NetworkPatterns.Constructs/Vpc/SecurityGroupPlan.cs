using System.Collections.Immutable;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>The security group of a tier: the stateful half of its flows.</summary>
/// <param name="Tier">The tier.</param>
/// <param name="FromRanges">Flows that it accepts from ranges.</param>
/// <param name="ToRanges">Flows that it opens to ranges.</param>
/// <param name="FromTiers">Flows that it accepts from tiers.</param>
/// <param name="ToTiers">Flows that it opens to tiers.</param>
internal sealed record SecurityGroupPlan(
    TierPlan Tier,
    ImmutableArray<Flow> FromRanges,
    ImmutableArray<Flow> ToRanges,
    ImmutableArray<Flow> FromTiers,
    ImmutableArray<Flow> ToTiers)
{
    /// <summary>"Inbound or outbound rules per security group": 60 by default.</summary>
    public const int RulesQuota = 60;

    public int IngressCount => FromRanges.Length + FromTiers.Length;

    public int EgressCount => ToRanges.Length + ToTiers.Length;

    public static SecurityGroupPlan Of(TierPlan tier, ImmutableArray<Flow> flows) => new(
        tier,
        [.. flows.Where(flow => flow.To.Tier == tier && flow.From.Tier is null)],
        [.. flows.Where(flow => flow.From.Tier == tier && flow.To.Tier is null)],
        [.. flows.Where(flow => flow.To.Tier == tier && flow.From.Tier is not null)],
        [.. flows.Where(flow => flow.From.Tier == tier && flow.To.Tier is not null)]);
}
