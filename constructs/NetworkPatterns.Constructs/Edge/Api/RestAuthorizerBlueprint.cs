using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>An authorizer of a REST API, and the permission to call its function.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-authorizer.html</remarks>
internal static class RestAuthorizerBlueprint
{
    /// <summary>Its id.</summary>
    public static string IdOf(ApiAuthorizer authorizer) => $"Authorizer{ResourceName.Of(authorizer.Name)}";

    /// <summary>What it is, without where it belongs.</summary>
    public static MapValue PropertiesOf(ApiAuthorizer authorizer, TokenInputs inputs)
    {
        var isFunction = authorizer.FunctionArn is not null;
        return Value.Map(
            ("Name", authorizer.Name),
            ("Type", authorizer.Kind switch { ApiAuthorizerKind.Cognito => "COGNITO_USER_POOLS", ApiAuthorizerKind.Token => "TOKEN", _ => "REQUEST" }),
            ("IdentitySource", authorizer.Identity.IsEmpty ? null : (Value)string.Join(',', authorizer.Identity)),
            ("ProviderARNs", isFunction ? null : Value.List(authorizer.UserPoolArns.Select((arn, index) => inputs.Of($"{IdOf(authorizer)}UserPool{index}", arn)))),
            ("AuthorizerUri", isFunction ? FunctionAccess.InvocationUri(FunctionOf(authorizer, inputs)) : null),
            ("AuthorizerResultTtlInSeconds", isFunction ? (Value)(int)authorizer.ResultTtl.TotalSeconds : null));
    }

    /// <summary>Adds the permission to call its function, where it has one.</summary>
    /// <param name="builder">The blueprint.</param>
    /// <param name="authorizer">The authorizer.</param>
    /// <param name="authorizerId">Its ID in the API; <c>*</c> where only an import makes it.</param>
    /// <param name="inputs">The blueprint's inputs.</param>
    public static void AddPermission(BlueprintBuilder builder, ApiAuthorizer authorizer, Value authorizerId, TokenInputs inputs)
    {
        if (authorizer.FunctionArn is not null)
        {
            AddPermission(builder, IdOf(authorizer), FunctionOf(authorizer, inputs), authorizerId);
        }
    }

    /// <summary>Adds the permission to call the function of an authorizer of any API.</summary>
    public static void AddPermission(BlueprintBuilder builder, string id, Value function, Value authorizerId) =>
        FunctionAccess.AddPermission(builder, $"{id}Permission", function, "authorizers/${Authorizer}", ("Authorizer", authorizerId));

    private static Value FunctionOf(ApiAuthorizer authorizer, TokenInputs inputs) => inputs.Of($"{IdOf(authorizer)}Function", authorizer.FunctionArn!);
}
