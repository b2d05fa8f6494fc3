using System.Collections.Immutable;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>Where a VPC's flow logs go.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html</remarks>
public sealed record FlowLogs
{
    private FlowLogs(int? retentionDays) => RetentionDays = retentionDays;

    /// <summary>No flow logs.</summary>
    public static FlowLogs None { get; } = new((int?)null);

    /// <summary>The fields that logs to S3 have unless others are named: those of version 2, and what tells NAT and direction.</summary>
    public static ImmutableArray<string> DefaultFields { get; } =
    [
        "version", "account-id", "interface-id", "srcaddr", "dstaddr", "srcport", "dstport", "protocol", "packets", "bytes",
        "start", "end", "action", "log-status", "vpc-id", "subnet-id", "instance-id", "tcp-flags", "type", "pkt-srcaddr",
        "pkt-dstaddr", "region", "az-id", "pkt-src-aws-service", "pkt-dst-aws-service", "flow-direction", "traffic-path",
    ];

    /// <summary>Days for which records are kept; <see langword="null"/> without flow logs.</summary>
    public int? RetentionDays { get; }

    /// <summary>Whether they go to S3 rather than to CloudWatch Logs.</summary>
    public bool IsToS3 { get; private init; }

    /// <summary>The fields of logs to S3, in order; none where the service chooses.</summary>
    public ImmutableArray<string> Fields { get; private init; } = [];

    /// <summary>The ARN of the KMS key of the log group; <see langword="null"/> for CloudWatch's own encryption.</summary>
    public string? KmsKeyArn { get; private init; }

    /// <summary>Whether the log group has a KMS key of its own, which the pattern makes.</summary>
    public bool HasOwnKey { get; private init; }

    /// <summary>All traffic, accepted and rejected, to a log group of CloudWatch Logs.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-cwl.html</remarks>
    /// <param name="retentionDays">
    /// Days for which records are kept, one of those that CloudWatch Logs offers: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150,
    /// 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288 or 3653. Default: 90.
    /// </param>
    public static FlowLogs ToCloudWatch(int retentionDays = 90) => new(retentionDays);

    /// <summary>
    /// All traffic to an S3 bucket of its own as Parquet, in Hive-compatible partitions by hour, with a table, a workgroup
    /// and queries for Athena. A bucket for its access logs comes with it. Both stay when the stack is deleted.
    /// </summary>
    /// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3.html</remarks>
    /// <param name="retentionDays">Days for which records are kept, 1 or more. Default: 365.</param>
    /// <param name="fields">
    /// The fields of a record, in order; the columns of the table follow. Another list makes a new flow log, because AWS
    /// can't change one. Default: <see cref="DefaultFields"/>.
    /// </param>
    public static FlowLogs ToS3(int retentionDays = 365, IReadOnlyList<string>? fields = null) =>
        new(retentionDays) { IsToS3 = true, Fields = fields is null ? DefaultFields : [.. fields] };

    /// <summary>The same logs to CloudWatch, encrypted with a KMS key that exists and lets CloudWatch Logs use it.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html</remarks>
    /// <param name="keyArn">The key's ARN, a literal or a token.</param>
    public FlowLogs WithKey(string keyArn) => this with { KmsKeyArn = keyArn };

    /// <summary>The same logs to CloudWatch, encrypted with a KMS key that the pattern makes for them; it rotates, and stays when the stack is deleted.</summary>
    public FlowLogs WithOwnKey() => this with { HasOwnKey = true };
}
