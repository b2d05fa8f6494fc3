using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Amazon.CDK;
using Amazon.CDK.AWS.Cognito;
using Amazon.CDK.AWS.Lambda;
using NetworkPatterns.Constructs.Dns;
using NetworkPatterns.Constructs.Edge;
using NetworkPatterns.Constructs.Edge.Api;
using NetworkPatterns.Constructs.Edge.Distributions;
using NetworkPatterns.Constructs.Edge.Waf;
using NetworkPatterns.Constructs.Tests.Dns;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.TemplateRules.Snapshots;

namespace NetworkPatterns.Constructs.Tests.Edge.Api;

[Collection(CdkCollection.Name)]
public sealed class RegionalRestApiTests
{
    [Fact]
    public void Defaults_OneFunction_AreAsApproved()
    {
        var stack = EdgeStacks.NewStack("eu-west-1");
        var api = new RegionalRestApi(stack, "Door", new RegionalRestApiProps
        {
            Routes = [new("ANY", "/{proxy+}", new LambdaBackend(FunctionOf(stack)))],
            DefaultAuthorizer = ApiAuthorizer.Cognito("users", Pool(stack)),
        });
        api.Plan.ActiveSecret.ShouldNotBeNull();
        var template = stack.Template();
        Snapshot.Matches(TemplateText.Canonical(template["Resources"]!.ToJsonString()), "RegionalRestApi.Defaults");
    }

    [Fact]
    public void AllOptions_OfRoutesAndStage_AreAsApproved()
    {
        var stack = EdgeStacks.NewStack("us-east-1");
        var users = ApiAuthorizer.LambdaRequest("users", FunctionOf(stack, "Authorizer"), ["method.request.header.Authorization"], TimeSpan.FromMinutes(5));
        _ = new RegionalRestApi(stack, "Door", new RegionalRestApiProps
        {
            Routes =
            [
                new("GET", "/", new MockBackend(200, """{"status":"up"}""")) { Authorizer = ApiAuthorizer.Public("the status says nothing of anybody") },
                new("GET", "/orders/{id}", new HttpBackend("https://orders.example.com") { Timeout = TimeSpan.FromSeconds(10) })
                {
                    CacheFor = TimeSpan.FromMinutes(1),
                    Parameters = ImmutableSortedDictionary<string, bool>.Empty.Add("querystring.expand", false).Add("header.X-Tenant", true),
                    NeedsApiKey = true,
                },
                new("POST", "/orders", new LambdaBackend(FunctionOf(stack)) { Timeout = TimeSpan.FromSeconds(5) })
                {
                    Body = new("Order", """{"$schema":"http://json-schema.org/draft-04/schema#","type":"object","required":["item"]}"""),
                    Throttle = new(10, 20),
                },
                new("DELETE", "/orders/{id}", new LambdaBackend(FunctionOf(stack))) { Authorizer = ApiAuthorizer.Iam },
            ],
            DefaultAuthorizer = users,
            Domain = new("origin-api.example.com", $"arn:{Aws.PARTITION}:acm:{Aws.REGION}:{Aws.ACCOUNT_ID}:certificate/1") { Zone = DnsStacks.Zone(stack) },
            Cors = new(["https://www.example.com", "https://shop.example.com"]) { AllowsCredentials = true },
            UsagePlans = [new("partners", new(5, 10), 10_000, ["shop", "bank"])],
            CacheGigabytes = 0.5m,
            Variables = ImmutableSortedDictionary<string, string>.Empty.Add("colour", "green"),
            BinaryMediaTypes = ["image/png"],
            CompressionFromBytes = 1024,
            Account = new ApiGatewayAccount(stack, "Account"),
            Lock = OriginLock.HeaderGate(OriginSecret.Green, blueGeneration: 2),
        });
        var template = stack.Template();
        Snapshot.Matches(TemplateText.Canonical(template["Resources"]!.ToJsonString()), "RegionalRestApi.AllOptions");
        template.LogicalIds("AWS::SecretsManager::Secret").ShouldAllBe(secret => template.Properties(secret)["ReplicaRegions"] == null);
    }

