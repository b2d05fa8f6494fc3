using Amazon.CDK;
using Constructs;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Synthesis;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Transit.OnPremises;

/// <summary>A site outside AWS over IPsec: at a Transit Gateway in one of its segments, or at one VPC.</summary>
/// <remarks>
/// Emits <c>AWS::EC2::CustomerGateway</c> and <c>VPNConnection</c> for each connection, <c>AWS::Logs::LogGroup</c>, by option
/// <c>AWS::CloudWatch::Alarm</c>; at a VPC <c>VPNGateway</c>, <c>VPCGatewayAttachment</c>, <c>VPNGatewayRoutePropagation</c> and
/// <c>VPNConnectionRoute</c>; at a hub what <see cref="SegmentAttachment"/> emits, once the attachment's ID is known, and a
/// <c>TransitGatewayRoute</c> for each static route. AWS charges for each connection by the hour, and for data.
/// <para>Source: https://docs.aws.amazon.com/vpn/latest/s2svpn/VPC_VPN.html</para>
/// </remarks>
public sealed class SiteToSiteVpn : Construct
{
    private readonly EmittedBlueprint _resources;

    /// <summary>Plans the VPN and makes its resources.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public SiteToSiteVpn(Construct scope, string id, SiteToSiteVpnProps props)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        var context = this.ContextFor(nameof(SiteToSiteVpnProps));
        var problems = new ProblemList();
        var hub = props.Hub?.ViewFrom(this, context.At(nameof(props.Hub)), problems);
        var plan = SiteToSiteVpnPlan.From(props, context, problems);
        props.AddressBook?.Reserve(plan.Reserved, problems);
        problems.ThrowIfAny();
        var (blueprint, inputs) = SiteToSiteVpnBlueprint.From(plan, hub?.TransitGatewayId);
        _resources = this.Emit(blueprint, inputs);
        foreach (var connection in props.Hub is null ? [] : props.Connections)
        {
            Attach(props, connection);
        }
    }

    /// <summary>The ID of a connection, as a token.</summary>
    /// <exception cref="KeyNotFoundException">There is no such connection.</exception>
    public string ConnectionId(string name) => _resources.Ref(SiteToSiteVpnBlueprint.ConnectionId(name));

    /// <summary>The ID of the virtual private gateway, as a token.</summary>
    /// <exception cref="KeyNotFoundException">The site is at a Transit Gateway.</exception>
    public string VpnGatewayId => _resources.Ref(SiteToSiteVpnBlueprint.GatewayId);

    /// <summary>The typed L1 of a resource, to override what the props do not offer.</summary>
    /// <exception cref="KeyNotFoundException">There is no such resource.</exception>
    public CfnResource GetResource(string id) => _resources.GetResource(id);

    private void Attach(SiteToSiteVpnProps props, VpnConnection connection)
    {
        var attachment = new SegmentAttachment(this, $"{ResourceName.Of(connection.Name)}Attachment", new SegmentAttachmentProps
        {
            Hub = props.Hub!,
            Segment = props.Segment!,
            AttachmentId = connection.AttachmentId,
            ResourceId = ConnectionId(connection.Name),
            AddressRanges = props.Ranges,
            OutsideName = SiteToSiteVpnBlueprint.OutsideName(Node.Path, connection),
        });
        if (props.StaticRoutes && connection.AttachmentId is { } attachmentId)
        {
            var routes = new StaticSiteRoutes(attachment.Node.Path, props.Ranges, props.Hub!.SeenFrom(this).RouteTables(props.Segment!));
            new Construct(this, $"{ResourceName.Of(connection.Name)}Routes").Emit(routes.ToBlueprint(), routes.InputsFor(attachmentId));
        }
    }
}
