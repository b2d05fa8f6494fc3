using System.Text.Json.Nodes;
using Amazon.CDK;
using NetworkPatterns.Constructs.Edge;
using NetworkPatterns.Constructs.Edge.Api;
using NetworkPatterns.Constructs.Edge.Distributions;
using NetworkPatterns.Constructs.Tests.Dns;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.TemplateRules.Reading;
using NetworkPatterns.TemplateRules.Snapshots;

namespace NetworkPatterns.Constructs.Tests.Edge;

[Collection(CdkCollection.Name)]
public sealed class ApiFrontDoorTests
{
    [Fact]
    public void AccessLogs_OfTheDoor_AreThoseOfTheDistribution()
    {
        var app = Synthesized.NewApp(CdkFlags.Recommended, pathMetadata: true);
        var (_, edge) = Synthesize(app, new ApiFrontDoor(app, "Door", Props(accessLogs: EdgeAccessLogs.DeliveredOnly(EdgeLogDelivery.ToCloudWatch(30)))));

        edge.LogicalIds("AWS::Logs::Delivery").Count.ShouldBe(1);
        edge.Single("AWS::CloudFront::Distribution")["Properties"]!["DistributionConfig"]!["Logging"].ShouldBeNull();
    }

    [Fact]
    public void Stacks_OfTwoRegions_ShareNamesOnly()
    {
        var app = Synthesized.NewApp(CdkFlags.Recommended, pathMetadata: true);
        var door = new ApiFrontDoor(app, "Door", Props());
        var (regional, edge) = Synthesize(app, door);

        var sent = edge.Single("AWS::CloudFront::Distribution")["Properties"]!["DistributionConfig"]!["Origins"]![0]!;
        sent["DomainName"]!.GetValue<string>().ShouldBe("origin-api.example.com");
        sent["OriginCustomHeaders"].ShouldBeJson($$$"""[{"HeaderName":"x-origin-verify","HeaderValue":"{{resolve:secretsmanager:{{{SecretNames(regional)[0]}}}:SecretString:::}}"}]""");
        regional.Single("AWS::ApiGateway::DomainName")["Properties"]!["DomainName"]!.GetValue<string>().ShouldBe("origin-api.example.com");
        regional.PropertiesOf("ApiRecord")["Name"]!.GetValue<string>().ShouldBe("origin-api.example.com.");
        foreach (var template in new[] { regional, edge })
        {
            template.ToJsonString().ShouldNotContain("Fn::ImportValue");
            template.LogicalIds("AWS::Lambda::Function").ShouldBeEmpty();
        }
    }

    [Fact]
    public void Defaults_BothStacks_AreAsApproved()
    {
        var app = Synthesized.NewApp(CdkFlags.Recommended, pathMetadata: true);
        var (regional, edge) = Synthesize(app, new ApiFrontDoor(app, "Door", Props()));

        Snapshot.Matches(TemplateText.Canonical(regional["Resources"]!.ToJsonString()), "ApiFrontDoor.Regional");
        Snapshot.Matches(TemplateText.Canonical(edge["Resources"]!.ToJsonString()), "ApiFrontDoor.Edge");
    }

    [Fact]
    public void Secrets_OfAnApiInUsEast1_HaveNoReplica()
    {
        var app = Synthesized.NewApp(CdkFlags.Recommended, pathMetadata: true);
        var (regional, _) = Synthesize(app, new ApiFrontDoor(app, "Door", Props(region: "us-east-1")));

        regional.LogicalIds("AWS::SecretsManager::Secret").ShouldAllBe(secret => regional.Properties(secret)["ReplicaRegions"] == null);
    }

