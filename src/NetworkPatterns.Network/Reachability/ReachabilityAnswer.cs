using System.Collections.Immutable;
using System.Net;
using NetworkPatterns.Network.Model;

namespace NetworkPatterns.Network.Reachability;

/// <summary>The answer to a <see cref="ReachabilityQuery"/>.</summary>
public sealed record ReachabilityAnswer(Verdict Verdict)
{
    /// <summary>The exact packets that get there and whose answers get back, as the opening end sends them.</summary>
    public ImmutableArray<PacketRange> Packets { get; init; } = [];

    /// <summary>One of these packets.</summary>
    public Packet? Example { get; init; }

    /// <summary>The way the example takes, hop by hop.</summary>
    public ImmutableArray<Hop> Path { get; init; } = [];

    /// <summary>The way its answer takes.</summary>
    public ImmutableArray<Hop> ReturnPath { get; init; } = [];

    /// <summary>When not reachable: every setting that blocks, on the way that needs the fewest changes.</summary>
    public ImmutableArray<Explanation> Explanations { get; init; } = [];

    /// <summary>When unknown: what is missing.</summary>
    public ImmutableArray<UnknownValue> Unknowns { get; init; } = [];
}

/// <summary>The three answers.</summary>
public enum Verdict
{
    /// <summary>At least one packet gets there, and its answer back, whatever the unknowns are.</summary>
    Reachable,

    /// <summary>None does, whatever the unknowns are.</summary>
    NotReachable,

    /// <summary>It depends on what is not known.</summary>
    Unknown,
}

/// <summary>One component on a path.</summary>
public sealed record Hop(Component Component, string Detail = "");

/// <summary>A setting that blocks.</summary>
/// <param name="Code">AWS Reachability Analyzer's explanation code, or one of ours (<see cref="ExplanationCode"/>).</param>
/// <param name="Component">Whose setting it is.</param>
/// <param name="Detail">What to change.</param>
public sealed record Explanation(string Code, Component Component, string Detail);

/// <summary>One packet, as the opening end sends it.</summary>
/// <param name="SourcePort">0 for protocols without ports.</param>
/// <param name="DestinationPort">0 for protocols without ports.</param>
/// <param name="IcmpType">Null unless ICMP or ICMPv6.</param>
/// <param name="IcmpCode">Null unless ICMP or ICMPv6.</param>
public sealed record Packet(
    IPAddress Source,
    IPAddress Destination,
    int Protocol,
    int SourcePort = 0,
    int DestinationPort = 0,
    int? IcmpType = null,
    int? IcmpCode = null)
{
    /// <summary>What the source is, where AWS picks the address (<see cref="Source"/> is 0.0.0.0 then); null for a real one.</summary>
    public string? SourceName { get; init; }

    /// <summary>What the destination is, where AWS picks the address (<see cref="Destination"/> is 0.0.0.0 then); null for a real one.</summary>
    public string? DestinationName { get; init; }
}

/// <summary>Addresses from first to last, of one IP version.</summary>
public sealed record AddressRange(IPAddress First, IPAddress Last)
{
    /// <summary>The name of a set of addresses that the model cannot list (an AWS-managed prefix list); null for real addresses.</summary>
    public string? Symbol { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Symbol ?? (First.Equals(Last) ? $"{First}" : $"{First}-{Last}");
}

/// <summary>Packets: every combination of the values below.</summary>
/// <param name="Protocols">Protocol numbers from first to last.</param>
/// <param name="SourcePorts">Empty for protocols without ports.</param>
/// <param name="DestinationPorts">Empty for protocols without ports.</param>
/// <param name="Icmp">Type and code; empty unless ICMP or ICMPv6.</param>
public sealed record PacketRange(
    ImmutableArray<AddressRange> Sources,
    ImmutableArray<AddressRange> Destinations,
    ImmutableArray<PortRange> Protocols,
    ImmutableArray<PortRange> SourcePorts,
    ImmutableArray<PortRange> DestinationPorts,
    ImmutableArray<(int Type, int Code)> Icmp);
