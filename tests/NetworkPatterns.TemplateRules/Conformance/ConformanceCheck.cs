using System.Collections.Immutable;
using System.Text.Json;
using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Conformance;

/// <summary>Whether templates say only what CloudFormation understands: types, properties at every depth with their kind of value, required properties, references and attributes.</summary>
public sealed class ConformanceCheck(ServiceSpecification specification)
{
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/introduction.html#resource-attributes
    private static readonly string[] ResourceAttributes =
        ["Type", "Properties", "DependsOn", "Condition", "Metadata", "DeletionPolicy", "UpdateReplacePolicy", "UpdatePolicy", "CreationPolicy"];

    /// <summary>Checks every template; throws with all violations.</summary>
    /// <exception cref="RuleRunException">Something does not conform, or there was no resource to look at.</exception>
    public void ThrowIfFailed(IEnumerable<TemplateSet> apps)
    {
        ImmutableArray<Template> templates = [.. apps.SelectMany(app => app.Templates)];
        var violations = templates.SelectMany(template => Check(template)).Select(violation => violation.ToString()).ToArray();
        if (violations.Length > 0 || templates.All(template => template.Resources.IsEmpty))
        {
            throw new RuleRunException(violations.Length > 0 ? string.Join('\n', violations) : "there was no resource to look at");
        }
    }

    /// <summary>What does not conform in a template.</summary>
    public ImmutableArray<RuleViolation> Check(Template template) =>
    [
        .. template.Resources.SelectMany(resource => Problems(resource).Select(text => new RuleViolation(template.Name, resource.LogicalId, resource.ConstructPath, text))),
        .. template.Outputs.SelectMany(output => new ReferenceCheck(template, specification).Problems(output.Value).Select(text => new RuleViolation(template.Name, output.Name, ConstructPath: null, text))),
    ];

    private IEnumerable<string> Problems(Resource resource)
    {
        foreach (var attribute in resource.Json.EnumerateObject().Select(member => member.Name).Except(ResourceAttributes, StringComparer.Ordinal))
        {
            yield return $"{attribute} is not an attribute of resources";
        }

        foreach (var dependency in resource.Dependencies.Where(id => !References.IsPseudo(id) && resource.Template.Find(id) is null && !resource.Template.Declares("Parameters", id)))
        {
            yield return $"depends on {dependency}, which is not in the template";
        }

        if (resource.Json.TryGetProperty("Condition", out var condition) && !resource.Template.Declares("Conditions", condition.GetString()!))
        {
            yield return $"the condition {condition} is not in the template";
        }

        if (specification.Find(resource.Type) is not { } type)
        {
            yield return $"{resource.Type} is not a resource type";
            yield break;
        }

        var properties = resource.Json.TryGetProperty("Properties", out var json) ? json : EmptyObject;
        foreach (var problem in new ValueCheck(resource.Template, type, specification).Members(type.Properties, properties, ""))
        {
            yield return problem;
        }

        foreach (var problem in new ReferenceCheck(resource.Template, specification).Problems(properties))
        {
            yield return problem;
        }
    }

    private static JsonElement EmptyObject { get; } = JsonSerializer.SerializeToElement(new Dictionary<string, string>(StringComparer.Ordinal));
}
