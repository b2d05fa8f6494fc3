namespace NetworkPatterns.Constructs.Vpc;

/// <summary>A service that has a gateway endpoint: routes to it that cost nothing and stay on AWS's network.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html</remarks>
public enum GatewayEndpointService
{
    /// <summary>Amazon S3.</summary>
    S3,

    /// <summary>Amazon DynamoDB.</summary>
    DynamoDb,
}
