using System.Text.Json;
using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.WholeTemplate;

/// <summary>N82. An export that CDK made for a reference between stacks is recognised by its output's name.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/cdk/v2/guide/resources.html#resource-stack</remarks>
public sealed class DeclaredExportsRule() : TemplateRule(
    "N82", "A stack exports only what was declared, imports only what a stack of its app exports, and reads nothing of another Region.")
{
    protected override void Examine(TemplateSet templates, RuleFindings findings)
    {
        var exports = templates.Templates.SelectMany(ExportsOf).ToHashSet(StringComparer.Ordinal);
        foreach (var template in templates.Templates)
        {
            findings.Examined();
            foreach (var output in template.Outputs.Where(output =>
                output.Value.TryGetProperty("Export", out _) && output.Name.StartsWith("ExportsOutput", StringComparison.Ordinal)))
            {
                findings.Violation(template.Name, output.Name, "is an export that nobody declared");
            }

            foreach (var resource in template.Resources)
            {
                foreach (var import in ImportsIn(resource.Json).Where(import => !exports.Contains(import)))
                {
                    findings.Violation(resource, $"imports {import}, which no template of this set exports");
                }

                if (resource.Json.GetRawText().Contains("/cdk/exports/", StringComparison.Ordinal))
                {
                    findings.Violation(resource, "reads a value of another Region");
                }
            }
        }
    }

    private static IEnumerable<string> ExportsOf(Template template) => template.Outputs
        .Where(output => output.Value.TryGetProperty("Export", out _))
        .Select(output => ValueText.Of(output.Value.GetProperty("Export").GetProperty("Name")));

    private static IEnumerable<string> ImportsIn(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().SelectMany(ImportsIn),
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member =>
            member.Name == "Fn::ImportValue" ? [ValueText.Of(member.Value)] : ImportsIn(member.Value)),
        _ => [],
    };
}
