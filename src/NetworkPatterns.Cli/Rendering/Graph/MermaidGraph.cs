using NetworkPatterns.Network.Picture;

namespace NetworkPatterns.Cli.Rendering.Graph;

/// <summary>A picture for Mermaid, which GitHub and others draw in Markdown.</summary>
internal static class MermaidGraph
{
    public static void Write(TextWriter output, NetworkPicture picture)
    {
        var ids = new GraphNumbers();
        output.WriteLine($"%% {GraphWords.Legend}");
        output.WriteLine("flowchart LR");
        if (picture.Vpcs.Any(vpc => vpc.HasInternet))
        {
            output.WriteLine($"  {ids["internet"]}((\"internet\"))");
        }

        foreach (var hub in picture.Hubs)
        {
            output.WriteLine($"  {ids[hub.Id]}{{{{\"{Escape(string.Join('\n', hub.Tables.Select(table => $"{table.Name}: {table.Attachments}").Prepend(hub.Id)))}\"}}}}");
        }

        foreach (var network in picture.OnPremises)
        {
            output.WriteLine($"  {ids[network.Id]}[/\"{Escape($"{network.Id}\n{GraphWords.List(network.Ranges)}")}\"/]");
        }

        foreach (var vpc in picture.Vpcs)
        {
            output.WriteLine($"  subgraph {ids[vpc.Id]}[\"{Escape($"{vpc.Id} {GraphWords.List(vpc.Ranges)}")}\"]");
            foreach (var group in vpc.Groups)
            {
                output.WriteLine($"    {ids[$"{vpc.Id}/{group.Name}/{string.Join(',', group.Ranges)}"]}[\"{Escape($"{GraphWords.Of(group)}\n{GraphWords.List(group.Ranges)}")}\"]");
            }

            foreach (var gateway in vpc.Gateways)
            {
                output.WriteLine($"    {ids[$"{vpc.Id}#{gateway.Label}"]}([\"{Escape(GraphWords.Of(gateway))}\"])");
            }

            output.WriteLine("  end");
        }

        foreach (var line in new GraphLines(picture).All.Where(line => ids.Has(line.From) && ids.Has(line.To)))
        {
            var label = line.Label.Length == 0 ? "" : $"|\"{Escape(line.Label)}\"|";
            output.WriteLine($"  {ids[line.From]} {(line.IsDashed ? "-.-" : "-->")}{label} {ids[line.To]}");
        }
    }

    private static string Escape(string text) => text
        .Replace("#", "#35;", StringComparison.Ordinal)
        .Replace("\"", "#quot;", StringComparison.Ordinal)
        .Replace("<", "#lt;", StringComparison.Ordinal)
        .Replace(">", "#gt;", StringComparison.Ordinal)
        .Replace("\n", "<br/>", StringComparison.Ordinal);
}
