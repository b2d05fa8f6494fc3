using System.Collections.Immutable;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>A method on a path of an API, and what answers it.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-method-settings.html</remarks>
/// <param name="method">The HTTP method in capitals, or <c>ANY</c>.</param>
/// <param name="path">The path: <c>/</c>, <c>/orders/{id}</c>; <c>{name+}</c> as its last part takes all that follows; <see cref="CatchAll"/> with
/// <c>ANY</c> takes what no other route of an HTTP API does.</param>
/// <param name="backend">What answers.</param>
public sealed class ApiRoute(string method, string path, IApiBackend backend)
{
    /// <summary>In the place of a path: the route <c>$default</c> of an HTTP API, for requests of any method and path that no other route takes.</summary>
    public const string CatchAll = "$default";

    /// <summary>The method.</summary>
    public string Method { get; } = method;

    /// <summary>The path.</summary>
    public string Path { get; } = path;

    /// <summary>What answers.</summary>
    public IApiBackend Backend { get; } = backend;

    /// <summary>Who may call it. Default: what the API says of all its routes.</summary>
    public ApiAuthorizer? Authorizer { get; init; }

    /// <summary>OAuth scopes, one of which the caller's token must have. For Cognito and JSON web tokens. Default: a token without scopes.</summary>
    public ImmutableArray<string> Scopes { get; init; } = [];

    /// <summary>Whether the caller must send an API key of a usage plan in <c>x-api-key</c>. Default: no.</summary>
    public bool NeedsApiKey { get; init; }

    /// <summary>
    /// Parameters and whether they are required: <c>querystring.limit</c>, <c>header.X-Tenant</c>. Requests without a required one
    /// are answered 400. Those of the path are required by themselves. Default: none.
    /// </summary>
    public ImmutableSortedDictionary<string, bool> Parameters { get; init; } = ImmutableSortedDictionary<string, bool>.Empty;

    /// <summary>What a JSON body must look like. Default: anything.</summary>
    public ApiModel? Body { get; init; }

    /// <summary>How many requests of this route are let in. Default: as for the whole stage.</summary>
    public ApiThrottle? Throttle { get; init; }

    /// <summary>For how long answers are kept in the API's cache, 1 second to 1 hour; only for GET, and where the API has a cache. Default: they are not.</summary>
    public TimeSpan? CacheFor { get; init; }
}

/// <summary>How many requests are let in.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html</remarks>
/// <param name="RequestsPerSecond">The steady rate.</param>
/// <param name="Burst">How many may come at once.</param>
public sealed record ApiThrottle(int RequestsPerSecond, int Burst);

/// <summary>What a JSON body must look like.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/models-mappings-models.html</remarks>
/// <param name="Name">The model's name: letters and digits. Routes that share a name share the model.</param>
/// <param name="JsonSchema">A JSON schema, draft 4, as text.</param>
public sealed record ApiModel(string Name, string JsonSchema);

/// <summary>Which web pages of other origins a browser lets call the API.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html</remarks>
/// <param name="AllowedOrigins">Origins such as <c>https://www.example.com</c>; <c>*</c> alone for all.</param>
public sealed record ApiCors(ImmutableArray<string> AllowedOrigins)
{
    /// <summary>The headers that pages may send. Default: <c>authorization</c>, <c>content-type</c>, <c>x-api-key</c>.</summary>
    public ImmutableArray<string> AllowedHeaders { get; init; } = ["authorization", "content-type", "x-api-key"];

    /// <summary>Whether pages may send cookies. Not together with <c>*</c>. Default: no.</summary>
    public bool AllowsCredentials { get; init; }

    /// <summary>For how long browsers remember the answer, up to 24 hours. Default: one hour.</summary>
    public TimeSpan MaxAge { get; init; } = TimeSpan.FromHours(1);

    internal bool AllowsEverybody => AllowedOrigins.Contains("*", StringComparer.Ordinal);
}

/// <summary>A plan under which clients with API keys call the API.</summary>
/// <remarks>
/// A key tells clients apart; it does not prove who they are. CloudFormation makes the values of the keys.
/// <para>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html</para>
/// </remarks>
/// <param name="Name">The plan's name: a letter, then letters, digits and hyphens; part of logical IDs.</param>
/// <param name="Throttle">How many requests each key may send.</param>
/// <param name="QuotaPerDay">How many requests each key may send in a day.</param>
/// <param name="Clients">The names of its clients: each gets a key.</param>
public sealed record ApiUsagePlan(string Name, ApiThrottle Throttle, int QuotaPerDay, ImmutableArray<string> Clients);
