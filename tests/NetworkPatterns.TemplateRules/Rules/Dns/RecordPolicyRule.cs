using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Dns;

/// <summary>N45. Source: https://docs.aws.amazon.com/Route53/latest/APIReference/API_ResourceRecordSet.html</summary>
public sealed class RecordPolicyRule() : TemplateRule(
    "N45", "Records of one name and type have one routing policy and a set identifier each; a simple record stands alone without one.")
{
    protected override void Examine(TemplateSet templates, RuleFindings findings)
    {
        foreach (var group in RecordView.Groups(templates))
        {
            var identifiers = new HashSet<string>(StringComparer.Ordinal);
            foreach (var record in group)
            {
                findings.Examined();
                foreach (var problem in Problems(record, group, identifiers))
                {
                    findings.Violation(record.Resource, problem);
                }
            }
        }
    }

    private static IEnumerable<string> Problems(RecordView record, IReadOnlyList<RecordView> group, HashSet<string> identifiers)
    {
        var identifier = record.Properties["SetIdentifier"];
        switch (record.Policies.Count)
        {
            case > 1:
                yield return $"has several policies: {string.Join(", ", record.Policies)}";
                break;
            case 0 when identifier.Exists:
                yield return "is simple and has a SetIdentifier";
                break;
            case 0 when group.Count > 1:
                yield return $"is simple and shares its name and type with {group.Count - 1} others";
                break;
            case 1 when !identifier.Exists:
                yield return "has no SetIdentifier";
                break;
            case 1 when !identifiers.Add(identifier.Key):
                yield return $"has the SetIdentifier '{identifier.Key}' of another record of its name and type";
                break;
        }

        if (record.Policies is [var policy] && group.Any(other => other.Policies is [var its] && its != policy))
        {
            yield return $"has the policy {policy}, and another record of its name and type has another";
        }
    }
}
