namespace NetworkPatterns.Constructs.Transit.Multicast;

/// <summary>Which hub routes multicast, and how its members are known.</summary>
public sealed class MulticastDomainProps
{
    /// <summary>The hub, of this account and Region, with <see cref="TransitGatewayHubProps.Multicast"/>.</summary>
    public required ITransitGatewayHub Hub { get; init; }

    /// <summary>Who says which interfaces receive and send. Default: members are registered, and everybody in the domain may send.</summary>
    public MulticastMode Mode { get; init; } = MulticastMode.StaticMembers;

    /// <summary>
    /// Whether subnets that other accounts associate with the domain, where it is shared with them through AWS RAM, are accepted without being
    /// asked about. Default: no.
    /// </summary>
    public bool AutoAcceptSharedAssociations { get; init; }

    /// <summary>The name of an SSM parameter that tells other stacks of this account and Region the domain's ID. Default: none.</summary>
    public string? ExportName { get; init; }
}
