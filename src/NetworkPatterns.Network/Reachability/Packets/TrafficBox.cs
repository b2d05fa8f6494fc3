using NetworkPatterns.Network.Model;

namespace NetworkPatterns.Network.Reachability.Packets;

/// <summary>What a rule's traffic means as packets; what is unknown in it widens the box and is named.</summary>
internal static class TrafficBox
{
    public static (Box Box, UnknownValue? Unknown) Of(Traffic traffic)
    {
        if (!traffic.Protocol.IsKnown)
        {
            return (Box.Everything, traffic.Protocol.Unknown);
        }

        var protocol = traffic.Protocol.Value;
        if (protocol is < 0 or > 255)
        {
            return (Box.Everything, null);
        }

        var box = Box.Everything with { Protocols = ProtocolSet.Of((byte)protocol) };
        switch ((byte)protocol)
        {
            case Box.Tcp or Box.Udp:
                return traffic.Ports.IsKnown
                    ? (box with { DestinationPorts = Ports(traffic.Ports.Value) }, null)
                    : (box, traffic.Ports.Unknown);

            case Box.Icmp or Box.IcmpV6:
                return traffic.IcmpType.Unknown is { } type ? (box, type)
                    : traffic.IcmpType.Value < 0 ? (box, null)
                    : traffic.IcmpCode.Unknown is { } code ? (box with { DestinationPorts = Icmp(traffic.IcmpType.Value, Traffic.Any) }, code)
                    : (box with { DestinationPorts = Icmp(traffic.IcmpType.Value, traffic.IcmpCode.Value) }, null);

            default:
                return (box, null);
        }
    }

    public static PortSet Ports(PortRange range) =>
        range.First > range.Last || range.First > 65535 || range.Last < 0
            ? PortSet.Empty
            : PortSet.Of((ushort)Math.Max(0, range.First), (ushort)Math.Min(65535, range.Last));

    private static PortSet Icmp(int type, int code) =>
        type > 255 || code > 255 ? PortSet.Empty
        : code < 0 ? PortSet.Of((ushort)(type << 8), (ushort)((type << 8) | 255))
        : PortSet.Of((ushort)((type << 8) | code));
}
