using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Distributions;

/// <summary>A distribution, settled.</summary>
/// <param name="Path">The construct path.</param>
/// <param name="Functions">The functions of all behaviours, each once, by name.</param>
/// <param name="RealtimeLogs">The configurations of real-time logs, each once, by name.</param>
/// <param name="Staging">The settings of the staging distribution; <see langword="null"/> where there is none.</param>
/// <param name="Props">The settings that need no decision.</param>
internal sealed record EdgeDistributionPlan(
    string Path,
    ImmutableArray<EdgeFunction> Functions,
    ImmutableArray<EdgeRealtimeLogs> RealtimeLogs,
    EdgeDistributionProps? Staging,
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
        EdgeErrorPageRules.Check(props, context, problems);
        EdgeLogRules.Check(props, context, problems);
        EdgeStagingRules.Check(props, context, problems);
        CheckFunctionNames(props, context, problems);
        problems.ThrowIfAny();
        var behaviors = BehaviorsOf(props);
        return new(
            context.Path,
            [.. behaviors.Select(behavior => behavior.Function).OfType<EdgeFunction>().DistinctBy(function => function.Name, StringComparer.Ordinal).OrderBy(function => function.Name, StringComparer.Ordinal)],
            [.. EdgeLogRules.RealtimeOf(behaviors)],
            props.OfStaging(),
            props);
    }

    /// <summary>Whether an origin is a bucket of the distribution's own.</summary>
    public IEnumerable<EdgeOrigin> Buckets => Props.Origins.Concat(Staging?.Origins ?? []).Where(origin => origin.Kind == EdgeOriginKind.Bucket).DistinctBy(origin => origin.Name, StringComparer.Ordinal);

    private static List<EdgeBehavior> BehaviorsOf(EdgeDistributionProps props) => [.. props.Behaviors, .. props.Staging?.Behaviors ?? []];

    // A function's name is its logical ID, and a staging distribution has its functions beside those of the first.
    private static void CheckFunctionNames(EdgeDistributionProps props, PatternContext context, ProblemList problems)
    {
        foreach (var repeated in BehaviorsOf(props).Select(behavior => behavior.Function).OfType<EdgeFunction>().Distinct().GroupBy(function => ResourceName.Key(function.Name), StringComparer.Ordinal)
            .Where(group => group.Select(function => function.Code).Distinct(StringComparer.Ordinal).Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.DistributionFunction.At(context.At(nameof(props.Behaviors)), $"different functions are called '{repeated.First().Name}'", "give each function a name of its own"));
        }
    }
}
