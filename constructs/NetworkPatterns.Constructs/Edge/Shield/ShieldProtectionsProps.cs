namespace NetworkPatterns.Constructs.Edge.Shield;

/// <summary>How Shield adds up what it sees of the resources of a group.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/waf/latest/developerguide/ddos-protection-groups.html</remarks>
public enum ShieldAggregation
{
    /// <summary>All together: for resources that share the traffic, such as addresses of one service.</summary>
    Sum,

    /// <summary>On average: for resources that carry about the same, such as load balancers.</summary>
    Mean,

    /// <summary>The most of any: for resources that share nothing, such as distributions.</summary>
    Max,
}

/// <summary>What AWS Shield Advanced is to protect.</summary>
public sealed class ShieldProtectionsProps
{
    /// <summary>The resources.</summary>
    public required IReadOnlyList<ShieldedResource> Resources { get; init; }

    /// <summary>How the resources are looked at as one. Default: each by itself, without a group.</summary>
    public ShieldAggregation? Group { get; init; }
}
