using System.Collections.Immutable;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>An entry of a network ACL.</summary>
/// <param name="Number">The rule number, unique by direction; evaluation goes from the lowest up.</param>
/// <param name="IsEgress">Whether it is about what leaves the subnet.</param>
/// <param name="Peer">The source of what enters, the destination of what leaves.</param>
/// <param name="Protocol">The protocol; <see langword="null"/> for all.</param>
/// <param name="FromPort">The first destination port; the type of ICMP.</param>
/// <param name="ToPort">The last destination port; the code of ICMP.</param>
/// <param name="IsAllow">Whether it allows or denies.</param>
internal sealed record NetworkAclEntryPlan(
    int Number, bool IsEgress, AddressBlock Peer, TrafficProtocol? Protocol, int FromPort, int ToPort, bool IsAllow = true);

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

    // A flow has 40 numbers: 20 for its own direction, 20 for its answers, one for each range of a peer. IPv4 counts from
    // the first one up, IPv6 from the last one down, so that turning IPv6 on moves nothing.
    private const int NumbersForAnswers = 20;
    private const int NumberOfEverything = 1000;

    private static readonly ImmutableArray<bool> Directions = [false, true];
    private static readonly ImmutableArray<AddressBlock> Everything = [AddressBlock.AnyIPv4, AddressBlock.AnyIPv6];

    /// <summary>How many entries the direction has that has more.</summary>
    public int Most => Math.Max(Entries.Count(entry => entry.IsEgress), Entries.Count(entry => !entry.IsEgress));

    /// <summary>Plans the network ACL of a tier.</summary>
    /// <param name="tier">The tier.</param>
    /// <param name="flows">All flows.</param>
    /// <param name="blocked">Ranges that are denied before anything is allowed.</param>
    /// <param name="beyondNatOf">The IPv4 ranges outside with which a flow talks over NAT in this tier; none where it does not pass.</param>
    public static NetworkAclPlan Of(TierPlan tier, ImmutableArray<Flow> flows, ImmutableArray<AddressBlock> blocked, Func<Flow, ImmutableArray<AddressBlock>> beyondNatOf) =>
        new(tier, tier.IsForWorkloads
            ?
            [
                .. blocked.SelectMany(Denied)
                    .Concat(flows.GroupBy(flow => flow.DeclaredBy).SelectMany(declared => EntriesFor(tier, declared, beyondNatOf)))
                    .OrderBy(entry => entry.IsEgress)
                    .ThenBy(entry => entry.Number),
            ]
            : Open(tier));

    private static IEnumerable<NetworkAclEntryPlan> Denied(AddressBlock range, int position) =>
        Directions.Select(isEgress => new NetworkAclEntryPlan(position + 1, isEgress, range, null, 0, LastPort, IsAllow: false));

    // Attachments and firewall endpoints pass on what others filter.
    private static ImmutableArray<NetworkAclEntryPlan> Open(TierPlan tier) =>
    [
        .. from isEgress in Directions
           from range in Everything
           where range.IsIPv6 ? tier.HasIPv6 : tier.HasIPv4
           select new NetworkAclEntryPlan(NumberOfEverything + (range.IsIPv6 ? 1 : 0), isEgress, range, null, 0, LastPort),
    ];

    // Flows that one tier declares share the way back of a peer, under the lowest number. Those of several tiers do not:
    // adding a tier would renumber what is there.
    private static IEnumerable<NetworkAclEntryPlan> EntriesFor(TierPlan tier, IEnumerable<Flow> flows, Func<Flow, ImmutableArray<AddressBlock>> beyondNatOf)
    {
        var entries = new List<NetworkAclEntryPlan>();
        foreach (var flow in flows)
        {
            if (flow.To.Tier == tier)
            {
                Accept(entries, flow, flow.From.Ranges);
            }

            if (flow.From.Tier == tier)
            {
                Open(entries, flow, flow.To.Ranges);
            }

            if (beyondNatOf(flow) is { IsEmpty: false } outside)
            {
                PassNat(entries, flow, outside);
            }
        }

        return entries.GroupBy(entry => entry with { Number = 0 }).Select(group => group.MinBy(entry => entry.Number)!);
    }

    // What a tier opens enters the NAT's subnet from the tier, over IPv6 where NAT64 translates, and leaves it over IPv4.
    // The message of a router on the way goes the other way.
    private static void PassNat(List<NetworkAclEntryPlan> entries, Flow flow, ImmutableArray<AddressBlock> outside)
    {
        if (!flow.Rule.HasAnswers)
        {
            AddEntries(entries, flow, outside, isEgress: false, isAnswer: false);
            AddEntries(entries, flow, [.. flow.To.Tier!.Ranges.Where(range => !range.IsIPv6)], isEgress: true, isAnswer: false);
            return;
        }

        Accept(entries, flow, [.. flow.From.Ranges.Where(range => !range.IsIPv6 || flow.From.Tier!.HasDns64)]);
        Open(entries, flow, outside);
    }

    private static void Accept(List<NetworkAclEntryPlan> entries, Flow flow, ImmutableArray<AddressBlock> peer)
    {
        AddEntries(entries, flow, peer, isEgress: false, isAnswer: false);
        AddEntries(entries, flow, peer, isEgress: true, isAnswer: true);
    }

    private static void Open(List<NetworkAclEntryPlan> entries, Flow flow, ImmutableArray<AddressBlock> peer)
    {
        AddEntries(entries, flow, peer, isEgress: true, isAnswer: false);
        AddEntries(entries, flow, peer, isEgress: false, isAnswer: true);
    }

    private static void AddEntries(List<NetworkAclEntryPlan> entries, Flow flow, ImmutableArray<AddressBlock> peer, bool isEgress, bool isAnswer)
    {
        if (isAnswer && !flow.Rule.HasAnswers)
        {
            return;
        }

        var first = flow.Number + (isAnswer ? NumbersForAnswers : 0);
        var (ipv4, ipv6) = (first, first + NumbersForAnswers - 1);
        foreach (var range in peer)
        {
            var (from, to) = isAnswer ? (FirstEphemeralPort, LastPort)
                : flow.Rule.HasAnswers ? (flow.Rule.FromPort, flow.Rule.ToPort)
                : flow.Rule.IcmpIn(range.IsIPv6);
            entries.Add(new(range.IsIPv6 ? ipv6-- : ipv4++, isEgress, range, flow.Rule.Protocol, from, to));
        }
    }
}
