using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace NetworkPatterns.TemplateRules.Snapshots;

/// <summary>Templates as text that can be compared and read.</summary>
public static partial class TemplateText
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        // Arrows and quotes stay what they are; the text is never part of a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The template in one layout, its members in their own order, asset hashes scrubbed.</summary>
    public static string Of(string json) => ScrubHashes(JsonNode.Parse(json)!.ToJsonString(Readable)) + "\n";

    /// <summary>The template with members sorted and what only CDK adds left out, so that the same resources are the same text.</summary>
    /// <param name="json">The template.</param>
    /// <param name="options">What else to leave out or rename.</param>
    public static string Canonical(string json, CanonicalOptions? options = null)
    {
        options ??= new();
        var root = JsonNode.Parse(json)!.AsObject();
        if (options.WithoutPaths)
        {
            RemovePaths(root);
        }

        JsonNode node = options.WithNeutralPartition ? PartitionText.Neutral(root)! : root;
        node = options.LogicalIds is { } ids ? LogicalIdText.Rename(node.AsObject(), ids) : node;
        return ScrubHashes(Sorted(node)!.ToJsonString(Readable)) + "\n";
    }

    /// <summary>Replaces the hashes of assets: they change with files, not with what is built.</summary>
    public static string ScrubHashes(string text) => Hash().Replace(text, "<asset-hash>");

    private static void RemovePaths(JsonObject root)
    {
        foreach (var (_, value) in root["Resources"]?.AsObject() ?? [])
        {
            if (value?["Metadata"] is JsonObject metadata && metadata.Remove("aws:cdk:path") && metadata.Count == 0)
            {
                value.AsObject().Remove("Metadata");
            }
        }
    }

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members
            .OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => KeyValuePair.Create(member.Key, Sorted(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        _ => node?.DeepClone(),
    };

    [GeneratedRegex("(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Hash();
}

/// <summary>What <see cref="TemplateText.Canonical"/> makes equal.</summary>
public sealed record CanonicalOptions
{
    /// <summary>Leave <c>aws:cdk:path</c> out of the metadata.</summary>
    public bool WithoutPaths { get; init; }

    /// <summary>Write the partition as CDK's flag <c>enablePartitionLiterals</c> does: <c>aws</c>, folded into the text around it.</summary>
    public bool WithNeutralPartition { get; init; }

    /// <summary>Logical IDs to rename, old to new, wherever they stand.</summary>
    public IReadOnlyDictionary<string, string>? LogicalIds { get; init; }
}
