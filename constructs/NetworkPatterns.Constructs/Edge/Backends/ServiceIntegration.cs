using System.Collections.Immutable;
using Amazon.CDK;
using NetworkPatterns.Constructs.Edge.Api;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Backends;

/// <summary>What integrations with AWS services have in common.</summary>
internal static class ServiceIntegration
{
    private const string Json = "application/json";
    private const int BadRequest = 400;
    private const int BadGateway = 502;

    /// <summary>An integration of a REST API with an action of a service that takes and gives JSON.</summary>
    public static ApiIntegration Action(string service, string action, string roleArn, string requestTemplate, string responseTemplate, string fingerprint, int status = 200) =>
        Rest($"arn:{Aws.PARTITION}:apigateway:{Aws.REGION}:{service}:action/{action}", roleArn, requestTemplate, responseTemplate, fingerprint, status);

    /// <summary>An integration of a REST API with a service.</summary>
    public static ApiIntegration Rest(string uri, string roleArn, string requestTemplate, string responseTemplate, string fingerprint, int status) => new(ApiIntegrationType.Aws)
    {
        Method = "POST",
        Uri = uri,
        RoleArn = roleArn,
        RequestTemplates = Template(requestTemplate),
        Responses =
        [
            new(status) { Templates = Template(responseTemplate) },
            // What the service has to say of its own errors names resources; clients get none of it.
            new(BadRequest, "4\\d{2}") { Templates = Template("""{"message":"Bad request"}""") },
            new(BadGateway, "5\\d{2}") { Templates = Template("""{"message":"Bad gateway"}""") },
        ],
        Fingerprint = fingerprint,
    };

    /// <summary>An integration of an HTTP API with an operation that it knows by name.</summary>
    public static ApiIntegration Http(string subtype, string roleArn, string fingerprint, params (string Name, string Value)[] parameters) => new(ApiIntegrationType.AwsProxy)
    {
        Subtype = subtype,
        RoleArn = roleArn,
        PayloadFormatVersion = "1.0",
        RequestParameters = parameters.ToImmutableSortedDictionary(parameter => parameter.Name, parameter => parameter.Value, StringComparer.Ordinal),
        Fingerprint = fingerprint,
    };

    /// <summary>That a backend does not serve an API of this style.</summary>
    public static PlanException NotFor(ApiRouteContext route, string path, string styles) => new(DiagnosticCatalogue.ApiBackendStyle.At(
        $"{route}: {path}", $"it does not serve {route.Style} APIs", $"use it with {styles}"));

    /// <summary>Text of a request inside a JSON string. Escaping for JavaScript escapes single quotes, which JSON does not allow.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html#util-template-reference</remarks>
    public static string InJson(string expression) => $$"""$util.escapeJavaScript({{expression}}).replaceAll("\\'","'")""";

    private static ImmutableSortedDictionary<string, string> Template(string template) => ImmutableSortedDictionary<string, string>.Empty.Add(Json, template);
}
