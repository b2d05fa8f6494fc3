using System.Collections.Immutable;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Templates;
using NetworkPatterns.Templates.Values;
using UnknownValue = NetworkPatterns.Network.Model.UnknownValue;

namespace NetworkPatterns.Network.Reading;

/// <summary>Transit Gateways, their route tables and attachments.</summary>
internal sealed class TransitGatewayReader(ReadingContext context, OutsideReader outside)
{
    private readonly Dictionary<ComponentId, GatewayDefaults> defaults = [];
    private readonly List<TransitGatewayAttachment> attachments = [];
    private ILookup<ComponentId, ResolvedResource> associations = null!;
    private ILookup<ComponentId, ResolvedResource> propagations = null!;
    private ILookup<ComponentId, ResolvedResource> routes = null!;

    /// <summary>The tables that a gateway names as its defaults, where they are declared.</summary>
    private sealed record GatewayDefaults(Maybe<ComponentId>? Association, Maybe<ComponentId>? Propagation);

    public void Read()
    {
        associations = context.Children(
            "AWS::EC2::TransitGatewayRouteTableAssociation", "TransitGatewayAttachmentId", ResourceKind.TransitGatewayAttachment);
        propagations = context.Children(
            "AWS::EC2::TransitGatewayRouteTablePropagation", "TransitGatewayRouteTableId", ResourceKind.TransitGatewayRouteTable);
        routes = context.Children("AWS::EC2::TransitGatewayRoute", "TransitGatewayRouteTableId", ResourceKind.TransitGatewayRouteTable);
        foreach (var resource in context.OfType("AWS::EC2::TransitGateway"))
        {
            context.Add(ReadGateway(resource));
        }

        var reader = new AttachmentReader(context, outside);
        attachments.AddRange(reader.Read().Select(Associate));
        foreach (var attachment in attachments)
        {
            context.Add(attachment);
        }

        var changes = CustomResourceReader.ChangesTo(context, ResourceKind.TransitGatewayRouteTable);
        foreach (var resource in context.OfType("AWS::EC2::TransitGatewayRouteTable"))
        {
            var view = context.View(resource);
            var component = context.ComponentOf(resource);
            var gateway = view.Reference("TransitGatewayId", ResourceKind.TransitGateway);
            var table = Fill(new TransitGatewayRouteTable(component, gateway is { IsKnown: true } known ? known.Value : component.Id.Implies("TransitGateway")));
            context.Add(table with { MayHaveMoreRoutes = table.MayHaveMoreRoutes.AddRange(changes[table.Id]) });
        }
    }

    /// <summary>A table outside the estate: what the templates add to it, besides routes that nobody knows.</summary>
    public TransitGatewayRouteTable ReadExternal(Component component, IEnumerable<ComponentId> gateways)
    {
        // Without a name for its gateway the table would be of none: the only gateway there is must be it.
        var gateway = gateways.Take(2).ToList() is [var only] ? only : component.Id.Implies("TransitGateway");
        var table = Fill(new TransitGatewayRouteTable(component, gateway));
        return table with { MayHaveMoreRoutes = table.MayHaveMoreRoutes.Add(new(component.Id, "the Transit Gateway route table is not among the given templates")) };
    }

    /// <summary>A gateway outside the estate.</summary>
    public static TransitGateway External(Component component)
    {
        var unknown = new UnknownValue(component.Id, "the Transit Gateway is not among the given templates");
        return new TransitGateway(component)
        {
            DefaultAssociation = unknown,
            DefaultPropagation = unknown,
            SecurityGroupReferencing = unknown,
        };
    }

    private TransitGateway ReadGateway(ResolvedResource resource)
    {
        var view = context.View(resource);
        defaults[view.Owner] = new(
            view.Reference("AssociationDefaultRouteTableId", ResourceKind.TransitGatewayRouteTable),
            view.Reference("PropagationDefaultRouteTableId", ResourceKind.TransitGatewayRouteTable));
        return new TransitGateway(context.ComponentOf(resource))
        {
            Region = resource.Stack.Region ?? "",
            DefaultAssociation = view.Is("DefaultRouteTableAssociation", "enable", otherwise: true),
            DefaultPropagation = view.Is("DefaultRouteTablePropagation", "enable", otherwise: true),
            SecurityGroupReferencing = view.Is("SecurityGroupReferencingSupport", "enable", otherwise: false),
        };
    }

    private TransitGatewayAttachment Associate(TransitGatewayAttachment attachment)
    {
        Maybe<ComponentId>? found = null;
        foreach (var association in associations[attachment.Id])
        {
            var view = context.View(association);
            var table = view.Reference("TransitGatewayRouteTableId", ResourceKind.TransitGatewayRouteTable) ?? view.Unknown("TransitGatewayRouteTableId is missing");
            var own = context.DoubtOf(association) is { } doubt ? doubt : table;
            found = found is null || found == own ? own : view.Unknown("the attachment has several associations");
        }

        var orphan = context.OrphansOf(ResourceKind.TransitGatewayAttachment) is [var first, ..] ? first : null;
        return attachment with
        {
            Association = found
                ?? (attachment.Association is null && orphan is not null ? orphan : attachment.Association)
                ?? DefaultsOf(attachment)?.Association,
        };
    }

    private GatewayDefaults? DefaultsOf(TransitGatewayAttachment attachment) =>
        attachment.TransitGateway.IsKnown ? defaults.GetValueOrDefault(attachment.TransitGateway.Value) : null;

    private TransitGatewayRouteTable Fill(TransitGatewayRouteTable table)
    {
        var more = ImmutableArray.CreateBuilder<UnknownValue>();
        more.AddRange(context.OrphansOf(ResourceKind.TransitGatewayRouteTable));
        var propagating = ImmutableArray.CreateBuilder<ComponentId>();
        foreach (var propagation in propagations[table.Id])
        {
            var view = context.View(propagation);
            var attachment = view.Reference("TransitGatewayAttachmentId", ResourceKind.TransitGatewayAttachment) ?? view.Unknown("TransitGatewayAttachmentId is missing");
            if ((context.DoubtOf(propagation) ?? attachment.Unknown) is { } unknown)
            {
                more.Add(unknown);
            }
            else
            {
                propagating.Add(attachment.Value);
            }
        }

        // A declared table may be the one that the gateway propagates to by default.
        propagating.AddRange(attachments
            .Where(attachment => DefaultsOf(attachment)?.Propagation is { IsKnown: true } byDefault && byDefault.Value == table.Id)
            .Select(attachment => attachment.Id));
        return table with
        {
            Routes = [.. routes[table.Id].Select(Read)],
            Propagations = [.. propagating.Distinct()],
            MayHaveMoreRoutes = more.ToImmutable(),
        };
    }

    private TransitGatewayRoute Read(ResolvedResource resource)
    {
        var view = context.View(resource);
        var destination = view.Cidr("DestinationCidrBlock") ?? view.Unknown("the route has no destination");
        var blackhole = view.Boolean("Blackhole") ?? false;
        return new TransitGatewayRoute(
            context.Named(resource), destination.IsKnown ? RouteDestination.To(destination.Value) : new RouteDestination.Open(destination.Unknown!))
        {
            Attachment = !blackhole.IsKnown ? blackhole.Unknown!
                : blackhole.Value ? default(Maybe<ComponentId>?)
                : view.Reference("TransitGatewayAttachmentId", ResourceKind.TransitGatewayAttachment) ?? view.Unknown("the route has no attachment"),
            Doubt = context.DoubtOf(resource),
        };
    }
}
