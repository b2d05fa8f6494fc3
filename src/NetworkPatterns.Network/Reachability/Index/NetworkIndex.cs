using System.Collections.Immutable;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability.Packets;

namespace NetworkPatterns.Network.Reachability.Index;

/// <summary>A model made ready for questions: every name found, every table and rule compiled. Never changes once made.</summary>
internal sealed class NetworkIndex
{
    private readonly Dictionary<ComponentId, NetworkObject> objects;
    private readonly Dictionary<ComponentId, VpcNode> vpcs;
    private readonly Dictionary<ComponentId, SubnetNode> subnets = [];
    private readonly Dictionary<ComponentId, InterfaceNode> interfaces;
    private readonly Dictionary<ComponentId, AttachmentNode> attachments = [];
    private readonly Dictionary<ComponentId, TransitTableNode> transitTables = [];
    private readonly Dictionary<ComponentId, NatNode> natGateways = [];
    private readonly RuleAddresses addresses;
    private readonly ILookup<ComponentId, AttachmentNode> attachmentsByGateway;
    private readonly GroupCompiler groups;
    private readonly Dictionary<ComponentId, FirewallRules> firewallRules;

    public NetworkIndex(NetworkModel model)
    {
        Model = model;
        objects = model.Objects.GroupBy(each => each.Id).ToDictionary(group => group.Key, group => group.First());
        addresses = new(model, Symbols);
        groups = new(addresses);
        vpcs = model.All<Vpc>().ToDictionary(vpc => vpc.Id, vpc => new VpcNode(vpc));
        Connections = model.All<OnPremisesConnection>().ToLookup(connection => connection.Gateway);
        interfaces = model.All<NetworkInterface>().ToDictionary(each => each.Id, each => new InterfaceNode(each));
        Firewalls = model.All<NetworkFirewall>()
            .SelectMany(firewall => firewall.Endpoints.Select(endpoint => (endpoint.Id, firewall)))
            .ToDictionary(pair => pair.Id, pair => pair.firewall);
        var firewallCompiler = new FirewallCompiler(addresses);
        firewallRules = model.All<NetworkFirewall>().Where(firewall => firewall.Policy.IsKnown).Select(firewall => firewall.Policy.Value)
            .DistinctBy(policy => policy.Id).ToDictionary(policy => policy.Id, firewallCompiler.Compile);

        AddVpcs();
        AddInterfaces();
        AddGateways();
        AddTransitGateways();
        attachmentsByGateway = attachments.Values
            .SelectMany(node => new[] { node.Model.TransitGateway, node.Model.Resource is AttachedResource.OfPeer peer ? peer.Peer : node.Model.TransitGateway }
                .Where(id => id.IsKnown).Distinct().Select(id => (Gateway: id.Value, node)))
            .ToLookup(pair => pair.Gateway, pair => pair.node);
        AddRoutes();
        AddClasses();
        var ownRanges = model.All<Vpc>().SelectMany(vpc => vpc.Cidrs).Where(cidr => cidr.IsKnown && cidr.Value.IsIPv6).Select(cidr => cidr.Value);
        var services = model.All<PrefixList>().Where(list => list.IsGatewayService).SelectMany(list => list.Entries.Or([]));
        Internet = AddressSpace.PublicIPv4.Union(AddressSpace.PublicIPv6).Except(AddressSpace.Of(ownRanges.Concat(services)));
    }

    public NetworkModel Model { get; }

    public Symbols Symbols { get; } = new();

    public ILookup<ComponentId, OnPremisesConnection> Connections { get; }

    /// <summary>Firewalls by the name of their endpoints.</summary>
    public IReadOnlyDictionary<ComponentId, NetworkFirewall> Firewalls { get; }

    public IReadOnlyDictionary<ComponentId, InterfaceNode> Interfaces => interfaces;

    public IEnumerable<VpcNode> Vpcs => vpcs.Values;

    public IEnumerable<AttachmentNode> Attachments => attachments.Values;

    /// <summary>Attachments of a Transit Gateway, those of peering seen from either side.</summary>
    public IEnumerable<AttachmentNode> AttachmentsOf(ComponentId gateway) => attachmentsByGateway[gateway];

