using System.Collections.Immutable;
using System.Globalization;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;
using AddressRange = NetworkPatterns.Network.Reachability.AddressRange;

namespace NetworkPatterns.Cli.Rendering;

/// <summary>Protocols, ports and addresses in words.</summary>
internal static class PacketText
{
    private const int MostRanges = 3;

    private static readonly ImmutableArray<string> PublicIPv4 = BetweenRanges(AddressRules.NotPublicIPv4);

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

    /// <summary>The first few ranges, and how many more there are; all public addresses by that name.</summary>
    public static string Short(IReadOnlyCollection<AddressRange> ranges)
    {
        var texts = ranges.Select(range => range.ToString()).ToList();
        if (texts.Take(PublicIPv4.Length).SequenceEqual(PublicIPv4, StringComparer.Ordinal))
        {
            texts = ["any public IPv4 address", .. texts.Skip(PublicIPv4.Length)];
        }

        return texts.Count <= MostRanges
            ? string.Join(", ", texts)
            : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", texts.Take(MostRanges))} and {texts.Count - MostRanges} ranges more");
    }

    public static string? Icmp(IReadOnlyCollection<(int Type, int Code)> icmp) =>
        icmp.Count == 0 ? null : string.Join(", ", icmp.Select(kind => Icmp(kind.Type, kind.Code)));

    public static string Icmp(int type, int code) => $"type {Number(type)} code {Number(code)}";

    private static string Number(int number) => number < 0 ? "any" : number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A line for each protocol.</summary>
    public static IEnumerable<string> Lines(PacketRange packets) => packets.Protocols.Select(protocols =>
    {
        var kind = Ports(packets.DestinationPorts) ?? Icmp(packets.Icmp);
        var sourcePorts = Ports(packets.SourcePorts) is { } ports ? $" ports {ports}" : "";
        return $"{Protocol(protocols)}{(kind is null ? "" : $" {kind}")}  {Short(packets.Sources)}{sourcePorts} -> {Short(packets.Destinations)}";
    });

    /// <summary>A component on a way, and what it does there.</summary>
    public static string Line(Hop hop) =>
        $"{hop.Component.ToString()} ({hop.Component.Type}){(hop.Detail.Length == 0 ? "" : $": {hop.Detail}")}";

    private static ImmutableArray<string> BetweenRanges(ImmutableArray<Cidr> ranges)
    {
        var texts = ImmutableArray.CreateBuilder<string>();
        var next = UInt128.Zero;
        foreach (var range in ranges.OrderBy(range => range.First))
        {
            if (range.First > next)
            {
                texts.Add(new AddressRange(Cidr.ToAddress(next, isIPv6: false), Cidr.ToAddress(range.First - 1, isIPv6: false)).ToString());
            }

            next = range.Last + 1;
        }

        return texts.ToImmutable();
    }
}
