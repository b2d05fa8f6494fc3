using NetworkPatterns.Constructs.Logging;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Edge.Distributions;

/// <summary>Deliveries of a distribution's access logs (standard logging v2): where they come from, where they go, and what joins the two.</summary>
/// <remarks>
/// One delivery waits for the other, because CloudWatch Logs changes a source for one delivery at a time.
/// <para>Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-V2-S3.html</para>
/// <para>Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html</para>
/// </remarks>
internal sealed class EdgeLogBlueprint(BlueprintBuilder builder, EdgeDistributionPlan plan, TokenInputs inputs, ResourceTags tags)
{
    public const string BucketId = "DeliveredLogBucket";
    public const string GroupId = "DeliveredLogGroup";
    private const string Prefix = "delivered-logs/";
    private const string Service = "delivery.logs.amazonaws.com";
    private const int LongestName = 60;
    private const int LongestGroupName = 400;

    /// <summary>The bucket, its policy and the prefix of its access logs; only where logs are delivered to a bucket.</summary>
    public (string Id, string Prefix)? AddBucket(string accessLogBucket)
    {
        if (plan.Props.AccessLogs.Deliveries.All(delivery => delivery.Place != EdgeLogPlace.Bucket))
        {
            return null;
        }

        LogBucketBlueprint.AddBucket(builder, BucketId, plan.Props.LogRetentionDays, tags.Of("delivered-logs"), (accessLogBucket, Prefix));
        LogBucketBlueprint.AddPolicy(builder, $"{BucketId}Policy", BucketId, Write(), Check());
        return (BucketId, Prefix);
    }

    /// <summary>The places, once for all distributions of the pattern.</summary>
    public void AddDestinations()
    {
        foreach (var delivery in plan.Props.AccessLogs.Deliveries)
        {
            builder.Add(DestinationOf(delivery), "AWS::Logs::DeliveryDestination",
                // Another format is another destination, which cannot have the name of the one that it replaces.
                ("Name", NameOf($"{DestinationOf(delivery)}-{delivery.Format}")),
                ("DestinationResourceArn", ArnOf(delivery)),
                ("OutputFormat", delivery.Format switch { EdgeLogFormat.Json => "json", EdgeLogFormat.Plain => "plain", EdgeLogFormat.W3c => "w3c", _ => "parquet" }),
                ("Tags", tags.Of("delivered-logs")));
        }
    }

    /// <summary>The logs of one distribution to all places.</summary>
    public void AddDeliveries(string distribution)
    {
        var source = $"{distribution}LogSource";
        builder.Add(source, "AWS::Logs::DeliverySource",
            ("Name", NameOf(source)),
            ("ResourceArn", Value.Sub("arn:${AWS::Partition}:cloudfront::${AWS::AccountId}:distribution/${Id}", ("Id", Value.Ref(distribution)))),
            ("LogType", "ACCESS_LOGS"),
            ("Tags", tags.Of("access-logs")));
        string? before = null;
        foreach (var delivery in plan.Props.AccessLogs.Deliveries.OrderBy(delivery => delivery.Place))
        {
            var id = $"{distribution}LogTo{delivery.Place}";
            builder.Add(new(id, "AWS::Logs::Delivery", Value.Map(
                ("DeliverySourceName", Value.Ref(source)),
                ("DeliveryDestinationArn", Value.GetAtt(DestinationOf(delivery), "Arn")),
                ("RecordFields", delivery.Fields.IsEmpty ? null : Value.List(delivery.Fields.Select(field => (Value)field))),
                ("S3SuffixPath", delivery.SuffixPath is null ? null : (Value)delivery.SuffixPath),
                ("S3EnableHiveCompatiblePath", delivery.HasHivePaths ? (Value)true : null),
                ("Tags", tags.Of("access-logs"))))
            {
                DependsOn = [.. before is null ? [] : new[] { before }, .. delivery.Place == EdgeLogPlace.Bucket ? [$"{BucketId}Policy"] : Array.Empty<string>()],
            });
            before = id;
        }
    }

    private static string DestinationOf(EdgeLogDelivery delivery) => $"{delivery.Place}LogDestination";

    private Value ArnOf(EdgeLogDelivery delivery)
    {
        switch (delivery.Place)
        {
            case EdgeLogPlace.Bucket:
                return Value.GetAtt(BucketId, "Arn");
            case EdgeLogPlace.Stream:
                return inputs.Of("LogStream", delivery.StreamArn!);
            default:
                // A name under /aws/vendedlogs keeps AWS's own resource policy for log delivery from growing with each group.
                builder.Add(RetainedLogGroup.Of(
                    GroupId,
                    ("LogGroupName", $"/aws/vendedlogs/cloudfront/{UniqueName.Of(plan.Path, LongestGroupName)}"),
                    ("RetentionInDays", delivery.RetentionDays!.Value),
                    ("Tags", tags.Of("delivered-logs"))));
                return Value.Sub("arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:${Group}", ("Group", Value.Ref(GroupId)));
        }
    }

    private string NameOf(string part) => UniqueName.Of($"{plan.Path}-{part}", LongestName);

    // Where names are Hive-compatible, and in some defaults of AWS's, the account stands in the path as aws-account-id=123456789012.
    private static MapValue Write() => Value.Map(
        ("Sid", "LogsOfThisAccount"),
        ("Effect", "Allow"),
        ("Principal", Value.Map(("Service", Service))),
        ("Action", "s3:PutObject"),
        ("Resource", Value.List(
            Value.Join("", Value.GetAtt(BucketId, "Arn"), "/AWSLogs/", Value.AccountId, "/*"),
            Value.Join("", Value.GetAtt(BucketId, "Arn"), "/AWSLogs/aws-account-id=", Value.AccountId, "/*"))),
        ("Condition", LogBucketBlueprint.DeliveredForThisAccount(("s3:x-amz-acl", "bucket-owner-full-control"))));

    private static MapValue Check() => Value.Map(
        ("Sid", "LogsOfThisAccountCheck"),
        ("Effect", "Allow"),
        ("Principal", Value.Map(("Service", Service))),
        ("Action", "s3:GetBucketAcl"),
        ("Resource", Value.GetAtt(BucketId, "Arn")),
        ("Condition", LogBucketBlueprint.DeliveredForThisAccount()));
}
