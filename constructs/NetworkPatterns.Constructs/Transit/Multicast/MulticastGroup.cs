using System.Collections.Immutable;

namespace NetworkPatterns.Constructs.Transit.Multicast;

/// <summary>A multicast group, and the interfaces of one VPC that are registered with it.</summary>
/// <param name="Name">Its name: a letter, then letters, digits and hyphens; part of logical IDs.</param>
/// <param name="Address">Its IPv4 address of 224.0.0.0/4, but none of 224.0.0.0/24, which no router passes on; or an IPv6 address of ff00::/8.</param>
public sealed record MulticastGroup(string Name, string Address)
{
    /// <summary>Interfaces that receive: IDs (<c>eni-</c>...), literals or tokens, by a name that logical IDs take. Default: none.</summary>
    public IReadOnlyDictionary<string, string> Members { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Interfaces that send, in a domain with <see cref="MulticastMode.StaticSources"/>: IDs by name. Default: none.</summary>
    public IReadOnlyDictionary<string, string> Sources { get; init; } = ImmutableDictionary<string, string>.Empty;
}
