using NetworkPatterns.TemplateRules.Reading;
using NetworkPatterns.TemplateRules.Rules.SecurityGroups;

namespace NetworkPatterns.TemplateRules.Rules.Backends;

/// <summary>E29. Source: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html</summary>
public sealed class ApplicationLoadBalancerRule() : ResourceRule(
    "E29",
    "An Application Load Balancer drops invalid headers, refuses requests that could be read in two ways, and accepts groups and prefix lists only.",
    LoadBalancerView.LoadBalancer)
{
    protected override bool Applies(Resource balancer) => balancer["Type"].Text is null or "application";

    protected override IEnumerable<string> Problems(Resource balancer)
    {
        if (balancer.Attribute("routing.http.drop_invalid_header_fields.enabled") != "true")
        {
            yield return "passes invalid headers on";
        }

        if (balancer.Attribute("routing.http.desync_mitigation_mode") is not ("defensive" or "strictest"))
        {
            yield return "does not say what becomes of ambiguous requests";
        }

        foreach (var rule in balancer.Groups().SelectMany(SecurityGroupRule.Ingress).Where(rule => rule.Json["CidrIp"].Exists || rule.Json["CidrIpv6"].Exists))
        {
            yield return $"its group accepts {rule.Declaration.LogicalId} by address";
        }
    }
}
