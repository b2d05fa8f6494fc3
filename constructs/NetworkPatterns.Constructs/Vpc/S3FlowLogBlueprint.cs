using NetworkPatterns.Constructs.Logging;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>A flow log to S3 as Parquet, with its bucket and a bucket for that one's access logs.</summary>
/// <remarks>
/// The delivery service may write for this account's logs only, under the prefix that Hive-compatible logs have.
/// <para>Source: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-permissions.html</para>
/// </remarks>
internal static class S3FlowLogBlueprint
{
    public const string BucketId = "FlowLogBucket";
    public const string ResultsPrefix = "athena-results/";

    private const string PolicyId = "FlowLogBucketPolicy";
    private const string AccessLogBucketId = "FlowLogAccessLogBucket";
    private const string AccessLogPrefix = "flow-logs/";
    private const string Delivery = "delivery.logs.amazonaws.com";

    public static void Add(BlueprintBuilder builder, ThreeTierVpcPlan plan, ResourceTags tags)
    {
        if (plan.FlowLog is not { IsToS3: true } log)
        {
            return;
        }

        LogBucketBlueprint.AddBucket(builder, AccessLogBucketId, log.RetentionDays, tags.Of("flow-log-access-logs"));
        LogBucketBlueprint.AddBucket(builder, BucketId, log.RetentionDays, tags.Of("flow-logs"), (AccessLogBucketId, AccessLogPrefix));
        LogBucketBlueprint.AddPolicy(
            builder,
            $"{AccessLogBucketId}Policy",
            AccessLogBucketId,
            LogBucketBlueprint.ServerAccessLogs("AccessLogsOfTheFlowLogBucket", BucketId, AccessLogBucketId, AccessLogPrefix));
        LogBucketBlueprint.AddPolicy(builder, PolicyId, BucketId, Write(), Check());
        builder.Add(new(log.Id, "AWS::EC2::FlowLog", Value.Map(
            ("ResourceType", "VPC"),
            ("ResourceId", Value.Ref(ThreeTierVpcBlueprint.VpcId)),
            ("TrafficType", "ALL"),
            ("LogDestinationType", "s3"),
            ("LogDestination", Value.GetAtt(BucketId, "Arn")),
            ("LogFormat", log.Format),
            ("DestinationOptions", Value.Map(("FileFormat", "parquet"), ("HiveCompatiblePartitions", true), ("PerHourPartition", true))),
            ("Tags", tags.Of("flow-logs"))))
        {
            DependsOn = [PolicyId],
        });
    }

    private static MapValue Write() => Value.Map(
        ("Sid", "FlowLogsOfThisAccount"),
        ("Effect", "Allow"),
        ("Principal", Value.Map(("Service", Delivery))),
        ("Action", "s3:PutObject"),
        ("Resource", Value.Join("", Value.GetAtt(BucketId, "Arn"), "/AWSLogs/aws-account-id=", Value.AccountId, "/*")),
        ("Condition", LogBucketBlueprint.DeliveredForThisAccount(("s3:x-amz-acl", "bucket-owner-full-control"))));

    private static MapValue Check() => Value.Map(
        ("Sid", "FlowLogsOfThisAccountCheck"),
        ("Effect", "Allow"),
        ("Principal", Value.Map(("Service", Delivery))),
        ("Action", "s3:GetBucketAcl"),
        ("Resource", Value.GetAtt(BucketId, "Arn")),
        ("Condition", LogBucketBlueprint.DeliveredForThisAccount()));
}
