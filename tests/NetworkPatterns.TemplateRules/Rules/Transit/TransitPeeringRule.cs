using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Transit;

/// <summary>N64. Source: https://docs.aws.amazon.com/vpc/latest/tgw/tgw-peering.html</summary>
public sealed class TransitPeeringRule() : TemplateRule(
    "N64", "Peered Transit Gateways have ASNs of their own; a peering has static routes and no propagation, and an association where routes lead to it.")
{
    protected override void Examine(TemplateSet templates, RuleFindings findings)
    {
        foreach (var peering in templates.OfType(TransitView.Peering))
        {
            findings.Examined();
            foreach (var propagation in peering.Referring(TransitView.Propagation, "TransitGatewayAttachmentId"))
            {
                findings.Violation(propagation, $"propagates {peering.LogicalId}, which has static routes only");
            }

            if (peering.Referring(TransitView.Route, "TransitGatewayAttachmentId").Any() && !peering.Referring(TransitView.Association, "TransitGatewayAttachmentId").Any())
            {
                findings.Violation(peering, "has routes, and no table for what comes back");
            }

            if (peering["TransitGatewayId"].Target is { } gateway)
            {
                foreach (var other in templates.OfType("AWS::EC2::TransitGateway").Where(other =>
                    !ReferenceEquals(other, gateway) && other["AmazonSideAsn"].Text == gateway["AmazonSideAsn"].Text))
                {
                    findings.Violation(gateway, $"has the ASN {gateway["AmazonSideAsn"].Text}, like {other}");
                }
            }
        }
    }
}
