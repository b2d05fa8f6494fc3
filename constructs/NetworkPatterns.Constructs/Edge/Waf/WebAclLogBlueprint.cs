using NetworkPatterns.Constructs.Logging;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Edge.Waf;

/// <summary>Where a WebACL logs to, and what it leaves out of its logs.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/waf/latest/developerguide/logging.html</remarks>
internal static class WebAclLogBlueprint
{
    public const string LogGroupId = "WebAclLogGroup";
    public const string BucketId = "WebAclLogBucket";
    private const string AccessLogBucketId = "WebAclAccessLogBucket";
    private const string PolicyId = "WebAclLogBucketPolicy";
    private const string AccessLogPrefix = "web-acl-logs/";
    private const string ConfigurationId = "WebAclLogging";
    private const int LongestName = 120;

    public static void AddTo(BlueprintBuilder builder, WebAclPlan plan, TokenInputs inputs, ResourceTags tags)
    {
        var (destination, dependsOn) = DestinationOf(builder, plan, inputs, tags);
        builder.Add(new(ConfigurationId, "AWS::WAFv2::LoggingConfiguration", Value.Map(
            ("ResourceArn", Value.GetAtt(WebAclBlueprint.WebAclId, "Arn")),
            ("LogDestinationConfigs", Value.List(destination)),
            ("LoggingFilter", plan.Props.LogsAllowed ? null : WithoutAllowed()),
            ("RedactedFields", Value.List(plan.RedactedHeaders.Select(header => (Value)Value.Map(("SingleHeader", Value.Map(("Name", header)))))))))
        {
            DependsOn = dependsOn is null ? [] : [dependsOn],
        });
    }

    private static (Value Arn, string? DependsOn) DestinationOf(BlueprintBuilder builder, WebAclPlan plan, TokenInputs inputs, ResourceTags tags)
    {
        var logging = plan.Props.Logging;
        switch (logging.Destination)
        {
            case WafLogDestination.LogGroup:
                builder.Add(RetainedLogGroup.Of(
                    LogGroupId,
                    ("LogGroupName", WafLogging.NamePrefix + UniqueName.Of(plan.Path, LongestName)),
                    ("RetentionInDays", logging.RetentionDays!.Value),
                    ("Tags", tags.Of("web-acl-logs"))));

                // The group's own attribute Arn ends in :*, which AWS WAF does not take.
                return (Value.Sub("arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:${Group}", ("Group", Value.Ref(LogGroupId))), null);
            case WafLogDestination.Bucket:
                var name = Value.Sub($"{WafLogging.NamePrefix}${{AWS::AccountId}}-${{AWS::Region}}-{UniqueName.Digest(plan.Path)}");
                LogBucketBlueprint.AddBucket(builder, AccessLogBucketId, logging.RetentionDays, tags.Of("web-acl-access-logs"));
                LogBucketBlueprint.AddBucket(builder, BucketId, logging.RetentionDays, tags.Of("web-acl-logs"), (AccessLogBucketId, AccessLogPrefix), name);
                LogBucketBlueprint.AddPolicy(
                    builder,
                    $"{AccessLogBucketId}Policy",
                    AccessLogBucketId,
                    LogBucketBlueprint.ServerAccessLogs("AccessLogsOfTheLogBucket", BucketId, AccessLogBucketId, AccessLogPrefix));
                LogBucketBlueprint.AddPolicy(builder, PolicyId, BucketId, Write(), Check());
                return (Value.GetAtt(BucketId, "Arn"), PolicyId);
            default:
                return (inputs.Of("LogDestination", logging.Arn!), null);
        }
    }

    private static MapValue WithoutAllowed() => Value.Map(
        ("DefaultBehavior", "KEEP"),
        ("Filters", Value.List(Value.Map(
            ("Behavior", "DROP"),
            ("Requirement", "MEETS_ANY"),
            ("Conditions", Value.List(Value.Map(("ActionCondition", Value.Map(("Action", "ALLOW"))))))))));

    // https://docs.aws.amazon.com/waf/latest/developerguide/logging-s3.html
    private static MapValue Write() => Value.Map(
        ("Sid", "LogsOfThisAccount"),
        ("Effect", "Allow"),
        ("Principal", Value.Map(("Service", "delivery.logs.amazonaws.com"))),
        ("Action", "s3:PutObject"),
        ("Resource", Value.Join("", Value.GetAtt(BucketId, "Arn"), "/AWSLogs/", Value.AccountId, "/*")),
        ("Condition", LogBucketBlueprint.DeliveredForThisAccount(("s3:x-amz-acl", "bucket-owner-full-control"))));

    private static MapValue Check() => Value.Map(
        ("Sid", "LogsOfThisAccountCheck"),
        ("Effect", "Allow"),
        ("Principal", Value.Map(("Service", "delivery.logs.amazonaws.com"))),
        ("Action", "s3:GetBucketAcl"),
        ("Resource", Value.GetAtt(BucketId, "Arn")),
        ("Condition", LogBucketBlueprint.DeliveredForThisAccount()));
}
