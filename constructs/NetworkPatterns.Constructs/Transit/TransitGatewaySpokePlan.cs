using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Core.Guarantees;

namespace NetworkPatterns.Constructs.Transit;

/// <summary>An attached VPC, settled: its attachment, where it is known, and which of its routes lead to the hub.</summary>
internal sealed record TransitGatewaySpokePlan
{
    public required string Path { get; init; }

    public required SegmentPolicy Policy { get; init; }

    public required string Segment { get; init; }

    public required ThreeTierVpcPlan Network { get; init; }

    /// <summary>Where the attachment is associated and known; <see langword="null"/> where the hub's account says it.</summary>
    public required AttachmentRouting? Routing { get; init; }

    /// <summary>The subnets of the attachment, by zone.</summary>
    public required ImmutableArray<SubnetPlan> Subnets { get; init; }

    /// <summary>Routes of the VPC's tables to the hub.</summary>
    public required ImmutableArray<SpokeRoutePlan> Routes { get; init; }

    /// <summary>The tiers whose tables lead to the hub.</summary>
    public required ImmutableArray<string> RoutedTiers { get; init; }

    /// <summary>The tiers that hold appliances of Transit Gateway Connect.</summary>
    public required ImmutableArray<TierPlan> ConnectTiers { get; init; }

    /// <summary>What the VPC promises with those attached before it.</summary>
    public ImmutableArray<Guarantee> Guarantees { get; init; } = [];

    /// <summary>Whether a table of the hub leads here through the inspection.</summary>
    public bool IsInspected => Routing is { InspectedIn.IsEmpty: false };

    /// <summary>What the register of the hub is told.</summary>
    public SpokeEntry Entry => new(Path, Network.Path, Segment, Blocks(Network))
    {
        Kind = SpokeKind.Planned,
        Network = Network,
        RoutedTiers = RoutedTiers,
        MeetsInternet = Network.HasInternetGateway || Network.HasEgressOnlyInternetGateway || Routes.Any(route => route.Destination.PrefixLength == 0),
    };

    /// <summary>Plans an attachment.</summary>
    /// <exception cref="PlanException">Carries every problem of the props, and those that were found before.</exception>
    public static TransitGatewaySpokePlan From(
        TransitGatewaySpokeOptions options,
        SegmentPolicy policy,
        bool hasRouteTables,
        ThreeTierVpcPlan network,
        SpokeRegister register,
        PatternContext context,
        ProblemList? others = null)
    {
        var problems = others ?? new ProblemList();
        SpokeRules.CheckSegment(options.Segment, policy, context, problems);
        var tier = SpokeRules.AttachmentTier(options.AttachmentTier, network, context, problems);
        var routed = SpokeRules.RoutedTiers(options.RoutedTiers, network, context, problems);
        var connected = SpokeRules.ConnectTiers(options.ConnectTiers ?? [], routed, policy, network, context, problems);
        SpokeRules.CheckWayOut(options.Segment, policy, routed, network, context, problems);
        SpokeRules.CheckBlocks(options.Segment, policy, network.Path, Blocks(network), context.At(nameof(TransitGatewaySpokeProps.Network)), problems);
        register.Check(new(context.Path, network.Path, options.Segment, Blocks(network)), context.At(nameof(TransitGatewaySpokeProps.Network)), problems);
        var routes = policy.Segments.ContainsKey(options.Segment)
            ? SpokeRoutePlanner.RoutesOf(options.Segment, policy, routed, connected, network, context, problems)
            : [];
        problems.ThrowIfAny();
        var plan = new TransitGatewaySpokePlan
        {
            Path = context.Path,
            Policy = policy,
            Segment = options.Segment,
            Network = network,
            Routing = hasRouteTables ? policy.RoutingOf(options.Segment) : null,
            Subnets = tier!.Subnets,
            Routes = routes,
            RoutedTiers = [.. routed.Select(tier => tier.Name)],
            ConnectTiers = connected,
        };

        // What lies outside of the app's templates can't be proved from them.
        return register.IsOfThisApp && hasRouteTables
            ? plan with { Guarantees = SpokeGuaranteePlanner.GuaranteesOf(plan, register.Entries) }
            : plan;
    }

    private static ImmutableArray<Cidr> Blocks(ThreeTierVpcPlan network) =>
        [.. network.Addresses.CidrBlocks.Where(block => !block.IsRelative).Select(block => block.Block)];
}

/// <summary>What a user says of an attachment, without CDK's objects.</summary>
internal sealed record TransitGatewaySpokeOptions(
    string Segment, string? AttachmentTier = null, IReadOnlyList<string>? RoutedTiers = null, IReadOnlyList<string>? ConnectTiers = null);

/// <summary>A route of a VPC to the hub.</summary>
/// <param name="Id">Its id: the table and the destination.</param>
/// <param name="Table">The VPC's route table.</param>
/// <param name="Destination">Where packets go that follow it.</param>
internal sealed record SpokeRoutePlan(string Id, RouteTablePlan Table, Cidr Destination);
