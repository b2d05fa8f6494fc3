using System.Collections.Immutable;
using System.Globalization;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>A method of a REST API, and the permission to call its function.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-method.html</remarks>
internal static class RestMethodBlueprint
{
    private const string LockHeader = $"integration.request.header.{OriginLock.HeaderName}";

    /// <summary>Adds them.</summary>
    /// <returns>The method's id.</returns>
    public static string AddTo(BlueprintBuilder builder, RestApiPlan plan, RestRoutePlan route, Value resource, TokenInputs inputs)
    {
        var id = $"Method{NameOf(route)}";
        builder.Add(new(id, "AWS::ApiGateway::Method", Value.Map(
            [("RestApiId", Value.Ref(RestApiBlueprint.ApiId)), ("ResourceId", resource), .. MethodOf(plan, route, inputs).Entries.Select(entry => (entry.Key, (Value?)entry.Value))]))
        {
            Metadata = MetadataOf(route),
        });
        AddPermission(builder, plan, route, inputs);
        return id;
    }

    /// <summary>The parts of a request by which the cache tells callers apart.</summary>
    public static ImmutableArray<string> CacheKeysOf(RestRoutePlan route) =>
        route.Route.CacheFor is null ? [] : [.. route.Authorizer.Identity.Where(source => source.StartsWith("method.", StringComparison.Ordinal))];

    /// <summary>A method by itself, without where it belongs.</summary>
    public static MapValue MethodOf(RestApiPlan plan, RestRoutePlan route, TokenInputs inputs)
    {
        var cacheKeys = CacheKeysOf(route);
        return Value.Map(
            ("HttpMethod", route.Route.Method),
            ("AuthorizationType", route.Authorizer.AuthorizationType),
            ("AuthorizerId", route.Authorizer.IsResource ? Value.Ref(RestAuthorizerBlueprint.IdOf(route.Authorizer)) : null),
            ("AuthorizationScopes", route.Route.Scopes.IsEmpty ? null : Value.List(route.Route.Scopes.Select(scope => (Value)scope))),
            ("ApiKeyRequired", NeedsKey(plan, route)),
            ("RequestParameters", ParametersOf(route, cacheKeys)),
            ("RequestModels", route.Route.Body is { } body ? Value.Map(("application/json", Value.Ref($"Model{body.Name}"))) : null),
            ("RequestValidatorId", route.IsValidated ? Value.Ref(RestApiBlueprint.ValidatorId) : null),
            ("MethodResponses", ResponsesOf(route.Integration)),
            ("Integration", IntegrationOf(plan, route, NameOf(route), cacheKeys, inputs)));
    }

    private static string NameOf(RestRoutePlan route) => $"{route.MethodName}{RestApiBlueprint.ResourceIdOf(route.Route.Path)}";

    /// <summary>Whether a caller needs an API key: its own, or the distribution's.</summary>
    public static bool NeedsKey(RestApiPlan plan, RestRoutePlan route) => route.Route.NeedsApiKey || (plan.Props.Lock.Kind == OriginLockKind.KeyGate && route.Route.Method != "OPTIONS");

    private static MapValue MetadataOf(RestRoutePlan route) => route.Authorizer.Kind switch
    {
        ApiAuthorizerKind.Cognito => MapValue.Empty,
        ApiAuthorizerKind.None => CdkNag.Suppress("AwsSolutions-COG4", route.Authorizer.Reason, CdkNag.Suppress("AwsSolutions-APIG4", route.Authorizer.Reason)),
        _ => CdkNag.Suppress("AwsSolutions-COG4", "Callers are let in by another authorizer than Amazon Cognito."),
    };

    private static MapValue? ParametersOf(RestRoutePlan route, ImmutableArray<string> cacheKeys)
    {
        var parameters = new SortedDictionary<string, Value>(StringComparer.Ordinal);
        foreach (var key in cacheKeys)
        {
            parameters[key] = false;
        }

        foreach (var name in new ApiRouteContext(ApiStyle.Rest, route.Route.Method, route.Route.Path).PathParameters)
        {
            parameters[$"method.request.path.{name}"] = true;
        }

        foreach (var (name, isRequired) in route.Route.Parameters)
        {
            parameters[$"method.request.{name}"] = isRequired;
        }

        return parameters.Count == 0 ? null : Value.Map(parameters.Select(parameter => (parameter.Key, (Value?)parameter.Value)));
    }

