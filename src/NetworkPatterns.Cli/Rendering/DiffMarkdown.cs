using NetworkPatterns.Network.Comparing;
using NetworkPatterns.Network.Survey;

namespace NetworkPatterns.Cli.Rendering;

/// <summary>Changes of reachability as a Markdown table, for a comment on a pull request.</summary>
internal static class DiffMarkdown
{
    public static void Write(TextWriter output, EstateComparison comparison)
    {
        var names = DiffWords.Names(comparison);
        output.WriteLine("### Reachability");
        output.WriteLine();
        output.WriteLine(Markdown.Escape(DiffWords.Summary(comparison)));
        if (!comparison.Changes.IsEmpty)
        {
            output.WriteLine();
            Markdown.WriteTable(output, ["Change", "From", "To", "Traffic", "Addresses", "Why"], comparison.Changes.Select(change => (IReadOnlyCollection<string>)
            [
                change.Kind is ChangeKind.Opened ? "**opened**" : DiffWords.Of(change.Kind),
                Markdown.Escape(names[change.From]),
                Markdown.Escape(names[change.To]),
                Markdown.Escape(TrafficText.Of(TrafficSummary.Of(change.Packets))),
                string.Join("<br>", change.Packets.Select(packets => Markdown.Escape($"{PacketText.Short(packets.Sources)} -> {PacketText.Short(packets.Destinations)}")).Distinct(StringComparer.Ordinal)),
                string.Join("<br>", DiffWords.Reasons(change).Select(Markdown.Escape)),
            ]));
        }

        foreach (var (word, parties) in new[] { ("New", comparison.Added), ("Gone", comparison.Removed) }.Where(each => !each.Item2.IsEmpty))
        {
            output.WriteLine();
            output.WriteLine($"{word}: {string.Join(", ", parties.Select(party => Markdown.Escape(names[party])))}");
        }
    }
}
