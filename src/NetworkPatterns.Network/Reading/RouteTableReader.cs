using System.Collections.Immutable;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Templates;
using NetworkPatterns.Templates.Values;
using UnknownValue = NetworkPatterns.Network.Model.UnknownValue;

namespace NetworkPatterns.Network.Reading;

/// <summary>Route tables, declared ones and each VPC's main one, with routes, propagation and edge associations.</summary>
internal sealed class RouteTableReader(ReadingContext context, VpcReader vpcs, RouteTargetReader targets)
{
    private ILookup<ComponentId, ResolvedResource> routes = null!;
    private ILookup<ComponentId, ResolvedResource> edges = null!;
    private ILookup<ComponentId, ResolvedResource> routeServers = null!;
    private ILookup<ComponentId, (ComponentId? Gateway, UnknownValue? Unknown)> propagations = null!;

    public void Read()
    {
        routes = context.Children("AWS::EC2::Route", "RouteTableId", ResourceKind.RouteTable);
        edges = context.Children("AWS::EC2::GatewayRouteTableAssociation", "RouteTableId", ResourceKind.RouteTable);
        routeServers = context.Children("AWS::EC2::RouteServerPropagation", "RouteTableId", ResourceKind.RouteTable);
        propagations = ReadPropagations();
        var changes = CustomResourceReader.ChangesTo(context, ResourceKind.RouteTable);
        foreach (var resource in context.OfType("AWS::EC2::RouteTable"))
        {
            var view = context.View(resource);
            var component = context.ComponentOf(resource);
            var vpc = view.Reference("VpcId", ResourceKind.Vpc);
            var table = Fill(new RouteTable(component, vpc is { IsKnown: true } known ? known.Value : UnknownVpcOf(component.Id)));
            context.Add(table with { MayHaveMoreRoutes = table.MayHaveMoreRoutes.AddRange(changes[table.Id]) });
        }

        // No resource declares a main table, and none can name it.
        foreach (var vpc in vpcs.Vpcs.Values)
        {
            context.Add(new RouteTable(vpc.Component.Implies(ImpliedPart.MainRouteTable, "AWS::EC2::RouteTable"), vpc.Id) { IsMain = true });
        }
    }

    /// <summary>A table outside the estate: what the templates add to it, besides routes that nobody knows.</summary>
    public RouteTable ReadExternal(Component component)
    {
        var table = Fill(new RouteTable(component, UnknownVpcOf(component.Id)));
        return table with { MayHaveMoreRoutes = table.MayHaveMoreRoutes.Add(new(component.Id, "the route table is not among the given templates")) };
    }

    private static ComponentId UnknownVpcOf(ComponentId table) => table.Implies("Vpc");

    private RouteTable Fill(RouteTable table) => table with
    {
        Routes = [.. routes[table.Id].SelectMany(Read)],
        PropagatingGateways = [.. propagations[table.Id].Select(each => each.Gateway).OfType<ComponentId>()],
        GatewayAssociations = [.. edges[table.Id].Select(EdgeGateway)],
        MayHaveMoreRoutes =
        [
            .. context.OrphansOf(ResourceKind.RouteTable),
            .. propagations[table.Id].Select(each => each.Unknown).OfType<UnknownValue>(),
            .. routeServers[table.Id].Select(server => new UnknownValue(context.IdOf(server), "a route server adds routes that its BGP peers announce")),
        ],
    };

    private Maybe<ComponentId> EdgeGateway(ResolvedResource association)
    {
        var view = context.View(association);
        var gateway = view.Reference("GatewayId", ResourceKind.Of("AWS::EC2::InternetGateway", "AWS::EC2::VPNGateway")) ?? view.Unknown("GatewayId is missing");
        return context.DoubtOf(association) is { } doubt ? doubt : gateway;
    }

    private IEnumerable<Route> Read(ResolvedResource resource)
    {
        var view = context.View(resource);
        var component = context.Named(resource);
        var (target, targetDoubt) = targets.Read(resource, view);
        var doubt = context.DoubtOf(resource) ?? targetDoubt;
        foreach (var destination in Destinations(view))
        {
            yield return new Route(component, destination, target) { Doubt = doubt };
        }
    }

    private static IEnumerable<RouteDestination> Destinations(View view)
    {
        var found = false;
        foreach (var name in new[] { "DestinationCidrBlock", "DestinationIpv6CidrBlock" })
        {
            if (view.Cidr(name) is { } cidr)
            {
                found = true;
                yield return cidr.IsKnown ? RouteDestination.To(cidr.Value) : new RouteDestination.Open(cidr.Unknown!);
            }
        }

        if (view.Reference("DestinationPrefixListId", ResourceKind.PrefixList) is { } list)
        {
            found = true;
            yield return list.IsKnown ? new RouteDestination.List(list.Value) : new RouteDestination.Open(list.Unknown!);
        }

        if (!found)
        {
            yield return new RouteDestination.Open(view.Unknown("the route has no destination"));
        }
    }

    // One resource may propagate into several tables.
    private ILookup<ComponentId, (ComponentId? Gateway, UnknownValue? Unknown)> ReadPropagations()
    {
        var found = new List<(ComponentId Table, ComponentId? Gateway, UnknownValue? Unknown)>();
        foreach (var resource in context.OfType("AWS::EC2::VPNGatewayRoutePropagation"))
        {
            var view = context.View(resource);
            var gateway = view.Reference("VpnGatewayId", ResourceKind.VpnGateway) ?? view.Unknown("VpnGatewayId is missing");
            var doubt = context.DoubtOf(resource) ?? gateway.Unknown;
            foreach (var table in view.References("RouteTableIds", ResourceKind.RouteTable))
            {
                if (table.IsKnown)
                {
                    found.Add((table.Value, doubt is null ? gateway.Value : null, doubt));
                }
                else
                {
                    context.AddOrphan(ResourceKind.RouteTable, resource, "RouteTableIds", table.Unknown!);
                }
            }
        }

        return found.ToLookup(each => each.Table, each => (each.Gateway, each.Unknown));
    }
}
