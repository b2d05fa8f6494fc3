using NetworkPatterns.Network.Checking;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reading;
using NetworkPatterns.Templates;

namespace NetworkPatterns.Cli.Input;

/// <summary>Where the templates of an estate lie on disk, as the user would write it.</summary>
/// <param name="paths">The paths that were given.</param>
/// <param name="estate">What was read from them.</param>
internal sealed class TemplateFiles(IReadOnlyCollection<string> paths, Estate estate)
{
    private readonly Dictionary<string, IReadOnlyDictionary<string, int>> _lines = new(StringComparer.Ordinal);

    /// <summary>The path of a file that the reader named: in one of the folders given, or as it is.</summary>
    public string Locate(string file) => paths.Select(path => Path.Combine(path, file)).FirstOrDefault(File.Exists) ?? file;

    /// <summary>The line at which a resource begins in a file that <see cref="Locate"/> found; the first where it is not written there.</summary>
    public int LineOf(string file, string? logicalId)
    {
        if (!_lines.TryGetValue(file, out var lines))
        {
            _lines[file] = lines = File.Exists(file) ? ResourceLines.Of(File.ReadAllBytes(file)) : ResourceLines.Of([]);
        }

        return logicalId is not null && lines.TryGetValue(logicalId, out var line) ? line : 1;
    }

    /// <summary>The resources that the evidence names, by template and by construct path or logical ID.</summary>
    public IEnumerable<(string File, string LogicalId, string Name)> Blamed(CheckedGuarantee item) =>
        from id in EvidenceText.Components(item.Result)
        let resource = ResourceNames.Find(id with { Implied = "" }, estate)
        where resource is not null
        select (Locate(resource.Stack.TemplateName), resource.LogicalId, NameOf(resource, id));

    private static string NameOf(ResolvedResource resource, ComponentId id) =>
        (resource.ConstructPath ?? resource.ToString()) + (id.Implied.Length == 0 ? "" : $".{id.Implied}");
}
