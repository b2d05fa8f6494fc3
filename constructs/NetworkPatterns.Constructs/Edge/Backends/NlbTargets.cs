using NetworkPatterns.Constructs.Vpc;

namespace NetworkPatterns.Constructs.Edge.Backends;

/// <summary>What a target group's targets are.</summary>
public enum NlbTargetType
{
    /// <summary>Addresses: Fargate tasks, or the addresses that are listed.</summary>
    Ip,

    /// <summary>EC2 instances, those of an Auto Scaling group.</summary>
    Instance,
}

/// <summary>A target group of a Network Load Balancer: which tier, which port, and how it is known that a target is well.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html</remarks>
public sealed record NlbTargets
{
    /// <summary>The tier of the targets, whose rules must accept <see cref="Port"/> from the load balancer's tier. Default: <c>app</c>.</summary>
    public string Tier { get; init; } = ThreeTierVpc.AppTierName;

    /// <summary>The port of the targets, 1 to 65535. Another one replaces the target group.</summary>
    public required int Port { get; init; }

    /// <summary>What the targets are. Default: addresses.</summary>
    public NlbTargetType Type { get; init; } = NlbTargetType.Ip;

    /// <summary>IPv4 addresses that are targets, in the subnets of <see cref="Tier"/>. Default: none; a Fargate service registers its own.</summary>
    public IReadOnlyList<string> Addresses { get; init; } = [];

    /// <summary>Whether connections to the targets of a TLS listener are encrypted again. The certificate of a target is not checked. Default: no.</summary>
    public bool Tls { get; init; }

    /// <summary>
    /// Whether targets see the client's address in place of the load balancer's. What comes through a VPC link always has the load
    /// balancer's. Default: no, and yes for UDP, where nothing else is possible.
    /// </summary>
    /// <remarks>Source: https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html</remarks>
    public bool? PreserveClientIp { get; init; }

    /// <summary>How long a target that goes keeps its connections, 0 to 3600 seconds. Default: 60 seconds.</summary>
    public TimeSpan DeregistrationDelay { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How it is known that a target is well. Default: it accepts TCP connections.</summary>
    public NlbHealthCheck HealthCheck { get; init; } = new();
}

/// <summary>The protocols of health checks.</summary>
public enum NlbHealthCheckProtocol
{
    /// <summary>A TCP connection is accepted.</summary>
    Tcp,

    /// <summary>An HTTP request is answered with one of the expected status codes.</summary>
    Http,

    /// <summary>An HTTPS request is answered with one of the expected status codes.</summary>
    Https,
}

/// <summary>How a Network Load Balancer learns that a target is well.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-health-checks.html</remarks>
public sealed record NlbHealthCheck
{
    /// <summary>How targets are asked. Default: TCP.</summary>
    public NlbHealthCheckProtocol Protocol { get; init; } = NlbHealthCheckProtocol.Tcp;

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