    [Theory]
    [InlineData(OriginSecret.Blue, 0)]
    [InlineData(OriginSecret.Green, 1)]
    public void Rotation_ActiveSecret_IsOneOfTheTwoThatTheApiAccepts(OriginSecret active, int index)
    {
        var app = Synthesized.NewApp(CdkFlags.Recommended, pathMetadata: true);
        var (regional, edge) = Synthesize(app, new ApiFrontDoor(app, "Door", Props(originLock: OriginLock.HeaderGate(active, blueGeneration: 3))));

        var names = SecretNames(regional);
        names[0].ShouldEndWith("/blue-3");
        edge.ToJsonString().ShouldContain($"{{{{resolve:secretsmanager:{names[index]}:SecretString:::}}}}");
        regional.Single("AWS::WAFv2::WebACL")["Properties"]!["Rules"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public void KeepsName_WithIam_PassesHostToAnApiOfThatName()
    {
        var app = Synthesized.NewApp(CdkFlags.Recommended, pathMetadata: true);
        var (regional, edge) = Synthesize(app, new ApiFrontDoor(app, "Door", Props(authorizer: ApiAuthorizer.Iam, keepsName: true)));

        regional.Single("AWS::ApiGateway::DomainName")["Properties"]!["DomainName"]!.GetValue<string>().ShouldBe("api.example.com");
        regional.PropertiesOf("ApiRecord")["Name"]!.GetValue<string>().ShouldBe("origin-api.example.com.");
        edge.Single("AWS::CloudFront::Distribution")["Properties"]!["DistributionConfig"]!["DefaultCacheBehavior"]!["OriginRequestPolicyId"]!.GetValue<string>()
            .ShouldBe("216adef6-5c7f-47e4-b989-5492eafa07d3");
    }

    [Fact]
    public void Site_BesideTheApi_AnswersEverythingElse()
    {
        var app = Synthesized.NewApp(CdkFlags.Recommended, pathMetadata: true);
        var (regional, edge) = Synthesize(app, new ApiFrontDoor(app, "Door", Props(hasSite: true)));

        var config = edge.Single("AWS::CloudFront::Distribution")["Properties"]!["DistributionConfig"]!;
        config["DefaultCacheBehavior"]!["TargetOriginId"]!.GetValue<string>().ShouldBe("site");
        config["CacheBehaviors"]![0]!["PathPattern"]!.GetValue<string>().ShouldBe("/api/*");
        config["CustomErrorResponses"].ShouldBeNull();
        regional.Single("AWS::ApiGateway::BasePathMapping")["Properties"]!["BasePath"]!.GetValue<string>().ShouldBe("api");
    }

    [Fact]
    public void Mtls_Distribution_ShowsItsCertificate()
    {
        var app = Synthesized.NewApp(CdkFlags.Recommended, pathMetadata: true);
        var (regional, edge) = Synthesize(app, new ApiFrontDoor(app, "Door", Props(originLock: OriginLock.OriginMtls("s3://trust/store.pem", $"arn:{Aws.PARTITION}:acm:{Aws.REGION}:{Aws.ACCOUNT_ID}:certificate/2"))));

        edge.ToJsonString().ShouldContain("OriginMtlsConfig");
        regional.ToJsonString().ShouldContain("MutualTlsAuthentication");
    }

    [Fact]
    public void HttpApi_BehindTheDoor_IsAskedForTheSecretOfItsOwn()
    {
        var app = Synthesized.NewApp(CdkFlags.Recommended, pathMetadata: true);
        var (regional, edge) = Synthesize(app, new ApiFrontDoor(app, "Door", Of(HttpApi(OriginLock.LambdaGate(OriginSecret.Green)), hasSite: true)));

        SentSecret(edge).ShouldBe($"{{{{resolve:secretsmanager:{SecretNames(regional)[1]}:SecretString:::}}}}");
        regional.Single("AWS::ApiGatewayV2::DomainName")["Properties"]!["DomainName"]!.GetValue<string>().ShouldBe("origin-api.example.com");
        regional.Single("AWS::ApiGatewayV2::ApiMapping")["Properties"]!["ApiMappingKey"]!.GetValue<string>().ShouldBe("api");
        regional.Single("AWS::ApiGatewayV2::Api")["Properties"]!["DisableExecuteApiEndpoint"]!.GetValue<bool>().ShouldBeTrue();
        Paths(edge).ShouldBe(["/api/*"]);
    }

    [Fact]
    public void HttpApi_WithMutualTls_IsShownTheCertificate()
    {
        var app = Synthesized.NewApp(CdkFlags.Recommended, pathMetadata: true);
        var (regional, edge) = Synthesize(app, new ApiFrontDoor(app, "Door", Of(HttpApi(OriginLock.OriginMtls("s3://trust/store.pem", $"arn:{Aws.PARTITION}:acm:{Aws.REGION}:{Aws.ACCOUNT_ID}:certificate/2")))));

        edge.ToJsonString().ShouldContain("OriginMtlsConfig");
        regional.LogicalIds("AWS::SecretsManager::Secret").ShouldBeEmpty();
    }

    [Fact]
    public void WebSocketApi_BehindTheDoor_IsConnectedToByItsPath()
    {
        var app = Synthesized.NewApp(CdkFlags.Recommended, pathMetadata: true);
        var door = new ApiFrontDoor(app, "Door", Of(WebSocketApi(OriginLock.LambdaGate()), hasSite: true));
        var (regional, edge) = Synthesize(app, door);

        SentSecret(edge).ShouldBe($"{{{{resolve:secretsmanager:{SecretNames(regional)[0]}:SecretString:::}}}}");
        regional.Single("AWS::ApiGatewayV2::ApiMapping")["Properties"]!["ApiMappingKey"]!.GetValue<string>().ShouldBe("api");
        Paths(edge).ShouldBe(["/api", "/api/*"]);
        ((RegionalWebSocketApi)door.Api).Url.ShouldBe("wss://origin-api.example.com/api");
    }

    // Every header but Host goes to the origin, so those of the handshake do:
    // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-working-with.websockets.html
    [Fact]
    public void WebSocketApi_BehindTheDoor_GetsTheHandshake()
    {
        var app = Synthesized.NewApp(CdkFlags.Recommended, pathMetadata: true);
        var (_, edge) = Synthesize(app, new ApiFrontDoor(app, "Door", Of(WebSocketApi(OriginLock.LambdaGate()))));

        var behavior = edge.Single("AWS::CloudFront::Distribution")["Properties"]!["DistributionConfig"]!["DefaultCacheBehavior"]!;
        behavior["OriginRequestPolicyId"]!.GetValue<string>().ShouldBe("b689b0a8-53d0-40ab-baf2-68738e2966ac");
        behavior["CachePolicyId"]!.GetValue<string>().ShouldBe("4135ea2d-6df8-44a3-9df3-4b5a84be39ad");
    }

    [Theory]
    [InlineData("HTTP", "NP1691", "use LambdaGate or OriginMtls")]
    [InlineData("WebSocket", "NP1691", "use LambdaGate")]
    public void New_WithoutALock_SaysWhichThereAre(string style, string code, string fix)
    {
        var problem = EdgeStacks.ProblemsOf(() => new ApiFrontDoor(
            Synthesized.NewApp(), "Door", Of(style == "HTTP" ? HttpApi(OriginLock.None) : WebSocketApi(OriginLock.None)))).ShouldHaveSingleItem();
        problem.Code.ShouldBe(code);
        problem.Fix.ShouldBe(fix);
    }

    public static TheoryData<string, string, string, string> Mistakes => new()
    {
        { "name elsewhere", "NP1502", "DomainName", "not in the zone" },
        { "not a name", "NP1501", "OriginName", "'a b'" },
        { "one name", "NP1690", "OriginName", "ask itself" },
        { "zone's token", "NP1690", "HostedZoneId", "token" },
        { "domain given", "NP1690", "Api", "gives it one" },
        { "Region", "NP1026", "Region", "'Ireland'" },
        { "no lock", "NP1691", "Api", "goes around" },
        { "private", "NP1691", "Api", "private" },
        { "signature", "NP1692", "Api", "GET /{proxy+}" },
        { "no site", "NP1693", "IsSinglePage", "no bucket" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void New_Mistake_HasCodePlaceAndValue(string name, string code, string where, string what) =>
        EdgeStacks.ProblemsOf(() => new ApiFrontDoor(Synthesized.NewApp(), "Door", name switch
        {
            "name elsewhere" => Props(domainName: "api.example.org"),
            "not a name" => Props(originName: "a b"),
            "one name" => Props(originName: "api.example.com"),
            "zone's token" => Props(hostedZoneId: Aws.ACCOUNT_ID),
            "domain given" => Props(domain: new("x.example.com", "arn")),
            "Region" => Props(region: "Ireland"),
            "no lock" => Props(originLock: OriginLock.None),
            "private" => Props(originLock: OriginLock.Private("vpce-1")),
            "signature" => Props(authorizer: ApiAuthorizer.Iam),
            _ => Props(isSinglePage: true),
        })).ShouldHave(code, where, what);

    [Fact]
    public void StaticSite_SinglePage_IsAsApproved()
    {
        var stack = EdgeStacks.NewStack();
        var site = new StaticSite(stack, "Door", new StaticSiteProps
        {
            DomainNames = ["www.example.com"],
            Zone = DnsStacks.Zone(stack),
            Countries = EdgeCountries.All("the site is for everybody"),
            IsSinglePage = true,
        });
        site.BucketName.ShouldNotBeNull();
        Snapshot.Matches(TemplateText.Canonical(stack.Template()["Resources"]!.ToJsonString()), "StaticSite.SinglePage");
    }

    private static (JsonObject Regional, JsonObject Edge) Synthesize(App app, ApiFrontDoor door)
    {
        var assembly = app.Synth();
        TemplateChecks.ThrowIfFailed(TemplateSet.ReadAssembly(assembly.Directory), EdgeStacks.GateIsAFunction);
        assembly.GetStackArtifact(door.EdgeStack.ArtifactId).Dependencies.Select(artifact => artifact.Id).ShouldContain(door.RegionalStack.ArtifactId);
        return (Synthesized.Template(assembly, door.RegionalStack), Synthesized.Template(assembly, door.EdgeStack));
    }

    private static IReadOnlyList<string> SecretNames(JsonObject regional) =>
        [.. regional.LogicalIds("AWS::SecretsManager::Secret").Select(secret => regional.Properties(secret)["Name"]!.GetValue<string>())];

    private static string SentSecret(JsonObject edge) =>
        edge.Single("AWS::CloudFront::Distribution")["Properties"]!["DistributionConfig"]!["Origins"]![0]!["OriginCustomHeaders"]![0]!["HeaderValue"]!.GetValue<string>();

    private static IReadOnlyList<string> Paths(JsonObject edge) =>
        [.. edge.Single("AWS::CloudFront::Distribution")["Properties"]!["DistributionConfig"]!["CacheBehaviors"]!.AsArray().Select(behavior => behavior!["PathPattern"]!.GetValue<string>())];

    private static RegionalHttpApiProps HttpApi(OriginLock originLock) => new()
    {
        Routes = [new("GET", "/{proxy+}", new HttpBackend("https://service.example.com"))],
        DefaultAuthorizer = ApiAuthorizer.Public("the test's service is for everybody"),
        Lock = originLock,
    };

    private static RegionalWebSocketApiProps WebSocketApi(OriginLock originLock) => new()
    {
        Routes = [new(WebSocketRoute.Default, new HttpBackend("https://service.example.com"))],
        Authorizer = ApiAuthorizer.Public("the test's service is for everybody"),
        Lock = originLock,
    };

    private static ApiFrontDoorProps Of(IFrontDoorApi api, bool hasSite = false) => new()
    {
        DomainName = "api.example.com",
        ZoneName = "example.com",
        HostedZoneId = "Z0123456789EXAMPLE",
        Region = "eu-west-1",
        HasSite = hasSite,
        Countries = EdgeCountries.Only("NL", "BE"),
        Api = _ => api,
    };

    private static ApiFrontDoorProps Props(
        string domainName = "api.example.com",
        string? originName = null,
        string hostedZoneId = "Z0123456789EXAMPLE",
        string region = "eu-west-1",
        OriginLock? originLock = null,
        ApiAuthorizer? authorizer = null,
        ApiDomain? domain = null,
        bool keepsName = false,
        bool hasSite = false,
        bool isSinglePage = false,
        EdgeAccessLogs? accessLogs = null) => new()
        {
            AccessLogs = accessLogs ?? EdgeAccessLogs.Standard,
            DomainName = domainName,
            ZoneName = "example.com",
            HostedZoneId = hostedZoneId,
            Region = region,
            OriginName = originName,
            KeepsName = keepsName,
            HasSite = hasSite,
            IsSinglePage = isSinglePage,
            Countries = EdgeCountries.Only("NL", "BE"),
            Api = _ => new RegionalRestApiProps
            {
                Routes = [new("GET", "/{proxy+}", new HttpBackend("https://service.example.com"))],
                DefaultAuthorizer = authorizer ?? ApiAuthorizer.Public("the test's service is for everybody"),
                Lock = originLock ?? OriginLock.HeaderGate(),
                Domain = domain,
            },
        };
}
