using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Dns;

/// <summary>N47. Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-failover.html</summary>
public sealed class FailoverRule() : TemplateRule(
    "N47", "A failover group has one primary, whose failure is seen, and one secondary.")
{
    protected override void Examine(TemplateSet templates, RuleFindings findings)
    {
        foreach (var group in RecordView.Groups(templates).Where(group => group.Any(record => record.Properties["Failover"].Exists)))
        {
            findings.Examined();
            foreach (var role in new[] { "PRIMARY", "SECONDARY" })
            {
                if (group.Count(record => record.Properties["Failover"].Text == role) != 1)
                {
                    findings.Violation(group[0].Resource, $"its group has not exactly one {role}");
                }
            }

            foreach (var primary in group.Where(record => record.Properties["Failover"].Text == "PRIMARY" && !record.IsMonitored))
            {
                findings.Violation(primary.Resource, "is a primary with neither a health check nor an evaluated target");
            }
        }
    }
}
