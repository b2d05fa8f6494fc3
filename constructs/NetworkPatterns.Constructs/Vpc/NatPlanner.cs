using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>Decides which NAT gateways and instances there are.</summary>
internal static class NatPlanner
{
    private const string RegionalId = "RegionalNatGateway";

    /// <summary>The tier that holds zonal NAT to the internet; <see langword="null"/> where there is none.</summary>
    public static TierPlan? TierOf(NatStrategy strategy, ImmutableArray<TierPlan> tiers) => strategy.IsNone || strategy.IsRegional
        ? null
        : tiers.FirstOrDefault(tier => tier.Intent == TierIntent.Internet && (strategy.Tier ?? tier.Name) == tier.Name);

    /// <summary>NAT to the internet.</summary>
    public static ImmutableArray<NatPlan> PublicOf(NatStrategy strategy, ImmutableArray<TierPlan> tiers, ExternalValues values)
    {
        if (!tiers.Any(UsesNat))
        {
            return [];
        }

        if (strategy.IsRegional)
        {
            return
            [
                new(RegionalId, strategy.Kind, Subnet: null)
                {
                    ElasticIps = strategy.Kind == NatKind.Regional
                        ? []
                        : [.. tiers[0].Subnets.Where(IsInAvailabilityZone).Select(subnet => AddressOf(RegionalId + Label(subnet), subnet.Zone, existing: null))],
                },
            ];
        }

        return TierOf(strategy, tiers) is not { } home
            ? []
            :
            [
                .. home.Subnets.Where(subnet => strategy.Zone is null ? IsInAvailabilityZone(subnet) : subnet.Zone.Text == strategy.Zone).Select(subnet =>
                {
                    var id = (strategy.Kind == NatKind.Instance ? "NatInstance" : "NatGateway") + Label(subnet);
                    return new NatPlan(id, strategy.Kind, subnet)
                    {
                        ElasticIps = [AddressOf(id, subnet.Zone, subnet.Existing?.EipId)],
                        InstanceType = strategy.InstanceType,
                    };
                }),
            ];

        ElasticIpPlan AddressOf(string id, Zone zone, string? existing) => new(
            $"{id}ElasticIp",
            zone,
            strategy.ElasticIps.TryGetValue(zone.Text, out var allocation) ? values.Of($"{id}AllocationId", allocation) : null,
            existing);
    }

    /// <summary>Private NAT gateways, one in every zone of their tier.</summary>
    public static ImmutableArray<NatPlan> PrivateOf(PrivateNat? nat, ImmutableArray<TierPlan> tiers) => nat is null
        ? []
        :
        [
            .. tiers.Single(tier => tier.Name == nat.Tier).Subnets
                .Where(IsInAvailabilityZone)
                .Select(subnet => new NatPlan($"PrivateNatGateway{Label(subnet)}", NatKind.PerZone, subnet) { IsPrivate = true }),
        ];

    /// <summary>The NAT of a zone: its own, or the only one.</summary>
    public static NatPlan? NatFor(SubnetPlan subnet, ImmutableArray<NatPlan> nats) => nats is [{ IsPrivate: false } only]
        ? only
        : nats.FirstOrDefault(nat => nat.Subnet?.Zone == subnet.Zone);

    private static bool UsesNat(TierPlan tier) => tier.Props.CentralNat == CentralNat.Uses || (tier.Intent == TierIntent.Egress && (tier.HasIPv4 || tier.HasDns64));

    private static bool IsInAvailabilityZone(SubnetPlan subnet) => subnet.Zone.Type == ZoneType.AvailabilityZone;

    private static string Label(SubnetPlan subnet) => ResourceName.Of(subnet.Zone.Label);
}
