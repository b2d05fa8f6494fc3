using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability.Index;
using NetworkPatterns.Network.Reachability.Packets;

namespace NetworkPatterns.Network.Reachability.Walking;

/// <summary>Route targets that hand packets on: firewall endpoints, Gateway Load Balancer endpoints, appliances.</summary>
internal sealed partial class Forwarding
{
    /// <summary>Into the middlebox's subnet, through it, and on by its own subnet's table.</summary>
    private void PassMiddlebox(Flow flow, SubnetNode? from, NextHop hop)
    {
        switch (hop.Target)
        {
            case FirewallEndpoint endpoint:
                PassInSubnet(flow, from, endpoint.Component, endpoint.Subnet, (arrived, subnet) =>
                    PassFirewall(arrived, index.Firewalls[endpoint.Id], endpoint.Id, passed => RouteOn(passed, subnet)));
                break;

            case GatewayLoadBalancerEndpoint endpoint:
                PassInSubnet(flow, from, endpoint.Component, endpoint.Subnet, (arrived, subnet) =>
                    RouteOn(arrived.If(new UnknownValue(endpoint.Id, "what the appliances behind the Gateway Load Balancer let pass")), subnet));
                break;

            case InterfaceNode appliance:
                PassAppliance(flow, from, appliance);
                break;

            case RouteEnd.Open open:
                arrivals.Lost(flow, open.Unknown);
                break;

            case RouteEnd.Blackhole or RouteEnd.Local:
                break;

            default:
                arrivals.Lost(flow, new(hop.Route.Id, "the route's target is not something this model can follow from here"));
                break;
        }
    }

    private void PassInSubnet(Flow flow, SubnetNode? from, Component component, Maybe<ComponentId> subnetId, Action<Flow, SubnetNode> next)
    {
        if (!subnetId.IsKnown || index.FindSubnet(subnetId.Value) is not { } subnet)
        {
            arrivals.Lost(flow, subnetId.Unknown ?? new(component.Id, "its subnet is not among the given templates"));
            return;
        }

        foreach (var arrived in Cross(flow, from, subnet))
        {
            next(arrived.Via(component) with { References = ReferenceScope.Lost }, subnet);
        }
    }

    // Unlike a packet that an interface sends for itself, one that is handed on keeps its sender; the table decides also
    // about the middlebox's own subnet.
    private void RouteOn(Flow flow, SubnetNode subnet) => Send(flow, subnet);

    private void PassAppliance(Flow flow, SubnetNode? from, InterfaceNode appliance)
    {
        if (appliance.Subnet is not { } subnet)
        {
            arrivals.Lost(flow, appliance.Model.Subnet.Unknown ?? new(appliance.Id, "its subnet is not among the given templates"));
            return;
        }

        if (arrivals.IsFor(flow, appliance))
        {
            var own = appliance.Addresses.Aggregate(AddressSet.Empty, (all, address) => all.Union(address.Private.Intersect(flow.Header.Destination)));
            foreach (var arrived in own.IsEmpty ? [] : Cross(flow.To(own), from, subnet))
            {
                arrivals.InSubnet(arrived, subnet);
            }

            return;
        }

        var check = appliance.Model.SourceDestCheck;
        var checkedFlow = check switch
        {
            { IsKnown: false } unknown => flow.If(unknown.Unknown),
            { Value: true } => Blocked(flow, ExplanationCode.SourceDestCheck, appliance.Model.Component, "drops packets that are not for itself"),
            _ => flow,
        };
        if (checkedFlow is null)
        {
            return;
        }

        var unknownBehaviour = new UnknownValue(appliance.Id, "what the appliance behind this interface does with packets");
        foreach (var arrived in Cross(checkedFlow, from, subnet))
        {
            foreach (var inside in LetIntoAppliance(arrived, appliance))
            {
                var next = inside.If(unknownBehaviour).Via(appliance.Model.Component) with { References = ReferenceScope.Lost };
                RouteOn(next, subnet);
                Masquerade(next, appliance, subnet);
            }
        }
    }

