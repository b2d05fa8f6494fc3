using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NetworkPatterns.Core.Guarantees;

/// <summary>The protocols that guarantees speak of.</summary>
public enum TrafficProtocol
{
    /// <summary>Every protocol.</summary>
    Any,

    /// <summary>TCP.</summary>
    Tcp,

    /// <summary>UDP.</summary>
    Udp,

    /// <summary>ICMP, and ICMPv6 for IPv6: echo and its reply.</summary>
    Icmp,
}

/// <summary>Conversations of one protocol to a range of destination ports.</summary>
/// <param name="Protocol">The protocol.</param>
/// <param name="FirstPort">The first destination port, 0 to 65535; 0 unless the protocol is TCP or UDP.</param>
/// <param name="LastPort">The last destination port; 65535 unless the protocol is TCP or UDP.</param>
public sealed record Traffic(TrafficProtocol Protocol, int FirstPort = 0, int LastPort = 65535)
{
    /// <summary>Every protocol and port.</summary>
    public static Traffic Any { get; } = new(TrafficProtocol.Any);

    /// <summary>Echo requests and their replies.</summary>
    public static Traffic Icmp { get; } = new(TrafficProtocol.Icmp);

    /// <summary>TCP to one port.</summary>
    public static Traffic Tcp(int port) => new(TrafficProtocol.Tcp, port, port);

    /// <summary>TCP to a range of ports.</summary>
    public static Traffic Tcp(int first, int last) => new(TrafficProtocol.Tcp, first, last);

    /// <summary>UDP to one port.</summary>
    public static Traffic Udp(int port) => new(TrafficProtocol.Udp, port, port);

    /// <summary>UDP to a range of ports.</summary>
    public static Traffic Udp(int first, int last) => new(TrafficProtocol.Udp, first, last);

    /// <summary><c>tcp 443</c>, <c>udp 1024-65535</c>, <c>icmp</c>, <c>any</c>.</summary>
    public override string ToString() => Ports is { } ports ? $"{Name(Protocol)} {ports}" : Name(Protocol);

    private string? Ports =>
        Protocol is not (TrafficProtocol.Tcp or TrafficProtocol.Udp) || (FirstPort == 0 && LastPort == 65535) ? null
        : FirstPort == LastPort ? FirstPort.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{FirstPort}-{LastPort}");

    internal JsonObject ToJson()
    {
        var json = new JsonObject { ["protocol"] = Name(Protocol) };
        if (Ports is { } ports)
        {
            json["ports"] = ports;
        }

        return json;
    }

    /// <summary>Reads what <see cref="ToString"/> writes: <c>tcp 443</c>, <c>udp 1024-65535</c>, <c>icmp</c>, <c>any</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="traffic">The traffic, if the text is some.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Traffic? traffic)
    {
        var parts = text?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        traffic = parts.Length is 1 or 2 ? Find(parts[0], parts.ElementAtOrDefault(1)) : null;
        return traffic is not null;
    }

    internal static bool TryRead(JsonElement json, [NotNullWhen(true)] out Traffic? traffic)
    {
        var ports = GuaranteeJson.Text(json, "ports");
        traffic = ports is null && GuaranteeJson.Find(json, "ports").ValueKind != JsonValueKind.Undefined
            ? null
            : Find(GuaranteeJson.Text(json, "protocol"), ports);
        return traffic is not null;
    }

    private static Traffic? Find(string? protocolName, string? portRange)
    {
        TrafficProtocol? protocol = protocolName switch
        {
            "any" => TrafficProtocol.Any,
            "tcp" => TrafficProtocol.Tcp,
            "udp" => TrafficProtocol.Udp,
            "icmp" => TrafficProtocol.Icmp,
            _ => null,
        };
        if (protocol is null || portRange is null)
        {
            return protocol is null ? null : new Traffic(protocol.Value);
        }

        var ports = portRange.Split('-');
        return protocol is TrafficProtocol.Tcp or TrafficProtocol.Udp
            && ports.Length is 1 or 2
            && TryPort(ports[0], out var first)
            && TryPort(ports[^1], out var last)
            && first <= last
            ? new Traffic(protocol.Value, first, last)
            : null;
    }

    private static bool TryPort(string text, out int port) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port <= 65535;

    private static string Name(TrafficProtocol protocol) => protocol switch
    {
        TrafficProtocol.Tcp => "tcp",
        TrafficProtocol.Udp => "udp",
        TrafficProtocol.Icmp => "icmp",
        _ => "any",
    };
}
