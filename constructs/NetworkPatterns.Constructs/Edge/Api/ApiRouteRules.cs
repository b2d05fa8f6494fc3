using System.Text.RegularExpressions;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>What has to hold for a route of a REST API and of an HTTP API alike.</summary>
internal static partial class ApiRouteRules
{
    private static readonly string[] Methods = ["ANY", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];

    /// <summary>Where a route is in the props of either API.</summary>
    public static string PlaceOf(ApiRoute route) => $"Routes[{route.Method} {route.Path}]";

    /// <summary>The method, the path and the limit.</summary>
    public static void CheckShape(ApiRoute route, string where, ProblemList problems)
    {
        if (!Methods.Contains(route.Method, StringComparer.Ordinal))
        {
            problems.Add(DiagnosticCatalogue.ApiRoute.At(where, $"'{route.Method}' is not a method", $"use one of {string.Join(", ", Methods)}"));
        }

        var segments = route.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (!route.Path.StartsWith('/') || (route.Path.Length > 1 && route.Path.EndsWith('/')) || route.Path.Contains("//", StringComparison.Ordinal) || segments.Any(segment => !Segment().IsMatch(segment)))
        {
            problems.Add(DiagnosticCatalogue.ApiRoute.At(where, $"'{route.Path}' is not a path", "write it like / or /orders/{id}, of letters, digits and . _ - : $ or a {name}"));
        }
        else if (segments.SkipLast(1).Any(segment => segment.EndsWith("+}", StringComparison.Ordinal)))
        {
            problems.Add(DiagnosticCatalogue.ApiRoute.At(where, $"'{route.Path}' goes on behind a part that takes all that follows", "put {name+} last"));
        }

        foreach (var repeated in segments.Where(segment => segment.StartsWith('{')).GroupBy(segment => segment, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.ApiRoute.At(where, $"the path has {repeated.Key} {repeated.Count()} times", "name each parameter differently"));
        }

        if (route.Throttle is { } throttle)
        {
            RestApiRules.CheckThrottle(throttle, where, problems);
        }
    }

    /// <summary>That something says who may call a route, and why where anybody may.</summary>
    public static void CheckGuard(ApiAuthorizer? authorizer, string where, ProblemList problems)
    {
        if (authorizer is null)
        {
            problems.Add(DiagnosticCatalogue.ApiRouteOpen.At(where, "nothing says who may call the route", "give it or the API an authorizer, or say ApiAuthorizer.Public and why"));
        }
        else if (authorizer.Kind == ApiAuthorizerKind.None && authorizer.Reason.Length < 10)
        {
            problems.Add(DiagnosticCatalogue.ApiRouteOpen.At(where, $"'{authorizer.Reason}' does not say why anybody may call the route", "give a reason of at least ten characters"));
        }
    }

    /// <summary>For how long decisions are remembered, and by what.</summary>
    public static void CheckResultTtl(ApiAuthorizer authorizer, string where, ProblemList problems)
    {
        if (authorizer.ResultTtl < TimeSpan.Zero || authorizer.ResultTtl > TimeSpan.FromHours(1))
        {
            problems.Add(DiagnosticCatalogue.ApiAuthorizer.At(where, $"a decision cannot be remembered for {authorizer.ResultTtl}", "choose up to one hour"));
        }

        if (authorizer is { Kind: ApiAuthorizerKind.Request, IdentitySources.IsEmpty: true } && authorizer.ResultTtl > TimeSpan.Zero)
        {
            problems.Add(DiagnosticCatalogue.ApiAuthorizer.At(where, $"the decisions of '{authorizer.Name}' are remembered, and nothing tells requests apart", "name identity sources, or leave the time out"));
        }
    }

    /// <summary>A route has one authorizer: beside that of the lock there is no room for another.</summary>
    public static void CheckGateAlone(ApiAuthorizer? authorizer, OriginLock originLock, string where, ProblemList problems)
    {
        if (originLock.Kind == OriginLockKind.LambdaGate && authorizer is not null and not { Kind: ApiAuthorizerKind.None })
        {
            problems.Add(DiagnosticCatalogue.GateAndAuthorizer.At(
                where,
                "the lock's function is the only authorizer that API Gateway can ask, and there is another",
                "say ApiAuthorizer.Public and why, and let the backend find out who calls; or use OriginLock.OriginMtls"));
        }
    }

    /// <summary>The names of authorizers, which become logical IDs.</summary>
    public static void CheckAuthorizerNames(IEnumerable<ApiAuthorizer?> authorizers, string where, ProblemList problems)
    {
        var named = authorizers.OfType<ApiAuthorizer>().Where(authorizer => authorizer.IsResource).Distinct().ToList();
        foreach (var authorizer in named.Where(authorizer => !ResourceName.IsValid(authorizer.Name)))
        {
            problems.Add(DiagnosticCatalogue.ApiAuthorizer.At(where, $"'{authorizer.Name}' cannot be the name of an authorizer", "use a letter, then letters, digits and hyphens"));
        }

        foreach (var repeated in named.GroupBy(authorizer => ResourceName.Key(authorizer.Name), StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.ApiAuthorizer.At(where, $"{repeated.Count()} authorizers are called '{repeated.First().Name}'", "make each authorizer once, and give it to its routes"));
        }
    }

    [GeneratedRegex(@"^([A-Za-z0-9._:$-]+|\{[A-Za-z0-9._-]+\+?\})\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Segment();
}
