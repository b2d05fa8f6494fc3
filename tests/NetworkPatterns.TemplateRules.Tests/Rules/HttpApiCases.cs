using NetworkPatterns.TemplateRules.Rules.Edge;

namespace NetworkPatterns.TemplateRules.Tests.Rules;

internal static class HttpApiCases
{
    private static readonly Fragment Api = Fragment.Of(
        """
        Api AWS::ApiGatewayV2::Api {"ProtocolType": "HTTP", "DisableExecuteApiEndpoint": true}
        Users AWS::ApiGatewayV2::Authorizer {"ApiId": "=Api", "JwtConfiguration": {"Issuer": "https://example.com", "Audience": ["shop"]}}
        Get AWS::ApiGatewayV2::Route {"ApiId": "=Api", "RouteKey": "GET /orders", "AuthorizationType": "JWT", "AuthorizerId": "=Users", "Target": "integrations/a"}
        Group AWS::Logs::LogGroup {"LogGroupName": "/aws/vendedlogs/http-api/door"}
        Stage AWS::ApiGatewayV2::Stage {"ApiId": "=Api",
          "AccessLogSettings": {"DestinationArn": "=Group.Arn", "Format": "{\"a\":\"$context.requestId $context.status $context.responseLatency $context.error.message $context.identity.sourceIp $context.authorizer.error\"}"},
          "DefaultRouteSettings": {"ThrottlingRateLimit": 1, "ThrottlingBurstLimit": 1}}
        Domain AWS::ApiGatewayV2::DomainName {"DomainNameConfigurations": [{"CertificateArn": "=Certificate", "EndpointType": "REGIONAL", "SecurityPolicy": "TLS_1_2"}]}
        Mapping AWS::ApiGatewayV2::ApiMapping {"ApiId": "=Api", "DomainName": "=Domain", "Stage": "=Stage"}
        """);

    public static IEnumerable<RuleCase> All =>
    [
        RuleCase.Of<HttpAccessLogRule>(Api,
            ("Stage", Changed("Stage", "\"=Group.Arn\"", "\"elsewhere\"")),
            ("Stage", Changed("Group", "/aws/vendedlogs/", "/aws/")),
            ("Stage", Changed("Stage", " $context.authorizer.error", "")),
            ("Stage", Changed("Stage", "$context.requestId", "$context.requestId $request.header.cookie")),
            ("Stage", Changed("Stage", "{\\\"a\\\":", "a:"))),
        RuleCase.Of<HttpStageRule>(Api,
            ("Stage", Changed("Stage", "\"ThrottlingBurstLimit\": 1", "\"ThrottlingBurstLimit\": 0")),
            ("Stage", Changed("Stage", "\"DefaultRouteSettings\": {", "\"RouteSettings\": {\"GET /orders\": {}}, \"DefaultRouteSettings\": {")),
            ("Stage", Changed("Stage", "\"DefaultRouteSettings\": {", "\"RouteSettings\": {\"GET /x\": {\"ThrottlingRateLimit\": 1, \"ThrottlingBurstLimit\": 1}}, \"DefaultRouteSettings\": {"))),
        RuleCase.Of<HttpRouteRule>(Api,
            ("Get", Changed("Get", "\"JWT\"", "\"NONE\"")),
            ("Get", Changed("Get", "\"AuthorizationType\": \"JWT\", ", "")),
            ("Get", Changed("Users", "[\"shop\"]", "[]")),
            ("Get", Changed("Get", "\"=Users\"", "\"other\"")),
            ("Get", Changed("Get", ", \"Target\": \"integrations/a\"", ""))),
        RuleCase.Of<HttpDomainRule>(Api,
            ("Domain", Changed("Domain", "TLS_1_2", "TLS_1_0")),
            ("Domain", Changed("Domain", "REGIONAL", "EDGE")),
            ("Domain", Changed("Api", "true", "false"))),
    ];

    // A resource of the fragment with one of its texts replaced.
    private static Fragment Changed(string id, string text, string other) => Api.With(Api.Lines[id].Replace(text, other, StringComparison.Ordinal));
}
