namespace NetworkPatterns.Constructs.Connectivity;

/// <summary>A service of AWS with an endpoint for many VPCs.</summary>
public sealed record CentralEndpoint
{
    private CentralEndpoint(string service) => Service = service;

    /// <summary>The last part of the service's name.</summary>
    public string Service { get; }

    /// <summary>
    /// The name by which programs call the service, such as <c>email.eu-west-1.amazonaws.com</c>. Default: that of the
    /// library's table, which follows the stack's Region.
    /// </summary>
    public string? ZoneName { get; init; }

    /// <summary>Whether programs call names below <see cref="ZoneName"/> as well. Default: what the table says.</summary>
    public bool? IsWildcard { get; init; }

    /// <summary>Whether the endpoint takes a policy. Default: what the table says.</summary>
    public bool? TakesPolicy { get; init; }

    /// <summary>The zones that have an address of it, for services that are not in every zone. Default: all of the tier.</summary>
    public IReadOnlyList<string>? Zones { get; init; }

    /// <summary>A service by the last part of its name, such as <c>ecr.api</c> or <c>secretsmanager</c>.</summary>
    public static CentralEndpoint Of(string service) => new(service);

    /// <summary>A service by the last part of its name.</summary>
    public static implicit operator CentralEndpoint(string service) => Of(service);

    /// <summary>A service by the last part of its name.</summary>
    public static CentralEndpoint FromString(string service) => Of(service);
}
