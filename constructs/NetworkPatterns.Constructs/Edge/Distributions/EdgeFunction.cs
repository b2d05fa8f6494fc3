using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace NetworkPatterns.Constructs.Edge.Distributions;

/// <summary>A CloudFront Function that sees each request before the cache does.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-functions.html</remarks>
public sealed class EdgeFunction
{
    private EdgeFunction(string name, string code) => (Name, Code) = (name, code);

    /// <summary>
    /// Shows <c>/index.html</c> for every path whose last part has no dot, so that a single-page application finds its own routes. Unlike error
    /// pages it changes no answer of an API.
    /// </summary>
    public static EdgeFunction SinglePage { get; } = new("SinglePage", """
        function handler(event) {
          var request = event.request;
          if (request.uri.split('/').pop().indexOf('.') < 0) {
            request.uri = '/index.html';
          }
          return request;
        }

        """);

    /// <summary>Sends a request to another origin of the distribution by the value of a cookie; others go to the behaviour's own origin.</summary>
    /// <param name="name">The function's name: a letter, then letters, digits and hyphens; part of its logical ID.</param>
    /// <param name="cookie">The cookie. It must be part of the behaviour's cache key, unless nothing is kept.</param>
    /// <param name="originByValue">The origin's name for each value.</param>
    public static EdgeFunction RouteByCookie(string name, string cookie, IReadOnlyDictionary<string, string> originByValue)
    {
        var routes = originByValue.ToImmutableSortedDictionary(StringComparer.Ordinal);
        return new(name, string.Create(CultureInfo.InvariantCulture, $$"""
            import cf from 'cloudfront';
            var routes = {{JsonSerializer.Serialize(routes)}};
            function handler(event) {
              var cookie = event.request.cookies[{{JsonSerializer.Serialize(cookie)}}];
              if (cookie && Object.prototype.hasOwnProperty.call(routes, cookie.value)) {
                cf.selectRequestOriginById(routes[cookie.value]);
              }
              return event.request;
            }

            """))
        {
            Cookie = cookie,
            Origins = [.. routes.Values.Distinct(StringComparer.Ordinal)],
        };
    }

    /// <summary>
    /// As <see cref="RouteByCookie"/>, but the origin for each value stands in a key-value store that the distribution makes, empty at first:
    /// <c>aws cloudfront-keyvaluestore put-key</c> changes routes without a deployment.
    /// </summary>
    /// <param name="name">The function's name: a letter, then letters, digits and hyphens; part of logical IDs.</param>
    /// <param name="cookie">The cookie. It must be part of the behaviour's cache key, unless nothing is kept.</param>
    /// <param name="origins">The names of the origins that the store may name; another is ignored.</param>
    public static EdgeFunction RouteByStore(string name, string cookie, params IEnumerable<string> origins)
    {
        ImmutableArray<string> names = [.. origins];
        return new(name, string.Create(CultureInfo.InvariantCulture, $$"""
            import cf from 'cloudfront';
            const store = cf.kvs();
            const origins = {{JsonSerializer.Serialize(names)}};
            async function handler(event) {
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
            }

            """))
        {
            Cookie = cookie,
            Origins = names,
            HasStore = true,
        };
    }

    /// <summary>A function of your own, in JavaScript runtime 2.0, for the event <c>viewer-request</c>.</summary>
    /// <param name="name">The function's name: a letter, then letters, digits and hyphens; part of its logical ID.</param>
    /// <param name="code">The code, at most 10 KB, with <c>function handler(event)</c>.</param>
    public static EdgeFunction FromCode(string name, string code) => new(name, code);

    internal string Name { get; }

    internal string Code { get; }

    internal string? Cookie { get; private init; }

    internal ImmutableArray<string> Origins { get; private init; } = [];

    internal bool HasStore { get; private init; }
}
