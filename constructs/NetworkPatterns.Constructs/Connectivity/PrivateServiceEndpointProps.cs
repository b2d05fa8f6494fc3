using NetworkPatterns.Constructs.Vpc;

namespace NetworkPatterns.Constructs.Connectivity;

/// <summary>Which service a VPC consumes, and who in it.</summary>
public sealed class PrivateServiceEndpointProps
{
    /// <summary>The consumer's VPC.</summary>
    public required ThreeTierVpc Network { get; init; }

    /// <summary>The service's name: <see cref="PrivateService.ServiceName"/>, or a literal that the provider told.</summary>
    public required string ServiceName { get; init; }

    /// <summary>The service's Region, where that is another; the service then supports this one. Default: the stack's.</summary>
    public string? ServiceRegion { get; init; }

    /// <summary>The tier whose subnets hold the endpoint.</summary>
    public required string Tier { get; init; }

    /// <summary>The tiers whose members may use the endpoint. Their rules, or those of <see cref="Tier"/>, let them through its network ACL.</summary>
    public required IReadOnlyList<string> Clients { get; init; }

    /// <summary>The TCP ports of the service. Default: 443.</summary>
    public IReadOnlyList<int> Ports { get; init; } = [443];

    /// <summary>The zones that have an address of the endpoint: some of those of the provider's load balancer. Default: all of the tier.</summary>
    public IReadOnlyList<string>? Zones { get; init; }

    /// <summary>A name for the service that holds in this VPC only, such as <c>payments.internal.example.com</c>. Default: none but AWS's own.</summary>
    public string? PrivateName { get; init; }
}
