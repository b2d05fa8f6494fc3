using System.Collections.Immutable;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>How servers get the messages of a WebSocket API.</summary>
internal static class WebSocketMessages
{
    /// <summary>Each message posted to a URL, with the connection and the route in headers.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-data-mapping.html</remarks>
    public static ApiIntegration Posted(string url) => new(ApiIntegrationType.HttpProxy)
    {
        Method = "POST",
        Uri = url,
        RequestParameters = ImmutableSortedDictionary<string, string>.Empty
            .Add("integration.request.header.connectionId", "context.connectionId")
            .Add("integration.request.header.routeKey", "context.routeKey"),
    };
}
