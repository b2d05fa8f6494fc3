using System.Collections.Immutable;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability.Packets;

namespace NetworkPatterns.Network.Reachability.Index;

/// <summary>Compiles interfaces: addresses, groups, what listens.</summary>
internal sealed class InterfaceCompiler(
    IReadOnlyDictionary<ComponentId, NetworkObject> objects,
    IReadOnlyDictionary<ComponentId, SubnetNode> subnets,
    IReadOnlyDictionary<ComponentId, SecurityGroup> defaultGroups,
    GroupCompiler groups,
    Symbols symbols)
{
    public void Compile(InterfaceNode node)
    {
        var model = node.Model;
        if (model.Subnet.IsKnown && subnets.TryGetValue(model.Subnet.Value, out var subnet))
        {
            node.Subnet = subnet;
            subnet.Interfaces.Add(node);
            node.Addresses = [.. model.Addresses.Select((address, index) => Address(address, subnet, model.Component, index)).OfType<AddressNode>()];
        }

        node.LoadBalancer = objects.GetValueOrDefault(model.Owner.Id) as LoadBalancer;
        if (model.HasGroups)
        {
            CompileGroups(node);
        }

        node.Listens = Listens(node);
    }

    /// <summary>An address in its subnet; null where the subnet has no range of that family.</summary>
    public AddressNode? Address(InterfaceAddress address, SubnetNode subnet, Component owner, int index)
    {
        var isIPv6 = address.IsIPv6;
        var addresses = address.Fixed is { } given
            ? AddressSet.Of(AddressSpace.Of(given))
            : subnet.Assignable.Intersect(isIPv6 ? AddressSpace.IPv6 : AddressSpace.IPv4);
        if (addresses.IsEmpty)
        {
            return null;
        }

        var doubts = Doubts.On(address.Doubt).And(address.Fixed is null ? subnet.AddressDoubts : Doubts.None);
        var name = index == 0 ? owner.Id : owner.Id with { LogicalId = $"{owner.Id.LogicalId}#{index}" };
        var open = address.PublicAddress is { } known
            ? AddressSet.Of(AddressSpace.Of(known))
            : address.HasPublicAddress.Or(true) ? symbols.Of(name, $"public address of {owner.Id}") : AddressSet.Empty;
        return new(addresses, isIPv6, doubts, address.HasPublicAddress, open, address.ElasticIp)
        {
            FixedUnknown = address.FixedUnknown,
        };
    }

    private void CompileGroups(InterfaceNode node)
    {
        var known = new List<SecurityGroup>();
        var unknown = new List<UnknownValue>();
        foreach (var id in node.Model.Groups)
        {
            if (!id.IsKnown)
            {
                unknown.Add(id.Unknown!);
            }
            else if (objects.GetValueOrDefault(id.Value) is SecurityGroup group)
            {
                known.Add(group);
            }
            else
            {
                unknown.Add(new(id.Value, "the security group is not among the given templates"));
            }
        }

        if (node.Model.Groups.IsEmpty && node.Subnet is { } subnet)
        {
            known.Add(defaultGroups[subnet.Vpc.Id]);
        }

        node.Groups = [.. known.DistinctBy(group => group.Id).OrderBy(group => group.Id)];
        node.GroupIds = [.. node.Groups.Select(group => group.Id)];
        node.UnknownGroups = [.. unknown.Distinct().Order()];
        node.Ingress = groups.Compile(node.Groups, node.UnknownGroups, egress: false);
        node.Egress = groups.Compile(node.Groups, node.UnknownGroups, egress: true);
    }

    private Filter Listens(InterfaceNode node) =>
        node.LoadBalancer is { } balancer ? OfListeners(balancer)
        : node.Model.ListensOn is { } traffic ? Filter.Of(traffic.Select(Permit))
        : objects.GetValueOrDefault(node.Model.Owner.Id) is InterfaceEndpoint { Service: { } service }
            && objects.GetValueOrDefault(service) is EndpointService endpointService
            ? OfService(endpointService)
        : Filter.Everything;

    public static Filter OfListeners(LoadBalancer balancer) => Filter.Of(balancer.Listeners.Select(listener => Permit(listener.Traffic)));

    public Filter OfService(EndpointService service) => Filter.Of(service.LoadBalancers.SelectMany(id =>
        !id.IsKnown ? [new Permit(Box.Everything, Doubts.On(id.Unknown))]
        : objects.GetValueOrDefault(id.Value) is LoadBalancer balancer ? OfListeners(balancer).Permits
        : [new Permit(Box.Everything, Doubts.On(new UnknownValue(id.Value, "the load balancer is not among the given templates")))]));

    private static Permit Permit(Traffic traffic)
    {
        var (box, unknown) = TrafficBox.Of(traffic);
        return new(box, Doubts.On(unknown));
    }
}
