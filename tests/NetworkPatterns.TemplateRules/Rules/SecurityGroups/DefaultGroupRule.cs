using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.SecurityGroups;

/// <summary>N28. Source: https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html</summary>
public sealed class DefaultGroupRule() : TemplateRule("N28", "Nothing uses a VPC's default security group.")
{
    protected override void Examine(TemplateSet templates, RuleFindings findings)
    {
        foreach (var resource in templates.Resources)
        {
            findings.Examined();
            if (References.In(resource.Json).Any(reference => reference.Attribute == "DefaultSecurityGroup"))
            {
                findings.Violation(resource, "refers to a VPC's default security group");
            }
        }

        foreach (var template in templates.Templates)
        {
            foreach (var output in template.Outputs.Where(output =>
                References.In(output.Value).Any(reference => reference.Attribute == "DefaultSecurityGroup")))
            {
                findings.Violation(template.Name, output.Name, "hands out a VPC's default security group");
            }
        }
    }
}
