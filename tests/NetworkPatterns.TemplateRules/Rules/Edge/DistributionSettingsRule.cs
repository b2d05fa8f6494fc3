using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Edge;

/// <summary>E12. Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/AccessLogs.html</summary>
public sealed class DistributionLogRule() : ResourceRule(
    "E12", "Every distribution logs to a bucket that takes ACLs and deletes logs in time, or its logs are delivered and it says so.", EdgeView.Distribution)
{
    protected override IEnumerable<string> Problems(Resource resource)
    {
        if (!resource.Config()["Logging"].Exists && DistributionDeliveryRule.SourcesOf(resource).Any() && resource.SaysWhy("AwsSolutions-CFR3"))
        {
            yield break;
        }

        if (resource.Config()["Logging"]["Bucket"].Target is not { Type: "AWS::S3::Bucket" } bucket)
        {
            yield return "logs to no bucket of its template";
            yield break;
        }

        if (bucket["OwnershipControls"]["Rules"].Items.All(rule => rule["ObjectOwnership"].Text is not ("ObjectWriter" or "BucketOwnerPreferred")))
        {
            yield return $"logs to {bucket.LogicalId}, which takes no ACLs";
        }

        if (bucket["LifecycleConfiguration"]["Rules"].Items.All(rule => !rule["ExpirationInDays"].Exists))
        {
            yield return $"logs to {bucket.LogicalId}, which keeps logs for ever";
        }
    }
}

/// <summary>E14 and E15. Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-web-values-specify.html</summary>
public sealed class DistributionSettingsRule() : ResourceRule(
    "E15", "Every distribution speaks HTTP/3 and IPv6, has records of both types for each name, and says where it answers.", EdgeView.Distribution)
{
    protected override IEnumerable<string> Problems(Resource resource)
    {
        var config = resource.Config();
        // CloudFront has no continuous deployment with HTTP/3.
        var isStaged = resource.Template.Resources.Any(other => other.Type == "AWS::CloudFront::ContinuousDeploymentPolicy");
        if (config["HttpVersion"].Text != (isStaged ? "http2" : "http2and3") || config["IPV6Enabled"].Flag != true)
        {
            yield return "does not speak HTTP/3, or speaks it with a staging distribution, or does not speak IPv6";
        }

        var records = resource.Template.Resources
            .Where(record => record.Type == "AWS::Route53::RecordSet" && record["AliasTarget"]["DNSName"].Target == resource)
            .Select(record => (Name: record["Name"].Key.TrimEnd('.'), Type: record["Type"].Text))
            .ToHashSet();
        foreach (var alias in config["Aliases"].Items.Where(alias => !records.Contains((alias.Key, "A")) || !records.Contains((alias.Key, "AAAA"))))
        {
            yield return $"has no record of type A or none of type AAAA for {alias.Key}";
        }

        var restriction = config["Restrictions"]["GeoRestriction"]["RestrictionType"].Text;
        if (restriction is not ("whitelist" or "blacklist") && !(restriction == "none" && resource.SaysWhy("AwsSolutions-CFR1")))
        {
            yield return "does not say where it answers, or why everywhere";
        }
    }
}
