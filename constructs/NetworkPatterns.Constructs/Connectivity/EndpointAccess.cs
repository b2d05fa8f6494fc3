using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Connectivity;

/// <summary>Where endpoints stand in a VPC, and whether its network ACLs let clients through to them.</summary>
internal static class EndpointAccess
{
    /// <summary>The tier that is to hold endpoints; <see langword="null"/>, and a problem, where it cannot.</summary>
    public static TierPlan? HomeOf(ThreeTierVpcPlan network, string name, string where, ProblemList problems)
    {
        var home = network.Tiers.FirstOrDefault(tier => tier.Name == name && tier is { IsForWorkloads: true, HasIPv4: true });
        if (home is null)
        {
            problems.Add(DiagnosticCatalogue.EndpointTierUnclear.At(
                where,
                $"tier '{name}' of {network.Path} can't hold endpoints",
                $"name one of {string.Join(", ", network.Tiers.Where(tier => tier is { IsForWorkloads: true, HasIPv4: true }).Select(tier => tier.Name).Order(StringComparer.Ordinal))}"));
        }

        return home;
    }

    /// <summary>The subnets of the home tier in some zones.</summary>
    public static IEnumerable<SubnetPlan> SubnetsOf(TierPlan home, IReadOnlyList<string>? zones, string where, ProblemList problems)
    {
        foreach (var zone in (zones ?? []).Where(zone => home.Subnets.All(subnet => subnet.Zone.Text != zone)))
        {
            problems.Add(DiagnosticCatalogue.EndpointZoneUnknown.At(
                where, $"'{zone}' is not a zone of tier '{home.Name}'", $"name some of {string.Join(", ", home.Subnets.Select(subnet => subnet.Zone.Text))}"));
        }

        return home.Subnets.Where(subnet => zones?.Contains(subnet.Zone.Text, StringComparer.Ordinal) ?? subnet.Zone.Type == ZoneType.AvailabilityZone);
    }

    /// <summary>Checks that a rule of the VPC lets a tier through to another on a port: network ACLs know only those.</summary>
    public static void CheckTier(ThreeTierVpcPlan network, TierPlan client, TierPlan home, int port, string where, ProblemList problems)
    {
        if (client != home && !network.Flows.Any(flow => flow.From.Tier == client && flow.To.Tier == home && IsTcp(flow, port)))
        {
            problems.Add(DiagnosticCatalogue.EndpointUnreachable.At(
                where,
                $"no rule of {network.Path} lets tier '{client.Name}' through to tier '{home.Name}' on tcp {port}",
                $"give tier '{home.Name}' an ingress rule: TrafficRule.Tcp({port}, TrafficPeer.Tier(\"{client.Name}\"))"));
        }
    }

    /// <summary>Checks that a rule of the VPC lets a range through to a tier on a port.</summary>
    public static void CheckRange(ThreeTierVpcPlan network, Cidr range, TierPlan home, int port, string where, ProblemList problems)
    {
        if (!network.Flows.Any(flow => flow.From.Tier is null && flow.To.Tier == home && IsTcp(flow, port)
            && flow.From.Ranges.Any(from => from.BasePrefix is null && from.Block.Contains(range))))
        {
            problems.Add(DiagnosticCatalogue.EndpointUnreachable.At(
                where,
                $"no rule of {network.Path} lets {range} through to tier '{home.Name}' on tcp {port}",
                $"give tier '{home.Name}' an ingress rule: TrafficRule.Tcp({port}, TrafficPeer.Cidr(\"{range}\"))"));
        }
    }

    /// <summary>Checks that a rule of the VPC lets a tier out to a range on a port.</summary>
    public static void CheckOut(ThreeTierVpcPlan network, TierPlan client, Cidr range, int port, string where, ProblemList problems)
    {
        if (!network.Flows.Any(flow => flow.From.Tier == client && flow.To.Tier is null && IsTcp(flow, port)
            && flow.To.Ranges.Any(to => to.BasePrefix is null && to.Block.Contains(range))))
        {
            problems.Add(DiagnosticCatalogue.EndpointUnreachable.At(
                where,
                $"no rule of {network.Path} lets tier '{client.Name}' out to {range} on tcp {port}",
                $"give tier '{client.Name}' an egress rule: TrafficRule.Tcp({port}, TrafficPeer.Cidr(\"{range}\"))"));
        }
    }

    private static bool IsTcp(Flow flow, int port) =>
        flow.Rule.Protocol == TrafficProtocol.Tcp && flow.Rule.FromPort <= port && port <= flow.Rule.ToPort;
}
