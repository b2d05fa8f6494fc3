using System.Collections.Immutable;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;
using NetworkPatterns.Network.Reachability.Conversations;
using NetworkPatterns.Network.Reachability.Packets;
using NetworkPatterns.Network.Survey;

namespace NetworkPatterns.Network.Comparing;

/// <summary>Compares what gets from one party to another in two estates.</summary>
internal sealed class PairComparer(Side before, Side after)
{
    private readonly CommonSymbols _symbols = new(before.Analyzer.Index.Symbols.ToArray(), after.Analyzer.Index.Symbols.ToArray());

    public IEnumerable<ReachabilityChange> Compare(string from, string to)
    {
        ImmutableArray<Proof> old = [.. before.Proofs(from, to).Select(proof => proof with { Question = _symbols.FromOld(proof.Question) })];
        ImmutableArray<Proof> now = [.. after.Proofs(from, to)];
        if (AreSame(old, now))
        {
            yield break;
        }

        var (oldCertain, oldPossible) = Sets(old);
        var (newCertain, newPossible) = Sets(now);
        var (oldOpen, newOpen) = (Except(oldPossible, oldCertain), Except(newPossible, newCertain));
        (ChangeKind Kind, List<Box> Boxes)[] kinds =
        [
            (ChangeKind.Opened, Except(newCertain, oldPossible)),
            (ChangeKind.Closed, Except(oldCertain, newPossible)),
            (ChangeKind.OpenedPerhaps, Except(newOpen, oldPossible)),
            (ChangeKind.ClosedPerhaps, Intersect(oldCertain, newOpen)),
            (ChangeKind.DecidedOpen, Intersect(oldOpen, newCertain)),
            (ChangeKind.DecidedClosed, Except(oldOpen, newPossible)),
        ];
        foreach (var (kind, all) in kinds)
        {
            var boxes = BoxList.Merge(all.Where(PacketDescriber.IsNamed));
            if (boxes.Count > 0)
            {
                var change = new ReachabilityChange(from, to, kind, [.. boxes.Select(new PacketDescriber(_symbols.NameOf).Range)]);
                yield return kind switch
                {
                    ChangeKind.Opened => change with { Path = PathOf(now, boxes) },
                    ChangeKind.DecidedOpen => change with { Path = PathOf(now, boxes), Unknowns = UnknownsOf(old, boxes) },
                    ChangeKind.Closed => change with { Explanations = Explain(from, to, boxes[0]) },
                    ChangeKind.DecidedClosed => change with { Explanations = Explain(from, to, boxes[0]), Unknowns = UnknownsOf(old, boxes) },
                    _ => change with { Unknowns = UnknownsOf(now, boxes) },
                };
            }
        }
    }

    // Most pairs of two estates: the same packets under the same doubts.
    private static bool AreSame(ImmutableArray<Proof> old, ImmutableArray<Proof> now) => old.Length == now.Length
        && old.Zip(now).All(pair => pair.First.Question == pair.Second.Question && pair.First.Doubts.Items.SequenceEqual(pair.Second.Doubts.Items));

    private static (List<Box> Certain, List<Box> Possible) Sets(ImmutableArray<Proof> proofs)
    {
        var ways = Ways.Join(proofs);
        return (Certainty.Always(ways), BoxList.Disjoint(ways.Select(way => way.Packets)));
    }

    private static List<Box> Except(List<Box> boxes, List<Box> others)
    {
        IEnumerable<Box> rest = boxes;
        foreach (var other in others)
        {
            rest = [.. rest.SelectMany(box => box.Except(other))];
        }

        return [.. rest];
    }

    private static List<Box> Intersect(List<Box> boxes, List<Box> others) =>
        [.. boxes.SelectMany(box => others.Select(box.Intersect)).OfType<Box>()];

    private ImmutableArray<Hop> PathOf(ImmutableArray<Proof> proofs, List<Box> boxes) =>
        new AnswerBuilder(after.Analyzer.Index).Build([.. Among(proofs, boxes)]).Path;

    private static ImmutableArray<UnknownValue> UnknownsOf(ImmutableArray<Proof> proofs, List<Box> boxes) =>
        [.. Among(proofs, boxes).SelectMany(proof => proof.Doubts.Items).Select(doubt => doubt.Unknown).Distinct().Order()];

    private static IEnumerable<Proof> Among(ImmutableArray<Proof> proofs, List<Box> boxes) =>
        from proof in proofs
        from box in boxes
        let common = proof.Question.Intersect(box)
        where common is not null
        select proof with { Question = common };

    private ImmutableArray<Explanation> Explain(string from, string to, Box box) =>
        after.Find(from) is { } opening && after.Find(to) is { } answering ? after.Analyzer.Answer(Narrow(opening, answering, box)).Explanations : [];

    private static ReachabilityQuery Narrow(EndpointSelector from, EndpointSelector to, Box box)
    {
        var version = box.Destination.Overlaps(AddressSpace.IPv6) ? IpVersion.V6 : IpVersion.V4;
        var ports = new PortRange(box.DestinationPorts.Items[0].First, box.DestinationPorts.Items[0].Last);
        return box.Protocols.Contains(Box.Tcp) ? new(from, to, QueryProtocol.Tcp, ports, version)
            : box.Protocols.Contains(Box.Udp) ? new(from, to, QueryProtocol.Udp, ports, version)
            : box.Is(Box.Icmp) || box.Is(Box.IcmpV6) ? new(from, to, QueryProtocol.Icmp, Ports: null, version)
            : new(from, to, QueryProtocol.Any, Ports: null, version);
    }
}