    /// <summary>Ordinary public addresses: not those of the estate's own IPv6 ranges, nor those of services behind gateway endpoints.</summary>
    public AddressSet Internet { get; }

    public VpcNode? FindVpc(ComponentId id) => vpcs.GetValueOrDefault(id);

    public SubnetNode? FindSubnet(ComponentId id) => subnets.GetValueOrDefault(id);

    public AttachmentNode? FindAttachment(ComponentId id) => attachments.GetValueOrDefault(id);

    public T? Find<T>(ComponentId id)
        where T : NetworkObject => objects.GetValueOrDefault(id) as T;

    public TransitTableNode? FindTransitTable(ComponentId id) => transitTables.GetValueOrDefault(id);

    public AddressSet ServiceAddresses(GatewayEndpoint endpoint) =>
        addresses.FindList(endpoint.PrefixList) is { } list ? addresses.ServiceAddresses(list)
        : Symbols.Of(endpoint.PrefixList, $"addresses of {endpoint.PrefixList}");

    public FirewallRules FirewallRules(FirewallPolicy policy) => firewallRules[policy.Id];

    /// <summary>Whether a load balancer may send to an interface at all.</summary>
    public bool MayBeTarget(LoadBalancer balancer, InterfaceNode node) => balancer.Listeners
        .SelectMany(listener => listener.TargetGroups)
        .Any(id => !id.IsKnown || Find<TargetGroup>(id.Value) is not { MayHaveMoreTargets.IsEmpty: true } group
            || group.Targets.Any(target => target.Owner is null || target.Owner == node.Id || target.Owner == node.Model.Owner.Id));

    /// <summary>The ingress side of the groups of a VPC Lattice association, and the component that stands for them.</summary>
    public (GroupFilter Ingress, Component Component) AssociationGroups(LatticeVpcAssociation association)
    {
        var known = association.Groups.Where(id => id.IsKnown).Select(id => Find<SecurityGroup>(id.Value)).OfType<SecurityGroup>().ToImmutableArray();
        var unknown = association.Groups.Where(id => !id.IsKnown || Find<SecurityGroup>(id.Value) is null)
            .Select(id => id.Unknown ?? new(id.Value, "the security group is not among the given templates")).ToImmutableArray();
        return (groups.Compile(known, unknown, egress: false), known.FirstOrDefault()?.Component ?? association.Component);
    }

    private void AddVpcs()
    {
        foreach (var vpc in vpcs.Values)
        {
            vpc.Addresses = AddressSpace.Of(vpc.Vpc.Cidrs.Where(cidr => cidr.IsKnown).Select(cidr => cidr.Value));
            vpc.AddressesUnknown = vpc.Vpc.Cidrs.FirstOrDefault(cidr => !cidr.IsKnown).Unknown;
        }

        foreach (var subnet in Model.All<Subnet>())
        {
            if (!vpcs.TryGetValue(subnet.Vpc, out var vpc))
            {
                var unknown = new UnknownValue(subnet.Vpc, "the VPC is not among the given templates");
                vpcs[subnet.Vpc] = vpc = new(new Vpc(new Component(subnet.Vpc, "AWS::EC2::VPC")) { Cidrs = [unknown], MayHaveMoreGateways = unknown })
                {
                    AddressesUnknown = unknown,
                };
            }

            vpc.Subnets.Add(subnets[subnet.Id] = Place(subnet, vpc));
        }

        foreach (var vpc in vpcs.Values.Where(vpc => vpc.AddressesUnknown is not null))
        {
            vpc.Addresses = vpc.Subnets.Where(subnet => !subnet.AddressDoubts.Any).Aggregate(vpc.Addresses, (all, subnet) => all.Union(subnet.Addresses));
        }

        foreach (var setting in Model.All<BlockPublicAccess>())
        {
            foreach (var vpc in vpcs.Values.Where(vpc => vpc.Vpc.Account == setting.Account && vpc.Vpc.Region == setting.Region))
            {
                vpc.BlockPublicAccess = setting;
            }
        }
    }

