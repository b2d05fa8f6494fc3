using System.Collections.Immutable;
using System.Text.Json;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Cli.Input;

/// <summary>A file of questions: a JSON list of <c>{"from", "to", "protocol", "port", "ipVersion"}</c>.</summary>
internal static class QuestionFile
{
    private static readonly string[] Parts = ["from", "to", "protocol", "port", "ipVersion"];

    /// <summary>Reads a file; null where it is no list at all. A question that cannot be understood is an entry with an error.</summary>
    public static ImmutableArray<(Question? Question, string? Error)>? Read(string path, ProblemList problems)
    {
        try
        {
            return Parse(File.ReadAllText(path), path, problems);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            problems.Add(DiagnosticCatalogue.QuestionsUnreadable.At(path, exception.Message, "name a file that exists and can be read"));
            return null;
        }
    }

    internal static ImmutableArray<(Question? Question, string? Error)>? Parse(string text, string path, ProblemList problems)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            if (document.RootElement.ValueKind == JsonValueKind.Array)
            {
                return [.. document.RootElement.EnumerateArray().Select(ReadEntry)];
            }

            problems.Add(DiagnosticCatalogue.QuestionsUnreadable.At(path, "the file is not a list", "write [{\"from\": \"internet\", \"to\": \"tier:web\", \"protocol\": \"tcp\", \"port\": 443}]"));
        }
        catch (JsonException exception)
        {
            problems.Add(DiagnosticCatalogue.QuestionsUnreadable.At(
                $"{path}, line {(exception.LineNumber ?? 0) + 1}", "the file is not JSON", "write a JSON list of questions"));
        }

        return null;
    }

    private static (Question? Question, string? Error) ReadEntry(JsonElement entry)
    {
        if (entry.ValueKind != JsonValueKind.Object)
        {
            return (null, "a question is an object with from and to");
        }

        if (entry.EnumerateObject().Select(part => part.Name).FirstOrDefault(name => !Parts.Contains(name, StringComparer.Ordinal)) is { } stranger)
        {
            return (null, $"a question has no '{stranger}': its parts are {string.Join(", ", Parts)}");
        }

        var (from, to) = (Text(entry, "from"), Text(entry, "to"));
        if (from is null || to is null)
        {
            return (null, "a question needs from and to, both text");
        }

        var problems = new ProblemList();
        var question = Question.Read(from, to, Text(entry, "protocol"), Text(entry, "port"), Text(entry, "ipVersion"), "", problems);
        return (question, question is null ? string.Join('\n', problems.ToSorted()) : null);
    }

    private static string? Text(JsonElement entry, string name) => !entry.TryGetProperty(name, out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Null => null,
        _ => value.GetRawText(),
    };
}
