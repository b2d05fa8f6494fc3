using System.Text.RegularExpressions;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>Checks the rules of tiers that a user wrote.</summary>
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

        CheckRules(props, tier, tier.Ingress, tiers, $"{where}.{nameof(tier.Ingress)}", isIngress: true, problems);
        CheckRules(props, tier, egress, tiers, $"{where}.{nameof(tier.Egress)}", isIngress: false, problems);
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

    private static void CheckRules(
        ThreeTierVpcProps props, TierProps tier, IReadOnlyList<TrafficRule> rules, IReadOnlyList<TierProps> tiers, string where, bool isIngress, ProblemList problems)
    {
        foreach (var repeated in rules.GroupBy(rule => rule).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.DuplicateRule.At(
                where, $"{repeated.Key.Description} with {repeated.Key.Peer} is listed {repeated.Count()} times", "list each rule once"));
        }

        foreach (var rule in rules)
        {
            CheckPorts(rule, isIngress, where, problems);
            switch (rule.Peer)
            {
                case { TierName: { } name }:
                    CheckTierPeer(props, tier, name, rule, tiers, where, isIngress, problems);
                    break;
                case { Name: not null } or { PrefixListId: not null } or { SecurityGroupId: not null }:
                    CheckNamedPeer(rule, where, problems);
                    break;
                default:
                    CheckRange(props, tier, rule, where, isIngress, problems);
                    break;
            }
        }
    }

    private static void CheckNamedPeer(TrafficRule rule, string where, ProblemList problems)
    {
        if (!IsName(rule.Peer.Name) || (rule.Peer.PrefixListId is not null && rule.Peer.PrefixListMaxEntries < 1))
        {
            problems.Add(DiagnosticCatalogue.BadPeer.At(
                where,
                $"{rule.Description} with {rule.Peer}, of {rule.Peer.PrefixListMaxEntries} entries, is incompletely named",
                "give a name of letters, digits and hyphens, and for a prefix list how many rules it counts for"));
        }
    }

    private static void CheckPorts(TrafficRule rule, bool isIngress, string where, ProblemList problems)
    {
        if (rule.Protocol == TrafficProtocol.Icmp)
        {
            if (!rule.IsPathMtuDiscovery || !isIngress)
            {
                problems.Add(DiagnosticCatalogue.IcmpNotCovered.At(
                    where,
                    $"ICMP type {rule.FromPort}, code {rule.ToPort} is not a message that a tier can {(isIngress ? "accept" : "send")} by a rule",
                    "accept TrafficRule.PathMtuDiscovery, or leave ICMP out"));
            }

            return;
        }

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
        ThreeTierVpcProps props, TierProps tier, string name, TrafficRule rule, IReadOnlyList<TierProps> tiers, string where, bool isIngress, ProblemList problems)
    {
        if (tiers.FirstOrDefault(other => other.Name == name) is { } peer)
        {
            if (!TierPlan.IsForWorkloadsWith(peer.Intent))
            {
                problems.Add(DiagnosticCatalogue.NotForThisIntent.At(
                    where, $"{rule.Description} names the tier '{name}', which is for {peer.Intent} only", "name the ranges behind it"));
            }

            if (!ShareFamily(props, tier, peer))
            {
                problems.Add(DiagnosticCatalogue.FamilyMismatch.At(
                    where, $"{rule.Description} names the tier '{name}', and the two have no address family in common", "give one of them both families"));
            }
        }

        if (tiers.All(other => other.Name != name))
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

    private static void CheckRange(
        ThreeTierVpcProps props, TierProps tier, TrafficRule rule, string where, bool isIngress, ProblemList problems)
    {
        if (OptionRules.CheckRange(rule.Peer.CidrBlock ?? "", isIPv6Allowed: true, where, problems) is not { } range)
        {
            return;
        }

        if (isIngress && range.PrefixLength == 0 && tier.Intent != TierIntent.Internet && !rule.IsPathMtuDiscovery)
        {
            problems.Add(DiagnosticCatalogue.NoWayInFromInternet.At(
                where,
                $"{rule.Description} from {range} cannot arrive: with the intent {tier.Intent} nothing comes in from the internet",
                "name the ranges or the tier that it comes from, or choose TierIntent.Internet"));
        }

        var stack = TierPlanner.StackOf(props, tier);
        var isTranslated = !isIngress && !range.IsIPv6 && TierPlanner.HasDns64(props, tier);
        if (!rule.Peer.IsAnywhere && !isTranslated && stack == (range.IsIPv6 ? IpStack.Ipv4 : IpStack.Ipv6))
        {
            problems.Add(DiagnosticCatalogue.FamilyMismatch.At(
                where,
                $"{rule.Description} names {range}, and the tier has {(range.IsIPv6 ? "no IPv6" : "no IPv4")}",
                "leave the rule out, name TrafficPeer.Anywhere, or give the tier both families"));
        }
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9-]{0,63}\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
