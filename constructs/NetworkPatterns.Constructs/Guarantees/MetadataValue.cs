using System.Text.Json;
using System.Text.Json.Nodes;

namespace NetworkPatterns.Constructs.Guarantees;

/// <summary>JSON as the plain values that cross to CDK.</summary>
internal static class MetadataValue
{
    public static object From(JsonNode node) => node switch
    {
        JsonObject map => map.ToDictionary(entry => entry.Key, entry => From(entry.Value!), StringComparer.Ordinal),
        JsonArray list => list.Select(item => From(item!)).ToArray(),
        _ when node.GetValueKind() == JsonValueKind.Number => node.GetValue<int>(),
        _ => node.GetValue<string>(),
    };
}
