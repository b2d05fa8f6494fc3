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

    /// <summary>Every file by its path in the assembly.</summary>
    public IReadOnlyDictionary<string, string> Files() => Directory
        .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetRelativePath(folder, file), File.ReadAllText);

    private JsonObject Read(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(folder, name)))!.AsObject();
}
