using System.Text.Json.Nodes;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Tests.Support;

/// <summary>Compares what CDK made of a blueprint with what plain C# renders: only logical IDs and path metadata may differ.</summary>
internal static class PlainRendering
{
    private const string PathMetadata = "aws:cdk:path";

    public static void ShouldEqual(JsonObject template, Blueprint blueprint, string patternPath)
    {
        var ours = template.Resources()
            .Select(resource => (LogicalId: resource.Key, Path: resource.Value!["Metadata"]?[PathMetadata]?.GetValue<string>(), Resource: resource.Value!))
            .Where(entry => entry.Path is not null && entry.Path.StartsWith($"{patternPath}/Default/", StringComparison.Ordinal))
            .ToList();
        var idOf = ours.ToDictionary(entry => entry.LogicalId, entry => entry.Path![(entry.Path!.LastIndexOf('/') + 1)..]);
        var actual = new JsonObject(ours.Select(entry => KeyValuePair.Create(idOf[entry.LogicalId], (JsonNode?)WithoutPath(Renamed(entry.Resource, idOf)!.AsObject()))));
        var expected = JsonNode.Parse(BlueprintRenderer.Render(blueprint).Span)!["Resources"]!;

        actual.Select(resource => resource.Key).Order(StringComparer.Ordinal).ShouldBe(expected.AsObject().Select(resource => resource.Key));
        foreach (var (id, resource) in expected.AsObject())
        {
            JsonNode.DeepEquals(actual[id], resource).ShouldBeTrue($"{id}:\n  CDK   {actual[id]!.ToJsonString()}\n  plain {resource!.ToJsonString()}");
        }
    }

    private static JsonNode? Renamed(JsonNode? node, Dictionary<string, string> idOf) => node switch
    {
        JsonObject map => new JsonObject(map.Select(entry => KeyValuePair.Create(entry.Key, Renamed(entry.Value, idOf)))),
        JsonArray list => new JsonArray([.. list.Select(item => Renamed(item, idOf))]),
        JsonValue value when value.TryGetValue<string>(out var text) && idOf.TryGetValue(text, out var id) => JsonValue.Create(id),
        _ => node?.DeepClone(),
    };

    private static JsonObject WithoutPath(JsonObject resource)
    {
        var metadata = resource["Metadata"]!.AsObject();
        metadata.Remove(PathMetadata);
        if (metadata.Count == 0)
        {
            resource.Remove("Metadata");
        }

        return resource;
    }
}
