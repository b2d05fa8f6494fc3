using System.Collections.Immutable;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Templates;
using UnknownValue = NetworkPatterns.Network.Model.UnknownValue;

namespace NetworkPatterns.Network.Reading;

/// <summary>Which VPCs internet and virtual private gateways are attached to.</summary>
/// <remarks>
/// An attachment of nobody knows which gateway or VPC may be any. It matters only where something routes to a gateway, so
/// a gateway counts as attached to the VPCs of such routes, and the routes are in doubt.
/// </remarks>
internal sealed class GatewayAttachments
{
    private readonly ReadingContext context;
    private readonly Dictionary<ComponentId, ImmutableArray<ComponentId>> vpcs = [];
    private readonly Dictionary<ComponentId, UnknownValue> doubts = [];

    public GatewayAttachments(ReadingContext context, VpcIdentities identities)
    {
        this.context = context;
        Read("InternetGatewayId", ResourceKind.InternetGateway, identities);
        Read("VpnGatewayId", ResourceKind.VpnGateway, identities);
    }

    /// <summary>The VPCs that a gateway is, or may be, attached to.</summary>
    public ImmutableArray<ComponentId> VpcsOf(ComponentId gateway) => vpcs.GetValueOrDefault(gateway, []);

    /// <summary>Why it is not known whether a gateway is attached; null where it is known.</summary>
    public UnknownValue? DoubtOf(ComponentId gateway) => doubts.GetValueOrDefault(gateway);

    private void Read(string property, ResourceKind kind, VpcIdentities identities)
    {
        UnknownValue? anyGateway = null;
        foreach (var resource in context.OfType("AWS::EC2::VPCGatewayAttachment"))
        {
            var view = context.View(resource);
            if (view.Reference(property, kind) is not { } gateway)
            {
                continue;
            }

            var vpc = identities.Of(view);
            var unknown = gateway.Unknown ?? vpc.Unknown;
            if (unknown is null)
            {
                vpcs[gateway.Value] = [vpc.Value];
            }
            else
            {
                context.NotModelled(resource, $"which gateway it attaches to which VPC is not known: {unknown.Reason}", "give the missing value; routes to the gateway are in doubt");
            }

            if (!gateway.IsKnown)
            {
                anyGateway = unknown;
            }
            else if ((context.DoubtOf(resource) ?? unknown) is { } doubt)
            {
                doubts[gateway.Value] = doubt;
            }
        }

        foreach (var gateway in context.OfType([.. kind.Types]).Select(context.IdOf).Where(id => !vpcs.ContainsKey(id)))
        {
            if (DoubtOf(gateway) is null && anyGateway is not null)
            {
                doubts[gateway] = anyGateway;
            }

            if (DoubtOf(gateway) is not null)
            {
                vpcs[gateway] = [.. TablesThatName(gateway, kind).Select(table => identities.Of(context.View(table))).Where(vpc => vpc.IsKnown).Select(vpc => vpc.Value).Distinct()];
            }
        }
    }

    private IEnumerable<ResolvedResource> TablesThatName(ComponentId gateway, ResourceKind kind)
    {
        var routes = context.OfType("AWS::EC2::Route")
            .Where(route => context.View(route).Reference("GatewayId", kind) is { IsKnown: true } target && target.Value == gateway)
            .Select(route => context.View(route).Reference("RouteTableId", ResourceKind.RouteTable));
        var propagations = context.OfType("AWS::EC2::VPNGatewayRoutePropagation")
            .Where(each => context.View(each).Reference("VpnGatewayId", kind) is { IsKnown: true } target && target.Value == gateway)
            .SelectMany(each => context.View(each).References("RouteTableIds", ResourceKind.RouteTable).Select(table => (Maybe<ComponentId>?)table));
        var named = routes.Concat(propagations).Where(table => table is { IsKnown: true }).Select(table => table!.Value.Value).ToHashSet();
        return context.OfType("AWS::EC2::RouteTable").Where(table => named.Contains(context.IdOf(table)));
    }
}
