using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>A <see cref="ThreeTierVpc"/>, settled before any CDK object exists: addresses, routes, flows and what follows from them.</summary>
internal sealed record ThreeTierVpcPlan
{
    public required string Path { get; init; }

    public required AddressPlan Addresses { get; init; }

    /// <summary>The tiers, by slot.</summary>
    public required ImmutableArray<TierPlan> Tiers { get; init; }

    /// <summary>The VPC that exists already, if one is adopted.</summary>
    public required ExistingLayout? Existing { get; init; }

    public required ImmutableArray<NatGatewayPlan> NatGateways { get; init; }

    public required ImmutableArray<RouteTablePlan> RouteTables { get; init; }

    public required ImmutableArray<Flow> Flows { get; init; }

    public required ImmutableArray<SecurityGroupPlan> SecurityGroups { get; init; }

    public required ImmutableArray<NetworkAclPlan> NetworkAcls { get; init; }

    public required ImmutableArray<GatewayEndpointService> GatewayEndpoints { get; init; }

    /// <summary>Days for which flow logs are kept; <see langword="null"/> without flow logs.</summary>
    public required int? FlowLogRetentionDays { get; init; }

    /// <summary>What is allowed but not advised, sorted.</summary>
    public required ImmutableArray<Problem> Warnings { get; init; }

    public bool HasInternetGateway => Tiers.Any(tier => tier.Intent == TierIntent.Internet);

    /// <summary>Plans a VPC.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public static ThreeTierVpcPlan From(ThreeTierVpcProps props, PatternContext context)
    {
        var problems = new ProblemList();
        var input = ThreeTierVpcReader.Read(props, context, problems);
        var addresses = AddressPlan.From(input.Addresses, problems);
        if (addresses is null || !problems.IsEmpty)
        {
            problems.ThrowIfAny();
        }

        var tiers = input.Tiers
            .OrderBy(tier => tier.Slot)
            .Select(tier => new TierPlan(
                tier,
                addresses!.GetTier(tier.Name),
                [.. props.Adopt?.Subnets.Where(subnet => subnet.Tier == tier.Name) ?? []]))
            .ToImmutableArray();
        var natTier = props.NatGateways.IsNone
            ? null
            : tiers.FirstOrDefault(tier => tier.Intent == TierIntent.Internet && (props.NatGateways.Tier ?? tier.Name) == tier.Name);
        var nats = NatGatewaysOf(props.NatGateways, natTier, tiers);
        var flows = FlowPlanner.FlowsOf(tiers);
        var plan = new ThreeTierVpcPlan
        {
            Path = context.Path,
            Addresses = addresses!,
            Tiers = tiers,
            Existing = props.Adopt,
            NatGateways = nats,
            RouteTables = RouteTablesOf(tiers, nats),
            Flows = flows,
            SecurityGroups = [.. tiers.Select(tier => SecurityGroupPlan.Of(tier, flows))],
            NetworkAcls = [.. tiers.Select(tier => NetworkAclPlan.Of(tier, flows, nats.IsEmpty ? null : natTier))],
            GatewayEndpoints = [.. props.GatewayEndpoints.Order()],
            FlowLogRetentionDays = props.FlowLogs.RetentionDays,
            Warnings = [.. addresses!.Warnings, .. WarningsOf(props, tiers, context)],
        };
        QuotaRules.Check(plan, context, problems);
        problems.ThrowIfAny();
        return plan;
    }

    private static ImmutableArray<NatGatewayPlan> NatGatewaysOf(NatStrategy strategy, TierPlan? natTier, ImmutableArray<TierPlan> tiers) =>
        natTier is null || tiers.All(tier => tier.Intent != TierIntent.Egress)
            ? []
            :
            [
                .. natTier.Subnets
                    .Where(subnet => strategy.Zone is null || subnet.Zone.Text == strategy.Zone)
                    .Select(subnet => new NatGatewayPlan($"NatGateway{ResourceName.Of(subnet.Zone.Label)}", subnet)),
            ];

    // Tiers with egress have a table for every zone under every strategy, so that changing the strategy changes routes
    // in place; others share one, because all their subnets have the same routes. A tier that exists with tables of its
    // own for every subnet keeps them.
    private static ImmutableArray<RouteTablePlan> RouteTablesOf(ImmutableArray<TierPlan> tiers, ImmutableArray<NatGatewayPlan> nats) =>
    [
        .. tiers.SelectMany(tier => tier.Intent == TierIntent.Egress || tier.Existing.Any(subnet => subnet.RouteTableId is not null)
            ? tier.Subnets.Select(subnet => new RouteTablePlan(
                $"{tier.Id}RouteTable{ResourceName.Of(subnet.Zone.Label)}",
                $"{tier.Name}-{subnet.Zone.Label}",
                tier,
                [subnet],
                DefaultRouteOf(tier, subnet, nats))
            {
                Existing = subnet.Existing,
            })
            : [new RouteTablePlan($"{tier.Id}RouteTable", tier.Name, tier, tier.Subnets, DefaultRouteOf(tier, tier.Subnets[0], nats))]),
    ];

    private static RouteTarget? DefaultRouteOf(TierPlan tier, SubnetPlan subnet, ImmutableArray<NatGatewayPlan> nats) => tier.Intent switch
    {
        TierIntent.Internet => RouteTarget.InternetGateway,
        TierIntent.Egress when NatFor(subnet, nats) is { } nat => RouteTarget.Nat(nat),
        _ => null,
    };

    private static NatGatewayPlan? NatFor(SubnetPlan subnet, ImmutableArray<NatGatewayPlan> nats) =>
        nats.Length == 1 ? nats[0] : nats.FirstOrDefault(nat => nat.Subnet.Zone == subnet.Zone);

    private static IEnumerable<Problem> WarningsOf(ThreeTierVpcProps props, ImmutableArray<TierPlan> tiers, PatternContext context) =>
        from tier in tiers
        where props.NatGateways.IsNone && tier.Intent == TierIntent.Egress
        select DiagnosticCatalogue.EgressWithoutNat.At(
            context.At(nameof(ThreeTierVpcProps.NatGateways)),
            $"tier '{tier.Name}' is to have egress, and without a NAT gateway it reaches gateway endpoints only",
            "choose NatStrategy.Single or NatStrategy.PerZone, or make the tier isolated");
}
