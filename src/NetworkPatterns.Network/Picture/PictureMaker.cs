using System.Collections.Immutable;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Proving;
using NetworkPatterns.Network.Reading;
using NetworkPatterns.Network.Survey;
using NetworkPatterns.Templates;

namespace NetworkPatterns.Network.Picture;

/// <summary>Makes the picture of a network: what is alike becomes one.</summary>
public sealed class PictureMaker
{
    private readonly NetworkModel _model;
    private readonly Dictionary<ComponentId, NetworkObject> _objects;
    private readonly Dictionary<ComponentId, RouteTable> _mainTables;
    private readonly Dictionary<ComponentId, string> _tierOfSubnet = [];

    private PictureMaker(NetworkModel model, ImmutableArray<Tier> tiers)
    {
        _model = model;
        _objects = model.Objects.Concat(model.All<NetworkFirewall>().SelectMany(firewall => firewall.Endpoints)).DistinctBy(part => part.Id).ToDictionary(part => part.Id);
        _mainTables = model.All<RouteTable>().Where(table => table.IsMain).DistinctBy(table => table.Vpc).ToDictionary(table => table.Vpc);
        foreach (var tier in SurveyTiers.Of(tiers))
        {
            foreach (var member in tier.Members.Where(member => Find<Subnet>(member) is not null))
            {
                _tierOfSubnet.TryAdd(member, tier.Name.Tier);
            }
        }
    }

    /// <summary>The picture of an estate.</summary>
    public static NetworkPicture Of(Estate estate)
    {
        ArgumentNullException.ThrowIfNull(estate);
        return Of(NetworkModelReader.Read(estate).Model, Tiers.Of(DeclaredGuarantees.Read(estate), estate));
    }

