using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.SecurityGroups;

/// <summary>N27, for every template: what one group may send to another, the other lets in, and the reverse. <see cref="TierChain"/> checks the chain of named tiers.</summary>
public sealed class SymmetricGroupsRule() : TemplateRule(
    "N27", "Rules between two security groups come in pairs: egress of one, ingress of the other.")
{
    protected override void Examine(TemplateSet templates, RuleFindings findings)
    {
        foreach (var resource in templates.OfType(SecurityGroupRule.DeclaringTypes))
        {
            foreach (var rule in SecurityGroupRule.DeclaredBy(resource).Where(rule => rule.PeerGroupId.Exists))
            {
                findings.Examined();
                if (Problem(rule) is { } problem)
                {
                    findings.Violation(resource, problem);
                }
            }
        }
    }

    private static string? Problem(SecurityGroupRule rule)
    {
        if (rule.Owner is not { } owner || rule.PeerGroup is not { } peer)
        {
            return $"the other half can't be decided from the template: {rule.PeerGroupId.Key}";
        }

        if (IsOfLattice(owner))
        {
            return null;
        }

        var halves = rule.IsEgress
            ? SecurityGroupRule.Ingress(peer).Where(half => ReferenceEquals(half.PeerGroup, owner))
            : SecurityGroupRule.Egress(peer).Where(half => ReferenceEquals(half.PeerGroup, owner) || half.AllowsAllOut);
        return halves.Any(half => half.Covers(rule))
            ? null
            : $"{(rule.IsEgress ? $"may send to {peer.LogicalId}, which" : $"lets in {peer.LogicalId}, which")} "
                + $"has no {(rule.IsEgress ? "ingress" : "egress")} for it ({rule.Protocol} {rule.Json["FromPort"].Key}-{rule.Json["ToPort"].Key})";
    }

    // Clients send to the link-local range of VPC Lattice; no interface has the group of an association.
    // https://docs.aws.amazon.com/vpc-lattice/latest/ug/security-groups.html
    private static bool IsOfLattice(Resource group) => group.Template.Resources.Any(association =>
        association.Type == "AWS::VpcLattice::ServiceNetworkVpcAssociation" && association["SecurityGroupIds"].Items.Any(id => ReferenceEquals(id.Target, group)));
}
