using System.Collections.Immutable;
using System.Text.Json.Nodes;
using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Tests;

/// <summary>
/// A template written small: a resource a line, <c>Id AWS::Type {properties} &lt; dependencies</c>. The text <c>"=Id"</c> is a
/// <c>Ref</c>, <c>"=Id.Attribute"</c> a <c>Fn::GetAtt</c>; the property <c>@Metadata</c> is the resource's metadata. A line that starts with a space goes on with the line before.
/// </summary>
internal sealed record Fragment(ImmutableDictionary<string, string> Lines)
{
    public static Fragment Of(string text) => new Fragment(ImmutableDictionary<string, string>.Empty).With(text);

    /// <summary>The fragment with more resources, or others in the place of those of the same IDs.</summary>
    public Fragment With(string text) => new(Lines.SetItems(
        text.ReplaceLineEndings("\n").Replace("\n ", " ", StringComparison.Ordinal)
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(line => KeyValuePair.Create(line.Split(' ')[0], line))));

    /// <summary>The fragment without some resources.</summary>
    public Fragment Without(params string[] ids) => new(Lines.RemoveRange(ids));

    public Template ToTemplate(string name = "Stack") => Template.Parse(name, ToJson());

    public string ToJson(string otherSections = "") => new JsonObject(
        (otherSections.Length == 0 ? [] : JsonNode.Parse(otherSections)!.AsObject().Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())))
        .Append(KeyValuePair.Create<string, JsonNode?>("Resources", new JsonObject(
            Lines.OrderBy(line => line.Key, StringComparer.Ordinal).Select(line => KeyValuePair.Create<string, JsonNode?>(line.Key, Resource(line.Value))))))).ToJsonString();

    public static implicit operator TemplateSet(Fragment fragment) => new([fragment.ToTemplate()]);

    private static JsonObject Resource(string line)
    {
        var parts = line.Split(" < ");
        var open = parts[0].IndexOf('{', StringComparison.Ordinal);
        var head = (open < 0 ? parts[0] : parts[0][..open]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var resource = new JsonObject { ["Type"] = head[1] };
        if (open >= 0)
        {
            var properties = Expand(JsonNode.Parse(parts[0][open..]))!.AsObject();
            if (properties.Remove("@Metadata", out var metadata))
            {
                resource["Metadata"] = metadata;
            }

            resource["Properties"] = properties;
        }

        if (parts.Length > 1)
        {
            resource["DependsOn"] = new JsonArray([.. parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => (JsonNode)id)]);
        }

        return resource;
    }

    private static JsonNode? Expand(JsonNode? node) => node switch
    {
        JsonValue value when value.GetValueKind() == System.Text.Json.JsonValueKind.String && value.ToString().StartsWith('=') => Reference(value.ToString()[1..]),
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Expand(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Expand)]),
        _ => node?.DeepClone(),
    };

    private static JsonObject Reference(string text) => text.Split('.', 2) is [var id, var attribute]
        ? new() { ["Fn::GetAtt"] = new JsonArray(id, attribute) }
        : new() { ["Ref"] = text };
}
