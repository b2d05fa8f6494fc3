using System.Net;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;

namespace NetworkPatterns.Network.Tests.Walker;

/// <summary>One attempt to open a conversation with one packet and to answer it; the choices say how chance falls.</summary>
internal sealed class Conversation(
    Estate estate,
    Boundaries boundaries,
    StatementCoverage coverage,
    Choices choices,
    Circumstances circumstances,
    ApplianceConduct? appliances,
    EndpointSelector from,
    EndpointSelector to,
    Packet opening)
{
    private readonly Dictionary<ComponentId, IPAddress> ownAddresses = [];
    private readonly Dictionary<(ComponentId, IPAddress), IPAddress> publicAddresses = [];

    public Estate Estate => estate;

    public StatementCoverage Coverage => coverage;

    public Choices Choices => choices;

    public Boundaries Boundaries => boundaries;

    public Groups Groups { get; } = new(estate, coverage);

    public EndpointSelector From => from;

    public EndpointSelector To => to;

    public Packet Opening => opening;

    /// <summary>The interface that opens, where one does.</summary>
    public NetworkInterface? Source { get; private set; }

    /// <summary>The interface that answers, where one does.</summary>
    public NetworkInterface? Target { get; private set; }

    /// <summary>A Network Load Balancer opens, and keeps its client's address.</summary>
    public bool PreservesClient { get; private set; }

    public List<Translation> Translations { get; } = [];

    public Circumstances Circumstances => circumstances;

    public ApplianceConduct ConductOf(NetworkInterface appliance) =>
        appliances ?? circumstances.One(appliance.Id, Enum.GetValues<ApplianceConduct>());

    /// <summary>Interfaces whose groups know the conversation.</summary>
    public HashSet<ComponentId> Tracking { get; } = [];

    /// <summary>The gateway to the internet that the opening packet left by.</summary>
    public NetworkObject? Exit { get; set; }

    /// <summary>Stateful firewalls (by endpoint) that have seen the opening packet, and the answer.</summary>
    public (HashSet<ComponentId> Opening, HashSet<ComponentId> Answer) Stateful { get; } = ([], []);

    /// <summary>Null when answered, else where it was dropped.</summary>
    public string? Run()
    {
        if (Start() is not { } start)
        {
            return "from: the opening end does not send this";
        }

        var there = new Leg(this, opening, isAnswer: false);
        var end = there.Run(start);
        if (end is Place.Dropped lost)
        {
            return $"there: {lost.Why}";
        }

        if (Source is not null && !SourceGroupsAllow(there))
        {
            return $"there: egress groups of {Source.Id}";
        }

        var back = new Leg(this, AnswerTo(there.Packet), isAnswer: true);
        var home = back.Run(StartAnswer(end));
        if (home is Place.Dropped lostAnswer)
        {
            return $"back: {lostAnswer.Why}";
        }

        // The opening end takes only the answer to what it sent, from whom it sent it to.
        if (back.Packet != AnswerTo(opening))
        {
            return "back: the answer is from or to another address";
        }

        // A stateful firewall must see both directions.
        coverage.Saw(79);
        return Stateful.Opening.SetEquals(Stateful.Answer) ? null : "back: not through the same firewall endpoint";
    }

    public static Packet AnswerTo(Packet packet) => packet with
    {
        Source = packet.Destination,
        Destination = packet.Source,
        SourcePort = packet.DestinationPort,
        DestinationPort = packet.SourcePort,
        IcmpType = packet.IcmpType switch { 8 => 0, 0 => 8, 128 => 129, 129 => 128, var other => other },
    };

    /// <summary>The address of a NAT gateway or instance, fixed or picked by AWS.</summary>
    public IPAddress AddressOf(ComponentId owner, InterfaceAddress slot, Subnet home)
    {
        if (ownAddresses.TryGetValue(owner, out var known))
        {
            return known;
        }

        var (first, last) = AddressRules.Assignable(Estate.RangeOf(home, ipv6: false)!.Value);
        return ownAddresses[owner] = slot.Fixed ?? choices.One(boundaries.Between(first, last, ipv6: false));
    }

    /// <summary>The public address in front of a private one, known or some.</summary>
    public IPAddress PublicAddressOf(ComponentId owner, IPAddress inside, InterfaceAddress slot)
    {
        if (publicAddresses.TryGetValue((owner, inside), out var known))
        {
            return known;
        }

        // Only an interface at the other end has filters that could tell public addresses apart.
        var options = slot.PublicAddress is { } it ? [it] : Target is null ? [boundaries.PublicIPv4[0]] : boundaries.PublicIPv4;
        return publicAddresses[(owner, inside)] = choices.One(options);
    }

    public void HasPublicAddress(ComponentId owner, IPAddress inside, IPAddress outside) => publicAddresses[(owner, inside)] = outside;

    /// <summary>The private address behind a public one that this conversation uses.</summary>
    public (ComponentId Owner, IPAddress Inside)? Behind(IPAddress outside)
    {
        foreach (var ((owner, inside), address) in publicAddresses)
        {
            if (address.Equals(outside))
            {
                return (owner, inside);
            }
        }

        return null;
    }

    private Place? Start()
    {
        // Clients send from ephemeral ports; ICMP conversations are echo and echo reply.
        if ((opening.Protocol is 6 or 17 && opening.SourcePort < AddressRules.FirstEphemeralPort)
            || (opening.Protocol is 1 && (Estate.IsIPv6(opening.Source) || opening.IcmpType != 8 || opening.IcmpCode != 0))
            || (opening.Protocol is 58 && (!Estate.IsIPv6(opening.Source) || opening.IcmpType != 128 || opening.IcmpCode != 0))
            || Estate.IsIPv6(opening.Source) != Estate.IsIPv6(opening.Destination))
        {
            return null;
        }

        Target = to is EndpointSelector.Interfaces targets ? estate.Get<NetworkInterface>(choices.One(targets.Ids)) : null;
        switch (from)
        {
            case EndpointSelector.Interfaces sources:
                Source = estate.Get<NetworkInterface>(choices.One(sources.Ids));
                if (Source.Id == Target?.Id)
                {
                    return null;
                }

                if (!Source.CanInitiate)
                {
                    coverage.Saw(Source.Kind == InterfaceKind.InterfaceEndpoint ? 50 : 7);
                    return null;
                }

                // An interface sends from its own addresses only.
                coverage.Saw(7);
                var isOwn = estate.Owning(Source, opening.Source) is not null;
                if (estate.Find<LoadBalancer>(Source.Owner.Id) is { } balancer)
                {
                    var kept = Balancing.Sends(estate, Groups, coverage, balancer, Source, Target, opening);
                    PreservesClient = kept.Preserved && !(isOwn && kept.Own);
                    return PreservesClient || (isOwn && kept.Own) ? new Place.Leaving(estate.SubnetOf(Source)) : null;
                }

                return isOwn ? new Place.Leaving(estate.SubnetOf(Source)) : null;
            case EndpointSelector.Internet:
                return estate.IsTheInternet(opening.Source) ? new Place.Internet() : null;
            case EndpointSelector.Outside(var range) when range.Contains(opening.Source):
                Place[] doors =
                [
                    .. estate.All<OnPremisesConnection>().Where(c => c.Ranges.Value.Any(r => r.Contains(opening.Source)))
                        .Select(c => new Place.OnPremises(c)),
                    .. estate.IsSomebodyElses(opening.Source) ? new Place[] { new Place.Internet() } : [],
                ];
                return doors.Length == 0 ? null : choices.One(doors);
            default:
                return null;
        }
    }

    private bool SourceGroupsAllow(Leg there)
    {
        Tracking.Add(Source!.Id);
        return Groups.Allow(Source, egress: true, opening, Target, opening.Destination, preserved: false, there.Way);
    }

    private Place StartAnswer(Place end)
    {
        if (end is not Place.Received received)
        {
            return end;
        }

        var subnet = estate.SubnetOf(received.Interface);
        if (PreservesClient)
        {
            // The answer to a preserved client goes back to the load balancer, whatever the routes say.
            coverage.Saw(71);
            return new Place.Inside(estate.VpcOf(subnet), subnet);
        }

        return new Place.Leaving(subnet);
    }
}
