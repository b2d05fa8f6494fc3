using System.Collections.Immutable;
using System.Globalization;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>API Gateway answers by itself, always the same.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-mock-integration.html</remarks>
/// <param name="statusCode">The status, 200 to 599. Default: 200.</param>
/// <param name="body">The body, JSON. Default: none.</param>
public sealed class MockBackend(int statusCode = 200, string? body = null) : IApiBackend
{
    /// <inheritdoc/>
    public ApiIntegration Integrate(ApiRouteContext route)
    {
        ArgumentNullException.ThrowIfNull(route);
        if (route.Style == ApiStyle.Http)
        {
            throw new PlanException(DiagnosticCatalogue.ApiBackendStyle.At(
                $"{route}: {nameof(MockBackend)}", "an HTTP API has no answers of its own", "use a REST API, or another backend"));
        }

        return new(ApiIntegrationType.Mock)
        {
            RequestTemplates = Json(string.Create(CultureInfo.InvariantCulture, $$"""{"statusCode":{{statusCode}}}""")),
            Responses = [new(statusCode) { Templates = body is null ? ImmutableSortedDictionary<string, string>.Empty : Json(body) }],
        };
    }

    private static ImmutableSortedDictionary<string, string> Json(string text) =>
        ImmutableSortedDictionary<string, string>.Empty.Add("application/json", text);
}
