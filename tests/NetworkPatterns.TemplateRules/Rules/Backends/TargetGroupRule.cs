using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Backends;

/// <summary>E30. Source: https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-health-checks.html</summary>
public sealed class TargetGroupRule() : ResourceRule(
    "E30",
    "A target group says how targets are checked, what they are, how long they keep connections and, for connections, whether they see the client.",
    LoadBalancerView.TargetGroup)
{
    private static readonly string[] Said =
        ["HealthCheckProtocol", "HealthCheckPort", "HealthCheckIntervalSeconds", "HealthCheckTimeoutSeconds", "HealthyThresholdCount", "UnhealthyThresholdCount", "TargetType"];

    protected override IEnumerable<string> Problems(Resource group)
    {
        foreach (var property in Said.Where(property => !group[property].Exists))
        {
            yield return $"does not say its {property}";
        }

        if (group["HealthCheckProtocol"].Text is "HTTP" or "HTTPS" && (!group["HealthCheckPath"].Exists || !group["Matcher"].Exists))
        {
            yield return "checks by HTTP without a path or without status codes";
        }

        if (group.Attribute("deregistration_delay.timeout_seconds") is null)
        {
            yield return "does not say its deregistration delay";
        }

        if (group["Protocol"].Text is "TCP" or "TLS" or "UDP" && group.Attribute("preserve_client_ip.enabled") is null)
        {
            yield return "does not say whether targets see the client's address";
        }

        var services = group.Template.Resources.Where(service => service.Type == "AWS::ECS::Service" && service["LoadBalancers"].Items.Any(attachment => ReferenceEquals(attachment["TargetGroupArn"].Target, group)));
        if (group["TargetType"].Text != "ip" && services.Any())
        {
            yield return "has tasks of Fargate, whose targets are addresses";
        }
    }
}
