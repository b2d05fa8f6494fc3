using System.Collections.Immutable;
using Amazon.CDK.AWS.Route53;
using NetworkPatterns.Constructs.Edge.Api.OpenApi;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>What a REST API is to be.</summary>
public sealed record RegionalRestApiProps : IFrontDoorApi
{
    /// <summary>The routes, one or more.</summary>
    public required IReadOnlyList<ApiRoute> Routes { get; init; }

    /// <summary>
    /// An OpenAPI document of the routes, which says what their requests and responses look like: each operation has its route, made by
    /// <see cref="OpenApiDocument.Routes"/> or by hand. Default: the routes say it themselves.
    /// </summary>
    public OpenApiDocument? Document { get; init; }

    /// <summary>Who may call a route that does not say so itself. Default: none, so that each route must.</summary>
    public ApiAuthorizer? DefaultAuthorizer { get; init; }

    /// <summary>How the API knows CloudFront. Default: a WebACL that asks for a secret header.</summary>
    public OriginLock Lock { get; init; } = OriginLock.HeaderGate();

    /// <summary>Whom the resource policy lets in and keeps out, beside what the lock denies. Default: nothing beside it.</summary>
    public IReadOnlyList<ApiPolicyStatement> PolicyStatements { get; init; } = [];

    /// <summary>The name under which it is reached. Default: none, and the name that API Gateway generates answers.</summary>
    public ApiDomain? Domain { get; init; }

    /// <summary>Where clients reach it, unless the lock makes it private. Default: in its Region.</summary>
    public ApiEndpoint Endpoint { get; init; } = ApiEndpoint.Regional;

    /// <summary>A release of the changes to a part of the requests. Default: none, and every request sees the API as it is here.</summary>
    public ApiCanary? Canary { get; init; }

    /// <summary>Certificates by which HTTP backends know the API. Default: none.</summary>
    public ApiClientCertificate? ClientCertificate { get; init; }

    /// <summary>The stage's name: letters, digits, hyphens and underscores. Default: <c>live</c>. A change replaces the stage.</summary>
    public string StageName { get; init; } = "live";

    /// <summary>Variables of the stage: names of letters, digits and underscores, values of letters, digits and <c>-._~:/?#&amp;=,</c>. Default: none.</summary>
    public ImmutableSortedDictionary<string, string> Variables { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Which pages of other origins may call it from browsers. Default: none.</summary>
    public ApiCors? Cors { get; init; }

    /// <summary>What it says of its own errors where that is more than their status and API Gateway's message. Default: nothing more.</summary>
    public IReadOnlyList<ApiGatewayResponse> GatewayResponses { get; init; } = [];

    /// <summary>How many requests it lets in. Default: 500 in a second, 1,000 at once.</summary>
    public ApiThrottle Throttle { get; init; } = new(500, 1000);

    /// <summary>Plans for clients with API keys. Default: none.</summary>
    public IReadOnlyList<ApiUsagePlan> UsagePlans { get; init; } = [];

    /// <summary>
    /// A cache for the routes that say <see cref="ApiRoute.CacheFor"/>, encrypted and paid by the hour: 0.5, 1.6, 6.1, 13.5, 28.4, 58.2, 118 or
    /// 237 gigabytes. Default: none.
    /// </summary>
    /// <remarks>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html</remarks>
    public decimal? CacheGigabytes { get; init; }

    /// <summary>Days for which access logs are kept: a number that CloudWatch Logs offers. Default: 365.</summary>
    public int LogRetentionDays { get; init; } = 365;

    /// <summary>
    /// The account's setting that lets API Gateway write logs, where this app makes it. Default: the account and Region have it already;
    /// without it AWS refuses the stage.
    /// </summary>
    public ApiGatewayAccount? Account { get; init; }

    /// <summary>Content types whose bodies are bytes, such as <c>image/png</c>. Default: none.</summary>
    public IReadOnlyList<string> BinaryMediaTypes { get; init; } = [];

    /// <summary>The size in bytes from which answers are compressed, 0 to 10,485,760. Default: they are not; CloudFront compresses.</summary>
    public int? CompressionFromBytes { get; init; }

    ApiStyle IFrontDoorApi.Style => ApiStyle.Rest;

    IEnumerable<string> IFrontDoorApi.SignedRoutes =>
        Routes.Where(route => RestApiPlan.AuthorizerOf(route, this)?.Kind == ApiAuthorizerKind.Iam).Select(route => $"{route.Method} {route.Path}");
}

/// <summary>The name under which an API is reached, in its own Region.</summary>
/// <param name="DomainName">The custom domain name, such as <c>origin-api.example.com</c>.</param>
/// <param name="CertificateArn">The ARN of a certificate for it in the API's Region.</param>
public sealed record ApiDomain(string DomainName, string CertificateArn)
{
    /// <summary>The zone into which a record that leads to the API is written. Default: none is written.</summary>
    public IHostedZone? Zone { get; init; }

    /// <summary>The first part of the paths that lead to the API under this name, such as <c>api</c>; routes do not have it. Default: none.</summary>
    public string? BasePath { get; init; }

    /// <summary>
    /// The record's name, where it is not the domain name: behind a distribution of the same name, so that the distribution finds the API. Default:
    /// the domain name.
    /// </summary>
    public string? RecordName { get; init; }

    /// <summary>The name with the first part of the paths.</summary>
    internal string FullName => BasePath is null ? DomainName : $"{DomainName}/{BasePath}";
}
