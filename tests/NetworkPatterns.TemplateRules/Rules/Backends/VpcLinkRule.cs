using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Backends;

/// <summary>E25. Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-vpclink.html</summary>
public sealed class VpcLinkRule() : ResourceRule("E25", "A VPC link leads to exactly one load balancer, of the same template.", LoadBalancerView.VpcLink)
{
    protected override IEnumerable<string> Problems(Resource link)
    {
        var targets = link["TargetArns"].Items;
        if (targets.Length != 1)
        {
            yield return $"leads to {targets.Length} load balancers";
        }

        foreach (var target in targets.Where(target => target.Target?.Type != LoadBalancerView.LoadBalancer))
        {
            yield return Unknown("TargetArns", target);
        }
    }
}
