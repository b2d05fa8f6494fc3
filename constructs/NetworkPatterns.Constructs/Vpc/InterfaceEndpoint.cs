namespace NetworkPatterns.Constructs.Vpc;

/// <summary>An interface endpoint: a service with an address in the VPC.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html</remarks>
public sealed record InterfaceEndpoint
{
    private InterfaceEndpoint(string name, string? serviceName)
    {
        Name = name;
        ServiceName = serviceName;
    }

    /// <summary>The service's name as in the table, or the endpoint's own name.</summary>
    public string Name { get; }

    /// <summary>The full name of a service that is not in the table; <see langword="null"/> for one that is.</summary>
    public string? ServiceName { get; }

    /// <summary>Whether the service's usual name leads to the endpoint, inside the VPC. Default: yes.</summary>
    public bool PrivateDns { get; init; } = true;

    /// <summary>What it lets through. Default: <see cref="ThreeTierVpcProps.EndpointPolicy"/>.</summary>
    public EndpointPolicy? Policy { get; init; }

    /// <summary>
    /// Whether the service takes an endpoint policy in this Region, as <c>aws ec2 describe-vpc-endpoint-services</c> says.
    /// Default: as in the table; no for a service that is not in it.
    /// </summary>
    public bool? TakesPolicy { get; init; }

    /// <summary>The zones that have an address of it, for services that are not in every zone. Default: all Availability Zones of the VPC.</summary>
    public IReadOnlyList<string>? Zones { get; init; }

    /// <summary>A service of AWS by the last part of its name, such as <c>ecr.api</c> or <c>secretsmanager</c>.</summary>
    public static InterfaceEndpoint Of(string service) => new(service, null);

    /// <summary>A service by its full name: a partner's, your own, or one that the table does not have.</summary>
    /// <param name="name">What logical IDs call the endpoint: a letter, then letters, digits, dots and hyphens.</param>
    /// <param name="serviceName">The service's name, such as <c>com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0</c>; a literal or a token.</param>
    public static InterfaceEndpoint OfService(string name, string serviceName) => new(name, serviceName) { PrivateDns = false };

    /// <summary>A service of AWS by the last part of its name.</summary>
    public static implicit operator InterfaceEndpoint(string service) => FromString(service);

    /// <summary>A service of AWS by the last part of its name.</summary>
    public static InterfaceEndpoint FromString(string service) => Of(service);
}
