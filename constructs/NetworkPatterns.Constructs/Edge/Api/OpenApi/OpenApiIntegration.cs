using System.Collections.Immutable;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Edge.Api.OpenApi;

/// <summary>The integration of a method in the words of an OpenAPI document.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-integration.html</remarks>
internal static class OpenApiIntegration
{
    /// <summary>The extension that says what the integration of a method says.</summary>
    public static MapValue From(MapValue method)
    {
        var integration = method["Integration"];
        return Value.Map(
            ("type", Lower(integration.Get("Type"))),
            ("httpMethod", integration.Get("IntegrationHttpMethod")),
            ("uri", integration.Get("Uri")),
            ("connectionType", integration.Get("ConnectionType")),
            ("connectionId", integration.Get("ConnectionId")),
            ("integrationTarget", integration.Get("IntegrationTarget")),
            ("credentials", integration.Get("Credentials")),
            ("timeoutInMillis", integration.Get("TimeoutInMillis")),
            ("passthroughBehavior", Lower(integration.Get("PassthroughBehavior"))),
            ("requestParameters", integration.Get("RequestParameters")),
            ("requestTemplates", integration.Get("RequestTemplates")),
            ("cacheNamespace", integration.Get("CacheNamespace")),
            ("cacheKeyParameters", integration.Get("CacheKeyParameters")),
            ("responses", ResponsesOf(integration.Get("IntegrationResponses").Items())));
    }

    /// <summary>The parameters that a cached route tells callers apart by and its document does not have.</summary>
    public static ImmutableArray<Value> ParametersFor(RestRoutePlan route, Value item, Value operation, MapValue document)
    {
        var known = item.Get("parameters").Items().Concat(operation.Get("parameters").Items())
            .Select(parameter => parameter.Resolved(document))
            .Select(parameter => (parameter.Get("in").Text(), parameter.Get("name").Text()))
            .ToHashSet();
        return
        [
            .. RestMethodBlueprint.CacheKeysOf(route)
                .Select(key => key.Split('.', 4))
                .Select(parts => (In: parts[2] == "querystring" ? "query" : parts[2], Name: parts[3]))
                .Where(parameter => !known.Contains((parameter.In, parameter.Name)))
                .Select(parameter => Value.Map(("name", parameter.Name), ("in", parameter.In), ("required", false), ("schema", Value.Map(("type", "string"))))),
        ];
    }

    private static Value? Lower(Value? text) => text.Text() is { } known ? (Value)known.ToLowerInvariant() : null;

    private static MapValue? ResponsesOf(ImmutableArray<Value> responses) => responses.IsEmpty ? null : Value.Map(responses.Select(response => (
        response.Get("SelectionPattern").Text() ?? "default",
        (Value?)Value.Map(
            ("statusCode", response.Get("StatusCode")),
            ("responseParameters", response.Get("ResponseParameters")),
            ("responseTemplates", response.Get("ResponseTemplates"))))));
}
