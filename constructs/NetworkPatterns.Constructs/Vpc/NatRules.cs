using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>Checks what a user asks of NAT.</summary>
internal static class NatRules
{
    private const int Https = 443;

    public static void Check(ThreeTierVpcProps props, ImmutableArray<TierProps> tiers, PatternContext context, ProblemList problems)
    {
        CheckPlace(props, tiers, context, problems);
        CheckElasticIps(props, context, problems);
        CheckKind(props, tiers, context, problems);
        CheckPrivate(props, tiers, context, problems);
    }

    private static void CheckPlace(ThreeTierVpcProps props, ImmutableArray<TierProps> tiers, PatternContext context, ProblemList problems)
    {
        var where = context.At(nameof(props.NatGateways));
        var strategy = props.NatGateways;
        if (strategy.Zone is { } zone && props.Zones.All(given => given.Zone != zone))
        {
            problems.Add(DiagnosticCatalogue.NatZoneUnknown.At(
                where,
                $"the single NAT gateway is to be in '{zone}', which is not a zone of this VPC",
                $"name one of {string.Join(", ", props.Zones.Select(given => given.Zone).Order(StringComparer.Ordinal))}"));
        }

        var hasEgress = tiers.Any(tier => tier.Intent == TierIntent.Egress || tier.CentralNat == CentralNat.Uses);
        var isZonal = !strategy.IsNone && !strategy.IsRegional;
        if (isZonal && hasEgress && tiers.All(tier => tier.Intent != TierIntent.Internet))
        {
            problems.Add(DiagnosticCatalogue.NatWithoutPublicTier.At(
                where,
                "a NAT gateway lives in a public subnet, and no tier has the intent Internet",
                "add a tier with TierIntent.Internet, or choose NatStrategy.None or NatStrategy.Regional"));
        }

        var publicTiers = tiers.Where(tier => tier.Intent == TierIntent.Internet).Select(tier => tier.Name).Order(StringComparer.Ordinal).ToList();
        if (strategy.Tier is { } named ? !publicTiers.Contains(named) : isZonal && hasEgress && publicTiers.Count > 1)
        {
            problems.Add(DiagnosticCatalogue.NatTierUnclear.At(
                where,
                strategy.Tier is { } unknown
                    ? $"the NAT gateways are to be in tier '{unknown}', which is not a public tier of this VPC"
                    : $"the VPC has {publicTiers.Count} public tiers, and nothing says which holds the NAT gateways",
                $"choose with InTier: {string.Join(", ", publicTiers)}"));
        }

        if ((strategy.Zone is not null || strategy.IsRegional) && !hasEgress)
        {
            problems.Add(DiagnosticCatalogue.ContradictoryProps.At(
                where, "a NAT gateway is asked for, and no tier has the intent Egress", "choose NatStrategy.None, or give a tier TierIntent.Egress"));
        }

        if (isZonal && tiers.FirstOrDefault(tier => tier.Intent == TierIntent.Internet && (strategy.Tier ?? tier.Name) == tier.Name) is { } home
            && hasEgress && TierPlanner.StackOf(props, home) == IpStack.Ipv6)
        {
            problems.Add(DiagnosticCatalogue.FamilyMismatch.At(
                where, $"NAT has an IPv4 address, and tier '{home.Name}' has IPv6 only", $"give '{home.Name}' both families, or choose NatStrategy.Regional or NatStrategy.None"));
        }
    }

    private static void CheckElasticIps(ThreeTierVpcProps props, PatternContext context, ProblemList problems)
    {
        var strategy = props.NatGateways;
        var zones = strategy.Kind switch
        {
            NatKind.PerZone or NatKind.RegionalByZone => props.Zones.Select(zone => zone.Zone),
            NatKind.Single or NatKind.Instance => [strategy.Zone!],
            _ => [],
        };
        foreach (var zone in strategy.ElasticIps.Keys.Except(zones, StringComparer.Ordinal))
        {
            problems.Add(DiagnosticCatalogue.ElasticIpUnused.At(
                context.At(nameof(props.NatGateways)),
                $"an Elastic IP is given for '{zone}', where nothing of this strategy takes it",
                zones.Any() ? $"name one of {string.Join(", ", zones.Order(StringComparer.Ordinal))}" : "leave it out, or choose another strategy"));
        }
    }

