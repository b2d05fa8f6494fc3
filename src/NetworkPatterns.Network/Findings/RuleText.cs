using NetworkPatterns.Network.Model;

namespace NetworkPatterns.Network.Findings;

/// <summary>What a security group rule is for, as a sentence says it.</summary>
internal static class RuleText
{
    /// <summary>A rule: "TCP 443 from 10.0.0.0/8".</summary>
    public static string Of(SecurityGroupRule rule, bool isInbound) => $"{Of(rule.Traffic)} {(isInbound ? "from" : "to")} {rule.Peer switch
    {
        RulePeer.Range range => range.Cidr.ToString(),
        RulePeer.Group member => $"members of {member.SecurityGroup}",
        RulePeer.List list => list.PrefixList.ToString(),
        _ => "an unknown peer",
    }}";

    private static string Of(Traffic traffic) => traffic.Protocol switch
    {
        { IsKnown: false } => "an unknown protocol",
        { Value: 6 } => $"TCP {traffic.Ports}",
        { Value: 17 } => $"UDP {traffic.Ports}",
        { Value: 1 or 58 } => "ICMP",
        { Value: < 0 } => "all traffic",
        var protocol => $"protocol {protocol}",
    };
}
