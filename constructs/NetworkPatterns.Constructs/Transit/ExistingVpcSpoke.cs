using Amazon.CDK;
using Constructs;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Synthesis;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Transit;

/// <summary>A VPC that no pattern of this library made, attached to a hub in one of its segments.</summary>
/// <remarks>
/// Emits what <see cref="TransitGatewaySpoke"/> emits: <c>AWS::EC2::TransitGatewayAttachment</c>,
/// <c>TransitGatewayRouteTableAssociation</c>, <c>TransitGatewayRouteTablePropagation</c> or <c>TransitGatewayRoute</c>, and <c>Route</c>s
/// of the named tables. A table that has a route to one of the hub's private ranges already refuses a second one.
/// <para>Source: https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html</para>
/// </remarks>
public sealed class ExistingVpcSpoke : Construct
{
    private readonly EmittedBlueprint _resources;

    /// <summary>Plans the attachment and makes its resources.</summary>
    /// <param name="scope">Where it belongs: a stack of the VPC's account and Region.</param>
    /// <param name="id">Its name among the children of <paramref name="scope"/>; part of every logical ID.</param>
    /// <param name="props">Which VPC, which hub, which segment.</param>
    /// <exception cref="PlanException">The props cannot be planned; it carries every problem, and nothing has been made.</exception>
    public ExistingVpcSpoke(Construct scope, string id, ExistingVpcSpokeProps props)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        var context = this.ContextFor(nameof(ExistingVpcSpokeProps));
        var problems = new ProblemList();
        if (props.Vpc.Construct is { } vpc && context.IsToken(props.Vpc.VpcId) && !ReferenceEquals(Stack.Of(this), Stack.Of(vpc)))
        {
            problems.Add(DiagnosticCatalogue.AttachmentUnclear.At(
                context.At(nameof(props.Vpc)), $"{props.Vpc.Name} is of another stack", "attach a VPC in its own stack, so that neither stack holds the other one back"));
        }

        var hub = props.Hub.ViewFrom(this, context.At(nameof(props.Hub)), problems);
        var plan = ExistingVpcSpokePlan.From(props, hub.Policy, hub.HasRouteTables, hub.Register, context, problems);
        var blueprint = TransitGatewaySpokeBlueprint.From(plan.Attachment);
        hub.Register.Add(plan.Entry);
        var inputs = plan.Attachment.InputsOf(hub);
        foreach (var (name, token) in plan.Inputs)
        {
            inputs[name] = token;
        }

        _resources = this.Emit(blueprint, inputs);
        if (!hub.HasRouteTables)
        {
            NextPhase.TellAttachment(this, AttachmentId, props.Segment);
        }
    }

    /// <summary>The attachment's ID, as a token.</summary>
    public string AttachmentId => _resources.Ref(TransitGatewaySpokeBlueprint.AttachmentId);

    /// <summary>The typed L1 of a resource, to override what the props do not offer.</summary>
    /// <param name="id">The last part of the resource's construct path, such as <c>Attachment</c>.</param>
    /// <exception cref="KeyNotFoundException">There is no such resource.</exception>
    public CfnResource GetResource(string id) => _resources.GetResource(id);
}
