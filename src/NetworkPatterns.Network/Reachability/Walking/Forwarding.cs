using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability.Index;
using NetworkPatterns.Network.Reachability.Packets;

namespace NetworkPatterns.Network.Reachability.Walking;

/// <summary>
/// Moves sets of packets through the network, subnet by subnet and gateway by gateway, until they arrive somewhere.
/// </summary>
/// <remarks>
/// With a budget of 0 only what is allowed passes. With a budget of n packets also pass n settings that block them, and
/// carry the list: that is how <see cref="Explainer"/> finds the way that needs the fewest changes.
/// </remarks>
internal sealed partial class Forwarding(NetworkIndex index, IArrivals arrivals, int budget)
{
    // Looking for what blocks branches at every table; no real way needs nearly as many lookups.
    private const int MostLookups = 20_000;

    private int lookups;

    /// <summary>Packets that an interface sends: to its own subnet directly, else by the route table.</summary>
    public void Send(Flow flow, SubnetNode from)
    {
        var direct = flow.Header.Destination.Intersect(from.Addresses);
        if (!direct.IsEmpty)
        {
            arrivals.InSubnet(flow.To(direct).If(from.AddressDoubts), from);
        }

        var others = from.AddressDoubts.Any ? flow.Header.Destination : flow.Header.Destination.Except(direct);
        if (!others.IsEmpty)
        {
            Route(flow.To(others), from);
        }
    }

    /// <summary>Packets that come into a VPC through a gateway: an edge route table if there is one, else straight to the subnet.</summary>
    public void Enter(Flow flow, VpcNode vpc, ComponentId gateway)
    {
        foreach (var edge in vpc.EdgeTablesOf(gateway))
        {
            if (edge.Table is { } table)
            {
                Enter(flow.If(edge.Doubts), vpc, gateway, table, edge.Routes);
            }
            else
            {
                EnterSubnets(flow.If(edge.Doubts), vpc);
            }
        }
    }

    private void Enter(Flow flow, VpcNode vpc, ComponentId gateway, Component table, RouteMap routes)
    {
        foreach (var (destination, nextHops) in routes.Lookup(flow.Header.Destination))
        {
            foreach (var hop in nextHops)
            {
                var next = flow.To(destination).By(hop).Via(table, hop.Detail);
                if (next.Doubts.IsContradiction)
                {
                    continue;
                }

                if (hop.Target is RouteEnd.Local)
                {
                    EnterSubnets(next, vpc);
                }
                else if (MayReceive(next, hop, gateway) is { } received)
                {
                    PassMiddlebox(received, from: null, hop);
                }
            }
        }
    }

    /// <summary>An appliance gets IPv4 packets from an internet gateway only at a public address of its own.</summary>
    private Flow? MayReceive(Flow flow, NextHop hop, ComponentId gateway)
    {
        if (hop.Target is not InterfaceNode appliance || index.Find<InternetGateway>(gateway) is null || flow.Header.Destination.Overlaps(AddressSpace.IPv6))
        {
            return flow;
        }

        var has = appliance.Addresses.Select(address => address.HasPublic).ToList();
        return has.Exists(each => each is { IsKnown: true, Value: true }) ? flow
            : has.Find(each => !each.IsKnown).Unknown is { } unknown ? flow.If(unknown)
            : Blocked(flow, ExplanationCode.IngressApplianceAddress, appliance.Model.Component, "has no public IPv4 address, and is behind an internet gateway");
    }

    private bool IsExhausted() => budget > 0 && ++lookups > MostLookups;

    /// <summary>The reason a packet stops, or the packet with one more setting to change.</summary>
    private Flow? Blocked(Flow flow, string code, Component component, string detail) => Obstacles.Pass(flow, budget, code, component, detail);

    private void EnterSubnets(Flow flow, VpcNode vpc)
    {
        foreach (var subnet in vpc.Subnets)
        {
            var part = flow.Header.Destination.Intersect(subnet.Addresses);
            if (part.IsEmpty || !arrivals.IsMeant(flow, subnet))
            {
                continue;
            }

            foreach (var entered in Pass(flow.To(part).If(subnet.AddressDoubts), subnet.AclIngress, ExplanationCode.NetworkAcl, subnet.Acl, "inbound"))
            {
                arrivals.InSubnet(entered with { Zone = subnet.Subnet.Zone }, subnet);
            }
        }
    }

    /// <summary>What a filter lets pass.</summary>
    private List<Flow> Pass(Flow flow, Filter filter, string code, Component component, string detail) =>
        Obstacles.Pass(flow, filter, budget, code, component, detail);

    /// <summary>Out of one subnet and into another: both ACLs, unless it is the same subnet.</summary>
    private List<Flow> Cross(Flow flow, SubnetNode? from, SubnetNode into)
    {
        if (from == into)
        {
            return [flow];
        }

        List<Flow> left = from is null ? [flow] : Leave(flow, from);
        var result = new List<Flow>();
        foreach (var each in left)
        {
            result.AddRange(Pass(each, into.AclIngress, ExplanationCode.NetworkAcl, into.Acl, "inbound"));
        }

        return result.ConvertAll(each => each with { Zone = into.Subnet.Zone });
    }

    private List<Flow> Leave(Flow flow, SubnetNode from) =>
        Pass(flow, from.AclEgress, ExplanationCode.NetworkAcl, from.Acl, "outbound");
}
