using System.Collections.Immutable;
using System.Text.Json;

namespace NetworkPatterns.Constructs.Edge.Distributions.Functions;

/// <summary>Steps that choose a path or an origin.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/helper-functions-origin-modification.html</remarks>
internal static class RoutingSteps
{
    public static EdgeFunctionStep SinglePage() => new("""
        var request = event.request;
        if (request.uri.split('/').pop().indexOf('.') < 0) {
          request.uri = '/index.html';
        }
        return request;
        """);

    public static EdgeFunctionStep ByCookie(string cookie, ImmutableSortedDictionary<string, string> routes) => new($$"""
        const routes = {{JsonSerializer.Serialize(routes)}};
        const cookie = event.request.cookies[{{JsonSerializer.Serialize(cookie)}}];
        if (cookie && Object.prototype.hasOwnProperty.call(routes, cookie.value)) {
          cf.selectRequestOriginById(routes[cookie.value]);
        }
        return event.request;
        """)
    {
        Selects = true,
        Cookie = cookie,
        Origins = [.. routes.Values.Distinct(StringComparer.Ordinal)],
    };

    public static EdgeFunctionStep ByStore(string cookie, ImmutableArray<string> origins) => new($$"""
        const origins = {{JsonSerializer.Serialize(origins)}};
        const cookie = event.request.cookies[{{JsonSerializer.Serialize(cookie)}}];
        if (cookie) {
          try {
            const origin = await store.get(cookie.value);
            if (origins.includes(origin)) {
              cf.selectRequestOriginById(origin);
            }
          } catch (error) {
            // The store has no such value.
          }
        }
        return event.request;
        """)
    {
        HasStore = true,
        Selects = true,
        Cookie = cookie,
        Origins = origins,
    };
}
