using System.Collections.Immutable;
using System.Net;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;

namespace NetworkPatterns.Network.Tests.Walker;

/// <summary>A network, a question about it, and packets that might belong to the answer.</summary>
internal sealed record Question(int Seed, NetworkModel Model, ReachabilityQuery Query, ImmutableArray<Packet> Packets)
{
    public override string ToString() =>
        $"seed {Seed}\n{Text.Of(Query)}\n{string.Join('\n', Packets)}\n{string.Join('\n', Model.Objects.Select(Text.Of))}";
}

/// <summary>Questions and packets at the boundaries of what a network's rules name.</summary>
internal sealed class RandomQuestion(Dice dice, NetworkModel model)
{
    private static readonly IPAddress[] Outside =
    [
        IPAddress.Parse("8.8.8.8"), IPAddress.Parse("8.8.8.255"), IPAddress.Parse("9.0.0.0"), IPAddress.Parse("52.216.0.9"), IPAddress.Parse("2a00::1"),
        IPAddress.Parse("2600:1f00:0:100::4"), IPAddress.Parse("192.168.0.1"), IPAddress.Parse("10.0.0.7"),
    ];

    private readonly Estate estate = new(model);
    private readonly Boundaries boundaries = new(model);

    public static IEnumerable<Question> Some(int seed, int questions, int packets)
    {
        var dice = new Dice(seed);
        var model = RandomNetwork.From(dice);
        var maker = new RandomQuestion(dice, model);
        for (var k = 0; k < questions; k++)
        {
            var query = maker.DrawQuery();
            yield return new Question(seed, model, query, [.. Enumerable.Range(0, packets).Select(_ => maker.DrawPacket(query))]);
        }
    }

    private ReachabilityQuery DrawQuery()
    {
        var from = dice.Below(20) switch
        {
            0 or 1 or 2 => EndpointSelector.TheInternet,
            3 or 4 => DrawOutside(),
            _ => Interfaces(special: 12),
        };
        var to = IsBalancer(from) && Registered() is { Length: > 0 } registered ? EndpointSelector.Of([dice.Pick(registered).Id])
            : from is not EndpointSelector.Interfaces ? Interfaces(special: 25) : dice.Below(20) switch
        {
            0 or 1 or 2 or 3 => EndpointSelector.TheInternet,
            4 or 5 => DrawOutside(),
            6 or 7 when model.All<GatewayEndpoint>().ToArray() is { Length: > 0 } services => new EndpointSelector.Service(dice.Pick(services).Id),
            _ => Interfaces(special: 25),
        };
        if (from is EndpointSelector.Interfaces one && to is EndpointSelector.Interfaces two && two.Ids.Intersect(one.Ids).Any())
        {
            // Nobody asks whether something reaches itself.
            to = EndpointSelector.TheInternet;
        }


        var protocol = dice.Pick(QueryProtocol.Any, QueryProtocol.Any, QueryProtocol.Tcp, QueryProtocol.Udp, QueryProtocol.Icmp);
        return new ReachabilityQuery(from, to, protocol)
        {
            Ports = protocol is QueryProtocol.Tcp or QueryProtocol.Udp && dice.Chance(50) ? new PortRange(dice.Pick(0, 22, 443), dice.Pick(443, 8080, 65535)) : null,
            IpVersion = dice.Below(6) switch { 0 => IpVersion.V4, 1 when dice.Chance(5) || (HasIPv6(from) && HasIPv6(to)) => IpVersion.V6, _ => null },
        };
    }

    private EndpointSelector.Outside DrawOutside()
    {
        var known = model.All<OnPremisesConnection>().SelectMany(c => c.Ranges.Value).ToArray();
        return new EndpointSelector.Outside(known.Length > 0 && dice.Chance(75)
            ? dice.Pick(known)
            : Cidr.Parse(dice.Pick("192.168.0.0/25", "192.168.0.0/16", "172.16.0.0/13", "8.8.8.0/24", "0.0.0.0/0", "2a00::/16")));
    }

    private NetworkInterface[] Registered()
    {
        var targets = model.All<TargetGroup>().SelectMany(g => g.Targets).ToArray();
        return [.. model.All<NetworkInterface>().Where(i => targets.Any(t =>
            t.Owner is { } owner ? i.Owner.Id == owner : estate.Owning(i, t.Address!.Value.Value) is not null))];
    }

    private bool HasIPv6(EndpointSelector end) => end switch
    {
        EndpointSelector.Interfaces some => some.Ids.Any(id => estate.Get<NetworkInterface>(id).Addresses.Any(a => a.IsIPv6)),
        EndpointSelector.Outside(var range) => range.IsIPv6,
        _ => end is EndpointSelector.Internet,
    };

    private bool IsBalancer(EndpointSelector end) =>
        end is EndpointSelector.Interfaces some && estate.Get<NetworkInterface>(some.Ids[0]).Kind == InterfaceKind.LoadBalancer;

