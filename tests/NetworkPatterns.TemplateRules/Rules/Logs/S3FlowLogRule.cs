using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Logs;

/// <summary>N70. Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-flowlog.html</summary>
public sealed class S3FlowLogRule() : ResourceRule(
    "N70", "A flow log to S3 has all three destination options, no role and no log group, and depends on the bucket's policy.", "AWS::EC2::FlowLog")
{
    private static readonly string[] Options = ["FileFormat", "HiveCompatiblePartitions", "PerHourPartition"];

    protected override bool Applies(Resource log) => log["LogDestinationType"].Text == "s3";

    protected override IEnumerable<string> Problems(Resource log)
    {
        if (!log["DestinationOptions"].Members.Order(StringComparer.Ordinal).SequenceEqual(Options, StringComparer.Ordinal))
        {
            yield return $"DestinationOptions are not exactly {string.Join(", ", Options)}";
        }

        foreach (var property in new[] { "DeliverLogsPermissionArn", "LogGroupName" }.Where(name => log[name].Exists))
        {
            yield return $"goes to S3, but has {property}";
        }

        if (log["ResourceType"].Text is "VPC" or "Subnet" or "NetworkInterface" && !log["TrafficType"].Exists)
        {
            yield return "has no TrafficType";
        }

        if (FlowLogView.BucketOf(log) is not { } bucket)
        {
            yield return Unknown("LogDestination", log["LogDestination"]);
        }
        else if (!bucket.Referring("AWS::S3::BucketPolicy", "Bucket").Any(log.DependsOn))
        {
            yield return $"does not depend on a policy of {bucket.LogicalId}";
        }
    }
}
