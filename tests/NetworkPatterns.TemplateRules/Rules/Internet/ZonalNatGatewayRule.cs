using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Internet;

/// <summary>N14. Source: https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html</summary>
public sealed class ZonalNatGatewayRule() : ResourceRule(
    "N14", "A public zonal NAT gateway has an Elastic IP, and a subnet whose default route goes to the internet gateway before it is made.", "AWS::EC2::NatGateway")
{
    protected override bool Applies(Resource nat) => !nat.IsRegionalNat() && !nat.IsPrivateNat();

    protected override IEnumerable<string> Problems(Resource nat)
    {
        if (!nat["AllocationId"].Exists)
        {
            yield return "has no AllocationId";
        }

        if (nat["SubnetId"].Target is not { } subnet)
        {
            yield return Unknown("SubnetId", nat["SubnetId"]);
            yield break;
        }

        var routes = subnet.RouteTables().SelectMany(table => table.Routes())
            .Where(route => route.IsToInternetGateway() && route["DestinationCidrBlock"].Text == "0.0.0.0/0")
            .ToArray();
        if (routes.Length == 0)
        {
            yield return $"its subnet {subnet.LogicalId} has no 0.0.0.0/0 route to an internet gateway";
        }

        var attachments = subnet["VpcId"].Target?.InternetGatewayAttachments() ?? [];
        if (!routes.Concat(attachments).Any(nat.DependsOn))
        {
            yield return "depends neither on its subnet's default route nor on the internet gateway attachment";
        }
    }
}
