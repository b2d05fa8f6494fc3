using Amazon.CDK;
using Constructs;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Synthesis;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Transit;

/// <summary>A VPC of this library attached to a hub in one of its segments; <see cref="ExistingVpcSpoke"/> attaches any other.</summary>
/// <remarks>
/// Emits <c>AWS::EC2::TransitGatewayAttachment</c> (whose subnets change in place), a
/// <c>TransitGatewayRouteTableAssociation</c>, a <c>TransitGatewayRouteTablePropagation</c> for each table that may lead to
/// the VPC, or a <c>TransitGatewayRoute</c> through the inspection, and <c>Route</c>s of the VPC's own tables; where appliances of
/// Transit Gateway Connect live, <c>NetworkAclEntry</c>, <c>SecurityGroupIngress</c> and <c>SecurityGroupEgress</c> for GRE. All of it is in
/// the VPC's stack: the hub's does not grow.
/// <para>Where the hub is another account's, that account associates the attachment: an output has its ID for
/// <see cref="SegmentAttachment"/> there.</para>
/// <para>Source: https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html</para>
/// </remarks>
public sealed class TransitGatewaySpoke : Construct
{
    private readonly EmittedBlueprint _resources;

    /// <summary>Plans the attachment and makes its resources.</summary>
    /// <param name="scope">Where it belongs: the stack of the VPC, or a construct in it.</param>
    /// <param name="id">Its name among the children of <paramref name="scope"/>; part of every logical ID.</param>
    /// <param name="props">Which VPC, which hub, which segment.</param>
    /// <exception cref="PlanException">The props cannot be planned; it carries every problem, and nothing has been made.</exception>
    public TransitGatewaySpoke(Construct scope, string id, TransitGatewaySpokeProps props)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        var context = this.ContextFor(nameof(TransitGatewaySpokeProps));
        Network = props.Network;
        var problems = new ProblemList();
        if (!ReferenceEquals(Stack.Of(this), Stack.Of(props.Network)))
        {
            problems.Add(DiagnosticCatalogue.AttachmentUnclear.At(
                context.At(nameof(props.Network)), $"{props.Network.Node.Path} is of another stack", "attach a VPC in its own stack, so that neither stack holds the other one back"));
        }

        // Appliance mode keeps both directions of a flow on one appliance, for one gateway: https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-appliance-scenario.html
        if (props.Network.Node.Scope is TransitGatewayHub owner)
        {
            throw new PlanException(DiagnosticCatalogue.HubVpcAttached.At(
                context.At(nameof(props.Network)), $"{props.Network.Node.Path} is a VPC of the hub {owner.Node.Path}, which attaches it", "attach a VPC of your own, and give each hub its own egress and inspection"));
        }

        var hub = props.Hub.ViewFrom(this, context.At(nameof(props.Hub)), problems);
        Register = hub.Register;
        Plan = TransitGatewaySpokePlan.From(
            new(props.Segment, props.AttachmentTier, props.RoutedTiers, props.ConnectTiers),
            hub.Policy,
            hub.HasRouteTables,
            props.Network.Plan,
            hub.Register,
            context,
            problems);
        var plan = Plan;
        var blueprint = TransitGatewaySpokeBlueprint.From(plan);
        var part = new StackPart(Stack.Of(this).Node.Path, Node.Path, blueprint.Resources.Length + props.Network.Plan.Blueprint.Resources.Length);
        if (StackBudget.Check(hub.Register.Parts, part, hub.IsExported, Node.Path) is { } full)
        {
            throw new PlanException(full);
        }

        var routes = HubQuotas.RoutesOf(plan.Routing, plan.Network.Addresses.CidrBlocks.Length + (plan.Network.HasIPv6 ? 1 : 0));
        if (HubQuotas.OfRoutes(hub.Register.Routes, routes, Node.Path) is { } quota)
        {
            Annotations.Of(this).AddWarningV2(quota.Code, quota.ToString());
        }

        hub.Register.AddPart(part);
        hub.Register.AddRoutes(routes);
        hub.Register.Add(plan.Entry);
        _resources = this.Emit(blueprint, Inputs(plan, hub, props.Network));
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

    internal TransitGatewaySpokePlan Plan { get; }

    internal SpokeRegister Register { get; }

    internal ThreeTierVpc Network { get; }

    // The tiers whose subnets are in a multicast domain, with the domain: a subnet is in one only.
    internal Dictionary<string, string> MulticastTiers { get; } = new(StringComparer.Ordinal);

    private static Dictionary<string, object> Inputs(TransitGatewaySpokePlan plan, HubView hub, ThreeTierVpc network)
    {
        var inputs = TransitGatewaySpokeBlueprint.AttachmentOf(plan).InputsOf(hub);
        foreach (var id in TransitGatewaySpokeBlueprint.VpcResources(plan))
        {
            inputs[id] = network.Resources.Ref(id);
        }

        foreach (var id in TransitGatewaySpokeBlueprint.VpcGroups(plan))
        {
            inputs[id] = network.Resources.GetAtt(id, "GroupId");
        }

        if (TransitGatewaySpokeBlueprint.NeedsBlock(plan))
        {
            inputs[TransitGatewaySpokeBlueprint.BlockInput] = network.Resources.GetAtt(ThreeTierVpcBlueprint.VpcId, "CidrBlock");
        }

        if (TransitGatewaySpokeBlueprint.NeedsIpv6Block(plan))
        {
            inputs[TransitGatewaySpokeBlueprint.Ipv6BlockInput] =
                Fn.Select(0, Token.AsList(network.Resources.GetResource(ThreeTierVpcBlueprint.VpcId).GetAtt("Ipv6CidrBlocks")));
        }

        return inputs;
    }
}
