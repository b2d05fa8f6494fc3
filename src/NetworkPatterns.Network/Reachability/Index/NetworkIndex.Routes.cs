using System.Collections.Immutable;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability.Packets;

namespace NetworkPatterns.Network.Reachability.Index;

/// <content>Route tables and network ACLs of every subnet.</content>
internal sealed partial class NetworkIndex
{
    private void AddRoutes()
    {
        var targets = new RouteTargets(objects, natGateways, interfaces, interfaces.Values.ToLookup(node => node.Model.Owner.Id));
        foreach (var firewall in Model.All<NetworkFirewall>())
        {
            foreach (var endpoint in firewall.Endpoints)
            {
                objects.TryAdd(endpoint.Id, endpoint);
            }
        }

        var endpoints = Model.All<GatewayEndpoint>()
            .SelectMany(endpoint => endpoint.RouteTables.Where(table => table.IsKnown).Select(table => (Table: table.Value, Endpoint: endpoint)))
            .ToLookup(pair => pair.Table, pair => pair.Endpoint);
        var placeless = Model.All<GatewayEndpoint>().Where(endpoint => endpoint.RouteTables.Any(table => !table.IsKnown)).ToLookup(endpoint => endpoint.Vpc);
        var compiler = new VpcRouteCompiler(targets, addresses, Connections, endpoints, placeless);
        var acls = new AclCompiler(addresses);
        var tablesByVpc = Model.All<RouteTable>().ToLookup(table => table.Vpc);
        var aclsByVpc = Model.All<NetworkAcl>().ToLookup(acl => acl.Vpc);
        foreach (var vpc in vpcs.Values)
        {
            AddRoutes(vpc, compiler, acls, [.. tablesByVpc[vpc.Id]], [.. aclsByVpc[vpc.Id]]);
            foreach (var gateway in new NetworkObject?[] { vpc.InternetGateway, vpc.VpnGateway }.OfType<NetworkObject>())
            {
                AddEdgeTables(vpc, gateway.Id, compiler);
            }
        }
    }

    private void AddRoutes(VpcNode vpc, VpcRouteCompiler compiler, AclCompiler acls, ImmutableArray<RouteTable> tables, ImmutableArray<NetworkAcl> ownAcls)
    {
        var main = tables.FirstOrDefault(table => table.IsMain)
            ?? new RouteTable(vpc.Vpc.Component.Implies("MainRouteTable", "AWS::EC2::RouteTable"), vpc.Id) { IsMain = true };
        var defaultAcl = ownAcls.FirstOrDefault(acl => acl.IsDefault);
        if (defaultAcl is null)
        {
            var component = vpc.Vpc.Component.Implies("DefaultNetworkAcl", "AWS::EC2::NetworkAcl");
            defaultAcl = new(component, vpc.Id) { IsDefault = true, Entries = NetworkAcl.AllowAll(component) };
        }

        var compiledTables = new Dictionary<ComponentId, RouteMap>();
        var compiledAcls = new Dictionary<ComponentId, (Filter Ingress, Filter Egress)>();
        foreach (var subnet in vpc.Subnets)
        {
            var table = Chosen(subnet.Subnet.RouteTable, main, unknown =>
                new RouteTable(new(unknown.Component, "AWS::EC2::RouteTable"), vpc.Id) { MayHaveMoreRoutes = [unknown] });
            var acl = Chosen(subnet.Subnet.NetworkAcl, defaultAcl, unknown =>
                new NetworkAcl(new(unknown.Component, "AWS::EC2::NetworkAcl"), vpc.Id) { MayHaveMoreEntries = [unknown] });
            if (!compiledTables.TryGetValue(table.Id, out var routes))
            {
                compiledTables[table.Id] = routes = compiler.Compile(table, vpc);
            }

            if (!compiledAcls.TryGetValue(acl.Id, out var filters))
            {
                compiledAcls[acl.Id] = filters = (acls.Compile(acl, egress: false), acls.Compile(acl, egress: true));
            }

            (subnet.Routes, subnet.RouteTable) = (routes, table.Component);
            (subnet.AclIngress, subnet.AclEgress, subnet.Acl) = (filters.Ingress, filters.Egress, acl.Component);
        }
    }

    /// <summary>Which table routes what comes in at a gateway.</summary>
    /// <remarks>AWS associates only a table of the VPC that the gateway is attached to, so that the gateway says where the table is.</remarks>
    private void AddEdgeTables(VpcNode vpc, ComponentId gateway, VpcRouteCompiler compiler)
    {
        var tables = Model.All<RouteTable>().Where(table => !table.GatewayAssociations.IsEmpty).ToList();
        if (tables.Find(table => table.GatewayAssociations.Contains(gateway)) is { } certain)
        {
            vpc.EdgeTables[gateway] = [new(certain.Component, compiler.Compile(certain, vpc), Doubts.None)];
            return;
        }

        var open = tables.Where(table => table.Vpc == vpc.Id || FindVpc(table.Vpc) is null)
            .Select(table => (Table: table, Unknown: table.GatewayAssociations.FirstOrDefault(each => !each.IsKnown).Unknown))
            .Where(pair => pair.Unknown is not null).ToList();
        if (open.Count > 0)
        {
            // One of them, or none.
            Doubts Outcome(int number) => Doubts.OneOf(open[0].Unknown!, number, open.Count + 1, $"edge table of {gateway}");
            vpc.EdgeTables[gateway] =
            [
                .. open.Select((pair, number) => new EdgeTable(pair.Table.Component, compiler.Compile(pair.Table, vpc), Outcome(number))),
                new(null, RouteMap.Empty, Outcome(open.Count)),
            ];
        }
    }

    private T Chosen<T>(Maybe<ComponentId>? id, T otherwise, Func<UnknownValue, T> open)
        where T : NetworkObject => id switch
        {
            null => otherwise,
            { IsKnown: false } unknown => open(unknown.Unknown!),
            { } known => Find<T>(known.Value) ?? open(new(known.Value, "it is not among the given templates")),
        };
}
