using System.Text.RegularExpressions;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>Checks the tiers that a user wrote: their names, and what each intent may have.</summary>
internal static partial class TierRules
{
    // Ids of what is no tier's would be those of a tier of this name.
    private static readonly string[] Reserved = ["NatInstance", "InstanceConnect", "InterfaceEndpoint", "Ipv6"];

    /// <summary>Whether a text can be part of logical IDs.</summary>
    public static bool IsName(string? text) => text is not null && Name().IsMatch(text);

    /// <summary>Whether two tiers have an address family in common.</summary>
    public static bool ShareFamily(ThreeTierVpcProps props, TierProps one, TierProps other) =>
        (TierPlanner.StackOf(props, one), TierPlanner.StackOf(props, other)) is not ((IpStack.Ipv4, IpStack.Ipv6) or (IpStack.Ipv6, IpStack.Ipv4));

    public static void Check(ThreeTierVpcProps props, IReadOnlyList<TierProps> tiers, PatternContext context, ProblemList problems)
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

        var peers = tiers.SelectMany(tier => tier.Ingress.Concat(tier.Egress ?? [])).Select(rule => rule.Peer).Where(peer => peer.Name is not null).Distinct();
        foreach (var shared in peers.GroupBy(peer => ResourceName.Of(peer.Name!), StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.BadPeer.At(
                context.At(nameof(ThreeTierVpcProps.Tiers)),
                $"{shared.Count()} different prefix lists or security groups are named {shared.First().Name}",
                "give each a name of its own, and the same one everywhere"));
        }

        foreach (var tier in tiers)
        {
            var where = context.At($"{nameof(ThreeTierVpcProps.Tiers)}[{tier.Name}]");
            if (Reserved.Contains(ResourceName.Of(tier.Name), StringComparer.Ordinal))
            {
                problems.Add(DiagnosticCatalogue.TierNamesClash.At(where, $"logical IDs that start with {ResourceName.Of(tier.Name)} are not a tier's", "rename the tier"));
            }

            CheckTier(props, tier, tiers, where, problems);
        }
    }

    private static void CheckTier(ThreeTierVpcProps props, TierProps tier, IReadOnlyList<TierProps> tiers, string where, ProblemList problems)
    {
        if (!TierPlan.IsForWorkloadsWith(tier.Intent))
        {
            CheckOpenTier(tier, where, problems);
        }

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

        TierTrafficRules.Check(props, tier, tier.Ingress, tiers, $"{where}.{nameof(tier.Ingress)}", isIngress: true, problems);
        TierTrafficRules.Check(props, tier, egress, tiers, $"{where}.{nameof(tier.Egress)}", isIngress: false, problems);
    }

    // Their interfaces are AWS's, which have no security group of ours, and nothing else may live beside them.
    private static void CheckOpenTier(TierProps tier, string where, ProblemList problems)
    {
        (string Property, bool IsGiven)[] given =
        [
            (nameof(tier.Ingress), tier.Ingress.Count > 0),
            (nameof(tier.Egress), tier.Egress?.Count > 0),
            (nameof(tier.EksClusterName), tier.EksClusterName is not null),
            (nameof(tier.KarpenterDiscovery), tier.KarpenterDiscovery is not null),
            (nameof(tier.PlacementGroup), tier.PlacementGroup is not null),
        ];
        foreach (var (property, _) in given.Where(entry => entry.IsGiven))
        {
            problems.Add(DiagnosticCatalogue.NotForThisIntent.At(
                $"{where}.{property}",
                $"a tier with the intent {tier.Intent} has no workloads, and lets everything through",
                $"leave {property} out, or choose another intent"));
        }
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9-]{0,63}\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
