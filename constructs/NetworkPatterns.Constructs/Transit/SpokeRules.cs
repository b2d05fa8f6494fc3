using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Transit;

/// <summary>Checks what a user says of an attached VPC.</summary>
internal static class SpokeRules
{
    public static void CheckSegment(string segment, SegmentPolicy policy, PatternContext context, ProblemList problems)
    {
        if (!policy.Segments.ContainsKey(segment))
        {
            problems.Add(DiagnosticCatalogue.UnknownSegment.At(
                context.At("Segment"), $"the hub has no segment '{segment}'", $"name one of {string.Join(", ", policy.Segments.Keys)}"));
        }
        else if (segment == policy.EgressSegment)
        {
            problems.Add(DiagnosticCatalogue.EgressUnused.At(
                context.At("Segment"), $"segment '{segment}' stands for the internet, and holds the egress VPC alone", "choose another segment"));
        }
    }

    /// <summary>The tier that holds the attachment.</summary>
    public static TierPlan? AttachmentTier(string? name, ThreeTierVpcPlan network, PatternContext context, ProblemList problems)
    {
        var where = context.At(nameof(TransitGatewaySpokeProps.AttachmentTier));
        var tiers = network.Tiers.Where(tier => tier.Intent == TierIntent.Transit).ToList();
        var names = string.Join(", ", tiers.Select(tier => tier.Name));
        if (tiers.Count == 0)
        {
            problems.Add(DiagnosticCatalogue.AttachmentTierUnclear.At(
                where, $"{network.Path} has no subnets for an attachment: nothing else may live in them", "add a tier with TierIntent.Transit and SubnetSize.Prefix(28)"));
            return null;
        }

        var found = name is null ? tiers.Count == 1 ? tiers[0] : null : tiers.Find(tier => tier.Name == name);
        if (found is null)
        {
            problems.Add(DiagnosticCatalogue.AttachmentTierUnclear.At(
                where,
                name is null ? $"{network.Path} has {tiers.Count} tiers for attachments" : $"'{name}' is not a tier for attachments of {network.Path}",
                $"name one of {names}"));
        }

        return found;
    }

    /// <summary>The tiers that lead to the hub.</summary>
    public static ImmutableArray<TierPlan> RoutedTiers(IReadOnlyList<string>? names, ThreeTierVpcPlan network, PatternContext context, ProblemList problems)
    {
        var where = context.At(nameof(TransitGatewaySpokeProps.RoutedTiers));
        ImmutableArray<TierPlan> routed = names is null
            ? [.. network.Tiers.Where(tier => tier.Intent == TierIntent.Egress)]
            : [.. network.Tiers.Where(tier => tier.IsForWorkloads && names.Contains(tier.Name, StringComparer.Ordinal))];
        foreach (var name in (names ?? []).Where(name => routed.All(tier => tier.Name != name)))
        {
            problems.Add(DiagnosticCatalogue.TierNotRoutable.At(
                where,
                $"'{name}' is not a tier for workloads of {network.Path}",
                $"name one of {string.Join(", ", network.Tiers.Where(tier => tier.IsForWorkloads).Select(tier => tier.Name))}"));
        }

        if (routed.IsEmpty && names is null or { Count: 0 })
        {
            problems.Add(DiagnosticCatalogue.TierNotRoutable.At(
                where, "no tier leads to the hub, and the attachment would be of no use", "name tiers in RoutedTiers, or give one TierIntent.Egress"));
        }

        return routed;
    }