    private static void CheckKind(ThreeTierVpcProps props, ImmutableArray<TierProps> tiers, PatternContext context, ProblemList problems)
    {
        var where = context.At(nameof(props.NatGateways));
        var strategy = props.NatGateways;
        if (strategy.IsRegional && context.Partition is not (null or Partitions.Commercial))
        {
            problems.Add(DiagnosticCatalogue.NotInPartition.At(
                where, $"regional NAT gateways are not known to exist in the partition {context.Partition} ({context.Region})", "choose NatStrategy.PerZone"));
        }

        var edge = props.Zones.Where(zone => Zone.TryParse(zone.Zone, out var parsed) && parsed.Type != ZoneType.AvailabilityZone).Select(zone => zone.Zone).Order(StringComparer.Ordinal).ToList();
        if (strategy.Kind is NatKind.PerZone or NatKind.RegionalByZone && edge.Count > 0 && tiers.Any(tier => tier.Intent == TierIntent.Egress))
        {
            problems.Add(DiagnosticCatalogue.NotInEdgeZone.At(
                where, $"NAT gateways are made in Availability Zones only, and {string.Join(", ", edge)} would have none", "choose NatStrategy.Single, NatStrategy.Instance or NatStrategy.None"));
        }

        if (strategy.Zone is { } zone && edge.Contains(zone))
        {
            problems.Add(DiagnosticCatalogue.NotInEdgeZone.At(where, $"'{zone}' is not an Availability Zone", "name one that is"));
        }

        if (strategy.Kind == NatKind.Instance && !tiers.Where(tier => tier.Intent == TierIntent.Egress).SelectMany(FlowPlanner.EgressOf).Any(IsHttpsAnywhere))
        {
            problems.Add(DiagnosticCatalogue.NatInstanceWithoutHttps.At(
                where, "the NAT instance gets its packages over TCP 443, and no tier opens that to anywhere", "let a tier with egress open TCP 443 to anywhere, or choose a NAT gateway"));
        }

        if (props.NatAlarmTopicArns is not null && !TierPlanner.HasNatGateway(strategy) && props.PrivateNat is null)
        {
            problems.Add(DiagnosticCatalogue.ContradictoryProps.At(
                context.At(nameof(props.NatAlarmTopicArns)), "NatAlarmTopicArns asks for alarms of NAT gateways, and NatGateways makes none", "leave it out, or choose a strategy with NAT gateways"));
        }

        foreach (var tier in tiers.Where(tier => tier.Dns64 == true && !(TierPlanner.HasNatGateway(strategy) && tier.Intent == TierIntent.Egress && TierPlanner.StackOf(props, tier) != IpStack.Ipv4)))
        {
            problems.Add(DiagnosticCatalogue.Dns64WithoutNat.At(
                context.At($"{nameof(props.Tiers)}[{tier.Name}].{nameof(tier.Dns64)}"),
                "DNS64 makes addresses that only a NAT gateway can translate, for tiers with IPv6 and egress",
                "leave Dns64 out, or give the tier IPv6, TierIntent.Egress and a NAT gateway"));
        }
    }

    private static bool IsHttpsAnywhere(TrafficRule rule) =>
        rule is { Protocol: TrafficProtocol.Tcp, FromPort: <= Https, ToPort: >= Https } && rule.Peer.CidrBlock == TrafficPeer.AnyIPv4.CidrBlock;

    private static void CheckPrivate(ThreeTierVpcProps props, ImmutableArray<TierProps> tiers, PatternContext context, ProblemList problems)
    {
        if (props.PrivateNat is not { } nat)
        {
            return;
        }

        var where = context.At(nameof(props.PrivateNat));
        OptionRules.CheckTiers([nat.Tier, .. nat.From], tiers, where, problems);
        OptionRules.CheckNamed(nat.From.Count, nameof(nat.From), where, problems);
        OptionRules.CheckNamed(nat.Destinations.Count, nameof(nat.Destinations), where, problems);
        foreach (var tier in tiers.Where(tier => nat.From.Contains(tier.Name, StringComparer.Ordinal) && tier.Intent != TierIntent.Egress))
        {
            problems.Add(DiagnosticCatalogue.PrivateNatWithoutEgress.At(
                where, $"tier '{tier.Name}' goes through private NAT gateways with the intent {tier.Intent}, which has no route of its own by zone", "choose TierIntent.Egress for it"));
        }

        foreach (var tier in tiers.Where(tier => tier.Name == nat.Tier && (nat.From.Contains(tier.Name, StringComparer.Ordinal) || TierPlanner.StackOf(props, tier) == IpStack.Ipv6)))
        {
            problems.Add(DiagnosticCatalogue.ContradictoryProps.At(
                where, $"tier '{tier.Name}' is to hold the gateways, and goes through them itself or has no IPv4", "name another tier for the gateways"));
        }

        foreach (var destination in nat.Destinations)
        {
            OptionRules.CheckRange(destination, isIPv6Allowed: false, where, problems);
        }
    }
}
