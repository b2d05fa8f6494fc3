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
        from direction in new[] { (IsInbound: true, Rules: @group.Ingress), (IsInbound: false, Rules: @group.Egress) }
        from finding in Find(@group, direction.IsInbound, direction.Rules)
        select finding;

    private static IEnumerable<Finding> Find(SecurityGroup group, bool isInbound, ImmutableArray<SecurityGroupRule> all)
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
                    $"the {(isInbound ? "inbound" : "outbound")} rule for {RuleText.Of(rules[i], isInbound)} is covered by the one for {RuleText.Of(rules[covering], isInbound)}",
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
}
