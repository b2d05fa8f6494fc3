using System.Collections.Immutable;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability.Index;
using NetworkPatterns.Network.Reachability.Packets;
using NetworkPatterns.Network.Reachability.Walking;

namespace NetworkPatterns.Network.Reachability.Conversations;

/// <summary>A load balancer as the opening end: to registered targets only, on their port, in its zones.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html#client-ip-preservation</remarks>
internal sealed partial class Conversation
{
    private void OpenFromLoadBalancer(InterfaceNode node, LoadBalancer balancer)
    {
        if (to is not End.Interface { Node: { Subnet: not null } target })
        {
            Refuse(node, balancer, "sends to its targets only");
            return;
        }

        var isTarget = false;
        foreach (var listener in balancer.Listeners)
        {
            foreach (var id in listener.TargetGroups.Distinct())
            {
                if (!id.IsKnown || index.Find<TargetGroup>(id.Value) is not { } group)
                {
                    Proofs.Add(Guess(id.Unknown ?? new(id.Value, "the target group is not among the given templates")));
                    continue;
                }

                foreach (var (registered, doubts) in Registrations(group, target))
                {
                    isTarget = true;
                    OpenToTarget(node, balancer, listener, group, registered, target, doubts);
                }
            }
        }

        if (!isTarget)
        {
            Refuse(node, balancer, $"{target.Model.Owner.Id} is not one of its targets");
        }
    }

    private void Refuse(InterfaceNode node, LoadBalancer balancer, string detail)
    {
        var flow = new Flow(Box.Everything).Via(node.Model.Component);
        if (Obstacles.Pass(flow, budget, ExplanationCode.TargetAddress, balancer.Component, detail) is { } passed)
        {
            Finish(Answer(passed), Box.Everything);
        }
    }

    private static IEnumerable<(Target Target, Doubts Doubts)> Registrations(TargetGroup group, InterfaceNode node)
    {
        foreach (var target in group.Targets)
        {
            if (target.Owner is { } owner ? owner == node.Model.Owner.Id || owner == node.Id
                : target.Address is { IsKnown: true } address && node.Addresses.Any(each => each.Private.Contains(AddressSpace.Of(address.Value))))
            {
                yield return (target, Doubts.None);
            }
            else if (target.Owner is null && target.Address is { IsKnown: false } open)
            {
                yield return (target, Doubts.On(open.Unknown));
            }
        }

        if (group.MayHaveMoreTargets.Length > 0)
        {
            // It may be registered with any port.
            yield return (new() { Port = group.MayHaveMoreTargets[0] }, Doubts.On(group.MayHaveMoreTargets));
        }
    }

    private void OpenToTarget(
        InterfaceNode node, LoadBalancer balancer, Listener listener, TargetGroup group, Target registered, InterfaceNode target, Doubts doubts)
    {
        var port = registered.Port switch
        {
            null => group.Traffic,
            { IsKnown: true } given => group.Traffic with { Ports = new PortRange(given.Value, given.Value) },
            { } open => group.Traffic with { Ports = open.Unknown! },
        };
        var (traffic, unknown) = TrafficBox.Of(port);
        var certainty = doubts.And(Doubts.On(unknown));
        foreach (var (isPreserved, preservationDoubts) in Preservation(balancer, group, traffic))
        {
            foreach (var own in node.Addresses)
            {
                foreach (var address in target.Addresses.Where(address => address.IsIPv6 == own.IsIPv6 && IsRegistered(registered, address)))
                {
                    foreach (var question in Questions.Of(query, own.IsIPv6))
                    {
                        var destination = registered.Address is { IsKnown: true } given ? AddressSet.Of(AddressSpace.Of(given.Value)) : address.Private;
                        var header = question with { Source = own.Private, Destination = destination };
                        var flow = new Flow(header)
                        {
                            Doubts = certainty.And(preservationDoubts).And(own.Doubts).And(address.Doubts),
                            Sender = new(node.Model.Component, own, node.Subnet!.Vpc, node.Subnet, IsNat: false),
                            Zone = node.Subnet.Subnet.Zone,
                            FromAddress = own,
                            ToAddress = address,
                        };
                        SendToTarget(flow.Via(node.Model.Component), node, balancer, listener, group, target, traffic, isPreserved);
                    }
                }
            }
        }
    }

    private static bool IsRegistered(Target registered, AddressNode address) =>
        registered.Address is not { IsKnown: true } given || address.Private.Contains(AddressSpace.Of(given.Value));

    private void SendToTarget(
        Flow flow, InterfaceNode node, LoadBalancer balancer, Listener listener, TargetGroup group, InterfaceNode target, Box traffic, bool isPreserved)
    {
        var onPort = Obstacles.Pass(flow, Filter.Of([new(traffic, Doubts.None)]), budget, ExplanationCode.TargetPort, group.Component, "registered port");
        foreach (var sent in onPort.ConvertAll(each => CheckZone(each, node, balancer, group, target)).OfType<Flow>().SelectMany(each => LetOut(each, node)))
        {
            if (isPreserved && node.Subnet!.Vpc == target.Subnet!.Vpc)
            {
                foreach (var client in FromClients(sent.If(MiddleboxBetween(node, target)), node, listener, target))
                {
                    SendPreserved(client, node, target);
                }
            }
            else
            {
                foreach (var left in LeaveClassic(sent, node, balancer, target))
                {
                    network.Send(left, node.Subnet!);
                }
            }
        }
    }

