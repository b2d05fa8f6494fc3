using System.Collections.Immutable;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>An entry of a network ACL; all of ours allow.</summary>
/// <param name="Number">The rule number, unique by direction; evaluation goes from the lowest up.</param>
/// <param name="IsEgress">Whether it is about what leaves the subnet.</param>
/// <param name="Peer">The source of what enters, the destination of what leaves.</param>
/// <param name="Protocol">TCP or UDP.</param>
/// <param name="FromPort">The first destination port.</param>
/// <param name="ToPort">The last destination port.</param>
internal sealed record NetworkAclEntryPlan(int Number, bool IsEgress, Cidr Peer, TrafficProtocol Protocol, int FromPort, int ToPort);

/// <summary>The network ACL of a tier: the stateless half of its flows, with the way back of each.</summary>
/// <remarks>
/// A client answers from, and a NAT gateway maps to, any port from 1024 to 65535; ACLs remember nothing, so every
/// direction has an entry for its answers. What passes a NAT gateway passes the ACL of its subnet four times.
/// <para>Source: https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html#nacl-ephemeral-ports</para>
/// </remarks>
internal sealed record NetworkAclPlan(TierPlan Tier, ImmutableArray<NetworkAclEntryPlan> Entries)
{
    public const int FirstEphemeralPort = 1024;
    public const int LastPort = 65535;

    /// <summary>"Rules per network ACL", by direction: 20 by default.</summary>
    public const int EntriesQuota = 20;

    // A flow has 40 numbers: 20 for its own direction, 20 for its answers, one for each range of a peer.
    private const int NumbersForAnswers = 20;

    public static NetworkAclPlan Of(TierPlan tier, ImmutableArray<Flow> flows, TierPlan? natTier) => new(tier,
    [
        .. flows
            .GroupBy(flow => flow.DeclaredBy.Slot)
            .SelectMany(declared => EntriesFor(tier, declared, natTier))
            .OrderBy(entry => entry.IsEgress)
            .ThenBy(entry => entry.Number),
    ]);

    // Flows that one tier declares share the way back of a peer, under the lowest number. Those of several tiers do not:
    // adding a tier would renumber what is there.
    private static IEnumerable<NetworkAclEntryPlan> EntriesFor(TierPlan tier, IEnumerable<Flow> flows, TierPlan? natTier)
    {
        var entries = new List<NetworkAclEntryPlan>();
        foreach (var flow in flows)
        {
            if (flow.To.Tier == tier)
            {
                Accept(entries, flow, flow.From);
            }

            if (flow.From.Tier == tier)
            {
                Open(entries, flow, flow.To);
            }

            if (natTier == tier && flow is { From.Tier.Intent: TierIntent.Egress, To.Tier: null })
            {
                Accept(entries, flow, flow.From);
                Open(entries, flow, flow.To);
            }
        }

        return entries.GroupBy(entry => entry with { Number = 0 }).Select(group => group.MinBy(entry => entry.Number)!);
    }

    private static void Accept(List<NetworkAclEntryPlan> entries, Flow flow, FlowEnd peer)
    {
        AddEntries(entries, flow, peer, isEgress: false, isAnswer: false);
        AddEntries(entries, flow, peer, isEgress: true, isAnswer: true);
    }

    private static void Open(List<NetworkAclEntryPlan> entries, Flow flow, FlowEnd peer)
    {
        AddEntries(entries, flow, peer, isEgress: true, isAnswer: false);
        AddEntries(entries, flow, peer, isEgress: false, isAnswer: true);
    }

    private static void AddEntries(List<NetworkAclEntryPlan> entries, Flow flow, FlowEnd peer, bool isEgress, bool isAnswer)
    {
        var (first, last) = isAnswer ? (FirstEphemeralPort, LastPort) : (flow.Rule.FromPort, flow.Rule.ToPort);
        for (var range = 0; range < peer.Ranges.Length; range++)
        {
            var number = flow.Number + (isAnswer ? NumbersForAnswers : 0) + range;
            entries.Add(new(number, isEgress, peer.Ranges[range], flow.Rule.Protocol, first, last));
        }
    }
}
