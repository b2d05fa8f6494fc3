using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Dns;

/// <summary>N44, for rules. Source: https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_CreateResolverRule.html</summary>
public sealed class ResolverRuleRule() : ResourceRule(
    "N44", "A forwarding rule has an outbound endpoint and targets; a system rule has neither.", "AWS::Route53Resolver::ResolverRule")
{
    protected override IEnumerable<string> Problems(Resource rule)
    {
        var type = rule["RuleType"].Text;
        var hasEndpoint = rule["ResolverEndpointId"].Exists;
        var hasTargets = !rule["TargetIps"].Items.IsEmpty;
        if (type == "FORWARD" && !(hasEndpoint && hasTargets))
        {
            yield return "forwards without an endpoint or without targets";
        }

        if (type == "SYSTEM" && (hasEndpoint || hasTargets))
        {
            yield return "is a system rule with an endpoint or targets";
        }

        if (rule["ResolverEndpointId"].Target is { } endpoint && endpoint["Direction"].Text != "OUTBOUND")
        {
            yield return $"forwards through {endpoint.LogicalId}, which is not outbound";
        }
    }
}
