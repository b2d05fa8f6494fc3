using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Internet;

/// <summary>N11. Source: https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html</summary>
public sealed class SingleInternetGatewayRule() : ResourceRule(
    "N11", "A VPC has at most one internet gateway attached.", "AWS::EC2::VPC")
{
    protected override bool Applies(Resource vpc) => vpc.InternetGatewayAttachments().Any();

    protected override IEnumerable<string> Problems(Resource vpc)
    {
        if (vpc.InternetGatewayAttachments().Count() is > 1 and var count)
        {
            yield return $"has {count} internet gateways attached";
        }
    }
}
