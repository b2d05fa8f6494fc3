using System.Collections.Immutable;
using NetworkPatterns.Core.Guarantees;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>One of the two secrets of a lock: one is in use, the other can be renewed.</summary>
public enum OriginSecret
{
    /// <summary>The first.</summary>
    Blue,

    /// <summary>The second.</summary>
    Green,
}

/// <summary>How an API knows that a request came through its own CloudFront distribution.</summary>
/// <remarks>
/// Not calling the API by its generated name is no lock: its custom domain answers anybody who knows it, and CloudFront's addresses are
/// those of every customer's distributions. The secrets of the gates can be read by whoever may read the distribution in the
/// account: they lock out the internet, not the account's administrators.
/// <para>Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/add-origin-custom-headers.html</para>
/// </remarks>
public sealed class OriginLock
{
    /// <summary>The header that CloudFront adds.</summary>
    public const string HeaderName = OriginGateCode.HeaderName;

    private OriginLock(OriginLockKind kind) => Kind = kind;

    /// <summary>No lock: whoever reaches the API may call it. For an API without CloudFront in front of it.</summary>
    public static OriginLock None { get; } = new(OriginLockKind.None);

    /// <summary>
    /// A WebACL on the stage that blocks every request without the secret header. Both secrets are accepted; CloudFront sends one. To
    /// renew them without a gap: raise the idle one's generation and deploy the API's stack, change <paramref name="active"/> and deploy
    /// the distribution's stack; the other one next time.
    /// </summary>
    /// <param name="active">The secret that CloudFront sends. Default: blue.</param>
    /// <param name="blueGeneration">Raised by one, it makes a new blue secret. Default: 1.</param>
    /// <param name="greenGeneration">Raised by one, it makes a new green secret. Default: 1.</param>
    public static OriginLock HeaderGate(OriginSecret active = OriginSecret.Blue, int blueGeneration = 1, int greenGeneration = 1) =>
        new(OriginLockKind.HeaderGate) { Active = active, Generations = [blueGeneration, greenGeneration] };

    /// <summary>
    /// A resource policy that denies every request whose <c>Referer</c> is neither secret. Costs nothing, but the API's policy shows the secrets
    /// in the console, and nothing counts what it refuses. Renewed like <see cref="HeaderGate"/>.
    /// </summary>
    public static OriginLock PolicyGate(OriginSecret active = OriginSecret.Blue, int blueGeneration = 1, int greenGeneration = 1) =>
        new(OriginLockKind.PolicyGate) { Active = active, Generations = [blueGeneration, greenGeneration] };

    /// <summary>
    /// API keys with the secrets as their values, which every method but OPTIONS asks for and CloudFront sends as <c>x-api-key</c>: cheap, but
    /// clients can have no keys of their own, and preflight requests are not locked. Renewed like <see cref="HeaderGate"/>.
    /// </summary>
    public static OriginLock KeyGate(OriginSecret active = OriginSecret.Blue, int blueGeneration = 1, int greenGeneration = 1) =>
        new(OriginLockKind.KeyGate) { Active = active, Generations = [blueGeneration, greenGeneration] };

    /// <summary>
    /// A function that API Gateway asks before every request of an HTTP API, and before every connection to a WebSocket API, whether the secret
    /// header is one of the secrets. It is each route's only authorizer: who the caller is, backends find out themselves. Renewed like
    /// <see cref="HeaderGate"/>; an HTTP API remembers answers for five minutes.
    /// </summary>
    /// <param name="active">The secret that CloudFront sends. Default: blue.</param>
    /// <param name="blueGeneration">Raised by one, it makes a new blue secret. Default: 1.</param>
    /// <param name="greenGeneration">Raised by one, it makes a new green secret. Default: 1.</param>
    public static OriginLock LambdaGate(OriginSecret active = OriginSecret.Blue, int blueGeneration = 1, int greenGeneration = 1) =>
        new(OriginLockKind.LambdaGate) { Active = active, Generations = [blueGeneration, greenGeneration] };

    /// <summary>Mutual TLS: CloudFront shows a client certificate that the API's custom domain asks for. The strongest.</summary>
    /// <param name="truststoreUri">
    /// The <c>s3://</c> address of the certificates that the API trusts; the object must exist before deployment. It must hold an authority that
    /// issues your client certificate only: a public one would admit other people's distributions.
    /// </param>
    /// <param name="clientCertificateArn">The ARN of the client certificate in ACM in us-east-1.</param>
    public static OriginLock OriginMtls(string truststoreUri, string clientCertificateArn) =>
        new(OriginLockKind.OriginMtls) { TruststoreUri = truststoreUri, ClientCertificateArn = clientCertificateArn };

    /// <summary>A private API: reached through these interface endpoints for <c>execute-api</c> only, and not by CloudFront directly.</summary>
    /// <param name="vpcEndpointIds">The IDs of the endpoints.</param>
    public static OriginLock Private(params IEnumerable<string> vpcEndpointIds) => new(OriginLockKind.Private) { VpcEndpointIds = [.. vpcEndpointIds] };

    internal OriginLockKind Kind { get; }

    internal OriginSecret Active { get; private init; }

    internal ImmutableArray<int> Generations { get; private init; } = [];

    internal string? TruststoreUri { get; private init; }

    internal string? ClientCertificateArn { get; private init; }

    internal ImmutableArray<string> VpcEndpointIds { get; private init; } = [];

    /// <summary>The Regions whose stacks read the secrets besides the one that makes them and the distribution's.</summary>
    internal ImmutableArray<string> ReaderRegions { get; private init; } = [];

    /// <summary>The names of the secrets where a stack of another Region makes them.</summary>
    internal ImmutableArray<string>? Shared { get; private init; }

    /// <summary>The same lock, whose secrets stacks of other Regions read as well.</summary>
    internal OriginLock ReadIn(IEnumerable<string> regions) => Copy(readers: [.. regions]);

    /// <summary>The same lock with the secrets that another stack makes.</summary>
    internal OriginLock Sharing(ImmutableArray<string> names) => Copy(shared: names);

    private OriginLock Copy(ImmutableArray<string>? readers = null, ImmutableArray<string>? shared = null) => new(Kind)
    {
        Active = Active,
        Generations = Generations,
        TruststoreUri = TruststoreUri,
        ClientCertificateArn = ClientCertificateArn,
        VpcEndpointIds = VpcEndpointIds,
        ReaderRegions = readers ?? ReaderRegions,
        Shared = shared ?? Shared,
    };

    /// <summary>Whether it has two secrets.</summary>
    internal bool HasSecrets => Kind is OriginLockKind.HeaderGate or OriginLockKind.PolicyGate or OriginLockKind.KeyGate or OriginLockKind.LambdaGate;

    /// <summary>The header in which CloudFront sends the secret.</summary>
    internal string SecretHeader => Kind switch
    {
        OriginLockKind.PolicyGate => "Referer",
        OriginLockKind.KeyGate => "x-api-key",
        _ => HeaderName,
    };
}

/// <summary>The kinds of locks.</summary>
internal enum OriginLockKind
{
    None,
    HeaderGate,
    PolicyGate,
    KeyGate,
    LambdaGate,
    OriginMtls,
    Private,
}
