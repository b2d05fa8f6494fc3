namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>What an HTTP API is to be.</summary>
public sealed record RegionalHttpApiProps : IFrontDoorApi
{
    /// <summary>
    /// The routes, one or more. Of a route's settings an HTTP API has <see cref="ApiRoute.Authorizer"/>, <see cref="ApiRoute.Scopes"/> and
    /// <see cref="ApiRoute.Throttle"/>; the others are an error.
    /// </summary>
    public required IReadOnlyList<ApiRoute> Routes { get; init; }

    /// <summary>
    /// How the API knows CloudFront: <see cref="OriginLock.OriginMtls"/>, <see cref="OriginLock.LambdaGate"/>, or <see cref="OriginLock.None"/> for an
    /// API that stands alone and answers everybody who reaches it. There is no default, as each costs something else.
    /// </summary>
    public required OriginLock Lock { get; init; }

    /// <summary>Who may call a route that does not say so itself. Default: none, so that each route must.</summary>
    public ApiAuthorizer? DefaultAuthorizer { get; init; }

    /// <summary>
    /// The name under which it is reached; the generated name is off then. Routes do not have its <see cref="ApiDomain.BasePath"/>, but what functions
    /// and services behind a VPC link are told of the path does. Default: none, and the name that API Gateway generates answers.
    /// </summary>
    public ApiDomain? Domain { get; init; }

    /// <summary>Which pages of other origins may call it from browsers; API Gateway answers for every route. Default: none.</summary>
    public ApiCors? Cors { get; init; }

    /// <summary>How many requests each route lets in that does not say so itself. Default: 500 in a second, 1,000 at once.</summary>
    public ApiThrottle Throttle { get; init; } = new(500, 1000);

    /// <summary>Days for which access logs are kept: a number that CloudWatch Logs offers. Default: 365.</summary>
    public int LogRetentionDays { get; init; } = 365;

    ApiStyle IFrontDoorApi.Style => ApiStyle.Http;

    IEnumerable<string> IFrontDoorApi.SignedRoutes =>
        Routes.Where(route => HttpApiPlan.AuthorizerOf(route, this)?.Kind == ApiAuthorizerKind.Iam).Select(route => $"{route.Method} {route.Path}");
}
