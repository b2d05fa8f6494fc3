using System.Collections.Immutable;

namespace NetworkPatterns.Constructs.Edge.Distributions;

/// <summary>Where a distribution gets what it does not have in its cache.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistS3AndCustomOrigins.html</remarks>
public sealed record EdgeOrigin
{
    private EdgeOrigin(string name, EdgeOriginKind kind) => (Name, Kind) = (name, kind);

    /// <summary>A server that is reached over TLS 1.2 under a name that is on its certificate.</summary>
    /// <param name="name">The origin's name in the distribution: a letter, then letters, digits and hyphens.</param>
    /// <param name="domainName">
    /// The name, a literal: <c>origin-api.example.com</c>. Not the generated name of a load balancer, which no certificate has.
    /// </param>
    /// <param name="headers">Headers that CloudFront adds to requests, such as a secret by dynamic reference. Default: none.</param>
    public static EdgeOrigin Server(string name, string domainName, IReadOnlyDictionary<string, string>? headers = null) => new(name, EdgeOriginKind.Server)
    {
        DomainName = domainName,
        Headers = (headers ?? ImmutableDictionary<string, string>.Empty).ToImmutableSortedDictionary(StringComparer.Ordinal),
    };

    /// <summary>A load balancer or an instance in private subnets, which CloudFront reaches over TLS 1.2 by network interfaces in its VPC.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-vpc-origins.html</remarks>
    /// <param name="name">The origin's name in the distribution: a letter, then letters, digits and hyphens.</param>
    /// <param name="domainName">A name that is on its certificate, a literal: <c>origin-shop.example.com</c>.</param>
    /// <param name="vpcOriginId">
    /// The ID of the VPC origin (<c>vo_</c>...): a token in the same stack, the reference that <see cref="Backends.VpcOrigin"/> and
    /// <see cref="Backends.PrivateAlb"/> give for another stack, or a literal.
    /// </param>
    /// <param name="headers">Headers that CloudFront adds to requests. Default: none.</param>
    public static EdgeOrigin Vpc(string name, string domainName, string vpcOriginId, IReadOnlyDictionary<string, string>? headers = null) => new(name, EdgeOriginKind.Vpc)
    {
        DomainName = domainName,
        VpcOriginId = vpcOriginId,
        Headers = (headers ?? ImmutableDictionary<string, string>.Empty).ToImmutableSortedDictionary(StringComparer.Ordinal),
    };

    /// <summary>A bucket that the distribution makes, which only it can read: for a site's files.</summary>
    /// <param name="name">The origin's name in the distribution: a letter, then letters, digits and hyphens.</param>
    public static EdgeOrigin Bucket(string name) => new(name, EdgeOriginKind.Bucket);

    /// <summary>
    /// An origin, and another that is asked where it answers one of the statuses, or not at all. For reading only: CloudFront asks no
    /// second origin to write.
    /// </summary>
    /// <param name="name">The group's name in the distribution: a letter, then letters, digits and hyphens.</param>
    /// <param name="primary">The name of the origin that is asked first.</param>
    /// <param name="secondary">The name of the other.</param>
    /// <param name="statusCodes">Of 400, 403, 404, 416, 429, 500, 502, 503, 504. Default: 500, 502, 503, 504.</param>
    public static EdgeOrigin Failover(string name, string primary, string secondary, params IEnumerable<int> statusCodes) => new(name, EdgeOriginKind.Failover)
    {
        Members = [primary, secondary],
        StatusCodes = statusCodes.ToImmutableArray() is { IsEmpty: false } given ? given : [500, 502, 503, 504],
    };

    /// <summary>The Region in which one more cache stands before the origin, the nearest to it. Default: none. Costs by the request.</summary>
    public string? ShieldRegion { get; init; }

    /// <summary>How long to wait for an answer of a server, 1 to 120 whole seconds; more than 60 needs a quota. Default: 30 seconds.</summary>
    public TimeSpan ReadTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a connection to a server is kept for the next request, 1 to 120 whole seconds. Default: CloudFront's, 5 seconds.</summary>
    public TimeSpan? KeepaliveTimeout { get; init; }

    /// <summary>The ARN of the client certificate (ACM, us-east-1) that a server asks for. Default: none.</summary>
    public string? ClientCertificateArn { get; init; }

    internal string Name { get; }

    internal EdgeOriginKind Kind { get; }

    internal string? DomainName { get; private init; }

    internal string? VpcOriginId { get; private init; }

    internal ImmutableSortedDictionary<string, string> Headers { get; private init; } = ImmutableSortedDictionary<string, string>.Empty;

    internal ImmutableArray<string> Members { get; private init; } = [];

    internal ImmutableArray<int> StatusCodes { get; private init; } = [];
}

/// <summary>The kinds of origins.</summary>
internal enum EdgeOriginKind
{
    Server,
    Vpc,
    Bucket,
    Failover,
}
