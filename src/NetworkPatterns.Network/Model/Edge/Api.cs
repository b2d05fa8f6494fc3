using System.Collections.Immutable;

namespace NetworkPatterns.Network.Model.Edge;

/// <summary>An API of Amazon API Gateway.</summary>
internal sealed record Api(Component Component, ApiKind Kind) : NetworkObject(Component)
{
    /// <summary>Whether it answers under the name that API Gateway generates.</summary>
    public Maybe<bool> HasDefaultEndpoint { get; init; } = true;

    /// <summary>Whether interface endpoints alone lead to it.</summary>
    public Maybe<bool> IsPrivate { get; init; } = false;

    /// <summary>Its resource policy; null for none.</summary>
    public Maybe<AccessPolicy>? Policy { get; init; }

    /// <summary>Whether clients send API keys in a header, and not an authorizer.</summary>
    public Maybe<bool> TakesKeysFromHeader { get; init; } = true;

    /// <summary>Its methods or routes.</summary>
    public ImmutableArray<ApiMethod> Methods { get; init; } = [];

    /// <summary>Why there may be methods that the model does not hold.</summary>
    public ImmutableArray<UnknownValue> MayHaveMoreMethods { get; init; } = [];

    /// <summary>The load balancers that its integrations lead to.</summary>
    public ImmutableArray<Maybe<ComponentId>> LoadBalancers { get; init; } = [];
}

/// <summary>The kinds of APIs.</summary>
internal enum ApiKind
{
    Rest,
    Http,
    WebSocket,
}

/// <summary>A method of a REST API or a route of another one.</summary>
internal sealed record ApiMethod(Component Component) : NetworkObject(Component)
{
    /// <summary>The method and path, where several have one name; else empty.</summary>
    public string Operation { get; init; } = "";

    /// <summary>Whether API Gateway itself answers it, as a preflight request of CORS: nothing behind the API is asked.</summary>
    public bool IsPreflight { get; init; }

    public Maybe<bool> NeedsKey { get; init; } = false;

    /// <summary>Whether clients come in by it: not where it is for messages of a connection that another one let in.</summary>
    public Maybe<bool> LetsIn { get; init; } = true;

    /// <summary>The function that is asked who may call it; null where none is.</summary>
    public RequestAuthorizer? Authorizer { get; init; }
}

/// <summary>A stage of an API.</summary>
internal sealed record ApiStage(Component Component, Maybe<ComponentId> Api, Maybe<string> Name) : NetworkObject(Component)
{
    /// <summary>Whether a text (a name, or the stage's own ID) means this stage; null where that is not known.</summary>
    public bool? Is(EdgeText text) =>
        text.Resource == Id ? true
        : Name.IsKnown && text.Text == Name.Value ? true
        : !Name.IsKnown || text.Doubt is not null ? null
        : false;
}

/// <summary>A custom domain name of API Gateway.</summary>
internal sealed record ApiDomain(Component Component, Maybe<string> Name) : NetworkObject(Component)
{
    /// <summary>Whether clients must show a certificate that its truststore knows.</summary>
    public Maybe<bool> HasMutualTls { get; init; } = false;
}

/// <summary>What leads from a custom domain name to an API.</summary>
/// <param name="Domain">The domain, or its name.</param>
/// <param name="Api">The API.</param>
/// <param name="Stage">The stage; null where the client's path names it.</param>
internal sealed record ApiMapping(Component Component, Maybe<EdgeText> Domain, Maybe<ComponentId> Api, Maybe<EdgeText>? Stage) : NetworkObject(Component)
{
    /// <summary>Why it is not known whether it exists; null when it does.</summary>
    public UnknownValue? Doubt { get; init; }
}

/// <summary>An API key that is good for a stage.</summary>
/// <param name="Component">The key.</param>
/// <param name="Api">The API.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Value">The key itself; null where API Gateway makes it up.</param>
internal sealed record ApiKeyGrant(Component Component, Maybe<ComponentId> Api, Maybe<EdgeText> Stage, Maybe<EdgeText>? Value) : NetworkObject(Component);
