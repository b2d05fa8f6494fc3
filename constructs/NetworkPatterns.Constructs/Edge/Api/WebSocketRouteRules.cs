using System.Text.RegularExpressions;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>What has to hold for the routes of a WebSocket API.</summary>
internal static partial class WebSocketRouteRules
{
    private static readonly TimeSpan ShortestTimeout = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromSeconds(29);

    /// <summary>Where a route is in the props.</summary>
    public static string PlaceOf(WebSocketRoute route) => $"Routes[{route.Key}]";

    public static void Check(RegionalWebSocketApiProps props, PatternContext context, ProblemList problems)
    {
        var routes = context.At(nameof(props.Routes));
        if (!props.Routes.Any(route => route.IsMessage))
        {
            problems.Add(DiagnosticCatalogue.WebSocketRoute.At(routes, "no route takes messages", "give at least one, such as $default"));
        }

        foreach (var repeated in props.Routes.GroupBy(route => route.Key, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.WebSocketRoute.At(routes, $"{repeated.Count()} routes have the key '{repeated.Key}'", "give each key once"));
        }

        foreach (var route in props.Routes)
        {
            CheckRoute(route, context.At(PlaceOf(route)), problems);
        }
    }

    // https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-integration-requests.html
    public static void CheckIntegration(ApiIntegration? integration, string where, ProblemList problems)
    {
        if (integration?.Subtype is { } subtype)
        {
            problems.Add(DiagnosticCatalogue.ApiBackendStyle.At(where, $"'{subtype}' is an operation that HTTP APIs know by name", "answer with an integration of type AWS and a URI"));
        }

        if (integration?.Timeout is { } timeout && (timeout < ShortestTimeout || timeout > LongestTimeout))
        {
            problems.Add(DiagnosticCatalogue.WebSocketTimeout.At(where, $"a WebSocket API does not wait for {timeout}", "choose 50 milliseconds to 29 seconds"));
        }
    }

    private static void CheckRoute(WebSocketRoute route, string where, ProblemList problems)
    {
        if (route.Key is not (WebSocketRoute.Connect or WebSocketRoute.Disconnect or WebSocketRoute.Default) && !Key().IsMatch(route.Key))
        {
            problems.Add(DiagnosticCatalogue.WebSocketRoute.At(
                where, $"'{route.Key}' cannot be a route key", "use $connect, $disconnect, $default, or up to 128 letters, digits and ._/-"));
        }

        if (route is { Answers: true, IsMessage: false })
        {
            problems.Add(DiagnosticCatalogue.WebSocketAnswer.At(where, $"{route.Key} brings no message that could be answered", "leave Answers out"));
        }

        if (route.Throttle is { } throttle)
        {
            RestApiRules.CheckThrottle(throttle, where, problems);
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9._/-]{1,128}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Key();
}
