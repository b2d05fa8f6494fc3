using System.Text.Json.Nodes;
using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.SQS;
using NetworkPatterns.Constructs.Edge.Api;
using NetworkPatterns.Constructs.Edge.Backends;
using NetworkPatterns.Constructs.Tests.Dns;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.TemplateRules.Snapshots;

namespace NetworkPatterns.Constructs.Tests.Edge.Api;

[Collection(CdkCollection.Name)]
public sealed class RegionalWebSocketApiTests
{
    [Fact]
    public void Defaults_OneFunction_AreAsApproved()
    {
        var stack = EdgeStacks.NewStack("eu-west-1");
        var api = new RegionalWebSocketApi(stack, "Door", new RegionalWebSocketApiProps
        {
            Routes = [new(WebSocketRoute.Default, new LambdaBackend(FunctionOf(stack)))],
            Authorizer = ApiAuthorizer.Iam,
            Lock = OriginLock.None,
        });
        stack.Resolve(api.Url).ShouldNotBeNull();
        stack.Resolve(api.CallbackUrl).ShouldNotBeNull();
        Snapshot.Matches(TemplateText.Canonical(stack.Template()["Resources"]!.ToJsonString()), "RegionalWebSocketApi.Defaults");
    }

    [Fact]
    public void AllOptions_OfRoutesAndStage_AreAsApproved()
    {
        var stack = EdgeStacks.NewStack("eu-west-1");
        var queue = Queue.FromQueueArn(stack, "Queue", $"arn:{Aws.PARTITION}:sqs:{Aws.REGION}:{Aws.ACCOUNT_ID}:messages");
        var role = Role.FromRoleArn(stack, "Role", $"arn:{Aws.PARTITION}:iam::{Aws.ACCOUNT_ID}:role/messages");
        var api = new RegionalWebSocketApi(stack, "Door", new RegionalWebSocketApiProps
        {
            Routes =
            [
                new(WebSocketRoute.Connect, new LambdaBackend(FunctionOf(stack))),
                new(WebSocketRoute.Disconnect, new LambdaBackend(FunctionOf(stack))),
                new("ask", new LambdaBackend(FunctionOf(stack)) { Timeout = TimeSpan.FromSeconds(5) }) { Answers = true, Throttle = new(10, 20) },
                new("tell", new QueueBackend(stack, "Intake", queue)) { Answers = true },
                new("ping", new MockBackend(200, """{"pong":true}""")) { Answers = true },
                new(WebSocketRoute.Default, new HttpBackend("https://messages.example.com")),
            ],
            Authorizer = ApiAuthorizer.LambdaRequest("tenants", FunctionOf(stack), ["route.request.querystring.tenant"]),
            Lock = OriginLock.None,
            RouteSelectionExpression = "$request.body.type",
            Domain = new("ws.example.com", $"arn:{Aws.PARTITION}:acm:{Aws.REGION}:{Aws.ACCOUNT_ID}:certificate/1") { Zone = DnsStacks.Zone(stack), BasePath = "chat" },
            StageName = "v1",
            Variables = System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty.Add("table", "rooms"),
            Throttle = new(50, 100),
            LogRetentionDays = 90,
            Account = new ApiGatewayAccount(stack, "Account"),
        });
        api.GrantManageConnections(role);
        api.Url.ShouldBe("wss://ws.example.com/chat");
        api.CallbackUrl.ShouldBe("https://ws.example.com/chat");
        Snapshot.Matches(TemplateText.Canonical(stack.Template()["Resources"]!.ToJsonString()), "RegionalWebSocketApi.AllOptions");
    }

    [Fact]
    public void LambdaGate_AllOfIt_IsAsApproved()
    {
        var stack = EdgeStacks.NewStack("eu-west-1");
        _ = new RegionalWebSocketApi(stack, "Door", new RegionalWebSocketApiProps
        {
            Routes = [new(WebSocketRoute.Default, new HttpBackend("https://messages.example.com"))],
            Authorizer = ApiAuthorizer.Public("the server looks at the user's token itself"),
            Lock = OriginLock.LambdaGate(),
        });
        Snapshot.Matches(TemplateText.Canonical(stack.Template(EdgeStacks.GateIsAFunction)["Resources"]!.ToJsonString()), "RegionalWebSocketApi.LambdaGate");
    }

    [Fact]
    public void ManageConnections_OfARole_IsForOneStage()
    {
        var stack = EdgeStacks.NewStack("eu-west-1");
        var api = new RegionalWebSocketApi(stack, "Door", new RegionalWebSocketApiProps
        {
            Routes = [new(WebSocketRoute.Default, new LambdaBackend(FunctionOf(stack)))],
            Authorizer = ApiAuthorizer.Iam,
            Lock = OriginLock.None,
        });
        api.GrantManageConnections(new Role(stack, "One", new RoleProps { AssumedBy = new ServicePrincipal("lambda.amazonaws.com") }));
        api.GrantManageConnections(new Role(stack, "Two", new RoleProps { AssumedBy = new ServicePrincipal("lambda.amazonaws.com") }));

        var template = stack.Template();
        var statement = template.Properties(template.LogicalIds("AWS::IAM::Policy")[0])["PolicyDocument"]!["Statement"]![0]!;
        statement["Action"]!.GetValue<string>().ShouldBe("execute-api:ManageConnections");
        statement["Resource"]!.ToJsonString().ShouldContain("/live/*/@connections/*");
        template.LogicalIds("AWS::IAM::Policy").Count.ShouldBe(2);
    }

    [Fact]
    public void Routes_OfAnApi_WhenOneIsAdded_KeepTheirResources()
    {
        string[] Resources(params WebSocketRoute[] routes)
        {
            var stack = EdgeStacks.NewStack("eu-west-1");
            _ = new RegionalWebSocketApi(stack, "Door", new RegionalWebSocketApiProps { Routes = routes, Authorizer = ApiAuthorizer.Iam, Lock = OriginLock.None });
            return [.. stack.Template()["Resources"]!.AsObject().Select(resource => resource.Key).Where(id => !id.Contains("Deployment", StringComparison.Ordinal))];
        }

        var backend = new HttpBackend("https://messages.example.com");
        var one = Resources(new WebSocketRoute("send", backend));
        var two = Resources(new WebSocketRoute("fetch", backend), new WebSocketRoute("send", backend));
        one.ShouldBeSubsetOf(two);
        two.Length.ShouldBe(one.Length + 2);
    }

    [Fact]
    public void Template_WithAndWithoutFlags_IsTheSame()
    {
        JsonNode Resources(bool hasFlags)
        {
            var stack = new Stack(Synthesized.NewApp(hasFlags ? CdkFlags.Recommended : null), "Dev", new StackProps { Env = new Amazon.CDK.Environment { Region = "eu-west-1" } });
            _ = new RegionalWebSocketApi(stack, "Door", new RegionalWebSocketApiProps
            {
                Routes = [new(WebSocketRoute.Default, new HttpBackend("https://messages.example.com"))],
                Authorizer = ApiAuthorizer.Public("the server looks at the user's token itself"),
                Lock = OriginLock.LambdaGate(),
            });
            return stack.Template(EdgeStacks.GateIsAFunction).Resources();
        }

        JsonNode.DeepEquals(Resources(hasFlags: true), Resources(hasFlags: false)).ShouldBeTrue();
    }

    private static IFunction FunctionOf(Stack stack) => stack.Node.TryFindChild("Function") as IFunction
        ?? Function.FromFunctionArn(stack, "Function", $"arn:{Aws.PARTITION}:lambda:{Aws.REGION}:{Aws.ACCOUNT_ID}:function:messages");
}
