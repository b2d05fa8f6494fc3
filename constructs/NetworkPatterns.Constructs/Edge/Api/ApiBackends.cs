using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>Asks the backends of an API's routes.</summary>
internal static class ApiBackends
{
    /// <summary>How a route reaches its backend; <see langword="null"/> with problems, said at the route, where it does not.</summary>
    public static ApiIntegration? Ask(ApiRoute route, ApiStyle style, PatternContext context, ProblemList problems)
    {
        try
        {
            return route.Backend.Integrate(new(style, route.Method, route.Path));
        }
        catch (PlanException exception)
        {
            problems.AddRange(exception.Problems.Select(problem => problem with { Where = $"{context.At(ApiRouteRules.PlaceOf(route))}: {problem.Where}" }));
            return null;
        }
    }
}
