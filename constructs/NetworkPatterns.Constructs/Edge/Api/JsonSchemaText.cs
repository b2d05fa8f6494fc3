using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>Reads JSON that a user gives as text into the values of a template.</summary>
internal static class JsonSchemaText
{
    /// <summary>Reads an object. Templates hold no null, and CDK leaves out an empty list, so neither can be in it.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out Value? value)
    {
        value = null;
        try
        {
            using var document = JsonDocument.Parse(text);
            value = document.RootElement.ValueKind == JsonValueKind.Object ? Read(document.RootElement) : null;
        }
        catch (JsonException)
        {
            return false;
        }

        return value is not null;
    }

    private static Value? Read(JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                var entries = json.EnumerateObject().Select(member => (Key: member.Name, Value: Read(member.Value))).ToList();
                return entries.Exists(entry => entry.Value is null) ? null : entries.Count == 0 ? Value.EmptyObject : Value.Map(entries);
            case JsonValueKind.Array:
                var items = json.EnumerateArray().Select(Read).ToList();
                return items.Count == 0 || items.Exists(item => item is null) ? null : Value.List(items!);
            case JsonValueKind.String:
                return json.GetString()!;
            case JsonValueKind.Number:
                return json.TryGetDecimal(out var number) ? Value.FromDecimal(number) : null;
            case JsonValueKind.True:
            case JsonValueKind.False:
                return json.GetBoolean();
            default:
                return null;
        }
    }
}
