using NetworkPatterns.Network.Reachability.Packets;

namespace NetworkPatterns.Network.Reachability.Conversations;

/// <summary>The packets a question is about, as boxes of one protocol class and one IP version each, without addresses.</summary>
internal static class Questions
{
    public static IEnumerable<Box> Of(ReachabilityQuery query, bool isIPv6)
    {
        var family = isIPv6 ? AddressSpace.IPv6 : AddressSpace.IPv4;
        var version = isIPv6 ? IpVersion.V6 : IpVersion.V4;
        if (query.IpVersion is { } wanted && wanted != version)
        {
            yield break;
        }

        var ports = query.Ports is { } range ? TrafficBox.Ports(range) : PortSet.Full;
        var any = new Box(family, family, ProtocolSet.Full, PortSet.Full, PortSet.Full);
        var withPorts = any with { SourcePorts = Box.EphemeralPorts, DestinationPorts = ports };
        var tcp = ProtocolSet.Of(Box.Tcp);
        var udp = ProtocolSet.Of(Box.Udp);
        if (query.Protocol is QueryProtocol.Tcp or QueryProtocol.Udp)
        {
            yield return withPorts with { Protocols = query.Protocol == QueryProtocol.Tcp ? tcp : udp };
        }

        if (query.Protocol == QueryProtocol.Any)
        {
            yield return withPorts with { Protocols = tcp.Union(udp) };
        }

        // A port asked about leaves only protocols that have ports.
        if (query.Protocol == QueryProtocol.Icmp || (query.Protocol == QueryProtocol.Any && query.Ports is null))
        {
            yield return isIPv6
                ? any with { Protocols = ProtocolSet.Of(Box.IcmpV6), DestinationPorts = Box.EchoRequestV6 }
                : any with { Protocols = ProtocolSet.Of(Box.Icmp), DestinationPorts = Box.EchoRequest };
        }

        if (query.Protocol == QueryProtocol.Any && query.Ports is null)
        {
            var others = ProtocolSet.Full.Except(ProtocolSet.Of([(Box.Icmp, Box.Icmp), (Box.Tcp, Box.Tcp), (Box.Udp, Box.Udp), (Box.IcmpV6, Box.IcmpV6)]));
            yield return any with { Protocols = others };
        }
    }
}
