using System.Globalization;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>Connections that a tier accepts or opens. Everything else is refused.</summary>
/// <remarks>
/// A rule is stated once. Both halves of the security-group rule, the network ACL entries of both sides, those of the
/// answers, and those of a NAT gateway on the way follow from it.
/// <para>Source: https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html</para>
/// </remarks>
/// <param name="Protocol">TCP or UDP.</param>
/// <param name="FromPort">The first destination port, 0 to 65535.</param>
/// <param name="ToPort">The last destination port, not below the first.</param>
/// <param name="Peer">Who opens the connection in an ingress rule; who accepts it in an egress rule.</param>
public sealed record TrafficRule(TrafficProtocol Protocol, int FromPort, int ToPort, TrafficPeer Peer)
{
    /// <summary>TCP to one port.</summary>
    public static TrafficRule Tcp(int port, TrafficPeer peer) => new(TrafficProtocol.Tcp, port, port, peer);

    /// <summary>TCP to a range of ports, both ends included.</summary>
    public static TrafficRule Tcp(int fromPort, int toPort, TrafficPeer peer) => new(TrafficProtocol.Tcp, fromPort, toPort, peer);

    /// <summary>UDP to one port.</summary>
    public static TrafficRule Udp(int port, TrafficPeer peer) => new(TrafficProtocol.Udp, port, port, peer);

    /// <summary>UDP to a range of ports, both ends included.</summary>
    public static TrafficRule Udp(int fromPort, int toPort, TrafficPeer peer) => new(TrafficProtocol.Udp, fromPort, toPort, peer);

    /// <summary>The protocol as security groups spell it: <c>tcp</c> or <c>udp</c>.</summary>
    internal string ProtocolName => Protocol == TrafficProtocol.Tcp ? "tcp" : "udp";

    /// <summary>The ports in words: <c>443</c> or <c>8000-8080</c>.</summary>
    internal string Ports => FromPort == ToPort
        ? FromPort.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{FromPort}-{ToPort}");

    /// <summary>The rule in words, such as <c>tcp 443</c>.</summary>
    internal string Description => $"{ProtocolName} {Ports}";
}
