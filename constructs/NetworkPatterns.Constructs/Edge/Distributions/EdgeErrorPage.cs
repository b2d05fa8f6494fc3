namespace NetworkPatterns.Constructs.Edge.Distributions;

/// <summary>What a distribution shows where an origin answers with an error, and for how long it remembers the error.</summary>
/// <remarks>
/// Pages replace the answers of every behaviour, also what an API says to its callers: they are refused beside an
/// <see cref="EdgeBehavior.Api"/>. A single-page application needs none: see <see cref="EdgeFunction.SinglePage"/>.
/// <para>Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/GeneratingCustomErrorResponses.html</para>
/// </remarks>
/// <param name="StatusCode">The origin's status: 400, 403, 404, 405, 414, 416, 500, 501, 502, 503 or 504.</param>
public sealed record EdgeErrorPage(int StatusCode)
{
    /// <summary>The path of the page, such as <c>/errors/404.html</c>; a behaviour has to have it. Default: the origin's own.</summary>
    public string? PagePath { get; init; }

    /// <summary>The status that clients get with the page: 200, or one that <see cref="StatusCode"/> may be. Default: the origin's.</summary>
    public int? ShownStatusCode { get; init; }

    /// <summary>For how long the origin is not asked again, whole seconds from 0 on. Default: 10 seconds.</summary>
    public TimeSpan RememberedFor { get; init; } = TimeSpan.FromSeconds(10);
}
