using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Logging;

/// <summary>The bucket of load balancers' logs, settled.</summary>
/// <param name="Path">The construct path.</param>
/// <param name="RetentionDays">After how many days a log goes.</param>
internal sealed record LoadBalancerLogsPlan(string Path, int RetentionDays)
{
    public const string BucketId = "LogBucket";
    public const string PolicyId = "LogBucketPolicy";

    private const string AccessLogBucketId = "AccessLogBucket";
    private const string AccessLogPrefix = "load-balancer-logs/";
    private const string Delivery = "delivery.logs.amazonaws.com";

    public static LoadBalancerLogsPlan From(LoadBalancerLogsProps props, PatternContext context)
    {
        var problems = new ProblemList();
        if (props.RetentionDays < 1)
        {
            problems.Add(DiagnosticCatalogue.LoadBalancerLogRetention.At(
                context.At(nameof(props.RetentionDays)), $"a log cannot be kept for {props.RetentionDays} days", "give 1 or more"));
        }

        problems.ThrowIfAny();
        return new(context.Path, props.RetentionDays);
    }

    public Blueprint ToBlueprint()
    {
        var tags = new ResourceTags(Path);
        var builder = new BlueprintBuilder();
        LogBucketBlueprint.AddBucket(builder, AccessLogBucketId, RetentionDays, tags.Of("access-logs"));
        LogBucketBlueprint.AddBucket(builder, BucketId, RetentionDays, tags.Of("load-balancer-logs"), (AccessLogBucketId, AccessLogPrefix));
        LogBucketBlueprint.AddPolicy(
            builder,
            $"{AccessLogBucketId}Policy",
            AccessLogBucketId,
            LogBucketBlueprint.ServerAccessLogs("AccessLogsOfTheLogBucket", BucketId, AccessLogBucketId, AccessLogPrefix));
        LogBucketBlueprint.AddPolicy(builder, PolicyId, BucketId, OfApplicationLoadBalancers(), OfNetworkLoadBalancers(), Check());
        return builder.Build(Path);
    }

    private static MapValue OfApplicationLoadBalancers() => Value.Map(
        ("Sid", "ApplicationLoadBalancers"),
        ("Effect", "Allow"),
        ("Principal", Value.Map(("Service", "logdelivery.elasticloadbalancing.amazonaws.com"))),
        ("Action", "s3:PutObject"),
        ("Resource", Logs()));

    private static MapValue OfNetworkLoadBalancers() => Value.Map(
        ("Sid", "NetworkLoadBalancers"),
        ("Effect", "Allow"),
        ("Principal", Value.Map(("Service", Delivery))),
        ("Action", "s3:PutObject"),
        ("Resource", Logs()),
        ("Condition", LogBucketBlueprint.DeliveredForThisAccount(("s3:x-amz-acl", "bucket-owner-full-control"))));

    private static MapValue Check() => Value.Map(
        ("Sid", "NetworkLoadBalancersCheck"),
        ("Effect", "Allow"),
        ("Principal", Value.Map(("Service", Delivery))),
        ("Action", "s3:GetBucketAcl"),
        ("Resource", Value.GetAtt(BucketId, "Arn")),
        ("Condition", LogBucketBlueprint.DeliveredForThisAccount()));

    // Each load balancer has a prefix of its own before the part that names the account.
    private static Value Logs() => Value.Join("", Value.GetAtt(BucketId, "Arn"), "/*/AWSLogs/", Value.AccountId, "/*");
}
