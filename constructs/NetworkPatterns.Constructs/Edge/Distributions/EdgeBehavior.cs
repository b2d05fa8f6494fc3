using System.Collections.Immutable;

namespace NetworkPatterns.Constructs.Edge.Distributions;

/// <summary>What a distribution does with requests for some paths.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html</remarks>
public sealed record EdgeBehavior
{
    /// <summary>The pattern of all paths that no other behaviour takes.</summary>
    public const string Everything = "*";

    private EdgeBehavior(string pathPattern, string originName, EdgeBehaviorKind kind) => (PathPattern, OriginName, Kind) = (pathPattern, originName, kind);

    /// <summary>An API: all methods, nothing kept, everything but <c>Host</c> passed on, over TLS only.</summary>
    /// <param name="pathPattern">The paths, such as <c>/api/*</c>; <see cref="Everything"/> for all others.</param>
    /// <param name="originName">The name of the origin that answers.</param>
    public static EdgeBehavior Api(string pathPattern, string originName) => new(pathPattern, originName, EdgeBehaviorKind.Api);

    /// <summary>Files: read only, kept for as long as they say themselves, compressed; HTTP is redirected to TLS.</summary>
    /// <param name="pathPattern">The paths, such as <c>/static/*</c>; <see cref="Everything"/> for all others.</param>
    /// <param name="originName">The name of the origin that answers.</param>
    public static EdgeBehavior Files(string pathPattern, string originName) => new(pathPattern, originName, EdgeBehaviorKind.Files);

    /// <summary>The paths.</summary>
    public string PathPattern { get; }

    /// <summary>The name of the origin that answers.</summary>
    public string OriginName { get; }

    /// <summary>How answers are kept, and what tells them apart. Default: not at all for an API, AWS's optimized policy for files.</summary>
    public EdgeCache? Cache { get; init; }

    /// <summary>
    /// Whether the origin sees the name that the client asked for, so that signatures of IAM hold; the origin must then answer to that
    /// name. Default: no. For an API.
    /// </summary>
    public bool PassesHost { get; init; }

    /// <summary>
    /// The names of the <see cref="EdgeSigners"/> of whom one must have signed a URL or cookie. Default: none, and everybody may ask.
    /// </summary>
    public ImmutableArray<string> Signers { get; init; } = [];

    /// <summary>What is done to a request before the cache is asked. Default: nothing.</summary>
    public EdgeFunction? Function { get; init; }

    /// <summary>Logs of these requests that arrive within seconds. Default: none.</summary>
    public EdgeRealtimeLogs? RealtimeLogs { get; init; }

    /// <summary>
    /// The ID of a configuration of field-level encryption, by which fields that are sent stay closed to all but one part of the origin. For an
    /// API. CloudFormation makes no such configuration: make it with <c>aws cloudfront create-field-level-encryption-config</c>. Default: none.
    /// </summary>
    public string? FieldLevelEncryptionId { get; init; }

    internal EdgeBehaviorKind Kind { get; }

    internal bool IsDefault => PathPattern == Everything;

    /// <summary>Whether nothing is kept.</summary>
    internal bool IsUncached => Kind == EdgeBehaviorKind.Api ? Cache is null : Cache is { MaxAge.Ticks: 0 };
}

/// <summary>The kinds of behaviours.</summary>
internal enum EdgeBehaviorKind
{
    Api,
    Files,
}

/// <summary>How answers are kept, and what tells them apart; the same goes to the origin.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/controlling-the-cache-key.html</remarks>
/// <param name="Age">For how long, where the answer does not say so.</param>
/// <param name="MaxAge">For how long at most, whatever the answer says.</param>
public sealed record EdgeCache(TimeSpan Age, TimeSpan MaxAge)
{
    /// <summary>Headers that tell answers apart, such as <c>Authorization</c>. Default: none.</summary>
    public ImmutableArray<string> Headers { get; init; } = [];

    /// <summary>Cookies that tell answers apart. Default: none.</summary>
    public ImmutableArray<string> Cookies { get; init; } = [];

    /// <summary>Query arguments that tell answers apart. Default: none.</summary>
    public ImmutableArray<string> QueryArguments { get; init; } = [];

    /// <summary>Whether every query argument tells answers apart. Default: no.</summary>
    public bool HasAllQueryArguments { get; init; }
}

/// <summary>Public keys, with one of whose private keys URLs and cookies are signed.</summary>
/// <remarks>
/// To renew a key: add the new one, deploy, sign with it, then leave the old one out. A key under a new name is a new key; a changed
/// key under its old name is too.
/// <para>Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-trusted-signers.html</para>
/// </remarks>
/// <param name="Name">The group's name: a letter, then letters, digits and hyphens; part of logical IDs.</param>
/// <param name="PublicKeys">1 to 5 RSA or ECDSA public keys as PEM, each with a name of the same form.</param>
public sealed record EdgeSigners(string Name, ImmutableSortedDictionary<string, string> PublicKeys);

/// <summary>The countries in which a distribution answers.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/georestrictions.html</remarks>
public sealed record EdgeCountries
{
    private EdgeCountries(string restriction, ImmutableArray<string> codes, string? reason) => (Restriction, Codes, Reason) = (restriction, codes, reason);

    /// <summary>All countries.</summary>
    /// <param name="reason">Why, in at least ten characters: it is said to cdk-nag in the template.</param>
    public static EdgeCountries All(string reason) => new("none", [], reason);

    /// <summary>These countries only.</summary>
    /// <param name="codes">Codes of two capital letters, such as <c>NL</c>.</param>
    public static EdgeCountries Only(params IEnumerable<string> codes) => new("whitelist", [.. codes], null);

    /// <summary>All countries but these.</summary>
    public static EdgeCountries Except(params IEnumerable<string> codes) => new("blacklist", [.. codes], null);

    internal string Restriction { get; }

    internal ImmutableArray<string> Codes { get; }

    internal string? Reason { get; }
}
