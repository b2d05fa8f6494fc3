using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability.Index;
using NetworkPatterns.Network.Reachability.Packets;
using NetworkPatterns.Network.Reachability.Walking;

namespace NetworkPatterns.Network.Reachability.Conversations;

/// <summary>Ends without interfaces of their own, and endpoints of services.</summary>
internal sealed partial class Conversation
{
    private static readonly Filter EndpointProtocols = Filter.Of(
    [
        new(Box.Everything with { Protocols = ProtocolSet.Of(Box.Tcp) }, Doubts.None),
        new(Box.Everything with { Protocols = ProtocolSet.Of(Box.Icmp), DestinationPorts = Box.EchoRequest }, Doubts.None),
    ]);

    // Clients reach VPC Lattice at link-local addresses.
    private static readonly AddressSet LatticeAddresses = AddressSpace.Of(Cidr.Parse("169.254.171.0/24"));

    /// <summary>An endpoint works only in zones where the service behind it has a load balancer, whose groups may filter too.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html</remarks>
    private IEnumerable<Flow> ReachService(Flow flow, InterfaceNode node)
    {
        if (index.Find<InterfaceEndpoint>(node.Model.Owner.Id) is not { Service: { } id })
        {
            return [flow];
        }

        if (index.Find<EndpointService>(id) is not { } service)
        {
            return [flow.If(new UnknownValue(id, "the endpoint service is not among the given templates"))];
        }

        var known = service.LoadBalancers.Where(balancer => balancer.IsKnown).Select(balancer => balancer.Value).ToHashSet();
        var balancers = index.Interfaces.Values.Where(each => known.Contains(each.Model.Owner.Id)).ToList();
        var own = node.Subnet!.Subnet.Zone;
        var near = balancers.FindAll(each => own.IsKnown && each.Subnet?.Subnet.Zone is { IsKnown: true } zone && zone.Value == own.Value);
        if (near.Count > 0)
        {
            return near.SelectMany(each => FilterPrivateLink(flow, each));
        }

        var open = own.Unknown
            ?? balancers.Find(each => each.Subnet is null)?.Model.Subnet.Unknown
            ?? balancers.Select(each => each.Subnet?.Subnet.Zone.Unknown).FirstOrDefault(unknown => unknown is not null)
            ?? service.LoadBalancers.Select(balancer => balancer.Unknown).FirstOrDefault(unknown => unknown is not null);
        if (open is not null || balancers.Count == 0)
        {
            return [flow.If(open ?? new UnknownValue(id, "in which zones the endpoint service is"))];
        }

        return Obstacles.Pass(flow, budget, ExplanationCode.EndpointServiceZone, service.Component, $"has no load balancer in {own}") is { } passed ? [passed] : [];
    }

    /// <summary>Groups of the load balancer see the client's address; they know nothing of its groups.</summary>
    private List<Flow> FilterPrivateLink(Flow flow, InterfaceNode node)
    {
        if (!node.Model.HasGroups || node.LoadBalancer?.FiltersPrivateLink is not { } filters || filters is { IsKnown: true, Value: false })
        {
            return [flow];
        }

        var let = LetIn(flow with { References = ReferenceScope.Lost }, node, sender: null);
        return filters.IsKnown ? let : [.. let, flow.If(filters.Unknown)];
    }

    /// <summary>A VPC link of version 1 reaches the listeners of its load balancers.</summary>
    private void OpenFromVpcLink(VpcLink link)
    {
        if (to is not End.Interface { Node: { LoadBalancer: { } balancer } node })
        {
            return;
        }

        var isLinked = link.LoadBalancers.Any(id => id.IsKnown && id.Value == balancer.Id);
        var unknown = isLinked ? null : link.LoadBalancers.Select(id => id.Unknown).FirstOrDefault(each => each is not null);
        foreach (var address in node.Addresses.Where(address => !address.IsIPv6))
        {
            foreach (var question in Questions.Of(query, isIPv6: false))
            {
                var flow = new Flow(question with { Destination = address.Private }) { References = ReferenceScope.Lost, ToAddress = address }.If(unknown).Via(link.Component);
                var linked = isLinked || unknown is not null
                    ? flow
                    : Obstacles.Pass(flow, budget, ExplanationCode.TargetAddress, link.Component, $"is not linked to {balancer.Id}");
                if (linked is null)
                {
                    continue;
                }

                foreach (var reached in FilterPrivateLink(linked, node).SelectMany(each => Listen(each, node)))
                {
                    Finish(Answer(reached.Via(node.Model.Component)).Via(node.Model.Component).Via(link.Component));
                }
            }
        }
    }

    /// <summary>VPC Lattice: the client's VPC must be associated, its groups and the subnet's network ACL let clients through, a listener accepts.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/vpc-lattice/latest/ug/network-acls.html</remarks>
    private void ReachLattice(Flow flow, InterfaceNode node, LatticeService service)
    {
        var serviceNetworks = index.Model.All<LatticeServiceNetwork>()
            .Where(each => each.Services.Any(id => !id.IsKnown || id.Value == service.Id));
        var found = false;
        foreach (var shared in serviceNetworks)
        {
            var doubts = Doubts.On(shared.Services.Any(id => id.IsKnown && id.Value == service.Id) ? null : shared.Services.First(id => !id.IsKnown).Unknown);
            foreach (var association in shared.Vpcs.Where(each => !each.Vpc.IsKnown || each.Vpc.Value == node.Subnet!.Vpc.Id))
            {
                found = true;
                ReachLattice(flow.If(doubts).If(association.Vpc.Unknown).Via(shared.Component), node, association, service);
            }
        }

        if (!found && Obstacles.Pass(flow, budget, ExplanationCode.NoPath, node.Subnet!.Vpc.Vpc.Component, $"is associated with no service network of {service.Id}") is { } passed)
        {
            FinishLattice(passed, node, service);
        }
    }

    private void ReachLattice(Flow flow, InterfaceNode node, LatticeVpcAssociation association, LatticeService service)
    {
        var listeners = Filter.Of(service.Listeners.Select(TrafficBox.Of).Select(traffic => new Permit(traffic.Box, Doubts.On(traffic.Unknown))));
        var accepted = Obstacles.Pass(flow, node.Subnet!.AclEgress, budget, ExplanationCode.NetworkAcl, node.Subnet.Acl, "outbound");
        if (association.Groups.Length > 0)
        {
            var (ingress, component) = index.AssociationGroups(association);
            var asReceiver = new InterfaceNode(node.Model with { Component = component }) { Subnet = node.Subnet, Ingress = ingress };
            accepted = [.. accepted.SelectMany(each => LetIn(each, asReceiver, node))];
        }

        foreach (var reached in accepted.SelectMany(each =>
            Obstacles.Pass(each, listeners, budget, ExplanationCode.Listener, service.Component, "listener")))
        {
            FinishLattice(reached, node, service);
        }
    }

    private void FinishLattice(Flow reached, InterfaceNode node, LatticeService service)
    {
        foreach (var answered in Obstacles.Pass(Answer(reached).Via(service.Component), node.Subnet!.AclIngress, budget, ExplanationCode.NetworkAcl, node.Subnet.Acl, "inbound"))
        {
            Finish(answered.Via(node.Model.Component));
        }
    }
}