    private static SubnetNode Place(Subnet subnet, VpcNode vpc)
    {
        var node = new SubnetNode(subnet, vpc);
        foreach (var (range, family) in new[] { (subnet.Ipv4Cidr, AddressSpace.IPv4), (subnet.Ipv6Cidr, AddressSpace.IPv6) })
        {
            if (range is not { } cidr)
            {
                continue;
            }

            if (cidr.IsKnown)
            {
                node.Addresses = node.Addresses.Union(AddressSpace.Of(cidr.Value));
                node.Assignable = node.Assignable.Union(AddressSpace.Assignable(cidr.Value));
            }
            else
            {
                var all = vpc.AddressesUnknown is null ? vpc.Addresses.Intersect(family) : family.Except(AddressSpace.Symbols);
                node.Addresses = node.Addresses.Union(all);
                node.Assignable = node.Assignable.Union(all);
                node.AddressDoubts = node.AddressDoubts.And(Doubts.On(cidr.Unknown));
            }
        }

        return node;
    }

    private void AddInterfaces()
    {
        var declared = Model.All<SecurityGroup>().Where(group => group is { IsDefault: true, Vpc.IsKnown: true })
            .GroupBy(group => group.Vpc.Value).ToDictionary(group => group.Key, group => group.First());
        var defaults = vpcs.Values.ToDictionary(vpc => vpc.Id, vpc => declared.GetValueOrDefault(vpc.Id) ?? DefaultGroup(vpc.Vpc));
        foreach (var group in defaults.Values)
        {
            objects.TryAdd(group.Id, group);
        }

        var compiler = new InterfaceCompiler(objects, subnets, defaults, groups, Symbols);
        foreach (var node in interfaces.Values)
        {
            compiler.Compile(node);
        }

        foreach (var gateway in Model.All<NatGateway>())
        {
            AddNat(gateway, compiler);
        }
    }

    private static SecurityGroup DefaultGroup(Vpc vpc)
    {
        var component = vpc.Component.Implies("DefaultSecurityGroup", "AWS::EC2::SecurityGroup");
        return new(component, vpc.Id)
        {
            IsDefault = true,
            Ingress = SecurityGroup.AllowOwnMembers(component),
            Egress = SecurityGroup.AllowAllEgress(component),
        };
    }

    private void AddNat(NatGateway gateway, InterfaceCompiler compiler)
    {
        if (gateway.Subnet is { IsKnown: true } id && subnets.TryGetValue(id.Value, out var subnet))
        {
            var isPublic = gateway.IsPrivate.IsKnown ? !gateway.IsPrivate.Value : (Maybe<bool>)gateway.IsPrivate.Unknown!;
            var address = compiler.Address(gateway.Address with { HasPublicAddress = isPublic }, subnet, gateway.Component, 0);
            if (address is not null)
            {
                natGateways[gateway.Id] = new(gateway, subnet, subnet.Vpc, address);
                subnet.Vpc.NatGateways.Add(natGateways[gateway.Id]);
            }
        }
        else if (gateway.Vpc is { } vpcId && vpcs.TryGetValue(vpcId, out var vpc))
        {
            var open = gateway.Address.PublicAddress is { } known ? AddressSet.Of(AddressSpace.Of(known)) : Symbols.Of(gateway.Id, $"public address of {gateway.Id}");
            natGateways[gateway.Id] = new(gateway, null, vpc, new(open, IsIPv6: false, Doubts.None, HasPublic: true, open, ElasticIp: null));
            vpc.NatGateways.Add(natGateways[gateway.Id]);
        }
    }

    private void AddGateways()
    {
        foreach (var gateway in Model.All<InternetGateway>().Where(gateway => gateway.Vpc is not null))
        {
            FindVpc(gateway.Vpc!)?.InternetGateway = gateway;
        }

        foreach (var gateway in Model.All<VpnGateway>().Where(gateway => gateway.Vpc is not null))
        {
            FindVpc(gateway.Vpc!)?.VpnGateway = gateway;
        }

        foreach (var gateway in Model.All<EgressOnlyInternetGateway>())
        {
            FindVpc(gateway.Vpc)?.EgressOnlyGateways.Add(gateway);
        }

        foreach (var peering in Model.All<VpcPeering>())
        {
            foreach (var side in new[] { peering.Requester, peering.Accepter }.Where(side => side.IsKnown).Select(side => side.Value).Distinct())
            {
                FindVpc(side)?.Peerings.Add(peering);
            }
        }
    }

