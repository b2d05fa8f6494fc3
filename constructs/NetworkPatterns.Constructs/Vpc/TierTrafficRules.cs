using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>Checks what a tier accepts and opens: ports, and who is at the other end.</summary>
internal static class TierTrafficRules
{
    public static void Check(
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
        if (!TierRules.IsName(rule.Peer.Name) || (rule.Peer.PrefixListId is not null && rule.Peer.PrefixListMaxEntries < 1))
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

            if (!TierRules.ShareFamily(props, tier, peer))
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
}
