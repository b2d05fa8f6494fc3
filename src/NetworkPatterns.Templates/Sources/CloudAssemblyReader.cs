using System.Collections.Immutable;
using System.Text.Json;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Templates.Parsing;

namespace NetworkPatterns.Templates.Sources;

/// <summary>The stacks of a CDK cloud assembly, nested assemblies (stages) included.</summary>
/// <remarks>Source: https://github.com/aws/aws-cdk-cli/tree/main/packages/%40aws-cdk/cloud-assembly-schema</remarks>
internal sealed class CloudAssemblyReader(ITemplateFiles files, ProblemList problems)
{
    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);

    /// <summary>One stack of an assembly.</summary>
    /// <param name="Folder">The assembly's folder relative to the outermost, empty or ending in a slash; assets are relative to it.</param>
    /// <param name="TemplateFile">The template's path, the folder included.</param>
    /// <param name="Identity">Name, Region, account, parameters and construct paths.</param>
    public sealed record Entry(string Folder, string TemplateFile, StackIdentity Identity);

    /// <summary>The manifest's name.</summary>
    public const string Manifest = "manifest.json";

    public ImmutableArray<Entry> Read() => [.. Read(folder: "")];

    private IEnumerable<Entry> Read(string folder)
    {
        var path = folder + Manifest;
        if (!_visited.Add(path) || FindArtifacts(path) is not { } artifacts)
        {
            yield break;
        }

        foreach (var artifact in artifacts.EnumerateObject())
        {
            if (artifact.Value.ValueKind != JsonValueKind.Object)
            {
                continue;
            }

            var properties = Find(artifact.Value, "properties");
            switch (Text(artifact.Value, "type"))
            {
                case "aws:cloudformation:stack" when Text(properties, "templateFile") is { } template:
                    yield return new Entry(folder, folder + template, Identity(artifact.Name, artifact.Value, properties));
                    break;
                case "cdk:cloud-assembly" when Text(properties, "directoryName") is { } directory:
                    foreach (var entry in Read($"{folder}{directory}/"))
                    {
                        yield return entry;
                    }

                    break;
            }
        }
    }

    private JsonElement? FindArtifacts(string path)
    {
        if (files.FindLength(path) is null)
        {
            problems.Add(Broken(path, "the manifest is missing"));
            return null;
        }

        var (root, problem) = TemplateReader.Parse(path, files.Read(path));
        if (problem is not null)
        {
            problems.Add(Broken(problem.Where, problem.What));
            return null;
        }

        var artifacts = Find(root, "artifacts");
        if (artifacts.ValueKind != JsonValueKind.Object)
        {
            problems.Add(Broken(path, "the manifest has no artifacts"));
            return null;
        }

        return artifacts;
    }

    private Problem Broken(string where, string what) =>
        DiagnosticCatalogue.BrokenAssembly.At($"{files.Name}: {where}", what, "run cdk synth again and give its output folder");

    private StackIdentity Identity(string id, JsonElement artifact, JsonElement properties)
    {
        var (account, region) = Environment(Text(artifact, "environment"));
        var name = Text(properties, "stackName") ?? id;
        return new StackIdentity(name, name, region, account)
        {
            Parameters = Pairs(Find(properties, "parameters")),
            ConstructPaths = ConstructPaths(artifact),
        };
    }

    // aws://123456789012/eu-west-1, or aws://unknown-account/unknown-region
    private static (string? Account, string? Region) Environment(string? environment)
    {
        var parts = environment?.Split('/');
        return parts is ["aws:", "", var account, var region]
            ? (account is "unknown-account" ? null : account, region is "unknown-region" ? null : region)
            : (null, null);
    }

    // {"/Dev/Vpc/Resource": [{"type": "aws:cdk:logicalId", "data": "Vpc8378EB38"}]}, here or in a file of its own.
    private ImmutableDictionary<string, string> ConstructPaths(JsonElement artifact)
    {
        var metadata = Find(artifact, "metadata");
        if (metadata.ValueKind != JsonValueKind.Object
            && Text(artifact, "additionalMetadataFile") is { } file
            && files.FindLength(file) is not null)
        {
            metadata = TemplateReader.Parse(file, files.Read(file)).Root;
        }

        var paths = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (metadata.ValueKind == JsonValueKind.Object)
        {
            foreach (var construct in metadata.EnumerateObject())
            {
                foreach (var entry in Items(construct.Value))
                {
                    if (Text(entry, "type") is "aws:cdk:logicalId" && Text(entry, "data") is { } logicalId)
                    {
                        paths[logicalId] = construct.Name.TrimStart('/');
                    }
                }
            }
        }

        return paths.ToImmutable();
    }

    private static ImmutableDictionary<string, string> Pairs(JsonElement map) =>
        map.ValueKind == JsonValueKind.Object
            ? map.EnumerateObject()
                .Where(entry => entry.Value.ValueKind == JsonValueKind.String)
                .GroupBy(entry => entry.Name, StringComparer.Ordinal)
                .ToImmutableDictionary(entries => entries.Key, entries => entries.Last().Value.GetString()!, StringComparer.Ordinal)
            : ImmutableDictionary<string, string>.Empty;

    private static JsonElement.ArrayEnumerator Items(JsonElement list) =>
        list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : default;

    private static JsonElement Find(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    private static string? Text(JsonElement element, string name) =>
        Find(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
