using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Edge.Api.OpenApi;

/// <summary>The document with which API Gateway makes a REST API: the user's, with what routes and props say as extensions.</summary>
/// <remarks>
/// An import that overwrites takes what it does not find in the document for not wanted, so the lock, the endpoint and the errors stand in it too,
/// and no other resource of the template is part of the API.
/// <para>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions.html</para>
/// </remarks>
internal static class OpenApiBlueprint
{
    /// <summary>The key of the API's metadata that says why operations are open, and to whom.</summary>
    public const string PublicMetadataKey = "NetworkPatterns::PublicOperations";

    private const string Validator = "all";

    /// <summary>The document.</summary>
    public static MapValue BodyOf(RestApiPlan plan, MapValue document, TokenInputs inputs)
    {
        var components = (document["components"] as MapValue ?? MapValue.Empty).Without("securitySchemes");
        var schemes = OpenApiSecurity.SchemesOf(plan, inputs);
        var body = document.Without("servers", "security", "tags")
            .With("info", ((MapValue)document["info"]!).With("title", RestApiBlueprint.NameOf(plan)))
            .With("paths", PathsOf(plan, document, inputs))
            .With($"{OpenApiWords.Extension}request-validators", Value.Map((Validator, Value.Map(("validateRequestBody", true), ("validateRequestParameters", true)))))
            .With($"{OpenApiWords.Extension}request-validator", Validator)
            .With($"{OpenApiWords.Extension}gateway-responses", Value.Map(RestApiBlueprint.GatewayResponsesOf(plan)
                .Select(response => (response.Type, (Value?)Value.Map(("statusCode", response.Status), ("responseParameters", response.Parameters), ("responseTemplates", response.Templates))))));
        components = schemes is null ? components : components.With("securitySchemes", schemes);
        body = components.Entries.IsEmpty ? body.Without("components") : body.With("components", components);
        return WithSettings(body, plan, inputs);
    }

    /// <summary>Why operations are open, for those who read the template, and what cdk-nag does not see.</summary>
    public static MapValue MetadataOf(RestApiPlan plan)
    {
        var open = plan.Routes.Where(route => route.Authorizer.Kind == ApiAuthorizerKind.None).ToList();
        var metadata = open.Count == 0
            ? MapValue.Empty
            : Value.Map((PublicMetadataKey, Value.Map(open.Select(route => ($"{route.Route.Method} {route.Route.Path}", (Value?)route.Authorizer.Reason)))));
        return CdkNag.Suppress("AwsSolutions-APIG2", "The validator of bodies and parameters stands in the API's OpenAPI document, where this rule does not look.", metadata);
    }

    private static MapValue WithSettings(MapValue body, RestApiPlan plan, TokenInputs inputs)
    {
        var props = plan.Props;
        var endpoints = props.Lock.VpcEndpointIds;
        var settings = new (string Key, Value? Value)[]
        {
            ("servers", Value.List(Value.Map(
                ("url", "/"),
                ($"{OpenApiWords.Extension}endpoint-configuration", Value.Map(
                    ("disableExecuteApiEndpoint", props.Domain is not null),
                    ("vpcEndpointIds", endpoints.IsEmpty ? null : Value.List(endpoints.Select((id, index) => inputs.Of($"VpcEndpoint{index}", id))))))))),
            ($"{OpenApiWords.Extension}policy", RestPolicyBlueprint.Of(plan, inputs)),
            ($"{OpenApiWords.Extension}binary-media-types", props.BinaryMediaTypes.Count == 0 ? null : Value.List(props.BinaryMediaTypes.Select(type => (Value)type))),
            ($"{OpenApiWords.Extension}minimum-compression-size", props.CompressionFromBytes is { } bytes ? (Value)bytes : null),
        };
        return settings.Where(setting => setting.Value is not null).Aggregate(body, (result, setting) => result.With(setting.Key, setting.Value!));
    }

    private static MapValue PathsOf(RestApiPlan plan, MapValue document, TokenInputs inputs)
    {
        var routes = plan.Routes.ToDictionary(route => (route.Route.Method, route.Route.Path));
        var preflights = RestCorsBlueprint.MethodsOf(plan).ToDictionary(method => method.Path, method => method.Method, StringComparer.Ordinal);
        return Value.Map(document.Members("paths").Select(path =>
        {
            var item = (path.Value as MapValue ?? MapValue.Empty).Without("servers");
            foreach (var (key, operation) in item.Entries.Where(member => OpenApiWords.IsMethod(member.Key)))
            {
                item = item.With(key, OperationOf(plan, routes[(OpenApiWords.MethodOf(key), path.Key)], item, operation, document, inputs));
            }

            return (path.Key, (Value?)(preflights.TryGetValue(path.Key, out var preflight)
                ? item.With("options", Value.Map(("responses", ResponsesOf(operation: null, preflight)), (OpenApiWords.Integration, OpenApiIntegration.From(preflight))))
                : item.Entries.IsEmpty ? Value.EmptyObject : item));
        }));
    }

    private static MapValue OperationOf(RestApiPlan plan, RestRoutePlan route, MapValue item, Value operation, MapValue document, TokenInputs inputs)
    {
        var method = RestMethodBlueprint.MethodOf(plan, route, inputs);
        var own = (operation as MapValue ?? MapValue.Empty).Without("security", "servers").With("responses", ResponsesOf(operation, method));
        var parameters = OpenApiIntegration.ParametersFor(route, item, operation, document);
        own = parameters.IsEmpty ? own : own.With("parameters", Value.List([.. operation.Get("parameters").Items(), .. parameters]));
        own = OpenApiSecurity.RequirementsOf(plan, route) is { } security ? own.With("security", security) : own;
        return own.With(OpenApiWords.Integration, OpenApiIntegration.From(method));
    }

    // A method has responses by status: others of a document are for readers.
    private static Value ResponsesOf(Value? operation, MapValue method)
    {
        var responses = new MapValue([.. operation.Members("responses").Where(response => response.Key.Length == 3 && response.Key.All(char.IsAsciiDigit))]);
        foreach (var response in method["MethodResponses"].Items())
        {
            var status = response.Get("StatusCode").Text()!;
            var headers = response.Members("ResponseParameters").Select(header => (header.Key[(header.Key.LastIndexOf('.') + 1)..], (Value?)Value.Map(("schema", Value.Map(("type", "string"))))));
            var own = responses[status] as MapValue ?? Value.Map(("description", status));
            var all = Value.Map([.. own.Members("headers").Select(header => (header.Key, (Value?)header.Value)), .. headers.Where(header => own["headers"].Get(header.Item1) is null)]);
            responses = responses.With(status, all.Entries.IsEmpty ? own : own.With("headers", all));
        }

        return responses.Entries.IsEmpty ? Value.EmptyObject : responses;
    }
}
