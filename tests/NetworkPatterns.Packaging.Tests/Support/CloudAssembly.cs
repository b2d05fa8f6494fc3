using System.Text.Json.Nodes;

namespace NetworkPatterns.Packaging.Tests.Support;

/// <summary>What a synthesis wrote.</summary>
internal sealed class CloudAssembly(string folder)
{
    /// <summary>The manifests: of the assembly, and of the stages nested in it.</summary>
    public IReadOnlyList<JsonObject> Manifests => [.. Files().Where(file => Path.GetFileName(file) == "manifest.json").Select(Read)];

    /// <summary>The templates of the stacks, by path, sorted.</summary>
    public IReadOnlyList<string> Templates =>
    [
        .. Files()
            .Where(file => Path.GetFileName(file) == "manifest.json")
            .SelectMany(manifest => Read(manifest)["artifacts"]!.AsObject()
                .Where(artifact => artifact.Value!["type"]!.GetValue<string>() == "aws:cloudformation:stack")
                .Select(artifact => Path.Combine(Path.GetDirectoryName(manifest)!, artifact.Value!["properties"]!["templateFile"]!.GetValue<string>())))
            .Select(path => path.Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    public JsonObject Template(string path) => Read(path);

    /// <summary>Compares every file, byte for byte.</summary>
    public void ShouldEqual(CloudAssembly other)
    {
        var files = Files().ToList();
        files.ShouldNotBeEmpty();
        files.ShouldBe(other.Files());
        foreach (var file in files)
        {
            Text(file).ShouldBe(other.Text(file), file);
        }
    }

    private IEnumerable<string> Files() => Directory
        .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(folder, file))
        .Order(StringComparer.Ordinal);

    private string Text(string name) => File.ReadAllText(Path.Combine(folder, name));

    private JsonObject Read(string name) => JsonNode.Parse(Text(name))!.AsObject();
}
