using System.Collections.Immutable;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability.Packets;

namespace NetworkPatterns.Network.Findings;

/// <summary>NP3005: a rule of a security group that lets nothing more in or out than another rule of the same group.</summary>
internal sealed class CoveredGroupRules : IFindingRule
{
    public IEnumerable<Finding> Find(FindingContext context) =>
        from @group in context.Model.All<SecurityGroup>()
        from direction in new[] { (Name: "inbound", Rules: @group.Ingress), (Name: "outbound", Rules: @group.Egress) }
        from finding in Find(@group, direction.Name, direction.Rules)
        select finding;

    private static IEnumerable<Finding> Find(SecurityGroup group, string direction, ImmutableArray<SecurityGroupRule> all)
    {
        var rules = all.Where(rule => rule.Doubt is null && rule.Peer is not RulePeer.Open && TrafficBox.Of(rule.Traffic).Unknown is null).ToList();
        for (var i = 0; i < rules.Count; i++)
        {
            // Of two equal rules the later one is superfluous.
            var covering = rules.FindIndex(other => !ReferenceEquals(other, rules[i]) && Covers(other, rules[i]));
            if (covering >= 0 && (covering < i || !Covers(rules[i], rules[covering])))
            {
                yield return new(
                    DiagnosticCatalogue.CoveredGroupRule,
                    FindingSeverity.Information,
                    group.Component,
                    $"the {direction} rule for {Describe(rules[i])} is covered by the one for {Describe(rules[covering])}",
                    "delete it, or the wider one if that is the mistake")
                {
                    Related = [.. new[] { rules[i].Component, rules[covering].Component }.Where(component => component != group.Component).Distinct()],
                };
            }
        }
    }

    private static bool Covers(SecurityGroupRule wide, SecurityGroupRule narrow)
    {
        var (outer, inner) = (TrafficBox.Of(wide.Traffic).Box, TrafficBox.Of(narrow.Traffic).Box);
        return outer.Protocols.Contains(inner.Protocols) && outer.DestinationPorts.Contains(inner.DestinationPorts) && (wide.Peer, narrow.Peer) switch
        {
            (RulePeer.Range one, RulePeer.Range other) => one.Cidr.Contains(other.Cidr),
            var (one, other) => one == other,
        };
    }

    private static string Describe(SecurityGroupRule rule) => $"{Describe(rule.Traffic)} {rule.Peer switch
    {
        RulePeer.Range range => range.Cidr.ToString(),
        RulePeer.Group member => $"members of {member.SecurityGroup}",
        RulePeer.List list => list.PrefixList.ToString(),
        _ => "?",
    }}";

    private static string Describe(Traffic traffic) => traffic.Protocol.Value switch
    {
        6 => $"TCP {traffic.Ports}",
        17 => $"UDP {traffic.Ports}",
        1 or 58 => "ICMP",
        < 0 => "all traffic of",
        var protocol => $"protocol {protocol}",
    };
}
