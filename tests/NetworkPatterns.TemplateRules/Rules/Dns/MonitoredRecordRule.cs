using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Dns;

/// <summary>E20a. Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-complex-configs.html</summary>
public sealed class MonitoredRecordRule() : TemplateRule(
    "E20a", "Latency records have Regions of their own; they and primaries have a health check or an evaluated target, which is never CloudFront; an alias of CloudFront has its zone.")
{
    private const string CloudFrontZone = "Z2FDTNDATAQYW2";

    protected override void Examine(TemplateSet templates, RuleFindings findings)
    {
        foreach (var group in RecordView.Groups(templates))
        {
            var regions = new HashSet<string>(StringComparer.Ordinal);
            foreach (var record in group)
            {
                var alias = record.Properties["AliasTarget"];
                var isCloudFront = alias["HostedZoneId"].Text == CloudFrontZone || alias["DNSName"].Key.Contains(".cloudfront.net", StringComparison.Ordinal);
                if (!isCloudFront && record.Policies is not (["Region"] or ["Failover"]))
                {
                    continue;
                }

                findings.Examined();
                foreach (var problem in Problems(record, isCloudFront, regions))
                {
                    findings.Violation(record.Resource, problem);
                }
            }
        }
    }

    private static IEnumerable<string> Problems(RecordView record, bool isCloudFront, HashSet<string> regions)
    {
        var alias = record.Properties["AliasTarget"];
        if (isCloudFront && (alias["HostedZoneId"].Text != CloudFrontZone || alias["EvaluateTargetHealth"].Flag == true))
        {
            yield return $"is an alias of CloudFront with the zone {alias["HostedZoneId"].Key}, or with its health evaluated";
        }

        if (record.Properties["Region"] is { Exists: true } region && !regions.Add(region.Key))
        {
            yield return $"is for the Region {region.Key}, as another record is";
        }

        if (record.Policies is ["Region"] or ["Failover"] && record.Properties["Failover"].Text != "SECONDARY" && !record.IsMonitored)
        {
            yield return "has neither a health check nor an evaluated target";
        }
    }
}
