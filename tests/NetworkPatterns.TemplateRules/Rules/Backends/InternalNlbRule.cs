using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Backends;

/// <summary>E21. Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-nlb-for-vpclink-using-console.html</summary>
public sealed class InternalNlbRule() : ResourceRule(
    "E21",
    "A load balancer behind a VPC link is internal, in private subnets of two zones or more, shares targets between zones and can't be deleted by accident.",
    LoadBalancerView.LoadBalancer)
{
    protected override bool Applies(Resource balancer) => balancer.IsBehindVpcLink();

    protected override IEnumerable<string> Problems(Resource balancer)
    {
        if (!balancer.IsNetwork() || balancer["Scheme"].Text != "internal")
        {
            yield return "is not an internal Network Load Balancer";
        }

        if (balancer["Subnets"].Items.Any(subnet => subnet.Target is not { Type: "AWS::EC2::Subnet" }))
        {
            yield return Unknown("Subnets", balancer["Subnets"]);
            yield break;
        }

        var subnets = balancer["Subnets"].Items.Select(subnet => subnet.Target!).ToArray();
        if (subnets.Select(subnet => subnet.Zone()).Distinct(StringComparer.Ordinal).Count() < 2)
        {
            yield return "has subnets of fewer than two zones";
        }

        foreach (var subnet in subnets.Where(subnet => subnet.RouteTables().SelectMany(table => table.Routes()).Any(route => route.IsToInternetGateway())))
        {
            yield return $"is in {subnet.LogicalId}, which has a route to an internet gateway";
        }

        foreach (var attribute in new[] { "load_balancing.cross_zone.enabled", "deletion_protection.enabled" }.Where(attribute => balancer.Attribute(attribute) != "true"))
        {
            yield return $"has no {attribute}";
        }
    }
}
