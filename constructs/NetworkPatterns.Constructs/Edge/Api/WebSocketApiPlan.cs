using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>A route of a WebSocket API, settled.</summary>
/// <param name="Route">What the user wrote.</param>
/// <param name="Integration">How its backend is reached.</param>
internal sealed record WebSocketRoutePlan(WebSocketRoute Route, ApiIntegration Integration)
{
    /// <summary>The route in logical IDs: <c>Connect</c>, <c>SendMessage</c> with a digest that keeps keys apart whose readable form is the same.</summary>
    public string Name => Route.Key switch
    {
        WebSocketRoute.Connect => "Connect",
        WebSocketRoute.Disconnect => "Disconnect",
        WebSocketRoute.Default => "Default",
        _ => RestApiBlueprint.ResourceIdOf(Route.Key),
    };

    /// <summary>Whether the backend's answer passes as it is.</summary>
    public bool IsProxy => Integration.Type is ApiIntegrationType.AwsProxy or ApiIntegrationType.HttpProxy;

    /// <summary>Whether API Gateway has to be told what becomes of the answer: to accept a connection without a proxy it has to make one.</summary>
    public bool HasResponse => Route.Answers || (Route.Key == WebSocketRoute.Connect && !IsProxy);
}

/// <summary>A WebSocket API, settled.</summary>
/// <param name="Path">The construct path.</param>
/// <param name="Routes">The routes, by key, with one for connections.</param>
/// <param name="Authorizer">Who may connect.</param>
/// <param name="Props">The settings that need no decision.</param>
internal sealed record WebSocketApiPlan(string Path, ImmutableArray<WebSocketRoutePlan> Routes, ApiAuthorizer Authorizer, RegionalWebSocketApiProps Props)
{
    /// <summary>Plans the API.</summary>
    /// <exception cref="PlanException">Carries every problem of the props and of the backends.</exception>
    public static WebSocketApiPlan From(RegionalWebSocketApiProps props, PatternContext context)
    {
        ArgumentNullException.ThrowIfNull(props);
        var problems = new ProblemList();
        WebSocketApiRules.Check(props, context, problems);
        WebSocketRouteRules.Check(props, context, problems);
        var routes = WithConnect(props.Routes);
        var integrations = routes.Select(route => Integrate(route, context.At(WebSocketRouteRules.PlaceOf(route)), problems)).ToList();
        problems.ThrowIfAny();
        return new(
            context.Path,
            [.. routes.Select((route, index) => new WebSocketRoutePlan(route, integrations[index]!)).OrderBy(route => route.Route.Key, StringComparer.Ordinal)],
            props.Lock.Kind == OriginLockKind.LambdaGate ? ApiAuthorizer.OriginGate : props.Authorizer,
            props);
    }

    // Without this route API Gateway accepts everybody: an authorizer guards it and no other.
    // https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-control-access.html
    private static ImmutableArray<WebSocketRoute> WithConnect(IReadOnlyList<WebSocketRoute> routes) =>
        routes.Any(route => route.Key == WebSocketRoute.Connect) ? [.. routes] : [.. routes, new(WebSocketRoute.Connect, new MockBackend())];

    private static ApiIntegration? Integrate(WebSocketRoute route, string where, ProblemList problems)
    {
        var integration = ApiBackends.Ask(route.Backend, new(ApiStyle.WebSocket, route.Key, ""), where, problems);
        WebSocketRouteRules.CheckIntegration(integration, where, problems);
        return integration;
    }
}
