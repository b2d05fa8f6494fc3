using System.Collections.Immutable;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Network.Model;

namespace NetworkPatterns.Network.Reachability;

/// <summary>A question: can <paramref name="From"/> open a conversation with <paramref name="To"/>?</summary>
/// <param name="From">Who opens it.</param>
/// <param name="To">Who answers.</param>
/// <param name="Protocol">The traffic.</param>
/// <param name="Ports">Destination ports, for TCP and UDP; null for any.</param>
/// <param name="IpVersion">One IP version; null for either.</param>
public sealed record ReachabilityQuery(
    EndpointSelector From,
    EndpointSelector To,
    QueryProtocol Protocol = QueryProtocol.Any,
    PortRange? Ports = null,
    IpVersion? IpVersion = null);

/// <summary>The traffic a question is about.</summary>
public enum QueryProtocol
{
    /// <summary>Any traffic at all.</summary>
    Any,

    /// <summary>TCP, from an ephemeral port.</summary>
    Tcp,

    /// <summary>UDP, from an ephemeral port.</summary>
    Udp,

    /// <summary>ICMP or ICMPv6 echo, answered by echo reply.</summary>
    Icmp,
}

/// <summary>The IP version a question is about.</summary>
public enum IpVersion
{
    /// <summary>IPv4.</summary>
    V4 = 4,

    /// <summary>IPv6.</summary>
    V6 = 6,
}

/// <summary>One end of a question.</summary>
public abstract record EndpointSelector
{
    private EndpointSelector()
    {
    }

    /// <summary>Some of these interfaces; one that works is enough.</summary>
    public static EndpointSelector Of(params ImmutableArray<ComponentId> interfaces) => new Interfaces(interfaces);

    /// <summary>An ordinary public address, over an internet gateway or an egress-only one.</summary>
    public static EndpointSelector TheInternet { get; } = new Internet();

    /// <summary>Some of these interfaces, by their own names.</summary>
    public sealed record Interfaces(ImmutableArray<ComponentId> Ids) : EndpointSelector
    {
        /// <inheritdoc/>
        public bool Equals(Interfaces? other) => other is not null && Ids.SequenceEqual(other.Ids);

        /// <inheritdoc/>
        public override int GetHashCode() => Ids.Length == 0 ? 0 : HashCode.Combine(Ids.Length, Ids[0]);
    }

    /// <summary>An ordinary public address.</summary>
    public sealed record Internet : EndpointSelector;

    /// <summary>An address outside the VPCs: on premises, behind a VPN, or a part of the internet.</summary>
    public sealed record Outside(Cidr Cidr) : EndpointSelector;

    /// <summary>
    /// Something without interfaces of its own: a gateway endpoint's service, a VPC Lattice service (as the answering
    /// end), a VPC link of version 1 (as the opening end).
    /// </summary>
    public sealed record Service(ComponentId Id) : EndpointSelector;
}
