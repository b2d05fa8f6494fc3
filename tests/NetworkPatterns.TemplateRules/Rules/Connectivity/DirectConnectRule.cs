using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Connectivity;

/// <summary>N68. Source: https://docs.aws.amazon.com/directconnect/latest/UserGuide/direct-connect-transit-gateways.html</summary>
public sealed class DirectConnectRule() : ResourceRule(
    "N68", "A Direct Connect gateway that is associated with a Transit Gateway says which ranges it announces, and has another ASN.", "AWS::DirectConnect::DirectConnectGatewayAssociation")
{
    protected override IEnumerable<string> Problems(Resource association)
    {
        if (association["AssociatedGatewayId"].Target is not { Type: "AWS::EC2::TransitGateway" } hub)
        {
            yield break;
        }

        if (association["AllowedPrefixesToDirectConnectGateway"].Items.IsEmpty)
        {
            yield return "announces nothing to the sites";
        }

        if (association["DirectConnectGatewayId"].Target is { } gateway && gateway["AmazonSideAsn"].Text == hub["AmazonSideAsn"].Text)
        {
            yield return $"{gateway.LogicalId} and {hub.LogicalId} have one ASN";
        }
    }
}
