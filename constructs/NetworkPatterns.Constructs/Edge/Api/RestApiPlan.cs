using System.Collections.Immutable;
using NetworkPatterns.Constructs.Edge.Api.OpenApi;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>A route, settled.</summary>
/// <param name="Route">What the user wrote.</param>
/// <param name="Integration">How its backend is reached.</param>
/// <param name="Authorizer">Who may call it.</param>
internal sealed record RestRoutePlan(ApiRoute Route, ApiIntegration Integration, ApiAuthorizer Authorizer)
{
    /// <summary>The method in logical IDs: <c>Get</c>.</summary>
    public string MethodName => $"{Route.Method[..1]}{Route.Method[1..].ToLowerInvariant()}";

    /// <summary>Whether requests are checked before the backend sees them.</summary>
    public bool IsValidated => Route.Body is not null || Route.Parameters.ContainsValue(true);
}

/// <summary>A REST API, settled.</summary>
/// <param name="Path">The construct path.</param>
/// <param name="Region">The Region.</param>
/// <param name="Routes">The routes, by path and method.</param>
/// <param name="Paths">Every path that becomes a resource, parents first, without the root.</param>
/// <param name="Props">The settings that need no decision.</param>
/// <param name="Document">The OpenAPI document as it can be deployed; none where routes say everything.</param>
internal sealed record RestApiPlan(
    string Path,
    string? Region,
    ImmutableArray<RestRoutePlan> Routes,
    ImmutableArray<string> Paths,
    RegionalRestApiProps Props,
    MapValue? Document)
{
    /// <summary>Plans the API.</summary>
    /// <exception cref="PlanException">Carries every problem of the props and of the backends.</exception>
    public static RestApiPlan From(RegionalRestApiProps props, PatternContext context)
    {
        ArgumentNullException.ThrowIfNull(props);
        var problems = new ProblemList();
        RestRouteRules.Check(props, context, problems);
        RestApiRules.Check(props, context, problems);
        var document = OpenApiRules.Check(props, context, problems);
        var integrations = props.Routes.Select(route => ApiBackends.Ask(route, ApiStyle.Rest, context, problems)).ToList();
        foreach (var (route, integration) in props.Routes.Zip(integrations).Where(pair => pair.Second is not null))
        {
            RestIntegrationRules.Check(route, integration!, context, problems);
        }

        RestReleaseRules.CheckShown(props, integrations, context, problems);
        problems.ThrowIfAny();
        return new(
            context.Path,
            context.Region,
            [
                .. props.Routes
                    .Select((route, index) => new RestRoutePlan(route, integrations[index]!, AuthorizerOf(route, props)!))
                    .OrderBy(route => route.Route.Path, StringComparer.Ordinal)
                    .ThenBy(route => route.Route.Method, StringComparer.Ordinal),
            ],
            [.. props.Routes.SelectMany(route => WithParents(route.Path)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            props,
            document);
    }

    /// <summary>The secret that CloudFront sends; <see langword="null"/> for a lock without secrets.</summary>
    public string? ActiveSecret => OriginSecrets.ActiveOf(Props.Lock, Path);

    /// <summary>The kind of endpoint as CloudFormation spells it.</summary>
    public string EndpointType => Props.Lock.Kind == OriginLockKind.Private ? "PRIVATE" : Props.Endpoint == ApiEndpoint.EdgeOptimized ? "EDGE" : "REGIONAL";

    /// <summary>The authorizers that are resources, by name.</summary>
    public IEnumerable<ApiAuthorizer> Authorizers => Routes
        .Select(route => route.Authorizer)
        .Where(authorizer => authorizer.IsResource)
        .DistinctBy(authorizer => authorizer.Name, StringComparer.Ordinal)
        .OrderBy(authorizer => authorizer.Name, StringComparer.Ordinal);

    /// <summary>Who may call a route: what it says itself, or what the API says; <see langword="null"/> where neither does.</summary>
    public static ApiAuthorizer? AuthorizerOf(ApiRoute route, RegionalRestApiProps props) => route.Authorizer ?? props.DefaultAuthorizer;

    /// <summary>A path and its parents, without the root.</summary>
    public static IEnumerable<string> WithParents(string path)
    {
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return Enumerable.Range(1, segments.Length).Select(count => "/" + string.Join('/', segments.Take(count)));
    }
}