    /// <summary>The appliance's groups: a flow it knows needs no rule, and references hold as far as the appliance itself.</summary>
    private List<Flow> LetIntoAppliance(Flow flow, InterfaceNode appliance)
    {
        if (flow.IsAnswer)
        {
            return [flow];
        }

        var sender = flow.References.Code is null && flow.Sender is { } known ? index.Interfaces.GetValueOrDefault(known.Component.Id) : null;
        var byMembership = sender is null
            ? []
            : appliance.Ingress.ByMembership.Where(pair => sender.GroupIds.Contains(pair.Key) || sender.UnknownGroups.Length > 0)
                .SelectMany(pair => Obstacles.Pass(flow.If(flow.References.Doubts), pair.Value, budget: 0, ExplanationCode.SecurityGroupRules, GroupOf(appliance), "inbound"))
                .ToList();
        return byMembership.Count > 0
            ? [.. byMembership, .. Obstacles.Pass(flow, appliance.Ingress.ByAddress, budget: 0, ExplanationCode.SecurityGroupRules, GroupOf(appliance), "inbound")]
            : Pass(flow, appliance.Ingress.ByAddress, ExplanationCode.SecurityGroupRules, GroupOf(appliance), "inbound");
    }

    /// <summary>An appliance may also put its own address in front, as a NAT instance does.</summary>
    private void Masquerade(Flow flow, InterfaceNode appliance, SubnetNode subnet)
    {
        if (flow.IsAnswer || Translation.IsBy(flow.Translations, appliance.Model.Component))
        {
            return;
        }

        foreach (var address in appliance.Addresses.Where(address => !address.IsIPv6))
        {
            if (flow.Header.Source.Overlaps(AddressSpace.IPv4))
            {
                var sent = flow.If(address.Doubts).Translated(appliance.Model.Component, subnet, address.Private, sourcePorts: NatPorts(flow.Header));
                Send(sent with { Sender = new(appliance.Model.Component, address, subnet.Vpc, subnet, IsNat: false) }, subnet);
            }
        }
    }

    private static Component GroupOf(InterfaceNode node) => node.Groups.FirstOrDefault()?.Component ?? node.Model.Component;

    private void PassFirewall(Flow flow, NetworkFirewall? firewall, ComponentId endpoint, Action<Flow> next)
    {
        if (firewall is null)
        {
            arrivals.Lost(flow, new(endpoint, "the firewall is not among the given templates"));
            return;
        }

        if (!firewall.Policy.IsKnown)
        {
            next(flow.If(firewall.Policy.Unknown).Via(firewall.Component));
            return;
        }

        var rules = index.FirewallRules(firewall.Policy.Value);
        if (flow.Asked?.BypassedFirewalls.Contains(endpoint) == true)
        {
            next(flow.Via(firewall.Component));
            return;
        }

        var passed = new List<Flow>();
        foreach (var permit in rules.Pass)
        {
            if (flow.Header.Intersect(permit.Box) is { } header)
            {
                passed.Add((flow with { Header = header }).If(permit.Doubts).Via(firewall.Component, "stateless pass"));
            }
        }

        var isForwarded = false;
        foreach (var permit in flow.IsAnswer ? rules.ForwardAnswers : rules.Forward)
        {
            if (flow.Header.Intersect(permit.Box) is { } header)
            {
                isForwarded = true;
                var forwarded = (flow with { Header = header }).If(permit.Doubts).Via(firewall.Component, "stateful rules");
                if (!flow.IsAnswer)
                {
                    passed.Add(forwarded with { Firewalls = forwarded.Firewalls.Add(endpoint) });
                }
                else if (forwarded.Firewalls.Contains(endpoint))
                {
                    passed.Add(forwarded with { Firewalls = forwarded.Firewalls.Remove(endpoint) });
                }
            }
        }

        if (passed.Count == 0)
        {
            var blocked = flow.IsAnswer && isForwarded
                ? Blocked(flow, ExplanationCode.AsymmetricFirewall, firewall.Component, Obstacles.AsymmetricFirewall)
                : Blocked(flow, ExplanationCode.Firewall, firewall.Component, "lets no such packet pass");
            if (blocked is not null)
            {
                passed.Add(blocked.Via(firewall.Component) with { BypassedFirewalls = blocked.BypassedFirewalls.Add(endpoint) });
            }
        }

        passed.ForEach(next);
    }
}
