using System.Collections.Immutable;
using System.Net;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;

namespace NetworkPatterns.Network.Tests.Reachability;

/// <summary>
/// Builds small networks for tests, by name: <c>new Estate().Vpc("V", "10.0.0.0/16").Subnet("A", "V", "10.0.0.0/24")</c>.
/// </summary>
internal sealed class Estate
{
    private readonly Dictionary<ComponentId, NetworkObject> objects = [];
    private readonly List<Cidr> standIns = [];

    public static ComponentId Id(string name) => name.Contains('.', StringComparison.Ordinal)
        ? new("", name.Split('.')[0], name.Split('.')[1])
        : new("", name);

    public static Component Named(string name) => new(Id(name), "Test");

    public static UnknownValue Open(string reason) => new(Id("Parameter"), reason);

    public Estate Add(params NetworkObject[] added)
    {
        foreach (var each in added)
        {
            objects.Add(each.Id, each);
        }

        return this;
    }

    public Estate Vpc(string name, params string[] cidrs) =>
        Add(new Vpc(Named(name)) { Region = "eu-west-1", Account = "1", Cidrs = [.. cidrs.Select(cidr => (Maybe<Cidr>)Cidr.Parse(cidr))] });

    /// <summary>A subnet with a route table of its own, named after it.</summary>
    public Estate Subnet(string name, string vpc, string cidr, string zone = "a", string? ipv6 = null)
    {
        Add(new RouteTable(Named($"{name}Table"), Id(vpc)));
        return Add(new Subnet(Named(name), Id(vpc))
        {
            Zone = zone,
            Ipv4Cidr = cidr.Length == 0 ? null : Cidr.Parse(cidr),
            Ipv6Cidr = ipv6 is null ? null : Cidr.Parse(ipv6),
            RouteTable = Id($"{name}Table"),
        });
    }

    public Estate Route(string subnet, string cidr, string target) => Route(subnet, RouteDestination.To(cidr), RouteTarget.To(Id(target)));

    public Estate Route(string subnet, RouteDestination destination, RouteTarget target) =>
        Change<RouteTable>($"{subnet}Table", table => table with { Routes = table.Routes.Add(new(table.Component, destination, target)) });

    /// <summary>A group that lets everything out and the given rules in: "tcp 443 0.0.0.0/0", "all Group", "icmp 8 10.0.0.0/8".</summary>
    public Estate Group(string name, string vpc, params string[] ingress)
    {
        var component = Named(name);
        return Add(new SecurityGroup(component, Id(vpc))
        {
            Ingress = [.. ingress.Select(rule => Rule(component, rule))],
            Egress = SecurityGroup.AllowAllEgress(component),
        });
    }

    public Estate Egress(string group, params string[] rules) =>
        Change<SecurityGroup>(group, each => each with { Egress = [.. rules.Select(rule => Rule(each.Component, rule))] });

    public Estate Ingress(string group, params string[] rules) =>
        Change<SecurityGroup>(group, each => each with { Ingress = each.Ingress.AddRange(rules.Select(rule => Rule(each.Component, rule))) });

    /// <summary>An instance with one interface of the same name.</summary>
    public Estate Host(string name, string subnet, string group, string? address = null, string? publicAddress = null) =>
        Host(name, subnet, group, (address is null ? InterfaceAddress.AnyIPv4 : InterfaceAddress.At(address)) with
        {
            HasPublicAddress = publicAddress is not null,
            PublicAddress = publicAddress is null or "" ? null : IPAddress.Parse(publicAddress),
        });

    public Estate Host(string name, string subnet, string group, params InterfaceAddress[] addresses) =>
        Add(new NetworkInterface(Named(name), Named(name), Id(subnet))
        {
            Kind = InterfaceKind.Instance,
            Addresses = [.. addresses],
            Groups = group.Length == 0 ? [] : [.. group.Split(',').Select(each => (Maybe<ComponentId>)Id(each))],
        });

    public Estate InternetGateway(string name, string vpc) => Add(new InternetGateway(Named(name), Id(vpc)));

    public Estate Nat(string name, string subnet, string? address = null, bool isPrivate = false) => Add(new NatGateway(Named(name))
    {
        Subnet = Id(subnet),
        IsPrivate = isPrivate,
        Address = address is null ? InterfaceAddress.AnyIPv4 : InterfaceAddress.At(address),
    });

    public Estate Peering(string name, string requester, string accepter) =>
        Add(new VpcPeering(Named(name), Id(requester), Id(accepter)));

    public Estate TransitGateway(string name, bool defaults = true, bool references = false) => Add(new TransitGateway(Named(name))
    {
        Region = "eu-west-1",
        DefaultAssociation = defaults,
        DefaultPropagation = defaults,
        SecurityGroupReferencing = references,
    });

    public Estate Attachment(string name, string gateway, string vpc, params string[] subnets) =>
        Add(new TransitGatewayAttachment(Named(name), Id(gateway), new AttachedResource.OfVpc(Id(vpc)))
        {
            Subnets = [.. subnets.Select(subnet => (Maybe<ComponentId>)Id(subnet))],
        });

