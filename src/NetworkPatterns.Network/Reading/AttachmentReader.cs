using NetworkPatterns.Network.Model;
using NetworkPatterns.Templates;

namespace NetworkPatterns.Network.Reading;

/// <summary>Everything that is attached to Transit Gateways. Two resource types mean the same VPC attachment.</summary>
internal sealed class AttachmentReader(ReadingContext context, OutsideReader outside)
{
    public IEnumerable<TransitGatewayAttachment> Read() => outside.Complete([.. Described()]);

    private IEnumerable<TransitGatewayAttachment> Described() =>
        context.OfType("AWS::EC2::TransitGatewayAttachment", "AWS::EC2::TransitGatewayVpcAttachment").Select(OfVpc)
            .Concat(context.OfType("AWS::EC2::TransitGatewayPeeringAttachment").Select(OfPeer))
            .Concat(context.OfType("AWS::EC2::TransitGatewayConnect").Select(OfConnect))
            .Concat(context.OfType("AWS::EC2::VPNConnection").Where(vpn => context.View(vpn).Has("TransitGatewayId")).Select(OfVpn))
            .Concat(context.OfType("AWS::NetworkFirewall::Firewall").Where(firewall => context.View(firewall).Has("TransitGatewayId")).Select(OfFirewall));

    private TransitGatewayAttachment OfVpc(ResolvedResource resource)
    {
        var view = context.View(resource);
        var vpc = view.Reference("VpcId", ResourceKind.Vpc) ?? view.Unknown("VpcId is missing");
        var attachment = new TransitGatewayAttachment(
            context.ComponentOf(resource),
            Gateway(resource, view),
            vpc.IsKnown ? new AttachedResource.OfVpc(vpc.Value) : new AttachedResource.Open(vpc.Unknown!))
        {
            Subnets = view.References("SubnetIds", ResourceKind.Subnet),
        };
        return view.Inner("Options") switch
        {
            null => attachment,
            { IsKnown: false } unknown => attachment with { ApplianceMode = unknown.Unknown!, Ipv6Support = unknown.Unknown!, SecurityGroupReferencing = unknown.Unknown! },
            { } options => attachment with
            {
                ApplianceMode = options.Value.Is("ApplianceModeSupport", "enable", otherwise: false),
                Ipv6Support = options.Value.Is("Ipv6Support", "enable", otherwise: false),
                SecurityGroupReferencing = options.Value.Is("SecurityGroupReferencingSupport", "enable", otherwise: true),
            },
        };
    }

    private TransitGatewayAttachment OfPeer(ResolvedResource resource)
    {
        var view = context.View(resource);
        return new TransitGatewayAttachment(
            context.ComponentOf(resource),
            Gateway(resource, view),
            new AttachedResource.OfPeer(
                view.Reference("PeerTransitGatewayId", ResourceKind.TransitGateway) ?? view.Unknown("PeerTransitGatewayId is missing"),
                PeeringReader.IsSameAccount(view, resource, "PeerAccountId")));
    }

    private TransitGatewayAttachment OfConnect(ResolvedResource resource)
    {
        var view = context.View(resource);
        context.NotModelled(resource, "a Connect attachment", "what goes over it is answered as unknown");
        return new TransitGatewayAttachment(
            context.ComponentOf(resource),
            view.Unknown("which Transit Gateway its transport attachment is of"),
            new AttachedResource.Open(view.Unknown("Connect attachments are not modelled")));
    }

    // CloudFormation has no name for the attachment of a VPN: its association is the default one or made elsewhere, unless both say what is behind it.
    private TransitGatewayAttachment OfVpn(ResolvedResource resource)
    {
        var view = context.View(resource);
        var gateway = Gateway(resource, view);
        var hasDefault = gateway.IsKnown
            && context.OfType("AWS::EC2::TransitGateway").FirstOrDefault(each => context.IdOf(each) == gateway.Value) is { } declared
            && context.View(declared).Is("DefaultRouteTableAssociation", "enable", otherwise: true) is { IsKnown: true, Value: true };
        var component = context.ComponentOf(resource).Implies(ImpliedPart.Attachment, "AWS::EC2::TransitGatewayAttachment");
        return new TransitGatewayAttachment(component with { Id = outside.AttachmentOf(resource) }, gateway, new AttachedResource.OfOnPremises())
        {
            Association = hasDefault || outside.Find(resource)?.Name is not null ? default(Maybe<ComponentId>?) : view.Unknown("which route table a VPN's attachment is associated with is set outside CloudFormation"),
        };
    }

    private TransitGatewayAttachment OfFirewall(ResolvedResource resource)
    {
        var view = context.View(resource);
        return new TransitGatewayAttachment(
            context.ComponentOf(resource).Implies(ImpliedPart.Attachment, "AWS::EC2::TransitGatewayAttachment"),
            Gateway(resource, view),
            new AttachedResource.OfFirewall(view.Owner));
    }

    // An attachment that perhaps is not there is perhaps one of this gateway.
    private Maybe<ComponentId> Gateway(ResolvedResource resource, View view) =>
        context.DoubtOf(resource) is { } doubt ? doubt
        : view.Reference("TransitGatewayId", ResourceKind.TransitGateway) ?? view.Unknown("TransitGatewayId is missing");
}
