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
    private const string Delivery = "delivery.logs.amazonaws.com";

    public static void Add(BlueprintBuilder builder, ThreeTierVpcPlan plan, ResourceTags tags)
    {
        if (plan.FlowLog is not { IsToS3: true } log)
        {
            return;
        }

        AddBucket(builder, AccessLogBucketId, log, tags.Of("flow-log-access-logs"), loggingTo: null);
        AddBucket(builder, BucketId, log, tags.Of("flow-logs"), AccessLogBucketId);
        AddPolicy(builder, $"{AccessLogBucketId}Policy", AccessLogBucketId, AccessLogs());
        AddPolicy(builder, PolicyId, BucketId, Write(), Check());
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

    private static void AddBucket(BlueprintBuilder builder, string id, FlowLogPlan log, ListValue tags, string? loggingTo) =>
        builder.Add(new(id, "AWS::S3::Bucket", Value.Map(
            ("BucketEncryption", Value.Map(("ServerSideEncryptionConfiguration", Value.List(
                Value.Map(("ServerSideEncryptionByDefault", Value.Map(("SSEAlgorithm", "AES256")))))))),
            ("PublicAccessBlockConfiguration", Value.Map(
                ("BlockPublicAcls", true), ("BlockPublicPolicy", true), ("IgnorePublicAcls", true), ("RestrictPublicBuckets", true))),
            ("OwnershipControls", Value.Map(("Rules", Value.List(Value.Map(("ObjectOwnership", "BucketOwnerEnforced")))))),
            ("LifecycleConfiguration", Value.Map(("Rules", Value.List(Value.Map(
                ("Id", "Expire"), ("Status", "Enabled"), ("ExpirationInDays", log.RetentionDays)))))),
            ("LoggingConfiguration", loggingTo is null
                ? null
                : Value.Map(("DestinationBucketName", Value.Ref(loggingTo)), ("LogFilePrefix", "flow-logs/"))),
            ("Tags", tags)))
        {
            DeletionPolicy = ResourcePolicy.Retain,
            UpdateReplacePolicy = ResourcePolicy.Retain,
        });

    private static void AddPolicy(BlueprintBuilder builder, string id, string bucket, params Value[] statements) => builder.Add(
        id,
        "AWS::S3::BucketPolicy",
        ("Bucket", Value.Ref(bucket)),
        ("PolicyDocument", Value.Map(
            ("Version", "2012-10-17"),
            ("Statement", Value.List([TlsOnly(bucket), .. statements])))));

    private static MapValue TlsOnly(string bucket) => Value.Map(
        ("Sid", "TlsOnly"),
        ("Effect", "Deny"),
        ("Principal", "*"),
        ("Action", "s3:*"),
        ("Resource", Value.List(Value.GetAtt(bucket, "Arn"), Objects(bucket, "/*"))),
        ("Condition", Value.Map(("Bool", Value.Map(("aws:SecureTransport", "false"))))));

    private static MapValue Write() => Value.Map(
        ("Sid", "FlowLogsOfThisAccount"),
        ("Effect", "Allow"),
        ("Principal", Value.Map(("Service", Delivery))),
        ("Action", "s3:PutObject"),
        ("Resource", Value.Join("", Value.GetAtt(BucketId, "Arn"), "/AWSLogs/aws-account-id=", Value.AccountId, "/*")),
        ("Condition", SourceIsThisAccount(("s3:x-amz-acl", "bucket-owner-full-control"))));

    private static MapValue Check() => Value.Map(
        ("Sid", "FlowLogsOfThisAccountCheck"),
        ("Effect", "Allow"),
        ("Principal", Value.Map(("Service", Delivery))),
        ("Action", "s3:GetBucketAcl"),
        ("Resource", Value.GetAtt(BucketId, "Arn")),
        ("Condition", SourceIsThisAccount()));

    private static MapValue SourceIsThisAccount(params (string Key, Value? Value)[] more) => Value.Map(
        ("StringEquals", Value.Map([("aws:SourceAccount", Value.AccountId), .. more])),
        ("ArnLike", Value.Map(("aws:SourceArn", Value.Sub("arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:*")))));

    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
    private static MapValue AccessLogs() => Value.Map(
        ("Sid", "AccessLogsOfTheFlowLogBucket"),
        ("Effect", "Allow"),
        ("Principal", Value.Map(("Service", "logging.s3.amazonaws.com"))),
        ("Action", "s3:PutObject"),
        ("Resource", Objects(AccessLogBucketId, "/flow-logs/*")),
        ("Condition", Value.Map(
            ("StringEquals", Value.Map(("aws:SourceAccount", Value.AccountId))),
            ("ArnLike", Value.Map(("aws:SourceArn", Value.GetAtt(BucketId, "Arn")))))));

    private static Value Objects(string bucket, string pattern) => Value.Join("", Value.GetAtt(bucket, "Arn"), pattern);
}