    /// <summary>The tiers that hold appliances of Transit Gateway Connect.</summary>
    public static ImmutableArray<TierPlan> ConnectTiers(
        IReadOnlyList<string> names, ImmutableArray<TierPlan> routed, SegmentPolicy policy, ThreeTierVpcPlan network, PatternContext context, ProblemList problems)
    {
        var where = context.At(nameof(TransitGatewaySpokeProps.ConnectTiers));
        foreach (var name in names.Where(name => routed.All(tier => tier.Name != name)))
        {
            problems.Add(DiagnosticCatalogue.ConnectTierUnclear.At(
                where, $"'{name}' is not a tier of {network.Path} that leads to the hub", $"name one of {string.Join(", ", routed.Select(tier => tier.Name))}, or add it to RoutedTiers"));
        }

        if (names.Count > 0 && policy.GatewayRanges.IsEmpty)
        {
            problems.Add(DiagnosticCatalogue.GatewayWithoutRange.At(
                where, "the gateway has no range of its own, from which its end of GRE tunnels gets an address", "give TransitGatewayHubProps.TransitGatewayCidrBlocks"));
        }

        ImmutableArray<TierPlan> tiers = [.. routed.Where(tier => names.Contains(tier.Name, StringComparer.Ordinal))];
        foreach (var acl in network.NetworkAcls.Where(acl => tiers.Contains(acl.Tier)))
        {
            var count = acl.Most + SpokeRoutePlanner.GatewayRanges(policy, acl.Tier).Count();
            if (count > NetworkAclPlan.EntriesQuota)
            {
                problems.Add(DiagnosticCatalogue.ConnectTierUnclear.At(
                    where,
                    $"the network ACL of tier '{acl.Tier.Name}' would have {count} entries in one direction with those for GRE, and the quota \"Rules per network ACL\" is {NetworkAclPlan.EntriesQuota}",
                    "give the tier fewer rules, or the gateway fewer ranges"));
            }
        }

        return tiers;
    }

    /// <summary>What a segment may not reach, or reaches only through the inspection, a tier must not reach by a gateway of its own VPC.</summary>
    public static void CheckWayOut(string segment, SegmentPolicy policy, ImmutableArray<TierPlan> routed, ThreeTierVpcPlan network, PatternContext context, ProblemList problems)
    {
        if (policy.EgressSegment is not { } egress || !policy.Segments.ContainsKey(segment))
        {
            return;
        }

        var isAllowed = policy.Allows(segment, egress);
        var why = !isAllowed ? $"segment '{segment}' is not paired with '{egress}'"
            : policy.Inspected.HasFlag(InspectedTraffic.NorthSouth) ? "what goes to the internet is inspected"
            : null;
        var ways = network.RouteTables
            .Where(table => table.Tier.Intent == TierIntent.Egress && routed.Contains(table.Tier))
            .SelectMany(table => table.Routes.Where(route => route.Destination.PrefixLength == 0).Select(route => (table.Tier.Name, route.Destination.IsIPv6)))
            .Distinct();
        foreach (var (tier, isIPv6) in why is null ? [] : ways)
        {
            problems.Add(DiagnosticCatalogue.WayAroundTheHub.At(
                context.At(nameof(TransitGatewaySpokeProps.Network)),
                $"tier '{tier}' of {network.Path} reaches the internet {(isIPv6 ? "over IPv6 by an egress-only internet gateway" : "over IPv4 by NAT gateways")} of its own, and {why}",
                isIPv6 ? "give the tier IpStack.Ipv4, or make it TierIntent.Isolated and name it in RoutedTiers: its IPv6 then stays inside" : "give the VPC NatStrategy.None"));
        }
    }

    public static void CheckBlocks(string segment, SegmentPolicy policy, string vpc, IEnumerable<Cidr> blocks, string where, ProblemList problems)
    {
        ImmutableArray<Cidr> ranges = [.. policy.Segments.GetValueOrDefault(segment, []).Where(range => !range.IsIPv6)];
        foreach (var block in blocks)
        {
            if (!policy.PrivateRanges.Any(range => range.Contains(block) && range != block))
            {
                problems.Add(DiagnosticCatalogue.OutsidePrivateRanges.At(
                    where,
                    $"{block} of {vpc} is not a part of {string.Join(", ", policy.PrivateRanges)}, and other VPCs would not route it to the hub",
                    "choose another block for the VPC, or extend TransitGatewayHubProps.PrivateRanges"));
            }

            if (!ranges.IsEmpty && !ranges.Any(range => range.Contains(block)))
            {
                problems.Add(DiagnosticCatalogue.OutsideSegmentRanges.At(
                    where,
                    $"{block} of {vpc} is outside of {string.Join(", ", ranges)}, by which other Regions know segment '{segment}'",
                    "choose another block for the VPC, or extend the segment's AddressRanges"));
            }
        }
    }
}
