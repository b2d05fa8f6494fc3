using System.Collections.Immutable;

namespace NetworkPatterns.Constructs.Edge.Distributions;

/// <summary>Which access logs a distribution writes: the standard ones, deliveries of CloudWatch Logs (standard logging v2), or both.</summary>
/// <remarks>
/// Standard logs are free but for their storage, go to a bucket only, and have fixed fields. Deliveries choose fields, formats and places,
/// and cost by their size. Both together write each request twice, which is why that has a name of its own.
/// <para>Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/AccessLogs.html</para>
/// </remarks>
public sealed record EdgeAccessLogs
{
    private EdgeAccessLogs(bool hasStandard, ImmutableArray<EdgeLogDelivery> deliveries) => (HasStandard, Deliveries) = (hasStandard, deliveries);

    /// <summary>Standard logs in a bucket of the distribution's own.</summary>
    public static EdgeAccessLogs Standard { get; } = new(hasStandard: true, []);

    /// <summary>Deliveries only. cdk-nag and AWS Config look for standard logs: the template says to cdk-nag why there are none.</summary>
    /// <param name="deliveries">One or more, each to another kind of place.</param>
    public static EdgeAccessLogs DeliveredOnly(params IEnumerable<EdgeLogDelivery> deliveries) => new(hasStandard: false, [.. deliveries]);

    /// <summary>Standard logs, and deliveries beside them: each request is logged twice.</summary>
    /// <param name="deliveries">One or more, each to another kind of place.</param>
    public static EdgeAccessLogs StandardAndDelivered(params IEnumerable<EdgeLogDelivery> deliveries) => new(hasStandard: true, [.. deliveries]);

    internal bool HasStandard { get; }

    internal ImmutableArray<EdgeLogDelivery> Deliveries { get; }
}

/// <summary>A place to which CloudWatch Logs delivers the access logs of a distribution, and how they look there.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html</remarks>
public sealed record EdgeLogDelivery
{
    private EdgeLogDelivery(EdgeLogPlace place) => Place = place;

    /// <summary>A bucket of its own, for as many days as <see cref="EdgeDistributionProps.LogRetentionDays"/> says.</summary>
    public static EdgeLogDelivery ToS3() => new(EdgeLogPlace.Bucket);

    /// <summary>A log group of its own, under <c>/aws/vendedlogs/</c>.</summary>
    /// <param name="retentionDays">Days that a log is kept: a number that CloudWatch Logs offers. Default: 365.</param>
    public static EdgeLogDelivery ToCloudWatch(int retentionDays = 365) => new(EdgeLogPlace.LogGroup) { RetentionDays = retentionDays };

    /// <summary>
    /// An Amazon Data Firehose stream of us-east-1 with the tag <c>LogDeliveryEnabled</c> of value <c>true</c>, which lets AWS's role for log
    /// delivery write to it.
    /// </summary>
    /// <param name="deliveryStreamArn">Its ARN, a literal or a token.</param>
    public static EdgeLogDelivery ToFirehose(string deliveryStreamArn) => new(EdgeLogPlace.Stream) { StreamArn = deliveryStreamArn };

    /// <summary>The fields of a log, in order, such as <c>date</c>, <c>c-ip</c> or <c>sc-status</c>. Default: AWS's.</summary>
    public ImmutableArray<string> Fields { get; init; } = [];

    /// <summary>How a log is written. Default: JSON.</summary>
    public EdgeLogFormat Format { get; init; } = EdgeLogFormat.Json;

    /// <summary>
    /// For a bucket: the path below AWS's own prefix, of text and <c>{DistributionId}</c>, <c>{yyyy}</c>, <c>{MM}</c>, <c>{dd}</c>, <c>{HH}</c>.
    /// Default: AWS's.
    /// </summary>
    public string? SuffixPath { get; init; }

    /// <summary>For a bucket: whether parts of the path are written <c>year=2026</c>, as Apache Hive and Athena read them. Default: no.</summary>
    public bool HasHivePaths { get; init; }

    internal EdgeLogPlace Place { get; }

    internal int? RetentionDays { get; private init; }

    internal string? StreamArn { get; private init; }
}

/// <summary>How a delivered log is written.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html#supported-log-file-format</remarks>
public enum EdgeLogFormat
{
    /// <summary>A JSON object a request.</summary>
    Json,

    /// <summary>Text with delimiters.</summary>
    Plain,

    /// <summary>The W3C extended format, that of standard logs. For a bucket.</summary>
    W3c,

    /// <summary>Apache Parquet. For a bucket; converting costs by the size.</summary>
    Parquet,
}

/// <summary>The kinds of places that logs are delivered to.</summary>
internal enum EdgeLogPlace
{
    Bucket,
    LogGroup,
    Stream,
}
