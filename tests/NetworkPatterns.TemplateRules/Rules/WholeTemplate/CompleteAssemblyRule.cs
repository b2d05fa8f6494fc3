using System.Text.Json;
using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.WholeTemplate;

/// <summary>N80, the part that one cloud assembly shows. That two synths are equal is shown by <see cref="Snapshots.TemplateText"/>.</summary>
public sealed class CompleteAssemblyRule() : TemplateRule("N80", "A cloud assembly misses no context.")
{
    protected override void Examine(TemplateSet templates, RuleFindings findings)
    {
        foreach (var manifest in templates.Manifests)
        {
            findings.Examined();
            if (manifest.Root.TryGetProperty("missing", out var missing))
            {
                var keys = missing.ValueKind == JsonValueKind.Array
                    ? missing.EnumerateArray().Select(entry => entry.TryGetProperty("key", out var key) ? key.ToString() : entry.ToString())
                    : [missing.ToString()];
                findings.Violation(manifest.Name, "missing", $"asks for context: {string.Join(", ", keys)}");
            }
        }
    }
}
