using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;

namespace NetworkPatterns.Cli.Rendering;

/// <summary>Answers as JSON, for programs.</summary>
internal static class AnswerJson
{
    internal static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One answer.</summary>
    public static void Write(TextWriter output, ReachabilityAnswer answer) =>
        output.WriteLine(ToJson(answer).ToJsonString(Indented));

    /// <summary>A list of answers in the order of the questions; an entry with an error for one that could not be understood.</summary>
    public static void WriteAll(TextWriter output, IEnumerable<(ReachabilityAnswer? Answer, string? Error)> answers) =>
        output.WriteLine(new JsonArray([.. answers.Select(entry => entry.Answer is null
            ? new JsonObject { ["error"] = entry.Error }
            : ToJson(entry.Answer))]).ToJsonString(Indented));

    public static JsonObject ToJson(ReachabilityAnswer answer) => new()
    {
        ["reachable"] = answer.Verdict switch { Verdict.Reachable => true, Verdict.NotReachable => false, _ => null },
        ["packets"] = Packets(answer.Packets),
        ["example"] = answer.Example is null ? null : ToJson(answer.Example),
        ["path"] = Path(answer.Path),
        ["returnPath"] = Path(answer.ReturnPath),
        ["explanations"] = Explanations(answer.Explanations),
        ["unknowns"] = Unknowns(answer.Unknowns),
    };

    public static JsonArray Packets(IEnumerable<PacketRange> packets) => List(packets.SelectMany(ToJson));

    public static JsonArray Path(IEnumerable<Hop> path) => List(path.Select(ToJson));

    public static JsonArray Explanations(IEnumerable<Explanation> explanations) => List(explanations.Select(explanation => new JsonObject
    {
        ["code"] = explanation.Code,
        ["component"] = explanation.Component.ToString(),
        ["detail"] = explanation.Detail,
    }));

    public static JsonArray Unknowns(IEnumerable<UnknownValue> unknowns) => List(unknowns.Select(unknown => new JsonObject
    {
        ["component"] = unknown.Component.ToString(),
        ["reason"] = unknown.Reason,
    }));

    private static JsonObject ToJson(Hop hop) => new()
    {
        ["component"] = hop.Component.ToString(),
        ["type"] = hop.Component.Type,
        ["detail"] = hop.Detail,
    };

    private static IEnumerable<JsonObject> ToJson(PacketRange packets) => packets.Protocols.Select(protocols => Packet(
        PacketText.Addresses(packets.Sources),
        PacketText.Addresses(packets.Destinations),
        PacketText.Protocol(protocols),
        PacketText.Ports(packets.SourcePorts),
        PacketText.Ports(packets.DestinationPorts),
        PacketText.Icmp(packets.Icmp)));

    private static JsonObject ToJson(Packet packet) => Packet(
        packet.SourceName ?? packet.Source.ToString(),
        packet.DestinationName ?? packet.Destination.ToString(),
        PacketText.Protocol(packet.Protocol),
        HasPorts(packet.Protocol) ? packet.SourcePort.ToString(CultureInfo.InvariantCulture) : null,
        HasPorts(packet.Protocol) ? packet.DestinationPort.ToString(CultureInfo.InvariantCulture) : null,
        packet.IcmpType is { } type ? PacketText.Icmp(type, packet.IcmpCode ?? 0) : null);

    private static JsonObject Packet(string source, string destination, string protocol, string? sourcePorts, string? destinationPorts, string? icmp) => new()
    {
        ["source"] = source,
        ["destination"] = destination,
        ["protocol"] = protocol,
        ["sourcePorts"] = sourcePorts,
        ["destinationPorts"] = destinationPorts,
        ["icmp"] = icmp,
    };

    private static bool HasPorts(int protocol) => protocol is 6 or 17;

    private static JsonArray List(IEnumerable<JsonObject> items) => [.. items];
}
