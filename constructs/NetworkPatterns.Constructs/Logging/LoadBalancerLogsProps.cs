namespace NetworkPatterns.Constructs.Logging;

/// <summary>What a <see cref="LoadBalancerLogs"/> is to be.</summary>
public sealed class LoadBalancerLogsProps
{
    /// <summary>After how many days a log goes, at least 1. Default: 90.</summary>
    public int RetentionDays { get; init; } = 90;
}
