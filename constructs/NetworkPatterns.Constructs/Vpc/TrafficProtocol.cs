namespace NetworkPatterns.Constructs.Vpc;

/// <summary>The transport protocol of a <see cref="TrafficRule"/>.</summary>
public enum TrafficProtocol
{
    /// <summary>TCP, protocol number 6.</summary>
    Tcp = 6,

    /// <summary>UDP, protocol number 17.</summary>
    Udp = 17,
}
