namespace NetworkPatterns.Constructs.Transit;

/// <summary>Which attachment is in which segment.</summary>
public sealed class SegmentAttachmentProps
{
    /// <summary>The hub, of this account and Region.</summary>
    public required ITransitGatewayHub Hub { get; init; }

    /// <summary>The segment. A later change moves the attachment in place.</summary>
    public required string Segment { get; init; }

    /// <summary>
    /// The attachment's ID (<c>tgw-attach-</c>...), a literal or token. What only deployment knows is a second phase: left out, nothing is
    /// made, and an output has the command that finds the ID. Default: not known yet.
    /// </summary>
    public string? AttachmentId { get; init; }

    /// <summary>What is attached, such as a VPC's ID or a VPN connection's ID, by which the command finds the attachment. Default: any.</summary>
    public string? ResourceId { get; init; }

    /// <summary>
    /// The ranges behind the attachment, IPv4 or IPv6: needed where the segment's traffic is inspected, because the way to them through the
    /// inspection is a static route. Default: none.
    /// </summary>
    public IReadOnlyList<string> AddressRanges { get; init; } = [];

    /// <summary>What the association and the VPN connection that it is of are called in metadata.</summary>
    internal string? OutsideName { get; init; }
}
