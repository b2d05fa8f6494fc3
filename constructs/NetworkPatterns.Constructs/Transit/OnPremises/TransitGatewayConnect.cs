using Amazon.CDK;
using Constructs;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Synthesis;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Transit.OnPremises;

/// <summary>Appliances, such as those of an SD-WAN, at a hub over GRE and BGP: Transit Gateway Connect.</summary>
/// <remarks>
/// Emits <c>AWS::EC2::TransitGatewayConnect</c>, a <c>TransitGatewayConnectPeer</c> for each tunnel, and what <see cref="SegmentAttachment"/>
/// emits. There are no static routes to a Connect attachment: the gateway learns what is behind it from BGP. AWS charges for the attachment
/// that carries it and for data, not for Connect itself.
/// <para>Source: https://docs.aws.amazon.com/vpc/latest/tgw/tgw-connect.html</para>
/// </remarks>
public sealed class TransitGatewayConnect : Construct
{
    private readonly EmittedBlueprint? _resources;

    /// <summary>Plans the attachment and makes its resources, or says what they wait for.</summary>
    /// <param name="scope">Where it belongs: a stack of the hub's account and Region, that of <see cref="TransitGatewayConnectProps.Transport"/>.</param>
    /// <param name="id">Its name among the children of <paramref name="scope"/>; part of every logical ID.</param>
    /// <param name="props">Which appliances, over what.</param>
    /// <exception cref="PlanException">The props cannot be planned; it carries every problem, and nothing has been made.</exception>
    public TransitGatewayConnect(Construct scope, string id, TransitGatewayConnectProps props)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        var context = this.ContextFor(nameof(TransitGatewayConnectProps));
        var problems = new ProblemList();
        var hub = props.Hub.ViewFrom(this, context.At(nameof(props.Hub)), problems);
        if (props.Transport is { } spoke && !ReferenceEquals(Stack.Of(this), Stack.Of(spoke)))
        {
            problems.Add(DiagnosticCatalogue.ConnectUnclear.At(
                context.At(nameof(props.Transport)), $"{spoke.Node.Path} is of another stack", "make the Connect attachment in the stack of the VPC, so that neither stack holds the other one back"));
        }

        var plan = TransitGatewayConnectPlan.From(props, hub, context, problems);
        problems.ThrowIfAny();
        props.AddressBook?.Reserve(plan.Reserved, problems);
        problems.ThrowIfAny();
        if (plan.Transport is null)
        {
            NextPhase.Announce(
                this,
                $"Find the Direct Connect attachment's ID, give it as {nameof(DirectConnectHubProps)}.{nameof(DirectConnectHubProps.AttachmentId)}, and deploy again",
                SegmentAttachment.CommandThatFinds(hub, props.DirectConnect!.DirectConnectGatewayId));
            return;
        }

        var (blueprint, inputs) = plan.ToBlueprint();
        _resources = this.Emit(blueprint, inputs);
        _ = new SegmentAttachment(this, "Attachment", new SegmentAttachmentProps
        {
            Hub = props.Hub,
            Segment = props.Segment,
            AttachmentId = AttachmentId,
            AddressRanges = props.Ranges,
        });
    }

    /// <summary>The ID of the Connect attachment, as a token; <see langword="null"/> before the phase in which it is made.</summary>
    public string? AttachmentId => _resources?.GetAtt(TransitGatewayConnectPlan.ConnectId, "TransitGatewayAttachmentId");

    /// <summary>The typed L1 of a resource, to override what the props do not offer.</summary>
    /// <param name="id">The last part of the resource's construct path, such as <c>Connect</c>.</param>
    /// <exception cref="KeyNotFoundException">There is no such resource, or not yet.</exception>
    public CfnResource GetResource(string id) => _resources?.GetResource(id) ?? throw new KeyNotFoundException($"'{id}' is made once the Direct Connect attachment's ID is known");
}
