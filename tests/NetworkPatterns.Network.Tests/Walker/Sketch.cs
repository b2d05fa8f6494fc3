using System.Collections.Immutable;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Network.Model;

namespace NetworkPatterns.Network.Tests.Walker;

/// <summary>A network drawn in a few lines: each method adds a part and returns it, with everything implied that AWS implies.</summary>
internal sealed class Sketch
{
    private readonly List<NetworkObject> objects = [];

    public NetworkModel Model => new() { Objects = [.. objects] };

    public static ComponentId Id(string name) => new("", name);

    public static Component Named(string name, string type = "") => new(Id(name), type);

    public T Add<T>(T part)
        where T : NetworkObject
    {
        objects.Add(part);
        return part;
    }

    /// <summary>Puts another version in the place of the part of the same name.</summary>
    public T Replace<T>(T part)
        where T : NetworkObject
    {
        objects[objects.FindIndex(o => o.Id == part.Id)] = part;
        return part;
    }

    /// <summary>A VPC with its main route table, default network ACL and default group.</summary>
    public Vpc Vpc(string name, params string[] cidrs)
    {
        var vpc = Add(new Vpc(Named(name)) { Region = "r1", Account = "a1", Cidrs = [.. cidrs.Select(c => (Maybe<Cidr>)Cidr.Parse(c))] });
        Add(new RouteTable(vpc.Component.Implies("MainRouteTable", ""), vpc.Id) { IsMain = true });
        var acl = vpc.Component.Implies("DefaultNetworkAcl", "");
        Add(new NetworkAcl(acl, vpc.Id) { IsDefault = true, Entries = NetworkAcl.AllowAll(acl) });
        return vpc;
    }

    /// <summary>A subnet with a route table of its own, which holds these routes.</summary>
    public Subnet Subnet(string name, Vpc vpc, string cidr, string? ipv6 = null, string zone = "a", params (string To, ComponentId Target)[] routes)
    {
        var table = Table($"{name}Table", vpc, routes);
        return Add(new Subnet(Named(name), vpc.Id)
        {
            Zone = zone,
            Ipv4Cidr = Cidr.Parse(cidr),
            Ipv6Cidr = ipv6 is null ? null : (Maybe<Cidr>?)Cidr.Parse(ipv6),
            RouteTable = table.Id,
        });
    }

    public RouteTable Table(string name, Vpc vpc, params (string To, ComponentId Target)[] routes) => Add(new RouteTable(Named(name), vpc.Id)
    {
        Routes = [.. routes.Select(r => new Route(Named($"{name} {r.To}"), RouteDestination.To(r.To), RouteTarget.To(r.Target)))],
    });

    /// <summary>Adds routes to the subnet's own table.</summary>
    public void Route(Subnet subnet, string to, RouteTarget target)
    {
        var table = objects.OfType<RouteTable>().Single(t => t.Id == subnet.RouteTable!.Value.Value);
        Replace(table with { Routes = table.Routes.Add(new Route(Named($"{table.Id} {to}"), RouteDestination.To(to), target)) });
    }

    public void Route(Subnet subnet, string to, ComponentId target) => Route(subnet, to, RouteTarget.To(target));

    /// <summary>An interface with a group of its own that lets everything in and out, unless groups are given.</summary>
    public NetworkInterface Interface(string name, Subnet subnet, string? address = null, params SecurityGroup[] groups)
    {
        if (groups.Length == 0)
        {
            groups = [Group($"{name}Group", subnet.Vpc, ingress: [Any("0.0.0.0/0"), Any("::/0")])];
        }

        return Add(new NetworkInterface(Named(name), Named(name), subnet.Id)
        {
            Addresses = [address is null ? InterfaceAddress.AnyIPv4 : InterfaceAddress.At(address)],
            Groups = [.. groups.Select(g => (Maybe<ComponentId>)g.Id)],
        });
    }

    public NetworkInterface WithPublicAddress(NetworkInterface part, string? address) => Replace(part with
    {
        Addresses = [.. part.Addresses.Select(a => a.IsIPv6 ? a : a with { HasPublicAddress = true, PublicAddress = address is null ? null : System.Net.IPAddress.Parse(address) })],
    });

