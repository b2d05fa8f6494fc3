namespace NetworkPatterns.Constructs.Dns;

/// <summary>What Route 53's checkers ask, from several Regions over the internet.</summary>
/// <remarks>
/// They cannot reach private addresses, and send no headers of yours: a private or gated endpoint needs an
/// <see cref="AlarmHealthCheck"/>.
/// <para>Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-creating-values.html</para>
/// </remarks>
public sealed class EndpointHealthCheckProps
{
    /// <summary>
    /// The name that is resolved and asked (over IPv4), and the host that HTTP and TLS name. It must not be the name of the
    /// records that the check decides about: the results would be unpredictable. Required unless <see cref="IpAddress"/> is given.
    /// </summary>
    public string? DomainName { get; init; }

    /// <summary>The public address that is asked. Default: what <see cref="DomainName"/> resolves to.</summary>
    public string? IpAddress { get; init; }

    /// <summary>How it is asked. Default: HTTPS.</summary>
    public HealthCheckProtocol Protocol { get; init; } = HealthCheckProtocol.Https;

    /// <summary>The port, 1 to 65535. Default: 443 for HTTPS, 80 for HTTP; TCP has none.</summary>
    public int? Port { get; init; }

    /// <summary>The path and query that HTTP and HTTPS ask for, up to 255 characters. Default: <c>/</c>.</summary>
    public string? Path { get; init; }

    /// <summary>Text that must be in the first 5,120 bytes of the body, up to 255 characters, for HTTP and HTTPS. Default: none.</summary>
    public string? SearchString { get; init; }

    /// <summary>How often each checker asks: 30 or 10 seconds (which costs more). Default: 30. A change replaces the check.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many answers in a row change the status, 1 to 10. Default: 3.</summary>
    public int FailureThreshold { get; init; } = 3;

    /// <summary>The Regions that ask, at least three of those that have checkers. Default: all of them.</summary>
    public IReadOnlyList<string> CheckerRegions { get; init; } = [];

    /// <summary>Whether healthy counts as unhealthy and the other way round. Default: no.</summary>
    public bool IsInverted { get; init; }

    /// <summary>Whether latency is measured and shown in CloudWatch, which costs more. Default: no. A change replaces the check.</summary>
    public bool MeasureLatency { get; init; }

    /// <summary>Whether TLS names the host (SNI), for HTTPS. Default: yes.</summary>
    public bool EnableSni { get; init; } = true;
}
