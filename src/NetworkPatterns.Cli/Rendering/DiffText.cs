using NetworkPatterns.Cli.Commands;
using NetworkPatterns.Network.Comparing;
using NetworkPatterns.Network.Survey;
using Spectre.Console;

namespace NetworkPatterns.Cli.Rendering;

/// <summary>Changes of reachability as text, for people.</summary>
internal sealed class DiffText(CommandOutput output)
{
    private const int MostPackets = 4;

    private readonly IAnsiConsole _console = OutputConsole.Of(output);

    public void Write(EstateComparison comparison)
    {
        var names = DiffWords.Names(comparison);
        foreach (var change in comparison.Changes)
        {
            var colour = change.Kind switch
            {
                ChangeKind.Opened or ChangeKind.DecidedOpen => "red",
                ChangeKind.Closed or ChangeKind.DecidedClosed => "green",
                _ => "yellow",
            };
            var tree = new Tree($"[{colour} bold]{DiffWords.Of(change.Kind)}[/]  {Markup.Escape($"{names[change.From]} -> {names[change.To]}  {TrafficText.Of(TrafficSummary.Of(change.Packets))}")}")
            {
                Guide = TreeGuide.Line,
            };
            foreach (var line in Lines(change))
            {
                tree.AddNode(Markup.Escape(line));
            }

            _console.Write(tree);
        }

        foreach (var (word, parties) in new[] { ("new", comparison.Added), ("gone", comparison.Removed) }.Where(each => !each.Item2.IsEmpty))
        {
            _console.MarkupLine($"[dim]{word}:[/] {Markup.Escape(string.Join(", ", parties.Select(party => names[party])))}");
        }

        _console.WriteLine(DiffWords.Summary(comparison));
    }

    private static IEnumerable<string> Lines(ReachabilityChange change)
    {
        var packets = change.Packets.SelectMany(PacketText.Lines).ToList();
        return packets.Take(MostPackets)
            .Concat(packets.Count > MostPackets ? [$"and {packets.Count - MostPackets} more (all of them with --format json)"] : [])
            .Concat(DiffWords.Reasons(change));
    }
}
