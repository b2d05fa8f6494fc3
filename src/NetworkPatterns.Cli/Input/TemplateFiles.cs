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
    /// <summary>The path of a file that the reader named: in one of the folders given, or as it is.</summary>
    public string Locate(string file) => paths.Select(path => Path.Combine(path, file)).FirstOrDefault(File.Exists) ?? file;

    /// <summary>The resources that the evidence names, by template and by construct path or logical ID.</summary>
    public IEnumerable<(string File, string Name)> Blamed(CheckedGuarantee item) =>
        from id in EvidenceText.Components(item.Result)
        let resource = ResourceNames.Find(id with { Implied = "" }, estate)
        where resource is not null
        select (Locate(resource.Stack.TemplateName), NameOf(resource, id));

    private static string NameOf(ResolvedResource resource, ComponentId id) =>
        (resource.ConstructPath ?? resource.ToString()) + (id.Implied.Length == 0 ? "" : $".{id.Implied}");
}
