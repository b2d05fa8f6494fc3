using System.Collections.Immutable;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>The kinds of integrations.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-integration-types.html</remarks>
public enum ApiIntegrationType
{
    /// <summary>A Lambda function that gets the request and gives the response as they are (<c>AWS_PROXY</c>).</summary>
    AwsProxy,

    /// <summary>A Lambda function or another AWS service, with mapping templates (<c>AWS</c>).</summary>
    Aws,

    /// <summary>An HTTP endpoint that gets the request and gives the response as they are (<c>HTTP_PROXY</c>).</summary>
    HttpProxy,

    /// <summary>An HTTP endpoint, with mapping templates (<c>HTTP</c>).</summary>
    Http,

    /// <summary>API Gateway answers by itself (<c>MOCK</c>).</summary>
    Mock,
}

/// <summary>How a route reaches its backend, in the words of API Gateway. Texts may hold tokens.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-apigateway-method-integration.html</remarks>
/// <param name="Type">The kind of integration.</param>
public sealed record ApiIntegration(ApiIntegrationType Type)
{
    /// <summary>The method that the backend is asked with: POST for Lambda and AWS services. Default: the route's own; for <c>ANY</c> the client's.</summary>
    public string? Method { get; init; }

    /// <summary>Where the backend is: a URL, or an ARN of API Gateway for Lambda and AWS services.</summary>
    public string? Uri { get; init; }

    /// <summary>The ID of the VPC link that leads to the backend. Default: over the internet.</summary>
    public string? VpcLinkId { get; init; }

    /// <summary>The ARN of the load balancer or listener behind a VPC link v2 of a REST API. Default: the VPC link's own target.</summary>
    public string? TargetArn { get; init; }

    /// <summary>The ARN of the role that API Gateway takes on to call an AWS service.</summary>
    public string? RoleArn { get; init; }

    /// <summary>
    /// The ARN of the Lambda function that is called: the API lets itself, this route only, invoke it. Default: no function, or a
    /// role does.
    /// </summary>
    public string? FunctionArn { get; init; }

    /// <summary>How long to wait, 50 milliseconds to 29 seconds. Default: 29 seconds, and 30 for an HTTP API.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>What the backend's request has from the client's: <c>integration.request.path.id</c> from <c>method.request.path.id</c>, or a constant in quotes.</summary>
    public ImmutableSortedDictionary<string, string> RequestParameters { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Mapping templates by content type, for the request.</summary>
    public ImmutableSortedDictionary<string, string> RequestTemplates { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>What becomes of a body that no template fits: <c>NEVER</c>, <c>WHEN_NO_TEMPLATES</c> or <c>WHEN_NO_MATCH</c>. Default: <c>NEVER</c> where there are templates.</summary>
    public string? PassthroughBehavior { get; init; }

    /// <summary>The answers, without a proxy. Each status becomes a response of the method.</summary>
    public ImmutableArray<ApiIntegrationResponse> Responses { get; init; } = [];

    /// <summary>The service and operation of an HTTP API's AWS integration, such as <c>SQS-SendMessage</c>.</summary>
    public string? Subtype { get; init; }

    /// <summary>The format of the event that an HTTP API sends to a function. Default: 2.0.</summary>
    public string? PayloadFormatVersion { get; init; }

    /// <summary>The name on the certificate of what an HTTP API reaches over TLS through a VPC link.</summary>
    public string? ServerName { get; init; }

    /// <summary>
    /// What changes when the backend is replaced although nothing above does, such as the name of a VPC link: a stage of a REST API
    /// keeps asking the old one until a new deployment is made, and this makes one.
    /// </summary>
    public string Fingerprint { get; init; } = "";
}

/// <summary>One of the answers of an integration without a proxy.</summary>
/// <param name="StatusCode">The status that the client gets.</param>
/// <param name="SelectionPattern">A regular expression over the backend's status, or a function's error. Default: this answer is for all that no other takes.</param>
public sealed record ApiIntegrationResponse(int StatusCode, string? SelectionPattern = null)
{
    /// <summary>Mapping templates by content type.</summary>
    public ImmutableSortedDictionary<string, string> Templates { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Headers of the answer by name: <c>integration.response.header.Location</c>, or a constant in quotes.</summary>
    public ImmutableSortedDictionary<string, string> Headers { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