    /// <summary>The picture of a model from any source.</summary>
    public static NetworkPicture Of(NetworkModel model, ImmutableArray<Tier> tiers)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new PictureMaker(model, tiers).Make(new Segments(model, SurveyTiers.Of(tiers)));
    }

    private NetworkPicture Make(Segments segments) => new(
        [.. _model.All<Vpc>().OrderBy(vpc => segments.Find(vpc.Id) ?? "", StringComparer.Ordinal).ThenBy(vpc => vpc.Id).Select(vpc => Make(vpc) with { Segment = segments.Find(vpc.Id) })],
        [.. _model.All<TransitGateway>().OrderBy(hub => hub.Id).Select(Make)],
        [.. _model.All<OnPremisesConnection>().OrderBy(connection => connection.Id).Select(Make)]);

    private PictureVpc Make(Vpc vpc)
    {
        var subnets = _model.All<Subnet>().Where(subnet => subnet.Vpc == vpc.Id).OrderBy(subnet => subnet.Id).ToList();
        return new(vpc.Id.ToString(), [.. vpc.Cidrs.Select(Text)], [.. Gateways(vpc, subnets)], [.. Groups(subnets)])
        {
            Hubs = [.. Attachments(vpc).Select(attachment => attachment.TransitGateway.Value.ToString()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Peers = [.. _model.All<VpcPeering>().Select(peering => Other(peering, vpc.Id)).OfType<ComponentId>().Order().Select(id => id.ToString())],
            HasInternet = _model.All<InternetGateway>().Any(gateway => gateway.Vpc == vpc.Id) || _model.All<EgressOnlyInternetGateway>().Any(gateway => gateway.Vpc == vpc.Id),
        };
    }

    private IEnumerable<TransitGatewayAttachment> Attachments(Vpc vpc) => _model.All<TransitGatewayAttachment>()
        .Where(attachment => attachment.Resource is AttachedResource.OfVpc attached && attached.Vpc == vpc.Id && attachment.TransitGateway.IsKnown);

    private IEnumerable<PictureGateway> Gateways(Vpc vpc, List<Subnet> subnets)
    {
        var own = subnets.Select(subnet => subnet.Id).ToHashSet();
        bool IsIn(Maybe<ComponentId>? subnet) => subnet is { IsKnown: true } known && own.Contains(known.Value);

        return _model.Objects
            .Where(part => part switch
            {
                InternetGateway gateway => gateway.Vpc == vpc.Id,
                EgressOnlyInternetGateway gateway => gateway.Vpc == vpc.Id,
                VpnGateway gateway => gateway.Vpc == vpc.Id,
                NatGateway nat => nat.Vpc == vpc.Id || IsIn(nat.Subnet),
                GatewayEndpoint endpoint => endpoint.Vpc == vpc.Id,
                InterfaceEndpoint endpoint => endpoint.Vpc == vpc.Id,
                GatewayLoadBalancerEndpoint endpoint => endpoint.Vpc == vpc.Id,
                _ => false,
            })
            .Concat(_model.All<NetworkFirewall>().SelectMany(firewall => firewall.Endpoints).Where(endpoint => IsIn(endpoint.Subnet)))
            .GroupBy(part => Label(part), StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new PictureGateway(group.Key, group.Count()));
    }

    // What differs only in the zone looks the same: the NAT gateways of a VPC are one label.
    private IEnumerable<PictureSubnets> Groups(List<Subnet> subnets) => subnets
        .Select(subnet => (Subnet: subnet, Tier: _tierOfSubnet.GetValueOrDefault(subnet.Id), Routes: Routes(subnet)))
        .GroupBy(each => $"{each.Tier}\n{string.Join('\n', each.Routes.Select(route => $"{string.Join(',', route.Destinations)}>{route.Target}"))}", StringComparer.Ordinal)
        .Select(group => new PictureSubnets(
            group.First().Tier ?? (group.Count() == 1 ? group.First().Subnet.Id.LogicalId : $"{group.First().Subnet.Id.LogicalId} and {group.Count() - 1} more"),
            group.Count(),
            [.. group.SelectMany(each => new[] { each.Subnet.Ipv4Cidr, each.Subnet.Ipv6Cidr }).OfType<Maybe<Core.Addressing.Cidr>>().Select(Text)],
            group.First().Routes))
        .OrderBy(group => group.Name, StringComparer.Ordinal);

    private ImmutableArray<PictureRoute> Routes(Subnet subnet)
    {
        var table = subnet.RouteTable switch
        {
            null => _mainTables.GetValueOrDefault(subnet.Vpc),
            { IsKnown: true } known => Find<RouteTable>(known.Value),
            _ => null,
        };
        if (table is null)
        {
            return subnet.RouteTable is { IsKnown: false } ? [new(["?"], "?", PictureTarget.Unknown)] : [];
        }

        return
        [
            .. table.Routes
                .Select(route => (Destination: Text(route.Destination), Target: Target(route.Target, table.Vpc)))
                .Where(route => route.Target is not null)
                .GroupBy(route => route.Target!.Value)
                .OrderBy(group => group.Key.Name, StringComparer.Ordinal)
                .Select(group => new PictureRoute([.. group.Select(route => route.Destination).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], group.Key.Name, group.Key.Kind)),
        ];
    }

    private (string Name, PictureTarget Kind)? Target(RouteTarget target, ComponentId vpc) => target switch
    {
        RouteTarget.Local => null,
        RouteTarget.Blackhole => ("nothing", PictureTarget.Nothing),
        RouteTarget.Component to when Find<NetworkObject>(to.Id) is { } part => part switch
        {
            TransitGateway => (part.Id.ToString(), PictureTarget.Hub),
            VpcPeering peering when Other(peering, vpc) is { } other => (other.ToString(), PictureTarget.Peer),
            _ => (Label(part), PictureTarget.Gateway),
        },
        _ => ("?", PictureTarget.Unknown),
    };

    private static string Label(NetworkObject part) => part switch
    {
        InternetGateway => "internet gateway",
        EgressOnlyInternetGateway => "egress-only gateway",
        VpnGateway => "VPN gateway",
        NatGateway nat => nat.IsPrivate.Or(false) ? "private NAT gateway" : "NAT gateway",
        GatewayEndpoint => "gateway endpoint",
        InterfaceEndpoint => "interface endpoint",
        GatewayLoadBalancerEndpoint => "GWLB endpoint",
        FirewallEndpoint => "firewall endpoint",
        _ => part.Id.ToString(),
    };

    private PictureHub Make(TransitGateway hub)
    {
        var defaultTable = hub.DefaultAssociation.Or(false) ? hub.DefaultRouteTable : null;
        var uses = _model.All<TransitGatewayAttachment>()
            .Where(attachment => attachment.TransitGateway is { IsKnown: true } known && known.Value == hub.Id)
            .Select(attachment => attachment.Association is { } own ? own.IsKnown ? own.Value : null : defaultTable)
            .OfType<ComponentId>()
            .CountBy(id => id)
            .ToDictionary();
        return new(
            hub.Id.ToString(),
            [
                .. _model.All<TransitGatewayRouteTable>().Where(table => table.TransitGateway == hub.Id).Select(table => table.Id).Union(uses.Keys)
                    .Order()
                    .Select(id => (id.Implied.Length > 0 ? "default table" : id.LogicalId, uses.GetValueOrDefault(id))),
            ]);
    }

    private PictureOnPremises Make(OnPremisesConnection connection) => new(
        connection.Id.ToString(),
        [.. connection.Ranges.Or([]).Select(range => range.ToString())],
        Find<NetworkObject>(connection.Gateway) switch
        {
            VpnGateway gateway => gateway.Vpc?.ToString(),
            TransitGatewayAttachment { TransitGateway.IsKnown: true } attachment => attachment.TransitGateway.Value.ToString(),
            _ => null,
        });

    private static ComponentId? Other(VpcPeering peering, ComponentId vpc) =>
        !peering.Requester.IsKnown || !peering.Accepter.IsKnown ? null
        : peering.Requester.Value == vpc ? peering.Accepter.Value
        : peering.Accepter.Value == vpc ? peering.Requester.Value
        : null;

    private T? Find<T>(ComponentId id)
        where T : NetworkObject => _objects.GetValueOrDefault(id) as T;

    private static string Text(Maybe<Core.Addressing.Cidr> range) => range.IsKnown ? range.Value.ToString() : "?";

    private static string Text(RouteDestination destination) => destination switch
    {
        RouteDestination.Range range => range.Cidr.ToString(),
        RouteDestination.List list => list.PrefixList.LogicalId,
        _ => "?",
    };
}
