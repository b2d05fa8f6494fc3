using System.Text.Json;

namespace NetworkPatterns.Core.Guarantees;

/// <summary>Small helpers to read the schema's JSON.</summary>
internal static class GuaranteeJson
{
    public static string? Text(JsonElement element, string name) =>
        Find(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public static JsonElement Find(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;
}
