using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.SecurityGroups;

/// <summary>N27, for named groups: each group of a chain takes traffic from the one before it on one port, and from nothing else.</summary>
public static class TierChain
{
    /// <summary>What breaks the chain from the first group to the last.</summary>
    /// <param name="template">The template of all groups.</param>
    /// <param name="first">Logical ID of the group at the open end, whose ingress is not looked at.</param>
    /// <param name="links">The groups behind it in order, each with the port on which it takes traffic from the one before.</param>
    public static IEnumerable<string> Problems(Template template, string first, params (string Group, int Port)[] links)
    {
        ArgumentNullException.ThrowIfNull(template);
        var before = first;
        foreach (var (group, port) in links)
        {
            if (template.Find(group) is not { Type: "AWS::EC2::SecurityGroup" } resource)
            {
                yield return $"{group} is not a security group of the template";
                yield break;
            }

            var ingress = SecurityGroupRule.Ingress(resource).ToArray();
            if (ingress.Length == 0)
            {
                yield return $"{group} lets nothing in";
            }

            foreach (var rule in ingress.Where(rule =>
                rule.PeerGroup?.LogicalId != before || rule.Json["FromPort"].Number != port || rule.Json["ToPort"].Number != port))
            {
                yield return $"{group} lets in {rule.Peers.FirstOrDefault().Key} on {rule.Json["FromPort"].Key}-{rule.Json["ToPort"].Key}, not only {before} on {port}";
            }

            before = group;
        }
    }
}
