using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Constructs.Transit.OnPremises;

/// <summary>Which appliances are connected to a hub, over what, and in which segment.</summary>
public sealed class TransitGatewayConnectProps
{
    /// <summary>The hub, of this account and Region, with <see cref="TransitGatewayHubProps.TransitGatewayCidrBlocks"/>.</summary>
    public required ITransitGatewayHub Hub { get; init; }

    /// <summary>The segment of what is behind the appliances. The attachment that carries the tunnels may be in another one.</summary>
    public required string Segment { get; init; }

    /// <summary>
    /// The attached VPC in which the appliances are, of the same stack; the tier that they are in is one of
    /// <see cref="TransitGatewaySpokeProps.ConnectTiers"/>. Give this, <see cref="DirectConnect"/> or <see cref="TransportAttachmentId"/>.
    /// Default: none.
    /// </summary>
    public TransitGatewaySpoke? Transport { get; init; }

    /// <summary>
    /// The Direct Connect that leads to the appliances. The Connect attachment is made in the phase in which
    /// <see cref="DirectConnectHubProps.AttachmentId"/> is known. Default: none.
    /// </summary>
    public DirectConnectHub? DirectConnect { get; init; }

    /// <summary>The ID of the VPC or Direct Connect attachment that carries the tunnels, a literal or token, where another construct made it. Default: none.</summary>
    public string? TransportAttachmentId { get; init; }

    /// <summary>The tunnels: 1 to 4, the quota "Connect peers (GRE tunnels) per Connect attachment", which AWS does not raise.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-quotas.html</remarks>
    public required IReadOnlyList<ConnectPeer> Peers { get; init; }

    /// <summary>
    /// The ranges behind the appliances, IPv4 or IPv6. They go into the address book, and where the segment's traffic is inspected the way to
    /// them through the inspection needs them. What the gateway routes to the appliances it learns from BGP. Default: none.
    /// </summary>
    public IReadOnlyList<string> Ranges { get; init; } = [];

    /// <summary>The app's address book: gets the ranges and the tunnels' inside addresses. Default: none.</summary>
    public AddressBook? AddressBook { get; init; }
}
