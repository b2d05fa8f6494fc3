using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Internet;

/// <summary>N16. Source: https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html</summary>
public sealed class PrivateNatGatewayRule() : ResourceRule(
    "N16", "A private NAT gateway has no Elastic IP.", "AWS::EC2::NatGateway")
{
    protected override bool Applies(Resource nat) => nat.IsPrivateNat();

    protected override IEnumerable<string> Problems(Resource nat)
    {
        if (nat["AllocationId"].Exists || nat["SecondaryAllocationIds"].Exists)
        {
            yield return "has an Elastic IP";
        }
    }
}
