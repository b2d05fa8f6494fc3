using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Edge;

/// <summary>The paths of a REST API's methods, and who may call them.</summary>
internal static class RestPaths
{
    /// <summary>The path of a method; null where it can't be decided.</summary>
    internal static string? PathOf(this Resource method) => PathOf(method["ResourceId"].Target, depth: 0);

    /// <summary>
    /// What tells the callers of GET on a path apart: the parts of a request that its authorizer looks at, and those that its cache does. Null where
    /// there is no such method.
    /// </summary>
    internal static RestCallers? CallersOf(this Resource api, string path)
    {
        if (api.Operations().FirstOrDefault(operation => operation.Path == path && operation.Method == "GET") is { } operation)
        {
            var guards = operation.Schemes.Where(scheme => scheme["x-amazon-apigateway-authtype"].Exists).ToArray();
            return new(
                guards.Length > 0,
                guards.Any(scheme => scheme["x-amazon-apigateway-authtype"].Text == "awsSigv4") ? [] : SourcesOf(guards.Select(scheme => scheme["x-amazon-apigateway-authorizer"]).FirstOrDefault(), "identitySource"),
                Texts(operation.Integration["cacheKeyParameters"]));
        }

        return api.Referring("AWS::ApiGateway::Method", "RestApiId").FirstOrDefault(method => method["HttpMethod"].Text == "GET" && method.PathOf() == path) is { } found
            ? new(
                found["AuthorizationType"].Text is not (null or "NONE"),
                found["AuthorizerId"].Target is { } authorizer ? SourcesOf(authorizer.Properties, "IdentitySource") : [],
                Texts(found["Integration"]["CacheKeyParameters"]))
            : null;
    }

    // Of user pools API Gateway takes the token from this header where nothing else is said.
    private static string[] SourcesOf(Value authorizer, string property) =>
        (authorizer[property].Text ?? "method.request.header.Authorization").Split(',', StringSplitOptions.TrimEntries);

    private static string[] Texts(Value list) => [.. list.Items.Select(item => item.Text).OfType<string>()];

    private static string? PathOf(Resource? resource, int depth) => resource switch
    {
        { Type: "AWS::ApiGateway::RestApi" } => "/",
        { Type: "AWS::ApiGateway::Resource" } when depth < 64 && PathOf(resource["ParentId"].Target, depth + 1) is { } parent => $"{parent.TrimEnd('/')}/{resource["PathPart"].Text}",
        _ => null,
    };
}

/// <summary>What tells the callers of a method apart.</summary>
/// <param name="AreKnown">Whether the method asks who calls.</param>
/// <param name="Sources">The parts of a request that say who.</param>
/// <param name="CacheKeys">The parts by which the cache tells requests apart.</param>
internal sealed record RestCallers(bool AreKnown, string[] Sources, string[] CacheKeys);
