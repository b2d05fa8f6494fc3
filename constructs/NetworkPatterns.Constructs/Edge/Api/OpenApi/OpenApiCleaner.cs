using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Api.OpenApi;

/// <summary>Leaves out of a document what only readers use, and says what API Gateway does not support.</summary>
/// <remarks>
/// API Gateway's models are schemas of draft 4. What it takes and then does not check would let requests through that the document refuses,
/// so it is a problem, as is what an import drops.
/// <para>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html</para>
/// </remarks>
internal sealed class OpenApiCleaner(string where, ProblemList problems)
{
    private const string NotChecked = "say it in the backend, and leave it out here";

    // Nothing happens at run time because of these.
    private static readonly string[] ForReaders = ["deprecated", "example", "examples", "externalDocs", "xml"];

    // Formats that narrow nothing: API Gateway checks the type only.
    private static readonly string[] Formats = ["int32", "int64", "decimal"];

    // Keys whose members have names that somebody chose.
    private static readonly string[] Named =
    [
        "paths", "properties", "patternProperties", "definitions", "dependencies", "schemas", "responses", "parameters", "headers", "requestBodies",
        "content", "securitySchemes", "variables", "mapping", "encoding", "scopes",
    ];

    // Keys with data, or with what others read.
    private static readonly string[] Data = ["default", "enum", "const"];

    /// <summary>The document as it can be deployed.</summary>
    public MapValue Clean(MapValue root) => Clean(root, "#", isNamed: false) as MapValue ?? MapValue.Empty;

    private Value Clean(Value value, string pointer, bool isNamed) => value switch
    {
        MapValue map => CleanMap(map, pointer, isNamed),
        ListValue list => new ListValue([.. list.Items.Select((item, index) => Clean(item, $"{pointer}/{index}", isNamed: false))]),
        _ => value,
    };

    private Value CleanMap(MapValue map, string pointer, bool isNamed)
    {
        if (map.Entries is [{ Key: var only }] && (only is "Ref" or "Condition" || only.StartsWith("Fn::", StringComparison.Ordinal)))
        {
            Unsupported(pointer, $"'{only}' alone is a function of CloudFormation", "give the object another member, or the member another name");
        }

        var kept = new List<KeyValuePair<string, Value>>();
        foreach (var (key, item) in map.Entries)
        {
            var place = OpenApiWords.Step(pointer, key);
            if (isNamed)
            {
                kept.Add(KeyValuePair.Create(key, Clean(item, place, isNamed: false)));
                continue;
            }

            Check(key, item, place);
            if (!ForReaders.Contains(key, StringComparer.Ordinal) && !(key == "format" && Formats.Contains(item.Text(), StringComparer.Ordinal)))
            {
                kept.Add(KeyValuePair.Create(key, IsData(key) ? item : Clean(item, place, isNamed: Named.Contains(key, StringComparer.Ordinal) && item is MapValue)));
            }
        }

        return kept.Count == 0 ? Value.EmptyObject : new MapValue([.. kept]);
    }

    private static bool IsData(string key) =>
        Data.Contains(key, StringComparer.Ordinal) || (key.StartsWith("x-", StringComparison.Ordinal) && key != OpenApiWords.AnyMethod);

    private void Check(string key, Value item, string place)
    {
        switch (key)
        {
            case "$ref" when item.Text()?.StartsWith("#/", StringComparison.Ordinal) != true:
                Unsupported(place, $"'{item.Text()}' leads out of the document", "put what it leads to into the document");
                break;
            case "nullable" or "readOnly" or "writeOnly" when item is BooleanValue { IsTrue: true }:
                Unsupported(place, $"API Gateway does not know '{key}'", NotChecked);
                break;
            case "discriminator" or "exclusiveMinimum" or "exclusiveMaximum" or "minItems" or "maxItems":
                Unsupported(place, $"API Gateway does not check '{key}'", NotChecked);
                break;
            case "callbacks" or "links" or "webhooks" or "trace":
                Unsupported(place, $"API Gateway has no '{key}'", "leave it out");
                break;
            case "in" when item.Text() == "cookie":
                Unsupported(place, "API Gateway has no parameters in cookies", "leave it out, and look at cookies in the backend");
                break;
            case var extension when extension.StartsWith(OpenApiWords.Extension, StringComparison.Ordinal) && extension is not (OpenApiWords.AnyMethod or $"{OpenApiWords.Extension}documentation"):
                Unsupported(place, $"'{key}' says what routes and props say", "leave it out: they make the extensions");
                break;
        }
    }

    private void Unsupported(string pointer, string what, string fix) => problems.Add(DiagnosticCatalogue.OpenApiUnsupported.At(where, $"{pointer}: {what}", fix));
}
