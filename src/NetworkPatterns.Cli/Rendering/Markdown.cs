namespace NetworkPatterns.Cli.Rendering;

/// <summary>Tables of Markdown.</summary>
internal static class Markdown
{
    public static void WriteTable(TextWriter output, IReadOnlyCollection<string> head, IEnumerable<IReadOnlyCollection<string>> rows)
    {
        output.WriteLine(Row(head));
        output.WriteLine(Row([.. head.Select(_ => "---")]));
        foreach (var row in rows)
        {
            output.WriteLine(Row(row));
        }
    }

    /// <summary>Text that Markdown leaves as it is.</summary>
    public static string Escape(string text) => string.Concat(text.Select(letter => letter switch
    {
        '|' or '`' or '*' or '_' or '<' or '>' or '[' or ']' or '\\' => $"\\{letter}",
        '\n' or '\r' => " ",
        _ => letter.ToString(),
    }));

    private static string Row(IReadOnlyCollection<string> cells) => $"| {string.Join(" | ", cells)} |";
}
