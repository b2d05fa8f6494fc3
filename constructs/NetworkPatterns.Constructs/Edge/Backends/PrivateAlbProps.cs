using NetworkPatterns.Constructs.Logging;
using NetworkPatterns.Constructs.Vpc;

namespace NetworkPatterns.Constructs.Edge.Backends;

/// <summary>What a <see cref="PrivateAlb"/> is to be.</summary>
public sealed class PrivateAlbProps
{
    /// <summary>The VPC.</summary>
    public required ThreeTierVpc Network { get; init; }

    /// <summary>
    /// The tier of the load balancer: not one that faces the internet, over at least two zones. It accepts the listeners' ports from
    /// <see cref="VpcLinkTier"/>, with <see cref="VpcOrigin"/> from prefix lists, and nothing else. Default: <c>balancer</c>, as in
    /// <see cref="ServiceTiers.WithBalancer"/>.
    /// </summary>
    public string Tier { get; init; } = ServiceTiers.BalancerTierName;

    /// <summary>The listeners, at least one.</summary>
    public required IReadOnlyList<AlbListener> Listeners { get; init; }

    /// <summary>The tier in which API Gateway's VPC link v2 has its network interfaces. Default: <c>link</c>; <see langword="null"/> makes no link.</summary>
    public string? VpcLinkTier { get; init; } = ServiceTiers.LinkTierName;

    /// <summary>
    /// Whether CloudFront may have the load balancer for an origin without an API in between. The tier accepts the listener's port from
    /// CloudFront's prefix list. Default: no.
    /// </summary>
    /// <remarks>Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-vpc-origins.html</remarks>
    public bool VpcOrigin { get; init; }

    /// <summary>Whether the load balancer can't be deleted, by nobody, before this is turned off. Default: yes.</summary>
    public bool DeletionProtection { get; init; } = true;

    /// <summary>How long an idle connection is kept, 1 to 4000 seconds. Default: 60 seconds.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Where access logs go. Default: buckets of its own, kept for 90 days.</summary>
    public LoadBalancerLogs? Logs { get; init; }
}
