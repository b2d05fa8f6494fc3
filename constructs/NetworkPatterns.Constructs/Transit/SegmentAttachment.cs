using Amazon.CDK;
using Constructs;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Synthesis;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Transit;

/// <summary>
/// An attachment that another account or another construct made, in a segment of the hub: a shared-account VPC, a VPN, a
/// Direct Connect gateway, a Connect attachment.
/// </summary>
/// <remarks>
/// Emits <c>AWS::EC2::TransitGatewayRouteTableAssociation</c>, <c>TransitGatewayRouteTablePropagation</c> for each table that may lead
/// there, and where the segment is inspected <c>TransitGatewayRoute</c>s through the inspection.
/// <para>An account that a Transit Gateway is shared with can attach VPCs, and can't associate them:
/// https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-share.html</para>
/// </remarks>
public sealed class SegmentAttachment : Construct
{
    /// <summary>Puts the attachment into its segment, or says how to find its ID.</summary>
    /// <param name="scope">Where it belongs: a stack of the hub's account and Region.</param>
    /// <param name="id">Its name among the children of <paramref name="scope"/>; part of every logical ID.</param>
    /// <param name="props">Which attachment, which hub, which segment.</param>
    /// <exception cref="PlanException">The props cannot be planned; it carries every problem, and nothing has been made.</exception>
    public SegmentAttachment(Construct scope, string id, SegmentAttachmentProps props)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        var context = this.ContextFor(nameof(SegmentAttachmentProps));
        var problems = new ProblemList();
        var hub = props.Hub.ViewFrom(this, context.At(nameof(props.Hub)), problems);
        var plan = SegmentAttachmentPlan.Read(props.Segment, props.AddressRanges, hub.Policy, hub.HasRouteTables, context, problems);
        problems.ThrowIfAny();
        plan = plan with { OutsideName = props.OutsideName };
        if (props.AttachmentId is not { } attachment)
        {
            NextPhase.Announce(
                this,
                $"Find the attachment's ID, give it as {nameof(SegmentAttachmentProps)}.{nameof(props.AttachmentId)}, and deploy again",
                CommandThatFinds(hub, props.ResourceId));
            return;
        }

        var tables = hub.RouteTables(props.Segment);
        var inputs = tables.PropagationRouteTableIds
            .Concat(tables.InspectedRouteTableIds)
            .Append(new(props.Segment, tables.AssociationRouteTableId))
            .DistinctBy(table => table.Key, StringComparer.Ordinal)
            .ToDictionary(table => HubTablePlanner.IdOf(table.Key), table => (object)table.Value, StringComparer.Ordinal);
        inputs[SegmentAttachmentPlan.AttachmentInput] = attachment;
        if (plan.NeedsInspection)
        {
            inputs[TransitGatewaySpokeBlueprint.InspectionInput] = tables.InspectionAttachmentId!;
        }

        var promising = plan.Promising(attachment, hub.Policy, hub.Register, context);
        this.Emit(promising.ToBlueprint(), inputs);
        if (promising.Entry is { } entry)
        {
            hub.Register.Add(entry);
        }
    }

    /// <summary>The command that tells an attachment's ID.</summary>
    /// <param name="hub">Whose attachment it is.</param>
    /// <param name="resourceId">What is attached; <see langword="null"/> for anything.</param>
    internal static string CommandThatFinds(ITransitGatewayHub hub, string? resourceId) =>
        $"aws ec2 describe-transit-gateway-attachments --region {Aws.REGION} --filters Name=transit-gateway-id,Values={hub.TransitGatewayId}"
        + (resourceId is null ? "" : $" Name=resource-id,Values={resourceId}")
        + " --query TransitGatewayAttachments[].TransitGatewayAttachmentId";
}
