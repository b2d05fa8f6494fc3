using NetworkPatterns.Network.Model;

namespace NetworkPatterns.Network.Reading;

/// <summary>What exists outside the estate and is referred to by its ID: a part of the model with unknown contents.</summary>
internal sealed class ExternalReader(
    ReadingContext context,
    RouteTableReader tables,
    NetworkAclReader acls,
    SecurityGroupReader groups,
    TransitGatewayReader transit)
{
    public void Read()
    {
        var gateways = context.Objects.OfType<TransitGateway>().Select(gateway => gateway.Id)
            .Concat(context.Externals.Where(external => external.Kind == ResourceKind.TransitGateway).Select(external => external.Component.Id))
            .ToList();

        // Reading one may meet another: a rule of an external group that names one more.
        var done = new HashSet<ComponentId>();
        for (var pending = Pending(done); pending.Count > 0; pending = Pending(done))
        {
            foreach (var (kind, component) in pending)
            {
                done.Add(component.Id);
                foreach (var part in Read(kind, component, gateways))
                {
                    context.Add(part);
                }
            }
        }
    }

    private List<(ResourceKind Kind, Component Component)> Pending(HashSet<ComponentId> done) =>
        [.. context.Externals.Where(external => !done.Contains(external.Component.Id))];

    private IEnumerable<NetworkObject> Read(ResourceKind kind, Component component, List<ComponentId> gateways)
    {
        var unknown = new UnknownValue(component.Id, $"this {kind.Type} is not among the given templates");
        return kind switch
        {
            _ when kind == ResourceKind.Vpc => Vpc(component, unknown),
            _ when kind == ResourceKind.RouteTable => [tables.ReadExternal(component)],
            _ when kind == ResourceKind.NetworkAcl => [acls.ReadExternal(component)],
            _ when kind == ResourceKind.SecurityGroup => [groups.ReadExternal(component)],
            _ when kind == ResourceKind.PrefixList => [new PrefixList(component) { Entries = unknown }],
            _ when kind == ResourceKind.TransitGateway => [TransitGatewayReader.External(component)],
            _ when kind == ResourceKind.TransitGatewayRouteTable => [transit.ReadExternal(component, gateways)],

            // The engine treats every other name that nothing carries as not known.
            _ => [],
        };
    }

    private static IEnumerable<NetworkObject> Vpc(Component component, UnknownValue unknown)
    {
        yield return new Vpc(component) { Cidrs = [unknown], MayHaveMoreGateways = unknown };
        yield return new RouteTable(component.Implies(ImpliedPart.MainRouteTable, "AWS::EC2::RouteTable"), component.Id)
        {
            IsMain = true,
            MayHaveMoreRoutes = [unknown],
        };
        yield return new NetworkAcl(component.Implies(ImpliedPart.DefaultNetworkAcl, "AWS::EC2::NetworkAcl"), component.Id)
        {
            IsDefault = true,
            MayHaveMoreEntries = [unknown],
        };
        yield return new SecurityGroup(component.Implies(ImpliedPart.DefaultSecurityGroup, "AWS::EC2::SecurityGroup"), component.Id)
        {
            IsDefault = true,
            MayHaveMoreRules = [unknown],
        };
    }
}
