using System.Collections.Immutable;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>An HTTP endpoint on the internet that gets each request, and gives the response, as they are.</summary>
/// <remarks>
/// Messages of a WebSocket API are posted to the URL itself, with the headers <c>connectionId</c> and <c>routeKey</c>.
/// <para>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/setup-http-integrations.html</para>
/// </remarks>
/// <param name="baseUrl">Where it is, such as <c>https://service.example.com</c>. The path of a REST or HTTP API's route is added to it.</param>
public sealed class HttpBackend(string baseUrl) : IApiBackend
{
    /// <summary>How long to wait, 50 milliseconds to 29 seconds. Default: API Gateway's.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <inheritdoc/>
    public ApiIntegration Integrate(ApiRouteContext route)
    {
        ArgumentNullException.ThrowIfNull(route);
        if (!baseUrl.StartsWith("https://", StringComparison.Ordinal))
        {
            throw new PlanException(DiagnosticCatalogue.ApiBackendUrl.At(
                $"{route}: {nameof(HttpBackend)}", $"'{baseUrl}' is not reached over TLS", "begin it with https://"));
        }

        if (route.Style == ApiStyle.WebSocket)
        {
            return WebSocketMessages.Posted(baseUrl) with { Timeout = Timeout };
        }

        return new(ApiIntegrationType.HttpProxy)
        {
            Method = route.Method,
            Uri = baseUrl.TrimEnd('/') + route.Path.Replace("+}", "}", StringComparison.Ordinal),
            Timeout = Timeout,
            RequestParameters = route.Style == ApiStyle.Http
                ? ImmutableSortedDictionary<string, string>.Empty
                : route.PathParameters.ToImmutableSortedDictionary(name => $"integration.request.path.{name}", name => $"method.request.path.{name}", StringComparer.Ordinal),
        };
    }
}
