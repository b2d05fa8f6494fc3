using NetworkPatterns.Network.Model;
using NetworkPatterns.Templates;
using NetworkPatterns.Templates.Values;
using UnknownValue = NetworkPatterns.Network.Model.UnknownValue;

namespace NetworkPatterns.Network.Reading;

/// <summary>What a route points to.</summary>
internal sealed class RouteTargetReader(ReadingContext context, FirewallEndpoints firewallEndpoints, GatewayAttachments attachments)
{
    private static readonly (string Property, ResourceKind Kind)[] Targets =
    [
        ("GatewayId", ResourceKind.Of("AWS::EC2::InternetGateway", "AWS::EC2::VPNGateway", "AWS::EC2::VPCEndpoint")),
        ("NatGatewayId", ResourceKind.Of("AWS::EC2::NatGateway")),
        ("TransitGatewayId", ResourceKind.TransitGateway),
        ("VpcPeeringConnectionId", ResourceKind.Peering),
        ("VpcEndpointId", ResourceKind.Of("AWS::EC2::VPCEndpoint", "AWS::NetworkFirewall::VpcEndpointAssociation")),
        ("InstanceId", ResourceKind.Instance),
        ("NetworkInterfaceId", ResourceKind.NetworkInterface),
        ("EgressOnlyInternetGatewayId", ResourceKind.Of("AWS::EC2::EgressOnlyInternetGateway")),
    ];

    private static readonly string[] NotModelled = ["CarrierGatewayId", "LocalGatewayId", "CoreNetworkArn", "OdbNetworkArn"];

    /// <summary>The target, and why it is not known whether there is one: a route exists only where its target does.</summary>
    public (RouteTarget Target, UnknownValue? Doubt) Read(ResolvedResource route, View view)
    {
        var written = new List<(string Property, ResourceKind Kind)>(1);
        foreach (var each in Targets)
        {
            if (view.Has(each.Property))
            {
                written.Add(each);
            }
        }

        var target = written.Count == 0 && NotModelled.FirstOrDefault(view.Has) is { } other ? Unmodelled(route, view, other) : Read(view, written);
        return (target, written.Select(each => DoubtOf(view[each.Property])).FirstOrDefault(doubt => doubt is not null));
    }

    private RouteTarget.Open Unmodelled(ResolvedResource route, View view, string property)
    {
        context.NotModelled(route, $"a route to {property}", "what goes there is answered as unknown");
        return new RouteTarget.Open(view.Unknown($"routes to {property} are not modelled"));
    }

    private RouteTarget Read(View view, List<(string Property, ResourceKind Kind)> written) =>
        written switch
        {
            [] => new RouteTarget.Open(view.Unknown("the route has no target")),
            [var (property, kind)] => Read(view, property, kind),

            // Two targets are two sides of a condition: which one is left is not known.
            _ => new RouteTarget.Open(written.Select(target => view.Reference(target.Property, target.Kind)?.Unknown).FirstOrDefault(unknown => unknown is not null)
                ?? view.Unknown($"the route has several targets: {string.Join(", ", written.Select(target => target.Property))}")),
        };

    private UnknownValue? DoubtOf(ResolvedValue target) =>
        target is ReferenceValue reference
            ? context.DoubtOf(reference.Resource) ?? attachments.DoubtOf(context.IdOf(reference.Resource))
            : null;

    private RouteTarget Read(View view, string property, ResourceKind kind)
    {
        var value = view[property];
        if (property is "GatewayId" && value.AsText().TryGet(out var text) && text is "local")
        {
            return new RouteTarget.Local();
        }

        if (firewallEndpoints.Find(value) is { } endpoint)
        {
            return endpoint.IsKnown ? RouteTarget.To(endpoint.Value) : new RouteTarget.Open(endpoint.Unknown!);
        }

        var id = view.Reference(property, kind)!.Value;
        return id.IsKnown ? RouteTarget.To(id.Value) : new RouteTarget.Open(id.Unknown!);
    }
}
