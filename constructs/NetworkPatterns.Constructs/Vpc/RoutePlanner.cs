using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>Decides which route tables there are and what is in them: both follow from what the tiers are for.</summary>
internal static class RoutePlanner
{
    private static readonly Cidr Nat64 = Cidr.Parse(FlowPlanner.Nat64Prefix);

    // Tiers with egress have a table for every zone under every strategy, so that changing the strategy changes routes
    // in place; others share one, because all their subnets have the same routes. A tier that exists with tables of its
    // own for every subnet keeps them.
    public static ImmutableArray<RouteTablePlan> TablesOf(
        ImmutableArray<TierPlan> tiers, ImmutableArray<NatPlan> nats, ImmutableArray<NatPlan> privateNats, PrivateNat? privateNat) =>
    [
        .. tiers
            .SelectMany(tier => tier.HasTableByZone
                ? tier.Subnets.Select(subnet => Table(ResourceName.Of(subnet.Zone.Label), $"{tier.Name}-{subnet.Zone.Label}", tier, [subnet]) with { Existing = subnet.Existing })
                : [Table("", tier.Name, tier, tier.Subnets)])
            .Select(table => WithRoutes(table, nats, privateNats, privateNat)),
    ];

    private static RouteTablePlan Table(string suffix, string name, TierPlan tier, ImmutableArray<SubnetPlan> subnets) =>
        new($"{tier.Id}RouteTable{suffix}", name, tier, subnets, []);

    private static RouteTablePlan WithRoutes(
        RouteTablePlan table, ImmutableArray<NatPlan> nats, ImmutableArray<NatPlan> privateNats, PrivateNat? privateNat)
    {
        var (tier, subnet) = (table.Tier, table.Subnets[0]);
        var routes = ImmutableArray.CreateBuilder<RoutePlan>();
        Add("DefaultRoute", Cidr.AnyIPv4, tier.HasIPv4 ? WayOut(tier, subnet, nats) : null, table.Existing?.DefaultRouteId);
        Add("Ipv6DefaultRoute", Cidr.AnyIPv6, tier.HasIPv6 ? Ipv6WayOut(tier) : null, table.Existing?.Ipv6DefaultRouteId);
        Add("Nat64Route", Nat64, tier.HasDns64 && NatPlanner.NatFor(subnet, nats) is { } nat ? RouteTarget.Nat(nat) : null);
        if (privateNat?.From.Contains(tier.Name, StringComparer.Ordinal) == true && NatPlanner.NatFor(subnet, privateNats) is { } own)
        {
            foreach (var destination in privateNat.Destinations.Select(Cidr.Parse).Order())
            {
                Add($"PrivateNatRoute{IdOf(destination)}", destination, RouteTarget.Nat(own));
            }
        }

        return table with { Routes = routes.DrainToImmutable() };

        void Add(string name, Cidr destination, RouteTarget? target, string? logicalId = null)
        {
            if (target is not null)
            {
                routes.Add(new(table.Id + name, destination, target, logicalId));
            }
        }
    }

    private static RouteTarget? WayOut(TierPlan tier, SubnetPlan subnet, ImmutableArray<NatPlan> nats) => tier.Intent switch
    {
        TierIntent.Internet => RouteTarget.InternetGateway,
        TierIntent.Egress when NatPlanner.NatFor(subnet, nats) is { } nat => RouteTarget.Nat(nat),
        TierIntent.Transit when tier.Props.CentralNat == CentralNat.Uses && NatPlanner.NatFor(subnet, nats) is { } nat => RouteTarget.Nat(nat),
        _ => null,
    };

    private static RouteTarget? Ipv6WayOut(TierPlan tier) => tier.Intent switch
    {
        TierIntent.Internet => RouteTarget.InternetGateway,
        TierIntent.Egress => RouteTarget.EgressOnlyInternetGateway,
        _ => null,
    };

    // 10.0.0.0/8 becomes 10x0x0x0x8: ids are letters and digits.
    private static string IdOf(Cidr destination) => destination.ToString().Replace('.', 'x').Replace('/', 'x');
}
