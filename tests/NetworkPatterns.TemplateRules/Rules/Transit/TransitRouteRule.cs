using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Transit;

/// <summary>N55. Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-transitgatewayroute.html</summary>
public sealed class TransitRouteRule() : TemplateRule(
    "N55", "A Transit Gateway route is a blackhole or has an attachment; its table has no other route of its destination, and its logical ID does not name the attachment.")
{
    protected override void Examine(TemplateSet templates, RuleFindings findings)
    {
        foreach (var table in templates.OfType(TransitView.Route).GroupBy(route => (route.Template, route["TransitGatewayRouteTableId"].Key)))
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var route in table)
            {
                findings.Examined();
                if ((route["Blackhole"].Flag == true) == route["TransitGatewayAttachmentId"].Exists)
                {
                    findings.Violation(route, "is neither a blackhole nor of one attachment");
                }

                if (!seen.Add(route["DestinationCidrBlock"].Key))
                {
                    findings.Violation(route, $"another route of its table has the destination {route["DestinationCidrBlock"].Key}");
                }

                if (route["TransitGatewayAttachmentId"].Target is { } target && route.LogicalId.Contains(target.Stem(), StringComparison.Ordinal))
                {
                    findings.Violation(route, $"is named after {target.LogicalId}: with another target it would be made before the old one is gone");
                }
            }
        }
    }
}
