using System.Text.RegularExpressions;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>What has to hold for the routes of a REST API.</summary>
internal static partial class RestRouteRules
{
    public static void Check(RegionalRestApiProps props, PatternContext context, ProblemList problems)
    {
        var routes = context.At(nameof(props.Routes));
        if (props.Routes.Count == 0)
        {
            problems.Add(DiagnosticCatalogue.ApiRoute.At(routes, "the API has no route, and AWS deploys none without a method", "give at least one"));
        }

        foreach (var repeated in props.Routes.GroupBy(route => (route.Method, route.Path)).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.ApiRoute.At(routes, $"{repeated.Key.Method} {repeated.Key.Path} is given {repeated.Count()} times", "give each method of a path once"));
        }

        CheckSiblings(props, routes, problems);
        foreach (var route in props.Routes)
        {
            var where = context.At(ApiRouteRules.PlaceOf(route));
            CheckRoute(route, props, where, problems);
            CheckAccess(route, props, where, problems);
            CheckCache(route, props, where, problems);
        }

        CheckNames(props, routes, problems);
    }

    private static void CheckRoute(ApiRoute route, RegionalRestApiProps props, string where, ProblemList problems)
    {
        ApiRouteRules.CheckShape(route, where, problems);
        if (props.Cors is not null && route.Method == "OPTIONS")
        {
            problems.Add(DiagnosticCatalogue.ApiRoute.At(where, "the API answers OPTIONS by itself where it has Cors", "leave the route or Cors out"));
        }

        foreach (var name in route.Parameters.Keys.Where(name => !Parameter().IsMatch(name)))
        {
            problems.Add(DiagnosticCatalogue.ApiRoute.At(where, $"'{name}' is not a parameter of a request", "write querystring. or header. and its name"));
        }

        if (route.Body is { } body && !JsonSchemaText.TryRead(body.JsonSchema, out _))
        {
            problems.Add(DiagnosticCatalogue.ApiModel.At(where, $"the schema of the model '{body.Name}' is not a JSON object, or has a null in it", "give a JSON schema as text"));
        }

        if (route.Body is not null && route.Method is "GET" or "HEAD")
        {
            problems.Add(DiagnosticCatalogue.ApiModel.At(where, $"{route.Method} has no body to check", "leave Body out"));
        }
    }

    private static void CheckAccess(ApiRoute route, RegionalRestApiProps props, string where, ProblemList problems)
    {
        var authorizer = RestApiPlan.AuthorizerOf(route, props);
        ApiRouteRules.CheckGuard(authorizer, where, problems);
        if (authorizer is null)
        {
            return;
        }

        if (authorizer.Kind == ApiAuthorizerKind.Jwt)
        {
            problems.Add(DiagnosticCatalogue.ApiAuthorizer.At(where, "a REST API does not check tokens of any issuer by itself", "use ApiAuthorizer.Cognito or LambdaToken, or an HTTP API"));
        }

        if (!route.Scopes.IsEmpty && authorizer.Kind != ApiAuthorizerKind.Cognito)
        {
            problems.Add(DiagnosticCatalogue.ApiAuthorizer.At(where, "scopes are given, and only tokens of Cognito have them here", "use ApiAuthorizer.Cognito, or look at scopes in the function"));
        }

        ApiRouteRules.CheckResultTtl(authorizer, where, problems);
        if (authorizer.Kind == ApiAuthorizerKind.Cognito && authorizer.UserPoolArns.IsEmpty)
        {
            problems.Add(DiagnosticCatalogue.ApiAuthorizer.At(where, $"the authorizer '{authorizer.Name}' has no user pool", "give at least one"));
        }

        if (route.NeedsApiKey && props.Lock.Kind == OriginLockKind.KeyGate)
        {
            problems.Add(DiagnosticCatalogue.ApiKeys.At(where, "clients need keys of their own, and CloudFront sends its key in their place", "use another lock"));
        }
        else if (route.NeedsApiKey && props.UsagePlans.Count == 0)
        {
            problems.Add(DiagnosticCatalogue.ApiKeys.At(where, "the route asks for an API key, and no usage plan has one", "add a usage plan"));
        }
    }

    private static void CheckCache(ApiRoute route, RegionalRestApiProps props, string where, ProblemList problems)
    {
        if (route.CacheFor is not { } time)
        {
            return;
        }

        if (props.CacheGigabytes is null)
        {
            problems.Add(DiagnosticCatalogue.ApiCache.At(where, "answers are to be kept, and the API has no cache", "give the API a cache, or let CloudFront keep them"));
        }

        if (route.Method != "GET")
        {
            problems.Add(DiagnosticCatalogue.ApiCache.At(where, $"answers to {route.Method} are not kept", "cache GET only"));
        }

        if (time < TimeSpan.FromSeconds(1) || time > TimeSpan.FromHours(1))
        {
            problems.Add(DiagnosticCatalogue.ApiCache.At(where, $"answers cannot be kept for {time}", "choose one second to one hour"));
        }

        // A key of the cache can be a part of the request; who signed a request is none.
        if (RestApiPlan.AuthorizerOf(route, props) is { } authorizer && (authorizer.Kind == ApiAuthorizerKind.Iam || (authorizer.IsResource && authorizer.Identity.IsEmpty)))
        {
            problems.Add(DiagnosticCatalogue.ApiCache.At(where, "one caller would get another's answer: no part of the request says who calls", "do not cache it, or use an authorizer with a header"));
        }
    }

    // API Gateway refuses two parameters of different names under one parent.
    private static void CheckSiblings(RegionalRestApiProps props, string where, ProblemList problems)
    {
        var parameters = props.Routes.SelectMany(route => RestApiPlan.WithParents(route.Path)).Distinct(StringComparer.Ordinal)
            .Where(path => path.EndsWith('}'))
            .GroupBy(path => path[..path.LastIndexOf('/')], StringComparer.Ordinal)
            .Where(group => group.Select(path => path.EndsWith("+}", StringComparison.Ordinal)).Distinct().Count() < group.Count());
        foreach (var siblings in parameters)
        {
            problems.Add(DiagnosticCatalogue.ApiRoute.At(where, $"{string.Join(" and ", siblings.Order(StringComparer.Ordinal))} differ in the name of a parameter only", "give the parameter one name"));
        }
    }

    private static void CheckNames(RegionalRestApiProps props, string where, ProblemList problems)
    {
        ApiRouteRules.CheckAuthorizerNames(props.Routes.Select(route => RestApiPlan.AuthorizerOf(route, props)), where, problems);
        var models = props.Routes.Select(route => route.Body).OfType<ApiModel>().Distinct().ToList();
        foreach (var model in models.Where(model => model.Name.Length == 0 || !model.Name.All(char.IsAsciiLetterOrDigit)))
        {
            problems.Add(DiagnosticCatalogue.ApiModel.At(where, $"'{model.Name}' cannot be the name of a model", "use letters and digits"));
        }

        foreach (var repeated in models.GroupBy(model => model.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.ApiModel.At(where, $"models with different schemas are called '{repeated.Key}'", "give each model a name of its own"));
        }
    }

    [GeneratedRegex(@"^(querystring|header)\.[A-Za-z0-9._-]+\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter();
}
