using NetworkPatterns.Constructs.Logging;
using NetworkPatterns.Constructs.Vpc;

namespace NetworkPatterns.Constructs.Edge.Backends;

/// <summary>What a <see cref="PrivateNlb"/> is to be.</summary>
public sealed class PrivateNlbProps
{
    /// <summary>The VPC.</summary>
    public required ThreeTierVpc Network { get; init; }

    /// <summary>
    /// The tier of the load balancer: not one that faces the internet, over at least two zones; it accepts nothing, and opens
    /// nothing but what the targets' tiers accept from it. Default: <c>link</c>, as in <see cref="ServiceTiers"/>.
    /// </summary>
    public string Tier { get; init; } = ServiceTiers.LinkTierName;

    /// <summary>The listeners, at least one.</summary>
    public required IReadOnlyList<NlbListener> Listeners { get; init; }

    /// <summary>Whether every zone's load balancer sends to the targets of all zones. Default: yes. Traffic between zones is paid for.</summary>
    public bool CrossZone { get; init; } = true;

    /// <summary>Whether the load balancer can't be deleted, by nobody, before this is turned off. Default: yes.</summary>
    public bool DeletionProtection { get; init; } = true;

    /// <summary>Whether a VPC link lets API Gateway's REST APIs reach the load balancer. Default: yes.</summary>
    public bool VpcLink { get; init; } = true;

    /// <summary>Where access logs go. Default: buckets of its own, kept for 90 days.</summary>
    public LoadBalancerLogs? Logs { get; init; }
}
