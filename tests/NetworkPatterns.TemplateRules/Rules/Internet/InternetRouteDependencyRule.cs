using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Internet;

/// <summary>N12. Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-dependson.html</summary>
public sealed class InternetRouteDependencyRule() : ResourceRule(
    "N12", "A route to an internet gateway depends on the gateway's attachment.", "AWS::EC2::Route")
{
    // A gateway that is not in the template is of another stack, and its attachment too.
    protected override bool Applies(Resource route) => route.IsToInternetGateway();

    protected override IEnumerable<string> Problems(Resource route)
    {
        var attachments = route["GatewayId"].Target!.Referring("AWS::EC2::VPCGatewayAttachment", "InternetGatewayId").ToArray();
        if (!attachments.Any(route.DependsOn))
        {
            yield return attachments.Length == 0
                ? "its internet gateway is not attached in this template"
                : $"does not depend on {attachments[0].LogicalId}";
        }
    }
}
