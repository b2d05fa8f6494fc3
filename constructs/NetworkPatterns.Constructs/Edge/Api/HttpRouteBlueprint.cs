using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>A route of an HTTP API, its integration, and the permission to invoke its function.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-integration.html</remarks>
internal static class HttpRouteBlueprint
{
    public static string IdOf(HttpRoutePlan route) => $"Route{route.Name}";

    public static void AddTo(BlueprintBuilder builder, HttpRoutePlan route, TokenInputs inputs)
    {
        var integrationId = $"Integration{route.Name}";
        builder
            .Add(integrationId, "AWS::ApiGatewayV2::Integration", IntegrationOf(route.Integration, route, inputs))
            .Add(new(IdOf(route), "AWS::ApiGatewayV2::Route", Value.Map(
                ("ApiId", Value.Ref(ApiV2Parts.ApiId)),
                ("RouteKey", route.Key),
                ("AuthorizationType", route.Authorizer.AuthorizationType),
                ("AuthorizerId", route.Authorizer.IsResource ? Value.Ref(RestAuthorizerBlueprint.IdOf(route.Authorizer)) : null),
                ("AuthorizationScopes", route.Route.Scopes.IsEmpty ? null : Value.List(route.Route.Scopes.Select(scope => (Value)scope))),
                ("Target", Value.Sub("integrations/${Integration}", ("Integration", Value.Ref(integrationId))))))
            {
                Metadata = route.Authorizer.Kind == ApiAuthorizerKind.None ? CdkNag.Suppress("AwsSolutions-APIG4", route.Authorizer.Reason) : MapValue.Empty,
            });
        AddPermission(builder, route, inputs);
    }

    private static (string, Value?)[] IntegrationOf(ApiIntegration integration, HttpRoutePlan route, TokenInputs inputs) =>
    [
        ("ApiId", Value.Ref(ApiV2Parts.ApiId)),
        ("IntegrationType", integration.Type == ApiIntegrationType.AwsProxy ? "AWS_PROXY" : "HTTP_PROXY"),
        ("IntegrationSubtype", integration.Subtype is { } subtype ? (Value)subtype : null),
        ("IntegrationMethod", integration.Subtype is null ? (Value)(integration.Method ?? route.Route.Method) : null),
        ("IntegrationUri", integration.Uri is { } uri ? inputs.Of($"{route.Name}Uri", uri) : null),
        ("ConnectionType", integration.VpcLinkId is null ? null : (Value)"VPC_LINK"),
        ("ConnectionId", integration.VpcLinkId is { } link ? inputs.Of($"{route.Name}VpcLink", link) : null),
        ("TlsConfig", integration.ServerName is { } name ? Value.Map(("ServerNameToVerify", inputs.Of($"{route.Name}ServerName", name))) : null),
        ("CredentialsArn", integration.RoleArn is { } role ? inputs.Of($"{route.Name}Role", role) : null),
        ("RequestParameters", ParametersOf(integration.RequestParameters, route, inputs)),
        // Only functions know the second version.
        ("PayloadFormatVersion", integration.PayloadFormatVersion ?? (integration.Type == ApiIntegrationType.AwsProxy ? "2.0" : "1.0")),
        ("TimeoutInMillis", integration.Timeout is { } timeout ? (Value)(int)timeout.TotalMilliseconds : null),
    ];

    private static MapValue? ParametersOf(ImmutableSortedDictionary<string, string> parameters, HttpRoutePlan route, TokenInputs inputs) => parameters.IsEmpty
        ? null
        : Value.Map(parameters.Select((parameter, index) => (parameter.Key, (Value?)inputs.Of($"{route.Name}Parameter{index}", parameter.Value))));

    private static void AddPermission(BlueprintBuilder builder, HttpRoutePlan route, TokenInputs inputs)
    {
        if (route.Integration.FunctionArn is not { } function)
        {
            return;
        }

        // $default takes any method and path.
        var calls = route.Route.Path == ApiRoute.CatchAll ? "*" : FunctionAccess.CallsOf(route.Route);
        FunctionAccess.AddPermission(builder, $"Permission{route.Name}", inputs.Of($"{route.Name}Function", function), $"{HttpStageBlueprint.StageName}/{calls}");
    }
}
