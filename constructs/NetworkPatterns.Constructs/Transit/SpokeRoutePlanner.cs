using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Transit;

/// <summary>Decides what a VPC sends to the hub: everything private, and what has no other way out where its segment has one.</summary>
internal static class SpokeRoutePlanner
{
    public static ImmutableArray<SpokeRoutePlan> RoutesOf(
        string segment,
        SegmentPolicy policy,
        ImmutableArray<TierPlan> tiers,
        ImmutableArray<TierPlan> connectTiers,
        ThreeTierVpcPlan network,
        PatternContext context,
        ProblemList problems)
    {
        var routes = ImmutableArray.CreateBuilder<SpokeRoutePlan>();
        foreach (var table in network.RouteTables.Where(table => tiers.Contains(table.Tier)))
        {
            var destinations = Destinations(segment, policy, table, context, problems).ToList();
            if (connectTiers.Contains(table.Tier))
            {
                destinations.AddRange(GatewayRanges(policy, table.Tier).Where(range => !destinations.Exists(wider => wider.Contains(range))));
            }

            foreach (var destination in destinations)
            {
                if (table.Routes.Any(route => route.Destination == destination))
                {
                    problems.Add(DiagnosticCatalogue.TierNotRoutable.At(
                        context.At(nameof(TransitGatewaySpokeProps.RoutedTiers)),
                        $"the table {table.Name} of tier '{table.Tier.Name}' has a route of its own for {destination}",
                        "leave the tier out of RoutedTiers, or the route out of the VPC"));
                }

                routes.Add(new($"{table.Id}To{HubTablePlanner.IdOf(destination)}", table, destination));
            }
        }

        return routes.DrainToImmutable();
    }

    /// <summary>The gateway's own ranges of the families that a tier has.</summary>
    public static IEnumerable<Cidr> GatewayRanges(SegmentPolicy policy, TierPlan tier) =>
        policy.GatewayRanges.Where(range => range.IsIPv6 ? tier.HasIPv6 : tier.HasIPv4);

    private static IEnumerable<Cidr> Destinations(string segment, SegmentPolicy policy, RouteTablePlan table, PatternContext context, ProblemList problems)
    {
        var tier = table.Tier;
        if (tier.HasIPv4)
        {
            foreach (var range in policy.PrivateRanges)
            {
                yield return range;
            }

            if (tier.Intent == TierIntent.Egress && table.DefaultRoute is null && policy.EgressSegment is { } egress && policy.Allows(segment, egress))
            {
                yield return Cidr.AnyIPv4;
            }
        }

        if (!tier.HasIPv6)
        {
            yield break;
        }

        if (policy.Ipv6Ranges.IsEmpty && policy.HasInspection)
        {
            problems.Add(DiagnosticCatalogue.Ipv6NotRouted.At(
                context.At(nameof(TransitGatewaySpokeProps.RoutedTiers)),
                $"tier '{tier.Name}' has IPv6, and the inspection has it only where the estate's IPv6 is known",
                "give TransitGatewayHubProps.Ipv6Ranges, or leave the tier out of RoutedTiers"));
        }
        else if (policy.Ipv6Ranges.IsEmpty && table.Routes.All(route => route.Destination != Cidr.AnyIPv6))
        {
            yield return Cidr.AnyIPv6;
        }
        else if (policy.Ipv6Ranges.IsEmpty)
        {
            problems.Add(DiagnosticCatalogue.Ipv6NotRouted.At(
                context.At(nameof(TransitGatewaySpokeProps.RoutedTiers)),
                $"tier '{tier.Name}' sends all IPv6 to the internet itself, and nothing says which IPv6 is the estate's",
                "give TransitGatewayHubProps.Ipv6Ranges, or leave the tier out of RoutedTiers"));
        }

        foreach (var range in policy.Ipv6Ranges)
        {
            yield return range;
        }
    }
}
