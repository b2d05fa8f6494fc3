namespace NetworkPatterns.Constructs.Transit;

/// <summary>The hub of another Region, peered in documented phases, because each needs an ID that only a deployment makes.</summary>
/// <remarks>
/// Phase 1: both hubs are deployed. Phase 2: the hub with the lower ASN is given the other's <see cref="TransitGatewayId"/> and asks for the
/// peering; its output <c>NextStep</c> has the command that accepts it, which CloudFormation has no resource for. Phase 3: both hubs
/// are given the <see cref="AttachmentId"/>, and static routes follow on both sides. Each phase is a state that can stay.
/// <para>Both hubs need the same segments and pairs, and <see cref="Segment.AddressRanges"/> for the segments that talk over
/// Regions.</para>
/// <para>Source: https://docs.aws.amazon.com/vpc/latest/tgw/tgw-peering.html</para>
/// </remarks>
/// <param name="Name">Its name: a letter, then letters, digits and hyphens; part of logical IDs.</param>
/// <param name="Region">Its Region, such as <c>us-east-1</c>.</param>
/// <param name="AmazonSideAsn">Its ASN, different from this hub's.</param>
/// <param name="Segments">Its segments, each with its ranges there.</param>
public sealed record HubPeer(string Name, string Region, long AmazonSideAsn, IReadOnlyList<Segment> Segments)
{
    /// <summary>Its ID, from its own deployment; the hub with the lower ASN needs it. Default: not known yet.</summary>
    public string? TransitGatewayId { get; init; }

    /// <summary>Its account. Default: this one.</summary>
    public string? AccountId { get; init; }

    /// <summary>The ID of the peering attachment once it is accepted; the same on both sides. Default: not accepted yet.</summary>
    public string? AttachmentId { get; init; }
}
