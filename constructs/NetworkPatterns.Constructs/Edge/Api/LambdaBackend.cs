using Amazon.CDK;
using Amazon.CDK.AWS.Lambda;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>A Lambda function that gets each request, and gives the response, as they are.</summary>
/// <remarks>
/// The function sees every header of the request, also the one by which an origin lock knows CloudFront.
/// <para>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html</para>
/// </remarks>
/// <param name="function">The function, or an alias of one; in the API's Region.</param>
public sealed class LambdaBackend(IFunction function) : IApiBackend
{
    private string? _functionArn;
    private string? _uri;

    /// <summary>How long to wait, 50 milliseconds to 29 seconds. Default: API Gateway's.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <inheritdoc/>
    public ApiIntegration Integrate(ApiRouteContext route)
    {
        ArgumentNullException.ThrowIfNull(route);
        _functionArn ??= function.FunctionArn;
        _uri ??= InvocationUri(_functionArn);
        return new(ApiIntegrationType.AwsProxy) { Method = "POST", Uri = _uri, FunctionArn = _functionArn, Timeout = Timeout };
    }

    /// <summary>The URI by which API Gateway invokes a function.</summary>
    internal static string InvocationUri(string functionArn) =>
        $"arn:{Aws.PARTITION}:apigateway:{Aws.REGION}:lambda:path/2015-03-31/functions/{functionArn}/invocations";
}