    public Estate TransitTable(string name, string gateway, string[] associated, string[] propagating, params TransitGatewayRoute[] routes)
    {
        Add(new TransitGatewayRouteTable(Named(name), Id(gateway)) { Propagations = [.. propagating.Select(Id)], Routes = [.. routes] });
        foreach (var attachment in associated)
        {
            Change<TransitGatewayAttachment>(attachment, each => each with { Association = Id(name) });
        }

        return this;
    }

    public static TransitGatewayRoute TransitRoute(string cidr, string? attachment) =>
        new(Named("TransitRoute"), RouteDestination.To(cidr)) { Attachment = attachment is null ? default(Maybe<ComponentId>?) : Id(attachment) };

    /// <summary>A network ACL of a subnet: "in 100 allow tcp 443 0.0.0.0/0", "out 200 deny all 10.0.0.0/8".</summary>
    public Estate Acl(string name, string subnet, params string[] entries)
    {
        var component = Named(name);
        Add(new NetworkAcl(component, ((Subnet)objects[Id(subnet)]).Vpc) { Entries = [.. entries.Select(entry => Entry(component, entry))] });
        return UseAcl(subnet, name);
    }

    public Estate UseAcl(string subnet, string acl) => Change<Subnet>(subnet, each => each with { NetworkAcl = Id(acl) });

    public Estate StandIn(string cidr)
    {
        standIns.Add(Cidr.Parse(cidr));
        return this;
    }

    public Estate Change<T>(string name, Func<T, T> change)
        where T : NetworkObject
    {
        objects[Id(name)] = change((T)objects[Id(name)]);
        return this;
    }

    public Estate Remove(string name)
    {
        return objects.Remove(Id(name)) ? this : throw new ArgumentException($"there is no {name}", nameof(name));
    }

    public NetworkModel Build() => new() { Objects = [.. objects.Values], StandIns = [.. standIns] };

    public ReachabilityAnswer Ask(string from, string to, QueryProtocol protocol = QueryProtocol.Any, int? port = null, IpVersion? version = null) =>
        Ask(Selector(from), Selector(to), protocol, port, version);

    public ReachabilityAnswer Tcp(string from, string to, int port) => Ask(from, to, QueryProtocol.Tcp, port);

    public ReachabilityAnswer Ask(EndpointSelector from, EndpointSelector to, QueryProtocol protocol = QueryProtocol.Any, int? port = null, IpVersion? version = null) =>
        new ReachabilityAnalyzer(Build()).Answer(new(from, to, protocol, port is { } number ? new PortRange(number, number) : null, version));

    public EndpointSelector Selector(string text) =>
        text == "internet" ? EndpointSelector.TheInternet
        : text.Contains('/', StringComparison.Ordinal) ? new EndpointSelector.Outside(Cidr.Parse(text))
        : text.Split(',').All(name => objects[Id(name)] is NetworkInterface) ? EndpointSelector.Of([.. text.Split(',').Select(Id)])
        : new EndpointSelector.Service(Id(text));

    public static SecurityGroupRule Rule(Component group, string text)
    {
        var words = text.Split(' ');
        var (traffic, next) = ParseTraffic(words, 0);
        RulePeer peer = words[next].Contains('/', StringComparison.Ordinal) ? RulePeer.From(words[next])
            : words[next].StartsWith("pl:", StringComparison.Ordinal) ? new RulePeer.List(Id(words[next][3..]))
            : words[next] == "?" ? new RulePeer.Open(Open("the peer of a rule"))
            : new RulePeer.Group(Id(words[next]));
        return new(group, peer, traffic);
    }

    public static NetworkAclEntry Entry(Component acl, string text)
    {
        var words = text.Split(' ');
        var (traffic, next) = ParseTraffic(words, 3);
        return new(
            acl,
            words[0] == "out",
            int.Parse(words[1], System.Globalization.CultureInfo.InvariantCulture),
            words[2] == "allow",
            words[next] == "?" ? Open("the range of an entry") : Cidr.Parse(words[next]),
            traffic);
    }

    private static (Traffic Traffic, int Next) ParseTraffic(string[] words, int at)
    {
        if (words[at] == "all")
        {
            return (Traffic.All, at + 1);
        }

        if (words[at] is "icmp" or "icmp6")
        {
            var type = int.Parse(words[at + 1], System.Globalization.CultureInfo.InvariantCulture);
            return (words[at] == "icmp" ? Traffic.Icmp(type) : Traffic.IcmpV6(type), at + 2);
        }

        var ports = words[at + 1].Split('-').Select(port => int.Parse(port, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        return words[at] switch
        {
            "tcp" => (Traffic.Tcp(ports[0], ports[^1]), at + 2),
            "udp" => (Traffic.Udp(ports[0], ports[^1]), at + 2),
            var number => (new() { Protocol = int.Parse(number, System.Globalization.CultureInfo.InvariantCulture), Ports = new PortRange(ports[0], ports[^1]) }, at + 2),
        };
    }
}
