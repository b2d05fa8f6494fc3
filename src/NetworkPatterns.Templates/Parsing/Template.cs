using System.Collections.Immutable;
using System.Text.Json;

namespace NetworkPatterns.Templates.Parsing;

/// <summary>A parsed template: its sections, unresolved.</summary>
internal sealed class Template
{
    public Template(string fileName, JsonElement root)
    {
        FileName = fileName;
        Resources = Section(root, "Resources");
        Outputs = Section(root, "Outputs");
        Metadata = Section(root, "Metadata");
        Conditions = Section(root, "Conditions");
        Parameters = new TemplateSection(Section(root, "Parameters"));
        Mappings = new TemplateSection(Section(root, "Mappings"));
        Transforms = root.TryGetProperty("Transform"u8, out var transform) ? Names(transform) : [];
    }

    public string FileName { get; }

    public JsonElement Resources { get; }

    public JsonElement Outputs { get; }

    public JsonElement Conditions { get; }

    public JsonElement Metadata { get; }

    public TemplateSection Parameters { get; }

    public TemplateSection Mappings { get; }

    /// <summary>The macros that the template names, in order.</summary>
    public ImmutableArray<string> Transforms { get; }

    private static JsonElement Section(JsonElement root, string name) =>
        root.TryGetProperty(name, out var section) && section.ValueKind == JsonValueKind.Object ? section : default;

    private static ImmutableArray<string> Names(JsonElement transform) => transform.ValueKind switch
    {
        JsonValueKind.String => [transform.GetString()!],
        JsonValueKind.Array => [.. transform.EnumerateArray().SelectMany(item => Names(item))],
        JsonValueKind.Object when transform.TryGetProperty("Name"u8, out var name) => Names(name),
        _ => [],
    };
}

/// <summary>A section whose entries are looked up by name.</summary>
internal sealed class TemplateSection(JsonElement section)
{
    private readonly Lazy<Dictionary<string, JsonElement>> _entries = new(() => Read(section));

    public bool TryFind(string name, out JsonElement entry) => _entries.Value.TryGetValue(name, out entry);

    public IEnumerable<string> Names => _entries.Value.Keys;

    private static Dictionary<string, JsonElement> Read(JsonElement section)
    {
        var entries = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (section.ValueKind == JsonValueKind.Object)
        {
            foreach (var entry in section.EnumerateObject())
            {
                entries[entry.Name] = entry.Value;
            }
        }

        return entries;
    }
}
