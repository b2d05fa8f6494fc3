using System.Collections.Immutable;
using System.Text.Json;

namespace NetworkPatterns.TemplateRules.Reading;

/// <summary>A read-only view of one synthesized CloudFormation template, as rules see it: <c>AWS::CDK::Metadata</c> is left out.</summary>
public sealed class Template
{
    private readonly Dictionary<string, Resource> _byLogicalId;

    private Template(string name, JsonElement root)
    {
        Name = name;
        Root = root;
        Resources =
        [
            .. Members(root, "Resources")
                .Select(member => new Resource(this, member.Name, member.Value))
                .Where(resource => resource.Type != "AWS::CDK::Metadata"),
        ];
        _byLogicalId = Resources.ToDictionary(resource => resource.LogicalId, StringComparer.Ordinal);
    }

    /// <summary>The stack's or file's name, for messages.</summary>
    public string Name { get; }

    /// <summary>The whole template.</summary>
    public JsonElement Root { get; }

    /// <summary>Every resource, in the template's order.</summary>
    public ImmutableArray<Resource> Resources { get; }

    /// <summary>The outputs, by name.</summary>
    public IEnumerable<JsonProperty> Outputs => Members(Root, "Outputs");

    /// <summary>The parameters, without CDK's own <c>BootstrapVersion</c>.</summary>
    public IEnumerable<JsonProperty> Parameters =>
        Members(Root, "Parameters").Where(parameter => parameter.Name != "BootstrapVersion");

    /// <summary>Reads a template.</summary>
    public static Template Parse(string name, string json)
    {
        using var document = JsonDocument.Parse(json);
        return new(name, document.RootElement.Clone());
    }

    /// <summary>Reads a template file; its name is the file's, up to <c>.template.json</c>.</summary>
    public static Template ReadFile(string path) =>
        Parse(Path.GetFileName(path).Replace(".template.json", "", StringComparison.Ordinal), File.ReadAllText(path));

    /// <summary>The resource of a logical ID, or null.</summary>
    public Resource? Find(string logicalId) => _byLogicalId.GetValueOrDefault(logicalId);

    /// <summary>Whether something is declared under a section, such as a parameter.</summary>
    public bool Declares(string section, string name) =>
        Root.TryGetProperty(section, out var members) && members.TryGetProperty(name, out _);

    internal static IEnumerable<JsonProperty> Members(JsonElement parent, string section) =>
        parent.ValueKind == JsonValueKind.Object
        && parent.TryGetProperty(section, out var members)
        && members.ValueKind == JsonValueKind.Object
            ? members.EnumerateObject()
            : [];
}
