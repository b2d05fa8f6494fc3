using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>How an API of any style calls functions, and what lets it.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-control-access-using-iam-policies-to-invoke-api.html</remarks>
internal static class FunctionAccess
{
    /// <summary>The URI by which an authorizer calls its function.</summary>
    public static Value InvocationUri(Value function) => Value.Sub(
        "arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Function}/invocations", ("Function", function));

    /// <summary>A method and a path as permissions name them: anything where a route takes anything.</summary>
    public static string CallsOf(ApiRoute route) =>
        (route.Method == "ANY" ? "*" : route.Method) + string.Join('/', route.Path.Split('/').Select(segment => segment.StartsWith('{') ? "*" : segment));

    /// <summary>Adds the permission to call a function for one purpose of the blueprint's API.</summary>
    /// <param name="builder">The blueprint, whose API has the id <c>Api</c>.</param>
    /// <param name="id">The id of the permission.</param>
    /// <param name="function">The function's ARN.</param>
    /// <param name="purpose">What stands after the API's ID in the source ARN.</param>
    /// <param name="names">What the purpose names in <c>${}</c>.</param>
    public static void AddPermission(BlueprintBuilder builder, string id, Value function, string purpose, params (string Name, Value Value)[] names) =>
        builder.Add(id, "AWS::Lambda::Permission",
            ("Action", "lambda:InvokeFunction"),
            ("FunctionName", function),
            ("Principal", "apigateway.amazonaws.com"),
            ("SourceArn", Value.Sub(
                $"arn:${{AWS::Partition}}:execute-api:${{AWS::Region}}:${{AWS::AccountId}}:${{Api}}/{purpose}",
                [("Api", Value.Ref(RestApiBlueprint.ApiId)), .. names])));
}
