using NetworkPatterns.Core.Guarantees;

namespace NetworkPatterns.Network.Proving;

/// <summary>All traffic but some.</summary>
internal static class TrafficComplement
{
    private const int LastPort = 65535;

    /// <summary>TCP, UDP and ICMP that is none of this traffic; nothing where it is everything.</summary>
    public static IEnumerable<Traffic> Of(IReadOnlyCollection<Traffic> traffic)
    {
        if (traffic.Any(item => item.Protocol == TrafficProtocol.Any))
        {
            return [];
        }

        var icmp = traffic.Any(item => item.Protocol == TrafficProtocol.Icmp) ? [] : new[] { Traffic.Icmp };
        return [.. Ports(TrafficProtocol.Tcp, traffic), .. Ports(TrafficProtocol.Udp, traffic), .. icmp];
    }

    private static IEnumerable<Traffic> Ports(TrafficProtocol protocol, IEnumerable<Traffic> traffic)
    {
        var next = 0;
        foreach (var item in traffic.Where(item => item.Protocol == protocol).OrderBy(item => item.FirstPort))
        {
            if (item.FirstPort > next)
            {
                yield return new(protocol, next, item.FirstPort - 1);
            }

            next = Math.Max(next, item.LastPort + 1);
        }

        if (next <= LastPort)
        {
            yield return new(protocol, next, LastPort);
        }
    }
}
