using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>What has to hold for the routes of an HTTP API.</summary>
internal static class HttpRouteRules
{
    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromSeconds(30);

    public static void Check(RegionalHttpApiProps props, PatternContext context, ProblemList problems)
    {
        var routes = context.At(nameof(props.Routes));
        if (props.Routes.Count == 0)
        {
            problems.Add(DiagnosticCatalogue.ApiRoute.At(routes, "the API has no route, and answers every request 404", "give at least one"));
        }

        foreach (var repeated in props.Routes.GroupBy(ShapeOf, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.ApiRoute.At(
                routes, $"{string.Join(" and ", repeated.Select(route => $"{route.Method} {route.Path}"))} are one route", "give each method of a path once; names of parameters do not tell paths apart"));
        }

        foreach (var route in props.Routes)
        {
            var where = context.At(ApiRouteRules.PlaceOf(route));
            CheckShape(route, where, problems);
            CheckSettings(route, where, problems);
            CheckAccess(route, HttpApiPlan.AuthorizerOf(route, props), context.IsToken, where, problems);
            ApiRouteRules.CheckGateAlone(HttpApiPlan.AuthorizerOf(route, props), props.Lock, where, problems);
            CheckPreflight(route, props, where, problems);
        }

        ApiRouteRules.CheckAuthorizerNames(props.Routes.Select(route => HttpApiPlan.AuthorizerOf(route, props)), routes, problems);
    }

    private static void CheckShape(ApiRoute route, string where, ProblemList problems)
    {
        if (route.Path != ApiRoute.CatchAll)
        {
            ApiRouteRules.CheckShape(route, where, problems);
            return;
        }

        if (route.Method != "ANY")
        {
            problems.Add(DiagnosticCatalogue.ApiRoute.At(where, $"$default takes requests of every method, not of {route.Method} alone", $"say ANY, or {route.Method} /{{proxy+}}"));
        }

        if (route.Throttle is { } throttle)
        {
            RestApiRules.CheckThrottle(throttle, where, problems);
        }
    }

    // https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations.html
    public static void CheckIntegration(ApiRoute route, ApiIntegration? integration, string where, ProblemList problems)
    {
        if (integration is null)
        {
            return;
        }

        if (integration.Type is not (ApiIntegrationType.AwsProxy or ApiIntegrationType.HttpProxy) || !integration.RequestTemplates.IsEmpty || !integration.Responses.IsEmpty)
        {
            problems.Add(DiagnosticCatalogue.ApiBackendStyle.At(where, "an HTTP API has proxies only: no mapping templates and no answers of its own", "use a REST API, or another backend"));
        }
        else if (route.Path == ApiRoute.CatchAll && integration is { Type: ApiIntegrationType.HttpProxy, VpcLinkId: null })
        {
            problems.Add(DiagnosticCatalogue.ApiBackendStyle.At(where, "the address of an HTTP endpoint takes the route's path, and $default has none", "use ANY /{proxy+}, or a function or a listener behind a VPC link"));
        }

        if (integration.Timeout is { } timeout && (timeout < ShortestTimeout || timeout > LongestTimeout))
        {
            problems.Add(DiagnosticCatalogue.HttpApiTimeout.At(where, $"an HTTP API does not wait for {timeout}", "choose 50 milliseconds to 30 seconds"));
        }
    }

    private static void CheckSettings(ApiRoute route, string where, ProblemList problems)
    {
        foreach (var (name, isGiven) in new[]
        {
            (nameof(route.NeedsApiKey), route.NeedsApiKey),
            (nameof(route.Parameters), !route.Parameters.IsEmpty),
            (nameof(route.Body), route.Body is not null),
            (nameof(route.CacheFor), route.CacheFor is not null),
        }.Where(setting => setting.Item2))
        {
            problems.Add(DiagnosticCatalogue.HttpApiSetting.At(where, $"{name} is given, and an HTTP API has no such thing", "leave it out, or use a REST API"));
        }
    }