    private static ListValue? ResponsesOf(ApiIntegration integration) => integration.Responses.IsEmpty ? null : Value.List(integration.Responses
        .GroupBy(response => response.StatusCode)
        .OrderBy(status => status.Key)
        .Select(status => (Value)Value.Map(
            ("StatusCode", Text(status.Key)),
            ("ResponseParameters", Flags(status.SelectMany(response => response.Headers.Keys))))));

    private static MapValue? Flags(IEnumerable<string> headers)
    {
        var names = headers.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return names.Count == 0 ? null : Value.Map(names.Select(name => ($"method.response.header.{name}", (Value?)true)));
    }

    private static MapValue IntegrationOf(RestApiPlan plan, RestRoutePlan route, string name, ImmutableArray<string> cacheKeys, TokenInputs inputs)
    {
        var integration = route.Integration;
        return Value.Map(
            ("Type", integration.Type switch
            {
                ApiIntegrationType.AwsProxy => "AWS_PROXY",
                ApiIntegrationType.Aws => "AWS",
                ApiIntegrationType.HttpProxy => "HTTP_PROXY",
                ApiIntegrationType.Http => "HTTP",
                _ => "MOCK",
            }),
            ("IntegrationHttpMethod", integration.Type == ApiIntegrationType.Mock ? null : (Value)(integration.Method ?? route.Route.Method)),
            ("Uri", integration.Uri is { } uri ? inputs.Of($"{name}Uri", uri) : null),
            ("ConnectionType", integration.VpcLinkId is null ? null : (Value)"VPC_LINK"),
            ("ConnectionId", integration.VpcLinkId is { } link ? inputs.Of($"{name}VpcLink", link) : null),
            ("IntegrationTarget", integration.TargetArn is { } target ? inputs.Of($"{name}Target", target) : null),
            ("Credentials", integration.RoleArn is { } role ? inputs.Of($"{name}Role", role) : null),
            ("TimeoutInMillis", integration.Timeout is { } timeout ? (Value)(int)timeout.TotalMilliseconds : null),
            ("PassthroughBehavior", integration.PassthroughBehavior is { } behavior ? behavior : integration.RequestTemplates.IsEmpty ? null : (Value)"NEVER"),
            ("RequestParameters", Map(WithoutSecret(plan, integration), $"{name}Parameter", inputs)),
            ("RequestTemplates", Map(integration.RequestTemplates, $"{name}Template", inputs)),
            ("CacheNamespace", cacheKeys.IsEmpty ? null : (Value)name),
            ("CacheKeyParameters", cacheKeys.IsEmpty ? null : Value.List(cacheKeys.Select(key => (Value)key))),
            ("IntegrationResponses", integration.Responses.IsEmpty ? null : Value.List(integration.Responses.Select((response, index) => (Value)Value.Map(
                ("StatusCode", Text(response.StatusCode)),
                ("SelectionPattern", response.SelectionPattern is null ? null : (Value)response.SelectionPattern),
                ("ResponseParameters", Map(
                    response.Headers.ToImmutableSortedDictionary(header => $"method.response.header.{header.Key}", header => header.Value, StringComparer.Ordinal), $"{name}Header{index}", inputs)),
                ("ResponseTemplates", Map(response.Templates, $"{name}Answer{index}", inputs)))))));
    }

    // What is behind the API has no use for the secret by which the API knows CloudFront.
    private static ImmutableSortedDictionary<string, string> WithoutSecret(RestApiPlan plan, ApiIntegration integration) =>
        plan.Props.Lock.Kind == OriginLockKind.HeaderGate && integration.Type is ApiIntegrationType.HttpProxy or ApiIntegrationType.Http
            ? integration.RequestParameters.SetItem(LockHeader, "'-'")
            : integration.RequestParameters;

    private static MapValue? Map(ImmutableSortedDictionary<string, string> entries, string inputName, TokenInputs inputs) => entries.IsEmpty
        ? null
        : Value.Map(entries.Select((entry, index) => (entry.Key, (Value?)inputs.Of($"{inputName}{index}", entry.Value))));

    /// <summary>Adds the permission to call the route's function, where it has one.</summary>
    public static void AddPermission(BlueprintBuilder builder, RestApiPlan plan, RestRoutePlan route, TokenInputs inputs)
    {
        if (route.Integration.FunctionArn is not { } function)
        {
            return;
        }

        var name = NameOf(route);
        FunctionAccess.AddPermission(builder, $"Permission{name}", inputs.Of($"{name}Function", function), $"{plan.Props.StageName}/{FunctionAccess.CallsOf(route.Route)}");
    }

    private static Value Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
