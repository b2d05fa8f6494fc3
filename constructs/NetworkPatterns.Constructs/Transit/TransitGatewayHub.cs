using System.Collections.Immutable;
using Amazon.CDK;
using Constructs;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Synthesis;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Transit;

/// <summary>
/// A Transit Gateway with segments: who may talk to whom is declared once, and all route tables, associations,
/// propagations, blackholes and VPC routes follow from it.
/// </summary>
/// <remarks>
/// Emits <c>AWS::EC2::TransitGateway</c> without default tables, a <c>TransitGatewayRouteTable</c> for each segment,
/// <c>FlowLog</c> with <c>AWS::Logs::LogGroup</c> and <c>AWS::IAM::Role</c>; by option <c>AWS::RAM::ResourceShare</c>,
/// <c>AWS::CloudWatch::Alarm</c> and an <c>AWS::SSM::Parameter</c> that tells other stacks the IDs; for central egress and
/// inspection a <see cref="ThreeTierVpc"/> each, <c>TransitGatewayAttachment</c>, <c>TransitGatewayRouteTableAssociation</c>,
/// <c>TransitGatewayRoute</c>, <c>Route</c>, <c>AWS::NetworkFirewall::Firewall</c> with <c>LoggingConfiguration</c>, or
/// <c>VPCEndpoint</c>; for other Regions <c>TransitGatewayPeeringAttachment</c>. VPCs are attached by
/// <see cref="TransitGatewaySpoke"/> in their own stacks, anything else by <see cref="SegmentAttachment"/>, so that the hub's
/// stack stays small however many spokes there are.
/// <para>AWS replaces a route table whose tags change: tag the app before the hub is first deployed, or leave
/// <c>AWS::EC2::TransitGatewayRouteTable</c> out of later tags.</para>
/// <para>Source: https://docs.aws.amazon.com/vpc/latest/tgw/tgw-best-design-practices.html</para>
/// </remarks>
public sealed class TransitGatewayHub : Construct, ITransitGatewayHub
{
    private readonly EmittedBlueprint _resources;

    /// <summary>Plans the hub and makes its resources.</summary>
    /// <param name="scope">Where it belongs: a stack, or a construct in one.</param>
    /// <param name="id">Its name among the children of <paramref name="scope"/>; part of every logical ID.</param>
    /// <param name="props">What it is to be.</param>
    /// <exception cref="PlanException">The props cannot be planned; it carries every problem, and nothing has been made.</exception>
    public TransitGatewayHub(Construct scope, string id, TransitGatewayHubProps props)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        var context = this.ContextFor(nameof(TransitGatewayHubProps));
        Plan = TransitGatewayHubPlan.From(props, context);
        var blueprint = TransitGatewayHubBlueprint.From(Plan);
        var part = new StackPart(Stack.Of(this).Node.Path, Node.Path, blueprint.Resources.Length + Plan.Vpcs.Sum(vpc => vpc.Plan.Blueprint.Resources.Length));
        if (StackBudget.Check([], part, isExported: true, Node.Path) is { } full)
        {
            throw new PlanException(full);
        }

        ReserveOwnRanges(props);
        var inputs = Plan.Inputs.ToDictionary(input => input.Key, input => (object)input.Value, StringComparer.Ordinal);
        EgressVpc = MakeVpc(Plan.Egress, inputs);
        InspectionVpc = MakeVpc(Plan.Inspection, inputs);
        if (Plan.Egress is { } egress && HubVpcBlueprint.HasRegionalNat(egress))
        {
            inputs[HubVpcBlueprint.NatTableInput] = EgressVpc!.Resources.GetAtt(egress.Plan.NatGateways[0].Id, "RouteTableId");
        }

