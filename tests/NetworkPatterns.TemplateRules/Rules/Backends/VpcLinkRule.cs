using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Backends;

/// <summary>E25. Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-vpclink.html</summary>
public sealed class VpcLinkRule() : ResourceRule(
    "E25", "A VPC link leads to exactly one load balancer, of the same template; one of version 2 has security groups of its own.", LoadBalancerView.VpcLink, "AWS::ApiGatewayV2::VpcLink")
{
    protected override IEnumerable<string> Problems(Resource link)
    {
        if (link.Type != LoadBalancerView.VpcLink)
        {
            // Without groups it has the VPC's default one, which subnets of another account do not share.
            if (link["SecurityGroupIds"].Items.IsEmpty || link["SubnetIds"].Items.IsEmpty)
            {
                yield return "has no security group, or no subnet";
            }

            yield break;
        }

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