    /// <summary>A Classic load balancer passes the outbound ACL even to targets in its own subnet; to others everything does.</summary>
    private List<Flow> LeaveClassic(Flow flow, InterfaceNode node, LoadBalancer balancer, InterfaceNode target) =>
        balancer.Type == LoadBalancerType.Classic && node.Subnet == target.Subnet
            ? Obstacles.Pass(flow, node.Subnet!.AclEgress, budget, ExplanationCode.ClassicNetworkAcl, node.Subnet.Acl, "outbound")
            : [flow];

    private Flow? CheckZone(Flow flow, InterfaceNode node, LoadBalancer balancer, TargetGroup group, InterfaceNode target)
    {
        var crosses = group.CrossZone ?? (balancer.Type == LoadBalancerType.Application ? (Maybe<bool>)true : balancer.CrossZone);
        var (near, far) = (node.Subnet!.Subnet.Zone, target.Subnet!.Subnet.Zone);
        return near.IsKnown && far.IsKnown && near.Value == far.Value ? flow
            : crosses is { IsKnown: true, Value: true } ? flow
            : (crosses.Unknown ?? near.Unknown ?? far.Unknown) is { } unknown ? flow.If(unknown)
            : Obstacles.Pass(flow, budget, ExplanationCode.TargetZone, balancer.Component, $"does not reach targets in {far} from {near}");
    }

    private static IEnumerable<(bool IsPreserved, Doubts Doubts)> Preservation(LoadBalancer balancer, TargetGroup group, Box traffic)
    {
        if (balancer.Type != LoadBalancerType.Network)
        {
            return [(false, Doubts.None)];
        }

        return group.PreserveClientIp switch
        {
            { IsKnown: true } given => [(given.Value, Doubts.None)],
            { } open => [(true, Doubts.OneOf(open.Unknown!, 0, 2, $"preservation at {group.Id}")), (false, Doubts.OneOf(open.Unknown!, 1, 2, $"preservation at {group.Id}"))],
            null => [(group.TargetType != TargetType.Ip || traffic.Protocols.Contains(Box.Udp), Doubts.None)],
        };
    }

    /// <summary>With client IP preservation the packets carry the address of any client that the load balancer lets in, except the target itself.</summary>
    private IEnumerable<Flow> FromClients(Flow flow, InterfaceNode node, Listener listener, InterfaceNode target)
    {
        var isIPv6 = flow.FromAddress!.IsIPv6;
        var clients = (isIPv6 ? AddressSpace.IPv6 : AddressSpace.IPv4.Except(AddressSpace.Symbols))
            .Except(target.Addresses.Where(address => address.Private.Items is [var only] && only.First == only.Last)
                .Aggregate(AddressSet.Empty, (all, address) => all.Union(address.Private)));
        var (accepted, unknown) = TrafficBox.Of(listener.Traffic);
        var arriving = accepted with { Source = clients };
        var byAddress = node.Ingress.ByAddress.Permits;
        var byMembership = node.Ingress.ByMembership.SelectMany(pair => pair.Value.Permits.Select(permit => permit with
        {
            Box = permit.Box with { Source = AddressesOfMembers(pair.Key, node) },
        }));
        foreach (var permit in byAddress.Concat(byMembership))
        {
            if (arriving.Intersect(permit.Box) is { } let)
            {
                yield return flow.From(let.Source).If(permit.Doubts).If(unknown) with { FromAddress = null };
            }
        }
    }

    private AddressSet AddressesOfMembers(ComponentId group, InterfaceNode at) => index.Interfaces.Values
        .Where(member => member.GroupIds.Contains(group) && (member.Subnet?.Vpc is not { } vpc || MayRefer(at.Subnet!.Vpc, vpc)))
        .SelectMany(member => member.Addresses)
        .Aggregate(AddressSet.Empty, (all, address) => all.Union(address.Private));

    /// <summary>Whether groups of one VPC may be named in the other: the same, or connected.</summary>
    private static bool MayRefer(VpcNode here, VpcNode there) =>
        here == there
        || here.Peerings.Any(there.Peerings.Contains)
        || here.Attachments.Any(one => there.Attachments.Any(other => one.Model.TransitGateway.Equals(other.Model.TransitGateway)));

    /// <summary>AWS does not support inspection between a load balancer that keeps clients' addresses and its targets.</summary>
    private static UnknownValue? MiddleboxBetween(InterfaceNode node, InterfaceNode target)
    {
        var addresses = target.Addresses.Aggregate(AddressSet.Empty, (all, address) => all.Union(address.Private));
        return node.Subnet != target.Subnet
            && node.Subnet!.Routes.Lookup(addresses).SelectMany(part => part.NextHops).Any(hop => hop.Target is not RouteEnd.Local)
            ? new(node.Id, "what a middlebox does between a load balancer that preserves client addresses and its target")
            : null;
    }

    /// <summary>Straight to the target, and straight back: answers return through the load balancer whatever the routes say.</summary>
    private void SendPreserved(Flow flow, InterfaceNode node, InterfaceNode target)
    {
        foreach (var arrived in CrossSubnets(flow, node.Subnet!, target.Subnet!))
        {
            foreach (var accepted in LetIn(arrived, target, node).SelectMany(each => Listen(each, target)))
            {
                foreach (var answer in CrossSubnets(Answer(accepted.Via(target.Model.Component)).Via(target.Model.Component), target.Subnet!, node.Subnet!))
                {
                    Finish(answer.Via(node.Model.Component));
                }
            }
        }
    }

    private ImmutableArray<Flow> CrossSubnets(Flow flow, SubnetNode near, SubnetNode far) => near == far
        ? [flow]
        :
        [
            .. Obstacles.Pass(flow, near.AclEgress, budget, ExplanationCode.NetworkAcl, near.Acl, "outbound")
                .SelectMany(left => Obstacles.Pass(left, far.AclIngress, budget, ExplanationCode.NetworkAcl, far.Acl, "inbound")),
        ];
}
