using System.Collections.Immutable;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Guarantees;

namespace NetworkPatterns.Constructs.Transit;

/// <summary>Who may talk to whom, and what lies between: all routes of a hub follow from it.</summary>
internal sealed record SegmentPolicy
{
    /// <summary>The table of what comes out of the inspection.</summary>
    public const string InspectionTable = "@inspection";

    /// <summary>The table of what comes from other Regions' hubs.</summary>
    public const string PeeringTable = "@peering";

    /// <summary>The hub's name in guarantees: its construct path.</summary>
    public required string Network { get; init; }

    /// <summary>Whether security groups may name groups of other attached VPCs.</summary>
    public required bool HasGroupReferencing { get; init; }

    /// <summary>The segments, by name.</summary>
    public required ImmutableSortedDictionary<string, ImmutableArray<Cidr>> Segments { get; init; }

    /// <summary>The allowed pairs, each in ordinal order.</summary>
    public required ImmutableHashSet<(string First, string Second)> Pairs { get; init; }

    /// <summary>What is private to the estate in IPv4, sorted.</summary>
    public required ImmutableArray<Cidr> PrivateRanges { get; init; }

    /// <summary>What is private to the estate in IPv6, sorted.</summary>
    public required ImmutableArray<Cidr> Ipv6Ranges { get; init; }

    /// <summary>The gateway's own ranges, in the order in which they were given.</summary>
    public ImmutableArray<Cidr> GatewayRanges { get; init; } = [];

    /// <summary>Whether the gateway routes multicast.</summary>
    public bool HasMulticast { get; init; }

    /// <summary>The segment whose attachment leads to the internet; <see langword="null"/> without central egress.</summary>
    public string? EgressSegment { get; init; }

    /// <summary>What goes through the inspection.</summary>
    public InspectedTraffic Inspected { get; init; } = InspectedTraffic.None;

    /// <summary>What the inspection is to let through between attachments.</summary>
    public ImmutableArray<Traffic> Passes { get; init; } = [];

    /// <summary>Hubs of other Regions.</summary>
    public ImmutableArray<PeerPlan> Peers { get; init; } = [];

    public bool HasInspection => Inspected != InspectedTraffic.None;

    public static (string First, string Second) Ordered(string one, string other) =>
        string.CompareOrdinal(one, other) <= 0 ? (one, other) : (other, one);

    public bool Allows(string one, string other) => Pairs.Contains(Ordered(one, other));

    public bool IsInspected(string one, string other) => Inspected.HasFlag(
        one == EgressSegment || other == EgressSegment ? InspectedTraffic.NorthSouth : InspectedTraffic.EastWest);

    /// <summary>Whether a segment may talk to attachments of other Regions' hubs.</summary>
    public bool ReachesPeers(string segment) => Peers.Any(peer => peer.Segments.Any(remote => Allows(segment, remote.Key) && !remote.Value.IsEmpty));

    /// <summary>Where attachments of a segment are associated and known.</summary>
    public AttachmentRouting RoutingOf(string segment)
    {
        var readers = Segments.Keys
            .Where(other => Allows(segment, other))
            .Select(other => (Table: other, IsInspected: IsInspected(segment, other)))
            .Concat(ReachesPeers(segment) ? [(PeeringTable, Inspected.HasFlag(InspectedTraffic.EastWest))] : [])
            .ToList();
        ImmutableArray<string> inspected = [.. readers.Where(reader => reader.IsInspected).Select(reader => reader.Table)];
        return new(
            segment,
            [.. readers.Where(reader => !reader.IsInspected).Select(reader => reader.Table).Concat(inspected.IsEmpty ? [] : [InspectionTable])],
            inspected);
    }
}

/// <summary>Where an attachment is associated and known, by names of tables.</summary>
/// <param name="Association">The table that routes what it sends.</param>
/// <param name="Propagations">The tables that lead straight to it.</param>
/// <param name="InspectedIn">The tables that lead to it through the inspection.</param>
internal sealed record AttachmentRouting(string Association, ImmutableArray<string> Propagations, ImmutableArray<string> InspectedIn);

/// <summary>A hub of another Region.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Segments">Its segments with their ranges there.</param>
/// <param name="IsAccepted">Whether the peering is there, so that routes may lead to it.</param>
internal sealed record PeerPlan(string Name, ImmutableSortedDictionary<string, ImmutableArray<Cidr>> Segments, bool IsAccepted = true)
{
    /// <summary>Whether the templates name the peering by literals, so that what is behind it can be declared.</summary>
    public bool IsDeclared { get; init; }

    /// <summary>Everything behind the peering.</summary>
    public ImmutableArray<Cidr> Ranges => [.. Segments.Values.SelectMany(ranges => ranges).Distinct().Order()];
}
