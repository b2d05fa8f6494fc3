using System.Text.Json.Nodes;

namespace NetworkPatterns.TemplateRules.Snapshots;

/// <summary>Writes every <c>AWS::Partition</c> as <c>aws</c>, and folds the joins that are then only text.</summary>
internal static class PartitionText
{
    internal static JsonNode? Neutral(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject { Count: 1 } reference when reference["Ref"]?.ToString() == "AWS::Partition":
                return JsonValue.Create("aws");
            case JsonObject { Count: 1 } sub when sub["Fn::Sub"] is JsonValue text:
                return new JsonObject { ["Fn::Sub"] = text.ToString().Replace("${AWS::Partition}", "aws", StringComparison.Ordinal) };
            case JsonObject { Count: 1 } join when join["Fn::Join"] is JsonArray { Count: 2 } arguments && arguments[0]?.ToString().Length == 0 && arguments[1] is JsonArray parts:
                return Fold([.. parts.Select(Neutral)]);
            case JsonObject members:
                return new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Neutral(member.Value))));
            case JsonArray items:
                return new JsonArray([.. items.Select(Neutral)]);
            default:
                return node?.DeepClone();
        }
    }

    private static JsonNode Fold(JsonNode?[] parts)
    {
        var folded = new List<JsonNode?>();
        foreach (var part in parts)
        {
            if (part is JsonValue && folded.LastOrDefault() is JsonValue before)
            {
                folded[^1] = JsonValue.Create(before.ToString() + part);
            }
            else
            {
                folded.Add(part);
            }
        }

        return folded is [JsonValue only] ? only : new JsonObject { ["Fn::Join"] = new JsonArray("", new JsonArray([.. folded])) };
    }
}
