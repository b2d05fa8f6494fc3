using System.Net;
using System.Net.Sockets;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Network.Model;

namespace NetworkPatterns.Network.Tests.Walker;

/// <summary>Looks up the parts of a model by name.</summary>
internal sealed class Estate
{
    private readonly Dictionary<ComponentId, NetworkObject> objects;

    public Estate(NetworkModel model)
    {
        Model = model;
        objects = model.Objects.ToDictionary(o => o.Id);
    }

    public NetworkModel Model { get; }

    public T? Find<T>(ComponentId id)
        where T : NetworkObject => objects.GetValueOrDefault(id) as T;

    public T Get<T>(ComponentId id)
        where T : NetworkObject => (T)objects[id];

    public IEnumerable<T> All<T>()
        where T : NetworkObject => objects.Values.OfType<T>();

    public Subnet SubnetOf(NetworkInterface part) => Get<Subnet>(part.Subnet.Value);

    public Vpc VpcOf(Subnet subnet) => Get<Vpc>(subnet.Vpc);

    public Vpc VpcOf(NetworkInterface part) => VpcOf(SubnetOf(part));

    public NetworkAcl AclOf(Subnet subnet) =>
        subnet.NetworkAcl is { } acl ? Get<NetworkAcl>(acl.Value) : All<NetworkAcl>().Single(a => a.IsDefault && a.Vpc == subnet.Vpc);

    public RouteTable TableOf(Subnet subnet) =>
        subnet.RouteTable is { } table ? Get<RouteTable>(table.Value) : All<RouteTable>().Single(t => t.IsMain && t.Vpc == subnet.Vpc);

    /// <summary>Its groups; the VPC's default one where none is named.</summary>
    public IEnumerable<SecurityGroup> GroupsOf(NetworkInterface part) => part.Groups.IsEmpty
        ? [All<SecurityGroup>().Single(g => g.IsDefault && g.Vpc.Value == VpcOf(part).Id)]
        : part.Groups.Select(g => Get<SecurityGroup>(g.Value));

    public (NetworkFirewall Firewall, FirewallEndpoint Endpoint)? FindFirewallEndpoint(ComponentId id)
    {
        foreach (var firewall in All<NetworkFirewall>())
        {
            foreach (var endpoint in firewall.Endpoints.Where(e => e.Id == id))
            {
                return (firewall, endpoint);
            }
        }

        return null;
    }

    /// <summary>The interface of that name, or the only one of the owner of that name.</summary>
    public NetworkInterface? FindInterface(ComponentId id) =>
        Find<NetworkInterface>(id) ?? All<NetworkInterface>().Where(i => i.Owner.Id == id).ToArray() switch
        {
            [var only] => only,
            _ => null,
        };

    /// <summary>Whether one of the interface's addresses is, or may turn out to be, this one.</summary>
    public InterfaceAddress? Owning(NetworkInterface part, IPAddress address) =>
        part.Addresses.FirstOrDefault(a => Covers(SubnetOf(part), a, address));

    public static bool Covers(Subnet subnet, InterfaceAddress slot, IPAddress address)
    {
        if (slot.IsIPv6 != IsIPv6(address))
        {
            return false;
        }

        if (slot.Fixed is { } it)
        {
            return it.Equals(address);
        }

        return RangeOf(subnet, slot.IsIPv6) is { } range
            && AddressRules.Assignable(range) is var (first, last)
            && Cidr.ToNumber(address).Value is var value
            && first <= value && value <= last;
    }

    public static Cidr? RangeOf(Subnet subnet, bool ipv6) => (ipv6 ? subnet.Ipv6Cidr : subnet.Ipv4Cidr)?.Value;

    public static bool IsIPv6(IPAddress address) => address.AddressFamily == AddressFamily.InterNetworkV6;

    public IEnumerable<Cidr> RangesOf(RouteDestination destination) => destination switch
    {
        RouteDestination.Range range => [range.Cidr],
        RouteDestination.List list => Get<PrefixList>(list.PrefixList).Entries.Value,
        _ => throw new NotSupportedException("the walker needs every destination"),
    };

    /// <summary>A public address that is of no VPC of the estate.</summary>
    public bool IsSomebodyElses(IPAddress address) => IsPublic(address) && !All<Vpc>().Any(v => v.Cidrs.Any(c => c.Value.Contains(address)));

    /// <summary>An address of "the internet": somebody's, and not of a service behind gateway endpoints.</summary>
    public bool IsTheInternet(IPAddress address) => IsSomebodyElses(address)
        && !All<PrefixList>().Any(l => l.IsGatewayService && l.Entries.Value.Any(e => e.Contains(address)));

    public static bool IsPublic(IPAddress address) => IsIPv6(address)
        ? AddressRules.PublicIPv6.Contains(address)
        : !AddressRules.NotPublicIPv4.Any(r => r.Contains(address));
}
