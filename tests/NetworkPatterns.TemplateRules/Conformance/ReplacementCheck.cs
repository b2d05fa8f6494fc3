using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Conformance;

/// <summary>Whether a template can grow into another without a deployed resource being replaced or deleted.</summary>
public sealed class ReplacementCheck(ServiceSpecification specification)
{
    /// <summary>What would be replaced or deleted by an update from one template to the other.</summary>
    /// <remarks>A property whose change replaces only sometimes counts; so does any change of an unknown type's properties.</remarks>
    public ImmutableArray<RuleViolation> Check(Template before, Template after) =>
    [
        .. before.Resources.SelectMany(resource => Check(resource, after.Find(resource.LogicalId))
            .Select(text => new RuleViolation(after.Name, resource.LogicalId, resource.ConstructPath, text))),
    ];

    /// <summary>Throws unless one template grows into the other without a replacement.</summary>
    /// <exception cref="RuleRunException">Something would be replaced or deleted, or there was nothing that could be.</exception>
    public void ThrowIfFailed(Template before, Template after)
    {
        var violations = Check(before, after);
        if (!violations.IsEmpty || before.Resources.IsEmpty)
        {
            throw new RuleRunException(before.Resources.IsEmpty ? "there was no resource to grow from" : string.Join('\n', violations));
        }
    }

    private IEnumerable<string> Check(Resource before, Resource? after)
    {
        if (after is null)
        {
            return ["is deleted"];
        }

        if (before.Type != after.Type)
        {
            return [$"becomes {after.Type}, and was {before.Type}"];
        }

        var (old, now) = (before.Properties.Json, after.Properties.Json);
        if (specification.Find(before.Type) is not { } type)
        {
            return Equal(old, now) ? [] : [$"changes, and {before.Type} is not a known resource type"];
        }

        return Changed(type, type.Properties, old, now, [])
            .Concat(type.ReplacementPaths
                .Where(path => !Equal(At(old, path), At(now, path)))
                .Select(path => $"a change of {string.Join('.', path)} replaces it"));
    }

    private static IEnumerable<string> Changed(
        ResourceSpecification type, ImmutableDictionary<string, PropertySpecification> properties, JsonElement? before, JsonElement? after, ImmutableArray<string> path)
    {
        foreach (var (name, property) in properties.OrderBy(property => property.Key, StringComparer.Ordinal))
        {
            var (old, now) = (At(before, [name]), At(after, [name]));
            if (Equal(old, now))
            {
                continue;
            }

            if (property.Replacement is { } replacement)
            {
                yield return $"a change of {string.Join('.', path.Add(name))} {(replacement == "yes" ? "replaces it" : "may replace it")}";
                continue;
            }

            foreach (var problem in Nested(type, property.Kind, old, now, path.Add(name)))
            {
                yield return problem;
            }
        }
    }

    private static IEnumerable<string> Nested(ResourceSpecification type, ValueKind kind, JsonElement? before, JsonElement? after, ImmutableArray<string> path)
    {
        switch (kind.Name)
        {
            case "type":
                return Changed(type, type.Types[kind.Type!], before, after, path);
            case "list":
                var (old, now) = (Items(before), Items(after));
                return Enumerable.Range(0, Math.Max(old.Length, now.Length)).SelectMany(index => Nested(
                    type, kind.Element!, index < old.Length ? old[index] : null, index < now.Length ? now[index] : null,
                    path.Add(index.ToString(CultureInfo.InvariantCulture))));
            default:
                return [];
        }
    }

    private static ImmutableArray<JsonElement> Items(JsonElement? json) =>
        json is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : [];

    private static JsonElement? At(JsonElement? json, ImmutableArray<string> path)
    {
        foreach (var name in path)
        {
            json = json is { ValueKind: JsonValueKind.Object } parent && parent.TryGetProperty(name, out var member) ? member : null;
        }

        return json;
    }

    private static bool Equal(JsonElement? one, JsonElement? other) =>
        one is null || other is null ? one is null && other is null : JsonElement.DeepEquals(one.Value, other.Value);
}
