namespace NetworkPatterns.Constructs.Vpc;

/// <summary>The protocol of a <see cref="TrafficRule"/>.</summary>
public enum TrafficProtocol
{
    /// <summary>ICMP, protocol number 1; where the tier has IPv6 also ICMPv6, 58.</summary>
    Icmp = 1,

    /// <summary>TCP, protocol number 6.</summary>
    Tcp = 6,

    /// <summary>UDP, protocol number 17.</summary>
    Udp = 17,
}
