using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.SecurityGroups;

/// <summary>N26. EC2 lets a group without egress rules send everything; CloudFormation takes that rule away once there is one.</summary>
public sealed class ExplicitEgressRule() : ResourceRule(
    "N26", "A security group says what it may send; one with standalone egress rules has no inline rule for everything.", "AWS::EC2::SecurityGroup")
{
    protected override IEnumerable<string> Problems(Resource group)
    {
        var egress = SecurityGroupRule.Egress(group).ToArray();
        if (egress.Length == 0)
        {
            yield return "has no egress rule, so EC2 lets it send everything";
        }

        var hasStandalone = egress.Any(rule => !ReferenceEquals(rule.Declaration, group));
        if (hasStandalone && egress.Any(rule => ReferenceEquals(rule.Declaration, group) && rule.AllowsAllOut))
        {
            yield return "may send everything, and has standalone egress rules besides";
        }
    }
}
