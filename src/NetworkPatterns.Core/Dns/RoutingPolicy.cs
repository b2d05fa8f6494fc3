namespace NetworkPatterns.Core.Dns;

/// <summary>How Route 53 chooses among the records of one name and type.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy.html</remarks>
public enum RoutingPolicy
{
    /// <summary>One record, whose values are all answered in random order.</summary>
    Simple,

    /// <summary>By share of the weights.</summary>
    Weighted,

    /// <summary>By the Region that the client reaches fastest.</summary>
    Latency,

    /// <summary>The primary while it is healthy, the secondary otherwise.</summary>
    Failover,

    /// <summary>By the client's US state, country or continent.</summary>
    Geolocation,

    /// <summary>By distance, which a bias stretches or shrinks.</summary>
    Geoproximity,

    /// <summary>Up to eight healthy records at random.</summary>
    MultivalueAnswer,

    /// <summary>By the client's address.</summary>
    IpBased,
}
