using NetworkPatterns.TemplateRules.Reading;
using NetworkPatterns.TemplateRules.Rules.SecurityGroups;

namespace NetworkPatterns.TemplateRules.Rules.Backends;

/// <summary>E24, for Amazon ECS services and Auto Scaling groups behind a load balancer for connections.</summary>
public sealed class ServiceIngressRule() : ResourceRule(
    "E24",
    "The groups of services behind a Network Load Balancer accept the ports of the target group from its groups, and nothing by address.",
    "AWS::ECS::Service",
    "AWS::AutoScaling::AutoScalingGroup")
{
    protected override bool Applies(Resource service) => TargetGroups(service).Any(group => group.BalancersOf().Any(balancer => balancer.IsNetwork()));

    protected override IEnumerable<string> Problems(Resource service)
    {
        var groups = Groups(service).ToArray();
        if (groups.Length == 0)
        {
            yield return "its security groups can't be decided from the template";
        }

        var ingress = groups.SelectMany(SecurityGroupRule.Ingress).ToArray();
        foreach (var rule in ingress.Where(rule => rule.PeerGroup is null))
        {
            yield return $"accepts {rule.Declaration.LogicalId}, which is from no group";
        }

        foreach (var target in TargetGroups(service))
        {
            var port = target["Port"].Number;
            foreach (var balancer in target.BalancersOf().Where(balancer => balancer.Groups().All(group => !ingress.Any(rule => rule.PeerGroup == group && Accepts(rule, port)))))
            {
                yield return $"does not accept {port} from {balancer.LogicalId}";
            }
        }
    }

    private static bool Accepts(SecurityGroupRule rule, int? port) => rule.Json["FromPort"].Number <= port && port <= rule.Json["ToPort"].Number;

    private static IEnumerable<Resource> TargetGroups(Resource service) => service["LoadBalancers"].Items.Select(attachment => attachment["TargetGroupArn"].Target)
        .Concat(service["TargetGroupARNs"].Items.Select(arn => arn.Target))
        .OfType<Resource>();

    private static IEnumerable<Resource> Groups(Resource service) => (service.Type == "AWS::ECS::Service"
            ? service["NetworkConfiguration"]["AwsvpcConfiguration"]["SecurityGroups"].Items
            : LaunchTemplateGroups(service))
        .Select(group => group.Target)
        .OfType<Resource>();

    private static IEnumerable<Value> LaunchTemplateGroups(Resource service)
    {
        var data = service["LaunchTemplate"]["LaunchTemplateId"].Target?["LaunchTemplateData"] ?? default;
        return data["SecurityGroupIds"].Items.Concat(data["NetworkInterfaces"].Items.SelectMany(network => network["Groups"].Items));
    }
}
