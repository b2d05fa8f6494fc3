using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability.Index;
using NetworkPatterns.Network.Reachability.Packets;
using NetworkPatterns.Network.Reachability.Walking;

namespace NetworkPatterns.Network.Reachability.Conversations;

/// <summary>Which gateways could carry packets to where they are meant to go: what a missing route may name.</summary>
internal static class WorthTrying
{
    public static bool Is(NetworkIndex index, Flow flow, NetworkObject gateway, VpcNode? vpc, End goal)
    {
        var isIPv6 = flow.Header.Destination.Overlaps(AddressSpace.IPv6);
        var goalVpc = flow.IsAnswer && flow.Translations is { } translation ? translation.At?.Vpc : goal.Vpc;
        if (goalVpc is not null)
        {
            return goalVpc != vpc && Connects(index, gateway, goalVpc) || gateway is TransitGatewayAttachment && goalVpc == vpc;
        }

        return gateway switch
        {
            EgressOnlyInternetGateway => isIPv6 && (!flow.IsAnswer || flow.Asked!.EnteredBy == gateway),
            InternetGateway => !flow.IsAnswer || flow.Asked!.EnteredBy == gateway,
            NatGateway nat => !flow.IsAnswer && !isIPv6 && !nat.IsPrivate.Or(false),
            VpnGateway => goal is End.Outside { IsInternetOnly: false },
            TransitGateway => goal is End.Outside { IsInternetOnly: false } || vpc?.InternetGateway is null,
            TransitGatewayAttachment { Resource: AttachedResource.OfOnPremises } => goal is End.Outside { IsInternetOnly: false },
            TransitGatewayAttachment => vpc?.NatGateways.Count > 0,
            _ => false,
        };
    }

    private static bool Connects(NetworkIndex index, NetworkObject gateway, VpcNode goal) => gateway switch
    {
        VpcPeering peering => peering.Requester.Equals(goal.Id) || peering.Accepter.Equals(goal.Id),
        TransitGateway transit => IsAttached(goal, transit.Id)
            || index.Attachments.Any(attachment => attachment.Model is { Resource: AttachedResource.OfPeer peer } model
                && ((model.TransitGateway.Equals(transit.Id) && IsAttached(goal, peer.Peer)) || (peer.Peer.Equals(transit.Id) && IsAttached(goal, model.TransitGateway)))),
        TransitGatewayAttachment { Resource: AttachedResource.OfVpc of } => of.Vpc == goal.Id,
        TransitGatewayAttachment { Resource: AttachedResource.OfPeer peer } model => IsAttached(goal, peer.Peer) || IsAttached(goal, model.TransitGateway),
        _ => false,
    };
    private static bool IsAttached(VpcNode goal, Maybe<ComponentId> gateway) =>
        goal.Attachments.Exists(attachment => attachment.Model.TransitGateway.Equals(gateway));
}
