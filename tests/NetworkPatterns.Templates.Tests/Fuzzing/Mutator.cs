using System.Text.Json.Nodes;

namespace NetworkPatterns.Templates.Tests.Fuzzing;

/// <summary>Changes the structure of a JSON tree at random, the same way for the same seed.</summary>
internal sealed class Mutator(Random random)
{
    private static readonly string[] Names =
    [
        "Ref", "Fn::GetAtt", "Fn::Sub", "Fn::Join", "Fn::Split", "Fn::Select", "Fn::Cidr", "Fn::GetAZs", "Fn::If", "Fn::FindInMap", "Fn::ImportValue",
        "Fn::ToJsonString", "Fn::Length", "Fn::Base64", "Fn::Transform", "Fn::ForEach::X", "Fn::And", "Fn::Not", "Fn::Equals", "Condition", "DependsOn", "Type",
        "Properties", "Metadata", "Export", "Value", "Default", "",
    ];

    /// <summary>Makes one to five changes.</summary>
    public JsonNode Mutate(JsonNode template)
    {
        var root = template.DeepClone();
        for (var changes = random.Next(1, 6); changes > 0; changes--)
        {
            Change(root);
        }

        return root;
    }

    private void Change(JsonNode root)
    {
        var nodes = new List<JsonNode>();
        Collect(root, nodes);
        var node = Pick(nodes);
        switch (node)
        {
            case JsonObject map:
                Change(map, nodes, root);
                break;
            case JsonArray { Count: > 0 } list:
                Change(list, nodes);
                break;
            case JsonArray list:
                list.Add(Anything(nodes));
                break;
            default:
                Replace(node, Anything(nodes));
                break;
        }
    }

    private void Change(JsonObject map, List<JsonNode> nodes, JsonNode root)
    {
        var key = map.Count == 0 ? "" : map.ElementAt(random.Next(map.Count)).Key;
        switch (random.Next(7))
        {
            case 0:
                map.Remove(key);
                break;
            case 1:
                map[key] = null;
                break;
            case 2:
                map[key] = Anything(nodes);
                break;
            case 3:
                map[Pick(Names)] = Anything(nodes);
                break;
            case 4 when map.Count > 0:
                var value = map[key]?.DeepClone();
                map.Remove(key);
                map[Pick(Names)] = value;
                break;
            case 5 when root["Resources"] is JsonObject { Count: > 0 } resources:
                // A reference to any resource, maybe the one around: this makes cycles.
                map[key] = new JsonObject { ["Ref"] = resources.ElementAt(random.Next(resources.Count)).Key };
                break;
            default:
                Replace(map, Anything(nodes));
                break;
        }
    }

    private void Change(JsonArray list, List<JsonNode> nodes)
    {
        var index = random.Next(list.Count);
        switch (random.Next(4))
        {
            case 0:
                list.RemoveAt(index);
                break;
            case 1:
                list[index] = null;
                break;
            case 2:
                list.Add(list[index]?.DeepClone());
                break;
            default:
                list[index] = Anything(nodes);
                break;
        }
    }

    private JsonNode? Anything(List<JsonNode> nodes) => random.Next(12) switch
    {
        0 => null,
        1 => JsonValue.Create(random.Next(-5, 70_000)),
        2 => JsonValue.Create(random.Next(2) == 0),
        3 => JsonValue.Create(""),
        4 => JsonValue.Create("${" + Pick(Names) + "}"),
        5 => JsonValue.Create("10.0.0.0/33"),
        6 => new JsonArray(),
        7 => new JsonObject(),
        8 => JsonValue.Create(1e300),
        9 => JsonValue.Create("{{resolve:ssm:"),
        _ => Pick(nodes).DeepClone(),
    };

    private static void Replace(JsonNode node, JsonNode? replacement)
    {
        if (node.Parent is not null)
        {
            node.ReplaceWith(replacement);
        }
    }

    private static void Collect(JsonNode? node, List<JsonNode> nodes)
    {
        if (node is null)
        {
            return;
        }

        nodes.Add(node);
        switch (node)
        {
            case JsonObject map:
                foreach (var (_, value) in map)
                {
                    Collect(value, nodes);
                }

                break;
            case JsonArray list:
                foreach (var item in list)
                {
                    Collect(item, nodes);
                }

                break;
        }
    }

    private T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];
}
