using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Transit;

/// <summary>N62. Source: https://docs.aws.amazon.com/elasticloadbalancing/latest/gateway/target-groups.html</summary>
public sealed class GatewayLoadBalancerRule() : ResourceRule(
    "N62", "A Gateway Load Balancer forwards to a target group of GENEVE on port 6081.", "AWS::ElasticLoadBalancingV2::Listener")
{
    protected override bool Applies(Resource listener) => listener["LoadBalancerArn"].Target?["Type"].Text == "gateway";

    protected override IEnumerable<string> Problems(Resource listener)
    {
        foreach (var target in listener["DefaultActions"].Items.Select(action => action["TargetGroupArn"]))
        {
            if (target.Target is not { } group)
            {
                yield return Unknown("TargetGroupArn", target);
            }
            else if (group["Protocol"].Text != "GENEVE" || group["Port"].Number != 6081)
            {
                yield return $"forwards to {group.LogicalId}, which is {group["Protocol"].Text} on port {group["Port"].Text}";
            }
        }
    }
}
