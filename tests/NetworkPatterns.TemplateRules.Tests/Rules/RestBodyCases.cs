using NetworkPatterns.TemplateRules.Rules.Edge;

namespace NetworkPatterns.TemplateRules.Tests.Rules;

internal static class RestBodyCases
{
    private static readonly Fragment Api = Fragment.Of(
        """
        Api AWS::ApiGateway::RestApi {"EndpointConfiguration": {"Types": ["REGIONAL"]}, "DisableExecuteApiEndpoint": true, "FailOnWarnings": true, "Mode": "overwrite",
          "Parameters": {"endpointConfigurationTypes": "REGIONAL"}, "Policy": {"a": 1}, "@Metadata": {"NetworkPatterns::PublicOperations": {"GET /health": "It says nothing."}},
          "Body": {"openapi": "3.0.3", "x-amazon-apigateway-request-validator": "all", "x-amazon-apigateway-policy": {"a": 1},
           "x-amazon-apigateway-request-validators": {"all": {"validateRequestBody": true, "validateRequestParameters": true}},
           "x-amazon-apigateway-gateway-responses": {"DEFAULT_4XX": {}, "DEFAULT_5XX": {}},
           "servers": [{"url": "/", "x-amazon-apigateway-endpoint-configuration": {"disableExecuteApiEndpoint": true}}],
           "components": {"securitySchemes": {"users": {"type": "apiKey", "x-amazon-apigateway-authtype": "custom"}, "api_key": {"type": "apiKey"}}},
           "paths": {
            "/health": {"get": {"x-amazon-apigateway-integration": {"type": "mock"}}},
            "/orders": {
             "post": {"security": [{"users": []}, {"api_key": []}], "x-amazon-apigateway-integration": {"type": "http_proxy"}},
             "options": {"responses": {"204": {"headers": {"Access-Control-Allow-Origin": {}}}}, "x-amazon-apigateway-integration": {"type": "mock"}}}}}}
        """);

    public static IEnumerable<RuleCase> All =>
    [
        RuleCase.Of<RestBodyRule>(Api,
            ("Api", Changed("\"GET /health\"", "\"GET /other\"")),
            ("Api", Changed("\"security\": [{\"users\": []}, {\"api_key\": []}], ", "")),
            ("Api", Changed("{\"users\": []}, ", "")),
            ("Api", Changed("{\"users\": []}", "{\"others\": []}")),
            ("Api", Changed("\"204\"", "\"200\"")),
            ("Api", Changed("{\"type\": \"http_proxy\"}", "{}")),
            ("Api", Changed("\"FailOnWarnings\": true", "\"FailOnWarnings\": false")),
            ("Api", Changed("\"overwrite\"", "\"merge\"")),
            ("Api", Changed("\"paths\"", "\"x-paths\"")),
            ("Api", Changed("\"Body\"", "\"BodyS3Location\"")),
            ("Api", Api.With("""Get AWS::ApiGateway::Method {"RestApiId": "=Api", "HttpMethod": "GET"}"""))),
    ];

    /// <summary>Templates of documents that break E36.</summary>
    public static (string At, Fragment Template)[] Unsettled =>
    [
        ("Api", Changed("\"validateRequestBody\": true", "\"validateRequestBody\": false")),
        ("Api", Changed("\"post\": {", "\"post\": {\"x-amazon-apigateway-request-validator\": \"none\", ")),
        ("Api", Changed(", \"DEFAULT_5XX\": {}", "")),
        ("Api", Changed("\"DEFAULT_5XX\": {}", "\"DEFAULT_5XX\": {\"responseTemplates\": {\"application/json\": \"$context.error.validationErrorString\"}}")),
        ("Api", Changed("{\"disableExecuteApiEndpoint\": true}", "{\"disableExecuteApiEndpoint\": false}")),
        ("Api", Changed("\"x-amazon-apigateway-policy\": {\"a\": 1}", "\"x-amazon-apigateway-policy\": {\"a\": 2}")),
        ("Api", Changed("{\"endpointConfigurationTypes\": \"REGIONAL\"}", "{\"endpointConfigurationTypes\": \"EDGE\"}")),
    ];

    /// <summary>A document that keeps E36.</summary>
    public static Fragment Settled => Api;

    private static Fragment Changed(string text, string other) => Api.Lines["Api"].Contains(text, StringComparison.Ordinal)
        ? Api.With(Api.Lines["Api"].Replace(text, other, StringComparison.Ordinal))
        : throw new ArgumentException($"the case changes nothing: {text}", nameof(text));
}
