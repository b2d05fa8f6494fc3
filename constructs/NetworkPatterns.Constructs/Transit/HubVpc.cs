using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Transit;

/// <summary>A VPC of the hub's own, in which nothing lives but what the hub needs.</summary>
/// <param name="Name">Its name: the start of ids, and of the inputs that stand for its resources.</param>
/// <param name="Props">What it is to be.</param>
/// <param name="Plan">It, settled.</param>
internal sealed record HubVpc(string Name, ThreeTierVpcProps Props, ThreeTierVpcPlan Plan)
{
    private const string TransitTier = "transit";
    private const string SecondTier = "firewall";
    private const string PublicTier = "public";

    /// <summary>The id of its construct.</summary>
    public string ConstructId => $"{Name}Vpc";

    /// <summary>The id of its attachment.</summary>
    public string AttachmentId => $"{Name}Attachment";

    public TierPlan Transit => Tier(TransitTier);

    /// <summary>What holds the endpoints of an inspection.</summary>
    public TierPlan Endpoints => Tier(SecondTier);

    /// <summary>The ids of the resources that the hub's blueprint may name.</summary>
    public ImmutableArray<string> ResourceIds =>
        [ThreeTierVpcBlueprint.VpcId, .. Plan.Tiers.SelectMany(tier => tier.Subnets).Select(subnet => subnet.Id), .. Plan.RouteTables.Select(table => table.Id)];

    /// <summary>The VPC for central egress.</summary>
    public static HubVpc? OfEgress(TransitGatewayHubProps props, PatternContext context, ProblemList problems) => props.Egress is { } egress
        ? Of(
            "Egress",
            Shared(egress.CidrBlock, egress.Zones, egress.MaxZones, IpStack.Ipv4, props, egress.NatGateways, egress.NatAlarmTopicArns,
            [
                new() { Name = PublicTier, Slot = 0, Intent = TierIntent.Internet, CentralNat = CentralNat.Holds, Egress = [] },
                new() { Name = TransitTier, Slot = 1, Intent = TierIntent.Transit, CentralNat = CentralNat.Uses },
            ]),
            context,
            problems)
        : null;

    /// <summary>The VPC for inspection; none where the firewall is attached to the gateway itself.</summary>
    public static HubVpc? OfInspection(TransitGatewayHubProps props, PatternContext context, ProblemList problems) => props.Inspection is { CidrBlock: { } block } inspection
        ? Of(
            "Inspection",
            Shared(block, inspection.Zones, inspection.MaxZones, props.Ipv6Ranges.Count == 0 ? IpStack.Ipv4 : IpStack.DualStack, props, NatStrategy.None, alarms: null,
            [
                new() { Name = TransitTier, Slot = 0, Intent = TierIntent.Transit },
                new() { Name = SecondTier, Slot = 1, Intent = TierIntent.Firewall },
            ]),
            context,
            problems)
        : null;

    /// <summary>The input that stands for a resource of it.</summary>
    public string InputOf(string id) => Name + id;

    public Value Input(string id) => Value.Input(InputOf(id));

    /// <summary>The route table of a subnet.</summary>
    public RouteTablePlan TableOf(SubnetPlan subnet) => Plan.RouteTables.First(table => table.Subnets.Contains(subnet));

    private TierPlan Tier(string name) => Plan.Tiers.Single(tier => tier.Name == name);

    private static ThreeTierVpcProps Shared(
        string block,
        IReadOnlyList<ZoneInput> zones,
        int maxZones,
        IpStack stack,
        TransitGatewayHubProps props,
        NatStrategy nat,
        IReadOnlyList<string>? alarms,
        IReadOnlyList<TierProps> tiers) => new()
        {
            CidrBlock = block,
            Zones = zones,
            MaxZones = maxZones,
            MaxTiers = 2,
            IpStack = stack,
            Tiers = tiers,
            NatGateways = nat,
            NatAlarmTopicArns = alarms,
            GatewayEndpoints = [],
            FlowLogs = props.FlowLogs,
            AddressBook = props.AddressBook,
        };

    private static HubVpc? Of(string name, ThreeTierVpcProps props, PatternContext context, ProblemList problems)
    {
        try
        {
            return new(name, props, ThreeTierVpcPlan.From(props, context with { Path = $"{context.Path}/{name}Vpc", PropsType = $"{nameof(TransitGatewayHubProps)}.{name}" }));
        }
        catch (PlanException exception)
        {
            problems.AddRange(exception.Problems);
            return null;
        }
    }
}
