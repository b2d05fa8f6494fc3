using System.Collections.Immutable;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability.Packets;

namespace NetworkPatterns.Network.Reachability.Index;

/// <summary>A model made ready for questions: every name found, every table and rule compiled. Never changes once made.</summary>
internal sealed partial class NetworkIndex
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
        InterfaceClasses.Assign(model, interfaces.Values, objects);
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
}
