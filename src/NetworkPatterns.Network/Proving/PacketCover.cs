using NetworkPatterns.Core.Guarantees;
using NetworkPatterns.Network.Reachability;

namespace NetworkPatterns.Network.Proving;

/// <summary>Whether an answer's packets are all of some traffic, not only a part of it.</summary>
internal static class PacketCover
{
    /// <summary>Whether every port of the traffic is among the destination ports that get through.</summary>
    public static bool Covers(ReachabilityAnswer answer, Traffic traffic)
    {
        if (traffic.Protocol is not (TrafficProtocol.Tcp or TrafficProtocol.Udp))
        {
            return true;
        }

        var number = traffic.Protocol == TrafficProtocol.Tcp ? 6 : 17;
        var next = traffic.FirstPort;
        var ranges = answer.Packets
            .Where(packets => packets.Protocols.Any(protocols => protocols.First <= number && number <= protocols.Last))
            .SelectMany(packets => packets.DestinationPorts)
            .OrderBy(range => range.First);
        foreach (var range in ranges)
        {
            if (range.First > next)
            {
                return false;
            }

            next = Math.Max(next, range.Last + 1);
        }

        return next > traffic.LastPort;
    }
}
