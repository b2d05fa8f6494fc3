using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.SecurityGroups;

/// <summary>N34, for security groups. Quota "Inbound or outbound rules per security group", 60 by default, for IPv4 and IPv6 each.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html#vpc-limits-security-groups</remarks>
public sealed class GroupQuotaRule() : ResourceRule(
    "N34", "A security group has at most 60 rules per direction and address family.", "AWS::EC2::SecurityGroup")
{
    private const int Quota = 60;

    protected override IEnumerable<string> Problems(Resource group)
    {
        foreach (var (direction, rules) in new[] { ("ingress", SecurityGroupRule.Ingress(group)), ("egress", SecurityGroupRule.Egress(group)) })
        {
            var all = rules.ToArray();
            // A rule that names a group or a prefix list counts for both families.
            var v4 = all.Count(rule => !rule.Json["CidrIpv6"].Exists);
            var v6 = all.Count(rule => !rule.Json["CidrIp"].Exists);
            if (Math.Max(v4, v6) is > Quota and var count)
            {
                yield return $"has {count} {direction} rules of one family (quota 'Inbound or outbound rules per security group': {Quota})";
            }
        }
    }
}
