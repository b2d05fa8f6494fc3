using System.Collections.Immutable;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>An HTTP endpoint on the internet that gets each request, and gives the response, as they are.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/setup-http-integrations.html</remarks>
/// <param name="baseUrl">Where it is, such as <c>https://service.example.com</c>. The route's path is added to it.</param>
public sealed class HttpBackend(string baseUrl) : IApiBackend
{
    /// <summary>How long to wait, 50 milliseconds to 29 seconds. Default: API Gateway's.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <inheritdoc/>
    public ApiIntegration Integrate(ApiRouteContext route)
    {
        ArgumentNullException.ThrowIfNull(route);
        if (route.Style == ApiStyle.WebSocket)
        {
            throw new PlanException(DiagnosticCatalogue.ApiBackendStyle.At(
                $"{route}: {nameof(HttpBackend)}", "the messages of a WebSocket API have no path to add to a URL", $"use a {nameof(LambdaBackend)}"));
        }

        if (!baseUrl.StartsWith("https://", StringComparison.Ordinal))
        {
            throw new PlanException(DiagnosticCatalogue.ApiBackendUrl.At(
                $"{route}: {nameof(HttpBackend)}", $"'{baseUrl}' is not reached over TLS", "begin it with https://"));
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
