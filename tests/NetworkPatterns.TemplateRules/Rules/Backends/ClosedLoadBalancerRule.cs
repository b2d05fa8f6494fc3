using NetworkPatterns.TemplateRules.Reading;
using NetworkPatterns.TemplateRules.Rules.SecurityGroups;

namespace NetworkPatterns.TemplateRules.Rules.Backends;

/// <summary>E23. The rule that lets nothing out, to an address that is nobody's, does not count.</summary>
public sealed class ClosedLoadBalancerRule() : ResourceRule(
    "E23",
    "The groups of a load balancer behind a VPC link accept nothing, and open only the ports of its targets and their health checks, to groups.",
    LoadBalancerView.LoadBalancer)
{
    private const string Nobody = "255.255.255.255/32";

    protected override bool Applies(Resource balancer) => balancer.IsBehindVpcLink();

    protected override IEnumerable<string> Problems(Resource balancer)
    {
        var ports = balancer.Template.Resources
            .Where(group => group.Type == LoadBalancerView.TargetGroup && group.BalancersOf().Contains(balancer))
            .SelectMany(group => new[] { group["Port"].Text, group["HealthCheckPort"].Text })
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        foreach (var group in balancer.Groups())
        {
            foreach (var rule in SecurityGroupRule.Ingress(group))
            {
                yield return $"its group accepts {rule.Declaration.LogicalId}";
            }

            foreach (var rule in SecurityGroupRule.Egress(group).Where(rule => rule.Json["CidrIp"].Text != Nobody))
            {
                if (rule.PeerGroup is null)
                {
                    yield return $"its group opens {rule.Declaration.LogicalId}, which is to no group";
                }
                else if (rule.Json["FromPort"].Text is not { } port || port != rule.Json["ToPort"].Text || !ports.Contains(port))
                {
                    yield return $"its group opens {rule.Declaration.LogicalId}, which is no port of its targets";
                }
            }
        }
    }
}
