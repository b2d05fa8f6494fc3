using System.Text.Json;
using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Conformance;

/// <summary>Whether references point at something, attributes exist, and functions are CloudFormation's.</summary>
internal sealed class ReferenceCheck(Template template, ServiceSpecification specification)
{
    private static readonly string[] Functions =
    [
        "Fn::Base64", "Fn::Cidr", "Fn::FindInMap", "Fn::GetAZs", "Fn::GetAtt", "Fn::If", "Fn::ImportValue", "Fn::Join", "Fn::Select",
        "Fn::Split", "Fn::Sub", "Fn::And", "Fn::Equals", "Fn::Not", "Fn::Or", "Fn::Length", "Fn::ToJsonString",
    ];

    internal IEnumerable<string> Problems(JsonElement json) =>
        References.In(json).Distinct().Select(Problem).OfType<string>().Concat(UnknownFunctions(json).Distinct(StringComparer.Ordinal));

    private string? Problem(Reference reference)
    {
        if (References.IsPseudo(reference.LogicalId) || (reference.Attribute is null && template.Declares("Parameters", reference.LogicalId)))
        {
            return null;
        }

        if (template.Find(reference.LogicalId) is not { } target)
        {
            return $"refers to {reference.LogicalId}, which is not in the template";
        }

        return reference.Attribute is null || specification.Find(target.Type) is not { } type || Attribute(type, reference.Attribute) is not null
            ? null
            : $"{target.Type} has no attribute {reference.Attribute}";
    }

    /// <summary>The kind of an attribute's value. What lies inside an object or map attribute is asked for with dots.</summary>
    internal static ValueKind? Attribute(ResourceSpecification type, string name)
    {
        if (type.Attributes.TryGetValue(name, out var kind))
        {
            return kind;
        }

        var dot = name.LastIndexOf('.');
        return dot > 0 && Attribute(type, name[..dot]) is { } parent
            ? parent.Name switch
            {
                "type" => type.Types[parent.Type!].GetValueOrDefault(name[(dot + 1)..])?.Kind,
                "map" => parent.Element,
                "json" => parent,
                _ => null,
            }
            : null;
    }

    private static IEnumerable<string> UnknownFunctions(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().SelectMany(UnknownFunctions),
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member =>
            member.Name.StartsWith("Fn::", StringComparison.Ordinal) && !Functions.Contains(member.Name, StringComparer.Ordinal)
                ? [$"{member.Name} is not an intrinsic function"]
                : UnknownFunctions(member.Value)),
        _ => [],
    };
}
