using System.Text.Json;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Api.OpenApi;

/// <summary>Reads JSON that a user gives as text into the values of a template, which have no null.</summary>
internal static class JsonValues
{
    private const string Fix = "correct the text";

    /// <summary>Reads an object, which may be empty.</summary>
    /// <exception cref="PlanException">Carries every problem of the text.</exception>
    public static Value Read(string text, string where)
    {
        ArgumentNullException.ThrowIfNull(text);
        var problems = new ProblemList();
        try
        {
            using var document = JsonDocument.Parse(text);
            var value = Read(document.RootElement, "#", where, problems);
            problems.ThrowIfAny();
            return value is MapValue or EmptyObjectValue ? value : throw new PlanException([DiagnosticCatalogue.OpenApiText.At(where, "the text is not a JSON object", Fix)]);
        }
        catch (JsonException exception)
        {
            throw new PlanException([DiagnosticCatalogue.OpenApiText.At(
                where, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"the text is not JSON at line {(exception.LineNumber ?? 0) + 1}"), Fix)]);
        }
    }

    /// <summary>A map or the empty object; a key that is there twice is a problem.</summary>
    public static Value Map(IReadOnlyList<(string Key, Value Value)> entries, string pointer, string where, ProblemList problems)
    {
        foreach (var repeated in entries.GroupBy(entry => entry.Key, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.OpenApiText.At(where, $"{OpenApiWords.Step(pointer, repeated.Key)} is there {repeated.Count()} times", "keep one of them"));
        }

        return entries.Count == 0 ? Value.EmptyObject : Value.Map(entries.DistinctBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => (entry.Key, (Value?)entry.Value)));
    }

    /// <summary>A list or the empty list.</summary>
    public static Value List(IReadOnlyList<Value> items) => items.Count == 0 ? Value.EmptyList : Value.List(items);

    /// <summary>Says that there is a null, for which an empty object stands so that reading goes on.</summary>
    public static Value Null(string pointer, string where, ProblemList problems)
    {
        problems.Add(DiagnosticCatalogue.OpenApiText.At(where, $"{pointer} is null, and a template has no null", "leave the key out, or give it a value"));
        return Value.EmptyObject;
    }

    private static Value Read(JsonElement json, string pointer, string where, ProblemList problems)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                return Map([.. json.EnumerateObject().Select(member => (member.Name, Read(member.Value, OpenApiWords.Step(pointer, member.Name), where, problems)))], pointer, where, problems);
            case JsonValueKind.Array:
                return List([.. json.EnumerateArray().Select((item, index) => Read(item, $"{pointer}/{index}", where, problems))]);
            case JsonValueKind.String:
                return json.GetString()!;
            case JsonValueKind.True:
            case JsonValueKind.False:
                return json.GetBoolean();
            case JsonValueKind.Number when json.TryGetDecimal(out var number):
                return Value.FromDecimal(number);
            case JsonValueKind.Number:
                problems.Add(DiagnosticCatalogue.OpenApiText.At(where, $"{pointer} is a number of more digits than fit: {json.GetRawText()}", "give it fewer digits"));
                return 0;
            default:
                return Null(pointer, where, problems);
        }
    }
}
