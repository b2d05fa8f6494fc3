using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Internet;

/// <summary>N21. Source: https://docs.aws.amazon.com/vpc/latest/userguide/egress-only-internet-gateway.html</summary>
public sealed class EgressOnlyGatewayRule() : ResourceRule(
    "N21", "A VPC has an egress-only gateway if and only if a private subnet has IPv6, and only private subnets route to it.", "AWS::EC2::VPC")
{
    protected override bool Applies(Resource vpc) => Gateways(vpc).Any() || PrivateIPv6(vpc).Any();

    protected override IEnumerable<string> Problems(Resource vpc)
    {
        var gateways = Gateways(vpc).ToArray();
        if (gateways.Length > 0 != PrivateIPv6(vpc).Any())
        {
            yield return gateways.Length > 0
                ? "has an egress-only gateway, but no private subnet with IPv6"
                : "has private subnets with IPv6, but no egress-only gateway";
        }

        foreach (var route in gateways.SelectMany(gateway => gateway.Referring("AWS::EC2::Route", "EgressOnlyInternetGatewayId")))
        {
            foreach (var subnet in route["RouteTableId"].Target?.SubnetsOfTable() ?? [])
            {
                if (subnet.SubnetType() != "Private")
                {
                    yield return $"{subnet.LogicalId} is not private, but {route.LogicalId} leads out through the egress-only gateway";
                }
            }

            if (route["RouteTableId"].Target?.Routes().Any(other =>
                other.IsToInternetGateway() && other["DestinationIpv6CidrBlock"].Text == "::/0") == true)
            {
                yield return $"the table of {route.LogicalId} sends ::/0 to an internet gateway too";
            }
        }
    }

    private static IEnumerable<Resource> Gateways(Resource vpc) => vpc.Referring("AWS::EC2::EgressOnlyInternetGateway", "VpcId");

    private static IEnumerable<Resource> PrivateIPv6(Resource vpc) =>
        vpc.Subnets().Where(subnet => subnet.HasIPv6() && subnet.SubnetType() == "Private");
}
