using System.IO.Compression;
using System.Xml.Linq;
using NetworkPatterns.TemplateRules;

namespace NetworkPatterns.Packaging.Tests.Support;

/// <summary>The library's packages under a version that nobody has seen, in a feed of their own.</summary>
public sealed class PackedLibrary : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>The version of the packages.</summary>
    public string Version { get; } = $"0.1.0-test.x{Guid.NewGuid():N}";

    internal string Feed => _folder["feed"];

    public async Task InitializeAsync()
    {
        string[] projects =
        [
            "src/NetworkPatterns.Core", "src/NetworkPatterns.Templates", "src/NetworkPatterns.Network", "src/NetworkPatterns.Validation", "src/NetworkPatterns.Testing",
            "constructs/NetworkPatterns.Constructs",
        ];
        foreach (var project in projects)
        {
            // Outputs of its own, because another version is another build.
            var run = await ProcessRun.Of(
                Repository.Root,
                new Dictionary<string, string?>(StringComparer.Ordinal),
                "dotnet",
                "pack", project, "--artifacts-path", _folder["artifacts"], "--output", Feed, $"-p:Version={Version}", "--nologo");
            run.ShouldSucceed();
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();

    internal ZipArchive Open(string id, string extension = "nupkg") => ZipFile.OpenRead(Path.Combine(Feed, $"{id}.{Version}.{extension}"));

    /// <summary>The metadata of a package's nuspec, without its namespace.</summary>
    internal XElement Metadata(string id)
    {
        using var package = Open(id);
        using var nuspec = package.Entries.Single(entry => entry.FullName == $"{id}.nuspec").Open();
        var document = XDocument.Load(nuspec);
        foreach (var element in document.Descendants())
        {
            element.Name = element.Name.LocalName;
        }

        return document.Root!.Element("metadata")!;
    }
}