    [Fact]
    public void HeaderGate_OnTheStage_AllowsTheTwoSecretsOnly()
    {
        var template = Locked(OriginLock.HeaderGate());
        var acl = template.Single("AWS::WAFv2::WebACL")["Properties"]!;
        acl["DefaultAction"].ShouldBeJson("""{"Block":{}}""");
        acl["Rules"]!.AsArray().Count.ShouldBe(2);
        var secret = template.LogicalIds("AWS::SecretsManager::Secret").Single(id => id.Contains("Blue", StringComparison.Ordinal));
        acl["Rules"]![0]!["Statement"]!["ByteMatchStatement"]!["SearchString"].ShouldBeJson(
            $$$"""{"Fn::Join":["",["{{resolve:secretsmanager:",{"Ref":"{{{secret}}}"},":SecretString:::}}"]]}""");
        template.Properties(secret)["ReplicaRegions"].ShouldBeJson("""[{"Region":"us-east-1"}]""");
        template.Single("AWS::WAFv2::WebACLAssociation")["Properties"]!["ResourceArn"]!.ToJsonString().ShouldContain("/stages/${Stage}");
        template.Single("AWS::ApiGateway::Method")["Properties"]!["Integration"]!["RequestParameters"]!["integration.request.header.x-origin-verify"]!.GetValue<string>().ShouldBe("'-'");
    }

    [Fact]
    public void PolicyGate_Api_DeniesWhoDoesNotSendASecret()
    {
        var template = Locked(OriginLock.PolicyGate());
        var deny = template.Single("AWS::ApiGateway::RestApi")["Properties"]!["Policy"]!["Statement"]![1]!;
        deny["Effect"]!.GetValue<string>().ShouldBe("Deny");
        deny["Condition"]!["StringNotEquals"]!["aws:Referer"]!.AsArray().Count.ShouldBe(2);
        template.LogicalIds("AWS::WAFv2::WebACL").ShouldBeEmpty();
    }

    [Fact]
    public void KeyGate_EveryMethod_AsksForAKeyOfTheDistribution()
    {
        var template = Locked(OriginLock.KeyGate());
        template.Single("AWS::ApiGateway::Method")["Properties"]!["ApiKeyRequired"]!.GetValue<bool>().ShouldBeTrue();
        template.LogicalIds("AWS::ApiGateway::ApiKey").ShouldAllBe(key => template.Properties(key)["Value"]!.ToJsonString().Contains("resolve:secretsmanager", StringComparison.Ordinal));
        template.LogicalIds("AWS::ApiGateway::UsagePlanKey").Count.ShouldBe(2);
    }

    [Fact]
    public void OriginMtls_Domain_TrustsTheTruststore()
    {
        var template = Locked(OriginLock.OriginMtls("s3://trust/store.pem", "arn:aws:acm:us-east-1:111111111111:certificate/2"), hasDomain: true);
        var domain = template.Single("AWS::ApiGateway::DomainName")["Properties"]!;
        domain["MutualTlsAuthentication"].ShouldBeJson("""{"TruststoreUri":"s3://trust/store.pem"}""");
        template.Single("AWS::ApiGateway::RestApi")["Properties"]!["DisableExecuteApiEndpoint"]!.GetValue<bool>().ShouldBeTrue();
        template.LogicalIds("AWS::SecretsManager::Secret").ShouldBeEmpty();
    }

    [Fact]
    public void Private_Api_IsForItsEndpointsOnly()
    {
        var template = Locked(OriginLock.Private("vpce-1"));
        var api = template.Single("AWS::ApiGateway::RestApi")["Properties"]!;
        api["EndpointConfiguration"].ShouldBeJson("""{"Types":["PRIVATE"],"VpcEndpointIds":["vpce-1"]}""");
        api["Policy"]!["Statement"]![1]!["Condition"].ShouldBeJson("""{"StringNotEquals":{"aws:SourceVpce":["vpce-1"]}}""");
    }

    [Fact]
    public void Deployment_OfAnotherFunction_IsANewOne()
    {
        string Deployment(string function)
        {
            var stack = EdgeStacks.NewStack("eu-west-1");
            _ = new RegionalRestApi(stack, "Door", new RegionalRestApiProps
            {
                Routes = [new("GET", "/", new LambdaBackend(FunctionOf(stack, function)))],
                DefaultAuthorizer = ApiAuthorizer.Iam,
            });
            return stack.Template().LogicalIds("AWS::ApiGateway::Deployment").Single();
        }

        Deployment("one").ShouldBe(Deployment("one"));
        Deployment("one").ShouldNotBe(Deployment("two"));
    }

    [Fact]
    public void Template_WithAndWithoutFlags_IsTheSame()
    {
        JsonNode Resources(bool hasFlags)
        {
            var stack = new Stack(Synthesized.NewApp(hasFlags ? CdkFlags.Recommended : null), "Dev", new StackProps { Env = new Amazon.CDK.Environment { Region = "eu-west-1" } });
            _ = new RegionalRestApi(stack, "Door", new RegionalRestApiProps { Routes = [new("GET", "/", new MockBackend())], DefaultAuthorizer = ApiAuthorizer.Iam });
            return stack.Template().Resources();
        }

        JsonNode.DeepEquals(Resources(hasFlags: true), Resources(hasFlags: false)).ShouldBeTrue();
    }

