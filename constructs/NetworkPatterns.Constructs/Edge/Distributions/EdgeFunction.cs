using System.Collections.Immutable;
using NetworkPatterns.Constructs.Edge.Distributions.Functions;

namespace NetworkPatterns.Constructs.Edge.Distributions;

/// <summary>A CloudFront Function that sees each request before the cache does.</summary>
/// <remarks>
/// A behaviour has one: <see cref="Then"/> makes one of several. Functions with data keep it in a key-value store that the distribution
/// makes, empty at first; <c>aws cloudfront-keyvaluestore put-key</c> fills it, and nothing of it stands in a template.
/// <para>Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-functions.html</para>
/// </remarks>
public sealed class EdgeFunction
{
    private EdgeFunction(string name, ImmutableArray<EdgeFunctionStep> steps) => (Name, Steps, Code) = (name, steps, EdgeFunctionStep.CodeOf(steps));

    /// <summary>
    /// Shows <c>/index.html</c> for every path whose last part has no dot, so that a single-page application finds its own routes. Unlike error
    /// pages it changes no answer of an API.
    /// </summary>
    public static EdgeFunction SinglePage { get; } = Of("SinglePage", RoutingSteps.SinglePage());

    /// <summary>Sends a request to another origin of the distribution by the value of a cookie; others go to the behaviour's own origin.</summary>
    /// <param name="name">The function's name: a letter, then letters, digits and hyphens; part of its logical ID.</param>
    /// <param name="cookie">The cookie. It must be part of the behaviour's cache key, unless nothing is kept.</param>
    /// <param name="originByValue">The origin's name for each value.</param>
    public static EdgeFunction RouteByCookie(string name, string cookie, IReadOnlyDictionary<string, string> originByValue) =>
        Of(name, RoutingSteps.ByCookie(cookie, originByValue.ToImmutableSortedDictionary(StringComparer.Ordinal)));

    /// <summary>
    /// As <see cref="RouteByCookie"/>, but the origin for each value stands in the key-value store: <c>put-key</c> changes routes without a
    /// deployment.
    /// </summary>
    /// <param name="name">The function's name: a letter, then letters, digits and hyphens; part of logical IDs.</param>
    /// <param name="cookie">The cookie. It must be part of the behaviour's cache key, unless nothing is kept.</param>
    /// <param name="origins">The names of the origins that the store may name; another is ignored.</param>
    public static EdgeFunction RouteByStore(string name, string cookie, params IEnumerable<string> origins) => Of(name, RoutingSteps.ByStore(cookie, [.. origins]));

    /// <summary>
    /// Answers 401 unless a request has a JSON Web Token that is signed by HMAC with SHA-256 (HS256), names its key (<c>kid</c>) and has not
    /// expired (<c>exp</c>). The key stands in the key-value store under <c>token/</c> and the key's name: two names are there while a key is
    /// renewed, and a token of a key that is taken out ends at once.
    /// </summary>
    /// <remarks>Source: https://www.rfc-editor.org/rfc/rfc8725</remarks>
    /// <param name="name">The function's name: a letter, then letters, digits and hyphens; part of logical IDs.</param>
    /// <param name="token">Where the token is and what it has to say. Default: in <c>Authorization</c>, of any issuer and for any audience.</param>
    public static EdgeFunction RequireToken(string name, EdgeToken? token = null) => Of(name, AuthenticationSteps.Token(token ?? new()));

    /// <summary>
    /// Answers 401 unless a request has a user's name and password (HTTP Basic), for what is not meant for the public yet. The key-value store
    /// has under <c>user/</c> and the user's name the SHA-256 of <c>name:password</c> in hexadecimal; choose long random passwords.
    /// </summary>
    /// <param name="name">The function's name: a letter, then letters, digits and hyphens; part of logical IDs.</param>
    /// <param name="realm">What browsers say the password is for: letters, digits, spaces and hyphens. Default: Restricted.</param>
    public static EdgeFunction RequirePassword(string name, string realm = "Restricted") => Of(name, AuthenticationSteps.Password(realm));

    /// <summary>Makes requests that mean the same look the same, so that the cache answers more of them, and drops what clients must not send.</summary>
    /// <param name="name">The function's name: a letter, then letters, digits and hyphens; part of its logical ID.</param>
    /// <param name="normalization">What is done.</param>
    public static EdgeFunction Normalize(string name, EdgeNormalization normalization) => Of(name, NormalizationStep.Of(normalization));

    /// <summary>A function of your own, in JavaScript runtime 2.0, for the event <c>viewer-request</c>.</summary>
    /// <param name="name">The function's name: a letter, then letters, digits and hyphens; part of its logical ID.</param>
    /// <param name="code">The code, at most 10 KB, with <c>function handler(event)</c>.</param>
    public static EdgeFunction FromCode(string name, string code) => Of(name, EdgeFunctionStep.Own(code));

    /// <summary>
    /// This function, and then another for the requests that it lets through. The new function has this one's name and one key-value store for
    /// both. Not for <see cref="FromCode"/>.
    /// </summary>
    /// <param name="next">What is done to a request that this one did not answer.</param>
    public EdgeFunction Then(EdgeFunction next)
    {
        ArgumentNullException.ThrowIfNull(next);
        return new(Name, [.. Steps, .. next.Steps]);
    }

    internal string Name { get; }

    internal string Code { get; }

    internal ImmutableArray<EdgeFunctionStep> Steps { get; }

    internal IEnumerable<string> Cookies => Steps.Select(step => step.Cookie).OfType<string>();

    internal IEnumerable<string> Origins => Steps.SelectMany(step => step.Origins).Distinct(StringComparer.Ordinal);

    internal bool HasStore => Steps.Any(step => step.HasStore);

    private static EdgeFunction Of(string name, EdgeFunctionStep step) => new(name, [step]);
}
