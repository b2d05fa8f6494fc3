namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>A route of a WebSocket API, and what gets its messages.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-develop-routes.html</remarks>
/// <param name="key">
/// What the route selection expression finds in a message, up to 128 letters, digits and <c>._/-</c>; or <see cref="Connect"/>,
/// <see cref="Disconnect"/>, <see cref="Default"/>.
/// </param>
/// <param name="backend">What gets the messages.</param>
public sealed class WebSocketRoute(string key, IApiBackend backend)
{
    /// <summary>The route that is asked when a client connects: an answer other than 2xx refuses the connection.</summary>
    public const string Connect = "$connect";

    /// <summary>The route that is told when a connection has ended. API Gateway tries, and promises nothing.</summary>
    public const string Disconnect = "$disconnect";

    /// <summary>The route of messages that no other route takes.</summary>
    public const string Default = "$default";

    /// <summary>The route key.</summary>
    public string Key { get; } = key;

    /// <summary>What gets the messages.</summary>
    public IApiBackend Backend { get; } = backend;

    /// <summary>
    /// Whether what the backend answers goes back to the client. Not for <see cref="Connect"/> and <see cref="Disconnect"/>. Default: no; the backend may
    /// write to the connection at any time, see <see cref="RegionalWebSocketApi.GrantManageConnections"/>.
    /// </summary>
    public bool Answers { get; init; }

    /// <summary>How many messages of this route are let in. Default: as for the whole stage.</summary>
    public ApiThrottle? Throttle { get; init; }

    internal bool IsMessage => Key is not (Connect or Disconnect);
}
