using NetworkPatterns.Network.Model;

namespace NetworkPatterns.Network.Findings;

/// <summary>Which VPCs are joined by peering connections and Transit Gateways, over any number of them.</summary>
/// <remarks>Peering connections don't pass traffic on, so joined VPCs need not reach each other; those that are not joined can't.</remarks>
internal sealed class ConnectedVpcs
{
    private readonly Dictionary<ComponentId, ComponentId> _parents = [];

    public ConnectedVpcs(NetworkModel model)
    {
        foreach (var peering in model.All<VpcPeering>().Where(peering => peering.Requester.IsKnown && peering.Accepter.IsKnown))
        {
            Join(peering.Requester.Value, peering.Accepter.Value);
        }

        foreach (var attachment in model.All<TransitGatewayAttachment>().Where(attachment => attachment.TransitGateway.IsKnown))
        {
            if (attachment.Resource is AttachedResource.OfVpc { Vpc: var vpc })
            {
                Join(attachment.TransitGateway.Value, vpc);
            }
            else if (attachment.Resource is AttachedResource.OfPeer { Peer: { IsKnown: true } peer })
            {
                Join(attachment.TransitGateway.Value, peer.Value);
            }
        }
    }

    public bool AreJoined(ComponentId one, ComponentId other) => RootOf(one) == RootOf(other);

    private void Join(ComponentId one, ComponentId other)
    {
        var (first, second) = (RootOf(one), RootOf(other));
        if (first != second)
        {
            _parents[first] = second;
        }
    }

    private ComponentId RootOf(ComponentId id)
    {
        while (_parents.TryGetValue(id, out var parent))
        {
            id = parent;
        }

        return id;
    }
}
