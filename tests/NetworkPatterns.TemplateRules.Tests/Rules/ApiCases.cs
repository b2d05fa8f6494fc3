using NetworkPatterns.TemplateRules.Reading;
using NetworkPatterns.TemplateRules.Rules.Edge;

namespace NetworkPatterns.TemplateRules.Tests.Rules;

internal static class ApiCases
{
    private static readonly Fragment Api = Fragment.Of(
        """
        Api AWS::ApiGateway::RestApi {"EndpointConfiguration": {"Types": ["REGIONAL"]}, "DisableExecuteApiEndpoint": true}
        Validator AWS::ApiGateway::RequestValidator {"RestApiId": "=Api", "ValidateRequestBody": true, "ValidateRequestParameters": true}
        Errors4 AWS::ApiGateway::GatewayResponse {"RestApiId": "=Api", "ResponseType": "DEFAULT_4XX"}
        Errors5 AWS::ApiGateway::GatewayResponse {"RestApiId": "=Api", "ResponseType": "DEFAULT_5XX"}
        Get AWS::ApiGateway::Method {"RestApiId": "=Api", "HttpMethod": "GET", "AuthorizationType": "AWS_IAM", "RequestParameters": {"method.request.path.id": true, "method.request.header.X": true}, "RequestValidatorId": "=Validator"}
        Options AWS::ApiGateway::Method {"RestApiId": "=Api", "HttpMethod": "OPTIONS", "AuthorizationType": "NONE", "Integration": {"Type": "MOCK"},
          "MethodResponses": [{"StatusCode": "204", "ResponseParameters": {"method.response.header.Access-Control-Allow-Origin": true}}]}
        Domain AWS::ApiGateway::DomainName {"SecurityPolicy": "TLS_1_2", "RegionalCertificateArn": "=Certificate", "EndpointConfiguration": {"Types": ["REGIONAL"]}}
        Mapping AWS::ApiGateway::BasePathMapping {"RestApiId": "=Api", "DomainName": "=Domain"}
        Group AWS::Logs::LogGroup {"RetentionInDays": 90}
        Stage AWS::ApiGateway::Stage {"RestApiId": "=Api", "TracingEnabled": true,
          "AccessLogSetting": {"DestinationArn": "=Group.Arn", "Format": "{\"a\":\"$context.requestId $context.status $context.responseLatency $context.error.message $context.identity.sourceIp $context.authorizer.error\"}"},
          "MethodSettings": [{"HttpMethod": "*", "ResourcePath": "/*", "LoggingLevel": "ERROR", "DataTraceEnabled": false, "MetricsEnabled": true, "ThrottlingRateLimit": 1, "ThrottlingBurstLimit": 1}]}
        Plan AWS::ApiGateway::UsagePlan {"Throttle": {"RateLimit": 1, "BurstLimit": 1}, "Quota": {"Limit": 1, "Period": "DAY"}}
        Key AWS::ApiGateway::ApiKey {"Enabled": true}
        InPlan AWS::ApiGateway::UsagePlanKey {"KeyId": "=Key", "UsagePlanId": "=Plan", "KeyType": "API_KEY"}
        Permission AWS::Lambda::Permission {"Principal": "apigateway.amazonaws.com", "SourceArn": {"Fn::Sub": "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/live/GET/orders/*"}}
        """);

    private static readonly Fragment Gate = Fragment.Of(
        """
        Secret AWS::SecretsManager::Secret {"Name": "door/blue-1"}
        Stage AWS::ApiGateway::Stage {"RestApiId": "=Api"}
        Gate AWS::WAFv2::WebACL {"Scope": "REGIONAL", "DefaultAction": {"Block": {}}, "Rules": [{"Name": "blue", "Action": {"Allow": {}}, "Statement": {"ByteMatchStatement": {"PositionalConstraint": "EXACTLY",
          "FieldToMatch": {"SingleHeader": {"Name": "x-origin-verify"}}, "SearchString": {"Fn::Join": ["", ["{{resolve:secretsmanager:", "=Secret", ":SecretString:::}}"]]}}}}]}
        Association AWS::WAFv2::WebACLAssociation {"WebACLArn": "=Gate.Arn", "ResourceArn": {"Fn::Sub": "arn:${AWS::Partition}:apigateway:${AWS::Region}::/restapis/a/stages/${Stage}"}}
        """);

    private const string Accounts = """{"Resources":{"One":{"Type":"AWS::ApiGateway::Account","DeletionPolicy":"POLICY"}}}""";

