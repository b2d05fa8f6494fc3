using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Conformance;

/// <summary>Whether a value is of the kind that a property takes; both branches of <c>Fn::If</c>, and what a function can give.</summary>
internal sealed class ValueCheck(Template template, ResourceSpecification type, ServiceSpecification specification)
{
    private static readonly ImmutableDictionary<string, PropertySpecification> Tag =
        new[] { "Key", "Value" }.ToImmutableDictionary(name => name, _ => new PropertySpecification(new("string"), IsRequired: true, Replacement: null, Deprecation: null), StringComparer.Ordinal);

    /// <summary>The problems of an object with named properties.</summary>
    internal IEnumerable<string> Members(ImmutableDictionary<string, PropertySpecification> properties, JsonElement json, string path)
    {
        foreach (var missing in properties.Where(property => property.Value.IsRequired && !(json.TryGetProperty(property.Key, out var value) && !IsNoValue(value))))
        {
            yield return $"{Path(path, missing.Key)} is required";
        }

        foreach (var member in json.EnumerateObject())
        {
            var memberPath = Path(path, member.Name);
            if (!properties.TryGetValue(member.Name, out var property))
            {
                yield return $"{memberPath} is not a property";
                continue;
            }

            if (property.Deprecation == "IGNORE")
            {
                yield return $"{memberPath} is not to be used";
            }

            foreach (var problem in Problems(property.Kind, member.Value, memberPath))
            {
                yield return problem;
            }
        }
    }

    private IEnumerable<string> Problems(ValueKind kind, JsonElement json, string path)
    {
        if (Value.Function(json) is { } function)
        {
            return OfFunction(kind, function, json.GetProperty(function), json, path);
        }

        return kind.Name switch
        {
            "json" => [],
            "union" => kind.Alternatives.Any(alternative => !Problems(alternative, json, path).Any()) ? [] : Wrong(kind, json, path),
            "list" => json.ValueKind == JsonValueKind.Array
                ? json.EnumerateArray().SelectMany((item, index) => Problems(kind.Element!, item, $"{path}[{index.ToString(CultureInfo.InvariantCulture)}]"))
                : Wrong(kind, json, path),
            "map" => json.ValueKind == JsonValueKind.Object
                ? json.EnumerateObject().SelectMany(member => Problems(kind.Element!, member.Value, Path(path, member.Name)))
                : Wrong(kind, json, path),
            "type" => json.ValueKind == JsonValueKind.Object ? Members(type.Types[kind.Type!], json, path) : Wrong(kind, json, path),
            "tag" => json.ValueKind == JsonValueKind.Object ? Members(Tag, json, path) : Wrong(kind, json, path),
            _ => IsScalar(kind, json) ? Allowed(kind, json, path) : Wrong(kind, json, path),
        };
    }

    private static bool IsScalar(ValueKind kind, JsonElement json) => kind.Name switch
    {
        "string" or "date-time" => json.ValueKind == JsonValueKind.String,
        "boolean" => json.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => json.ValueKind == JsonValueKind.Number && json.TryGetInt64(out _),
        "number" => json.ValueKind == JsonValueKind.Number,
        _ => throw new InvalidOperationException($"the specification has a kind of value that this check does not know: {kind.Name}"),
    };

    private static IEnumerable<string> Allowed(ValueKind kind, JsonElement json, string path) =>
        kind.Allowed.IsEmpty || kind.Allowed.Contains(json.GetString()!, StringComparer.Ordinal)
            ? []
            : [$"{path} is '{json.GetString()}', not one of {string.Join(", ", kind.Allowed)}"];

    private IEnumerable<string> OfFunction(ValueKind kind, string function, JsonElement argument, JsonElement json, string path)
    {
        if (kind.Name == "json")
        {
            return [];
        }

        if (kind.Name == "union")
        {
            return kind.Alternatives.Any(alternative => !OfFunction(alternative, function, argument, json, path).Any()) ? [] : Wrong(kind, json, path);
        }

        var isList = kind.Name == "list";
        var isObject = kind.Name is "map" or "type" or "tag";
        var fits = function switch
        {
            "Fn::If" => true,
            "Ref" or "Fn::GetAtt" => FitsReference(kind, References.TryRead(json)),
            "Fn::FindInMap" or "Fn::Select" => !isObject,
            "Fn::Split" or "Fn::GetAZs" or "Fn::Cidr" => isList,
            "Fn::Length" => kind.Name is "integer" or "number" or "string",
            "Fn::Base64" or "Fn::ImportValue" or "Fn::Join" or "Fn::Sub" or "Fn::ToJsonString" => !isList && !isObject,
            _ => false,
        };
        return !fits ? Wrong(kind, json, path)
            : function == "Fn::If" ? argument.ValueKind == JsonValueKind.Array && argument.GetArrayLength() == 3
                ? argument.EnumerateArray().Skip(1).SelectMany(branch => Problems(kind, branch, path))
                : [$"{path} is not an Fn::If of a condition and two values"]
            : [];
    }

    private bool FitsReference(ValueKind kind, Reference? reference)
    {
        if (reference is null)
        {
            return false;
        }

        if (reference.LogicalId == "AWS::NoValue")
        {
            return true;
        }

        var isList = kind.Name == "list";
        var isObject = kind.Name is "map" or "type" or "tag";
        if (reference.Attribute is null)
        {
            // What a Ref of a resource gives is text; a parameter may be a list, and a number where one is needed.
            var isParameter = template.Root.TryGetProperty("Parameters", out var parameters) && parameters.TryGetProperty(reference.LogicalId, out _);
            var parameterType = isParameter ? parameters.GetProperty(reference.LogicalId).GetProperty("Type").GetString()! : "";
            var givesList = reference.LogicalId == "AWS::NotificationARNs" || parameterType.Contains("List<", StringComparison.Ordinal) || parameterType == "CommaDelimitedList";
            return !isObject && givesList == isList && (isParameter || isList || kind.Name == "string");
        }

        // A missing attribute is reported once, by the check of references.
        return template.Find(reference.LogicalId) is not { } target
            || specification.Find(target.Type) is not { } targetType
            || ReferenceCheck.Attribute(targetType, reference.Attribute) is not { } attribute
            || attribute.Name == "json"
            || (isList ? attribute.Name == "list" : isObject ? attribute.Name is "map" or "type" : attribute.Name is not ("list" or "map" or "type"));
    }

    private static bool IsNoValue(JsonElement json) => References.TryRead(json)?.LogicalId == "AWS::NoValue";

    private static IEnumerable<string> Wrong(ValueKind kind, JsonElement json, string path) => [$"{path} takes {kind}, not {json.GetRawText()}"];

    private static string Path(string path, string member) => path.Length == 0 ? member : $"{path}.{member}";
}