    // Load balancers and endpoints are few; they are asked about more often than chance would.
    private EndpointSelector.Interfaces Interfaces(int special)
    {
        var all = model.All<NetworkInterface>().ToLookup(i => i.Kind is InterfaceKind.LoadBalancer or InterfaceKind.InterfaceEndpoint, i => i.Id);
        var few = all[true].ToArray();
        var many = all[false].ToArray();
        return few.Length > 0 && dice.Chance(special) ? new([dice.Pick(few)])
            : dice.Chance(85) ? new([dice.Pick(many)])
            : new([dice.Pick(many), dice.Pick(many)]);
    }

    private Packet DrawPacket(ReachabilityQuery query)
    {
        var ipv6 = query.IpVersion is { } version ? version == IpVersion.V6 : dice.Chance(40) && (dice.Chance(3) || (HasIPv6(query.From) && HasIPv6(query.To)));
        var protocol = query.Protocol switch
        {
            QueryProtocol.Tcp => 6,
            QueryProtocol.Udp => 17,
            QueryProtocol.Icmp => ipv6 ? 58 : 1,
            _ => dice.Pick(6, 6, 6, 17, 17, ipv6 ? 58 : 1, 50, 47, 4),
        };
        var (source, destination) = (DrawSource(query.From, ipv6), DrawDestination(query.To, ipv6));
        if (IsBalancer(query.From) && dice.Chance(50))
        {
            // It may keep its client's address.
            source = dice.Chance(20) ? destination : dice.Pick(Outside);
        }

        if (protocol is 1 or 58)
        {
            return new Packet(source, destination, protocol, IcmpType: dice.Chance(95) ? (ipv6 ? 128 : 8) : 0, IcmpCode: 0);
        }

        if (protocol is not (6 or 17))
        {
            return new Packet(source, destination, protocol);
        }

        var ports = query.Ports ?? PortRange.All;
        int[] candidates = [.. boundaries.AllPorts.SelectMany(p => new[] { p - 1, p }).Append(ports.First).Append(ports.Last).Where(p => ports.First <= p && p <= ports.Last)];
        var from = dice.Chance(4) ? 1023 : dice.Chance(50) ? dice.Pick(boundaries.EphemeralPorts) : dice.Pick(1024, 32768, 40000, 65535);
        if (IsBalancer(query.From) && dice.Chance(80))
        {
            candidates = [.. model.All<TargetGroup>().SelectMany(g => g.Targets.Select(t => t.Port?.Value ?? g.Traffic.Ports.Value.First)).Append(443).Where(In)];
        }

        return new Packet(source, destination, protocol, from, dice.Chance(40) && In(443) ? 443 : candidates.Length > 0 ? dice.Pick(candidates) : ports.First);

        bool In(int port) => ports.First <= port && port <= ports.Last;
    }

    private IPAddress DrawSource(EndpointSelector end, bool ipv6) => dice.Chance(2) ? dice.Pick(Outside) : end switch
    {
        EndpointSelector.Interfaces some => Private(estate.Get<NetworkInterface>(dice.Pick(some.Ids)), ipv6),
        EndpointSelector.Outside(var range) => Between(range),
        _ => Public(ipv6),
    };

    private IPAddress DrawDestination(EndpointSelector end, bool ipv6)
    {
        if (dice.Chance(2))
        {
            return dice.Pick(Outside);
        }

        switch (end)
        {
            case EndpointSelector.Interfaces some:
                var part = estate.Get<NetworkInterface>(dice.Pick(some.Ids));
                var slot = part.Addresses.FirstOrDefault(a => a.HasPublicAddress.Value);
                return slot is not null && !ipv6 && dice.Chance(35) ? slot.PublicAddress ?? Public(ipv6: false) : Private(part, ipv6);
            case EndpointSelector.Outside(var range):
                return Between(range);
            case EndpointSelector.Service:
                return IPAddress.Parse(dice.Pick("52.216.0.0", "52.217.255.255", "52.216.7.7"));
            default:
                return Public(ipv6);
        }
    }

    private IPAddress Private(NetworkInterface part, bool ipv6)
    {
        var slot = part.Addresses.FirstOrDefault(a => a.IsIPv6 == ipv6) ?? part.Addresses[0];
        if (slot.Fixed is { } it)
        {
            return it;
        }

        var (first, last) = AddressRules.Assignable(Estate.RangeOf(estate.SubnetOf(part), slot.IsIPv6)!.Value);
        return dice.Chance(20) ? Cidr.ToAddress(last, slot.IsIPv6) : dice.Pick(boundaries.Between(first, last, slot.IsIPv6));
    }

    private IPAddress Public(bool ipv6) => ipv6
        ? dice.Pick(IPAddress.Parse("2a00::1"), IPAddress.Parse("2a00:ffff::"), IPAddress.Parse("2b00::"), IPAddress.Parse("2600:1f00:0:100::9"))
        : dice.Chance(50) ? dice.Pick(boundaries.PublicIPv4) : IPAddress.Parse("8.8.8.8");

    private IPAddress Between(Cidr range) => dice.Chance(30)
        ? range.Address
        : dice.Pick(boundaries.Between(range.First, range.Last, range.IsIPv6));
}
