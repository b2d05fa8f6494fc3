using System.Collections.Immutable;
using NetworkPatterns.Cli.Commands;
using NetworkPatterns.Cli.Input;
using NetworkPatterns.Network.Reachability;
using Spectre.Console;

namespace NetworkPatterns.Cli.Rendering;

/// <summary>Answers as text, for people.</summary>
internal sealed class AnswerText
{
    private readonly IAnsiConsole _console;

    public AnswerText(CommandOutput output) => _console = OutputConsole.Of(output);

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

        WriteTree("packets", answer.Packets.SelectMany(PacketText.Lines));
        WriteTree("path", answer.Path.Select(PacketText.Line));
        WriteTree("way back", answer.ReturnPath.Select(PacketText.Line));
        WriteTree("what blocks, and what would open it", answer.Explanations.Select(Describe));
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

    private static string Describe(Explanation explanation)
    {
        var line = $"{explanation.Code}  {explanation.Component} ({explanation.Component.Type}): {explanation.Detail}";
        return Remedies.Find(explanation.Code) is { } remedy ? $"{line}\n{remedy}" : line;
    }

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
