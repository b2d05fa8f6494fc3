using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Distributions;

/// <summary>A distribution, settled.</summary>
/// <param name="Path">The construct path.</param>
/// <param name="DefaultBehavior">What it does with paths that no other behaviour takes.</param>
/// <param name="Behaviors">The others, in order.</param>
/// <param name="Functions">The functions of all behaviours, each once, by name.</param>
/// <param name="Props">The settings that need no decision.</param>
internal sealed record EdgeDistributionPlan(
    string Path,
    EdgeBehavior DefaultBehavior,
    ImmutableArray<EdgeBehavior> Behaviors,
    ImmutableArray<EdgeFunction> Functions,
    EdgeDistributionProps Props)
{
    /// <summary>Plans the distribution.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public static EdgeDistributionPlan From(EdgeDistributionProps props, string zoneName, PatternContext context)
    {
        ArgumentNullException.ThrowIfNull(props);
        var problems = new ProblemList();
        EdgeNameRules.Check(props, zoneName, context, problems);
        EdgeOriginRules.Check(props, context, problems);
        EdgeBehaviorRules.Check(props, context, problems);
        problems.ThrowIfAny();
        return new(
            context.Path,
            props.Behaviors.Single(behavior => behavior.IsDefault),
            [.. props.Behaviors.Where(behavior => !behavior.IsDefault)],
            [.. props.Behaviors.Select(behavior => behavior.Function).OfType<EdgeFunction>().DistinctBy(function => function.Name, StringComparer.Ordinal).OrderBy(function => function.Name, StringComparer.Ordinal)],
            props);
    }

    /// <summary>Whether an origin is a bucket of the distribution's own.</summary>
    public IEnumerable<EdgeOrigin> Buckets => Props.Origins.Where(origin => origin.Kind == EdgeOriginKind.Bucket);
}
