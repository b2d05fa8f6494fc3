using NetworkPatterns.Constructs.Edge.Api;
using NetworkPatterns.Constructs.Logging;
using NetworkPatterns.Constructs.Vpc;

namespace NetworkPatterns.Constructs.Edge.Backends;

/// <summary>What a <see cref="LockedAlb"/> is to be.</summary>
public sealed class LockedAlbProps
{
    /// <summary>The VPC.</summary>
    public required ThreeTierVpc Network { get; init; }

    /// <summary>
    /// The tier of the load balancer: one that faces the internet, over at least two zones, which accepts the listeners' ports from
    /// <see cref="CloudFrontAddresses"/> and nothing else. Default: <c>web</c>, as in <see cref="ServiceTiers.BehindLockedBalancer"/>.
    /// </summary>
    public string Tier { get; init; } = ThreeTierVpc.WebTierName;

    /// <summary>The listeners, at least one.</summary>
    public required IReadOnlyList<AlbListener> Listeners { get; init; }

    /// <summary>How the load balancer knows its distribution: by a secret header. Default: blue of two secrets, both of the first generation.</summary>
    public OriginLock Lock { get; init; } = OriginLock.HeaderGate();

    /// <summary>Whether the load balancer can't be deleted, by nobody, before this is turned off. Default: yes.</summary>
    public bool DeletionProtection { get; init; } = true;

    /// <summary>How long an idle connection is kept, 1 to 4000 seconds. Default: 60 seconds.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Where access logs go. Default: buckets of its own, kept for 90 days.</summary>
    public LoadBalancerLogs? Logs { get; init; }
}
