using NetworkPatterns.TemplateRules.Rules.Edge;

namespace NetworkPatterns.TemplateRules.Tests.Rules;

internal static class WebSocketApiCases
{
    private const string Settings = """{"LoggingLevel": "ERROR", "DataTraceEnabled": false, "DetailedMetricsEnabled": true, "ThrottlingRateLimit": 1, "ThrottlingBurstLimit": 1}""";

    /// <summary>A WebSocket API that keeps every rule.</summary>
    public static Fragment Api { get; } = Fragment.Of(
        """
        Api AWS::ApiGatewayV2::Api {"ProtocolType": "WEBSOCKET", "DisableExecuteApiEndpoint": true}
        Gate AWS::ApiGatewayV2::Authorizer {"ApiId": "=Api", "AuthorizerType": "REQUEST", "IdentitySource": ["route.request.header.x-origin-verify"],
          "AuthorizerUri": {"Fn::Sub": ["arn:${Function}/invocations", {"Function": "=Function.Arn"}]}}
        Blue AWS::SecretsManager::Secret {"Name": "door/blue-1"}
        Green AWS::SecretsManager::Secret {"Name": "door/green-1"}
        Role AWS::IAM::Role {"Policies": [{"PolicyDocument": {"Statement": [{"Action": "secretsmanager:GetSecretValue", "Resource": ["=Blue", "=Green"]}, {"Action": ["logs:PutLogEvents"], "Resource": "=Group.Arn"}]}}]}
        Function AWS::Lambda::Function {"Role": "=Role.Arn", "Environment": {"Variables": {"BLUE": "=Blue", "GREEN": "=Green"}}}
        Connect AWS::ApiGatewayV2::Route {"ApiId": "=Api", "RouteKey": "$connect", "AuthorizationType": "CUSTOM", "AuthorizerId": "=Gate", "Target": "integrations/a"}
        Default AWS::ApiGatewayV2::Route {"ApiId": "=Api", "RouteKey": "$default", "AuthorizationType": "NONE", "Target": "integrations/a"}
        Backend AWS::ApiGatewayV2::Integration {"ApiId": "=Api"}
        Deployment AWS::ApiGatewayV2::Deployment {"ApiId": "=Api"} < Connect Default Backend Gate
        Group AWS::Logs::LogGroup {}
        Stage AWS::ApiGatewayV2::Stage {"ApiId": "=Api", "DeploymentId": "=Deployment",
          "AccessLogSettings": {"DestinationArn": "=Group.Arn", "Format": "{\"a\":\"$context.requestId $context.status $context.integrationLatency $context.error.message $context.identity.sourceIp $context.authorizer.error $context.eventType $context.connectionId\"}"},
          "DefaultRouteSettings": SETTINGS, "RouteSettings": {"$default": SETTINGS}}
        Domain AWS::ApiGatewayV2::DomainName {"DomainNameConfigurations": [{"CertificateArn": "=Certificate", "EndpointType": "REGIONAL", "SecurityPolicy": "TLS_1_2"}]}
        Mapping AWS::ApiGatewayV2::ApiMapping {"ApiId": "=Api", "DomainName": "=Domain", "Stage": "=Stage"}
        """.Replace("SETTINGS", Settings, StringComparison.Ordinal));

    /// <summary>The API with an authorizer that is to remember.</summary>
    public static Fragment Remembering => Changed("Gate", "\"AuthorizerType\"", "\"AuthorizerResultTtlInSeconds\": 1, \"AuthorizerType\"");

    public static IEnumerable<RuleCase> All =>
    [
        RuleCase.Of<WebSocketStageRule>(Api,
            ("Stage", Changed("Stage", "\"=Group.Arn\"", "\"elsewhere\"")),
            ("Stage", Changed("Stage", " $context.connectionId", "")),
            ("Stage", Changed("Stage", "\"DefaultRouteSettings\": {\"LoggingLevel\": \"ERROR\"", "\"DefaultRouteSettings\": {\"LoggingLevel\": \"OFF\"")),
            ("Stage", Changed("Stage", "\"$default\": {\"LoggingLevel\": \"ERROR\", \"DataTraceEnabled\": false", "\"$default\": {\"LoggingLevel\": \"ERROR\", \"DataTraceEnabled\": true")),
            ("Stage", Changed("Stage", "\"ThrottlingBurstLimit\": 1}, \"RouteSettings\"", "\"ThrottlingBurstLimit\": 0}, \"RouteSettings\"")),
            ("Stage", Changed("Stage", "{\"$default\"", "{\"other\""))),
        RuleCase.Of<WebSocketRouteRule>(Api,
            ("Api", Api.Without("Connect")),
            ("Api", Changed("Connect", "\"CUSTOM\"", "\"NONE\"")),
            ("Api", Changed("Connect", "\"=Gate\"", "\"other\"")),
            ("Api", Changed("Default", "\"NONE\"", "\"AWS_IAM\"")),
            ("Api", Changed("Default", ", \"Target\": \"integrations/a\"", ""))),
        RuleCase.Of<WebSocketDeploymentRule>(Api,
            ("Stage", Changed("Stage", "\"DeploymentId\": \"=Deployment\",", "\"AutoDeploy\": true, \"DeploymentId\": \"=Deployment\",")),
            ("Stage", Changed("Stage", "\"=Deployment\"", "\"other\"")),
            ("Stage", Changed("Deployment", " Default", "")),
            ("Stage", Changed("Deployment", " Gate", ""))),
        RuleCase.Of<WebSocketDomainRule>(Api,
            ("Domain", Changed("Domain", "{\"DomainNameConfigurations\"", "{\"MutualTlsAuthentication\": {\"TruststoreUri\": \"s3://a/b\"}, \"DomainNameConfigurations\"")),
            ("Domain", Api.With(
                """
                Orders AWS::ApiGatewayV2::Api {"ProtocolType": "HTTP"}
                Other AWS::ApiGatewayV2::ApiMapping {"ApiId": "=Orders", "DomainName": "=Domain", "Stage": "live"}
                """))),
        RuleCase.Of<OriginGateRule>(Api,
            ("Gate", Changed("Gate", "[\"route.request.header.x-origin-verify\"", "[\"route.request.header.x-origin-verify\", \"route.request.querystring.a\"")),
            ("Gate", Changed("Connect", "\"CUSTOM\"", "\"AWS_IAM\"")),
            ("Gate", Changed("Api", "WEBSOCKET", "HTTP")),
            ("Gate", Changed("Gate", "=Function.Arn", "=Elsewhere")),
            ("Gate", Changed("Function", "\"=Green\"", "\"secret\"")),
            ("Gate", Changed("Green", "{\"Name\": \"door/green-1\"}", "{}")),
            ("Gate", Changed("Role", "\"=Green\"]", "\"*\"]")),
            ("Gate", Changed("Role", "\"secretsmanager:GetSecretValue\"", "\"secretsmanager:*\""))),
    ];

    // A resource of the fragment with one of its texts replaced.
    private static Fragment Changed(string id, string text, string other) => Api.With(Api.Lines[id].Replace(text, other, StringComparison.Ordinal));
}
