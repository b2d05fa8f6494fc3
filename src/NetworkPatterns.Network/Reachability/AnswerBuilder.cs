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

    // Symbols are numbered one by one; a longer range is all of them.
    private const int MostNamed = ushort.MaxValue;

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
        var boxes = BoxList.Merge(BoxList.Disjoint(questions).Where(IsNamed));
        if (boxes.Count == 0)
        {
            return new(verdict);
        }

        var chosen = boxes.OrderBy(Preference).First();
        var proof = proofs.Find(each => each.Question.Intersect(chosen) is not null)!;
        var example = Example(chosen.Intersect(proof.Question)!);
        return new(verdict)
        {
            Packets = [.. boxes.Select(Range)],
            Example = example,
            Path = Trail.ToPath(proof.Path),
            ReturnPath = Trail.ToPath(proof.ReturnPath),
        };
    }

    /// <summary>Every symbol at once only says "any IPv4 address"; boxes of real addresses say that already.</summary>
    private static bool IsNamed(Box box) => IsNamed(box.Source) && IsNamed(box.Destination);

    private static bool IsNamed(AddressSet addresses) =>
        !addresses.Except(AddressSpace.Symbols).IsEmpty || addresses.Items.ToArray().Any(range => range.Last - range.First < MostNamed);

    private static int Preference(Box box) =>
        box.Protocols.Contains(Box.Tcp) ? 0 : box.Protocols.Contains(Box.Udp) ? 1 : box.Is(Box.Icmp) || box.Is(Box.IcmpV6) ? 2 : 3;

    private Packet Example(Box box)
    {
        var protocol = box.Protocols.Contains(Box.Tcp) ? Box.Tcp : box.Protocols.Items[0].First;
        var source = box.Source.Items[0].First;
        var destination = box.Destination.Items[0].First;
        var packet = new Packet(AddressSpace.ToAddress(source), AddressSpace.ToAddress(destination), protocol)
        {
            SourceName = NameOf(source),
            DestinationName = NameOf(destination),
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

    private PacketRange Range(Box box)
    {
        var hasPorts = box.Protocols.Items.ToArray().All(range => range.First >= Box.Tcp && range.Last <= Box.Udp)
            && box.Protocols.Except(ProtocolSet.Of([(Box.Tcp, Box.Tcp), (Box.Udp, Box.Udp)])).IsEmpty;
        var isIcmp = box.Is(Box.Icmp) || box.Is(Box.IcmpV6);
        return new(
            Addresses(box.Source),
            Addresses(box.Destination),
            [.. box.Protocols.Items.ToArray().Select(range => new PortRange(range.First, range.Last))],
            hasPorts ? Ports(box.SourcePorts) : [],
            hasPorts ? Ports(box.DestinationPorts) : [],
            isIcmp ? [.. box.DestinationPorts.Items.ToArray().Select(range => (range.First >> 8, range.First & 255))] : []);
    }

    private static ImmutableArray<PortRange> Ports(PortSet ports) =>
        [.. ports.Items.ToArray().Select(range => new PortRange(range.First, range.Last))];

    private ImmutableArray<AddressRange> Addresses(AddressSet addresses)
    {
        var real = addresses.Except(AddressSpace.Symbols).Items.ToArray()
            .Select(range => new AddressRange(AddressSpace.ToAddress(range.First), AddressSpace.ToAddress(range.Last)));
        var symbols = addresses.Intersect(AddressSpace.Symbols).Items.ToArray();

        var named = symbols.Where(range => range.Last - range.First < MostNamed)
            .SelectMany(range => Enumerable.Range(AddressSpace.SymbolNumber(range.First)!.Value, (int)(range.Last - range.First) + 1))
            .Select(number => new AddressRange(System.Net.IPAddress.Any, System.Net.IPAddress.Any) { Symbol = index.Symbols.NameOf(number) });
        return [.. real, .. named];
    }

    private string? NameOf(UInt128 address) =>
        AddressSpace.SymbolNumber(address) is { } number ? index.Symbols.NameOf(number) : null;
}
