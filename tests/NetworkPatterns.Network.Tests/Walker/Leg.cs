using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;

namespace NetworkPatterns.Network.Tests.Walker;

/// <summary>One direction of a conversation: the packet moves from place to place until somebody takes it or drops it.</summary>
internal sealed partial class Leg(Conversation talk, Packet packet, bool isAnswer)
{
    private const int MostHops = 40;

    private readonly Estate estate = talk.Estate;
    private readonly StatementCoverage coverage = talk.Coverage;

    /// <summary>The packet as it is now.</summary>
    public Packet Packet { get; private set; } = packet;

    public Crossings Way { get; } = new();

    /// <summary>The interface whose conversation this direction carries, and the one it goes to.</summary>
    private NetworkInterface? Sender => isAnswer ? talk.Target : talk.Source;

    private NetworkInterface? Receiver => isAnswer ? talk.Source : talk.Target;

    private EndpointSelector Destination => isAnswer ? talk.From : talk.To;

    /// <summary>Moves on until the packet arrives at the end it is for, or is dropped.</summary>
    public Place Run(Place start)
    {
        var place = Depart(start);
        for (var hop = 0; hop < MostHops; hop++)
        {
            switch (place)
            {
                case Place.Dropped or Place.Received or Place.Service:
                case Place.Internet or Place.OnPremises when IsEnd(place):
                    return place;
                default:
                    place = Next(place);
                    break;
            }
        }

        return new Place.Dropped("a loop");
    }

    // Where the packet starts from outside, the next place is the gateway it comes in by.
    private Place Depart(Place start) => start switch
    {
        Place.Internet => FromInternet(),
        Place.OnPremises door => FromOnPremises(door.Connection),
        Place.Service => FromService(),
        _ => start,
    };

    private bool IsEnd(Place place) => place switch
    {
        Place.Internet => Destination switch
        {
            EndpointSelector.Internet => isAnswer || estate.IsTheInternet(Packet.Destination),
            EndpointSelector.Outside(var range) => range.Contains(Packet.Destination) && estate.IsSomebodyElses(Packet.Destination),
            _ => false,
        },
        Place.OnPremises => Destination is EndpointSelector.Outside(var range) && range.Contains(Packet.Destination),
        _ => false,
    };

    private Place Next(Place place) => place switch
    {
        Place.Leaving(var subnet) => Leave(subnet),
        Place.Inside(var vpc, var from) => Deliver(vpc, from),
        Place.Appliance(var part, var from) => PassAppliance(part, from),
        Place.Firewall(var firewall, var endpoint, var from) => PassFirewall(firewall, endpoint, from),
        Place.Hub(var gateway, var by, var zone) => PassHub(gateway, by, zone),
        Place.Internet => FromInternet(),
        _ => new Place.Dropped("nobody here wants it"),
    };

    private Place Leave(Subnet subnet)
    {
        var vpc = estate.VpcOf(subnet);
        if (Estate.RangeOf(subnet, Estate.IsIPv6(Packet.Destination)) is { } own && own.Contains(Packet.Destination))
        {
            // Inside one subnet no route table and no network ACL is asked.
            coverage.Saw(24);
            return new Place.Inside(vpc, subnet);
        }

        coverage.Saw(subnet.RouteTable is null ? 32 : 31);
        return Routing.Find(estate, estate.TableOf(subnet), Packet.Destination, coverage) switch
        {
            null => Lost(subnet),
            RouteTarget.Local => new Place.Inside(vpc, subnet),
            RouteTarget.Blackhole => Blackhole(subnet),
            RouteTarget.Component(var id) => Route(subnet, id),
            _ => throw new NotSupportedException("the walker needs every target"),
        };
    }

    private Place.Dropped Lost(Subnet subnet)
    {
        coverage.Saw(isAnswer && Destination is EndpointSelector.Internet ? 40 : 33);
        return new Place.Dropped($"no route in {subnet.Id}");
    }

    private Place.Dropped Blackhole(Subnet subnet)
    {
        coverage.Saw(36);
        return new Place.Dropped($"blackhole route in {subnet.Id}");
    }

