using System.Collections.Immutable;
using NetworkPatterns.Cli.Commands;
using NetworkPatterns.Cli.Input;
using NetworkPatterns.Network.Reachability;
using Spectre.Console;

namespace NetworkPatterns.Cli.Rendering;

/// <summary>Answers as text, for people.</summary>
internal sealed class AnswerText
{
    private const int WidthWhenRedirected = 200;

    private readonly IAnsiConsole _console;

    public AnswerText(CommandOutput output)
    {
        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = output.IsRedirected ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = output.IsRedirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output.Out),
        });
        if (output.IsRedirected)
        {
            _console.Profile.Width = WidthWhenRedirected;
        }
    }

    /// <summary>Writes the verdict, then the path with its packets, or what blocks, or what is missing.</summary>
    public void Write(Question question, ReachabilityAnswer answer)
    {
        var (verdict, colour) = answer.Verdict switch
        {
            Verdict.Reachable => ("reachable", "green"),
            Verdict.NotReachable => ("not reachable", "red"),
            _ => ("unknown", "yellow"),
        };
        _console.MarkupLine($"[{colour} bold]{verdict}[/]  {Markup.Escape(Describe(question))}");
        if (answer.Example is { } example)
        {
            _console.MarkupLine($"[dim]for example[/] {Markup.Escape(Describe(example))}");
        }

        WriteTree("packets", answer.Packets.SelectMany(Describe));
        WriteTree("path", answer.Path.Select(Describe));
        WriteTree("way back", answer.ReturnPath.Select(Describe));
        WriteTree("what blocks, and what would open it", answer.Explanations.Select(explanation =>
            $"{explanation.Code}  {explanation.Component} ({explanation.Component.Type}): {explanation.Detail}"));
        WriteTree("what is missing", answer.Unknowns.Select(unknown => $"{unknown.Component.ToString()}: {unknown.Reason}"));
    }

    private void WriteTree(string title, IEnumerable<string> lines)
    {
        var tree = new Tree($"[bold]{Markup.Escape(title)}[/]") { Guide = TreeGuide.Line };
        foreach (var line in lines)
        {
            tree.AddNode(Markup.Escape(line));
        }

        if (tree.Nodes.Count > 0)
        {
            _console.Write(tree);
        }
    }

    private static string Describe(Hop hop) =>
        $"{hop.Component.ToString()} ({hop.Component.Type}){(hop.Detail.Length == 0 ? "" : $": {hop.Detail}")}";

    private static IEnumerable<string> Describe(PacketRange packets) => packets.Protocols.Select(protocols =>
    {
        var kind = PacketText.Ports(packets.DestinationPorts) ?? PacketText.Icmp(packets.Icmp);
        var sourcePorts = PacketText.Ports(packets.SourcePorts) is { } ports ? $" ports {ports}" : "";
        return $"{PacketText.Protocol(protocols)}{(kind is null ? "" : $" {kind}")}  {PacketText.Short(packets.Sources)}{sourcePorts} -> {PacketText.Short(packets.Destinations)}";
    });

    private static string Describe(Question question)
    {
        var ports = question.Ports is { } range ? $" {range}" : "";
        var version = question.IpVersion is { } ip ? $" over IPv{(int)ip}" : "";
        return $"{question.From} -> {question.To}  {question.Protocol.ToString().ToLowerInvariant()}{ports}{version}";
    }

    private static string Describe(Packet packet)
    {
        var (source, destination) = (packet.SourceName ?? packet.Source.ToString(), packet.DestinationName ?? packet.Destination.ToString());
        return packet.Protocol is 6 or 17
            ? $"{PacketText.Protocol(packet.Protocol)} {source} port {packet.SourcePort} -> {destination} port {packet.DestinationPort}"
            : $"{PacketText.Protocol(packet.Protocol)} {source} -> {destination}";
    }
}
