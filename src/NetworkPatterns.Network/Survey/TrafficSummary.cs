using System.Collections.Immutable;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;

namespace NetworkPatterns.Network.Survey;

/// <summary>The kinds of traffic in some packets, without their addresses.</summary>
/// <param name="IsEverything">Whether it is all traffic: every port of TCP and UDP, ICMP echo, and other protocols.</param>
/// <param name="Tcp">Destination ports of TCP.</param>
/// <param name="Udp">Destination ports of UDP.</param>
/// <param name="HasIcmp">Whether there is ICMP or ICMPv6.</param>
/// <param name="Others">Other protocols, by number.</param>
public sealed record TrafficSummary(
    bool IsEverything, ImmutableArray<PortRange> Tcp, ImmutableArray<PortRange> Udp, bool HasIcmp, ImmutableArray<PortRange> Others)
{
    private const int IcmpNumber = 1;
    private const int TcpNumber = 6;
    private const int UdpNumber = 17;
    private const int IcmpV6Number = 58;
    private const int LastProtocol = 255;

    /// <summary>Sums packets up.</summary>
    public static TrafficSummary Of(IReadOnlyCollection<PacketRange> packets)
    {
        ArgumentNullException.ThrowIfNull(packets);
        var tcp = Ports(packets, TcpNumber);
        var udp = Ports(packets, UdpNumber);
        var hasIcmp = packets.Any(range => Has(range, IcmpNumber) || Has(range, IcmpV6Number));
        var others = Union(packets.SelectMany(range => range.Protocols).SelectMany(WithoutKnown));
        var isEverything = hasIcmp && IsAll(tcp) && IsAll(udp) && others is [{ First: 0 }, .., { Last: LastProtocol }];
        return new(isEverything, tcp, udp, hasIcmp, others);
    }

    private static ImmutableArray<PortRange> Ports(IEnumerable<PacketRange> packets, int protocol) => Union(packets
        .Where(range => Has(range, protocol))
        .SelectMany(range => range.DestinationPorts.IsEmpty ? [PortRange.All] : range.DestinationPorts));

    private static bool Has(PacketRange range, int protocol) => range.Protocols.Any(protocols => protocols.First <= protocol && protocol <= protocols.Last);

    private static bool IsAll(ImmutableArray<PortRange> ports) => ports is [{ First: 0, Last: 65535 }];

    private static IEnumerable<PortRange> WithoutKnown(PortRange protocols)
    {
        var next = protocols.First;
        foreach (var known in new[] { IcmpNumber, TcpNumber, UdpNumber, IcmpV6Number }.Where(number => number >= protocols.First && number <= protocols.Last))
        {
            if (known > next)
            {
                yield return new(next, known - 1);
            }

            next = known + 1;
        }

        if (next <= protocols.Last)
        {
            yield return new(next, protocols.Last);
        }
    }

    private static ImmutableArray<PortRange> Union(IEnumerable<PortRange> ranges)
    {
        var result = ImmutableArray.CreateBuilder<PortRange>();
        foreach (var range in ranges.OrderBy(range => range.First))
        {
            if (result.Count > 0 && range.First <= result[^1].Last + 1)
            {
                result[^1] = new(result[^1].First, Math.Max(result[^1].Last, range.Last));
            }
            else
            {
                result.Add(range);
            }
        }

        return result.ToImmutable();
    }
}
