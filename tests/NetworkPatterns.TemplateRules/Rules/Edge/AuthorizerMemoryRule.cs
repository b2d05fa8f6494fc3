using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Edge;

/// <summary>E51. Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/configure-api-gateway-lambda-authorization.html</summary>
/// <remarks>What a function looks at, no template says: that the sources cover all of it, this cannot see.</remarks>
public sealed class AuthorizerMemoryRule() : ResourceRule(
    "E51", "A Lambda authorizer says for how long its decisions hold, up to an hour, and by which parts of a request.", "AWS::ApiGateway::Authorizer", "AWS::ApiGateway::RestApi", "AWS::ApiGatewayV2::Authorizer")
{
    protected override bool Applies(Resource resource) => resource.Type != "AWS::ApiGateway::RestApi" || Schemes(resource).Any();

    protected override IEnumerable<string> Problems(Resource resource) => resource.Type switch
    {
        "AWS::ApiGateway::RestApi" => Schemes(resource).SelectMany(scheme => Problems(
            scheme["type"].Text, scheme["authorizerResultTtlInSeconds"], scheme["identitySource"].Text is { Length: > 0 })),
        "AWS::ApiGateway::Authorizer" => Problems(resource["Type"].Text, resource["AuthorizerResultTtlInSeconds"], resource["IdentitySource"].Text is { Length: > 0 }),
        _ when resource.IsOfWebSocketApi() => resource["AuthorizerResultTtlInSeconds"].Exists ? ["remembers decisions, which a WebSocket API does not"] : [],
        _ => Problems(resource["AuthorizerType"].Text, resource["AuthorizerResultTtlInSeconds"], !resource["IdentitySource"].Items.IsEmpty),
    };

    private static IEnumerable<Value> Schemes(Resource api)
    {
        var schemes = api["Body"]["components"]["securitySchemes"];
        return schemes.Members.Select(name => schemes[name]["x-amazon-apigateway-authorizer"]).Where(authorizer => authorizer.Exists);
    }

    private static IEnumerable<string> Problems(string? type, Value time, bool hasSources)
    {
        // User pools' tokens are the whole of what is decided by, and so are other issuers'.
        if (type?.ToUpperInvariant() is not ("TOKEN" or "REQUEST"))
        {
            yield break;
        }

        if (time.Number is not (>= 0 and <= 3600))
        {
            yield return "does not say for how long a decision holds, or says more than an hour";
        }

        if (time.Number > 0 && !hasSources)
        {
            yield return "remembers decisions by nothing";
        }
    }
}
