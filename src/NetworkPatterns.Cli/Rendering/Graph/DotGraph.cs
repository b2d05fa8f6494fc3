using NetworkPatterns.Network.Picture;

namespace NetworkPatterns.Cli.Rendering.Graph;

/// <summary>A picture for Graphviz.</summary>
internal static class DotGraph
{
    public static void Write(TextWriter output, NetworkPicture picture)
    {
        var ids = new GraphNumbers();
        output.WriteLine("digraph network {");
        output.WriteLine("  rankdir=LR; compound=true; fontname=\"sans-serif\"; node [fontname=\"sans-serif\", shape=box, style=rounded]; edge [fontname=\"sans-serif\", fontsize=10];");
        output.WriteLine($"  label=\"{Escape(GraphWords.Legend)}\"; labelloc=b;");
        if (picture.Vpcs.Any(vpc => vpc.HasInternet))
        {
            output.WriteLine($"  {ids["internet"]} [label=\"internet\", shape=ellipse];");
        }

        foreach (var hub in picture.Hubs)
        {
            output.WriteLine($"  {ids[hub.Id]} [label=\"{Escape(string.Join('\n', hub.Tables.Select(table => $"{table.Name}: {table.Attachments}").Prepend(hub.Id)))}\", shape=hexagon];");
        }

        foreach (var network in picture.OnPremises)
        {
            output.WriteLine($"  {ids[network.Id]} [label=\"{Escape($"{network.Id}\n{GraphWords.List(network.Ranges)}")}\", shape=house];");
        }

        foreach (var vpc in picture.Vpcs)
        {
            output.WriteLine($"  subgraph cluster_{ids[vpc.Id]} {{");
            output.WriteLine($"    label=\"{Escape($"{vpc.Id} {GraphWords.List(vpc.Ranges)}")}\";");

            // A line to a VPC ends at this point, cut off at the border of the cluster.
            output.WriteLine($"    {ids[vpc.Id]} [shape=point, style=invis];");
            foreach (var group in vpc.Groups)
            {
                output.WriteLine($"    {ids[$"{vpc.Id}/{group.Name}/{string.Join(',', group.Ranges)}"]} [label=\"{Escape($"{GraphWords.Of(group)}\n{GraphWords.List(group.Ranges)}")}\"];");
            }

            foreach (var gateway in vpc.Gateways)
            {
                output.WriteLine($"    {ids[$"{vpc.Id}#{gateway.Label}"]} [label=\"{Escape(GraphWords.Of(gateway))}\", style=filled];");
            }

            output.WriteLine("  }");
        }

        var vpcs = picture.Vpcs.Select(vpc => vpc.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var line in new GraphLines(picture).All.Where(line => ids.Has(line.From) && ids.Has(line.To)))
        {
            string[] attributes =
            [
                .. line.Label.Length == 0 ? [] : new[] { $"label=\"{Escape(line.Label)}\"" },
                .. line.IsDashed ? ["style=dashed", "dir=none"] : Array.Empty<string>(),
                .. vpcs.Contains(line.From) ? [$"ltail=cluster_{ids[line.From]}"] : Array.Empty<string>(),
                .. vpcs.Contains(line.To) ? [$"lhead=cluster_{ids[line.To]}"] : Array.Empty<string>(),
            ];
            output.WriteLine($"  {ids[line.From]} -> {ids[line.To]} [{string.Join(", ", attributes)}];");
        }

        output.WriteLine("}");
    }

    private static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);
}
