using System.Collections.Immutable;
using System.Text.Json;

namespace NetworkPatterns.TemplateRules.Reading;

/// <summary>The templates of one app, and the cloud assemblies they came from.</summary>
/// <remarks>References between stacks (<c>Fn::ImportValue</c> of another stack's export) are not followed: a rule sees such a value as unknown.</remarks>
public sealed class TemplateSet
{
    /// <summary>A set of templates without a cloud assembly.</summary>
    public TemplateSet(IEnumerable<Template> templates)
        : this(templates, [])
    {
    }

    private TemplateSet(IEnumerable<Template> templates, ImmutableArray<AssemblyManifest> manifests)
    {
        Templates = [.. templates];
        Manifests = manifests;
    }

    /// <summary>The templates.</summary>
    public ImmutableArray<Template> Templates { get; }

    /// <summary>The manifests of the cloud assemblies that the templates came from.</summary>
    public ImmutableArray<AssemblyManifest> Manifests { get; }

    /// <summary>Every resource of every template.</summary>
    public IEnumerable<Resource> Resources => Templates.SelectMany(template => template.Resources);

    /// <summary>Every resource of some types.</summary>
    public IEnumerable<Resource> OfType(params string[] types) =>
        Resources.Where(resource => types.Contains(resource.Type, StringComparer.Ordinal));

    /// <summary>Reads a cloud assembly's folder (<c>cdk.out</c>), nested assemblies of stages included.</summary>
    public static TemplateSet ReadAssembly(string folder) => new(
        Directory.EnumerateFiles(folder, "*.template.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Template.ReadFile),
        [
            .. Directory.EnumerateFiles(folder, "manifest.json", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(path => AssemblyManifest.Parse(Path.GetRelativePath(folder, path), File.ReadAllText(path))),
        ]);

    /// <summary>One set of several.</summary>
    public static TemplateSet Join(IEnumerable<TemplateSet> sets)
    {
        ImmutableArray<TemplateSet> all = [.. sets];
        return new(all.SelectMany(set => set.Templates), [.. all.SelectMany(set => set.Manifests)]);
    }

    /// <summary>A set with a manifest, for tests of rules about manifests.</summary>
    public TemplateSet With(AssemblyManifest manifest) => new(Templates, Manifests.Add(manifest));
}

/// <summary>The <c>manifest.json</c> of a cloud assembly.</summary>
public sealed record AssemblyManifest(string Name, JsonElement Root)
{
    /// <summary>Reads a manifest.</summary>
    public static AssemblyManifest Parse(string name, string json)
    {
        using var document = JsonDocument.Parse(json);
        return new(name, document.RootElement.Clone());
    }
}