    private void AddTransitGateways()
    {
        foreach (var model in Model.All<TransitGatewayAttachment>())
        {
            var node = attachments[model.Id] = new(model);
            if (model.Resource is AttachedResource.OfVpc of && FindVpc(of.Vpc) is { } vpc)
            {
                node.Vpc = vpc;
                node.Subnets = [.. model.Subnets.Where(id => id.IsKnown).Select(id => FindSubnet(id.Value)).OfType<SubnetNode>()];
                node.SubnetsUnknown = model.Subnets.FirstOrDefault(id => !id.IsKnown || FindSubnet(id.Value) is null) is { } missing && node.Subnets.Length < model.Subnets.Length
                    ? missing.Unknown ?? new(model.Id, "a subnet of the attachment is not among the given templates")
                    : null;
                vpc.Attachments.Add(node);
            }
        }

        var tables = Model.All<TransitGatewayRouteTable>().ToDictionary(table => table.Id);
        var gateways = Model.All<TransitGateway>().ToDictionary(gateway => gateway.Id);
        foreach (var gateway in gateways.Values)
        {
            tables.TryAdd(gateway.DefaultRouteTable, new(gateway.Component.Implies("DefaultRouteTable", "AWS::EC2::TransitGatewayRouteTable"), gateway.Id));
        }

        var compiler = new TransitRouteCompiler(attachments, addresses, Connections);
        var byGateway = attachments.Values.Where(node => node.Model.TransitGateway.IsKnown).ToLookup(node => node.Model.TransitGateway.Value);
        foreach (var table in tables.Values)
        {
            if (gateways.TryGetValue(table.TransitGateway, out var gateway))
            {
                transitTables[table.Id] = new(table.Component, gateway, compiler.Compile(table, Propagations(table, gateway, byGateway)));
            }
        }
    }

    private IEnumerable<(AttachmentNode Attachment, UnknownValue? Doubt)> Propagations(
        TransitGatewayRouteTable table, TransitGateway gateway, ILookup<ComponentId, AttachmentNode> byGateway)
    {
        var named = table.Propagations.Select(FindAttachment).OfType<AttachmentNode>().Distinct().ToList();
        foreach (var attachment in named)
        {
            yield return (attachment, null);
        }

        if (table.Id == gateway.DefaultRouteTable && gateway.DefaultPropagation.Or(true))
        {
            foreach (var attachment in byGateway[gateway.Id].Except(named))
            {
                yield return (attachment, gateway.DefaultPropagation.Unknown);
            }
        }
    }

    private void AddRoutes()
    {
        var targets = new RouteTargets(objects, natGateways, interfaces, interfaces.Values.ToLookup(node => node.Model.Owner.Id));
        foreach (var firewall in Model.All<NetworkFirewall>())
        {
            foreach (var endpoint in firewall.Endpoints)
            {
                objects.TryAdd(endpoint.Id, endpoint);
            }
        }

        var endpoints = Model.All<GatewayEndpoint>()
            .SelectMany(endpoint => endpoint.RouteTables.Where(table => table.IsKnown).Select(table => (Table: table.Value, Endpoint: endpoint)))
            .ToLookup(pair => pair.Table, pair => pair.Endpoint);
        var placeless = Model.All<GatewayEndpoint>().Where(endpoint => endpoint.RouteTables.Any(table => !table.IsKnown)).ToLookup(endpoint => endpoint.Vpc);
        var compiler = new VpcRouteCompiler(targets, addresses, Connections, endpoints, placeless);
        var acls = new AclCompiler(addresses);
        var tablesByVpc = Model.All<RouteTable>().ToLookup(table => table.Vpc);
        var aclsByVpc = Model.All<NetworkAcl>().ToLookup(acl => acl.Vpc);
        foreach (var vpc in vpcs.Values)
        {
            AddRoutes(vpc, compiler, acls, [.. tablesByVpc[vpc.Id]], [.. aclsByVpc[vpc.Id]]);
        }
    }

