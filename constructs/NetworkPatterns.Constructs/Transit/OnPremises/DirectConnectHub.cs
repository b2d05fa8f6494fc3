using Amazon.CDK;
using Constructs;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Synthesis;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Transit.OnPremises;

/// <summary>Sites on Direct Connect: a gateway with virtual interfaces, in a segment of a hub or at VPCs.</summary>
/// <remarks>
/// Emits <c>AWS::DirectConnect::DirectConnectGateway</c>, <c>DirectConnectGatewayAssociation</c>, and for each interface
/// <c>TransitVirtualInterface</c> or <c>PrivateVirtualInterface</c>; at a hub what <see cref="SegmentAttachment"/> emits, once the
/// attachment's ID is known. The gateway costs nothing; connections cost by the hour, and data that leaves AWS.
/// <para>Source: https://docs.aws.amazon.com/directconnect/latest/UserGuide/direct-connect-gateways-intro.html</para>
/// </remarks>
public sealed class DirectConnectHub : Construct
{
    private readonly EmittedBlueprint _resources;

    /// <summary>Plans the connection and makes its resources.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public DirectConnectHub(Construct scope, string id, DirectConnectHubProps props)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        Props = props;
        var context = this.ContextFor(nameof(DirectConnectHubProps));
        var problems = new ProblemList();
        var seen = props.Hub?.ViewFrom(this, context.At(nameof(props.Hub)), problems);
        var plan = DirectConnectHubPlan.From(props, context, problems);
        props.AddressBook?.Reserve(plan.Ranges.Select(range => new AddressRange(Node.Path, range, AddressRangeKind.OnPremises)), problems);
        problems.ThrowIfAny();
        var (blueprint, inputs) = plan.ToBlueprint(seen?.TransitGatewayId);
        _resources = this.Emit(blueprint, inputs);
        if (props.Hub is { } hub)
        {
            _ = new SegmentAttachment(this, "Attachment", new SegmentAttachmentProps
            {
                Hub = hub,
                Segment = props.Segment!,
                AttachmentId = props.AttachmentId,
                ResourceId = DirectConnectGatewayId,
                AddressRanges = props.Ranges,
            });
        }
    }

    /// <summary>The ID of the Direct Connect gateway, as a token.</summary>
    public string DirectConnectGatewayId => _resources.GetAtt(DirectConnectHubPlan.GatewayId, "DirectConnectGatewayId");

    internal DirectConnectHubProps Props { get; }

    /// <summary>The typed L1 of a resource, to override what the props do not offer.</summary>
    /// <exception cref="KeyNotFoundException">There is no such resource.</exception>
    public CfnResource GetResource(string id) => _resources.GetResource(id);
}
