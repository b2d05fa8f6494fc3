using System.Globalization;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;

namespace NetworkPatterns.Cli.Rendering;

/// <summary>Protocols, ports and addresses in words.</summary>
internal static class PacketText
{
    private const int MostRanges = 3;

    public static string Protocol(PortRange protocols) => (protocols.First, protocols.Last) switch
    {
        (0, >= 255) => "any",
        (1, 1) => "icmp",
        (6, 6) => "tcp",
        (17, 17) => "udp",
        (58, 58) => "icmpv6",
        _ => protocols.ToString(),
    };

    public static string Protocol(int number) => Protocol(new PortRange(number, number));

    public static string? Ports(IReadOnlyCollection<PortRange> ports) => ports.Count == 0 ? null : string.Join(", ", ports);

    public static string Addresses(IReadOnlyCollection<AddressRange> ranges) => string.Join(", ", ranges);

    /// <summary>The first few ranges, and how many more there are.</summary>
    public static string Short(IReadOnlyCollection<AddressRange> ranges) => ranges.Count <= MostRanges
        ? Addresses(ranges)
        : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", ranges.Take(MostRanges))} and {ranges.Count - MostRanges} ranges more");

    public static string? Icmp(IReadOnlyCollection<(int Type, int Code)> icmp) =>
        icmp.Count == 0 ? null : string.Join(", ", icmp.Select(kind => Icmp(kind.Type, kind.Code)));

    public static string Icmp(int type, int code) => $"type {Number(type)} code {Number(code)}";

    private static string Number(int number) => number < 0 ? "any" : number.ToString(CultureInfo.InvariantCulture);
}
