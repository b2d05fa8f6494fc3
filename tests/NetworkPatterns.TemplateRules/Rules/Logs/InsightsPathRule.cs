using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Logs;

/// <summary>N76. Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-networkinsightspath.html</summary>
public sealed class InsightsPathRule() : TemplateRule("N76", "A Reachability Analyzer path is for TCP or UDP, and there is one per flow.")
{
    private static readonly string[] Flow = ["Source", "Destination", "SourceIp", "DestinationIp", "Protocol", "DestinationPort", "FilterAtSource", "FilterAtDestination"];

    protected override void Examine(TemplateSet templates, RuleFindings findings)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in templates.OfType("AWS::EC2::NetworkInsightsPath"))
        {
            findings.Examined();
            if (path["Protocol"].Text is not ("tcp" or "udp"))
            {
                findings.Violation(path, $"Protocol is '{path["Protocol"].Key}', not tcp or udp");
            }

            if (!seen.Add(path.Template.Name + '|' + string.Join('|', Flow.Select(property => path[property].Key))))
            {
                findings.Violation(path, "another path is for the same flow");
            }
        }
    }
}
