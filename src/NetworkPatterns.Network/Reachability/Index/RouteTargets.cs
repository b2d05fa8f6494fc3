using NetworkPatterns.Network.Model;

namespace NetworkPatterns.Network.Reachability.Index;

/// <summary>Finds what a route points to.</summary>
internal sealed class RouteTargets(
    IReadOnlyDictionary<ComponentId, NetworkObject> objects,
    IReadOnlyDictionary<ComponentId, NatNode> natGateways,
    IReadOnlyDictionary<ComponentId, InterfaceNode> interfaces,
    ILookup<ComponentId, InterfaceNode> interfacesByOwner)
{
    public object Find(RouteTarget target) => target switch
    {
        RouteTarget.Local => new RouteEnd.Local(),
        RouteTarget.Blackhole blackhole => new RouteEnd.Blackhole(blackhole.Reason),
        RouteTarget.Open open => new RouteEnd.Open(open.Unknown),
        RouteTarget.Component component => Find(component.Id),
        _ => throw new ArgumentOutOfRangeException(nameof(target)),
    };

    /// <summary>Whether AWS accepts the target for a route inside the VPC's own ranges.</summary>
    public static bool BeatsLocal(object target) =>
        target is NatNode or InterfaceNode or GatewayLoadBalancerEndpoint or FirewallEndpoint or RouteEnd.Open or RouteEnd.Local;

    private object Find(ComponentId id)
    {
        if (natGateways.TryGetValue(id, out var nat))
        {
            return nat;
        }

        if (interfaces.TryGetValue(id, out var standalone))
        {
            return standalone;
        }

        if (objects.TryGetValue(id, out var known)
            && known is InternetGateway or EgressOnlyInternetGateway or VpnGateway or TransitGateway or VpcPeering
                or GatewayEndpoint or GatewayLoadBalancerEndpoint or FirewallEndpoint)
        {
            return known;
        }

        return interfacesByOwner[id].ToList() is [var only]
            ? only
            : new RouteEnd.Open(new(id, "the route's target is not something this model can follow"));
    }
}
