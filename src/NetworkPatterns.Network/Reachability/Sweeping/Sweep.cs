using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability.Conversations;
using NetworkPatterns.Network.Reachability.Index;
using NetworkPatterns.Network.Reachability.Packets;
using NetworkPatterns.Network.Reachability.Walking;

namespace NetworkPatterns.Network.Reachability.Sweeping;

/// <summary>Packets of one interface to every address at once. Where they arrive, the rest of the conversation is tried.</summary>
internal sealed class Sweep(
    NetworkIndex index, ReachabilityQuery query, InterfaceNode node, TargetMap targets, InternetLegs internet, Row row, Func<InterfaceNode, bool> isItself) : IArrivals
{
    private readonly End.Interface from = new(node);
    private List<Proof>? outward;

    public void Run()
    {
        if (!node.Model.CanInitiate)
        {
            return;
        }

        var network = new Forwarding(index, this, budget: 0);
        foreach (var address in node.Addresses)
        {
            foreach (var question in Questions.Of(query, address.IsIPv6))
            {
                var flow = new Flow(question with { Source = address.Private })
                {
                    Doubts = address.Doubts,
                    Sender = new(node.Model.Component, address, node.Subnet!.Vpc, node.Subnet, IsNat: false),
                    Zone = node.Subnet.Subnet.Zone,
                    FromAddress = address,
                };
                foreach (var sent in LetOut(flow))
                {
                    network.Send(sent, node.Subnet);
                }
            }
        }
    }

    public bool IsMeant(Flow flow, SubnetNode subnet)
    {
        foreach (var target in targets.In(subnet))
        {
            if (!row.IsDone(targets.GroupsOf(target)) && MayEnter(flow.Header, target))
            {
                return true;
            }
        }

        return false;
    }

    public bool IsFor(Flow flow, InterfaceNode appliance)
    {
        // The packets are to every address; those for the interface itself are tried by themselves.
        foreach (var target in targets.In(appliance.Subnet!).Where(target => target.Class == appliance.Class && !isItself(target)))
        {
            if (!row.IsDone(targets.GroupsOf(target)))
            {
                var conversation = new Conversation(index, query, from, new End.Interface(appliance));
                conversation.Open();
                row.Add(targets.GroupsOf(target), conversation.Proofs);
            }
        }

        return false;
    }

    public void InSubnet(Flow flow, SubnetNode subnet)
    {
        foreach (var target in targets.In(subnet))
        {
            if (!row.IsDone(targets.GroupsOf(target)) && !isItself(target))
            {
                Try(flow, target, (conversation, arrived) => conversation.InSubnet(arrived, subnet));
            }
        }
    }

    public void OnInternet(Flow flow, VpcNode vpc, NetworkObject gateway)
    {
        outward ??= internet.Outward(from);
        foreach (var target in targets.Public.Where(target => !row.IsDone(targets.GroupsOf(target)) && !isItself(target)))
        {
            switch (internet.Join(outward, target))
            {
                case true:
                    row.AddReached(targets.GroupsOf(target));
                    break;

                case null:
                    Try(flow, target, (conversation, arrived) => conversation.OnInternet(arrived, vpc, gateway));
                    break;
            }
        }
    }

    public void OnPremises(Flow flow, NetworkObject gateway)
    {
        // Groups are of interfaces; what is outside is asked about by itself.
    }

    public void AtService(Flow flow, GatewayEndpoint endpoint, SubnetNode from)
    {
        // As above.
    }

    public void Lost(Flow flow, UnknownValue unknown)
    {
        foreach (var target in targets.All)
        {
            if (!row.IsDone(targets.GroupsOf(target)) && !isItself(target))
            {
                Try(flow, target, (conversation, lost) => conversation.Lost(lost, unknown));
            }
        }
    }

    public bool IsWorthTrying(Flow flow, NetworkObject gateway, VpcNode from) => false;

    private void Try(Flow flow, InterfaceNode target, Action<Conversation, Flow> arrive)
    {
        if (flow.NeedsMemberOf is { } group && !target.GroupIds.Contains(group) && target.UnknownGroups.IsEmpty)
        {
            return;
        }

        foreach (var address in target.Addresses)
        {
            var destination = flow.Header.Destination.Intersect(address.Private.Union(address.Public));
            if (destination.IsEmpty || !MayEnter(flow.Header with { Destination = AddressSet.Full }, target))
            {
                continue;
            }

            var conversation = new Conversation(index, query, from, new End.Interface(target));
            var arrived = flow.To(destination).If(address.Doubts) with { ToAddress = address };
            arrive(conversation, flow.NeedsMemberOf is not null && !target.GroupIds.Contains(flow.NeedsMemberOf) ? arrived.If(Doubts.On(target.UnknownGroups)) : arrived);
            row.Add(targets.GroupsOf(target), conversation.Proofs);
        }
    }

    /// <summary>A quick look before anything is made: most packets that arrive end at the receiver's groups.</summary>
    private bool MayEnter(Box header, InterfaceNode target)
    {
        foreach (var permit in target.Ingress.ByAddress.Permits)
        {
            if (header.Intersect(permit.Box) is not null)
            {
                return true;
            }
        }

        foreach (var (group, filter) in target.Ingress.ByMembership)
        {
            if (!node.GroupIds.Contains(group) && node.UnknownGroups.IsEmpty)
            {
                continue;
            }

            foreach (var permit in filter.Permits)
            {
                if (header.Intersect(permit.Box) is not null)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>What the sender's groups let out to anybody, and to members of groups they name.</summary>
    private List<Flow> LetOut(Flow flow)
    {
        var component = node.Groups.FirstOrDefault()?.Component ?? node.Model.Component;
        var result = Obstacles.Pass(flow, node.Egress.ByAddress, budget: 0, ExplanationCode.SecurityGroupRules, component, "outbound");
        foreach (var (group, filter) in node.Egress.ByMembership)
        {
            result.AddRange(Obstacles.Pass(flow with { NeedsMemberOf = group }, filter, budget: 0, ExplanationCode.SecurityGroupRules, component, "outbound"));
        }

        return result;
    }
}
