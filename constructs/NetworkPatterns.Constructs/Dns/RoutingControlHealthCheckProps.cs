namespace NetworkPatterns.Constructs.Dns;

/// <summary>A health check that a person or a program switches: an Application Recovery Controller routing control.</summary>
public sealed class RoutingControlHealthCheckProps
{
    /// <summary>The routing control's ARN: see <see cref="RoutingControlPanel"/>.</summary>
    public required string RoutingControlArn { get; init; }
}
