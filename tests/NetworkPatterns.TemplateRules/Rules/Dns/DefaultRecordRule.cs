using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Dns;

/// <summary>N48. Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-geo.html</summary>
public sealed class DefaultRecordRule() : TemplateRule(
    "N48", "A geolocation group has a record for every other place, an IP-based group one for every other address.")
{
    protected override void Examine(TemplateSet templates, RuleFindings findings)
    {
        foreach (var group in RecordView.Groups(templates))
        {
            Check(group, "GeoLocation", "CountryCode", findings);
            Check(group, "CidrRoutingConfig", "LocationName", findings);
        }
    }

    private static void Check(IReadOnlyList<RecordView> group, string selector, string place, RuleFindings findings)
    {
        var records = group.Where(record => record.Properties[selector].Exists).ToList();
        if (records.Count == 0)
        {
            return;
        }

        findings.Examined();
        if (records.TrueForAll(record => record.Properties[selector][place].Text != "*"))
        {
            findings.Violation(records[0].Resource, $"its group has no record with the {place} '*'");
        }
    }
}
