using System.Collections.Immutable;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Backends;

/// <summary>Which tier of a VPC reaches which, by the rules that the tiers have.</summary>
/// <remarks>
/// A load balancer, a service and a database take the groups of their tiers, so that one place, the VPC, says who reaches whom:
/// for security groups and network ACLs alike. What a backend needs and no tier allows is an error here, before anything is made.
/// </remarks>
internal sealed class TierPaths(ThreeTierVpcPlan network)
{
    /// <summary>A tier by its name; a problem where there is none for workloads.</summary>
    public TierPlan? Find(string name, string where, ProblemList problems)
    {
        var tier = network.Tiers.FirstOrDefault(tier => tier.Name == name);
        if (tier is null)
        {
            problems.Add(DiagnosticCatalogue.BackendTierUnknown.At(
                where, $"the VPC has no tier '{name}'", $"choose one of {string.Join(", ", network.Tiers.Select(candidate => candidate.Name))}"));
        }

        return tier;
    }

    /// <summary>Whether the VPC has a tier of this name.</summary>
    public bool HasTier(string name) => network.Tiers.Any(tier => tier.Name == name);

    /// <summary>Whether the rules let a tier open connections to a port of another.</summary>
    public bool Allows(TierPlan from, TierPlan to, TrafficProtocol protocol, int port) =>
        network.Flows.Any(flow => flow.From.Group == from.Group && flow.To.Group == to.Group && Covers(flow.Rule, protocol, port));

    /// <summary>What a tier accepts, from whomever.</summary>
    public IEnumerable<Flow> FlowsTo(TierPlan tier) => network.Flows.Where(flow => flow.To.Group == tier.Group);

    /// <summary>What a tier accepts, from whomever, in words.</summary>
    public ImmutableArray<string> IngressOf(TierPlan tier) =>
        [.. FlowsTo(tier).Select(flow => flow.ToString())];

    /// <summary>What a tier opens to ranges and prefix lists, in words.</summary>
    public ImmutableArray<string> EgressToRangesOf(TierPlan tier) =>
        [.. network.Flows.Where(flow => flow.From.Group == tier.Group && flow.To.Group is null).Select(flow => flow.ToString())];

    /// <summary>The tiers that a port of a tier accepts connections from; those of ranges and other groups count as <c>others</c>.</summary>
    public ImmutableArray<string> ClientsOf(TierPlan tier, TrafficProtocol protocol, int port) =>
    [
        .. network.Flows
            .Where(flow => flow.To.Group == tier.Group && Covers(flow.Rule, protocol, port))
            .Select(flow => flow.From.Tier?.Name ?? flow.From.ToString())
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    private static bool Covers(TrafficRule rule, TrafficProtocol protocol, int port) =>
        rule.Protocol == protocol && rule.FromPort <= port && port <= rule.ToPort;
}
