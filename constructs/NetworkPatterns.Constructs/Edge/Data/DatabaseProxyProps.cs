using NetworkPatterns.Constructs.Edge.Backends;

namespace NetworkPatterns.Constructs.Edge.Data;

/// <summary>What a <see cref="DatabaseProxy"/> is to be.</summary>
public sealed class DatabaseProxyProps
{
    /// <summary>The database. Its tier accepts its port from <see cref="Tier"/>, and from no other.</summary>
    public required PrivateDatabase Database { get; init; }

    /// <summary>
    /// The tier of the proxy: isolated, over at least two zones. It accepts the engine's default port, which every proxy listens on, from one tier, that of the
    /// services. Default: <c>proxy</c>, as in <see cref="ServiceTiers.WithDatabaseProxy"/>.
    /// </summary>
    public string Tier { get; init; } = ServiceTiers.ProxyTierName;

    /// <summary>How many of 100 connections that the database takes the proxy may use, 1 to 100. Default: 90.</summary>
    public int MaxConnectionsPercent { get; init; } = 90;

    /// <summary>How long a client's idle connection is kept, 1 second to 8 hours. Default: 30 minutes.</summary>
    public TimeSpan IdleClientTimeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Whether clients prove who they are by IAM and need no password. Default: no, they have the secret.</summary>
    public bool RequiresIam { get; init; }
}
