using System.Collections.Immutable;
using System.Net;

namespace NetworkPatterns.Core.Dns;

/// <summary>Who asks, as Route 53 sees it: the resolver, or the client's subnet where the resolver passes it on (EDNS Client Subnet).</summary>
public sealed record DnsClient
{
    /// <summary>Round-trip times to Regions, in milliseconds. A Region that is not listed counts as farther than all that are.</summary>
    public ImmutableDictionary<string, double> LatencyMilliseconds { get; init; } = ImmutableDictionary<string, double>.Empty;

    /// <summary>The country in ISO 3166-1 alpha-2; <see langword="null"/> for an address that Route 53 has no place for.</summary>
    public string? Country { get; init; }

    /// <summary>The US state, of two letters; <see langword="null"/> outside the United States, or where it is not known.</summary>
    public string? State { get; init; }

    /// <summary>Where the client is, for geoproximity.</summary>
    public Coordinates? Coordinates { get; init; }

    /// <summary>Where Regions and Local Zone groups are, for geoproximity: AWS does not publish coordinates, so the asker brings them.</summary>
    public ImmutableDictionary<string, Coordinates> Places { get; init; } = ImmutableDictionary<string, Coordinates>.Empty;

    /// <summary>The address, for IP-based routing.</summary>
    public IPAddress? Address { get; init; }

    /// <summary>The random draw of weighted and multivalue answers: 0 up to, not including, 1. The same draw gives the same answer.</summary>
    public double Draw { get; init; }
}
