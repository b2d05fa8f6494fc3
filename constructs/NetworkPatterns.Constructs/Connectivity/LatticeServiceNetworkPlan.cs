using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Core.Guarantees;

namespace NetworkPatterns.Constructs.Connectivity;

/// <summary>A service network, settled.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/vpc-lattice/latest/ug/how-it-works.html</remarks>
internal sealed record LatticeServiceNetworkPlan
{
    /// <summary>The construct path.</summary>
    public required string Path { get; init; }

    /// <summary>What the user asked for, checked, for parts that decide nothing more.</summary>
    public required LatticeServiceNetworkProps Props { get; init; }

    /// <summary>Whether a text stands for a value that only deployment knows.</summary>
    public required Func<string, bool> IsToken { get; init; }

    /// <summary>The ports of all listeners, which the groups of all associations let in.</summary>
    public required ImmutableArray<int> Ports { get; init; }

    /// <summary>The tiers of each VPC that call the services, by the VPC's name.</summary>
    public required ImmutableDictionary<string, ImmutableArray<TierPlan>> Clients { get; init; }

    /// <summary>What the service network promises.</summary>
    public required ImmutableArray<Guarantee> Guarantees { get; init; }

    /// <summary>Plans a service network.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public static LatticeServiceNetworkPlan From(LatticeServiceNetworkProps props, PatternContext context)
    {
        var problems = new ProblemList();
        LatticeRules.Check(props, context, problems);
        problems.ThrowIfAny();
        return new()
        {
            Path = context.Path,
            Props = props,
            IsToken = context.IsToken,
            Ports = [.. LatticeRules.PortsOf(props)],
            Clients = props.Vpcs.ToImmutableDictionary(
                vpc => vpc.Name,
                vpc => vpc.Network.Plan.Tiers.Where(tier => vpc.Clients.Contains(tier.Name, StringComparer.Ordinal)).ToImmutableArray(),
                StringComparer.Ordinal),
            Guarantees = LatticeGuarantees.Of(props),
        };
    }
}
