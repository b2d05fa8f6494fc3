using System.Text.Json.Nodes;

namespace NetworkPatterns.Packaging.Tests.Support;

/// <summary>What a synthesis wrote.</summary>
internal sealed class CloudAssembly(string folder)
{
    public JsonObject Manifest => Read("manifest.json");

    /// <summary>The names of the stacks, sorted.</summary>
    public IReadOnlyList<string> Stacks =>
    [
        .. Manifest["artifacts"]!.AsObject()
            .Where(artifact => artifact.Value!["type"]!.GetValue<string>() == "aws:cloudformation:stack")
            .Select(artifact => artifact.Key)
            .Order(StringComparer.Ordinal),
    ];

    public JsonObject Template(string stack) => Read($"{stack}.template.json");

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
