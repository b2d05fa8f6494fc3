using System.Text.Json;

namespace NetworkPatterns.TemplateRules.Reading;

/// <summary>Writes values in one canonical way, so that <c>Fn::Join</c> and <c>Fn::Sub</c> of the same parts are equal.</summary>
internal static class ValueText
{
    internal static string Of(JsonElement json)
    {
        if (References.TryRead(json) is { } reference)
        {
            return $"${{{reference.LogicalId}{(reference.Attribute is null ? "" : "." + reference.Attribute)}}}";
        }

        return Value.Function(json) switch
        {
            "Fn::Join" when Argument(json) is { ValueKind: JsonValueKind.Array } join && join[1].ValueKind == JsonValueKind.Array =>
                string.Join(join[0].GetString(), join[1].EnumerateArray().Select(Of)),
            "Fn::Sub" when Argument(json) is { ValueKind: JsonValueKind.String } text => text.GetString()!,
            "Fn::Sub" when Argument(json) is { ValueKind: JsonValueKind.Array } sub => sub[1].EnumerateObject().Aggregate(
                sub[0].GetString()!,
                (text, variable) => text.Replace($"${{{variable.Name}}}", Of(variable.Value), StringComparison.Ordinal)),
            _ => json.ValueKind == JsonValueKind.String ? json.GetString()! : json.GetRawText(),
        };
    }

    private static JsonElement Argument(JsonElement function) => function.EnumerateObject().First().Value;
}
