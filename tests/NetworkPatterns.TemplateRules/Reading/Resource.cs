using System.Collections.Immutable;
using System.Text.Json;

namespace NetworkPatterns.TemplateRules.Reading;

/// <summary>One resource of a template.</summary>
public sealed class Resource
{
    private readonly Lazy<ImmutableHashSet<string>> _dependencies;

    internal Resource(Template template, string logicalId, JsonElement json)
    {
        Template = template;
        LogicalId = logicalId;
        Json = json;
        Type = json.TryGetProperty("Type", out var type) ? type.GetString() ?? "" : "";
        _dependencies = new(FindDependencies);
    }

    /// <summary>The template that declares it.</summary>
    public Template Template { get; }

    /// <summary>Its logical ID.</summary>
    public string LogicalId { get; }

    /// <summary>Its CloudFormation type.</summary>
    public string Type { get; }

    /// <summary>The declaration as it stands in the template.</summary>
    public JsonElement Json { get; }

    /// <summary>Its construct path, where CDK wrote one.</summary>
    public string? ConstructPath =>
        Json.TryGetProperty("Metadata", out var metadata)
        && metadata.TryGetProperty("aws:cdk:path", out var path)
            ? path.GetString()
            : null;

    /// <summary>All properties.</summary>
    public Value Properties => Value.Of(this, Json.TryGetProperty("Properties", out var properties) ? properties : null);

    /// <summary>A property.</summary>
    public Value this[string property] => Properties[property];

    /// <summary>The logical IDs of what CloudFormation makes before this: <c>DependsOn</c> and every reference in the properties.</summary>
    public ImmutableHashSet<string> Dependencies => _dependencies.Value;

    /// <summary>Whether this is made after another resource of the same template, by any chain of dependencies.</summary>
    public bool DependsOn(Resource other)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<Resource>([this]);
        while (open.TryDequeue(out var next))
        {
            foreach (var id in next.Dependencies.Where(seen.Add))
            {
                if (Template.Find(id) is { } dependency)
                {
                    open.Enqueue(dependency);
                }
            }
        }

        return ReferenceEquals(Template, other.Template) && seen.Contains(other.LogicalId);
    }

    /// <summary>The value of a tag, where it is literal.</summary>
    public string? Tag(string key) =>
        this["Tags"].Items.FirstOrDefault(tag => tag["Key"].Text == key) is { Exists: true } found ? found["Value"].Text : null;

    /// <inheritdoc/>
    public override string ToString() => $"{Template.Name}/{LogicalId}";

    private ImmutableHashSet<string> FindDependencies()
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        if (Json.TryGetProperty("DependsOn", out var dependsOn))
        {
            found.UnionWith(dependsOn.ValueKind == JsonValueKind.Array
                ? dependsOn.EnumerateArray().Select(id => id.GetString()!)
                : [dependsOn.GetString()!]);
        }

        if (Json.TryGetProperty("Properties", out var properties))
        {
            found.UnionWith(References.In(properties).Select(reference => reference.LogicalId));
        }

        return [.. found];
    }
}
