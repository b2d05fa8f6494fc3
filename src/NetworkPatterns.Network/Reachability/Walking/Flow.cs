using System.Collections.Immutable;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability.Index;
using NetworkPatterns.Network.Reachability.Packets;

namespace NetworkPatterns.Network.Reachability.Walking;

/// <summary>Packets that have come the same way so far: what they look like now, and what happened to them.</summary>
internal sealed record Flow(Box Header)
{
    /// <summary>Unknowns the way so far depends on.</summary>
    public Doubts Doubts { get; init; } = Doubts.None;

    /// <summary>Components passed.</summary>
    public Trail? Trail { get; init; }

    /// <summary>Addresses replaced on the way, newest first; an answer undoes them.</summary>
    public Translation? Translations { get; init; }

    /// <summary>The address the packets carry as their source, while it is one of a VPC: what an internet gateway translates.</summary>
    public Sender? Sender { get; init; }

    /// <summary>The zone the packets are in; null outside VPCs.</summary>
    public Maybe<string>? Zone { get; init; }

    /// <summary>Whether the receiving side still knows which groups the sender is in.</summary>
    public ReferenceScope References { get; init; } = ReferenceScope.Kept;

    /// <summary>The group the receiver must be a member of, because the sender's rule let the packets out to its members only.</summary>
    public ComponentId? NeedsMemberOf { get; init; }

    /// <summary>Firewall endpoints that keep state of the flow; an answer crosses each off.</summary>
    public ImmutableList<ComponentId> Firewalls { get; init; } = [];

    /// <summary>Firewall endpoints that should have dropped the packets; only when looking for what blocks.</summary>
    public ImmutableList<ComponentId> BypassedFirewalls { get; init; } = [];

    /// <summary>The zones that appliance mode gave the flow, by attachment.</summary>
    public ImmutableDictionary<ComponentId, SubnetNode> PinnedZones { get; init; } = ImmutableDictionary<ComponentId, SubnetNode>.Empty;

    /// <summary>On the way back: the flow this is the answer to, as it was delivered.</summary>
    public Flow? Asked { get; init; }

    /// <summary>Settings that would have to change.</summary>
    public Obstacle? Obstacles { get; init; }

    /// <summary>How many they are.</summary>
    public int Cost { get; init; }

    /// <summary>Tables consulted since the last translation: the same one twice is a loop.</summary>
    public Visit? Visits { get; init; }

    /// <summary>The gateway that packets from the internet came in by.</summary>
    public NetworkObject? EnteredBy { get; init; }

    /// <summary>The VPC and gateway that packets left to the internet by: where their answers come back in.</summary>
    public (VpcNode Vpc, NetworkObject Gateway)? LeftBy { get; init; }

    /// <summary>The opening end's address, where it has one.</summary>
    public AddressNode? FromAddress { get; init; }

    /// <summary>The answering end's address, where it has one.</summary>
    public AddressNode? ToAddress { get; init; }

    public bool IsAnswer => Asked is not null;

    public Flow To(AddressSet destination) =>
        ReferenceEquals(destination, Header.Destination) ? this : this with { Header = Header with { Destination = destination } };

    public Flow From(AddressSet source) =>
        ReferenceEquals(source, Header.Source) ? this : this with { Header = Header with { Source = source } };

    public Flow Via(Component component, string detail = "") => this with { Trail = new(new(component, detail), Trail) };

    public Flow If(Doubts doubts) => doubts.Any ? this with { Doubts = Doubts.And(doubts) } : this;

    /// <summary>Sent to a next hop, with what has to turn out for that.</summary>
    public Flow By(NextHop hop) => If(hop.VariesByAddress ? hop.Doubts.For(Destinee) : hop.Doubts);

    /// <summary>Names what the packets' destination is: it changes only where they turn into an answer, or are translated.</summary>
    private string Destinee
    {
        get
        {
            var translations = 0;
            for (var each = Translations; each is not null; each = each.Earlier)
            {
                translations++;
            }

            return $"{(IsAnswer ? "answer" : "question")} {translations}";
        }
    }

    public Flow If(UnknownValue? unknown) => unknown is null ? this : If(Doubts.On(unknown));

    /// <summary>Replaces the whole header: IPv6 becomes IPv4.</summary>
    public Flow Translated(Component device, SubnetNode at, Box header) => this with
    {
        Header = header,
        Translations = new(device, at, Header, IsOfSource: true, Translations),
        Visits = null,
    };

    /// <summary>Replaces the source, as address translation does.</summary>
    public Flow Translated(Component device, SubnetNode? at, AddressSet? source = null, AddressSet? destination = null, PortSet? sourcePorts = null) => this with
    {
        Header = new(source ?? Header.Source, destination ?? Header.Destination, Header.Protocols, sourcePorts ?? Header.SourcePorts, Header.DestinationPorts),
        Translations = new(device, at, Header, IsOfSource: source is not null, Translations),
        Visits = null,
    };
}

/// <summary>Components passed, newest first.</summary>
internal sealed record Trail(Hop Hop, Trail? Before)
{
    public static ImmutableArray<Hop> ToPath(Trail? last)
    {
        var hops = new List<Hop>();
        for (var trail = last; trail is not null; trail = trail.Before)
        {
            hops.Add(trail.Hop);
        }

        hops.Reverse();
        return [.. hops];
    }
}

/// <summary>An address replaced.</summary>
/// <param name="Device">Who did it.</param>
/// <param name="At">The subnet where answers must arrive to be translated back; null at an internet gateway.</param>
/// <param name="Before">What the packets looked like.</param>
internal sealed record Translation(Component Device, SubnetNode? At, Box Before, bool IsOfSource, Translation? Earlier)
{
    /// <summary>Whether a device has translated these packets before: a NAT gateway in a route of its own subnet loops.</summary>
    public static bool IsBy(Translation? translations, Component device)
    {
        for (var translation = translations; translation is not null; translation = translation.Earlier)
        {
            if (translation.Device == device)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>A setting in the way.</summary>
internal sealed record Obstacle(Explanation Explanation, bool IsOnTheWayBack, Obstacle? Earlier);

/// <summary>A table consulted.</summary>
internal sealed record Visit(object Place, Visit? Earlier)
{
    public static bool Contains(Visit? visits, object place)
    {
        for (var visit = visits; visit is not null; visit = visit.Earlier)
        {
            if (ReferenceEquals(visit.Place, place))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>Whose address the packets carry.</summary>
internal sealed record Sender(Component Component, AddressNode Address, VpcNode Vpc, SubnetNode? Subnet, bool IsNat);

/// <summary>What is left of "the sender is a member of this group" along the way.</summary>
/// <param name="Code">Why nothing is left; null while it is kept.</param>
/// <param name="InboundOnly">Across a Transit Gateway only inbound rules may name groups.</param>
internal sealed record ReferenceScope(string? Code, bool InboundOnly, Doubts Doubts)
{
    public static ReferenceScope Kept { get; } = new(null, InboundOnly: false, Doubts.None);

    public static ReferenceScope Lost { get; } = new(ExplanationCode.ReferencesNotPreserved, InboundOnly: false, Doubts.None);

    public static ReferenceScope Unsupported { get; } = new(ExplanationCode.ReferencingSupport, InboundOnly: false, Doubts.None);
}