    public static IEnumerable<RuleCase> All =>
    [
        new(new RestApiRule(), [Api, RestBodyCases.Settled],
        [
            ("Api", Api.With("""Api AWS::ApiGateway::RestApi {"DisableExecuteApiEndpoint": true}""")),
            ("Api", Api.With("""Api AWS::ApiGateway::RestApi {"EndpointConfiguration": {"Types": ["REGIONAL"]}}""")),
            ("Api", Api.Without("Validator")),
            ("Api", Api.Without("Errors5")),
            ("Api", Gate.With("""Api AWS::ApiGateway::RestApi {"EndpointConfiguration": {"Types": ["EDGE"]}}""")),
            ("Api", Api.With("""Errors4 AWS::ApiGateway::GatewayResponse {"RestApiId": "=Api", "ResponseType": "DEFAULT_4XX", "ResponseTemplates": {"application/json": "$context.error.validationErrorString"}}""")),
            .. RestBodyCases.Unsettled.Select(bad => (bad.At, (TemplateSet)bad.Template)),
        ]),
        RuleCase.Of<RestDomainRule>(Api,
            ("Domain", Changed(Api, "Domain", "\"TLS_1_2\"", "\"TLS_1_0\"")),
            ("Domain", Changed(Api, "Domain", "\"TLS_1_2\"", "\"SecurityPolicy_TLS13_1_3_2025_09\"")),
            ("Domain", Changed(Api, "Domain", "REGIONAL", "EDGE")),
            ("Domain", Api.With("""Domain AWS::ApiGateway::DomainName {"SecurityPolicy": "TLS_1_2", "CertificateArn": "=Certificate", "MutualTlsAuthentication": {}, "EndpointConfiguration": {"Types": ["EDGE"]}}"""))),
        RuleCase.Of<RestMethodRule>(Api,
            ("Get", Changed(Api, "Get", "AWS_IAM", "NONE")),
            ("Get", Changed(Api, "Get", "=Validator", "other")),
            ("Options", Changed(Api, "Options", "204", "200"))),
        RuleCase.Of<RestAccessLogRule>(Api,
            ("Stage", Changed(Api, "Stage", "\"=Group.Arn\"", "\"elsewhere\"")),
            ("Stage", Changed(Api, "Stage", " $context.authorizer.error", "")),
            ("Stage", Changed(Api, "Stage", "$context.requestId", "$context.requestId $input.params().header")),
            ("Stage", Changed(Api, "Stage", "{\\\"a\\\":", "a:"))),
        RuleCase.Of<RestStageRule>(Api,
            ("Stage", Changed(Api, "Stage", "\"TracingEnabled\": true", "\"TracingEnabled\": false")),
            ("Stage", Changed(Api, "Stage", "\"DataTraceEnabled\": false", "\"DataTraceEnabled\": true")),
            ("Stage", Changed(Api, "Stage", "\"ThrottlingBurstLimit\": 1", "\"ThrottlingBurstLimit\": 0")),
            ("Stage", Changed(Api, "Stage", "\"ResourcePath\": \"/*\"", "\"ResourcePath\": \"/~1orders\""))),
        RuleCase.Of<UsagePlanRule>(Api,
            ("Plan", Api.With("""Plan AWS::ApiGateway::UsagePlan {"Throttle": {}}""")),
            ("Plan", Changed(Api, "Plan", "\"Limit\": 1", "\"Offset\": 1")),
            ("Key", Api.Without("InPlan"))),
        RuleCase.Of<InvokePermissionRule>(Api,
            ("Permission", Changed(Api, "Permission", "/live/GET/orders/*", "/*/*")),
            ("Permission", Api.With("""Permission AWS::Lambda::Permission {"Principal": "apigateway.amazonaws.com"}"""))),
        RuleCase.Of<HeaderGateRule>(Gate,
            ("Association", Changed(Gate, "Gate", "\"EXACTLY\"", "\"CONTAINS\"")),
            ("Association", Changed(Gate, "Gate", "\"{{resolve:secretsmanager:\"", "\"secret\"")),
            ("Association", Changed(Gate, "Gate", "\"Rules\": [", "\"Rules\": [{\"Name\": \"office\", \"Action\": {\"Allow\": {}}, \"Statement\": {\"IPSetReferenceStatement\": {}}}, ")),
            ("Association", Gate.With("""Secret AWS::SecretsManager::Secret {}""")),
            ("Association", Gate.Without("Stage"))),
        new(new ApiAccountRule(), [Account("Retain")], [("One", Account("Delete")), ("One", new([Template.Parse("Stack",
            """{"Resources":{"One":{"Type":"AWS::ApiGateway::Account","DeletionPolicy":"Retain"},"Two":{"Type":"AWS::ApiGateway::Account","DeletionPolicy":"Retain"}}}""")]))]),
    ];

    private static TemplateSet Account(string policy) => new([Template.Parse(
        "Stack", Accounts.Replace("POLICY", policy, StringComparison.Ordinal))]);

    // A resource of the fragment with one of its texts replaced.
    private static Fragment Changed(Fragment fragment, string id, string text, string other) => fragment.With(fragment.Lines[id].Replace(text, other, StringComparison.Ordinal));
}