        _resources = this.Emit(blueprint, inputs);
        var ids = new HubIds(
            () => _resources.Ref(TransitGatewayHubBlueprint.GatewayId),
            table => _resources.Ref(HubTablePlanner.IdOf(table)),
            () => Plan.Inspection is { } inspection
                ? _resources.Ref(inspection.AttachmentId)
                : _resources.GetAtt(InspectionBlueprint.FirewallId, "TransitGatewayAttachmentId"));
        OwnView = new(Plan.Policy, props.AmazonSideAsn, context.Region, ids, new SpokeRegister(isOfThisApp: true)) { IsExported = props.ExportName is not null };
        if (!Plan.Policy.GatewayRanges.IsEmpty)
        {
            OwnView.Register.Add(new(Node.Path, $"{Node.Path}: {nameof(TransitGatewayHubProps.TransitGatewayCidrBlocks)}", "", Plan.Policy.GatewayRanges) { IsAttachment = false });
        }

        foreach (var vpc in Plan.Vpcs)
        {
            OwnView.Register.Add(new($"{Node.Path}/{vpc.ConstructId}", vpc.Plan.Path, vpc.Name, [vpc.Plan.Addresses.Primary.Block]));
        }

        OwnView.Register.AddPart(part);
        OwnView.Register.AddRoutes(Plan.Tables.Sum(table => table.Routes.Length));
        if (HubQuotas.OfTables(Plan.Policy, Plan.Tables.Length, context.At(nameof(props.Segments))) is { } quota)
        {
            Annotations.Of(this).AddWarningV2(quota.Code, quota.ToString());
        }

