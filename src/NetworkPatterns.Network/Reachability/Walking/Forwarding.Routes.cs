using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability.Index;
using NetworkPatterns.Network.Reachability.Packets;

namespace NetworkPatterns.Network.Reachability.Walking;

/// <summary>By the route table of a subnet to the next hop.</summary>
internal sealed partial class Forwarding
{
    private void Route(Flow flow, SubnetNode from)
    {
        if (Visit.Contains(flow.Visits, from) || IsExhausted())
        {
            return;
        }

        var visiting = flow with { Visits = new(from, flow.Visits) };
        foreach (var (destination, nextHops) in from.Routes.Lookup(flow.Header.Destination))
        {
            foreach (var hop in nextHops)
            {
                var next = visiting.To(destination).By(hop);
                if (!next.Doubts.IsContradiction)
                {
                    Follow(next.Via(from.RouteTable, hop.Detail), from, hop);
                }
            }
        }

        if (flow.Cost < budget)
        {
            TryMissingRoutes(visiting, from);
        }
    }

    private void Follow(Flow flow, SubnetNode from, NextHop hop)
    {
        switch (hop.Target)
        {
            case RouteEnd.Local:
                DeliverLocally(flow, from);
                break;

            case RouteEnd.Blackhole:
                break;

            case RouteEnd.Open open:
                arrivals.Lost(flow, open.Unknown);
                break;

            case InternetGateway gateway:
                LeaveByInternetGateway(flow, from, gateway);
                break;

            case EgressOnlyInternetGateway gateway:
                LeaveByEgressOnlyGateway(flow, from, gateway);
                break;

            case NatNode nat:
                Translate(flow, from, nat);
                break;

            case VpcPeering peering:
                CrossPeering(flow, from, peering);
                break;

            case TransitGateway gateway:
                EnterTransitGateway(flow, from, gateway);
                break;

            case VpnGateway gateway:
                LeaveByVpnGateway(flow, from, gateway);
                break;

            case GatewayEndpoint endpoint:
                foreach (var left in Leave(flow, from))
                {
                    arrivals.AtService(left.Via(endpoint.Component), endpoint, from);
                }

                break;

            default:
                PassMiddlebox(flow, from, hop);
                break;
        }
    }

    private void DeliverLocally(Flow flow, SubnetNode from)
    {
        foreach (var subnet in from.Vpc.Subnets)
        {
            var part = flow.Header.Destination.Intersect(subnet.Addresses);
            if (part.IsEmpty || !arrivals.IsMeant(flow, subnet))
            {
                continue;
            }

            foreach (var arrived in Cross(flow.To(part).If(subnet.AddressDoubts), from, subnet))
            {
                arrivals.InSubnet(arrived, subnet);
            }
        }
    }

    /// <summary>As if the table had a route over each gateway that could help, at the price of that route.</summary>
    private void TryMissingRoutes(Flow flow, SubnetNode from)
    {
        foreach (var (target, gateway) in MissingRouteTargets(from))
        {
            if (!IsWorthTrying(flow, gateway, from) || HasRoute(flow, from, target))
            {
                continue;
            }

            var current = from.Routes.Lookup(flow.Header.Destination).SelectMany(part => part.NextHops).ToList();
            var code = current.Any(hop => hop.Target is RouteEnd.Blackhole) ? ExplanationCode.BadStateRoute : from.Routes.WhyNot(flow.Header.Destination, target) switch
            {
                RouteLoss.Priority => ExplanationCode.HigherPriorityRoute,
                RouteLoss.LongerPrefix => ExplanationCode.MoreSpecificRoute,
                RouteLoss.OtherDestination => ExplanationCode.CannotRoute,
                _ => ExplanationCode.NoRoute,
            };
            var detail = $"no route to {AddressText.Of(flow.Header.Destination)} via {gateway.Id}";
            if (Blocked(flow, code, from.RouteTable, detail) is { } passed)
            {
                Follow(passed.Via(from.RouteTable, detail), from, new(target, from.RouteTable, detail, Doubts.None));
            }
        }
    }

    // What comes over a Transit Gateway to be inspected is inspected in the zone it was handed over in.
    private bool IsWorthTrying(Flow flow, NetworkObject gateway, SubnetNode from) => gateway is FirewallEndpoint or GatewayLoadBalancerEndpoint
        ? from.Vpc.Attachments.Exists(attachment => attachment.Subnets.Contains(from))
            && from.Vpc.Inspections.Exists(each => each.Endpoint == gateway && each.Subnet != from && each.Subnet.Subnet.Zone.Equals(from.Subnet.Zone))
            && (!flow.IsAnswer || flow.Firewalls.Contains(gateway.Id))
        : arrivals.IsWorthTrying(flow, gateway, from.Vpc);

    private static bool HasRoute(Flow flow, SubnetNode from, object target)
    {
        var covered = from.Routes.Lookup(flow.Header.Destination)
            .Where(part => part.NextHops.Any(hop => hop.Target.Equals(target)))
            .Aggregate(AddressSet.Empty, (all, part) => all.Union(part.Destination));
        return !covered.IsEmpty;
    }

    private IEnumerable<(object Target, NetworkObject Gateway)> MissingRouteTargets(SubnetNode from)
    {
        if (from.Vpc.InternetGateway is { } internet)
        {
            yield return (internet, internet);
        }

        foreach (var gateway in from.Vpc.EgressOnlyGateways)
        {
            yield return (gateway, gateway);
        }

        foreach (var nat in from.Vpc.NatGateways.Where(nat => nat.Subnet != from))
        {
            yield return (nat, nat.Gateway);
        }

        foreach (var peering in from.Vpc.Peerings)
        {
            yield return (peering, peering);
        }

        var transitGateways = from.Vpc.Attachments.Select(attachment => attachment.Model.TransitGateway).Where(id => id.IsKnown).Select(id => id.Value);
        foreach (var gateway in transitGateways.Distinct().Select(index.Find<TransitGateway>).OfType<TransitGateway>())
        {
            yield return (gateway, gateway);
        }

        if (from.Vpc.VpnGateway is { } vpn)
        {
            yield return (vpn, vpn);
        }

        foreach (var (endpoint, _) in from.Vpc.Inspections)
        {
            yield return (endpoint, endpoint);
        }
    }
}
