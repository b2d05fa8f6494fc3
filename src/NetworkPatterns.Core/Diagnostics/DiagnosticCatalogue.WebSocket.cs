namespace NetworkPatterns.Core.Diagnostics;

/// <content>WebSocket APIs, and the lock that is a function.</content>
public static partial class DiagnosticCatalogue
{
    /// <summary>A route key that API Gateway would refuse, one twice, or no route that takes messages.</summary>
    public static Diagnostic WebSocketRoute => new("NP1780", "route of a WebSocket API");

    /// <summary>An authorizer that cannot say who may connect.</summary>
    public static Diagnostic WebSocketAuthorizer => new("NP1781", "authorizer of connections");

    /// <summary>A lock that WebSocket APIs do not have.</summary>
    public static Diagnostic WebSocketLock => new("NP1782", "lock that WebSocket APIs do not have");

    /// <summary>An expression that selects no route.</summary>
    public static Diagnostic RouteSelection => new("NP1783", "route selection expression");

    /// <summary>An answer that no client would get.</summary>
    public static Diagnostic WebSocketAnswer => new("NP1784", "answer that nobody gets");

    /// <summary>A time for which a WebSocket API does not wait.</summary>
    public static Diagnostic WebSocketTimeout => new("NP1785", "timeout of a WebSocket API");

    /// <summary>An authorizer beside the one of the lock.</summary>
    public static Diagnostic GateAndAuthorizer => new("NP1786", "authorizer beside the lock's");
}
