using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.NetworkAcls;

/// <summary>N29. Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-networkaclentry.html</summary>
public sealed class EntryShapeRule() : TemplateRule(
    "N29", "A network ACL entry has a number of its own from 1 to 32766, a numeric protocol with what it needs, and one peer.")
{
    protected override void Examine(TemplateSet templates, RuleFindings findings)
    {
        foreach (var direction in templates.OfType(NetworkAclEntry.ResourceType)
            .GroupBy(entry => (entry.Template, entry["NetworkAclId"].Key, entry["Egress"].Flag ?? false)))
        {
            var numbers = new HashSet<string>(StringComparer.Ordinal);
            foreach (var entry in direction)
            {
                findings.Examined();
                foreach (var problem in Problems(entry))
                {
                    findings.Violation(entry, problem);
                }

                if (!numbers.Add(entry["RuleNumber"].Key))
                {
                    findings.Violation(entry, $"another entry of its network ACL and direction has the number {entry["RuleNumber"].Key}");
                }
            }
        }
    }

    private static IEnumerable<string> Problems(Resource entry)
    {
        if (entry["RuleNumber"].Number is not (>= 1 and <= 32766))
        {
            yield return $"RuleNumber {entry["RuleNumber"].Key} is not from 1 to 32766";
        }

        if (entry["RuleAction"].Text is not ("allow" or "deny"))
        {
            yield return $"RuleAction is '{entry["RuleAction"].Key}'";
        }

        if (entry["CidrBlock"].Exists == entry["Ipv6CidrBlock"].Exists)
        {
            yield return "has not exactly one of CidrBlock and Ipv6CidrBlock";
        }

        var protocol = entry["Protocol"].Number;
        if (protocol is null)
        {
            yield return $"Protocol {entry["Protocol"].Key} is not a number";
        }

        if (protocol is 6 or 17 && (entry["PortRange"]["From"].Number is not (>= 0 and <= 65535) || entry["PortRange"]["To"].Number is not (>= 0 and <= 65535)
            || entry["PortRange"]["From"].Number > entry["PortRange"]["To"].Number))
        {
            yield return $"protocol {protocol} needs a PortRange, not '{entry["PortRange"].Key}'";
        }

        if (protocol is 1 or 58 && (entry["Icmp"]["Type"].Number is null || entry["Icmp"]["Code"].Number is null))
        {
            yield return $"protocol {protocol} needs an Icmp type and code";
        }
    }
}
