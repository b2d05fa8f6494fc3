using Amazon.CDK;
using Amazon.CDK.AWS.Cognito;
using Amazon.CDK.AWS.Lambda;
using NetworkPatterns.Constructs.Edge.Api;
using NetworkPatterns.Constructs.Edge.Api.OpenApi;
using NetworkPatterns.Constructs.Tests.Edge;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.TemplateRules;

namespace NetworkPatterns.Constructs.Tests.Docs;

/// <summary>The samples of the page about REST APIs beyond the first.</summary>
[Collection(CdkCollection.Name)]
public sealed class RestApiSampleTests
{
    [Fact]
    public void OpenApi_Sample_HasADocument()
    {
        const string text = """
            openapi: 3.0.3
            info: { title: Orders, version: "1" }
            security:
              - oauth: [orders/read]
            paths:
              /orders:
                get: { responses: {} }
            """;
        var stack = EdgeStacks.NewStack("eu-west-1");
        var orders = Function.FromFunctionArn(stack, "Orders", $"arn:{Aws.PARTITION}:lambda:{Aws.REGION}:{Aws.ACCOUNT_ID}:function:orders");
        var users = ApiAuthorizer.Cognito("users", UserPool.FromUserPoolArn(stack, "Users", $"arn:{Aws.PARTITION}:cognito-idp:{Aws.REGION}:{Aws.ACCOUNT_ID}:userpool/eu_1"));
        var document = OpenApiDocument.FromYaml(text);
        var api = new RegionalRestApi(stack, "Api", new RegionalRestApiProps
        {
            Document = document,
            Routes = document.Routes(operation => new(operation.Method, operation.Path, new LambdaBackend(orders))
            {
                Authorizer = operation.IsPublic ? ApiAuthorizer.Public("the document lets everybody in") : users,
                Scopes = operation.Scopes,
            }),
        });

        api.RestApiId.ShouldNotBeNull();
        stack.Template().Single("AWS::ApiGateway::RestApi")["Properties"]!["Body"]!["paths"]!["/orders"]!["get"]!["security"]![0]!["users"]![0]!.GetValue<string>().ShouldBe("orders/read");
    }

    [Fact]
    public void Canary_Sample_HasTwoDeployments()
    {
        var stack = EdgeStacks.NewStack("eu-west-1");
        var orders = Function.FromFunctionArn(stack, "Orders", $"arn:{Aws.PARTITION}:lambda:{Aws.REGION}:{Aws.ACCOUNT_ID}:function:orders");
        var api = new RegionalRestApi(stack, "Api", new RegionalRestApiProps
        {
            Routes = [new("GET", "/orders/{id}", new LambdaBackend(orders))],
            DefaultAuthorizer = ApiAuthorizer.Iam,
            Canary = new("Deployment1a2b3c4d5e", PercentTraffic: 10),
        });
        _ = new CfnOutput(stack, "Deployment", new CfnOutputProps { Value = api.DeploymentName });

        stack.Template().LogicalIds("AWS::ApiGateway::Deployment").Count.ShouldBe(2);
    }

    [Fact]
    public void Policy_Sample_LetsInTheOfficesAndAnAccount()
    {
        var stack = EdgeStacks.NewStack("eu-west-1");
        var orders = Function.FromFunctionArn(stack, "Orders", $"arn:{Aws.PARTITION}:lambda:{Aws.REGION}:{Aws.ACCOUNT_ID}:function:orders");
        var api = new RegionalRestApi(stack, "Api", new RegionalRestApiProps
        {
            Routes = [new("GET", "/orders/{id}", new LambdaBackend(orders))],
            DefaultAuthorizer = ApiAuthorizer.Iam,
            Lock = OriginLock.None,
            PolicyStatements =
            [
                ApiPolicyStatement.OnlyAddresses("203.0.113.0/24", "2001:db8::/32"),
                ApiPolicyStatement.AllowPrincipals("111122223333"),
            ],
        });

        api.RestApiId.ShouldNotBeNull();
        var template = stack.Template(new RuleException("E60", "Dev/Api*", "The account that is let in is another than the stack's."));
        template.Single("AWS::ApiGateway::RestApi")["Properties"]!["Policy"]!["Statement"]!.AsArray().Count.ShouldBe(3);
    }
}
