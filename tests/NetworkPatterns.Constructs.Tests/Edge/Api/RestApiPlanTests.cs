using System.Collections.Immutable;
using NetworkPatterns.Constructs.Edge.Api;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Tests.Edge.Api;

/// <summary>Every mistake that the plan of a REST API finds, and what makes a new deployment.</summary>
public sealed class RestApiPlanTests
{
    private static readonly ApiAuthorizer Open = ApiAuthorizer.Public("anybody may ask for it");
    private static readonly ApiModel Order = new("Order", """{"type":"object"}""");

    public static TheoryData<string, string, string, string> Mistakes => new()
    {
        { "no route", "NP1622", "Routes", "no route" },
        { "route twice", "NP1622", "Routes", "GET /orders is given 2 times" },
        { "siblings", "NP1622", "Routes", "/orders/{id} and /orders/{name}" },
        { "method", "NP1622", "Routes[get /orders]", "'get'" },
        { "path", "NP1622", "Routes[GET orders]", "'orders'" },
        { "slash at the end", "NP1622", "Routes[GET /orders/]", "'/orders/'" },
        { "behind all", "NP1622", "Routes[GET /{all+}/x]", "goes on" },
        { "parameter twice", "NP1622", "Routes[GET /{id}/{id}]", "{id} 2 times" },
        { "parameter of nothing", "NP1622", "Routes[GET /orders]", "'cookie.x'" },
        { "options and cors", "NP1622", "Routes[OPTIONS /orders]", "by itself" },
        { "nobody said", "NP1623", "Routes[GET /orders]", "nothing says who" },
        { "no reason", "NP1623", "Routes[GET /orders]", "'why not'" },
        { "scopes of nobody", "NP1624", "Routes[GET /orders]", "scopes" },
        { "no pool", "NP1624", "Routes[GET /orders]", "no user pool" },
        { "authorizer's name", "NP1624", "Routes", "'my users'" },
        { "authorizers of one name", "NP1624", "Routes", "2 authorizers are called 'users'" },
        { "schema", "NP1625", "Routes[POST /orders]", "not a JSON object" },
        { "model's name", "NP1625", "Routes", "'my order'" },
        { "models of one name", "NP1625", "Routes", "different schemas" },
        { "body of GET", "NP1625", "Routes[GET /orders]", "no body" },
        { "no cache", "NP1626", "Routes[GET /orders]", "no cache" },
        { "cached POST", "NP1626", "Routes[POST /orders]", "POST" },
        { "cached for days", "NP1626", "Routes[GET /orders]", "1.00:00:00" },
        { "cached for everybody", "NP1626", "Routes[GET /orders]", "another's answer" },
        { "cache size", "NP1626", "CacheGigabytes", "1 GB" },
        { "key of nobody", "NP1627", "Routes[GET /orders]", "no usage plan" },
        { "key and gate", "NP1627", "Routes[GET /orders]", "in their place" },
        { "plans of one name", "NP1627", "UsagePlans", "2 plans" },
        { "client twice", "NP1627", "UsagePlans", "'shop' is listed 2 times" },
        { "client's name", "NP1627", "UsagePlans", "the shop" },
        { "stage", "NP1628", "StageName", "'v 1'" },
        { "variable", "NP1628", "Variables", "'a-b'" },
        { "compression", "NP1628", "CompressionFromBytes", "-1" },
        { "nobody let in", "NP1629", "Throttle", "0 requests" },
        { "quota", "NP1629", "UsagePlans", "0 requests in a day" },
        { "origin", "NP1630", "Cors", "'www.example.com'" },
        { "all and one", "NP1630", "Cors", "2 origins" },
        { "all with cookies", "NP1630", "Cors", "cookies" },
        { "remembered for days", "NP1630", "Cors", "2.00:00:00" },
        { "certificate elsewhere", "NP1631", "Domain", "us-east-1, and the name of the API in eu-west-1" },
        { "no certificate", "NP1631", "Domain", "'none'" },
        { "domain's name", "NP1501", "Domain", "'not a name'" },
        { "log days", "NP1215", "LogRetentionDays", "2 days" },
        { "generation", "NP1650", "Lock", "0 and 1" },
        { "gate of other APIs", "NP1650", "Lock", "LambdaGate locks HTTP and WebSocket APIs" },
        { "mTLS without a name", "NP1650", "Lock", "client certificates" },
        { "truststore", "NP1650", "Lock", "'bucket'" },
        { "private for nobody", "NP1650", "Lock", "nobody" },
        { "private with a name", "NP1650", "Domain", "contradict" },
        { "record without a zone", "NP1650", "Domain", "no zone" },
        { "unknown Region", "NP1651", "Lock", "at deployment only" },
        { "health check's path", "NP1622", "Routes[GET /ping]", "own health check" },
        { "canary's name", "NP1755", "Canary", "'live' is not the name" },
        { "canary for more than all", "NP1755", "Canary", "100.5 %" },
        { "canary for less than nobody", "NP1755", "Canary", "-1 %" },
        { "canary's variable", "NP1628", "Canary", "'a-b'" },
        { "certificate for nobody", "NP1756", "ClientCertificate", "no backend is asked over HTTP" },
        { "certificate's generation", "NP1756", "ClientCertificate", "0 and 1" },
        { "edge and a gate", "NP1757", "Endpoint", "HeaderGate" },
        { "edge and private", "NP1757", "Endpoint", "Private" },
        { "edge's certificate", "NP1631", "Domain", "eu-west-1, and the name of the API in us-east-1" },
        { "patience", "NP1758", "Routes[GET /orders]", "00:00:30" },
        { "impatience", "NP1758", "Routes[GET /orders]", "00:00:00.0100000" },
        { "long template", "NP1758", "Routes[GET /orders]", "307,201 bytes" },
        { "template of a proxy", "NP1758", "Routes[GET /orders]", "1 mapping templates" },
        { "no answer for the rest", "NP1758", "Routes[GET /orders]", "0 answers are for all" },
        { "two answers for the rest", "NP1758", "Routes[GET /orders]", "2 answers are for all" },
        { "answers of one pattern", "NP1758", "Routes[GET /orders]", "2 answers have the pattern '5.*'" },
        { "no status", "NP1758", "Routes[GET /orders]", "99 is no status" },
        { "error of no kind", "NP1759", "GatewayResponses", "'TOO_MANY' is no kind" },
        { "error twice", "NP1759", "GatewayResponses", "in 2 ways" },
        { "error that is none", "NP1759", "GatewayResponses", "status 200" },
        { "error's header", "NP1759", "GatewayResponses", "'Cache-Control: public'" },
        { "error's quotes", "NP1759", "GatewayResponses", "'X-Why: it's late'" },
        { "error with details", "NP1759", "GatewayResponses", "what the models are" },
        { "policy of nobody", "NP1770", "PolicyStatements", "about a range names none" },
        { "addresses behind a header", "NP1770", "PolicyStatements", "HeaderGate lets requests in from CloudFront only" },
        { "addresses behind a policy", "NP1770", "PolicyStatements", "PolicyGate lets requests in from CloudFront only" },
        { "addresses behind a key", "NP1770", "PolicyStatements", "KeyGate lets requests in from CloudFront only" },
        { "addresses behind a certificate", "NP1770", "PolicyStatements", "OriginMtls lets requests in from CloudFront only" },
        { "no range", "NP1770", "PolicyStatements", "'203.0.113.1/24'" },
        { "every address", "NP1770", "PolicyStatements", "::/0 is everybody" },
        { "VPC of a public API", "NP1770", "PolicyStatements", "come from no VPC" },
        { "no VPC", "NP1770", "PolicyStatements", "'vpce-0123456789abcdef0'" },
        { "principal of nobody", "NP1770", "PolicyStatements", "no route asks for a signature" },
        { "every principal", "NP1770", "PolicyStatements", "'*'" },
        { "principal with a wildcard", "NP1770", "PolicyStatements", "'arn:aws:iam::111122223333:role/*'" },
        { "only and only", "NP1770", "PolicyStatements", "2 statements each" },
        { "backend", "NP1621", "HttpBackend", "TLS" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void From_Mistake_HasCodePlaceAndValue(string name, string code, string where, string what) =>
        EdgeStacks.ProblemsOf(() => Plan(PropsOf(name), name == "unknown Region" ? null : "eu-west-1")).ShouldHave(code, where, what);

    public static TheoryData<string> Changes =>
    [
        "route", "method", "authorizer", "key", "parameter", "model", "validation", "uri", "template", "timeout", "response", "fingerprint", "cors", "token", "policy", "statement", "media type", "error",
    ];

    // E47: a stage shows the deployment's picture of the API, so every change needs a new deployment.
    [Theory]
    [MemberData(nameof(Changes))]
    public void Deployment_WhenAnythingOfTheApiChanges_IsANewOne(string change) =>
        DeploymentOf(Changed(change), token: change).ShouldNotBe(DeploymentOf(Changed("nothing"), token: "nothing"));

    [Theory]
    [InlineData("throttle")]
    [InlineData("retention")]
    [InlineData("order")]
    [InlineData("variable")]
    [InlineData("certificate")]
    public void Deployment_WhenTheStageOrTheOrderChanges_IsTheSame(string change) =>
        DeploymentOf(Changed(change), token: "nothing").ShouldBe(DeploymentOf(Changed("nothing"), token: "nothing"));

    [Fact]
    public void Secrets_OfAGeneration_AreThoseTheDistributionReads()
    {
        var plan = Plan(Changed("nothing"), "eu-west-1");
        var names = OriginSecrets.NamesOf(plan.Props.Lock, plan.Path);
        names.Select(name => name[(name.LastIndexOf('/') + 1)..]).ShouldBe(["blue-1", "green-1"]);
        plan.ActiveSecret.ShouldBe($"{{{{resolve:secretsmanager:{names[0]}:SecretString:::}}}}");
        OriginSecrets.ReplicaRegionsOf(plan.Props.Lock, "eu-west-1").ShouldBe(["us-east-1"]);
        OriginSecrets.ReplicaRegionsOf(plan.Props.Lock, "us-east-1").ShouldBeEmpty();
        OriginSecrets.ReplicaRegionsOf(plan.Props.Lock.ReadIn(["us-west-2", "us-east-1"]), "eu-west-1").ShouldBe(["us-east-1", "us-west-2"]);
        OriginSecrets.ReplicaRegionsOf(plan.Props.Lock.ReadIn(["eu-west-1"]), "us-east-1").ShouldBe(["eu-west-1"]);
    }

    [Fact]
    public void Canary_OfAChangedApi_IsBesideTheDeploymentThatStays()
    {
        var before = DeploymentOf(Changed("nothing"), "nothing");
        var resources = ResourcesOf(Changed("route") with { Canary = new(before, 12.5m) { Variables = Map("colour", "blue") } });

        var deployments = resources.Where(resource => resource.Type == "AWS::ApiGateway::Deployment").ToDictionary(resource => resource.Id, StringComparer.Ordinal);
        deployments.Keys.ShouldBe([before, DeploymentOf(Changed("route"), "nothing")], ignoreOrder: true);
        deployments[before].Properties.ShouldBe(ResourcesOf(Changed("nothing")).Single(resource => resource.Id == before).Properties);
        var stage = resources.Single(resource => resource.Type == "AWS::ApiGateway::Stage").Properties;
        stage["DeploymentId"].ShouldBe(Value.Ref(before));
        stage["CanarySetting"].ShouldBe(Value.Map(
            ("DeploymentId", Value.Ref(deployments.Keys.Single(id => id != before))),
            ("PercentTraffic", Value.FromDecimal(12.5m)),
            ("StageVariableOverrides", Value.Map(("colour", "blue"))),
            ("UseStageCache", false)));
    }

    [Fact]
    public void Canary_Promoted_LeavesTheOneDeployment()
    {
        var stage = ResourcesOf(Changed("route")).Single(resource => resource.Type == "AWS::ApiGateway::Stage").Properties;
        stage["DeploymentId"].ShouldBe(Value.Ref(DeploymentOf(Changed("route"), "nothing")));
        stage["CanarySetting"].ShouldBeNull();
    }

    [Fact]
    public void Canary_OfAnApiThatDidNotChange_IsAProblem()
    {
        var props = Changed("nothing");
        EdgeStacks.ProblemsOf(() => DeploymentOf(props with { Canary = new(DeploymentOf(props, "nothing"), 10) }, "nothing")).ShouldHave("NP1755", "Canary", "nothing to release");
    }

    [Fact]
    public void ClientCertificates_OfGenerations_ReplaceOneAtATime()
    {
        static string[] Ids(ApiClientCertificate certificate) =>
            [.. ResourcesOf(Changed("nothing") with { ClientCertificate = certificate }).Where(resource => resource.Type == "AWS::ApiGateway::ClientCertificate").Select(resource => resource.Id)];

        Ids(new()).ShouldBe(["ClientCertificateBlue1", "ClientCertificateGreen1"]);
        Ids(new(OriginSecret.Green, BlueGeneration: 2)).ShouldBe(["ClientCertificateBlue2", "ClientCertificateGreen1"]);
        ResourcesOf(Changed("nothing") with { ClientCertificate = new(OriginSecret.Green) })
            .Single(resource => resource.Type == "AWS::ApiGateway::Stage").Properties["ClientCertificateId"].ShouldBe(Value.Ref("ClientCertificateGreen1"));
    }

    [Fact]
    public void Resources_OfPathsThatReadAlike_AreDifferent() =>
        RestApiBlueprint.ResourceIdOf("/orders/{id}").ShouldNotBe(RestApiBlueprint.ResourceIdOf("/orders/id"));

    private static RestApiPlan Plan(RegionalRestApiProps props, string? region) => RestApiPlan.From(props, EdgeStacks.Context(nameof(RegionalRestApiProps), region));

    private static string DeploymentOf(RegionalRestApiProps props, string token)
    {
        var context = EdgeStacks.Context(nameof(RegionalRestApiProps), "eu-west-1");
        return RestApiBlueprint.From(RestApiPlan.From(props, context), context, text => $"{token}:{text}").Deployment;
    }

    private static ImmutableArray<BlueprintResource> ResourcesOf(RegionalRestApiProps props)
    {
        var context = EdgeStacks.Context(nameof(RegionalRestApiProps), "eu-west-1");
        return RestApiBlueprint.From(RestApiPlan.From(props, context), context, text => $"nothing:{text}").Blueprint.Resources;
    }

    private static RegionalRestApiProps Changed(string change)
    {
        var backend = new FixedBackend(new(ApiIntegrationType.Http)
        {
            Uri = change == "uri" ? "https://b.example.com" : "https://a.example.com",
            VpcLinkId = "${Token[LINK.1]}",
            Timeout = TimeSpan.FromSeconds(change == "timeout" ? 2 : 1),
            RequestTemplates = Map("application/json", change == "template" ? "{}" : "{ }"),
            Responses = [new(change == "response" ? 201 : 200)],
            Fingerprint = change == "fingerprint" ? "link-2" : "link-1",
        });
        var orders = new ApiRoute(change == "method" ? "PUT" : "POST", change == "route" ? "/order" : "/orders", backend)
        {
            Authorizer = change == "authorizer" ? ApiAuthorizer.Iam : Open,
            NeedsApiKey = change == "key",
            Parameters = change == "validation" ? Required("header.X-Tenant", true) : Required("header.X-Tenant", false).AddRange(change == "parameter" ? Required("querystring.q", false) : []),
            Body = change == "model" ? Order with { JsonSchema = """{"type":"array"}""" } : Order,
        };
        var health = new ApiRoute("GET", "/health", new MockBackend()) { Authorizer = ApiAuthorizer.Iam };
        return new()
        {
            Routes = change == "order" ? [health, orders] : [orders, health],
            Cors = change == "cors" ? new(["https://www.example.com"]) : null,
            BinaryMediaTypes = change == "media type" ? ["image/png"] : [],
            Lock = change == "policy" ? OriginLock.PolicyGate() : OriginLock.HeaderGate(),
            PolicyStatements = [ApiPolicyStatement.AllowPrincipals(change == "statement" ? "111122223333" : "444455556666")],
            UsagePlans = [new("basic", new(1, 1), 1, ["shop"])],
            Throttle = change == "throttle" ? new(1, 1) : new(2, 2),
            LogRetentionDays = change == "retention" ? 30 : 90,
            GatewayResponses = change == "error" ? [new("THROTTLED") { Headers = Map("Retry-After", "1") }] : [],
            Variables = change == "variable" ? Map("colour", "green") : ImmutableSortedDictionary<string, string>.Empty,
            ClientCertificate = change == "certificate" ? new() : null,
        };
    }

    private static RegionalRestApiProps PropsOf(string name) => name switch
    {
        "no route" => new() { Routes = [] },
        "route twice" => Routes(Get(), Get()),
        "siblings" => Routes(Get("/orders/{id}"), Get("/orders/{name}/x")),
        "method" => Routes(new ApiRoute("get", "/orders", new MockBackend())),
        "path" => Routes(Get("orders")),
        "slash at the end" => Routes(Get("/orders/")),
        "behind all" => Routes(Get("/{all+}/x")),
        "parameter twice" => Routes(Get("/{id}/{id}")),
        "parameter of nothing" => Routes(new ApiRoute("GET", "/orders", new MockBackend()) { Parameters = Required("cookie.x", true) }),
        "options and cors" => With(new("OPTIONS", "/orders", new MockBackend()), cors: new(["*"])),
        "nobody said" => new() { Routes = [Get()] },
        "no reason" => new() { Routes = [Get()], DefaultAuthorizer = ApiAuthorizer.Public("why not") },
        "scopes of nobody" => Routes(new ApiRoute("GET", "/orders", new MockBackend()) { Scopes = ["read"] }),
        "no pool" => Routes(new ApiRoute("GET", "/orders", new MockBackend()) { Authorizer = ApiAuthorizer.Cognito("users") }),
        "authorizer's name" => Routes(new ApiRoute("GET", "/orders", new MockBackend()) { Authorizer = ApiAuthorizer.Cognito("my users") }),
        "authorizers of one name" => Routes(
            new ApiRoute("GET", "/orders", new MockBackend()) { Authorizer = ApiAuthorizer.Cognito("users") },
            new ApiRoute("PUT", "/orders", new MockBackend()) { Authorizer = ApiAuthorizer.Cognito("Users") }),
        "schema" => Routes(Post(new("Order", "[]"))),
        "model's name" => Routes(Post(Order with { Name = "my order" })),
        "models of one name" => Routes(Post(Order), new ApiRoute("PUT", "/orders", new MockBackend()) { Body = Order with { JsonSchema = "{}" } }),
        "body of GET" => Routes(new ApiRoute("GET", "/orders", new MockBackend()) { Body = Order }),
        "no cache" => Routes(Cached("GET", 60)),
        "cached POST" => With(Cached("POST", 60), cache: 0.5m),
        "cached for days" => With(Cached("GET", 86_400), cache: 0.5m),
        "cached for everybody" => new() { Routes = [Cached("GET", 60)], CacheGigabytes = 0.5m, DefaultAuthorizer = ApiAuthorizer.Iam },
        "cache size" => With(Get(), cache: 1m),
        "key of nobody" => Routes(new ApiRoute("GET", "/orders", new MockBackend()) { NeedsApiKey = true }),
        "key and gate" => With(new ApiRoute("GET", "/orders", new MockBackend()) { NeedsApiKey = true }, originLock: OriginLock.KeyGate()),
        "plans of one name" => Plans(new("basic", new(1, 1), 1, []), new("Basic", new(1, 1), 1, [])),
        "client twice" => Plans(new("basic", new(1, 1), 1, ["shop"]), new("big", new(1, 1), 1, ["shop"])),
        "client's name" => Plans(new ApiUsagePlan("basic", new(1, 1), 1, ["the shop"])),
        "stage" => new() { Routes = [Get()], DefaultAuthorizer = Open, StageName = "v 1" },
        "variable" => new() { Routes = [Get()], DefaultAuthorizer = Open, Variables = Map("a-b", "1") },
        "compression" => new() { Routes = [Get()], DefaultAuthorizer = Open, CompressionFromBytes = -1 },
        "nobody let in" => new() { Routes = [Get()], DefaultAuthorizer = Open, Throttle = new(0, 1) },
        "quota" => Plans(new ApiUsagePlan("basic", new(1, 1), 0, [])),
        "origin" => With(Get(), cors: new(["www.example.com"])),
        "all and one" => With(Get(), cors: new(["*", "https://www.example.com"])),
        "all with cookies" => With(Get(), cors: new ApiCors(["*"]) { AllowsCredentials = true }),
        "remembered for days" => With(Get(), cors: new ApiCors(["*"]) { MaxAge = TimeSpan.FromDays(2) }),
        "certificate elsewhere" => With(Get(), domain: Domain()),
        "no certificate" => With(Get(), domain: Domain() with { CertificateArn = "none" }),
        "domain's name" => With(Get(), domain: Domain() with { DomainName = "not a name" }),
        "log days" => new() { Routes = [Get()], DefaultAuthorizer = Open, LogRetentionDays = 2 },
        "generation" => With(Get(), originLock: OriginLock.HeaderGate(blueGeneration: 0)),
        "gate of other APIs" => With(Get(), originLock: OriginLock.LambdaGate()),
        "mTLS without a name" => With(Get(), originLock: OriginLock.OriginMtls("s3://bucket/truststore.pem", "arn")),
        "truststore" => With(Get(), originLock: OriginLock.OriginMtls("bucket", "arn")),
        "private for nobody" => With(Get(), originLock: OriginLock.Private()),
        "private with a name" => With(Get(), originLock: OriginLock.Private("vpce-1"), domain: Domain()),
        "record without a zone" => With(Get(), domain: Domain() with { RecordName = "origin.example.com" }),
        "unknown Region" => Routes(Get()),
        "patience" => Integrated(new(ApiIntegrationType.HttpProxy) { Timeout = TimeSpan.FromSeconds(30) }),
        "impatience" => Integrated(new(ApiIntegrationType.HttpProxy) { Timeout = TimeSpan.FromMilliseconds(10) }),
        "long template" => Integrated(new(ApiIntegrationType.Aws) { RequestTemplates = Map("application/json", new string('a', 307_201)), Responses = [new(200)] }),
        "template of a proxy" => Integrated(new(ApiIntegrationType.AwsProxy) { RequestTemplates = Map("application/json", "{}") }),
        "no answer for the rest" => Integrated(new(ApiIntegrationType.Aws) { Responses = [new(500, "5.*")] }),
        "two answers for the rest" => Integrated(new(ApiIntegrationType.Aws) { Responses = [new(200), new(201)] }),
        "answers of one pattern" => Integrated(new(ApiIntegrationType.Http) { Responses = [new(200), new(500, "5.*"), new(502, "5.*")] }),
        "no status" => Integrated(new(ApiIntegrationType.Mock) { Responses = [new(99)] }),
        "error of no kind" => Errors(new ApiGatewayResponse("TOO_MANY")),
        "error twice" => Errors(new ApiGatewayResponse("THROTTLED"), new("THROTTLED") { StatusCode = 503 }),
        "error that is none" => Errors(new ApiGatewayResponse("THROTTLED") { StatusCode = 200 }),
        "error's header" => Errors(new ApiGatewayResponse("THROTTLED") { Headers = Map("Cache-Control", "public") }),
        "error's quotes" => Errors(new ApiGatewayResponse("THROTTLED") { Headers = Map("X-Why", "it's late") }),
        "error with details" => Errors(new ApiGatewayResponse("BAD_REQUEST_BODY") { Body = """{"why":$context.error.validationErrorString}""" }),
        "health check's path" => With(Get("/ping"), domain: Domain()),
        "canary's name" => Routes(Get()) with { Canary = new("live", 10) },
        "canary for more than all" => Routes(Get()) with { Canary = new("Deployment0123456789", 100.5m) },
        "canary for less than nobody" => Routes(Get()) with { Canary = new("Deployment0123456789", -1) },
        "canary's variable" => Routes(Get()) with { Canary = new("Deployment0123456789", 1) { Variables = Map("a-b", "1") } },
        "certificate for nobody" => Routes(Get()) with { ClientCertificate = new() },
        "certificate's generation" => Routes(Get()) with { ClientCertificate = new(BlueGeneration: 0) },
        "edge and a gate" => Routes(Get()) with { Endpoint = ApiEndpoint.EdgeOptimized },
        "edge and private" => Routes(Get()) with { Endpoint = ApiEndpoint.EdgeOptimized, Lock = OriginLock.Private("vpce-1") },
        "edge's certificate" => With(Get(), originLock: OriginLock.None, domain: Domain() with { CertificateArn = "arn:aws:acm:eu-west-1:111111111111:certificate/1" }) with { Endpoint = ApiEndpoint.EdgeOptimized },
        "policy of nobody" => Policy(OriginLock.None, ApiPolicyStatement.DenyAddresses()),
        "addresses behind a header" => Policy(OriginLock.HeaderGate(), Office),
        "addresses behind a policy" => Policy(OriginLock.PolicyGate(), Office),
        "addresses behind a key" => Policy(OriginLock.KeyGate(), Office),
        "addresses behind a certificate" => Policy(OriginLock.OriginMtls("s3://trust/own.pem", "arn:aws:acm:us-east-1:111111111111:certificate/2"), Office)
            with { Domain = Domain() with { CertificateArn = "arn:aws:acm:eu-west-1:111111111111:certificate/1" } },
        "no range" => Policy(OriginLock.None, ApiPolicyStatement.OnlyAddresses("203.0.113.1/24")),
        "every address" => Policy(OriginLock.None, ApiPolicyStatement.DenyAddresses("::/0")),
        "VPC of a public API" => Policy(OriginLock.None, ApiPolicyStatement.OnlyVpcs("vpc-0123456789abcdef0")),
        "no VPC" => Policy(OriginLock.Private("vpce-1"), ApiPolicyStatement.DenyVpcs("vpce-0123456789abcdef0")),
        "principal of nobody" => Policy(OriginLock.None, ApiPolicyStatement.AllowPrincipals("111122223333")),
        "every principal" => Policy(OriginLock.None, ApiPolicyStatement.AllowPrincipals("*")) with { DefaultAuthorizer = ApiAuthorizer.Iam },
        "principal with a wildcard" => Policy(OriginLock.None, ApiPolicyStatement.DenyPrincipals("arn:aws:iam::111122223333:role/*")) with { DefaultAuthorizer = ApiAuthorizer.Iam },
        "only and only" => Policy(OriginLock.None, Office, ApiPolicyStatement.OnlyAddresses("2001:db8::/32")),
        "backend" => Routes(new ApiRoute("GET", "/orders", new HttpBackend("http://a.example.com"))),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "no such mistake"),
    };

    private static ApiPolicyStatement Office => ApiPolicyStatement.OnlyAddresses("203.0.113.0/24");

    private static RegionalRestApiProps Policy(OriginLock originLock, params ApiPolicyStatement[] statements) => Routes(Get()) with { Lock = originLock, PolicyStatements = statements };

    private static ApiRoute Get(string path = "/orders") => new("GET", path, new MockBackend());

    private static ApiRoute Post(ApiModel body) => new("POST", "/orders", new MockBackend()) { Body = body };

    private static ApiRoute Cached(string method, int seconds) => new(method, "/orders", new MockBackend()) { CacheFor = TimeSpan.FromSeconds(seconds) };

    private static RegionalRestApiProps Errors(params ApiGatewayResponse[] responses) => Routes(Get()) with { GatewayResponses = responses };

    private static RegionalRestApiProps Integrated(ApiIntegration integration) => Routes(new ApiRoute("GET", "/orders", new FixedBackend(integration)));

    private static ApiDomain Domain() => new("origin-api.example.com", "arn:aws:acm:us-east-1:111111111111:certificate/1");

    private static RegionalRestApiProps Routes(params ApiRoute[] routes) => new() { Routes = routes, DefaultAuthorizer = Open };

    private static RegionalRestApiProps Plans(params ApiUsagePlan[] plans) => new() { Routes = [Get()], DefaultAuthorizer = Open, UsagePlans = plans };

    private static RegionalRestApiProps With(ApiRoute route, ApiCors? cors = null, decimal? cache = null, OriginLock? originLock = null, ApiDomain? domain = null) =>
        new() { Routes = [route], DefaultAuthorizer = Open, Cors = cors, CacheGigabytes = cache, Lock = originLock ?? OriginLock.HeaderGate(), Domain = domain };

    private static ImmutableSortedDictionary<string, string> Map(string key, string value) => ImmutableSortedDictionary<string, string>.Empty.Add(key, value);

    private static ImmutableSortedDictionary<string, bool> Required(string name, bool isRequired) => ImmutableSortedDictionary<string, bool>.Empty.Add(name, isRequired);

    private sealed class FixedBackend(ApiIntegration integration) : IApiBackend
    {
        public ApiIntegration Integrate(ApiRouteContext route) => integration;
    }
}