    [Fact]
    public void EdgeOptimized_Domain_IsThatOfApiGatewaysOwnDistribution()
    {
        var stack = EdgeStacks.NewStack("eu-west-1");
        var api = new RegionalRestApi(stack, "Open", new RegionalRestApiProps
        {
            Routes = [new("GET", "/", new MockBackend())],
            DefaultAuthorizer = ApiAuthorizer.Iam,
            Lock = OriginLock.None,
            Endpoint = ApiEndpoint.EdgeOptimized,
            Domain = new("api.example.com", "arn:aws:acm:us-east-1:111111111111:certificate/1") { Zone = DnsStacks.Zone(stack) },
        });
        new WebAcl(stack, "Rules", new WebAclProps { Scope = WafScope.Regional }).Protect(stack, "Protection", api.StageArn);

        var template = stack.Template(new TemplateRules.RuleException("E60", "Dev/OpenDomain*", "The certificate is in us-east-1, where the stack is not."));
        template.Single("AWS::ApiGateway::RestApi")["Properties"]!["EndpointConfiguration"].ShouldBeJson("""{"Types":["EDGE"]}""");
        var domain = template.Single("AWS::ApiGateway::DomainName")["Properties"]!;
        domain["CertificateArn"]!.GetValue<string>().ShouldContain(":us-east-1:");
        domain["RegionalCertificateArn"].ShouldBeNull();
        template.LogicalIds("AWS::Route53::RecordSet").ShouldAllBe(record => template.Properties(record)["AliasTarget"]!.ToJsonString().Contains("DistributionDomainName", StringComparison.Ordinal));
        template.Single("AWS::WAFv2::WebACLAssociation")["Properties"]!["ResourceArn"]!.ToJsonString().ShouldContain("OpenStage");
    }

    [Fact]
    public void EdgeOptimized_BehindAFrontDoor_IsAProblem() => EdgeStacks.ProblemsOf(() => new ApiFrontDoor(Synthesized.NewApp(), "Door", new ApiFrontDoorProps
    {
        DomainName = "api.example.com",
        ZoneName = "example.com",
        HostedZoneId = "Z1",
        Region = "eu-west-1",
        Countries = EdgeCountries.Only("NL"),
        Api = _ => new RegionalRestApiProps { Routes = [new("GET", "/", new MockBackend())], Endpoint = ApiEndpoint.EdgeOptimized },
    })).ShouldHave("NP1757", "Api", "through two");

    [Fact]
    public void CustomLambda_Route_MapsRequestAndResponses()
    {
        var stack = EdgeStacks.NewStack("eu-west-1");
        var templates = ImmutableSortedDictionary<string, string>.Empty.Add("application/json", """{"id":"$input.params('id')"}""");
        _ = new RegionalRestApi(stack, "Door", new RegionalRestApiProps
        {
            Routes = [new("GET", "/orders/{id}", new CustomLambdaBackend(FunctionOf(stack), templates) { Responses = [new(200), new(404, "NotFound.*")], Timeout = TimeSpan.FromSeconds(3) })],
            DefaultAuthorizer = ApiAuthorizer.Iam,
        });

        var template = stack.Template();
        var method = template.Single("AWS::ApiGateway::Method")["Properties"]!;
        method["Integration"]!["Type"]!.GetValue<string>().ShouldBe("AWS");
        method["Integration"]!["PassthroughBehavior"]!.GetValue<string>().ShouldBe("NEVER");
        method["Integration"]!["IntegrationResponses"].ShouldBeJson("""[{"StatusCode":"200"},{"SelectionPattern":"NotFound.*","StatusCode":"404"}]""");
        method["MethodResponses"].ShouldBeJson("""[{"StatusCode":"200"},{"StatusCode":"404"}]""");
        template.LogicalIds("AWS::Lambda::Permission").Count.ShouldBe(1);
    }

