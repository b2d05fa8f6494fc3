using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Transit;

/// <summary>Peerings with hubs of other Regions, as far as their phase goes.</summary>
internal static class PeeringBlueprint
{
    public static void Add(BlueprintBuilder builder, TransitGatewayHubPlan plan, ResourceTags tags)
    {
        foreach (var peer in plan.Props.Peers)
        {
            if (IsRequester(plan, peer) && peer.TransitGatewayId is not null)
            {
                builder.Add(
                    AttachmentId(peer),
                    "AWS::EC2::TransitGatewayPeeringAttachment",
                    ("TransitGatewayId", Value.Ref(TransitGatewayHubBlueprint.GatewayId)),
                    ("PeerTransitGatewayId", plan.PeerIds[peer.Name]),
                    ("PeerAccountId", peer.AccountId ?? Value.AccountId),
                    ("PeerRegion", peer.Region),
                    ("Tags", tags.Of($"peering-{peer.Name}")));
            }

            if (peer.AttachmentId is not null)
            {
                var declared = plan.Policy.Peers.First(known => known.Name == peer.Name);
                builder.Add(new($"{ResourceName.Of(peer.Name)}PeeringAssociation", "AWS::EC2::TransitGatewayRouteTableAssociation", Value.Map(
                    ("TransitGatewayAttachmentId", AttachmentOf(plan, peer)),
                    ("TransitGatewayRouteTableId", Value.Ref(HubTablePlanner.IdOf(SegmentPolicy.PeeringTable)))))
                {
                    Metadata = AttachmentRoutingBlueprint.MetadataOf(new(declared.IsDeclared ? declared.Ranges : [])),
                });
            }
        }
    }

    /// <summary>The hub of the lower ASN asks, the other one accepts.</summary>
    public static bool IsRequester(TransitGatewayHubPlan plan, HubPeer peer) => plan.Props.AmazonSideAsn < peer.AmazonSideAsn;

    public static string AttachmentId(HubPeer peer) => $"{ResourceName.Of(peer.Name)}PeeringAttachment";

    public static Value AttachmentOf(TransitGatewayHubPlan plan, HubPeer peer) => IsRequester(plan, peer)
        ? Value.GetAtt(AttachmentId(peer), "TransitGatewayAttachmentId")
        : plan.PeerAttachments[peer.Name];
}
