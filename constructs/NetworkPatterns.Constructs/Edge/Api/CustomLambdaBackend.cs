using System.Collections.Immutable;
using Amazon.CDK.AWS.Lambda;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>A Lambda function that gets what mapping templates make of a request, and whose result mapping templates make a response of. For REST APIs.</summary>
/// <remarks>
/// The function sees only what the templates give it: no header, and so no secret of a lock, that they do not name.
/// <para>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-custom-integrations.html</para>
/// </remarks>
/// <param name="function">The function, or an alias of one; in the API's Region.</param>
/// <param name="requestTemplates">Mapping templates by content type; a body of another type is answered 415.</param>
public sealed class CustomLambdaBackend(IFunction function, ImmutableSortedDictionary<string, string> requestTemplates) : IApiBackend
{
    private string? _functionArn;

    /// <summary>
    /// The answers: one without a pattern, and one for each kind of error, whose pattern is a regular expression over the error's message. Default: 200 with the
    /// function's result.
    /// </summary>
    public ImmutableArray<ApiIntegrationResponse> Responses { get; init; } = [new(200)];

    /// <summary>How long to wait, 50 milliseconds to 29 seconds. Default: API Gateway's.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <inheritdoc/>
    public ApiIntegration Integrate(ApiRouteContext route)
    {
        ArgumentNullException.ThrowIfNull(route);
        if (route.Style != ApiStyle.Rest)
        {
            throw new PlanException(DiagnosticCatalogue.ApiBackendStyle.At(
                $"{route}: {nameof(CustomLambdaBackend)}", "only a REST API has mapping templates", $"use a {nameof(LambdaBackend)}"));
        }

        _functionArn ??= function.FunctionArn;
        return new(ApiIntegrationType.Aws)
        {
            Method = "POST",
            Uri = LambdaBackend.InvocationUri(_functionArn),
            FunctionArn = _functionArn,
            RequestTemplates = requestTemplates,
            Responses = Responses,
            Timeout = Timeout,
        };
    }
}
