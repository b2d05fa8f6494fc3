namespace NetworkPatterns.Constructs.Dns;

/// <summary>A health check that follows a CloudWatch alarm: for private endpoints and gated APIs, which checkers cannot ask.</summary>
/// <remarks>
/// The alarm's metric has standard resolution, and its statistic is Average, Minimum, Maximum, Sum or SampleCount. Route 53
/// reads the alarm's settings when the check is made: a later change of the alarm needs an update of the check.
/// <para>Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-creating-values.html</para>
/// </remarks>
public sealed class AlarmHealthCheckProps
{
    /// <summary>The alarm's name.</summary>
    public required string AlarmName { get; init; }

    /// <summary>The alarm's Region. Default: the stack's.</summary>
    public string? AlarmRegion { get; init; }

    /// <summary>What it reports while there is too little data. Default: what it reported last.</summary>
    public InsufficientDataStatus InsufficientData { get; init; } = InsufficientDataStatus.LastKnownStatus;

    /// <summary>Whether healthy counts as unhealthy and the other way round. Default: no.</summary>
    public bool IsInverted { get; init; }
}
