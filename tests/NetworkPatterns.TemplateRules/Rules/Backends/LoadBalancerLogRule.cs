using NetworkPatterns.TemplateRules.Reading;
using NetworkPatterns.TemplateRules.Rules.Logs;

namespace NetworkPatterns.TemplateRules.Rules.Backends;

/// <summary>E28. Source: https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-access-logs.html</summary>
public sealed class LoadBalancerLogRule() : ResourceRule(
    "E28", "Every load balancer has access logs, in a bucket that lets Elastic Load Balancing write before it is made.", LoadBalancerView.LoadBalancer)
{
    private static readonly string[] Writers = ["delivery.logs.amazonaws.com", "logdelivery.elasticloadbalancing.amazonaws.com"];

    protected override IEnumerable<string> Problems(Resource balancer)
    {
        if (balancer.Attribute("access_logs.s3.enabled") != "true")
        {
            yield return "has no access logs";
            yield break;
        }

        var bucket = balancer["LoadBalancerAttributes"].Items.FirstOrDefault(attribute => attribute["Key"].Text == "access_logs.s3.bucket")["Value"].Target;
        if (bucket is null)
        {
            yield return "the bucket of its access logs can't be decided from the template";
            yield break;
        }

        var writer = balancer.IsNetwork() ? Writers[0] : Writers[1];
        var policies = bucket.Referring("AWS::S3::BucketPolicy", "Bucket").ToArray();
        if (!policies.Any(policy => policy["PolicyDocument"].Statements().Any(statement => statement["Effect"].Text == "Allow" && statement.IsFor(writer))))
        {
            yield return $"{bucket.LogicalId} does not let {writer} write";
        }

        if (!policies.Any(balancer.DependsOn))
        {
            yield return $"does not wait for the policy of {bucket.LogicalId}";
        }
    }
}
