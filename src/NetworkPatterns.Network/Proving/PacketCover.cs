using NetworkPatterns.Core.Guarantees;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;
using Traffic = NetworkPatterns.Core.Guarantees.Traffic;

namespace NetworkPatterns.Network.Proving;

/// <summary>Whether an answer's packets are all of some traffic, not only a part of it.</summary>
internal static class PacketCover
{
    // What Linux picks for clients. A rule that lets answers back to fewer ports fails them now and then.
    // Source: https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html#nacl-ephemeral-ports
    private const int FirstEphemeralPort = 32768;
    private const int LastEphemeralPort = 60999;

    /// <summary>Whether every port of the traffic gets through, from every port that a client may pick.</summary>
    public static bool Covers(ReachabilityAnswer answer, Traffic traffic)
    {
        if (traffic.Protocol is not (TrafficProtocol.Tcp or TrafficProtocol.Udp))
        {
            return true;
        }

        var number = traffic.Protocol == TrafficProtocol.Tcp ? 6 : 17;
        var ports = answer.Packets
            .Where(packets => packets.Protocols.Any(protocols => protocols.First <= number && number <= protocols.Last))
            .Where(packets => Covers(packets.SourcePorts, FirstEphemeralPort, LastEphemeralPort))
            .SelectMany(packets => packets.DestinationPorts);
        return Covers(ports, traffic.FirstPort, traffic.LastPort);
    }

    private static bool Covers(IEnumerable<PortRange> ranges, int first, int last)
    {
        var next = first;
        foreach (var range in ranges.OrderBy(range => range.First))
        {
            if (range.First > next)
            {
                return false;
            }

            next = Math.Max(next, range.Last + 1);
        }

        return next > last;
    }
}
