using NetworkPatterns.Core.Guarantees;

namespace NetworkPatterns.Constructs.Connectivity;

/// <summary>Something that an accelerator sends to: a load balancer, an instance or an Elastic IP address.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/global-accelerator/latest/dg/about-endpoints.html</remarks>
public sealed record AcceleratedEndpoint
{
    private AcceleratedEndpoint(string name, string endpointId, bool? preservesClientAddress)
    {
        Name = name;
        EndpointId = endpointId;
        PreservesClientAddress = preservesClientAddress;
    }

    /// <summary>Its name; it is not part of logical IDs, so endpoints can come and go.</summary>
    public string Name { get; }

    /// <summary>Its ARN or ID, a literal or a token.</summary>
    public string EndpointId { get; }

    /// <summary>Its share among the endpoints of its Region, 0 to 255. Default: 128.</summary>
    public int Weight { get; init; } = 128;

    /// <summary>
    /// Whether it sees the clients' own addresses; its security groups and subnets' network ACLs then let the clients in. What never
    /// or always does has no choice.
    /// </summary>
    public bool? PreservesClientAddress { get; init; }

    /// <summary>
    /// Where its network interfaces are in the templates: a tier, or what <c>construct.AsParty()</c> gives. The accelerator then promises that the
    /// internet reaches it at the listeners' ports at most, past the accelerator too. Default: not said, and nothing is promised.
    /// </summary>
    public Party? Party { get; init; }

    /// <summary>An Application Load Balancer, by ARN. It sees the clients' addresses unless told otherwise.</summary>
    public static AcceleratedEndpoint ApplicationLoadBalancer(string name, string arn) => new(name, arn, preservesClientAddress: true);

    /// <summary>A Network Load Balancer, by ARN. It sees the clients' addresses, and has security groups for that.</summary>
    public static AcceleratedEndpoint NetworkLoadBalancer(string name, string arn) => new(name, arn, preservesClientAddress: true);

    /// <summary>An instance, by ID. It always sees the clients' addresses.</summary>
    public static AcceleratedEndpoint Instance(string name, string instanceId) => new(name, instanceId, preservesClientAddress: null);

    /// <summary>An Elastic IP address, by allocation ID. It never sees the clients' addresses.</summary>
    public static AcceleratedEndpoint ElasticIp(string name, string allocationId) => new(name, allocationId, preservesClientAddress: null);
}

/// <summary>The endpoints of one Region.</summary>
/// <param name="Region">The Region, such as <c>eu-west-1</c>; part of logical IDs.</param>
/// <param name="Endpoints">The endpoints.</param>
public sealed record AcceleratedRegion(string Region, params IReadOnlyList<AcceleratedEndpoint> Endpoints)
{
    /// <summary>How much of the traffic that is routed here is let in, 0 to 100 percent; the rest goes to other Regions. Default: 100.</summary>
    public int TrafficDialPercentage { get; init; } = 100;

    /// <summary>How endpoints other than Application and Network Load Balancers are checked. Default: TCP.</summary>
    public AcceleratorHealthCheck HealthCheck { get; init; } = new();

    /// <summary>Ports at which endpoints listen instead of the listener's: listener's port, endpoint's port. Default: the same.</summary>
    public IReadOnlyDictionary<int, int> PortOverrides { get; init; } = System.Collections.Immutable.ImmutableDictionary<int, int>.Empty;
}

/// <summary>How instances and Elastic IP addresses are checked; load balancers have checks of their own.</summary>
public sealed record AcceleratorHealthCheck
{
    /// <summary>The path that is asked for over HTTP; <see langword="null"/> only connects. Default: none.</summary>
    public string? HttpPath { get; init; }

    /// <summary>The port. Default: the listener's first.</summary>
    public int? Port { get; init; }

    /// <summary>The time between checks: 10 or 30 seconds. Default: 30.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>After how many checks in a row an endpoint's health changes, 1 to 10. Default: 3.</summary>
    public int Threshold { get; init; } = 3;
}

/// <summary>Ports at which an accelerator listens.</summary>
/// <param name="Name">Its name: a letter, then letters, digits and hyphens; part of logical IDs.</param>
/// <param name="FromPort">The first port, 1 to 65535.</param>
/// <param name="ToPort">The last port.</param>
/// <param name="Regions">The Regions with endpoints, each once.</param>
public sealed record AcceleratorListener(string Name, int FromPort, int ToPort, params IReadOnlyList<AcceleratedRegion> Regions)
{
    /// <summary>Whether it is UDP. Default: TCP.</summary>
    public bool IsUdp { get; init; }

    /// <summary>Whether a client's connections all go to one endpoint. Default: no.</summary>
    public bool ClientAffinity { get; init; }
}