    private void AddRoutes(VpcNode vpc, VpcRouteCompiler compiler, AclCompiler acls, ImmutableArray<RouteTable> tables, ImmutableArray<NetworkAcl> ownAcls)
    {
        var main = tables.FirstOrDefault(table => table.IsMain)
            ?? new RouteTable(vpc.Vpc.Component.Implies("MainRouteTable", "AWS::EC2::RouteTable"), vpc.Id) { IsMain = true };
        var defaultAcl = ownAcls.FirstOrDefault(acl => acl.IsDefault);
        if (defaultAcl is null)
        {
            var component = vpc.Vpc.Component.Implies("DefaultNetworkAcl", "AWS::EC2::NetworkAcl");
            defaultAcl = new(component, vpc.Id) { IsDefault = true, Entries = NetworkAcl.AllowAll(component) };
        }

        var compiledTables = new Dictionary<ComponentId, RouteMap>();
        var compiledAcls = new Dictionary<ComponentId, (Filter Ingress, Filter Egress)>();
        foreach (var subnet in vpc.Subnets)
        {
            var table = Chosen(subnet.Subnet.RouteTable, main, unknown =>
                new RouteTable(new(unknown.Component, "AWS::EC2::RouteTable"), vpc.Id) { MayHaveMoreRoutes = [unknown] });
            var acl = Chosen(subnet.Subnet.NetworkAcl, defaultAcl, unknown =>
                new NetworkAcl(new(unknown.Component, "AWS::EC2::NetworkAcl"), vpc.Id) { MayHaveMoreEntries = [unknown] });
            if (!compiledTables.TryGetValue(table.Id, out var routes))
            {
                compiledTables[table.Id] = routes = compiler.Compile(table, vpc);
            }

            if (!compiledAcls.TryGetValue(acl.Id, out var filters))
            {
                compiledAcls[acl.Id] = filters = (acls.Compile(acl, egress: false), acls.Compile(acl, egress: true));
            }

            (subnet.Routes, subnet.RouteTable) = (routes, table.Component);
            (subnet.AclIngress, subnet.AclEgress, subnet.Acl) = (filters.Ingress, filters.Egress, acl.Component);
        }

        foreach (var table in tables)
        {
            foreach (var gateway in table.GatewayAssociations)
            {
                vpc.EdgeTables[gateway] = (table, compiler.Compile(table, vpc));
            }
        }
    }

    private T Chosen<T>(Maybe<ComponentId>? id, T otherwise, Func<UnknownValue, T> open)
        where T : NetworkObject => id switch
        {
            null => otherwise,
            { IsKnown: false } unknown => open(unknown.Unknown!),
            { } known => Find<T>(known.Value) ?? open(new(known.Value, "it is not among the given templates")),
        };

    /// <summary>Interfaces that no question can tell apart share a class: one answers for all of them.</summary>
    private void AddClasses()
    {
        var targets = Model.All<TargetGroup>().SelectMany(group => group.Targets).Select(target => target.Owner).OfType<ComponentId>().ToHashSet();
        var classes = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var node in interfaces.Values)
        {
            var model = node.Model;
            var hasOwnSettings = objects.GetValueOrDefault(model.Owner.Id) is LoadBalancer or InterfaceEndpoint;
            var owner = hasOwnSettings || targets.Contains(model.Owner.Id) ? model.Owner.Id.ToString() : "";
            var key = string.Join('\n', [
                model.Subnet.ToString(),
                string.Join(',', node.GroupIds.Order()),
                string.Join(',', node.UnknownGroups),
                owner,
                targets.Contains(model.Id) ? model.Id.ToString() : "",
                $"{model.HasGroups} {model.CanInitiate} {model.SourceDestCheck}",
                model.ListensOn is { } listens ? string.Join(',', listens) : "any",
                string.Join(',', model.Addresses.Select(address => address with { ElasticIp = null })),
            ]);
            if (!classes.TryGetValue(key, out var number))
            {
                classes[key] = number = classes.Count;
            }

            node.Class = number;
        }
    }
}
