using NetworkPatterns.Constructs.Vpc;

namespace NetworkPatterns.Constructs.Edge.Backends;

/// <summary>A target group of a Network Load Balancer: which tier, which port, and how it is known that a target is well.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html</remarks>
public sealed record NlbTargets
{
    /// <summary>The tier of the targets, whose rules must accept <see cref="Port"/> from the load balancer's tier. Default: <c>app</c>.</summary>
    public string Tier { get; init; } = ThreeTierVpc.AppTierName;

    /// <summary>The port of the targets, 1 to 65535. Another one replaces the target group.</summary>
    public required int Port { get; init; }

    /// <summary>What the targets are. Default: addresses.</summary>
    public TargetType Type { get; init; } = TargetType.Ip;

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
    public TargetHealthCheck HealthCheck { get; init; } = new();
}
