using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability.Index;
using NetworkPatterns.Network.Reachability.Packets;
using NetworkPatterns.Network.Reachability.Walking;

namespace NetworkPatterns.Network.Reachability.Conversations;

/// <summary>Security groups of both ends: by address, and by membership of the other end.</summary>
internal sealed partial class Conversation
{
    /// <summary>What the sender's groups let out.</summary>
    private List<Flow> LetOut(Flow flow, InterfaceNode node)
    {
        var result = new List<Flow>();
        var component = FirstGroup(node);
        Apply(flow, node.Egress.ByAddress, component, "outbound", result);
        if (to is End.Interface { Node: var receiver })
        {
            foreach (var (group, filter, doubts) in ByMembership(node.Egress, receiver))
            {
                Apply(flow.If(doubts) with { NeedsMemberOf = group }, filter, component, "outbound", result);
            }
        }

        if (result.Count == 0)
        {
            AddBlocked(flow, node.Egress, component, "outbound", code: null, result);
        }

        return result;
    }

    /// <summary>What the receiver's groups let in.</summary>
    private List<Flow> LetIn(Flow flow, InterfaceNode node, InterfaceNode? sender)
    {
        var result = new List<Flow>();
        var component = FirstGroup(node);
        var keepsReferences = flow.References.Code is null;
        Apply(flow, node.Ingress.ByAddress, component, "inbound", result);
        var members = sender is null ? [] : ByMembership(node.Ingress, sender).ToList();
        if (keepsReferences)
        {
            foreach (var (_, filter, doubts) in members)
            {
                Apply(flow.If(doubts).If(flow.References.Doubts), filter, component, "inbound", result);
            }
        }

        if (result.Count == 0)
        {
            var wouldDo = !keepsReferences && members.Exists(member => member.Filter.Permits.Any(permit => flow.Header.Intersect(permit.Box) is not null));
            AddBlocked(flow, node.Ingress, component, "inbound", wouldDo ? flow.References.Code : null, result);
        }

        return result;
    }

    /// <summary>Whether the sender's rule, which names a group, still holds at the end of the way.</summary>
    private Flow? CheckSenderReference(Flow flow)
    {
        if (flow.NeedsMemberOf is null)
        {
            return flow;
        }

        // Across a Transit Gateway only inbound rules may name groups.
        var code = flow.References.Code ?? (flow.References.InboundOnly ? ExplanationCode.ReferencingSupport : null);
        var component = from is End.Interface { Node: var sender } ? FirstGroup(sender) : new(flow.NeedsMemberOf, "AWS::EC2::SecurityGroup");
        return code is null
            ? flow.If(flow.References.Doubts)
            : Obstacles.Pass(flow, budget, code, component, $"the outbound rule names {flow.NeedsMemberOf}, which means nothing on this way");
    }

    private static IEnumerable<(ComponentId Group, Filter Filter, Doubts Doubts)> ByMembership(GroupFilter filter, InterfaceNode other)
    {
        foreach (var (group, permits) in filter.ByMembership)
        {
            if (other.GroupIds.Contains(group))
            {
                yield return (group, permits, Doubts.None);
            }
            else if (other.UnknownGroups.Length > 0)
            {
                yield return (group, permits, Doubts.On(other.UnknownGroups));
            }
        }
    }

    private static void Apply(Flow flow, Filter filter, Component component, string detail, List<Flow> result) =>
        result.AddRange(Obstacles.Pass(flow, filter, budget: 0, ExplanationCode.SecurityGroupRules, component, detail));

    private void AddBlocked(Flow flow, GroupFilter filter, Component component, string direction, string? code, List<Flow> result)
    {
        var why = code ?? (filter.HasRules ? ExplanationCode.SecurityGroupRules : ExplanationCode.SecurityGroupHasNoRules);
        var detail = code is null ? $"no {direction} rule for this traffic" : $"the {direction} rule names a group, which is not known on this way";
        if (Obstacles.Pass(flow, budget, why, component, detail) is { } passed)
        {
            result.Add(passed.Via(component, direction));
        }
    }

    private static Component FirstGroup(InterfaceNode node) => node.Groups.FirstOrDefault()?.Component ?? node.Model.Component;
}