        foreach (var peer in props.Peers)
        {
            PeerPhases.Announce(this, Plan, peer, _resources);
        }
    }

    /// <summary>A hub of this account and Region, read from its export. Makes a parameter of the stack's template and no resource.</summary>
    /// <param name="scope">A construct of the stack that needs it.</param>
    /// <param name="hub">The props with which the hub is made; <see cref="TransitGatewayHubProps.ExportName"/> is where its IDs are read.</param>
    /// <exception cref="PlanException">The props can't be planned, or export nothing.</exception>
    public static ITransitGatewayHub FromExport(Construct scope, TransitGatewayHubProps hub)
    {
        ArgumentNullException.ThrowIfNull(hub);
        var context = scope.ContextFor(nameof(TransitGatewayHubProps));
        var plan = TransitGatewayHubPlan.From(hub, context);
        if (hub.ExportName is null)
        {
            throw new PlanException(HubPlaces.NotExported(context.Path, context.At(nameof(hub.ExportName))));
        }

        return Exported(scope, plan, hub.ExportName, context.Region, new SpokeRegister(isOfThisApp: false));
    }

    /// <summary>
    /// A hub that exists already, by ID. Without the IDs of its tables, such as in another account with which the hub is shared,
    /// VPCs are attached and routed; the hub's account associates the attachments by <see cref="SegmentAttachment"/>.
    /// </summary>
    /// <param name="scope">A construct of the stack that needs it.</param>
    /// <param name="hub">The props with which the hub is made: its segments and who may talk to whom.</param>
    /// <param name="transitGatewayId">The gateway's ID, a literal or token.</param>
    /// <param name="routeTableIds">
    /// The ID of every table by its name, the segment's (<c>@inspection</c> and <c>@peering</c> for the hub's own); literals or tokens. Default: not
    /// known here.
    /// </param>
    /// <param name="inspectionAttachmentId">The ID of the inspection's attachment, of a hub with inspection. Default: not known here.</param>
    /// <exception cref="PlanException">The props can't be planned.</exception>
    public static ITransitGatewayHub FromIds(
        Construct scope, TransitGatewayHubProps hub, string transitGatewayId, IReadOnlyDictionary<string, string>? routeTableIds = null, string? inspectionAttachmentId = null)
    {
        ArgumentNullException.ThrowIfNull(hub);
        var context = scope.ContextFor(nameof(TransitGatewayHubProps));
        var plan = TransitGatewayHubPlan.From(hub, context);
        Func<string, string>? table = routeTableIds is null
            ? null
            : name => routeTableIds.TryGetValue(name, out var id) ? id : throw new KeyNotFoundException($"routeTableIds has no table '{name}'");
        var ids = new HubIds(() => transitGatewayId, table, () => inspectionAttachmentId ?? throw new KeyNotFoundException("inspectionAttachmentId is not given"));
        return new HubView(plan.Policy, hub.AmazonSideAsn, context.Region, ids, new SpokeRegister(isOfThisApp: false));
    }

    /// <summary>The VPC for central egress; <see langword="null"/> without.</summary>
    public ThreeTierVpc? EgressVpc { get; }

    /// <summary>The VPC for inspection; <see langword="null"/> without, and where the firewall is attached to the gateway itself.</summary>
    public ThreeTierVpc? InspectionVpc { get; }

    /// <inheritdoc/>
    public string TransitGatewayId => OwnView.TransitGatewayId;

    /// <inheritdoc/>
    public long AmazonSideAsn => OwnView.AmazonSideAsn;

    /// <inheritdoc/>
    public string? Region => OwnView.Region;

    /// <inheritdoc/>
    public ImmutableArray<string> Segments => OwnView.Segments;

    /// <inheritdoc/>
    public ImmutableArray<string> PrivateRanges => OwnView.PrivateRanges;

    /// <inheritdoc/>
    public string RouteTableId(string segment) => OwnView.RouteTableId(segment);

    /// <inheritdoc/>
    public SegmentRouteTables RouteTables(string segment) => OwnView.RouteTables(segment);

    /// <inheritdoc/>
    public ITransitGatewayHub SeenFrom(Construct scope)
    {
        var problems = new ProblemList();
        var view = ViewFrom(scope, scope.Node.Path, problems);
        problems.ThrowIfAny();
        return ReferenceEquals(view, OwnView) ? this : view;
    }

    // With a problem it is the hub's own view, by whose policy further problems are found.
    internal HubView ViewFrom(Construct scope, string where, ProblemList problems)
    {
        var (mine, theirs) = (Stack.Of(this), Stack.Of(scope));
        if (ReferenceEquals(mine, theirs))
        {
            return OwnView;
        }

        if (HubPlaces.Differ(mine.Account, theirs.Account) || HubPlaces.Differ(mine.Region, theirs.Region))
        {
            problems.Add(HubPlaces.Elsewhere(Node.Path, where));
            return OwnView;
        }

        if (Plan.Props.ExportName is not { } name)
        {
            problems.Add(HubPlaces.NotExported(Node.Path, where));
            return OwnView;
        }

        if (ReferenceEquals(Stage.Of(mine), Stage.Of(theirs)))
        {
            theirs.AddDependency(mine, "reads what the hub exports");
        }

        return Exported(scope, Plan, name, Region, OwnView.Register);
    }

    /// <summary>The typed L1 of a resource, to override what the props do not offer.</summary>
    /// <param name="id">The last part of the resource's construct path, such as <c>TransitGateway</c>.</param>
    /// <exception cref="KeyNotFoundException">There is no such resource.</exception>
    public CfnResource GetResource(string id) => _resources.GetResource(id);

    internal TransitGatewayHubPlan Plan { get; }

    internal HubView OwnView { get; }

    private void ReserveOwnRanges(TransitGatewayHubProps props)
    {
        var problems = new ProblemList();
        props.AddressBook?.Reserve(Plan.Policy.GatewayRanges.Select(range => new AddressRange(Node.Path, range, AddressRangeKind.TransitGateway)), problems);
        problems.ThrowIfAny();
    }

    private ThreeTierVpc? MakeVpc(HubVpc? vpc, Dictionary<string, object> inputs)
    {
        if (vpc is null)
        {
            return null;
        }

        var made = new ThreeTierVpc(this, vpc.ConstructId, vpc.Props);
        foreach (var id in vpc.ResourceIds)
        {
            inputs[vpc.InputOf(id)] = made.Resources.Ref(id);
        }

        return made;
    }

    private static HubView Exported(Construct scope, TransitGatewayHubPlan plan, string name, string? region, SpokeRegister register)
    {
        var body = new Lazy<ExportReader>(() => ExportReader.Of(scope, name));
        return new(
            plan.Policy,
            plan.Props.AmazonSideAsn,
            region,
            new(() => body.Value.Read(HubExport.GatewayKey), table => body.Value.Read(HubExport.KeyOf(table)), () => body.Value.Read(HubExport.InspectionKey)),
            register);
    }
}
