namespace NetworkPatterns.Constructs.Vpc;

/// <summary>Where a VPC's flow logs go.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-cwl.html</remarks>
public sealed record FlowLogs
{
    private FlowLogs(int? retentionDays) => RetentionDays = retentionDays;

    /// <summary>No flow logs.</summary>
    public static FlowLogs None { get; } = new((int?)null);

    /// <summary>Days for which CloudWatch Logs keeps records; <see langword="null"/> without flow logs.</summary>
    public int? RetentionDays { get; }

    /// <summary>All traffic, accepted and rejected, to a log group of CloudWatch Logs.</summary>
    /// <param name="retentionDays">
    /// Days for which records are kept, one of those that CloudWatch Logs offers: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150,
    /// 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288 or 3653. Default: 90.
    /// </param>
    public static FlowLogs ToCloudWatch(int retentionDays = 90) => new(retentionDays);
}
