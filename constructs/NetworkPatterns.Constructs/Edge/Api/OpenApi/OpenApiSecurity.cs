using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Edge.Api.OpenApi;

/// <summary>Who may call, in the words of an OpenAPI document: the user's own schemes give way to what the routes say.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authorizer.html</remarks>
internal static class OpenApiSecurity
{
    // Names of authorizers have no underscore.
    private const string Signed = "aws_sigv4";
    private const string Key = "api_key";

    /// <summary>The schemes that the routes use; <see langword="null"/> for none.</summary>
    public static MapValue? SchemesOf(RestApiPlan plan, TokenInputs inputs)
    {
        var schemes = plan.Authorizers.Select(authorizer => (authorizer.Name, (Value?)SchemeOf(authorizer, inputs))).ToList();
        if (plan.Routes.Any(route => route.Authorizer.Kind == ApiAuthorizerKind.Iam))
        {
            schemes.Add((Signed, Value.Map(("type", "apiKey"), ("name", "Authorization"), ("in", "header"), ("x-amazon-apigateway-authtype", "awsSigv4"))));
        }

        if (plan.Routes.Any(route => RestMethodBlueprint.NeedsKey(plan, route)))
        {
            schemes.Add((Key, Value.Map(("type", "apiKey"), ("name", "x-api-key"), ("in", "header"))));
        }

        return schemes.Count == 0 ? null : Value.Map(schemes);
    }

    /// <summary>What a route asks for; <see langword="null"/> for nothing.</summary>
    public static ListValue? RequirementsOf(RestApiPlan plan, RestRoutePlan route)
    {
        var requirements = new List<Value>();
        if (route.Authorizer.IsResource)
        {
            requirements.Add(Value.Map((route.Authorizer.Name, route.Route.Scopes.IsEmpty ? Value.EmptyList : Value.List(route.Route.Scopes.Select(scope => (Value)scope)))));
        }
        else if (route.Authorizer.Kind == ApiAuthorizerKind.Iam)
        {
            requirements.Add(Value.Map((Signed, Value.EmptyList)));
        }

        if (RestMethodBlueprint.NeedsKey(plan, route))
        {
            requirements.Add(Value.Map((Key, Value.EmptyList)));
        }

        return requirements.Count == 0 ? null : Value.List(requirements);
    }

    private static MapValue SchemeOf(ApiAuthorizer authorizer, TokenInputs inputs)
    {
        var properties = RestAuthorizerBlueprint.PropertiesOf(authorizer, inputs);
        var type = properties["Type"].Text()!.ToLowerInvariant();
        var isCognito = authorizer.Kind == ApiAuthorizerKind.Cognito;
        return Value.Map(
            ("type", "apiKey"),
            ("name", authorizer.Kind == ApiAuthorizerKind.Request ? "Unused" : authorizer.Identity[0][(authorizer.Identity[0].LastIndexOf('.') + 1)..]),
            ("in", "header"),
            ("x-amazon-apigateway-authtype", isCognito ? type : "custom"),
            ("x-amazon-apigateway-authorizer", Value.Map(
                ("type", type),
                ("identitySource", isCognito ? null : properties["IdentitySource"]),
                ("providerARNs", properties["ProviderARNs"]),
                ("authorizerUri", properties["AuthorizerUri"]),
                ("authorizerResultTtlInSeconds", properties["AuthorizerResultTtlInSeconds"]))));
    }
}
