using NetworkPatterns.Constructs.Vpc;

namespace NetworkPatterns.Constructs.Edge.Backends;

/// <summary>A listener of an Application Load Balancer, HTTPS, with its target group and those of its rules.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-listeners.html</remarks>
public sealed record AlbListener
{
    /// <summary>The listener's name: a letter, then letters, digits and hyphens. It is part of logical IDs.</summary>
    public required string Name { get; init; }

    /// <summary>The port, 1 to 65535, each once. Default: 443.</summary>
    public int Port { get; init; } = 443;

    /// <summary>Certificates of AWS Certificate Manager in the load balancer's Region, literals or tokens; the first is the default one. At least one.</summary>
    public required IReadOnlyList<string> CertificateArns { get; init; }

    /// <summary>A name on the certificate, by which API Gateway and CloudFront ask for the load balancer and check the certificate.</summary>
    public required string HostName { get; init; }

    /// <summary>The security policy of TLS, of the families <c>TLS13-1-2</c> and <c>TLS13-1-3</c>. Default: <c>ELBSecurityPolicy-TLS13-1-2-2021-06</c>.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html</remarks>
    public string SslPolicy { get; init; } = "ELBSecurityPolicy-TLS13-1-2-2021-06";

    /// <summary>Where its requests go that no rule takes.</summary>
    public required AlbTargets Targets { get; init; }

    /// <summary>Requests that go elsewhere, by path or by host. Default: none.</summary>
    public IReadOnlyList<AlbRule> Rules { get; init; } = [];
}

/// <summary>A target group of an Application Load Balancer.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html</remarks>
public sealed record AlbTargets
{
    /// <summary>The tier of the targets, whose rules must accept <see cref="Port"/> from the load balancer's tier. Default: <c>app</c>.</summary>
    public string Tier { get; init; } = ThreeTierVpc.AppTierName;

    /// <summary>The port of the targets, 1 to 65535. Another one replaces the target group.</summary>
    public required int Port { get; init; }

    /// <summary>What the targets are. Default: addresses, those of Fargate tasks.</summary>
    public TargetType Type { get; init; } = TargetType.Ip;

    /// <summary>Whether requests to the targets are encrypted again. The certificate of a target is not checked. Default: no.</summary>
    public bool Tls { get; init; }

    /// <summary>How long a target that goes keeps its requests, 0 to 3600 seconds. Default: 60 seconds.</summary>
    public TimeSpan DeregistrationDelay { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How it is known that a target is well: by HTTP or HTTPS. Default: HTTP, path <c>/</c>.</summary>
    public TargetHealthCheck HealthCheck { get; init; } = new() { Protocol = TargetHealthCheckProtocol.Http, Path = "/" };
}
