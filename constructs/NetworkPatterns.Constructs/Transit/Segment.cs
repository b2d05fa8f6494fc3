using System.Collections.Immutable;

namespace NetworkPatterns.Constructs.Transit;

/// <summary>A set of attachments that are treated alike: production, development, shared services, on-premises...</summary>
/// <param name="Name">
/// Its name: a letter, then letters, digits and hyphens; part of the logical ID of its route table. Renaming a segment
/// replaces the table.
/// </param>
public sealed record Segment(string Name)
{
    /// <summary>
    /// The ranges in which all VPCs of the segment in this Region lie: IPv4, parts of <see cref="TransitGatewayHubProps.PrivateRanges"/>, and IPv6,
    /// parts of <see cref="TransitGatewayHubProps.Ipv6Ranges"/>, such as those of IPAM pools. Needed where another Region's hub is to reach the
    /// segment: a peering has no propagation, and routes name these ranges. Default: not said.
    /// </summary>
    public ImmutableArray<string> AddressRanges { get; init; } = [];

    /// <summary>A segment of this name.</summary>
    public static implicit operator Segment(string name) => FromString(name);

    /// <summary>A segment of this name.</summary>
    public static Segment FromString(string name) => new(name);

    /// <inheritdoc/>
    public bool Equals(Segment? other) => other is not null && Name == other.Name && AddressRanges.SequenceEqual(other.AddressRanges);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, AddressRanges.Length);
}

/// <summary>Two segments whose attachments may talk, in both directions; a segment with itself lets its own attachments talk.</summary>
/// <remarks>
/// A Transit Gateway routes packets and knows no connections: an answer needs the way back. Which side may open a
/// connection is for security groups, network ACLs and firewalls.
/// </remarks>
/// <param name="One">A segment's name.</param>
/// <param name="Other">A segment's name.</param>
public sealed record SegmentPair(string One, string Other)
{
    /// <summary>The pair of two names.</summary>
    public static implicit operator SegmentPair((string One, string Other) pair) => FromValueTuple(pair);

    /// <summary>The pair of two names.</summary>
    public static SegmentPair FromValueTuple((string One, string Other) pair) => new(pair.One, pair.Other);
}
