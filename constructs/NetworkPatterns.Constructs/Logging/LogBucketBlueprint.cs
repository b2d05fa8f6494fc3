using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Logging;

/// <summary>Buckets that AWS services write logs to, and the bucket that holds the access logs of those.</summary>
/// <remarks>
/// Encrypted with keys of Amazon S3 (the only kind that load balancers write with), closed to the public, reached over
/// TLS only, without ACLs. What they hold outlives the stack.
/// <para>Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html</para>
/// </remarks>
internal static class LogBucketBlueprint
{
    /// <summary>Adds a bucket that is to hold server access logs of others, or one that has such logs.</summary>
    /// <param name="builder">The blueprint.</param>
    /// <param name="id">The bucket's id.</param>
    /// <param name="retentionDays">After how many days an object goes; <see langword="null"/> for never.</param>
    /// <param name="tags">The bucket's tags.</param>
    /// <param name="accessLogs">Where its access logs go: a bucket's id and a prefix that ends in a slash.</param>
    /// <param name="name">The bucket's name, where AWS asks for one.</param>
    /// <param name="ownership">Who owns objects; the bucket's owner, without ACLs, unless the service that writes needs ACLs.</param>
    public static void AddBucket(
        BlueprintBuilder builder, string id, int? retentionDays, ListValue tags, (string Bucket, string Prefix)? accessLogs = null, Value? name = null, string ownership = "BucketOwnerEnforced") =>
        builder.Add(new(id, "AWS::S3::Bucket", Value.Map(
            ("BucketName", name),
            ("BucketEncryption", Value.Map(("ServerSideEncryptionConfiguration", Value.List(
                Value.Map(("ServerSideEncryptionByDefault", Value.Map(("SSEAlgorithm", "AES256")))))))),
            ("PublicAccessBlockConfiguration", Value.Map(
                ("BlockPublicAcls", true), ("BlockPublicPolicy", true), ("IgnorePublicAcls", true), ("RestrictPublicBuckets", true))),
            ("OwnershipControls", Value.Map(("Rules", Value.List(Value.Map(("ObjectOwnership", ownership)))))),
            ("LifecycleConfiguration", retentionDays is { } days
                ? Value.Map(("Rules", Value.List(Value.Map(("Id", "Expire"), ("Status", "Enabled"), ("ExpirationInDays", days)))))
                : null),
            ("LoggingConfiguration", accessLogs is var (bucket, prefix)
                ? Value.Map(("DestinationBucketName", Value.Ref(bucket)), ("LogFilePrefix", prefix))
                : null),
            ("Tags", tags)))
        {
            DeletionPolicy = ResourcePolicy.Retain,
            UpdateReplacePolicy = ResourcePolicy.Retain,
        });

    /// <summary>Adds a bucket's policy: nothing without TLS, and the given statements.</summary>
    public static void AddPolicy(BlueprintBuilder builder, string id, string bucket, params Value[] statements) => builder.Add(
        id,
        "AWS::S3::BucketPolicy",
        ("Bucket", Value.Ref(bucket)),
        ("PolicyDocument", Value.Map(
            ("Version", "2012-10-17"),
            ("Statement", Value.List([TlsOnly(bucket), .. statements])))));

    /// <summary>Lets Amazon S3 write the access logs of one bucket into another, under a prefix.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html</remarks>
    public static MapValue ServerAccessLogs(string sid, string from, string into, string prefix) => Value.Map(
        ("Sid", sid),
        ("Effect", "Allow"),
        ("Principal", Value.Map(("Service", "logging.s3.amazonaws.com"))),
        ("Action", "s3:PutObject"),
        ("Resource", Objects(into, $"/{prefix}*")),
        ("Condition", Value.Map(
            ("StringEquals", Value.Map(("aws:SourceAccount", Value.AccountId))),
            ("ArnLike", Value.Map(("aws:SourceArn", Value.GetAtt(from, "Arn")))))));

    /// <summary>The condition that the log delivery service writes for this account's sources only.</summary>
    public static MapValue DeliveredForThisAccount(params (string Key, Value? Value)[] more) => Value.Map(
        ("StringEquals", Value.Map([("aws:SourceAccount", Value.AccountId), .. more])),
        ("ArnLike", Value.Map(("aws:SourceArn", Value.Sub("arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:*")))));

    private static MapValue TlsOnly(string bucket) => Value.Map(
        ("Sid", "TlsOnly"),
        ("Effect", "Deny"),
        ("Principal", "*"),
        ("Action", "s3:*"),
        ("Resource", Value.List(Value.GetAtt(bucket, "Arn"), Objects(bucket, "/*"))),
        ("Condition", Value.Map(("Bool", Value.Map(("aws:SecureTransport", "false"))))));

    /// <summary>The ARN of a bucket's objects under a pattern that begins with a slash.</summary>
    public static Value Objects(string bucket, string pattern) => Value.Join("", Value.GetAtt(bucket, "Arn"), pattern);
}
