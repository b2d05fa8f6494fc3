using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>Checks the rules of tiers that a user wrote.</summary>
internal static class TierRules
{
    public static void Check(IReadOnlyList<TierProps> tiers, PatternContext context, ProblemList problems)
    {
        var clashes = tiers
            .DistinctBy(tier => tier.Name, StringComparer.Ordinal)
            .GroupBy(tier => ResourceName.Of(tier.Name), StringComparer.Ordinal)
            .Where(group => group.Count() > 1);
        foreach (var clash in clashes)
        {
            problems.Add(DiagnosticCatalogue.TierNamesClash.At(
                context.At(nameof(ThreeTierVpcProps.Tiers)),
                $"tiers {string.Join(" and ", clash.Select(tier => $"'{tier.Name}'"))} would have the same logical IDs, which start with {clash.Key}",
                "rename one of them"));
        }

        foreach (var tier in tiers)
        {
            CheckTier(tier, tiers, context.At($"{nameof(ThreeTierVpcProps.Tiers)}[{tier.Name}]"), problems);
        }
    }

    private static void CheckTier(TierProps tier, IReadOnlyList<TierProps> tiers, string where, ProblemList problems)
    {
        if (tier.MapPublicIpOnLaunch && tier.Intent != TierIntent.Internet)
        {
            problems.Add(DiagnosticCatalogue.ContradictoryProps.At(
                $"{where}.{nameof(tier.MapPublicIpOnLaunch)}",
                $"public addresses are of no use with the intent {tier.Intent}: its subnets have no route to the internet gateway",
                "leave MapPublicIpOnLaunch out, or choose TierIntent.Internet"));
        }

        var egress = FlowPlanner.EgressOf(tier);
        if (tier.Ingress.Count + egress.Count > FlowPlanner.FlowsPerTier)
        {
            problems.Add(DiagnosticCatalogue.TooManyRules.At(
                where,
                $"{tier.Ingress.Count + egress.Count} rules are more than the {FlowPlanner.FlowsPerTier} that a tier can number",
                "merge ports into ranges, or split the tier"));
        }

        CheckRules(tier, tier.Ingress, tiers, $"{where}.{nameof(tier.Ingress)}", isIngress: true, problems);
        CheckRules(tier, egress, tiers, $"{where}.{nameof(tier.Egress)}", isIngress: false, problems);
    }

    private static void CheckRules(
        TierProps tier, IReadOnlyList<TrafficRule> rules, IReadOnlyList<TierProps> tiers, string where, bool isIngress, ProblemList problems)
    {
        foreach (var repeated in rules.GroupBy(rule => rule).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.DuplicateRule.At(
                where, $"{repeated.Key.Description} with {repeated.Key.Peer} is listed {repeated.Count()} times", "list each rule once"));
        }

        foreach (var rule in rules)
        {
            CheckPorts(rule, where, problems);
            if (rule.Peer.TierName is { } name)
            {
                CheckTierPeer(name, rule, tiers, where, isIngress, problems);
            }
            else
            {
                CheckRange(tier, rule, where, isIngress, problems);
            }
        }
    }

    private static void CheckPorts(TrafficRule rule, string where, ProblemList problems)
    {
        foreach (var port in new[] { rule.FromPort, rule.ToPort }.Distinct().Where(port => port is < 0 or > NetworkAclPlan.LastPort))
        {
            problems.Add(DiagnosticCatalogue.PortOutOfRange.At(where, $"{port} is not a port", $"give a port from 0 to {NetworkAclPlan.LastPort}"));
        }

        if (rule.FromPort > rule.ToPort)
        {
            problems.Add(DiagnosticCatalogue.PortRangeBackwards.At(
                where, $"the ports {rule.Ports} run backwards", $"write {rule.ToPort}-{rule.FromPort}"));
        }
    }

    private static void CheckTierPeer(
        string name, TrafficRule rule, IReadOnlyList<TierProps> tiers, string where, bool isIngress, ProblemList problems)
    {
        if (tiers.All(tier => tier.Name != name))
        {
            problems.Add(DiagnosticCatalogue.UnknownTier.At(
                where,
                $"{rule.Description} names the tier '{name}', which this VPC does not have",
                $"name one of {string.Join(", ", tiers.Select(tier => tier.Name).Order(StringComparer.Ordinal))}"));
        }
        else if (!isIngress)
        {
            problems.Add(DiagnosticCatalogue.EgressToTier.At(
                where,
                $"{rule.Description} to the tier '{name}' is that tier's ingress",
                $"state it once, in the Ingress of '{name}'; both halves follow from it"));
        }
    }

    private static void CheckRange(TierProps tier, TrafficRule rule, string where, bool isIngress, ProblemList problems)
    {
        if (!Cidr.TryParse(rule.Peer.CidrBlock, out var range, out var error) || range.IsIPv6)
        {
            var diagnostic = error == CidrError.HostBitsSet ? DiagnosticCatalogue.HostBitsSet : DiagnosticCatalogue.NotACidr;
            problems.Add(diagnostic.At(
                where,
                $"'{rule.Peer.CidrBlock}' is not an IPv4 block",
                error == CidrError.HostBitsSet ? $"write {range}" : "write an address, a slash and a prefix length: 203.0.113.0/24"));
        }
        else if (isIngress && range == Cidr.AnyIPv4 && tier.Intent != TierIntent.Internet)
        {
            problems.Add(DiagnosticCatalogue.NoWayInFromInternet.At(
                where,
                $"{rule.Description} from {range} cannot arrive: with the intent {tier.Intent} nothing comes in from the internet",
                "name the ranges or the tier that it comes from, or choose TierIntent.Internet"));
        }
    }
}
