namespace NetworkPatterns.Constructs.Dns;

/// <summary>How Route 53's checkers ask an endpoint.</summary>
public enum HealthCheckProtocol
{
    /// <summary>An HTTPS request that must be answered with a status of 2xx or 3xx. The certificate is not verified.</summary>
    Https,

    /// <summary>An HTTP request that must be answered with a status of 2xx or 3xx.</summary>
    Http,

    /// <summary>A TCP connection that must come about.</summary>
    Tcp,
}

/// <summary>What an alarm's health check reports while CloudWatch has too little data.</summary>
public enum InsufficientDataStatus
{
    /// <summary>What it reported last; healthy at first.</summary>
    LastKnownStatus,

    /// <summary>Healthy.</summary>
    Healthy,

    /// <summary>Unhealthy.</summary>
    Unhealthy,
}
