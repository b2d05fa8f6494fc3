using NetworkPatterns.Network.Checking;

namespace NetworkPatterns.Cli.Rendering;

/// <summary>A check as Markdown, for a comment on a pull request: what does not hold, with its evidence folded away.</summary>
internal static class CheckMarkdown
{
    public static void Write(TextWriter output, CheckReport report)
    {
        output.WriteLine("## Network guarantees");
        output.WriteLine();
        output.WriteLine(CheckWords.Summary(report));
        var wrong = report.Guarantees.Where(item => item.Status != CheckStatus.Holds).ToList();
        if (wrong.Count > 0 || !report.NotModelled.IsEmpty)
        {
            output.WriteLine();
            Markdown.WriteTable(
                output,
                ["Status", "Guarantee", "Why"],
                wrong.Select(item => new[]
                    {
                        $"{CheckWords.Status(item)}{(CheckWords.Code(item) is { } code ? $" ({code.Code})" : "")}",
                        Markdown.Escape(CheckWords.Title(item)),
                        Markdown.Escape(CheckWords.Notes(item).Append(item.Result.Detail).First(text => text.Length > 0)),
                    })
                    .Concat(report.NotModelled.Select(problem => new[] { $"undecided ({problem.Code})", Markdown.Escape(problem.Where), Markdown.Escape(problem.What) })));
        }

        foreach (var item in wrong.Where(item => item.Result.Evidence is not null))
        {
            output.WriteLine();
            output.WriteLine($"<details><summary>{System.Net.WebUtility.HtmlEncode(CheckWords.Title(item))}</summary>");
            output.WriteLine();
            foreach (var line in EvidenceText.Lines(item.Result))
            {
                output.WriteLine($"- {Markdown.Escape(line)}");
            }

            output.WriteLine();
            output.WriteLine("</details>");
        }
    }
}
