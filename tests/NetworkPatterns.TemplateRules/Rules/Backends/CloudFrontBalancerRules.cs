using NetworkPatterns.TemplateRules.Reading;
using NetworkPatterns.TemplateRules.Rules.SecurityGroups;

namespace NetworkPatterns.TemplateRules.Rules.Backends;

/// <summary>The row "ALB origin" of table 4.A, with a VPC origin. Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-vpc-origins.html</summary>
public sealed class VpcOriginRule() : ResourceRule(
    "E29a",
    "A VPC origin is asked over TLS 1.2, is made once the internet gateway is attached, and is an internal load balancer that accepts its port from CloudFront.",
    "AWS::CloudFront::VpcOrigin")
{
    protected override IEnumerable<string> Problems(Resource origin)
    {
        var config = origin["VpcOriginEndpointConfig"];
        if (config["OriginProtocolPolicy"].Text != "https-only" || config["OriginSSLProtocols"].Items is not [{ Text: "TLSv1.2" }])
        {
            yield return "is asked by something else than TLS 1.2";
        }

        if (config["Arn"].Target is not { Type: LoadBalancerView.LoadBalancer } balancer)
        {
            yield break;
        }

        if (!origin.Template.Resources.Any(attachment => attachment.Type == "AWS::EC2::VPCGatewayAttachment" && origin.DependsOn(attachment)))
        {
            yield return "does not wait for an internet gateway";
        }

        if (balancer["Scheme"].Text != "internal")
        {
            yield return $"{balancer.LogicalId} faces the internet";
        }

        if (!balancer.Groups().SelectMany(SecurityGroupRule.Ingress).Any(rule => rule.Json["SourcePrefixListId"].Exists && rule.Json["FromPort"].Text == config["HTTPSPort"].Text))
        {
            yield return $"{balancer.LogicalId} does not accept port {config["HTTPSPort"].Key} from CloudFront";
        }
    }
}

/// <summary>The row "ALB origin" of table 4.A, over the internet. Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/restrict-access-to-load-balancer.html</summary>
public sealed class LockedBalancerRule() : ResourceRule(
    "E29b",
    "A load balancer that accepts CloudFront's addresses from the internet refuses by default, and every rule that forwards asks for a secret header.",
    LoadBalancerView.LoadBalancer)
{
    protected override bool Applies(Resource balancer) =>
        balancer["Scheme"].Text is null or "internet-facing" && balancer.Groups().SelectMany(SecurityGroupRule.Ingress).Any(rule => rule.Json["SourcePrefixListId"].Exists);

    protected override IEnumerable<string> Problems(Resource balancer)
    {
        var listeners = balancer.Template.Resources
            .Where(listener => listener.Type == LoadBalancerView.Listener && ReferenceEquals(listener["LoadBalancerArn"].Target, balancer))
            .ToArray();
        foreach (var listener in listeners.Where(listener =>
            listener["DefaultActions"].Items is not [var action] || action["Type"].Text != "fixed-response" || action["FixedResponseConfig"]["StatusCode"].Text != "403"))
        {
            yield return $"{listener.LogicalId} answers everybody";
        }

        foreach (var rule in balancer.Template.Resources.Where(rule =>
            rule.Type == "AWS::ElasticLoadBalancingV2::ListenerRule" && listeners.Contains(rule["ListenerArn"].Target) && !AsksForASecret(rule)))
        {
            yield return $"{rule.LogicalId} forwards what brings no secret";
        }
    }

    private static bool AsksForASecret(Resource rule) => rule["Conditions"].Items.Any(condition =>
        condition["Field"].Text == "http-header"
        && condition["HttpHeaderConfig"]["Values"].Items is { IsEmpty: false } values
        && values.All(value => value.Key.Contains("{{resolve:secretsmanager:", StringComparison.Ordinal)));
}
