using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Internet;

/// <summary>N15. Source: https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateways-regional.html</summary>
public sealed class RegionalNatGatewayRule() : ResourceRule(
    "N15", "A regional NAT gateway is public, has a VPC and no subnet, and depends on the VPC's internet gateway attachment.", "AWS::EC2::NatGateway")
{
    protected override bool Applies(Resource nat) => nat.IsRegionalNat();

    protected override IEnumerable<string> Problems(Resource nat)
    {
        if (nat["SubnetId"].Exists)
        {
            yield return "has a SubnetId";
        }

        if (nat.IsPrivateNat())
        {
            yield return "is private";
        }

        if (nat["VpcId"].Target is not { } vpc)
        {
            yield return Unknown("VpcId", nat["VpcId"]);
        }
        else if (!vpc.InternetGatewayAttachments().Any(nat.DependsOn))
        {
            yield return $"does not depend on an internet gateway attachment of {vpc.LogicalId}";
        }
    }
}
