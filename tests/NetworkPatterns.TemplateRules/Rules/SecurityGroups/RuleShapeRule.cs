using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.SecurityGroups;

/// <summary>N25. Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html</summary>
public sealed class RuleShapeRule() : TemplateRule(
    "N25", "A security group rule has exactly one peer; all protocols come without ports, TCP and UDP with both.")
{
    protected override void Examine(TemplateSet templates, RuleFindings findings)
    {
        foreach (var resource in templates.OfType(SecurityGroupRule.DeclaringTypes))
        {
            foreach (var list in new[] { "SecurityGroupIngress", "SecurityGroupEgress" })
            {
                if (resource[list].IsUnknownList)
                {
                    findings.Violation(resource, $"{list} can't be decided from the template: {resource[list].Key}");
                }
            }

            foreach (var rule in SecurityGroupRule.DeclaredBy(resource))
            {
                findings.Examined();
                foreach (var problem in Problems(rule))
                {
                    findings.Violation(resource, problem);
                }
            }
        }
    }

    private static IEnumerable<string> Problems(SecurityGroupRule rule)
    {
        if (rule.Peers.Length != 1)
        {
            yield return $"a rule has {rule.Peers.Length} peers";
        }

        var (from, to) = (rule.Json["FromPort"], rule.Json["ToPort"]);
        switch (rule.Protocol)
        {
            case null:
                yield return $"IpProtocol can't be decided from the template: {rule.Json["IpProtocol"].Key}";
                break;
            case "-1" when from.Exists || to.Exists:
                yield return "a rule for all protocols has ports";
                break;
            case "tcp" or "6" or "udp" or "17" when !from.Exists || !to.Exists:
                yield return $"a {rule.Protocol} rule lacks a port";
                break;
            // A port that only deployment knows (a database's endpoint) is one port when both ends are the same value.
            case "tcp" or "6" or "udp" or "17" when from.Key != to.Key && (from.Number is not (>= 0 and <= 65535) || to.Number is not (>= 0 and <= 65535) || from.Number > to.Number):
                yield return $"ports {from.Key} to {to.Key} are no range";
                break;
            case "icmp" or "1" or "icmpv6" or "58" when !from.Exists || !to.Exists:
                yield return "an ICMP rule lacks its type (FromPort) or code (ToPort)";
                break;
            default:
                break;
        }
    }
}
