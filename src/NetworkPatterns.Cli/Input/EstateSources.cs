using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Templates;
using NetworkPatterns.Templates.Sources;

namespace NetworkPatterns.Cli.Input;

/// <summary>Paths that a user gave: folders and files.</summary>
internal static class EstateSources
{
    // CloudFormation itself stops at 1 MB; the library says so of what is larger, without reading it here.
    private const long MaximumBytes = 50_000_000;

    /// <summary>Reads paths as one estate; null, with the problems in the list, where they cannot be read.</summary>
    public static Estate? Load(IEnumerable<string> paths, EstateOptions options, ProblemList problems)
    {
        var found = new ProblemList();
        var sources = Read(paths, found);
        var estate = found.IsEmpty ? Estate.Read(sources, options) : null;
        found.AddRange(estate?.Problems ?? []);
        problems.AddRange(found.ToSorted());
        return found.IsEmpty ? estate : null;
    }

    public static IReadOnlyList<EstateSource> Read(IEnumerable<string> paths, ProblemList problems)
    {
        var sources = new List<EstateSource>();
        foreach (var path in paths)
        {
            try
            {
                if (Directory.Exists(path))
                {
                    sources.Add(new FolderSource(new DirectoryFiles(path)));
                }
                else if (new FileInfo(path) is { Exists: true, Length: >= MaximumBytes } large)
                {
                    problems.Add(DiagnosticCatalogue.TemplateTooLarge.At(
                        path, $"the file has {large.Length} bytes, and a template of {MaximumBytes} or more is not read", "give the templates themselves; CloudFormation takes at most 1 MB each"));
                }
                else
                {
                    sources.Add(new TemplateSource(path, File.ReadAllBytes(path)));
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
            {
                problems.Add(DiagnosticCatalogue.PathUnreadable.At(path, exception.Message, "name a folder or file that exists and can be read"));
            }
        }

        return sources;
    }
}
