using Amazon.CDK;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.SQS;
using NetworkPatterns.Constructs.Edge.Api;
using NetworkPatterns.Constructs.Edge.Backends;
using NetworkPatterns.Constructs.Tests.Dns;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.TemplateRules.Snapshots;

namespace NetworkPatterns.Constructs.Tests.Edge.Api;

[Collection(CdkCollection.Name)]
public sealed class RegionalHttpApiTests
{
    private static readonly ApiAuthorizer Users = ApiAuthorizer.Jwt("users", "https://login.example.com/", "shop");

    [Fact]
    public void Defaults_OneFunction_AreAsApproved()
    {
        var stack = EdgeStacks.NewStack("eu-west-1");
        var api = new RegionalHttpApi(stack, "Door", new RegionalHttpApiProps
        {
            Routes = [new("ANY", "/{proxy+}", new LambdaBackend(FunctionOf(stack)))],
            DefaultAuthorizer = Users,
            Lock = OriginLock.None,
        });
        stack.Resolve(api.Url).ShouldNotBeNull();
        var template = stack.Template();
        Snapshot.Matches(TemplateText.Canonical(template["Resources"]!.ToJsonString()), "RegionalHttpApi.Defaults");
    }

    [Fact]
    public void AllOptions_OfRoutesAndStage_AreAsApproved()
    {
        var stack = EdgeStacks.NewStack("eu-west-1");
        var api = new RegionalHttpApi(stack, "Door", new RegionalHttpApiProps
        {
            Routes =
            [
                new("GET", "/", new HttpBackend("https://status.example.com")) { Authorizer = ApiAuthorizer.Public("the status says nothing of anybody") },
                new("GET", "/orders/{id}", new HttpBackend("https://orders.example.com") { Timeout = TimeSpan.FromSeconds(30) }) 
                {
                    Authorizer = ApiAuthorizer.Jwt("pool", $"https://cognito-idp.{Aws.REGION}.amazonaws.com/pool", "shop", "bank"),
                    Scopes = ["orders/read"],
                },
                new("POST", "/orders", new LambdaBackend(FunctionOf(stack)) { Timeout = TimeSpan.FromSeconds(5) }) { Throttle = new(10, 20) },
                new("DELETE", "/orders/{id}", new LambdaBackend(FunctionOf(stack))) { Authorizer = ApiAuthorizer.Iam },
            ],
            DefaultAuthorizer = Users,
            Domain = new("origin-api.example.com", $"arn:{Aws.PARTITION}:acm:{Aws.REGION}:{Aws.ACCOUNT_ID}:certificate/1") { Zone = DnsStacks.Zone(stack) },
            Lock = OriginLock.OriginMtls("s3://trust/store.pem", "arn:aws:acm:us-east-1:111111111111:certificate/2"),
            Cors = new(["https://www.example.com"]) { AllowsCredentials = true },
            Throttle = new(50, 100),
            LogRetentionDays = 90,
        });
        api.Url.ShouldBe("https://origin-api.example.com");
        var template = stack.Template();
        Snapshot.Matches(TemplateText.Canonical(template["Resources"]!.ToJsonString()), "RegionalHttpApi.AllOptions");
    }

    // E41: the route that takes what no other does is guarded as they are.
    [Fact]
    public void CatchAll_Route_IsTheGuardedDefault()
    {
        var stack = EdgeStacks.NewStack("eu-west-1");
        _ = new RegionalHttpApi(stack, "Door", new RegionalHttpApiProps
        {
            Routes = [new("ANY", ApiRoute.CatchAll, new LambdaBackend(FunctionOf(stack))) { Throttle = new(5, 10) }],
            DefaultAuthorizer = Users,
            Lock = OriginLock.None,
        });
        var template = stack.Template();
        var route = template.Single("AWS::ApiGatewayV2::Route")["Properties"]!;
        route["RouteKey"]!.GetValue<string>().ShouldBe("$default");
        route["AuthorizationType"]!.GetValue<string>().ShouldBe("JWT");
        route["AuthorizerId"].ShouldNotBeNull();
        template.Single("AWS::ApiGatewayV2::Stage")["Properties"]!["RouteSettings"]!["$default"]!["ThrottlingRateLimit"]!.GetValue<int>().ShouldBe(5);
        template.Single("AWS::Lambda::Permission")["Properties"]!["SourceArn"]!.ToJsonString().ShouldContain("/$default/*\"");
    }

