using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace NetworkPatterns.TemplateRules.Snapshots;

/// <summary>The lines that differ, each with two lines of what is around it.</summary>
public static class TextDiff
{
    private const int Context = 2;

    /// <summary>The difference of two texts: <c>-</c> for what was approved, <c>+</c> for what was received.</summary>
    public static string Of(string approved, string received)
    {
        var lines = new InlineDiffBuilder(new Differ()).BuildDiffModel(approved, received, ignoreWhitespace: false).Lines;
        var shown = Enumerable.Range(0, lines.Count)
            .Where(index => lines[index].Type != ChangeType.Unchanged)
            .SelectMany(index => Enumerable.Range(index - Context, (2 * Context) + 1))
            .Where(index => index >= 0 && index < lines.Count)
            .Distinct()
            .Order()
            .ToArray();
        return string.Join('\n', shown.Select((index, at) =>
            (at > 0 && shown[at - 1] != index - 1 ? "  ...\n" : "") + Line(lines[index])));
    }

    private static string Line(DiffPiece line) => line.Type switch
    {
        ChangeType.Inserted => "+ " + line.Text,
        ChangeType.Deleted => "- " + line.Text,
        _ => "  " + line.Text,
    };
}
