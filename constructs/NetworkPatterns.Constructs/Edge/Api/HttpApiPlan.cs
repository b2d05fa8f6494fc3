using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>A route of an HTTP API, settled.</summary>
/// <param name="Route">What the user wrote.</param>
/// <param name="Integration">How its backend is reached.</param>
/// <param name="Authorizer">Who may call it.</param>
internal sealed record HttpRoutePlan(ApiRoute Route, ApiIntegration Integration, ApiAuthorizer Authorizer)
{
    /// <summary>How API Gateway calls the route.</summary>
    public string Key => Route.Path == ApiRoute.CatchAll ? ApiRoute.CatchAll : $"{Route.Method} {Route.Path}";

    /// <summary>The route in logical IDs: its method and path.</summary>
    public string Name => $"{Route.Method[..1]}{Route.Method[1..].ToLowerInvariant()}{RestApiBlueprint.ResourceIdOf(Route.Path)}";
}

/// <summary>An HTTP API, settled.</summary>
/// <param name="Path">The construct path.</param>
/// <param name="Routes">The routes, by path and method.</param>
/// <param name="Props">The settings that need no decision.</param>
internal sealed record HttpApiPlan(string Path, ImmutableArray<HttpRoutePlan> Routes, RegionalHttpApiProps Props)
{
    /// <summary>Plans the API.</summary>
    /// <exception cref="PlanException">Carries every problem of the props and of the backends.</exception>
    public static HttpApiPlan From(RegionalHttpApiProps props, PatternContext context)
    {
        ArgumentNullException.ThrowIfNull(props);
        var problems = new ProblemList();
        HttpRouteRules.Check(props, context, problems);
        HttpApiRules.Check(props, context, problems);
        var integrations = props.Routes.Select(route => ApiBackends.Ask(route, ApiStyle.Http, context, problems)).ToList();
        foreach (var (route, integration) in props.Routes.Zip(integrations))
        {
            HttpRouteRules.CheckIntegration(route, integration, context.At(ApiRouteRules.PlaceOf(route)), problems);
        }

        problems.ThrowIfAny();
        return new(
            context.Path,
            [
                .. props.Routes
                    .Select((route, index) => new HttpRoutePlan(route, Locked(integrations[index]!, props.Lock), EffectiveAuthorizerOf(route, props)))
                    .OrderBy(route => route.Route.Path, StringComparer.Ordinal)
                    .ThenBy(route => route.Route.Method, StringComparer.Ordinal),
            ],
            props);
    }

    /// <summary>The authorizers that are resources, by name.</summary>
    public IEnumerable<ApiAuthorizer> Authorizers => Routes
        .Select(route => route.Authorizer)
        .Where(authorizer => authorizer.IsResource)
        .DistinctBy(authorizer => authorizer.Name, StringComparer.Ordinal)
        .OrderBy(authorizer => authorizer.Name, StringComparer.Ordinal);

    // One authorizer guards a route, and that of the lock lets in whom the route calls anybody.
    private static ApiAuthorizer EffectiveAuthorizerOf(ApiRoute route, RegionalHttpApiProps props) =>
        props.Lock.Kind == OriginLockKind.LambdaGate ? ApiAuthorizer.OriginGate : AuthorizerOf(route, props)!;

    // What is reached over HTTP is not told by which secret CloudFront is known.
    // https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-parameter-mapping.html
    private static ApiIntegration Locked(ApiIntegration integration, OriginLock originLock) =>
        originLock.Kind == OriginLockKind.LambdaGate && integration.Type == ApiIntegrationType.HttpProxy
            ? integration with { RequestParameters = integration.RequestParameters.SetItem($"remove:header.{OriginLock.HeaderName}", "''") }
            : integration;

    /// <summary>Who may call a route: what it says itself, or what the API says; <see langword="null"/> where neither does.</summary>
    public static ApiAuthorizer? AuthorizerOf(ApiRoute route, RegionalHttpApiProps props) => route.Authorizer ?? props.DefaultAuthorizer;
}
