using System.Net;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Network.Model;

namespace NetworkPatterns.Network.Tests.Walker;

/// <summary>
/// Values at which some rule of the model may change its mind. Between two neighbours nothing does, so trying these
/// few is as good as trying every address and port.
/// </summary>
internal sealed class Boundaries
{
    private readonly SortedSet<int> ports = [AddressRules.FirstEphemeralPort];
    private readonly SortedSet<(bool IsIPv6, UInt128 Value)> addresses = [];

    public Boundaries(NetworkModel model)
    {
        foreach (var part in model.Objects)
        {
            Visit(part);
        }
    }

    /// <summary>A port of each class among those a client or NAT gateway sends from.</summary>
    public IReadOnlyList<int> EphemeralPorts => field ??= [.. ports.Where(p => p is >= AddressRules.FirstEphemeralPort and <= 65535)];

    public IEnumerable<int> AllPorts => ports.Where(p => p is >= 0 and <= 65535);

    public IEnumerable<(bool IsIPv6, UInt128 Value)> AllAddresses => addresses;

    /// <summary>An address of each class from first to last.</summary>
    public IReadOnlyList<IPAddress> Between(UInt128 first, UInt128 last, bool ipv6) =>
    [
        Cidr.ToAddress(first, ipv6),
        .. addresses.Where(a => a.IsIPv6 == ipv6 && a.Value > first && a.Value <= last).Select(a => Cidr.ToAddress(a.Value, ipv6)),
    ];

    /// <summary>A public IPv4 address of each class.</summary>
    public IReadOnlyList<IPAddress> PublicIPv4 => field ??=
    [
        IPAddress.Parse("1.0.0.0"),
        .. addresses.Where(a => !a.IsIPv6).Select(a => Cidr.ToAddress(a.Value, isIPv6: false)).Where(Estate.IsPublic),
    ];

    private void Visit(NetworkObject part)
    {
        switch (part)
        {
            case Vpc vpc:
                Add(vpc.Cidrs);
                break;
            case Subnet subnet:
                Add(subnet.Ipv4Cidr);
                Add(subnet.Ipv6Cidr);
                break;
            case NetworkAcl acl:
                foreach (var entry in acl.Entries)
                {
                    Add(entry.Cidr);
                    Add(entry.Traffic);
                }

                break;
            case SecurityGroup group:
                foreach (var rule in group.Ingress.AddRange(group.Egress))
                {
                    Add(rule.Traffic);
                    if (rule.Peer is RulePeer.Range range)
                    {
                        Add(range.Cidr);
                    }
                }

                break;
            case PrefixList list:
                Add(list.Entries.Value.Select(c => (Maybe<Cidr>)c));
                break;
            case RouteTable table:
                AddRoutes(table.Routes.Select(r => r.Destination));
                break;
            case TransitGatewayRouteTable table:
                AddRoutes(table.Routes.Select(r => r.Destination));
                break;
            case OnPremisesConnection connection:
                Add(connection.Ranges.Value.Select(c => (Maybe<Cidr>)c));
                break;
            case NetworkFirewall firewall:
                foreach (var match in firewall.Policy.Value.StatelessRules.Select(r => r.Match)
                    .Concat(firewall.Policy.Value.StatefulRules.Select(r => r.Match)))
                {
                    Add(match.Sources);
                    Add(match.Destinations);
                    Add(match.SourcePorts);
                    Add(match.DestinationPorts);
                }

                break;
            case LoadBalancer balancer:
                foreach (var listener in balancer.Listeners)
                {
                    Add(listener.Traffic);
                }

                break;
            case TargetGroup targets:
                Add(targets.Traffic);
                foreach (var target in targets.Targets)
                {
                    if (target.Port is { } port)
                    {
                        Add([new PortRange(port.Value, port.Value)]);
                    }

                    Add(target.Address is { } address ? address.Value : null);
                }

                break;
            case NetworkInterface it:
                foreach (var slot in it.Addresses)
                {
                    Add(slot.Fixed);
                    Add(slot.PublicAddress);
                }

                foreach (var traffic in it.ListensOn ?? [])
                {
                    Add(traffic);
                }

                break;
            case NatGateway nat:
                Add(nat.Address.Fixed);
                Add(nat.Address.PublicAddress);
                break;
            default:
                break;
        }
    }

    private void AddRoutes(IEnumerable<RouteDestination> destinations) =>
        Add(destinations.OfType<RouteDestination.Range>().Select(r => (Maybe<Cidr>)r.Cidr));

    private void Add(Traffic traffic) => Add([traffic.Ports.Value]);

    private void Add(IEnumerable<PortRange> ranges)
    {
        foreach (var range in ranges)
        {
            ports.Add(range.First);
            ports.Add(range.Last + 1);
        }
    }

    private void Add(IEnumerable<Maybe<Cidr>> cidrs)
    {
        foreach (var cidr in cidrs)
        {
            Add(cidr);
        }
    }

    private void Add(Maybe<Cidr>? cidr)
    {
        if (cidr is { } it)
        {
            addresses.Add((it.Value.IsIPv6, it.Value.First));
            var last = it.Value.Last;
            if (last != (it.Value.IsIPv6 ? UInt128.MaxValue : uint.MaxValue))
            {
                addresses.Add((it.Value.IsIPv6, last + 1));
            }
        }
    }

    private void Add(IPAddress? address)
    {
        if (address is not null)
        {
            Add(Cidr.Covering(address, Estate.IsIPv6(address) ? 128 : 32));
        }
    }
}
