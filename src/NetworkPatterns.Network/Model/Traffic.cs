namespace NetworkPatterns.Network.Model;

/// <summary>Ports from first to last, both included.</summary>
public readonly record struct PortRange(int First, int Last)
{
    /// <summary>0 to 65535.</summary>
    public static PortRange All => new(0, 65535);

    /// <inheritdoc/>
    public override string ToString() => First == Last ? $"{First}" : $"{First}-{Last}";
}

/// <summary>The traffic a rule is about: protocol, and ports or ICMP type and code.</summary>
/// <remarks>
/// Ports matter for TCP (6) and UDP (17) only, type and code for ICMP (1) and ICMPv6 (58) only; any other protocol
/// means all of its packets. Source: https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
/// </remarks>
public sealed record Traffic
{
    /// <summary>The protocol number that stands for every protocol.</summary>
    public const int AllProtocols = -1;

    /// <summary>Matches any ICMP type or code.</summary>
    public const int Any = -1;

    /// <summary>IANA protocol number, or <see cref="AllProtocols"/>.</summary>
    public Maybe<int> Protocol { get; init; } = AllProtocols;

    /// <summary>Destination ports, for TCP and UDP.</summary>
    public Maybe<PortRange> Ports { get; init; } = PortRange.All;

    /// <summary>ICMP type, or <see cref="Any"/>.</summary>
    public Maybe<int> IcmpType { get; init; } = Any;

    /// <summary>ICMP code, or <see cref="Any"/>; means nothing while the type is <see cref="Any"/>.</summary>
    public Maybe<int> IcmpCode { get; init; } = Any;

    /// <summary>All traffic.</summary>
    public static Traffic All { get; } = new();

    /// <summary>TCP to one port, or to a range.</summary>
    public static Traffic Tcp(int first, int? last = null) => new() { Protocol = 6, Ports = new PortRange(first, last ?? first) };

    /// <summary>UDP to one port, or to a range.</summary>
    public static Traffic Udp(int first, int? last = null) => new() { Protocol = 17, Ports = new PortRange(first, last ?? first) };

    /// <summary>ICMP of a type and code.</summary>
    public static Traffic Icmp(int type = Any, int code = Any) => new() { Protocol = 1, IcmpType = type, IcmpCode = code };

    /// <summary>ICMPv6 of a type and code.</summary>
    public static Traffic IcmpV6(int type = Any, int code = Any) => new() { Protocol = 58, IcmpType = type, IcmpCode = code };
}
