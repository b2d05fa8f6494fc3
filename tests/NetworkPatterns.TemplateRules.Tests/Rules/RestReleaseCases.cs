using NetworkPatterns.TemplateRules.Rules.Edge;

namespace NetworkPatterns.TemplateRules.Tests.Rules;

/// <summary>Caches, canaries, private APIs and authorizers of REST APIs.</summary>
internal static class RestReleaseCases
{
    private static readonly Fragment Api = Fragment.Of(
        """
        Api AWS::ApiGateway::RestApi {"EndpointConfiguration": {"Types": ["REGIONAL"]}}
        Orders AWS::ApiGateway::Resource {"RestApiId": "=Api", "ParentId": "=Api.RootResourceId", "PathPart": "orders"}
        Order AWS::ApiGateway::Resource {"RestApiId": "=Api", "ParentId": "=Orders", "PathPart": "{id}"}
        Users AWS::ApiGateway::Authorizer {"RestApiId": "=Api", "Type": "REQUEST", "IdentitySource": "method.request.header.X-Tenant, method.request.querystring.code", "AuthorizerResultTtlInSeconds": 60}
        Get AWS::ApiGateway::Method {"RestApiId": "=Api", "ResourceId": "=Order", "HttpMethod": "GET", "AuthorizationType": "CUSTOM", "AuthorizerId": "=Users",
          "Integration": {"CacheKeyParameters": ["method.request.header.X-Tenant", "method.request.querystring.code"]}}
        Before AWS::ApiGateway::Deployment {"RestApiId": "=Api"}
        After AWS::ApiGateway::Deployment {"RestApiId": "=Api"}
        Stage AWS::ApiGateway::Stage {"RestApiId": "=Api", "DeploymentId": "=Before", "CacheClusterEnabled": true, "Variables": {"colour": "green"},
          "CanarySetting": {"DeploymentId": "=After", "PercentTraffic": 12.5, "StageVariableOverrides": {"colour": "blue"}},
          "MethodSettings": [{"HttpMethod": "*", "ResourcePath": "/*", "CachingEnabled": false},
           {"HttpMethod": "GET", "ResourcePath": "/~1orders~1{id}", "CachingEnabled": true, "CacheDataEncrypted": true, "CacheTtlInSeconds": 60}]}
        """);

    private static readonly Fragment Document = Fragment.Of(
        """
        Api AWS::ApiGateway::RestApi {"Body": {
           "components": {"securitySchemes": {"users": {"x-amazon-apigateway-authtype": "custom",
            "x-amazon-apigateway-authorizer": {"type": "token", "identitySource": "method.request.header.Authorization", "authorizerResultTtlInSeconds": 60}}}},
           "paths": {"/orders": {"get": {"security": [{"users": []}], "x-amazon-apigateway-integration": {"cacheKeyParameters": ["method.request.header.Authorization"]}}}}}}
        Stage AWS::ApiGateway::Stage {"RestApiId": "=Api", "CacheClusterEnabled": true,
          "MethodSettings": [{"HttpMethod": "*", "ResourcePath": "/*", "CachingEnabled": false},
           {"HttpMethod": "GET", "ResourcePath": "/~1orders", "CachingEnabled": true, "CacheDataEncrypted": true, "CacheTtlInSeconds": 60}]}
        """);

    private static readonly Fragment Http = Fragment.Of(
        """
        Users AWS::ApiGatewayV2::Authorizer {"AuthorizerType": "REQUEST", "IdentitySource": ["$request.header.x-tenant"], "AuthorizerResultTtlInSeconds": 60}
        """);

    private static readonly Fragment Inside = Fragment.Of(
        """
        Clients AWS::EC2::SecurityGroup {"GroupDescription": "Clients"}
        Doors AWS::EC2::SecurityGroup {"GroupDescription": "Endpoints", "SecurityGroupIngress": [{"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "SourceSecurityGroupId": "=Clients.GroupId"}]}
        Endpoint AWS::EC2::VPCEndpoint {"ServiceName": "com.amazonaws.eu-west-1.execute-api", "SecurityGroupIds": ["=Doors.GroupId"]}
        Api AWS::ApiGateway::RestApi {"EndpointConfiguration": {"Types": ["PRIVATE"], "VpcEndpointIds": ["=Endpoint"]},
          "Policy": {"Statement": [{"Effect": "Allow", "Principal": "*"}, {"Effect": "Deny", "Principal": "*", "Condition": {"StringNotEquals": {"aws:SourceVpce": ["=Endpoint"]}}}]}}
        """);

