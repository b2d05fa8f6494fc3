using System.Collections.Immutable;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>A security group, as rules of other groups name it.</summary>
/// <param name="Id">Its part in ids of rules.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Value">Its ID.</param>
internal sealed record GroupPeer(string Id, string Label, Value Value);

/// <summary>A prefix list, as security group rules name it.</summary>
/// <param name="Label">What people call it.</param>
/// <param name="Value">Its ID.</param>
/// <param name="MaxEntries">How many rules it counts for.</param>
internal sealed record PrefixListPeer(string Label, Value Value, int MaxEntries);

/// <summary>One end of a flow: where it is, and how security groups and network ACLs name it.</summary>
/// <param name="Tier">The tier whose subnets it is in; <see langword="null"/> for what is elsewhere.</param>
/// <param name="Ranges">Its addresses: those of the tier, or a range outside; network ACLs name them.</param>
internal sealed record FlowEnd(TierPlan? Tier, ImmutableArray<AddressBlock> Ranges)
{
    /// <summary>Its security group; <see langword="null"/> where rules name the ranges.</summary>
    public GroupPeer? Group { get; init; }

    /// <summary>Its prefix list; <see langword="null"/> where rules name the ranges.</summary>
    public PrefixListPeer? PrefixList { get; init; }

    /// <summary>Whether it is addresses outside the VPC, which a tier with egress reaches over NAT.</summary>
    public bool IsOutside => Tier is null && Group is null;

    public override string ToString() => Group?.Label ?? PrefixList?.Label ?? string.Join(", ", Ranges);
}

/// <summary>Connections that are allowed: who opens them, who accepts them, and on which ports.</summary>
/// <param name="From">Who opens.</param>
/// <param name="To">Who accepts.</param>
/// <param name="Rule">Protocol and ports.</param>
/// <param name="DeclaredBy">Whose rule it is: the slot of a tier, or a number above them for what the pattern adds.</param>
/// <param name="Number">The number of the flow's first network ACL entry, in the band of who declares it.</param>
internal sealed record Flow(FlowEnd From, FlowEnd To, TrafficRule Rule, int DeclaredBy, int Number)
{
    /// <summary>The IPv4 ranges that it reaches over NAT; none where the tier reaches them by itself.</summary>
    public ImmutableArray<AddressBlock> BeyondNat { get; init; } = [];

    public override string ToString() => $"{Rule.Description} from {From} to {To}";
}