    [Fact]
    public void GatewayResponses_OfTheUser_StandBesideTheDefaults()
    {
        var stack = EdgeStacks.NewStack("eu-west-1");
        _ = new RegionalRestApi(stack, "Door", new RegionalRestApiProps
        {
            Routes = [new("GET", "/", new MockBackend())],
            DefaultAuthorizer = ApiAuthorizer.Iam,
            Cors = new(["https://www.example.com"]),
            GatewayResponses =
            [
                new("THROTTLED") { StatusCode = 503, Headers = ImmutableSortedDictionary<string, string>.Empty.Add("Retry-After", "1"), Body = """{"message":"later"}""" },
                new("DEFAULT_5XX") { Body = """{"message":"sorry"}""" },
            ],
        });

        var template = stack.Template();
        template.LogicalIds("AWS::ApiGateway::GatewayResponse").Count.ShouldBe(3);
        template.PropertiesOf("ResponseTHROTTLED").ShouldBeJson($$"""
            {"ResponseType":"THROTTLED","StatusCode":"503","RestApiId":{{template.PropertiesOf("ResponseTHROTTLED")["RestApiId"]!.ToJsonString()}},
             "ResponseParameters":{"gatewayresponse.header.Cache-Control":"'no-store'","gatewayresponse.header.Access-Control-Allow-Origin":"'https://www.example.com'",
              "gatewayresponse.header.Access-Control-Allow-Headers":"'authorization,content-type,x-api-key'","gatewayresponse.header.Retry-After":"'1'"},
             "ResponseTemplates":{"application/json":"{\"message\":\"later\"}"} }
            """);
        template.PropertiesOf("ResponseDEFAULT5XX")["ResponseTemplates"]!["application/json"]!.GetValue<string>().ShouldBe("""{"message":"sorry"}""");
    }

    [Fact]
    public void CustomLambda_InAnHttpApi_IsRefused() => EdgeStacks.ProblemsOf(() =>
        new CustomLambdaBackend(FunctionOf(EdgeStacks.NewStack()), ImmutableSortedDictionary<string, string>.Empty).Integrate(new(ApiStyle.Http, "GET", "/"))).ShouldHave("NP1620", nameof(CustomLambdaBackend), "mapping templates");

    [Fact]
    public void Release_WithACanaryAndACertificate_IsOfTwoDeployments()
    {
        var stack = EdgeStacks.NewStack("eu-west-1");
        var api = new RegionalRestApi(stack, "Door", new RegionalRestApiProps
        {
            Routes = [new("GET", "/", new HttpBackend("https://a.example.com"))],
            DefaultAuthorizer = ApiAuthorizer.Iam,
            Canary = new("Deployment0123456789", 10),
            ClientCertificate = new(),
        });

        var template = stack.Template();
        api.ClientCertificateId.ShouldNotBeNull();
        api.DeploymentName.ShouldNotBe("Deployment0123456789");
        template.LogicalIds("AWS::ApiGateway::Deployment").Count.ShouldBe(2);
        var stage = template.Single("AWS::ApiGateway::Stage")["Properties"]!;
        stage["DeploymentId"]!["Ref"]!.GetValue<string>().ShouldContain("0123456789");
        stage["CanarySetting"]!["DeploymentId"]!["Ref"]!.GetValue<string>().ShouldContain(api.DeploymentName);
        stage["ClientCertificateId"]!["Ref"]!.GetValue<string>().ShouldContain("ClientCertificateBlue1");
    }

    [Fact]
    public void Account_Twice_Throws()
    {
        var stack = EdgeStacks.NewStack("eu-west-1");
        _ = new ApiGatewayAccount(stack, "One");
        Should.Throw<PlanException>(() => new ApiGatewayAccount(stack, "Two")).Problems.Single().Code.ShouldBe("NP1632");
    }

    private static JsonObject Locked(OriginLock originLock, bool hasDomain = false)
    {
        var stack = EdgeStacks.NewStack("eu-west-1");
        _ = new RegionalRestApi(stack, "Door", new RegionalRestApiProps
        {
            Routes = [new("GET", "/{proxy+}", new HttpBackend("https://a.example.com"))],
            DefaultAuthorizer = ApiAuthorizer.Iam,
            Lock = originLock,
            Domain = hasDomain ? new("origin-api.example.com", $"arn:{Aws.PARTITION}:acm:{Aws.REGION}:{Aws.ACCOUNT_ID}:certificate/1") : null,
        });
        return stack.Template();
    }

    private static IFunction FunctionOf(Stack stack, string name = "orders") => stack.Node.TryFindChild($"Function{name}") as IFunction
        ?? Function.FromFunctionArn(stack, $"Function{name}", $"arn:{Aws.PARTITION}:lambda:{Aws.REGION}:{Aws.ACCOUNT_ID}:function:{name}");

    private static IUserPool Pool(Stack stack) => UserPool.FromUserPoolArn(stack, "Pool", $"arn:{Aws.PARTITION}:cognito-idp:{Aws.REGION}:{Aws.ACCOUNT_ID}:userpool/eu_1");
}
