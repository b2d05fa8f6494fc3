using System.Collections.Immutable;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>What a REST API says of one kind of its own errors, such as a request over the limits.</summary>
/// <remarks>
/// Every answer has <c>Cache-Control: no-store</c> and the headers of CORS besides.
/// <para>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html</para>
/// </remarks>
/// <param name="Type">The kind of error in API Gateway's words: <c>THROTTLED</c>, <c>UNAUTHORIZED</c>, <c>DEFAULT_4XX</c>.</param>
public sealed record ApiGatewayResponse(string Type)
{
    /// <summary>The kinds of errors.</summary>
    internal static readonly ImmutableSortedSet<string> Types = ImmutableSortedSet.Create(
        StringComparer.Ordinal,
        "ACCESS_DENIED", "API_CONFIGURATION_ERROR", "AUTHORIZER_CONFIGURATION_ERROR", "AUTHORIZER_FAILURE", "BAD_REQUEST_BODY", "BAD_REQUEST_PARAMETERS", "DEFAULT_4XX", "DEFAULT_5XX",
        "EXPIRED_TOKEN", "INTEGRATION_FAILURE", "INTEGRATION_TIMEOUT", "INVALID_API_KEY", "INVALID_SIGNATURE", "MISSING_AUTHENTICATION_TOKEN", "QUOTA_EXCEEDED", "REQUEST_TOO_LARGE",
        "RESOURCE_NOT_FOUND", "THROTTLED", "UNAUTHORIZED", "UNSUPPORTED_MEDIA_TYPE", "WAF_FILTERED");

    /// <summary>The status, 400 to 599. Default: API Gateway's for this kind.</summary>
    public int? StatusCode { get; init; }

    /// <summary>Headers with fixed values, such as <c>Retry-After</c>. Default: none of its own.</summary>
    public ImmutableSortedDictionary<string, string> Headers { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The JSON body, in which variables such as <c>$context.requestId</c> stand for their values. Default: API Gateway's message.</summary>
    public string Body { get; init; } = """{"message":$context.error.messageString}""";
}
