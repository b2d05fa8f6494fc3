namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>Where clients of a REST API reach it.</summary>
/// <remarks>
/// A private API is one of <see cref="OriginLock.Private"/>.
/// <para>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-endpoint-types.html</para>
/// </remarks>
public enum ApiEndpoint
{
    /// <summary>In its Region. Behind a distribution of your own, and for clients of the same Region.</summary>
    Regional,

    /// <summary>
    /// At the edge, through a distribution of API Gateway's own, which has no rules or logs of yours: for an API that stands alone
    /// (<see cref="OriginLock.None"/>), never behind CloudFront. The certificate of its domain is in us-east-1.
    /// </summary>
    EdgeOptimized,
}
