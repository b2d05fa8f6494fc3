namespace NetworkPatterns.Constructs.Edge.Backends;

/// <summary>The protocols of health checks.</summary>
public enum TargetHealthCheckProtocol
{
    /// <summary>A TCP connection is accepted.</summary>
    Tcp,

    /// <summary>An HTTP request is answered with one of the expected status codes.</summary>
    Http,

    /// <summary>An HTTPS request is answered with one of the expected status codes.</summary>
    Https,
}

/// <summary>How a load balancer learns that a target is well.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-health-checks.html</remarks>
public sealed record TargetHealthCheck
{
    /// <summary>How targets are asked. Default: TCP.</summary>
    public TargetHealthCheckProtocol Protocol { get; init; } = TargetHealthCheckProtocol.Tcp;

    /// <summary>The path of HTTP and HTTPS checks, beginning with a slash. Needed for those.</summary>
    public string? Path { get; init; }

    /// <summary>The port, which the tier of the targets must accept as well. Default: that of the targets.</summary>
    public int? Port { get; init; }

    /// <summary>The time between two checks of a target, 5 to 300 seconds. Default: 10 seconds.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long an answer may take, 2 to 120 seconds and no longer than the interval. Default: 5 seconds.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Successes in a row after which a target is well, 2 to 10. Default: 3.</summary>
    public int HealthyThreshold { get; init; } = 3;

    /// <summary>Failures in a row after which a target is not well, 2 to 10. Default: 3.</summary>
    public int UnhealthyThreshold { get; init; } = 3;

    /// <summary>The status codes of a target that is well, such as <c>200</c> or <c>200-299</c>, for HTTP and HTTPS. Default: 200-399.</summary>
    public string Matcher { get; init; } = "200-399";
}
