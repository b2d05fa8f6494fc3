using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>A route of a WebSocket API, its integration, what becomes of answers, and the permission to invoke its function.</summary>
/// <remarks>
/// Templates have no content type here: an expression selects one, and <c>\$default</c> is the constant that selects the only one.
/// <para>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-selection-expressions.html</para>
/// </remarks>
internal static class WebSocketRouteBlueprint
{
    private const string Only = "$default";
    private const string SelectOnly = @"\$default";

    /// <summary>Adds the route.</summary>
    /// <returns>The ids of what a deployment shows.</returns>
    public static IEnumerable<string> AddTo(BlueprintBuilder builder, WebSocketApiPlan plan, WebSocketRoutePlan route, TokenInputs inputs)
    {
        var (routeId, integrationId) = ($"Route{route.Name}", $"Integration{route.Name}");
        List<string> ids = [routeId, integrationId];
        builder
            .Add(integrationId, "AWS::ApiGatewayV2::Integration", IntegrationOf(route, inputs))
            .Add(new(routeId, "AWS::ApiGatewayV2::Route", Value.Map(
            [
                ("ApiId", Value.Ref(ApiV2Parts.ApiId)),
                ("RouteKey", route.Route.Key),
                .. AccessOf(plan, route),
                ("RouteResponseSelectionExpression", route.HasResponse ? (Value)Only : null),
                ("Target", Value.Sub("integrations/${Integration}", ("Integration", Value.Ref(integrationId)))),
            ]))
            {
                Metadata = NagOf(plan, route),
            });
        if (route.HasResponse)
        {
            builder.Add($"Answer{route.Name}", "AWS::ApiGatewayV2::RouteResponse",
                ("ApiId", Value.Ref(ApiV2Parts.ApiId)), ("RouteId", Value.Ref(routeId)), ("RouteResponseKey", Only));
            ids.Add($"Answer{route.Name}");
            ids.AddRange(AddResponses(builder, route, integrationId, inputs));
        }

        AddPermission(builder, plan, route, inputs);
        return ids;
    }

    private static (string, Value?)[] AccessOf(WebSocketApiPlan plan, WebSocketRoutePlan route) => route.Route.Key == WebSocketRoute.Connect
        ?
        [
            ("AuthorizationType", plan.Authorizer.AuthorizationType),
            ("AuthorizerId", plan.Authorizer.IsResource ? Value.Ref(RestAuthorizerBlueprint.IdOf(plan.Authorizer)) : null),
        ]
        : [("AuthorizationType", "NONE")];

    private static MapValue NagOf(WebSocketApiPlan plan, WebSocketRoutePlan route) => (route.Route.Key, plan.Authorizer.Kind) switch
    {
        (WebSocketRoute.Connect, ApiAuthorizerKind.None) => CdkNag.Suppress("AwsSolutions-APIG4", plan.Authorizer.Reason),
        (WebSocketRoute.Connect, _) => MapValue.Empty,
        _ => CdkNag.Suppress("AwsSolutions-APIG4", "Who may send messages is decided when the connection is made: no other route than $connect has an authorizer."),
    };

    private static (string, Value?)[] IntegrationOf(WebSocketRoutePlan route, TokenInputs inputs)
    {
        var integration = route.Integration;
        var name = route.Name;
        return
        [
            ("ApiId", Value.Ref(ApiV2Parts.ApiId)),
            ("IntegrationType", integration.Type switch
            {
                ApiIntegrationType.AwsProxy => "AWS_PROXY",
                ApiIntegrationType.Aws => "AWS",
                ApiIntegrationType.HttpProxy => "HTTP_PROXY",
                ApiIntegrationType.Http => "HTTP",
                _ => "MOCK",
            }),
            ("IntegrationMethod", integration.Type == ApiIntegrationType.Mock ? null : (Value)(integration.Method ?? "POST")),
            ("IntegrationUri", integration.Uri is { } uri ? inputs.Of($"{name}Uri", uri) : null),
            ("ConnectionType", integration.VpcLinkId is null ? null : (Value)"VPC_LINK"),
            ("ConnectionId", integration.VpcLinkId is { } link ? inputs.Of($"{name}VpcLink", link) : null),
            ("CredentialsArn", integration.RoleArn is { } role ? inputs.Of($"{name}Role", role) : null),
            ("RequestParameters", integration.RequestParameters.IsEmpty
                ? null
                : Value.Map(integration.RequestParameters.Select((parameter, index) => (parameter.Key, (Value?)inputs.Of($"{name}Parameter{index}", parameter.Value))))),
            ("RequestTemplates", TemplateOf(integration.RequestTemplates, $"{name}Template", inputs)),
            ("TemplateSelectionExpression", integration.RequestTemplates.IsEmpty ? null : (Value)SelectOnly),
            ("PassthroughBehavior", integration.PassthroughBehavior ?? (integration.RequestTemplates.IsEmpty ? null : (Value)"NEVER")),
            ("TimeoutInMillis", integration.Timeout is { } timeout ? (Value)(int)timeout.TotalMilliseconds : null),
        ];
    }

    private static IEnumerable<string> AddResponses(BlueprintBuilder builder, WebSocketRoutePlan route, string integrationId, TokenInputs inputs)
    {
        foreach (var (response, index) in route.Integration.Responses.Select((response, index) => (response, index)))
        {
            var id = $"Response{route.Name}{(response.SelectionPattern is { } pattern ? UniqueName.Digest(pattern)[..6] : "")}";
            builder.Add(id, "AWS::ApiGatewayV2::IntegrationResponse",
                ("ApiId", Value.Ref(ApiV2Parts.ApiId)),
                ("IntegrationId", Value.Ref(integrationId)),
                ("IntegrationResponseKey", response.SelectionPattern is null ? Only : $"/{response.SelectionPattern}/"),
                ("TemplateSelectionExpression", response.Templates.IsEmpty ? null : (Value)SelectOnly),
                ("ResponseTemplates", TemplateOf(response.Templates, $"{route.Name}Response{index}", inputs)));
            yield return id;
        }
    }

    private static MapValue? TemplateOf(ImmutableSortedDictionary<string, string> templates, string inputName, TokenInputs inputs) => templates.IsEmpty
        ? null
        : Value.Map((Only, inputs.Of(inputName, templates.First().Value)));

    private static void AddPermission(BlueprintBuilder builder, WebSocketApiPlan plan, WebSocketRoutePlan route, TokenInputs inputs)
    {
        if (route.Integration.FunctionArn is { } function)
        {
            FunctionAccess.AddPermission(builder, $"Permission{route.Name}", inputs.Of($"{route.Name}Function", function), $"{plan.Props.StageName}/{route.Route.Key}");
        }
    }
}
