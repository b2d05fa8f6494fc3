using System.Globalization;
using System.Text.Json.Nodes;
using NetworkPatterns.Network.Reachability;
using NetworkPatterns.Network.Survey;

namespace NetworkPatterns.Cli.Rendering;

/// <summary>A matrix for other programs: Markdown, CSV, JSON.</summary>
internal static class MatrixTables
{
    // Wider tables are cut off or scrolled where Markdown is shown.
    private const int MostColumns = 14;

    public static void WriteMarkdown(TextWriter output, SurveyMatrix matrix)
    {
        var words = new MatrixWords(matrix);
        var isWide = words.Parties.Length > MostColumns;
        if (isWide && !words.HasLetters)
        {
            Markdown.WriteTable(output, ["From", "Traffic", "To"], words.Parties.SelectMany(from => words.Reached(from).Select(reached => (IReadOnlyCollection<string>)
                [Markdown.Escape(words.Name(from)), Markdown.Escape(reached.Traffic), Markdown.Escape(string.Join(", ", reached.To))])));
            return;
        }

        Markdown.WriteTable(
            output,
            ["From \\ To", .. words.Parties.Select((to, place) => isWide ? Number(place) : Markdown.Escape(words.Name(to)))],
            words.Parties.Select((from, place) => (IReadOnlyCollection<string>)
            [
                $"{(isWide ? $"{Number(place)} " : "")}{Markdown.Escape(words.Name(from))}",
                .. words.Parties.Select(to => isWide ? words.Letter(from, to) : Markdown.Escape(words.Cell(from, to))),
            ]));
        output.WriteLine();
        foreach (var (text, letter) in isWide ? words.Letters.OrderBy(pair => pair.Value) : Enumerable.Empty<KeyValuePair<string, char>>())
        {
            output.WriteLine($"- `{letter}` {Markdown.Escape(text)}");
        }

        output.WriteLine(isWide ? MatrixWords.Legend.Replace("- nothing", ". nothing", StringComparison.Ordinal) : MatrixWords.Legend);
    }

    public static void WriteCsv(TextWriter output, SurveyMatrix matrix)
    {
        var words = new MatrixWords(matrix);
        output.WriteLine(string.Join(',', words.Parties.Select(Quote).Prepend("from")));
        foreach (var from in words.Parties)
        {
            output.WriteLine(string.Join(',', words.Parties.Select(to => Quote(words.Cell(from, to))).Prepend(Quote(from))));
        }
    }

    public static void WriteJson(TextWriter output, SurveyMatrix matrix)
    {
        var words = new MatrixWords(matrix);
        output.WriteLine(new JsonObject
        {
            ["parties"] = new JsonArray([.. matrix.Parties.Select(party => JsonValue.Create(party))]),
            ["open"] = new JsonArray(
            [
                .. matrix.Open.Select(pair => new JsonObject
                {
                    ["from"] = pair.From,
                    ["to"] = pair.To,
                    ["reachable"] = pair.Cell.Verdict == Verdict.Reachable ? true : null,
                    ["traffic"] = words.Cell(pair.From, pair.To),
                    ["unknowns"] = AnswerJson.Unknowns(pair.Cell.Unknowns),
                }),
            ]),
        }.ToJsonString(AnswerJson.Indented));
    }

    private static string Number(int place) => (place + 1).ToString(CultureInfo.InvariantCulture);

    private static string Quote(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
