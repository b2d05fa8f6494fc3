using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>Asks the backends of an API's routes.</summary>
internal static class ApiBackends
{
    /// <summary>How a route reaches its backend; <see langword="null"/> with problems, said at the route, where it does not.</summary>
    public static ApiIntegration? Ask(ApiRoute route, ApiStyle style, PatternContext context, ProblemList problems) =>
        Ask(route.Backend, new(style, route.Method, route.Path), context.At(ApiRouteRules.PlaceOf(route)), problems);

    /// <summary>How a route reaches its backend; <see langword="null"/> with problems, said at the route, where it does not.</summary>
    public static ApiIntegration? Ask(IApiBackend backend, ApiRouteContext route, string where, ProblemList problems)
    {
        try
        {
            return backend.Integrate(route);
        }
        catch (PlanException exception)
        {
            problems.AddRange(exception.Problems.Select(problem => problem with { Where = $"{where}: {problem.Where}" }));
            return null;
        }
    }
}
