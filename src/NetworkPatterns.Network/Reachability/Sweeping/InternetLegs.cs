using System.Collections.Concurrent;
using NetworkPatterns.Network.Reachability.Conversations;
using NetworkPatterns.Network.Reachability.Index;
using NetworkPatterns.Network.Reachability.Packets;

namespace NetworkPatterns.Network.Reachability.Sweeping;

/// <summary>
/// Two interfaces that talk over the internet: out of the one is a matter of the one, into the other of the other. Both
/// legs are worked out once for each interface, and only joined for each pair.
/// </summary>
internal sealed class InternetLegs(NetworkIndex index, ReachabilityQuery query)
{
    private static readonly AddressSet PublicIPv4 = AddressSpace.PublicIPv4.Union(AddressSpace.Symbols);

    private static readonly End.Outside Everyone = new(PublicIPv4.Union(AddressSpace.PublicIPv6), IsInternetOnly: true);

    private readonly ConcurrentDictionary<int, List<Proof>> inward = new();

    public List<Proof> Outward(End.Interface from) => Prove(from, Everyone);

    /// <summary>Whether the two legs meet; null where only the whole conversation tells.</summary>
    public bool? Join(List<Proof> outward, InterfaceNode target)
    {
        var into = inward.GetOrAdd(target.Class, _ => Prove(Everyone, new End.Interface(target)));
        if (outward.Count == 0 || into.Count == 0)
        {
            return false;
        }

        return outward.Exists(leg => into.Exists(other => Meet(leg, other))) ? true : null;
    }

    // Whoever sends, from whatever port: then nothing of the sender matters but that it gets out with these packets.
    private static bool Meet(Proof leg, Proof other) =>
        !leg.Doubts.Any && !other.Doubts.Any
        && (other.Question.Source.Contains(PublicIPv4) || other.Question.Source.Contains(AddressSpace.PublicIPv6))
        && other.Question.SourcePorts.Contains(Box.EphemeralPorts)
        && leg.Question.Destination.Overlaps(other.Question.Destination)
        && leg.Question.Protocols.Overlaps(other.Question.Protocols)
        && leg.Question.DestinationPorts.Overlaps(other.Question.DestinationPorts);

    private List<Proof> Prove(End from, End to)
    {
        var conversation = new Conversation(index, query, from, to);
        conversation.Open();
        return conversation.Proofs;
    }
}
