using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;
using NetworkPatterns.Constructs.Edge;
using NetworkPatterns.Constructs.Edge.Api;
using NetworkPatterns.Constructs.Edge.Distributions;
using NetworkPatterns.Constructs.Tests.Edge;
using NetworkPatterns.Constructs.Tests.Support;

namespace NetworkPatterns.Constructs.Tests.Docs;

/// <summary>The samples of the pages about WebSocket APIs, and about the lock that is a function.</summary>
[Collection(CdkCollection.Name)]
public sealed class WebSocketApiSampleTests
{
    [Fact]
    public void WebSocketApi_Sample_IsGuarded()
    {
        var stack = EdgeStacks.NewStack("eu-west-1");
        var rooms = ServiceIn(stack);
        var role = Role.FromRoleArn(stack, "Role", $"arn:{Aws.PARTITION}:iam::{Aws.ACCOUNT_ID}:role/rooms");
        var api = new RegionalWebSocketApi(stack, "Chat", new RegionalWebSocketApiProps
        {
            Routes =
            [
                new(WebSocketRoute.Connect, new LambdaBackend(rooms)),
                new("join", new LambdaBackend(rooms)) { Answers = true, Throttle = new(10, 20) },
                new(WebSocketRoute.Default, new LambdaBackend(rooms)),
            ],
            Authorizer = ApiAuthorizer.Iam,
            Lock = OriginLock.None,
        });
        api.GrantManageConnections(role);

        api.WebSocketApiId.ShouldNotBeNull();
        stack.Template().LogicalIds("AWS::ApiGatewayV2::Route").Count.ShouldBe(3);
    }

    [Fact]
    public void LambdaGate_Sample_IsLocked()
    {
        var stack = EdgeStacks.NewStack("eu-west-1");
        var api = new RegionalHttpApi(stack, "Api", new RegionalHttpApiProps
        {
            Routes = [new("ANY", "/{proxy+}", new HttpBackend("https://orders.example.com"))],
            DefaultAuthorizer = ApiAuthorizer.Public("the service looks at users' tokens itself"),
            Lock = OriginLock.LambdaGate(),
        });

        api.HttpApiId.ShouldNotBeNull();
        stack.Template(EdgeStacks.GateIsAFunction).LogicalIds("AWS::SecretsManager::Secret").Count.ShouldBe(2);
    }

    [Fact]
    public void FrontDoor_OfAWebSocketApi_HasTwoStacks()
    {
        var door = new ApiFrontDoor(Synthesized.NewApp(CdkFlags.Recommended), "Chat", new ApiFrontDoorProps
        {
            DomainName = "chat.example.com",
            ZoneName = "example.com",
            HostedZoneId = "Z0123456789EXAMPLE",
            Region = "eu-west-1",
            Countries = EdgeCountries.Only("NL", "BE"),
            Api = stack => new RegionalWebSocketApiProps
            {
                Routes = [new(WebSocketRoute.Default, new LambdaBackend(ServiceIn(stack))) { Answers = true }],
                Authorizer = ApiAuthorizer.Public("the function looks at users' tokens itself"),
                Lock = OriginLock.LambdaGate(),
            },
        });

        door.EdgeStack.Template(EdgeStacks.GateIsAFunction).LogicalIds("AWS::CloudFront::Distribution").Count.ShouldBe(1);
    }

    private static IFunction ServiceIn(Stack stack) =>
        Function.FromFunctionArn(stack, "Service", $"arn:{Aws.PARTITION}:lambda:{Aws.REGION}:{Aws.ACCOUNT_ID}:function:service");
}
