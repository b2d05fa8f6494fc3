using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.WholeTemplate;

/// <summary>N81. Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html</summary>
public sealed class StackSizeRule() : TemplateRule(
    "N81", "A stack has at most 450 resources (the quota is 500), 200 parameters and 200 outputs.")
{
    protected override void Examine(TemplateSet templates, RuleFindings findings)
    {
        foreach (var template in templates.Templates)
        {
            findings.Examined();
            Report(template, "resources", template.Resources.Length, 450, findings);
            Report(template, "parameters", template.Parameters.Count(), 200, findings);
            Report(template, "outputs", template.Outputs.Count(), 200, findings);
        }
    }

    private static void Report(Template template, string what, int count, int limit, RuleFindings findings)
    {
        if (count > limit)
        {
            findings.Violation(template.Name, what, $"has {count} {what}, more than {limit}");
        }
    }
}
