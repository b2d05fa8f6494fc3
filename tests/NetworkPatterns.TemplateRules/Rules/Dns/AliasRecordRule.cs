using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Dns;

/// <summary>N46. Source: https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html</summary>
public sealed class AliasRecordRule() : TemplateRule(
    "N46", "An alias has neither TTL nor values, another record both; a multivalue record is no alias and has one value.")
{
    protected override void Examine(TemplateSet templates, RuleFindings findings)
    {
        foreach (var record in RecordView.All(templates))
        {
            findings.Examined();
            if (record.IsAlias == (record.Properties["TTL"].Exists || record.Properties["ResourceRecords"].Exists))
            {
                findings.Violation(record.Resource, record.IsAlias ? "is an alias with a TTL or values" : "is neither an alias nor has it a TTL and values");
            }

            if (!record.IsAlias && (!record.Properties["TTL"].Exists || !record.Properties["ResourceRecords"].Exists))
            {
                findings.Violation(record.Resource, "lacks its TTL or its values");
            }

            if (record.Properties["MultiValueAnswer"].Flag == true && (record.IsAlias || record.Properties["ResourceRecords"].Items.Length != 1))
            {
                findings.Violation(record.Resource, "is a multivalue answer and not one value");
            }
        }
    }
}
