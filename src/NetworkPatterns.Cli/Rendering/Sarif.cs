using System.Text.Json.Nodes;

namespace NetworkPatterns.Cli.Rendering;

/// <summary>Results in the Static Analysis Results Interchange Format 2.1.0, which code scanning reads.</summary>
/// <remarks>Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html</remarks>
internal static class Sarif
{
    public static void Write(TextWriter output, IReadOnlyCollection<SarifResult> results)
    {
        var rules = results.DistinctBy(result => result.RuleId, StringComparer.Ordinal).OrderBy(result => result.RuleId, StringComparer.Ordinal).ToList();
        output.WriteLine(new JsonObject
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new JsonArray(new JsonObject
            {
                ["tool"] = new JsonObject
                {
                    ["driver"] = new JsonObject
                    {
                        ["name"] = "netpatterns",
                        ["rules"] = new JsonArray(
                        [
                            .. rules.Select(rule => new JsonObject
                            {
                                ["id"] = rule.RuleId,
                                ["shortDescription"] = new JsonObject { ["text"] = rule.Title },
                                ["help"] = new JsonObject { ["text"] = $"See docs/diagnostics/{rule.RuleId}.md" },
                            }),
                        ]),
                    },
                },
                ["columnKind"] = "utf16CodeUnits",
                ["results"] = new JsonArray([.. results.Select(result => ToJson(result, rules.FindIndex(rule => rule.RuleId == result.RuleId)))]),
            }),
        }.ToJsonString(AnswerJson.Indented));
    }

    private static JsonObject ToJson(SarifResult result, int rule)
    {
        var location = new JsonObject
        {
            ["logicalLocations"] = new JsonArray(new JsonObject { ["fullyQualifiedName"] = result.Name, ["kind"] = "resource" }),
        };
        if (result.File is { } file)
        {
            // Code scanning shows nothing without a line.
            location["physicalLocation"] = new JsonObject
            {
                ["artifactLocation"] = new JsonObject { ["uri"] = string.Join('/', file.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString)) },
                ["region"] = new JsonObject { ["startLine"] = result.Line },
            };
        }

        return new JsonObject
        {
            ["ruleId"] = result.RuleId,
            ["ruleIndex"] = rule,
            ["level"] = result.Level,
            ["message"] = new JsonObject { ["text"] = result.Message },
            ["locations"] = new JsonArray(location),
        };
    }
}
