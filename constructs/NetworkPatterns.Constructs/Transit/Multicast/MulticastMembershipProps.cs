namespace NetworkPatterns.Constructs.Transit.Multicast;

/// <summary>Which subnets and interfaces of a VPC are in a multicast domain.</summary>
public sealed class MulticastMembershipProps
{
    /// <summary>The domain; in another stack it needs <see cref="MulticastDomainProps.ExportName"/>.</summary>
    public required MulticastDomain Domain { get; init; }

    /// <summary>The attached VPC, of the same stack and hub.</summary>
    public required TransitGatewaySpoke Spoke { get; init; }

    /// <summary>
    /// The tiers whose subnets are in the domain, those of the interfaces that send and receive; a subnet is in one domain only. Multicast does not
    /// follow routes, so they need not be routed. Which UDP goes in and out is said by the tiers' own rules, with the sender's range as the source and
    /// the group's address as the destination.
    /// </summary>
    public required IReadOnlyList<string> Tiers { get; init; }

    /// <summary>The groups with registered members and sources. In a domain with IGMP members join by themselves. Default: none.</summary>
    public IReadOnlyList<MulticastGroup> Groups { get; init; } = [];
}