    /// <summary>A group; without egress rules it lets everything out.</summary>
    public SecurityGroup Group(string name, ComponentId vpc, SecurityGroupRule[]? ingress = null, SecurityGroupRule[]? egress = null) =>
        Add(new SecurityGroup(Named(name), vpc)
        {
            Ingress = [.. ingress ?? []],
            Egress = egress is null ? SecurityGroup.AllowAllEgress(Named(name)) : [.. egress],
        });

    public static SecurityGroupRule Any(string peer) => new(Named("rule"), RulePeer.From(peer), Traffic.All);

    public static SecurityGroupRule Allow(RulePeer peer, Traffic? traffic = null) => new(Named("rule"), peer, traffic ?? Traffic.All);

    public Subnet WithAcl(Subnet subnet, params NetworkAclEntry[] entries)
    {
        var acl = Add(new NetworkAcl(Named($"{subnet.Id}Acl"), subnet.Vpc) { Entries = [.. entries] });
        return Replace(subnet with { NetworkAcl = acl.Id });
    }

    public static NetworkAclEntry Entry(bool egress, int number, bool allow, string cidr, Traffic? traffic = null) =>
        new(Named($"{(egress ? "out" : "in")} {number}"), egress, number, allow, Cidr.Parse(cidr), traffic ?? Traffic.All);

    /// <summary>An allow entry each way for all traffic.</summary>
    public static NetworkAclEntry[] Open { get; } =
    [
        Entry(false, 1000, true, "0.0.0.0/0"), Entry(true, 1000, true, "0.0.0.0/0"), Entry(false, 1001, true, "::/0"), Entry(true, 1001, true, "::/0"),
    ];

    public InternetGateway InternetGateway(Vpc vpc) => Add(new InternetGateway(Named($"{vpc.Id}Internet"), vpc.Id));

    public NatGateway Nat(string name, Subnet subnet, string? address = null, bool isPrivate = false) => Add(new NatGateway(Named(name))
    {
        Subnet = subnet.Id,
        IsPrivate = isPrivate,
        Address = address is null ? InterfaceAddress.AnyIPv4 : InterfaceAddress.At(address),
    });

    public VpcPeering Peering(Vpc one, Vpc two) => Add(new VpcPeering(Named($"{one.Id}-{two.Id}"), one.Id, two.Id));

    public TransitGateway Hub(string name) => Add(new TransitGateway(Named(name)) { Region = "r1" });

    public TransitGatewayAttachment Attach(TransitGateway hub, Vpc vpc, params Subnet[] subnets) =>
        Add(new TransitGatewayAttachment(Named($"{hub.Id}-{vpc.Id}"), hub.Id, new AttachedResource.OfVpc(vpc.Id))
        {
            Subnets = [.. subnets.Select(s => (Maybe<ComponentId>)s.Id)],
        });

    public TransitGatewayRouteTable HubTable(string name, TransitGateway hub, params (string To, ComponentId? Attachment)[] routes) =>
        Add(new TransitGatewayRouteTable(Named(name), hub.Id)
        {
            Routes =
            [
                .. routes.Select(r => new TransitGatewayRoute(Named($"{name} {r.To}"), RouteDestination.To(r.To))
                {
                    Attachment = r.Attachment is null ? null : (Maybe<ComponentId>?)r.Attachment,
                }),
            ],
        });

    public OnPremisesConnection OnPremises(string name, ComponentId gateway, params string[] ranges) =>
        Add(new OnPremisesConnection(Named(name), gateway) { Ranges = ranges.Select(Cidr.Parse).ToImmutableArray() });

    public PrefixList List(string name, bool isGatewayService, params string[] ranges) =>
        Add(new PrefixList(Named(name)) { IsGatewayService = isGatewayService, Entries = ranges.Select(Cidr.Parse).ToImmutableArray() });

    public FirewallEndpoint Firewall(string name, Subnet subnet, FirewallPolicy? policy = null)
    {
        var endpoint = new FirewallEndpoint(Named($"{name}Endpoint"), subnet.Id);
        Add(new NetworkFirewall(Named(name), policy ?? new FirewallPolicy(Named($"{name}Policy"))) { Endpoints = [endpoint] });
        return endpoint;
    }
}
