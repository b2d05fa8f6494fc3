using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Backends;

/// <summary>Load balancers, and what hangs on them.</summary>
internal static class LoadBalancerView
{
    public const string LoadBalancer = "AWS::ElasticLoadBalancingV2::LoadBalancer";
    public const string Listener = "AWS::ElasticLoadBalancingV2::Listener";
    public const string TargetGroup = "AWS::ElasticLoadBalancingV2::TargetGroup";
    public const string VpcLink = "AWS::ApiGateway::VpcLink";

    /// <summary>Whether a load balancer is one for connections.</summary>
    public static bool IsNetwork(this Resource balancer) => balancer["Type"].Text == "network";

    /// <summary>Whether a VPC link leads to the load balancer.</summary>
    public static bool IsBehindVpcLink(this Resource balancer) =>
        balancer.Template.Resources.Any(link => link.Type == VpcLink && link["TargetArns"].Items.Any(target => ReferenceEquals(target.Target, balancer)));

    /// <summary>An attribute of a load balancer or a target group.</summary>
    public static string? Attribute(this Resource resource, string key) =>
        resource[resource.Type == LoadBalancer ? "LoadBalancerAttributes" : "TargetGroupAttributes"].Items
            .FirstOrDefault(attribute => attribute["Key"].Text == key) is { Exists: true } found ? found["Value"].Key : null;

    /// <summary>The load balancers whose listeners send to a target group.</summary>
    public static IEnumerable<Resource> BalancersOf(this Resource targetGroup) => targetGroup.Template.Resources
        .Where(listener => listener.Type == Listener && listener["DefaultActions"].Items.Any(action => ReferenceEquals(action["TargetGroupArn"].Target, targetGroup)))
        .Select(listener => listener["LoadBalancerArn"].Target)
        .OfType<Resource>()
        .Distinct();

    /// <summary>The groups of a load balancer that are in the template.</summary>
    public static IEnumerable<Resource> Groups(this Resource balancer) => balancer["SecurityGroups"].Items.Select(group => group.Target).OfType<Resource>();
}
