using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Transit;

/// <summary>N54. Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-route.html</summary>
public sealed class RouteAfterAttachmentRule() : ResourceRule(
    "N54", "A route to a Transit Gateway is made after its VPC's attachment.", "AWS::EC2::Route")
{
    protected override bool Applies(Resource route) => route["TransitGatewayId"].Exists;

    protected override IEnumerable<string> Problems(Resource route)
    {
        var vpc = route["RouteTableId"].Target?["VpcId"].Target;
        var attachments = route.Siblings(TransitView.Attachment).Where(attachment => vpc is null || ReferenceEquals(attachment["VpcId"].Target, vpc));
        if (!attachments.Any(route.DependsOn))
        {
            yield return "does not depend on an attachment of its VPC";
        }
    }
}
