using System.Collections.Immutable;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Survey;

namespace NetworkPatterns.Cli.Rendering;

/// <summary>Kinds of traffic in a few characters: <c>tcp/8080</c>, <c>any</c>.</summary>
internal static class TrafficText
{
    public static string Of(TrafficSummary traffic)
    {
        if (traffic.IsEverything)
        {
            return "any";
        }

        var parts = new List<string>();
        if (!traffic.Tcp.IsEmpty && traffic.Tcp.SequenceEqual(traffic.Udp))
        {
            parts.Add($"tcp+udp{Ports(traffic.Tcp)}");
        }
        else
        {
            parts.AddRange(traffic.Tcp.IsEmpty ? [] : [$"tcp{Ports(traffic.Tcp)}"]);
            parts.AddRange(traffic.Udp.IsEmpty ? [] : [$"udp{Ports(traffic.Udp)}"]);
        }

        if (traffic.HasIcmp)
        {
            parts.Add("icmp");
        }

        if (!traffic.Others.IsEmpty)
        {
            parts.Add(traffic.Others.Length > 2 ? "other protocols" : $"ip/{string.Join(',', traffic.Others)}");
        }

        return string.Join(' ', parts);
    }

    private static string Ports(ImmutableArray<PortRange> ports) =>
        ports is [{ First: 0, Last: 65535 }] ? "" : $"/{string.Join(',', ports)}";
}