    private Place Route(Subnet subnet, ComponentId id)
    {
        if (estate.FindFirewallEndpoint(id) is var (firewall, endpoint))
        {
            return new Place.Firewall(firewall, endpoint, subnet);
        }

        if (estate.FindInterface(id) is { } part)
        {
            return new Place.Appliance(part, subnet);
        }

        return estate.Find<NetworkObject>(id) switch
        {
            InternetGateway gateway => ToInternet(gateway, subnet),
            EgressOnlyInternetGateway gateway => ToInternetEgressOnly(gateway, subnet),
            NatGateway nat => ToNat(nat, subnet),
            VpnGateway gateway => ToVpnGateway(gateway, subnet),
            VpcPeering peering => ToPeer(peering, subnet),
            TransitGateway gateway => ToHub(gateway, subnet),
            GatewayEndpoint service => ToService(service, subnet),
            var other => throw new NotSupportedException($"the walker has no way through {other?.Component.Type ?? id.ToString()}"),
        };
    }

    // Network ACLs stand at the boundaries of subnets, both of the one that is left and the one that is entered.
    private bool Crosses(Subnet? from, Subnet? to)
    {
        if (from is not null && from.Id == to?.Id)
        {
            // Classic load balancers apply the outbound list even to targets in their own subnet (ELB_ACL_RESTRICTION).
            var isToTarget = !isAnswer && IsClassic(Sender);
            coverage.Saw(isToTarget ? 30 : 24);
            return !isToTarget || Match.AclAllows(estate.AclOf(from), egress: true, Packet, coverage);
        }

        if (isAnswer)
        {
            coverage.Saw(25);
        }

        return (from is null || Match.AclAllows(estate.AclOf(from), egress: true, Packet, coverage))
            && (to is null || Match.AclAllows(estate.AclOf(to), egress: false, Packet, coverage));
    }

    private bool IsClassic(NetworkInterface? part) =>
        part is not null && estate.Find<LoadBalancer>(part.Owner.Id) is { Type: LoadBalancerType.Classic };

    private Place Deliver(Vpc vpc, Subnet? from)
    {
        if (Receiver is { } receiver && estate.VpcOf(receiver).Id == vpc.Id
            && (estate.Owning(receiver, Packet.Destination) is not null || (isAnswer && talk.PreservesClient)))
        {
            coverage.Saw(estate.Owning(receiver, Packet.Destination) is { Fixed: null } ? 1 : 31);
            return Receive(receiver, from);
        }

        if (talk.Translations.Find(t => t.Home is not null && t.Vpc == vpc.Id && Packet == Conversation.AnswerTo(t.Outside)) is { } translation)
        {
            return UndoTranslation(translation, from);
        }

        return new Place.Dropped($"nobody in {vpc.Id} has {Packet.Destination}");
    }

    private Place Receive(NetworkInterface part, Subnet? from)
    {
        if (!Crosses(from, estate.SubnetOf(part)))
        {
            return new Place.Dropped($"network ACL on the way to {part.Id}");
        }

        if (isAnswer && talk.Tracking.Contains(part.Id))
        {
            // Groups are stateful: answers need no rule.
            coverage.Saw(9);
            return new Place.Received(part);
        }

        if (!talk.Groups.Allow(part, egress: false, Packet, Sender, Packet.Source, talk.PreservesClient, Way))
        {
            return new Place.Dropped($"ingress groups of {part.Id}");
        }

        talk.Tracking.Add(part.Id);
        return Answers(part) ? new Place.Received(part) : new Place.Dropped($"nothing listens at {part.Id}");
    }

    private bool Answers(NetworkInterface part)
    {
        if (estate.Find<LoadBalancer>(part.Owner.Id) is { } balancer)
        {
            return Balancing.Accepts(balancer, Packet, coverage);
        }

        if (estate.Find<InterfaceEndpoint>(part.Owner.Id) is { Service: { } service })
        {
            return Provides(estate.Get<EndpointService>(service), part);
        }

        if (part.ListensOn is { IsEmpty: true })
        {
            coverage.Saw(75);
        }

        return part.ListensOn is not { } ports || ports.Any(t => Match.Traffic(t, Packet, coverage));
    }

    // PrivateLink: a load balancer of the service, in the endpoint's zone, must take it; its groups see the client.
    private bool Provides(EndpointService service, NetworkInterface endpoint)
    {
        coverage.Saw(51);
        var zone = estate.SubnetOf(endpoint).Zone.Value;
        return service.LoadBalancers.Select(b => estate.Get<LoadBalancer>(b.Value)).Any(balancer =>
            Balancing.Accepts(balancer, Packet, coverage)
            && estate.All<NetworkInterface>().Any(node => node.Owner.Id == balancer.Id
                && estate.SubnetOf(node).Zone.Value == zone
                && (!balancer.FiltersPrivateLink.Value
                    || talk.Groups.Allow(node, egress: false, Packet, other: null, Packet.Source, preserved: false, Way))));
    }
}
