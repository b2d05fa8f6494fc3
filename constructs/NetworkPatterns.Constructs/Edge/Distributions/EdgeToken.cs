using System.Collections.Immutable;

namespace NetworkPatterns.Constructs.Edge.Distributions;

/// <summary>Where <see cref="EdgeFunction.RequireToken"/> looks for a token, and what the token has to say.</summary>
/// <remarks>Source: https://www.rfc-editor.org/rfc/rfc7519</remarks>
public sealed record EdgeToken
{
    /// <summary>A cookie that may have the token where <c>Authorization: Bearer</c> has none, for browsers. Default: none.</summary>
    public string? Cookie { get; init; }

    /// <summary>Who has to have issued the token (<c>iss</c>). Default: anybody who has a key.</summary>
    public string? Issuer { get; init; }

    /// <summary>For whom the token has to be (<c>aud</c>). Default: anybody.</summary>
    public string? Audience { get; init; }

    /// <summary>
    /// Whether requests by which browsers ask for permission (CORS preflight, <c>OPTIONS</c>) need no token: they never have one. Default: no.
    /// </summary>
    public bool LetsPreflightThrough { get; init; }
}

/// <summary>What <see cref="EdgeFunction.Normalize"/> does to a request.</summary>
public sealed record EdgeNormalization
{
    /// <summary>
    /// The languages that the site has, such as <c>en</c> and <c>nl</c>, the first for everybody else: <c>Accept-Language</c> becomes the one
    /// that the client prefers. Default: the header stays as it is.
    /// </summary>
    public ImmutableArray<string> Languages { get; init; } = [];

    /// <summary>Headers that clients must not send, because the origin believes them, such as <c>X-User</c>. Default: none.</summary>
    public ImmutableArray<string> DroppedHeaders { get; init; } = [];

    /// <summary>Query arguments that change no answer, such as <c>utm_*</c>, where <c>*</c> at the end stands for anything. Default: none.</summary>
    public ImmutableArray<string> DroppedArguments { get; init; } = [];
}
