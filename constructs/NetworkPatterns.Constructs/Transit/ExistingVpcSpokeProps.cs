namespace NetworkPatterns.Constructs.Transit;

/// <summary>Which existing VPC is attached to which hub, and in which segment.</summary>
public sealed class ExistingVpcSpokeProps
{
    /// <summary>The hub: made in this app, exported by another one, or known by its ID.</summary>
    public required ITransitGatewayHub Hub { get; init; }

    /// <summary>The VPC: its subnets for the attachment, and its route tables that are to lead to the hub.</summary>
    public required ExistingVpc Vpc { get; init; }

    /// <summary>The segment that the VPC is in. A later change moves the attachment in place.</summary>
    public required string Segment { get; init; }

    /// <summary>
    /// Whether the route tables send everything else to the hub as well, IPv4: they have no default route of their own, and the segment is
    /// paired with the hub's egress. Default: no, only the hub's private ranges.
    /// </summary>
    public bool InternetThroughHub { get; init; }
}