    public static IEnumerable<RuleCase> All =>
    [
        new(new RestCacheRule(), [Api, Document],
        [
            ("Stage", Changed(Api, "Stage", "\"CacheClusterEnabled\": true", "\"CacheClusterEnabled\": false")),
            ("Stage", Changed(Api, "Stage", "\"CachingEnabled\": false", "\"CachingEnabled\": true")),
            ("Stage", Changed(Api, "Stage", "\"HttpMethod\": \"GET\"", "\"HttpMethod\": \"POST\"")),
            ("Stage", Changed(Api, "Stage", "\"CacheDataEncrypted\": true, ", "")),
            ("Stage", Changed(Api, "Stage", "\"CacheTtlInSeconds\": 60", "\"CacheTtlInSeconds\": 0")),
            ("Stage", Changed(Api, "Stage", "~1{id}", "~1{name}")),
            ("Stage", Changed(Api, "Get", ", \"method.request.querystring.code\"", "")),
            ("Stage", Changed(Api, "Get", "\"CUSTOM\", \"AuthorizerId\": \"=Users\"", "\"AWS_IAM\"")),
            ("Stage", Changed(Document, "Api", "\"cacheKeyParameters\": [\"method.request.header.Authorization\"]", "\"type\": \"mock\"")),
            ("Stage", Changed(Document, "Api", "\"custom\"", "\"awsSigv4\"")),
        ]),
        RuleCase.Of<CanaryRule>(Api,
            ("Stage", Changed(Api, "Stage", "12.5", "100.5")),
            ("Stage", Changed(Api, "Stage", "12.5", "-1")),
            ("Stage", Changed(Api, "Stage", "\"PercentTraffic\": 12.5, ", "")),
            ("Stage", Changed(Api, "Stage", "\"=After\"", "\"=Before\"")),
            ("Stage", Changed(Api, "Stage", "\"=After\"", "\"other\"")),
            ("Stage", Changed(Api, "After", "\"=Api\"", "\"=Users\"")),
            ("Stage", Changed(Api, "Stage", "\"green\"", "\"light green\"")),
            ("Stage", Changed(Api, "Stage", "{\"colour\": \"blue\"}", "{\"the-colour\": \"blue\"}"))),
        RuleCase.Of<PrivateApiRule>(Inside,
            ("Api", Changed(Inside, "Api", ", \"VpcEndpointIds\": [\"=Endpoint\"]", "")),
            ("Api", Changed(Inside, "Api", "\"Deny\"", "\"Allow\"")),
            ("Api", Changed(Inside, "Api", "aws:SourceVpce", "aws:SourceIp")),
            ("Api", Changed(Inside, "Doors", "\"SourceSecurityGroupId\": \"=Clients.GroupId\"", "\"CidrIp\": \"10.0.0.0/16\"")),
            ("Api", Changed(Inside, "Doors", "\"FromPort\": 443", "\"FromPort\": 80")),
            ("Api", Changed(Inside, "Endpoint", "\"=Doors.GroupId\"", "\"sg-1\""))),
        new(new AuthorizerMemoryRule(), [Api, Document, Http, WebSocketApiCases.Api],
        [
            ("Users", Changed(Api, "Users", ", \"AuthorizerResultTtlInSeconds\": 60", "")),
            ("Users", Changed(Api, "Users", "\"AuthorizerResultTtlInSeconds\": 60", "\"AuthorizerResultTtlInSeconds\": 7200")),
            ("Users", Changed(Api, "Users", "method.request.header.X-Tenant, method.request.querystring.code", "")),
            ("Api", Changed(Document, "Api", ", \"authorizerResultTtlInSeconds\": 60", "")),
            ("Api", Changed(Document, "Api", "\"identitySource\": \"method.request.header.Authorization\", ", "")),
            ("Users", Changed(Http, "Users", "[\"$request.header.x-tenant\"]", "[]")),
            ("Gate", WebSocketApiCases.Remembering),
        ]),
    ];

    private static Fragment Changed(Fragment fragment, string id, string text, string other) => fragment.Lines[id].Contains(text, StringComparison.Ordinal)
        ? fragment.With(fragment.Lines[id].Replace(text, other, StringComparison.Ordinal))
        : throw new ArgumentException($"the case changes nothing: {text}", nameof(text));
}
