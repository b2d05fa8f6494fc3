using System.Collections.Immutable;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Edge.Waf;

/// <summary>What kind of text an answer's body is.</summary>
public enum WafContentType
{
    /// <summary><c>application/json</c>.</summary>
    Json,

    /// <summary><c>text/html</c>.</summary>
    Html,

    /// <summary><c>text/plain</c>.</summary>
    Text,
}

/// <summary>The answer to a blocked request.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/waf/latest/developerguide/customizing-the-response-for-blocked-requests.html</remarks>
/// <param name="StatusCode">The status, 200 to 599.</param>
public sealed record WafResponse(int StatusCode)
{
    /// <summary>The name of the body: letters, digits, hyphens and underscores. Answers of one name have one body.</summary>
    public string? BodyName { get; init; }

    /// <summary>The body, at most 4,096 bytes. Given together with its name.</summary>
    public string? Body { get; init; }

    /// <summary>What kind of text the body is. Default: JSON.</summary>
    public WafContentType ContentType { get; init; } = WafContentType.Json;

    /// <summary>Headers of the answer; any but <c>Content-Type</c>.</summary>
    public ImmutableSortedDictionary<string, string> ResponseHeaders { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    internal MapValue ToValue() => Value.Map(
        ("ResponseCode", StatusCode),
        ("CustomResponseBodyKey", BodyName is null ? null : (Value)BodyName),
        ("ResponseHeaders", ResponseHeaders.IsEmpty ? null : Headers(ResponseHeaders)));

    internal MapValue ToBody() => Value.Map(
        ("Content", Body!),
        ("ContentType", ContentType switch { WafContentType.Json => "APPLICATION_JSON", WafContentType.Html => "TEXT_HTML", _ => "TEXT_PLAIN" }));

    internal static ListValue Headers(ImmutableSortedDictionary<string, string> headers) =>
        Value.List(headers.Select(header => (Value)Value.Map(("Name", header.Key), ("Value", header.Value))));
}
