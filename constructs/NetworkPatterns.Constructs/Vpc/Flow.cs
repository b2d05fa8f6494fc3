using System.Collections.Immutable;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>One end of a flow: a tier of the VPC, or ranges outside.</summary>
/// <param name="Tier">The tier; <see langword="null"/> for ranges outside.</param>
/// <param name="Ranges">The addresses: the tier's region and pinned subnets, or the range outside.</param>
internal sealed record FlowEnd(TierPlan? Tier, ImmutableArray<Cidr> Ranges)
{
    public override string ToString() => Tier is null ? string.Join(", ", Ranges) : $"tier {Tier.Name}";
}

/// <summary>Connections that are allowed: who opens them, who accepts them, and on which ports.</summary>
/// <param name="From">Who opens.</param>
/// <param name="To">Who accepts.</param>
/// <param name="Rule">Protocol and ports.</param>
/// <param name="DeclaredBy">The tier whose rule it is.</param>
/// <param name="Number">The number of the flow's first network ACL entry, in the band of the tier that declares it.</param>
internal sealed record Flow(FlowEnd From, FlowEnd To, TrafficRule Rule, TierPlan DeclaredBy, int Number)
{
    public override string ToString() => $"{Rule.Description} from {From} to {To}";
}
