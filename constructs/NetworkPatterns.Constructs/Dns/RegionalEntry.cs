using NetworkPatterns.Core.Dns;

namespace NetworkPatterns.Constructs.Dns;

/// <summary>Where an application's clients come in, in one Region.</summary>
/// <param name="Target">A load balancer, an API, an accelerator, a distribution (<see cref="Alias"/>), or addresses.</param>
/// <param name="Health">
/// How Route 53 learns that the Region is down. Default: from the target itself, which only load balancers tell; anything
/// else needs one of the others.
/// </param>
public sealed record RegionalEntry(RecordTarget Target, RegionalHealth? Health = null);

/// <summary>How Route 53 learns that a Region is down.</summary>
public sealed record RegionalHealth
{
    private RegionalHealth(string? path, string? alarmName, string? healthCheckId)
    {
        Path = path;
        AlarmName = alarmName;
        HealthCheckId = healthCheckId;
    }

    /// <summary>The path of an HTTPS check.</summary>
    public string? Path { get; }

    /// <summary>The name of an alarm in the Region.</summary>
    public string? AlarmName { get; }

    /// <summary>The ID of a health check.</summary>
    public string? HealthCheckId { get; }

    /// <summary>Checkers ask the Region's own name over HTTPS, every 30 seconds.</summary>
    /// <param name="path">The path, such as <c>/health</c>.</param>
    public static RegionalHealth Https(string path) => new(path, null, null);

    /// <summary>A CloudWatch alarm of the Region: for entry points that turn checkers away.</summary>
    /// <param name="name">The alarm's name, a literal, because the check is made in another stack.</param>
    public static RegionalHealth Alarm(string name) => new(null, name, null);

    /// <summary>A health check that exists already, such as one of a routing control.</summary>
    public static RegionalHealth Check(string healthCheckId) => new(null, null, healthCheckId);
}
