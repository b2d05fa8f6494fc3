using System.Collections.Immutable;
using NetworkPatterns.Network.Reachability.Conversations;
using NetworkPatterns.Network.Reachability.Packets;

namespace NetworkPatterns.Network.Survey;

/// <summary>Ways of many interfaces, joined where they differ in one address only: large groups have thousands of them.</summary>
internal static class Ways
{
    /// <summary>The same packets in fewer boxes.</summary>
    public static List<(Box Packets, ImmutableArray<Doubt> Doubts)> Join(IEnumerable<Proof> proofs) =>
    [
        .. proofs
            .GroupBy(proof => string.Join('\n', proof.Doubts.Items), StringComparer.Ordinal)
            .SelectMany(group => Join(group.Select(proof => proof.Question)), (group, box) => (box, group.First().Doubts.Items)),
    ];

    /// <summary>The kinds of traffic among packets: the packets with any address and client port.</summary>
    public static IEnumerable<Box> WithoutAddresses(IEnumerable<Box> boxes) =>
        boxes.Select(box => Box.Everything with { Protocols = box.Protocols, DestinationPorts = box.DestinationPorts }).Distinct();

    private static IEnumerable<Box> Join(IEnumerable<Box> boxes) => boxes
        .GroupBy(box => (box.Destination, box.Protocols, box.SourcePorts, box.DestinationPorts))
        .Select(group => group.First() with { Source = Union(group.Select(box => box.Source)) })
        .GroupBy(box => (box.Source, box.Protocols, box.SourcePorts, box.DestinationPorts))
        .Select(group => group.First() with { Destination = Union(group.Select(box => box.Destination)) });

    private static AddressSet Union(IEnumerable<AddressSet> sets) => AddressSet.Of(sets.SelectMany(set => set.Items.ToArray()));
}
