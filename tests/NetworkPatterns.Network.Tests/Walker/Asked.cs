using NetworkPatterns.Network.Reachability;

namespace NetworkPatterns.Network.Tests.Walker;

/// <summary>Which packets a question is about.</summary>
internal static class Asked
{
    public static bool About(ReachabilityQuery query, Packet packet) =>
        // Two ends with one address: no network can have that.
        !packet.Source.Equals(packet.Destination)
        && (query.IpVersion is not { } version || (version == IpVersion.V6) == Estate.IsIPv6(packet.Source))
        && query.Protocol switch
        {
            QueryProtocol.Tcp => packet.Protocol == 6,
            QueryProtocol.Udp => packet.Protocol == 17,
            QueryProtocol.Icmp => packet.Protocol is 1 or 58,
            _ => true,
        }
        && (query.Ports is not { } ports || (ports.First <= packet.DestinationPort && packet.DestinationPort <= ports.Last));
}