    [Fact]
    public void OriginMtls_Domain_AsksForACertificateAndIsTheOnlyName()
    {
        var stack = EdgeStacks.NewStack("eu-west-1");
        _ = new RegionalHttpApi(stack, "Door", new RegionalHttpApiProps
        {
            Routes = [new("GET", "/orders", new HttpBackend("https://orders.example.com"))],
            DefaultAuthorizer = ApiAuthorizer.Iam,
            Domain = new("api.example.com", $"arn:{Aws.PARTITION}:acm:{Aws.REGION}:{Aws.ACCOUNT_ID}:certificate/1"),
            Lock = OriginLock.OriginMtls("s3://trust/store.pem", "arn:aws:acm:us-east-1:111111111111:certificate/2"),
        });
        var template = stack.Template();
        template.Single("AWS::ApiGatewayV2::DomainName")["Properties"]!["MutualTlsAuthentication"].ShouldBeJson("""{"TruststoreUri":"s3://trust/store.pem"}""");
        template.Single("AWS::ApiGatewayV2::Api")["Properties"]!["DisableExecuteApiEndpoint"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public void LambdaGate_AllOfIt_IsAsApproved()
    {
        var stack = EdgeStacks.NewStack("eu-west-1");
        var api = new RegionalHttpApi(stack, "Door", new RegionalHttpApiProps
        {
            Routes = [new("GET", "/orders/{id}", new HttpBackend("https://orders.example.com")), new("POST", "/orders", new LambdaBackend(FunctionOf(stack)))],
            DefaultAuthorizer = ApiAuthorizer.Public("the function looks at the user's token itself"),
            Domain = new("origin-api.example.com", $"arn:{Aws.PARTITION}:acm:{Aws.REGION}:{Aws.ACCOUNT_ID}:certificate/1") { BasePath = "api" },
            Lock = OriginLock.LambdaGate(greenGeneration: 2),
        });
        api.Url.ShouldBe("https://origin-api.example.com/api");
        Snapshot.Matches(TemplateText.Canonical(stack.Template(EdgeStacks.GateIsAFunction)["Resources"]!.ToJsonString()), "RegionalHttpApi.LambdaGate");
    }

    [Fact]
    public void LambdaRequest_OfARoute_IsAskedAndRemembered()
    {
        var stack = EdgeStacks.NewStack("eu-west-1");
        _ = new RegionalHttpApi(stack, "Door", new RegionalHttpApiProps
        {
            Routes = [new("GET", "/orders", new HttpBackend("https://orders.example.com"))],
            DefaultAuthorizer = ApiAuthorizer.LambdaRequest("tenants", FunctionOf(stack), ["$request.header.X-Tenant", "$context.routeKey"], TimeSpan.FromMinutes(1)),
            Lock = OriginLock.None,
        });
        var template = stack.Template();
        var authorizer = template.Single("AWS::ApiGatewayV2::Authorizer")["Properties"]!;
        authorizer["AuthorizerPayloadFormatVersion"]!.GetValue<string>().ShouldBe("2.0");
        authorizer["EnableSimpleResponses"]!.GetValue<bool>().ShouldBeTrue();
        authorizer["AuthorizerResultTtlInSeconds"]!.GetValue<int>().ShouldBe(60);
        authorizer["IdentitySource"].ShouldBeJson("""["$request.header.X-Tenant","$context.routeKey"]""");
        template.Single("AWS::ApiGatewayV2::Route")["Properties"]!["AuthorizationType"]!.GetValue<string>().ShouldBe("CUSTOM");
    }

    [Fact]
    public void Queue_OfARoute_IsSentTheBody()
    {
        var stack = EdgeStacks.NewStack("eu-west-1");
        var queue = Queue.FromQueueArn(stack, "Queue", $"arn:{Aws.PARTITION}:sqs:{Aws.REGION}:{Aws.ACCOUNT_ID}:orders");
        _ = new RegionalHttpApi(stack, "Door", new RegionalHttpApiProps
        {
            Routes = [new("POST", "/orders", new QueueBackend(stack, "Orders", queue))],
            DefaultAuthorizer = ApiAuthorizer.Iam,
            Lock = OriginLock.None,
        });
        var integration = stack.Template().Single("AWS::ApiGatewayV2::Integration")["Properties"]!;
        integration["IntegrationSubtype"]!.GetValue<string>().ShouldBe("SQS-SendMessage");
        integration["PayloadFormatVersion"]!.GetValue<string>().ShouldBe("1.0");
        integration["RequestParameters"]!["MessageBody"]!.GetValue<string>().ShouldBe("$request.body");
        integration["CredentialsArn"].ShouldNotBeNull();
        integration["IntegrationUri"].ShouldBeNull();
    }

    [Fact]
    public void VpcLink_OfARoute_IsItsConnection()
    {
        var stack = EdgeStacks.NewStack("eu-west-1");
        _ = new RegionalHttpApi(stack, "Door", new RegionalHttpApiProps
        {
            Routes = [new("ANY", "/{proxy+}", new LinkedBackend())],
            DefaultAuthorizer = ApiAuthorizer.Iam,
            Lock = OriginLock.None,
        });
        var integration = stack.Template().Single("AWS::ApiGatewayV2::Integration")["Properties"]!;
        integration["ConnectionType"]!.GetValue<string>().ShouldBe("VPC_LINK");
        integration["ConnectionId"]!.GetValue<string>().ShouldBe("link");
        integration["TlsConfig"].ShouldBeJson("""{"ServerNameToVerify":"api.internal.example.com"}""");
        integration["IntegrationType"]!.GetValue<string>().ShouldBe("HTTP_PROXY");
    }

    [Fact]
    public void Routes_OfAnApi_WhenOneIsAdded_KeepTheirResources()
    {
        string[] Resources(params ApiRoute[] routes)
        {
            var stack = EdgeStacks.NewStack("eu-west-1");
            _ = new RegionalHttpApi(stack, "Door", new RegionalHttpApiProps { Routes = routes, DefaultAuthorizer = ApiAuthorizer.Iam, Lock = OriginLock.None });
            return [.. stack.Template()["Resources"]!.AsObject().Select(resource => resource.Key)];
        }

        var backend = new HttpBackend("https://orders.example.com");
        var one = Resources(new ApiRoute("GET", "/orders", backend));
        var two = Resources(new ApiRoute("GET", "/items", backend), new ApiRoute("GET", "/orders", backend));
        one.ShouldBeSubsetOf(two);
        two.Length.ShouldBe(one.Length + 2);
    }

    private static IFunction FunctionOf(Stack stack) => stack.Node.TryFindChild("Function") as IFunction
        ?? Function.FromFunctionArn(stack, "Function", $"arn:{Aws.PARTITION}:lambda:{Aws.REGION}:{Aws.ACCOUNT_ID}:function:orders");

    // What a listener of a PrivateAlb answers.
    private sealed class LinkedBackend : IApiBackend
    {
        public ApiIntegration Integrate(ApiRouteContext route) => new(ApiIntegrationType.HttpProxy)
        {
            Method = route.Method,
            VpcLinkId = "link",
            Uri = $"arn:{Aws.PARTITION}:elasticloadbalancing:{Aws.REGION}:{Aws.ACCOUNT_ID}:listener/app/a/b/c",
            ServerName = "api.internal.example.com",
        };
    }
}
