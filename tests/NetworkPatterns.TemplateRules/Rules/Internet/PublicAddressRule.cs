using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Internet;

/// <summary>N20. Source: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-ip-addressing.html</summary>
public sealed class PublicAddressRule() : ResourceRule(
    "N20", "Only a subnet with a default route to an internet gateway gives instances public addresses.", "AWS::EC2::Subnet")
{
    protected override bool Applies(Resource subnet) => subnet["MapPublicIpOnLaunch"].Exists;

    protected override IEnumerable<string> Problems(Resource subnet)
    {
        var maps = subnet["MapPublicIpOnLaunch"];
        if (maps.Flag is null)
        {
            yield return Unknown("MapPublicIpOnLaunch", maps);
        }
        else if (maps.Flag == true
            && !subnet.RouteTables().SelectMany(table => table.Routes()).Any(route => route.IsDefaultRoute() && route.IsToInternetGateway()))
        {
            yield return "gives public addresses, but has no default route to an internet gateway";
        }
    }
}
