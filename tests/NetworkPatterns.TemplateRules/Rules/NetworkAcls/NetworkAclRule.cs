using System.Collections.Immutable;
using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.NetworkAcls;

/// <summary>A rule about all entries of one network ACL together.</summary>
public abstract class NetworkAclRule(string id, string statement) : TemplateRule(id, statement)
{
    protected sealed override void Examine(TemplateSet templates, RuleFindings findings)
    {
        foreach (var acl in templates.OfType(NetworkAclEntry.ResourceType).GroupBy(entry => (entry.Template, entry["NetworkAclId"].Key)))
        {
            var entries = ImmutableArray.CreateBuilder<NetworkAclEntry>();
            foreach (var resource in acl)
            {
                findings.Examined();
                if (NetworkAclEntry.TryRead(resource) is { } entry)
                {
                    entries.Add(entry);
                }
                else
                {
                    findings.Violation(resource, "the entry can't be decided from the template");
                }
            }

            Examine(entries.ToImmutable(), findings);
        }
    }

    private protected abstract void Examine(ImmutableArray<NetworkAclEntry> entries, RuleFindings findings);
}
