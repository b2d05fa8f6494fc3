using System.Globalization;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>Connections that a tier accepts or opens. Everything else is refused.</summary>
/// <remarks>
/// A rule is stated once. Both halves of the security-group rule, the network ACL entries of both sides, those of the
/// answers, and those of a NAT gateway on the way follow from it.
/// <para>Source: https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html</para>
/// </remarks>
/// <param name="Protocol">TCP or UDP; ICMP only as <see cref="PathMtuDiscovery"/> makes it.</param>
/// <param name="FromPort">The first destination port, 0 to 65535; the type of ICMP.</param>
/// <param name="ToPort">The last destination port, not below the first; the code of ICMP.</param>
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

    /// <summary>
    /// The ICMP messages by which routers on the way say that a packet is too big: "fragmentation needed" in IPv4 (type
    /// 3, code 4), "packet too big" in IPv6 (type 2). They belong into <see cref="TierProps.Ingress"/>, open no connection,
    /// and come from any router on the way: the peer is as wide as what the tier talks to.
    /// </summary>
    /// <remarks>Source: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/network_mtu.html#path_mtu_discovery</remarks>
    public static TrafficRule PathMtuDiscovery(TrafficPeer peer) => new(TrafficProtocol.Icmp, FragmentationNeededType, FragmentationNeededCode, peer);

    private const int FragmentationNeededType = 3;
    private const int FragmentationNeededCode = 4;
    private const int PacketTooBigType = 2;

    /// <summary>Whether it is the message of path MTU discovery, the only one of ICMP that a rule can be about.</summary>
    internal bool IsPathMtuDiscovery => this is { Protocol: TrafficProtocol.Icmp, FromPort: FragmentationNeededType, ToPort: FragmentationNeededCode };

    /// <summary>Whether somebody opens a connection, which has answers.</summary>
    internal bool HasAnswers => Protocol != TrafficProtocol.Icmp;

    /// <summary>The protocol as words and security groups spell it.</summary>
    internal string ProtocolName => Protocol switch
    {
        TrafficProtocol.Tcp => "tcp",
        TrafficProtocol.Udp => "udp",
        _ => "icmp",
    };

    /// <summary>Type and code of ICMP in an address family.</summary>
    internal (int Type, int Code) IcmpIn(bool isIPv6) => isIPv6 ? (PacketTooBigType, 0) : (FromPort, ToPort);

    /// <summary>The ports in words: <c>443</c> or <c>8000-8080</c>.</summary>
    internal string Ports => FromPort == ToPort
        ? FromPort.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{FromPort}-{ToPort}");

    /// <summary>The rule in words, such as <c>tcp 443</c>.</summary>
    internal string Description => Protocol == TrafficProtocol.Icmp ? "path MTU discovery" : $"{ProtocolName} {Ports}";
}
