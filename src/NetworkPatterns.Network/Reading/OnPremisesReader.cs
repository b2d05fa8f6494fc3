using System.Collections.Immutable;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Templates;

namespace NetworkPatterns.Network.Reading;

/// <summary>Ways out of AWS: Site-to-Site VPN connections and Direct Connect gateways.</summary>
/// <remarks>
/// What BGP announces is in no template: metadata (<see cref="Core.Guarantees.OutsideNetwork"/>) says it, or the assumption
/// <c>Stack/LogicalId.Ranges</c>, a list of ranges with commas, which wins.
/// </remarks>
internal sealed class OnPremisesReader(ReadingContext context, OutsideReader outside)
{
    /// <summary>The attribute of a connection that an assumption may give.</summary>
    public const string Ranges = "Ranges";

    public void Read()
    {
        var routes = context.Children("AWS::EC2::VPNConnectionRoute", "VpnConnectionId", ResourceKind.VpnConnection);
        foreach (var resource in context.OfType("AWS::EC2::VPNConnection"))
        {
            var view = context.View(resource);
            var gateway = view.Has("TransitGatewayId")
                ? outside.AttachmentOf(resource)
                : view.Reference("VpnGatewayId", ResourceKind.VpnGateway);
            var isStatic = view.Boolean("StaticRoutesOnly") ?? false;
            var known = isStatic is { IsKnown: true, Value: true } && !view.Has("TransitGatewayId")
                ? context.OrphansOf(ResourceKind.VpnConnection) is [var orphan, ..] ? orphan : Static(routes[view.Owner])
                : Unknown(resource, view, "its routes come over BGP or are set on the Transit Gateway");
            Add(resource, view, gateway, OnPremisesKind.Vpn, known);
        }

        foreach (var resource in context.OfType("AWS::DirectConnect::DirectConnectGatewayAssociation"))
        {
            var view = context.View(resource);
            Add(
                resource,
                view,
                view.Reference("AssociatedGatewayId", ResourceKind.VpnGateway),
                OnPremisesKind.DirectConnect,
                Unknown(resource, view, "its routes come over BGP"));
        }

        AddDeclared();
    }

    private void AddDeclared()
    {
        var ofVpns = context.Objects.OfType<OnPremisesConnection>().Select(connection => connection.Gateway).ToHashSet();
        foreach (var connection in outside.Connections([.. context.Objects.OfType<TransitGatewayAttachment>()], ofVpns).ToList())
        {
            context.Add(connection);
        }
    }

    private void Add(ResolvedResource resource, View view, Maybe<ComponentId>? gateway, OnPremisesKind kind, Maybe<ImmutableArray<Cidr>> ranges)
    {
        if (gateway is not { IsKnown: true } known)
        {
            context.NotModelled(resource, $"which gateway it ends at is not known: {(gateway?.Unknown ?? view.Unknown("none is given")).Reason}", "give the missing value");
            return;
        }

        context.Add(new OnPremisesConnection(context.ComponentOf(resource), known.Value)
        {
            Kind = kind,
            Ranges = context.DoubtOf(resource) is { } doubt ? doubt : ranges,
        });
    }

    private Maybe<ImmutableArray<Cidr>> Static(IEnumerable<ResolvedResource> routes)
    {
        var ranges = ImmutableArray.CreateBuilder<Cidr>();
        foreach (var route in routes)
        {
            var view = context.View(route);
            var range = view.Cidr("DestinationCidrBlock") ?? view.Unknown("the route has no destination");
            if ((context.DoubtOf(route) ?? range.Unknown) is { } unknown)
            {
                return unknown;
            }

            ranges.Add(range.Value);
        }

        return ranges.ToImmutable();
    }

    private Maybe<ImmutableArray<Cidr>> Unknown(ResolvedResource resource, View view, string reason)
    {
        var key = $"{resource}.{Ranges}";
        if (!context.Estate.Options.Assumptions.TryGetValue(key, out var assumed))
        {
            return outside.Find(resource) is { } declared ? declared.Ranges : view.Unknown($"{reason}; assume {key}=<ranges>");
        }

        var ranges = ImmutableArray.CreateBuilder<Cidr>();
        foreach (var text in assumed.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!CidrText.TryParse(text, out var range))
            {
                return view.Unknown($"the assumed range '{text}' of {key} is not a range");
            }

            ranges.Add(range);
        }

        return ranges.ToImmutable();
    }
}
