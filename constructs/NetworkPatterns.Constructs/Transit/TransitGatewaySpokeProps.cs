using NetworkPatterns.Constructs.Vpc;

namespace NetworkPatterns.Constructs.Transit;

/// <summary>Which VPC is attached to which hub, and in which segment.</summary>
public sealed class TransitGatewaySpokeProps
{
    /// <summary>The hub: made in this app, exported by another one, or known by its ID.</summary>
    public required ITransitGatewayHub Hub { get; init; }

    /// <summary>The VPC, of the same stack. A tier with <see cref="TierIntent.Transit"/> holds the attachment: a subnet in every zone.</summary>
    public required ThreeTierVpc Network { get; init; }

    /// <summary>The segment that the VPC is in. A later change moves the attachment in place.</summary>
    public required string Segment { get; init; }

    /// <summary>The tier for the attachment, in a VPC with several tiers of <see cref="TierIntent.Transit"/>. Default: the only one.</summary>
    public string? AttachmentTier { get; init; }

    /// <summary>
    /// The tiers whose route tables lead to the hub: a tier that is not among them is reached by nobody from outside the VPC,
    /// because its answers have no way back. Default: every tier with <see cref="TierIntent.Egress"/>.
    /// </summary>
    public IReadOnlyList<string>? RoutedTiers { get; init; }

    /// <summary>
    /// The routed tiers that hold appliances of a <see cref="OnPremises.TransitGatewayConnect"/>: their security group and network ACL let
    /// GRE through to and from the gateway's own ranges (<see cref="TransitGatewayHubProps.TransitGatewayCidrBlocks"/>). Default: none.
    /// </summary>
    /// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/tgw/tgw-connect.html</remarks>
    public IReadOnlyList<string> ConnectTiers { get; init; } = [];
}
