using System.Collections.Immutable;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability.Conversations;
using NetworkPatterns.Network.Reachability.Index;
using NetworkPatterns.Network.Reachability.Packets;
using NetworkPatterns.Network.Reachability.Walking;

namespace NetworkPatterns.Network.Reachability;

/// <summary>From proofs to the answer: verdict, packets, one example and its way.</summary>
internal sealed class AnswerBuilder(NetworkIndex index)
{
    private const int UsualClientPort = 49152;

    private readonly PacketDescriber describer = new(index.Symbols.NameOf);

    public ReachabilityAnswer Build(List<Proof> proofs)
    {
        var certain = Certainty.Always([.. proofs.Select(proof => (proof.Question, proof.Doubts.Items))]);
        if (certain.Count > 0)
        {
            return Describe(Verdict.Reachable, [.. proofs.OrderBy(proof => proof.Doubts.Any)], certain);
        }

        if (proofs.Count == 0)
        {
            return new(Verdict.NotReachable);
        }

        if (Doubts.CoverEverything([.. proofs.Select(proof => proof.Doubts.Items)]))
        {
            // Other packets in every case.
            return Describe(Verdict.Reachable, proofs, proofs.Select(proof => proof.Question));
        }

        var unknowns = proofs.SelectMany(proof => proof.Doubts.Items).Select(doubt => doubt.Unknown).Distinct().Order();
        var known = proofs.FindAll(proof => proof.Question != Box.Everything);
        return Describe(Verdict.Unknown, known, known.Select(proof => proof.Question)) with { Unknowns = [.. unknowns] };
    }

    /// <summary>Whether any packet gets through at all, without building the rest.</summary>
    public static Verdict VerdictOf(List<Proof> proofs) =>
        proofs.Count == 0 ? Verdict.NotReachable
        : proofs.Exists(proof => !proof.Doubts.Any) || Doubts.CoverEverything([.. proofs.Select(proof => proof.Doubts.Items)]) ? Verdict.Reachable
        : Verdict.Unknown;

    private ReachabilityAnswer Describe(Verdict verdict, List<Proof> proofs, IEnumerable<Box> questions)
    {
        var boxes = BoxList.Merge(BoxList.Disjoint(questions).Where(PacketDescriber.IsNamed));
        if (boxes.Count == 0)
        {
            return new(verdict);
        }

        var chosen = boxes.OrderBy(Preference).First();
        var proof = proofs.Find(each => each.Question.Intersect(chosen) is not null)!;
        var example = Example(chosen.Intersect(proof.Question)!);
        return new(verdict)
        {
            Packets = [.. boxes.Select(describer.Range)],
            Example = example,
            Path = Trail.ToPath(proof.Path),
            ReturnPath = Trail.ToPath(proof.ReturnPath),
        };
    }

    private static int Preference(Box box) =>
        box.Protocols.Contains(Box.Tcp) ? 0 : box.Protocols.Contains(Box.Udp) ? 1 : box.Is(Box.Icmp) || box.Is(Box.IcmpV6) ? 2 : 3;

    private Packet Example(Box box)
    {
        var protocol = box.Protocols.Contains(Box.Tcp) ? Box.Tcp : box.Protocols.Items[0].First;
        var source = box.Source.Items[0].First;
        var destination = box.Destination.Items[0].First;
        var packet = new Packet(AddressSpace.ToAddress(source), AddressSpace.ToAddress(destination), protocol)
        {
            SourceName = describer.NameOf(source),
            DestinationName = describer.NameOf(destination),
        };
        return protocol switch
        {
            Box.Tcp or Box.Udp => packet with
            {
                SourcePort = box.SourcePorts.Contains(UsualClientPort) ? UsualClientPort : box.SourcePorts.Items[0].First,
                DestinationPort = box.DestinationPorts.Items[0].First,
            },
            Box.Icmp or Box.IcmpV6 => packet with
            {
                IcmpType = box.DestinationPorts.Items[0].First >> 8,
                IcmpCode = box.DestinationPorts.Items[0].First & 255,
            },
            _ => packet,
        };
    }
}
