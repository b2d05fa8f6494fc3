using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Internet;

/// <summary>N22. Source: https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-nat64-dns64.html</summary>
public sealed class Nat64Rule() : ResourceRule(
    "N22", "A subnet with DNS64 routes 64:ff9b::/96 to a NAT gateway.", "AWS::EC2::Subnet")
{
    protected override bool Applies(Resource subnet) => subnet["EnableDns64"] is { Exists: true } value && value.Flag != false;

    protected override IEnumerable<string> Problems(Resource subnet)
    {
        if (!subnet.RouteTables().SelectMany(table => table.Routes()).Any(route =>
            route["DestinationIpv6CidrBlock"].Text == "64:ff9b::/96" && route["NatGatewayId"].Exists))
        {
            yield return "has DNS64 but no route of 64:ff9b::/96 to a NAT gateway";
        }
    }
}
