using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability.Packets;

namespace NetworkPatterns.Network.Reachability.Index;

/// <summary>Compiles VPC route tables: local routes, static ones, prefix lists, propagated ones, gateway endpoints.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html</remarks>
internal sealed class VpcRouteCompiler(
    RouteTargets targets,
    RuleAddresses addresses,
    ILookup<ComponentId, OnPremisesConnection> connections,
    ILookup<ComponentId, GatewayEndpoint> endpointsByTable,
    ILookup<ComponentId, GatewayEndpoint> endpointsOfUnknownTables)
{
    private const int Static = 0;
    private const int ByPrefixList = 1;
    private const int DirectConnect = 2;
    private const int Vpn = 3;

    private static readonly RouteEnd Local = new RouteEnd.Local();

    public RouteMap Compile(RouteTable table, VpcNode vpc)
    {
        var builder = new RouteMapBuilder(table.Component);
        AddLocal(builder, table, vpc);
        foreach (var route in table.Routes)
        {
            Add(builder, route, vpc);
        }

        foreach (var gateway in table.PropagatingGateways.Distinct())
        {
            AddPropagated(builder, table, vpc, gateway);
        }

        var endpoints = endpointsByTable[table.Id].DistinctBy(endpoint => endpoint.Id).ToList();
        foreach (var endpoint in endpoints)
        {
            AddService(builder, endpoint, doubt: null);
        }

        // Its route may be in any table of its VPC.
        foreach (var endpoint in endpointsOfUnknownTables[vpc.Id].Except(endpoints))
        {
            AddService(builder, endpoint, endpoint.RouteTables.First(each => !each.IsKnown).Unknown);
        }

        foreach (var unknown in table.MayHaveMoreRoutes)
        {
            builder.AddAnywhere(Hop(new RouteEnd.Open(unknown), table.Component, "a route that is not known"), unknown, beatsLocal: true);
        }

        return builder.Build();
    }

    private void AddService(RouteMapBuilder builder, GatewayEndpoint endpoint, UnknownValue? doubt)
    {
        if (addresses.FindList(endpoint.PrefixList) is { } list)
        {
            builder.Add(addresses.ServiceAddresses(list), Hop(endpoint, endpoint.Component, $"{list.Id} -> {endpoint.Id}"), doubt);
        }
    }

    private static NextHop Hop(object target, Component route, string detail) => new(target, route, detail, Doubts.None);

    private static void AddLocal(RouteMapBuilder builder, RouteTable table, VpcNode vpc)
    {
        foreach (var cidr in vpc.Vpc.Cidrs)
        {
            if (cidr.IsKnown)
            {
                builder.Add(cidr.Value, Static + 1, Hop(Local, table.Component, $"{cidr.Value} -> local"));
            }
            else
            {
                builder.AddAnywhere(Hop(Local, table.Component, "local"), cidr.Unknown!, beatsLocal: false);
                foreach (var subnet in vpc.Subnets.SelectMany(each => new[] { each.Subnet.Ipv4Cidr, each.Subnet.Ipv6Cidr }))
                {
                    if (subnet is { IsKnown: true } known)
                    {
                        builder.Add(known.Value, Static + 1, Hop(Local, table.Component, $"{known.Value} -> local"));
                    }
                }
            }
        }
    }

    private void Add(RouteMapBuilder builder, Route route, VpcNode vpc)
    {
        var target = targets.Find(route.Target);
        var beatsLocal = RouteTargets.BeatsLocal(target);
        switch (route.Destination)
        {
            case RouteDestination.Range range:
                AddRange(builder, range.Cidr, Static);
                break;

            case RouteDestination.List list when addresses.FindList(list.PrefixList) is { } found:
                if (found.IsGatewayService)
                {
                    builder.Add(addresses.ServiceAddresses(found), Hop(target, route.Component, $"{found.Id} -> {Name(route)}"), route.Doubt);
                }
                else if (found.Entries.IsKnown)
                {
                    foreach (var cidr in found.Entries.Value.Distinct())
                    {
                        AddRange(builder, cidr, ByPrefixList);
                    }
                }
                else
                {
                    builder.AddAnywhere(Hop(target, route.Component, $"{found.Id} -> {Name(route)}"), found.Entries.Unknown!, beatsLocal);
                }

                break;

            case RouteDestination.List list:
                builder.AddAnywhere(
                    Hop(target, route.Component, $"{list.PrefixList} -> {Name(route)}"),
                    new(list.PrefixList, "the prefix list is not among the given templates"),
                    beatsLocal);
                break;

            case RouteDestination.Open open:
                builder.AddAnywhere(Hop(target, route.Component, $"? -> {Name(route)}"), open.Unknown, beatsLocal);
                break;
        }

        void AddRange(RouteMapBuilder into, Cidr cidr, int rank)
        {
            if (IsAllowed(cidr, beatsLocal, vpc))
            {
                into.Add(cidr, rank, Hop(target, route.Component, $"{cidr} -> {Name(route)}"), route.Doubt);
            }
        }
    }

    /// <summary>A route inside the VPC's own ranges exists only for a whole subnet or range, and to few kinds of targets.</summary>
    public static bool IsAllowed(Cidr cidr, bool beatsLocal, VpcNode vpc) =>
        !vpc.Vpc.Cidrs.Any(range => range.IsKnown && range.Value.Contains(cidr))
        || (beatsLocal
            && (vpc.Vpc.Cidrs.Any(range => range.IsKnown && range.Value == cidr)
                || vpc.Subnets.Any(subnet => IsOrMayBe(subnet.Subnet.Ipv4Cidr, cidr) || IsOrMayBe(subnet.Subnet.Ipv6Cidr, cidr))));

    private static bool IsOrMayBe(Maybe<Cidr>? range, Cidr cidr) => range is { } given && (!given.IsKnown || given.Value == cidr);

    private void AddPropagated(RouteMapBuilder builder, RouteTable table, VpcNode vpc, ComponentId gateway)
    {
        var target = targets.Find(RouteTarget.To(gateway));
        foreach (var connection in connections[gateway])
        {
            var rank = connection.Kind == OnPremisesKind.DirectConnect ? DirectConnect : Vpn;
            if (!connection.Ranges.IsKnown)
            {
                builder.AddAnywhere(
                    Hop(target, connection.Component, $"? -> {gateway} (propagated)"), connection.Ranges.Unknown!, beatsLocal: false);
                continue;
            }

            foreach (var cidr in connection.Ranges.Value.Where(cidr => !IsInside(cidr, vpc)))
            {
                builder.Add(cidr, rank, Hop(target, connection.Component, $"{cidr} -> {gateway} (propagated)"));
            }
        }

        if (!connections[gateway].Any())
        {
            var unknown = new UnknownValue(gateway, "no VPN or Direct Connect behind the gateway is known, so neither are its routes");
            builder.AddAnywhere(Hop(target, table.Component, $"? -> {gateway} (propagated)"), unknown, beatsLocal: false);
        }
    }

    // A propagated route inside a local one loses even though it is more specific.
    private static bool IsInside(Cidr cidr, VpcNode vpc) => vpc.Vpc.Cidrs.Any(range => range.IsKnown && range.Value.Contains(cidr));

    private static string Name(Route route) => route.Target switch
    {
        RouteTarget.Component component => component.Id.ToString(),
        RouteTarget.Local => "local",
        RouteTarget.Blackhole => "blackhole",
        _ => "?",
    };
}
