namespace NetworkPatterns.Constructs.Edge.Waf;

/// <summary>Where a WebACL writes what it saw.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/waf/latest/developerguide/logging-destinations.html</remarks>
public sealed class WafLogging
{
    /// <summary>What the name of every destination must begin with.</summary>
    internal const string NamePrefix = "aws-waf-logs-";

    private WafLogging(WafLogDestination destination, int? retentionDays, string? arn) =>
        (Destination, RetentionDays, Arn) = (destination, retentionDays, arn);

    internal WafLogDestination Destination { get; }

    internal int? RetentionDays { get; }

    internal string? Arn { get; }

    /// <summary>A log group of its own in CloudWatch Logs.</summary>
    /// <param name="retentionDays">Days that a log is kept: a number that CloudWatch Logs offers. Default: 365.</param>
    public static WafLogging ToCloudWatch(int retentionDays = 365) => new(WafLogDestination.LogGroup, retentionDays, arn: null);

    /// <summary>A bucket of its own, encrypted, closed to the public and reached over TLS only; the cheaper place for much traffic.</summary>
    /// <param name="retentionDays">Days that a log is kept. Default: 365.</param>
    public static WafLogging ToS3(int retentionDays = 365) => new(WafLogDestination.Bucket, retentionDays, arn: null);

    /// <summary>An Amazon Data Firehose stream of the same account and Region, whose name begins with <c>aws-waf-logs-</c> and which takes direct puts.</summary>
    /// <param name="deliveryStreamArn">Its ARN, a literal or a token.</param>
    public static WafLogging ToFirehose(string deliveryStreamArn) => new(WafLogDestination.Existing, retentionDays: null, deliveryStreamArn);
}

/// <summary>The kinds of destinations.</summary>
internal enum WafLogDestination
{
    LogGroup,
    Bucket,
    Existing,
}
