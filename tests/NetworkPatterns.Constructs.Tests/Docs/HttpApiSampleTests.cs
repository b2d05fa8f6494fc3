using Amazon.CDK;
using Amazon.CDK.AWS.Lambda;
using NetworkPatterns.Constructs.Edge.Api;
using NetworkPatterns.Constructs.Tests.Edge;
using NetworkPatterns.Constructs.Tests.Support;

namespace NetworkPatterns.Constructs.Tests.Docs;

/// <summary>The sample of the page about HTTP APIs.</summary>
[Collection(CdkCollection.Name)]
public sealed class HttpApiSampleTests
{
    [Fact]
    public void HttpApi_Sample_IsGuarded()
    {
        var stack = EdgeStacks.NewStack("eu-west-1");
        var orders = Function.FromFunctionArn(stack, "Orders", $"arn:{Aws.PARTITION}:lambda:{Aws.REGION}:{Aws.ACCOUNT_ID}:function:orders");
        var api = new RegionalHttpApi(stack, "Api", new RegionalHttpApiProps
        {
            Routes =
            [
                new("GET", "/orders/{id}", new LambdaBackend(orders)),
                new("POST", "/orders", new LambdaBackend(orders)) { Scopes = ["orders/write"], Throttle = new(10, 20) },
                new("GET", "/status", new HttpBackend("https://status.example.com")) { Authorizer = ApiAuthorizer.Public("the status says nothing of anybody") },
            ],
            DefaultAuthorizer = ApiAuthorizer.Jwt("users", "https://login.example.com/", "shop"),
            Lock = OriginLock.None,
        });

        api.HttpApiId.ShouldNotBeNull();
        stack.Template().LogicalIds("AWS::ApiGatewayV2::Route").Count.ShouldBe(3);
    }
}