    private static void CheckAccess(ApiRoute route, ApiAuthorizer? authorizer, Func<string, bool> isToken, string where, ProblemList problems)
    {
        ApiRouteRules.CheckGuard(authorizer, where, problems);
        if (authorizer is null)
        {
            return;
        }

        if (authorizer.Kind is ApiAuthorizerKind.Cognito or ApiAuthorizerKind.Token)
        {
            problems.Add(DiagnosticCatalogue.ApiAuthorizer.At(
                where, $"'{authorizer.Name}' is an authorizer for REST APIs", "use ApiAuthorizer.Jwt, whose issuer may be a user pool, LambdaRequest or Iam"));
        }

        CheckRequest(authorizer, where, problems);

        if (!route.Scopes.IsEmpty && authorizer.Kind != ApiAuthorizerKind.Jwt)
        {
            problems.Add(DiagnosticCatalogue.ApiAuthorizer.At(where, "scopes are given, and only JSON web tokens have them", "use ApiAuthorizer.Jwt, or leave them out"));
        }

        if (authorizer.Kind != ApiAuthorizerKind.Jwt)
        {
            return;
        }

        if (!isToken(authorizer.Issuer) && !(Uri.TryCreate(authorizer.Issuer, UriKind.Absolute, out var issuer) && issuer.Scheme == Uri.UriSchemeHttps))
        {
            problems.Add(DiagnosticCatalogue.JwtIssuer.At(where, $"'{authorizer.Issuer}' is not where an issuer publishes its keys", "give the https:// address that tokens have as their issuer"));
        }

        if (authorizer.Audiences.IsEmpty)
        {
            problems.Add(DiagnosticCatalogue.JwtIssuer.At(where, $"tokens that the issuer made for anybody else would do for '{authorizer.Name}'", "name at least one audience"));
        }
    }

    // https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html
    private static void CheckRequest(ApiAuthorizer authorizer, string where, ProblemList problems)
    {
        ApiRouteRules.CheckResultTtl(authorizer, where, problems);
        foreach (var source in authorizer.IdentitySources.Where(source => authorizer.Kind == ApiAuthorizerKind.Request && !source.StartsWith('$')))
        {
            problems.Add(DiagnosticCatalogue.ApiAuthorizer.At(
                where, $"'{source}' is not an identity source of an HTTP API", "write it like $request.header.X-Tenant, $request.querystring.code or $context.routeKey"));
        }
    }

    // API Gateway answers OPTIONS by itself where no route takes it; ANY does, and its authorizer refuses a request that has no token.
    // https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html
    private static void CheckPreflight(ApiRoute route, RegionalHttpApiProps props, string where, ProblemList problems)
    {
        if (props.Cors is null || route.Method is not ("ANY" or "OPTIONS") || IsPublic(route, props))
        {
            return;
        }

        var isCatchAll = route.Path == ApiRoute.CatchAll;
        if (!props.Routes.Any(other => other.Method == "OPTIONS" && (isCatchAll ? ShapeOf(other) == "OPTIONS /{+}" : other.Path == route.Path) && IsPublic(other, props)))
        {
            problems.Add(DiagnosticCatalogue.HttpApiPreflight.At(
                where,
                "browsers ask with OPTIONS and without a token, and the route's authorizer refuses them",
                $"list the methods one by one, or add a public route for OPTIONS on {(isCatchAll ? "/{proxy+}" : "this path")}"));
        }
    }

    private static bool IsPublic(ApiRoute route, RegionalHttpApiProps props) => HttpApiPlan.AuthorizerOf(route, props) is null or { Kind: ApiAuthorizerKind.None };

    private static string ShapeOf(ApiRoute route) => $"{route.Method} " + string.Join('/', route.Path.Split('/').Select(segment =>
        !segment.StartsWith('{') ? segment : segment.EndsWith("+}", StringComparison.Ordinal) ? "{+}" : "{}"));
}
