using NetworkPatterns.TemplateRules.Reading;
using NetworkPatterns.TemplateRules.Rules.SecurityGroups;

namespace NetworkPatterns.TemplateRules.Rules.WholeTemplate;

/// <summary>E62. A tier that is meant to face the internet is an exception, stated where the rules are run.</summary>
/// <remarks>An intrinsic is right only for addresses that no template knows: from an IPAM pool, a prefix list, or IPv6 from Amazon.</remarks>
public sealed class ClosedIngressRule() : TemplateRule(
    "E62", "A security group lets nothing in from everywhere, and names addresses as literals where they are known.")
{
    protected override void Examine(TemplateSet templates, RuleFindings findings)
    {
        foreach (var resource in templates.OfType(SecurityGroupRule.DeclaringTypes))
        {
            foreach (var rule in SecurityGroupRule.DeclaredBy(resource).Where(rule => !rule.IsEgress))
            {
                findings.Examined();
                if (rule.PeerRange is { IsEverything: true })
                {
                    findings.Violation(resource, $"lets everyone in ({rule.Protocol} {rule.Json["FromPort"].Key}-{rule.Json["ToPort"].Key})");
                }

                foreach (var cidr in new[] { rule.Json["CidrIp"], rule.Json["CidrIpv6"] }.Where(cidr => cidr.Exists && cidr.Text is null))
                {
                    if (AddressRange.Of(cidr) is not { Base.Length: > 0 })
                    {
                        findings.Violation(resource, $"lets in {cidr.Key}, which should be a literal");
                    }
                }
            }
        }
    }
}
