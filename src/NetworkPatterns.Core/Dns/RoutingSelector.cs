using System.Collections.Immutable;

namespace NetworkPatterns.Core.Dns;

/// <summary>For which clients a member of a record group is meant; its kind is the group's routing policy.</summary>
public abstract record RoutingSelector
{
    private RoutingSelector()
    {
    }

    /// <summary>The policy that this belongs to.</summary>
    public abstract RoutingPolicy Policy { get; }

    /// <summary>Every client: the only member of a simple group.</summary>
    public sealed record Simple : RoutingSelector
    {
        /// <inheritdoc/>
        public override RoutingPolicy Policy => RoutingPolicy.Simple;
    }

    /// <summary>A share of all clients.</summary>
    /// <param name="Weight">0 to 255. 0 gets no traffic while a member with a weight is healthy; all 0 means equal shares.</param>
    public sealed record Weighted(int Weight) : RoutingSelector
    {
        /// <inheritdoc/>
        public override RoutingPolicy Policy => RoutingPolicy.Weighted;
    }

    /// <summary>Clients that reach this Region fastest.</summary>
    /// <param name="Region">The Region's code.</param>
    public sealed record Latency(string Region) : RoutingSelector
    {
        /// <inheritdoc/>
        public override RoutingPolicy Policy => RoutingPolicy.Latency;
    }

    /// <summary>Every client while healthy (primary), or while the primary is not (secondary).</summary>
    /// <param name="IsPrimary">Whether it is the primary.</param>
    public sealed record Failover(bool IsPrimary) : RoutingSelector
    {
        /// <inheritdoc/>
        public override RoutingPolicy Policy => RoutingPolicy.Failover;
    }

    /// <summary>Clients at a place.</summary>
    /// <param name="Location">The place.</param>
    public sealed record Geolocation(GeoLocation Location) : RoutingSelector
    {
        /// <inheritdoc/>
        public override RoutingPolicy Policy => RoutingPolicy.Geolocation;
    }

    /// <summary>Clients that are nearest, after the bias.</summary>
    /// <param name="Place">Where the resource is.</param>
    /// <param name="Bias">-99 to 99: above 0 draws clients from farther away, below 0 gives them up.</param>
    public sealed record Geoproximity(GeoproximityPlace Place, int Bias) : RoutingSelector
    {
        /// <inheritdoc/>
        public override RoutingPolicy Policy => RoutingPolicy.Geoproximity;
    }

    /// <summary>Every client, among up to seven others.</summary>
    public sealed record Multivalue : RoutingSelector
    {
        /// <inheritdoc/>
        public override RoutingPolicy Policy => RoutingPolicy.MultivalueAnswer;
    }

    /// <summary>Clients of some address ranges.</summary>
    /// <param name="CidrBlocks">The ranges; none at all for the default location.</param>
    public sealed record IpBased(ImmutableArray<string> CidrBlocks) : RoutingSelector
    {
        /// <inheritdoc/>
        public override RoutingPolicy Policy => RoutingPolicy.IpBased;

        /// <summary>Whether this takes the clients that no other member names.</summary>
        public bool IsDefault => CidrBlocks.IsEmpty;

        /// <inheritdoc/>
        public bool Equals(IpBased? other) => other is not null && CidrBlocks.SequenceEqual(other.CidrBlocks);

        /// <inheritdoc/>
        public override int GetHashCode() => CidrBlocks.Aggregate(0, HashCode.Combine);
    }
}
