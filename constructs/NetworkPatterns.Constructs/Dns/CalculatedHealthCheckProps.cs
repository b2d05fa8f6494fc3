namespace NetworkPatterns.Constructs.Dns;

/// <summary>A health check that counts other health checks.</summary>
public sealed class CalculatedHealthCheckProps
{
    /// <summary>The health checks that are counted, 1 to 256.</summary>
    public required IReadOnlyList<HealthCheck> Children { get; init; }

    /// <summary>How many of them must be healthy. Default: all.</summary>
    public HealthThreshold Threshold { get; init; } = HealthThreshold.All;

    /// <summary>Whether healthy counts as unhealthy and the other way round. Default: no.</summary>
    public bool IsInverted { get; init; }
}

/// <summary>How many of its children a calculated health check needs.</summary>
public sealed record HealthThreshold
{
    private HealthThreshold(int? count, bool isAll)
    {
        Count = count;
        IsAll = isAll;
    }

    /// <summary>All of them (AND).</summary>
    public static HealthThreshold All { get; } = new(null, isAll: true);

    /// <summary>One of them (OR).</summary>
    public static HealthThreshold Any { get; } = new(1, isAll: false);

    internal int? Count { get; }

    internal bool IsAll { get; }

    /// <summary>A number of them.</summary>
    /// <param name="count">1 up to the number of children.</param>
    public static HealthThreshold AtLeast(int count) => new(count, isAll: false);
}
