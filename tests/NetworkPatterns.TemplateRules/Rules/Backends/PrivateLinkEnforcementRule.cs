using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Backends;

/// <summary>E22. Source: https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html</summary>
public sealed class PrivateLinkEnforcementRule() : ResourceRule(
    "E22", "A load balancer behind a VPC link has security groups, which are not applied to what comes through the link.", LoadBalancerView.LoadBalancer)
{
    protected override bool Applies(Resource balancer) => balancer.IsBehindVpcLink();

    protected override IEnumerable<string> Problems(Resource balancer)
    {
        // Groups cannot be added to a Network Load Balancer that was made without one.
        if (balancer["SecurityGroups"].Items.IsEmpty)
        {
            yield return "has no security group, and can never have one";
        }

        if (balancer["EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic"].Text != "off")
        {
            yield return "applies its groups to the addresses of API Gateway, which change";
        }
    }
}
