using System.Text.Json.Nodes;

namespace NetworkPatterns.Constructs.Tests.Support;

/// <summary>CDK's feature flags as a new app of our version sets them.</summary>
internal static class CdkFlags
{
    /// <summary>The flags of the repository's own <c>cdk.json</c>, which are all that CDK recommends.</summary>
    public static IReadOnlyDictionary<string, object> Recommended { get; } = JsonNode
        .Parse(File.ReadAllText(Path.Combine(Repository.Root, "cdk.json")))!["context"]!
        .AsObject()
        .ToDictionary(flag => flag.Key, flag => Value(flag.Value!));

    private static object Value(JsonNode node) => node.GetValueKind() switch
    {
        System.Text.Json.JsonValueKind.True => true,
        System.Text.Json.JsonValueKind.False => false,
        System.Text.Json.JsonValueKind.Array => node.AsArray().Select(item => item!.GetValue<string>()).ToArray(),
        _ => node.GetValue<string>(),
    };
}
