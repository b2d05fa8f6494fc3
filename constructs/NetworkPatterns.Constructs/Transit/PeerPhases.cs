using Amazon.CDK;
using Constructs;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Synthesis;

namespace NetworkPatterns.Constructs.Transit;

/// <summary>Says what the next phase of a peering needs.</summary>
internal static class PeerPhases
{
    private const string Tool = "aws ec2";

    public static void Announce(Construct hub, TransitGatewayHubPlan plan, HubPeer peer, EmittedBlueprint resources)
    {
        if (peer.AttachmentId is not null)
        {
            return;
        }

        var scope = new Construct(hub, $"{ResourceName.Of(peer.Name)}Peering");
        if (!PeeringBlueprint.IsRequester(plan, peer))
        {
            NextPhase.Announce(
                scope,
                $"The hub of {peer.Name} asks for the peering; once it is accepted, give its ID as {nameof(HubPeer)}.{nameof(peer.AttachmentId)} on both sides",
                $"{Tool} describe-transit-gateway-peering-attachments --region {Aws.REGION} --filters Name=transit-gateway-id,Values={resources.Ref(TransitGatewayHubBlueprint.GatewayId)} --query TransitGatewayPeeringAttachments[].TransitGatewayAttachmentId");
        }
        else if (peer.TransitGatewayId is null)
        {
            NextPhase.Announce(
                scope,
                $"Deploy the hub of {peer.Name}, and give its gateway's ID as {nameof(HubPeer)}.{nameof(peer.TransitGatewayId)}",
                $"{Tool} describe-transit-gateways --region {peer.Region} --filters Name=options.amazon-side-asn,Values={peer.AmazonSideAsn.ToString(System.Globalization.CultureInfo.InvariantCulture)} --query TransitGateways[].TransitGatewayId");
        }
        else
        {
            NextPhase.Announce(
                scope,
                $"Accept the peering in the Region of {peer.Name}, then give the ID as {nameof(HubPeer)}.{nameof(peer.AttachmentId)} on both sides",
                $"{Tool} accept-transit-gateway-peering-attachment --region {peer.Region} --transit-gateway-attachment-id {resources.GetAtt(PeeringBlueprint.AttachmentId(peer), "TransitGatewayAttachmentId")}");
        }
    }
}
