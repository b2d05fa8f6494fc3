using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.WholeTemplate;

/// <summary>N79 and E59. A Lambda function that a user passed in is an exception, stated where the rules are run.</summary>
public sealed class PlainCloudFormationRule() : TemplateRule(
    "N79", "A template has no custom resource, no transform, no macro, and no Lambda function that a user did not pass in.")
{
    protected override void Examine(TemplateSet templates, RuleFindings findings)
    {
        foreach (var template in templates.Templates)
        {
            findings.Examined();
            if (template.Root.TryGetProperty("Transform", out var transform))
            {
                findings.Violation(template.Name, "Transform", $"uses the transform {transform}");
            }

            if (template.Root.GetRawText().Contains("\"Fn::Transform\"", StringComparison.Ordinal))
            {
                findings.Violation(template.Name, "Fn::Transform", "uses a macro");
            }

            foreach (var resource in template.Resources.Where(IsForbidden))
            {
                findings.Violation(resource, $"is of type {resource.Type}");
            }
        }
    }

    private static bool IsForbidden(Resource resource) =>
        resource.Type is "AWS::CloudFormation::CustomResource" or "AWS::CloudFormation::Macro" or "AWS::Lambda::Function"
        || resource.Type.StartsWith("Custom::", StringComparison.Ordinal)
        || resource.Type.StartsWith("AWS::Serverless::", StringComparison.Ordinal);
}
