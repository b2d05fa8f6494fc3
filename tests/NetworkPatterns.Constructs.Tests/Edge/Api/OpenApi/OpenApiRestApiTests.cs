using System.Text.Json.Nodes;
using Amazon.CDK;
using Amazon.CDK.AWS.Cognito;
using Amazon.CDK.AWS.Lambda;
using NetworkPatterns.Constructs.Edge.Api;
using NetworkPatterns.Constructs.Edge.Api.OpenApi;
using NetworkPatterns.Constructs.Tests.Dns;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.TemplateRules.Snapshots;

namespace NetworkPatterns.Constructs.Tests.Edge.Api.OpenApi;

[Collection(CdkCollection.Name)]
public sealed class OpenApiRestApiTests
{
    [Fact]
    public void AllOptions_OfADocument_AreAsApproved()
    {
        var stack = EdgeStacks.NewStack("eu-west-1");
        var document = OpenApiDocument.FromYaml(OpenApiTexts.Orders);
        var function = FunctionOf(stack, "orders");
        var tokens = ApiAuthorizer.LambdaToken("tokens", FunctionOf(stack, "tokens"), resultTtl: TimeSpan.FromMinutes(1));
        _ = new RegionalRestApi(stack, "Door", new RegionalRestApiProps
        {
            Document = document,
            Routes = document.Routes(operation => operation.Id switch
            {
                "listOrders" => new(operation.Method, operation.Path, new HttpBackend("https://orders.example.com")) { Authorizer = tokens, CacheFor = TimeSpan.FromMinutes(1), NeedsApiKey = true },
                "addOrder" => new(operation.Method, operation.Path, new LambdaBackend(function)) { Scopes = operation.Scopes, Throttle = new(5, 10) },
                "getOrder" => new(operation.Method, operation.Path, new LambdaBackend(function)) { Authorizer = ApiAuthorizer.Iam },
                _ => new(operation.Method, operation.Path, new MockBackend(200, """{"status":"up"}""")) { Authorizer = ApiAuthorizer.Public("the status says nothing of anybody") },
            }),
            DefaultAuthorizer = ApiAuthorizer.Cognito("users", UserPool.FromUserPoolArn(stack, "Pool", $"arn:{Aws.PARTITION}:cognito-idp:{Aws.REGION}:{Aws.ACCOUNT_ID}:userpool/eu_1")),
            Domain = new("origin-api.example.com", $"arn:{Aws.PARTITION}:acm:{Aws.REGION}:{Aws.ACCOUNT_ID}:certificate/1"),
            Cors = new(["https://www.example.com"]),
            UsagePlans = [new("partners", new(5, 10), 10_000, ["shop"])],
            CacheGigabytes = 0.5m,
            BinaryMediaTypes = ["image/png"],
            CompressionFromBytes = 1024,
        });

        var template = stack.Template();

        Snapshot.Matches(TemplateText.Canonical(template["Resources"]!.ToJsonString()), "OpenApi.AllOptions");
        var get = Body(template)["paths"]!["/orders/{id}"]!["get"]!;
        get["security"].ShouldBeJson("""[{"aws_sigv4":[]}]""");
        template.LogicalIds("AWS::ApiGateway::Method").ShouldBeEmpty();
        template.LogicalIds("AWS::Lambda::Permission").Count.ShouldBe(3);
    }

    [Fact]
    public void PolicyGate_OfADocument_StandsInIt()
    {
        var template = TemplateOf(OriginLock.PolicyGate());
        var api = template.Single("AWS::ApiGateway::RestApi")["Properties"]!;
        JsonNode.DeepEquals(api["Policy"], Body(template)["x-amazon-apigateway-policy"]).ShouldBeTrue();
    }

    [Fact]
    public void KeyGate_OfADocument_AsksForAKeyEverywhere()
    {
        var body = Body(TemplateOf(OriginLock.KeyGate()));
        body["components"]!["securitySchemes"]!["api_key"].ShouldBeJson("""{"type":"apiKey","name":"x-api-key","in":"header"}""");
        foreach (var operation in body["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).Where(member => member.Key != "parameters"))
        {
            operation.Value!["security"]!.ToJsonString().ShouldContain("""{"api_key":[]}""");
        }
    }

    [Fact]
    public void Private_OfADocument_IsForItsEndpointsOnly()
    {
        var template = TemplateOf(OriginLock.Private("vpce-1"));
        Body(template)["servers"].ShouldBeJson("""[{"url":"/","x-amazon-apigateway-endpoint-configuration":{"disableExecuteApiEndpoint":false,"vpcEndpointIds":["vpce-1"]}}]""");
        template.Single("AWS::ApiGateway::RestApi")["Properties"]!["Parameters"].ShouldBeJson("""{"endpointConfigurationTypes":"PRIVATE"}""");
    }

    private static JsonNode Body(JsonObject template) => template.Single("AWS::ApiGateway::RestApi")["Properties"]!["Body"]!;

    private static JsonObject TemplateOf(OriginLock originLock)
    {
        var stack = EdgeStacks.NewStack("eu-west-1");
        var document = OpenApiDocument.FromYaml(OpenApiTexts.Orders);
        _ = new RegionalRestApi(stack, "Door", new RegionalRestApiProps
        {
            Document = document,
            Routes = document.RoutesTo(new HttpBackend("https://orders.example.com")),
            DefaultAuthorizer = ApiAuthorizer.Iam,
            Lock = originLock,
        });
        return stack.Template();
    }

    private static IFunction FunctionOf(Stack stack, string name) =>
        Function.FromFunctionArn(stack, $"Function{name}", $"arn:{Aws.PARTITION}:lambda:{Aws.REGION}:{Aws.ACCOUNT_ID}:function:{name}");
}
