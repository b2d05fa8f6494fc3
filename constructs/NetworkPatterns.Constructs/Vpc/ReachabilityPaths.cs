using Constructs;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Synthesis;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>
/// The declared flows of a VPC as paths of Reachability Analyzer: what was proved before deployment can be asked of the
/// deployed network again.
/// </summary>
/// <remarks>
/// Emits <c>AWS::EC2::NetworkInsightsPath</c> for every flow and first port. A path costs nothing until it is analyzed.
/// <para>Source: https://docs.aws.amazon.com/vpc/latest/reachability/what-is-reachability-analyzer.html</para>
/// </remarks>
public sealed class ReachabilityPaths : Construct
{
    /// <summary>Makes the paths.</summary>
    /// <param name="scope">Where they belong.</param>
    /// <param name="id">Their name among the children of <paramref name="scope"/>.</param>
    /// <param name="props">The VPC, and what stands for its tiers.</param>
    /// <exception cref="PlanException">A probe is of no tier, or no flow has a probe at both ends.</exception>
    public ReachabilityPaths(Construct scope, string id, ReachabilityPathsProps props)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        var network = props.Network.Plan;
        var gateway = network.HasInternetGateway ? props.Network.Resources.Ref(RouteTarget.InternetGateway.ResourceId) : null;
        var plan = ReachabilityPathsPlan.From(network, props.Probes, gateway, this.ContextFor(nameof(ReachabilityPathsProps)));
        this.Emit(plan.ToBlueprint(), plan.Probes.ToDictionary(probe => probe.Key, probe => (object)probe.Value, StringComparer.Ordinal));
    }
}
