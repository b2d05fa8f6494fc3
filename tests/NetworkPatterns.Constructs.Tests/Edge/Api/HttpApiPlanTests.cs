using System.Collections.Immutable;
using NetworkPatterns.Constructs.Edge.Api;

namespace NetworkPatterns.Constructs.Tests.Edge.Api;

/// <summary>Every mistake that the plan of an HTTP API finds.</summary>
public sealed class HttpApiPlanTests
{
    private const string Certificate = "arn:aws:acm:eu-west-1:111111111111:certificate/1";
    private static readonly ApiAuthorizer Open = ApiAuthorizer.Public("anybody may ask for it");
    private static readonly ApiAuthorizer Users = ApiAuthorizer.Jwt("users", "https://issuer.example.com", "shop");
    private static readonly HttpBackend Orders = new("https://orders.example.com");

    public static TheoryData<string, string, string, string> Mistakes => new()
    {
        { "no route", "NP1622", "Routes", "404" },
        { "route twice", "NP1622", "Routes", "GET /orders and GET /orders are one route" },
        { "route of another parameter", "NP1622", "Routes", "GET /{id} and GET /{name} are one route" },
        { "method", "NP1622", "Routes[get /orders]", "'get'" },
        { "path", "NP1622", "Routes[GET orders]", "'orders'" },
        { "nobody said", "NP1623", "Routes[GET /orders]", "nothing says who" },
        { "no reason", "NP1623", "Routes[GET /orders]", "'why not'" },
        { "pool", "NP1624", "Routes[GET /orders]", "'pool' is an authorizer for REST" },
        { "scopes of nobody", "NP1624", "Routes[GET /orders]", "scopes" },
        { "authorizer's name", "NP1624", "Routes", "'my users'" },
        { "authorizers of one name", "NP1624", "Routes", "2 authorizers are called 'users'" },
        { "issuer", "NP1682", "Routes[GET /orders]", "'http://issuer.example.com'" },
        { "audience", "NP1682", "Routes[GET /orders]", "'users'" },
        { "key", "NP1680", "Routes[GET /orders]", "NeedsApiKey" },
        { "parameters", "NP1680", "Routes[GET /orders]", "Parameters" },
        { "body", "NP1680", "Routes[GET /orders]", "Body" },
        { "cache", "NP1680", "Routes[GET /orders]", "CacheFor" },
        { "header gate", "NP1681", "Lock", "HeaderGate locks REST APIs" },
        { "policy gate", "NP1681", "Lock", "PolicyGate" },
        { "key gate", "NP1681", "Lock", "KeyGate" },
        { "private", "NP1681", "Lock", "Private" },
        { "gate and tokens", "NP1786", "Routes[GET /orders]", "there is another" },
        { "generation", "NP1650", "Lock", "0 and 1" },
        { "unknown Region", "NP1651", "Lock", "at deployment only" },
        { "source", "NP1624", "Routes[GET /orders]", "'method.request.header.a'" },
        { "remembered for hours", "NP1624", "Routes[GET /orders]", "02:00:00" },
        { "remembered by nothing", "NP1624", "Routes[GET /orders]", "nothing tells requests apart" },
        { "mTLS without a name", "NP1650", "Lock", "client certificates" },
        { "truststore", "NP1650", "Lock", "'bucket'" },
        { "guarded preflight", "NP1683", "Routes[ANY /{proxy+}]", "without a token" },
        { "guarded OPTIONS", "NP1683", "Routes[OPTIONS /orders]", "without a token" },
        { "unguarded rest", "NP1623", "Routes[ANY $default]", "nothing says who" },
        { "one method of the rest", "NP1622", "Routes[GET $default]", "not of GET alone" },
        { "two for the rest", "NP1622", "Routes", "ANY $default and ANY $default are one route" },
        { "rest without a path", "NP1620", "Routes[ANY $default]", "$default has none" },
        { "throttle of the rest", "NP1629", "Routes[ANY $default]", "0 at once" },
        { "guarded preflight of the rest", "NP1683", "Routes[ANY $default]", "without a token" },
        { "timeout", "NP1684", "Routes[GET /orders]", "00:00:31" },
        { "throttle", "NP1629", "Throttle", "0 requests" },
        { "throttle of a route", "NP1629", "Routes[GET /orders]", "0 at once" },
        { "cors", "NP1630", "Cors", "'www.example.com'" },
        { "log days", "NP1215", "LogRetentionDays", "2 days" },
        { "certificate elsewhere", "NP1631", "Domain", "us-east-1, and the name of the API in eu-west-1" },
        { "answer of its own", "NP1620", "MockBackend", "no answers of its own" },
        { "template", "NP1620", "Routes[GET /orders]", "proxies only" },
        { "backend", "NP1621", "HttpBackend", "TLS" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void From_Mistake_HasCodePlaceAndValue(string name, string code, string where, string what) =>
        EdgeStacks.ProblemsOf(() => Plan(PropsOf(name), name == "unknown Region" ? null : "eu-west-1")).ShouldHave(code, where, what);

    [Fact]
    public void LambdaGate_EveryRoute_IsGuardedByItAndServersAreNotToldTheSecret()
    {
        var plan = Plan(Of(Get(), new ApiRoute("OPTIONS", "/orders", Orders)) with { Lock = OriginLock.LambdaGate() });
        plan.Routes.ShouldAllBe(route => route.Authorizer == ApiAuthorizer.OriginGate && route.Integration.RequestParameters["remove:header.x-origin-verify"] == "''");
        Plan(Of(Get())).Routes.ShouldAllBe(route => route.Integration.RequestParameters.IsEmpty);
    }

    [Fact]
    public void From_SeveralMistakes_AreToldTogether() =>
        EdgeStacks.ProblemsOf(() => Plan(PropsOf("header gate") with { LogRetentionDays = 2, Routes = [] })).Select(problem => problem.Code)
            .ShouldBe(["NP1622", "NP1215", "NP1681"], ignoreOrder: true);

    [Fact]
    public void From_GuardedAnyBesideAPublicPreflight_IsAllowed() =>
        Plan(Of(new ApiRoute("ANY", "/{proxy+}", Orders) { Authorizer = Users }, new ApiRoute("OPTIONS", "/{proxy+}", Orders)) with { Cors = new(["*"]) })
            .Routes.Length.ShouldBe(2);

    [Fact]
    public void From_GuardedRestBesideAPublicPreflight_IsAllowed()
    {
        var plan = Plan(Of(Rest(Users), new ApiRoute("OPTIONS", "/{all+}", Orders)) with { Cors = new(["*"]) });
        plan.Routes.Select(route => route.Key).ShouldBe(["$default", "OPTIONS /{all+}"]);
    }

    [Fact]
    public void LambdaGate_TheRest_IsGuardedByIt() =>
        Plan(Of(Rest()) with { Lock = OriginLock.LambdaGate() }).Routes.ShouldHaveSingleItem().Authorizer.ShouldBe(ApiAuthorizer.OriginGate);

    [Fact]
    public void Rest_WithADefaultRoute_IsAMistake() =>
        EdgeStacks.ProblemsOf(() => RestApiPlan.From(
            new() { Routes = [new("ANY", ApiRoute.CatchAll, Orders)], DefaultAuthorizer = Open }, EdgeStacks.Context(nameof(RegionalRestApiProps), "eu-west-1")))
            .ShouldHave("NP1622", "Routes[ANY $default]", "is not a path");

    [Fact]
    public void Rest_WithTokensOfAnIssuer_IsAMistake() =>
        EdgeStacks.ProblemsOf(() => RestApiPlan.From(
            new() { Routes = [new("GET", "/orders", Orders)], DefaultAuthorizer = Users }, EdgeStacks.Context(nameof(RegionalRestApiProps), "eu-west-1")))
            .ShouldHave("NP1624", "Routes[GET /orders]", "any issuer");

    private static HttpApiPlan Plan(RegionalHttpApiProps props, string? region = "eu-west-1") => HttpApiPlan.From(props, EdgeStacks.Context(nameof(RegionalHttpApiProps), region));

    private static RegionalHttpApiProps PropsOf(string name) => name switch
    {
        "no route" => Of(),
        "route twice" => Of(Get(), Get()),
        "route of another parameter" => Of(Get("/{id}"), Get("/{name}")),
        "method" => Of(new ApiRoute("get", "/orders", Orders)),
        "path" => Of(Get("orders")),
        "nobody said" => Of(Get()) with { DefaultAuthorizer = null },
        "no reason" => Of(Get()) with { DefaultAuthorizer = ApiAuthorizer.Public("why not") },
        "pool" => Of(Get()) with { DefaultAuthorizer = ApiAuthorizer.Cognito("pool") },
        "scopes of nobody" => Of(new ApiRoute("GET", "/orders", Orders) { Scopes = ["orders/read"] }),
        "authorizer's name" => Of(Get()) with { DefaultAuthorizer = ApiAuthorizer.Jwt("my users", "https://issuer.example.com", "shop") },
        "authorizers of one name" => Of(
            new ApiRoute("GET", "/orders", Orders) { Authorizer = Users },
            new ApiRoute("GET", "/items", Orders) { Authorizer = ApiAuthorizer.Jwt("users", "https://other.example.com", "shop") }),
        "issuer" => Of(Get()) with { DefaultAuthorizer = ApiAuthorizer.Jwt("users", "http://issuer.example.com", "shop") },
        "audience" => Of(Get()) with { DefaultAuthorizer = ApiAuthorizer.Jwt("users", "https://issuer.example.com") },
        "key" => Of(new ApiRoute("GET", "/orders", Orders) { NeedsApiKey = true }),
        "parameters" => Of(new ApiRoute("GET", "/orders", Orders) { Parameters = ImmutableSortedDictionary<string, bool>.Empty.Add("querystring.limit", true) }),
        "body" => Of(new ApiRoute("GET", "/orders", Orders) { Body = new("Order", """{"type":"object"}""") }),
        "cache" => Of(new ApiRoute("GET", "/orders", Orders) { CacheFor = TimeSpan.FromMinutes(1) }),
        "header gate" => Of(Get()) with { Lock = OriginLock.HeaderGate() },
        "policy gate" => Of(Get()) with { Lock = OriginLock.PolicyGate() },
        "key gate" => Of(Get()) with { Lock = OriginLock.KeyGate() },
        "private" => Of(Get()) with { Lock = OriginLock.Private("vpce-1") },
        "gate and tokens" => Of(Get()) with { Lock = OriginLock.LambdaGate(), DefaultAuthorizer = Users },
        "generation" => Of(Get()) with { Lock = OriginLock.LambdaGate(blueGeneration: 0) },
        "unknown Region" => Of(Get()) with { Lock = OriginLock.LambdaGate() },
        "source" => Of(Get()) with { DefaultAuthorizer = Asked(["method.request.header.a"], TimeSpan.Zero) },
        "remembered for hours" => Of(Get()) with { DefaultAuthorizer = Asked(["$request.header.a"], TimeSpan.FromHours(2)) },
        "remembered by nothing" => Of(Get()) with { DefaultAuthorizer = Asked([], TimeSpan.FromMinutes(1)) },
        "mTLS without a name" => Of(Get()) with { Lock = OriginLock.OriginMtls("s3://bucket/store.pem", Certificate) },
        "truststore" => Of(Get()) with { Lock = OriginLock.OriginMtls("bucket", Certificate), Domain = new("api.example.com", Certificate) },
        "guarded preflight" => Of(new ApiRoute("ANY", "/{proxy+}", Orders) { Authorizer = Users }) with { Cors = new(["*"]) },
        "guarded OPTIONS" => Of(new ApiRoute("OPTIONS", "/orders", Orders) { Authorizer = Users }) with { Cors = new(["*"]) },
        "unguarded rest" => Of(Rest()) with { DefaultAuthorizer = null },
        "one method of the rest" => Of(new ApiRoute("GET", ApiRoute.CatchAll, new FunctionBackend())),
        "two for the rest" => Of(Rest(), Rest()),
        "rest without a path" => Of(new ApiRoute("ANY", ApiRoute.CatchAll, Orders)),
        "throttle of the rest" => Of(new ApiRoute("ANY", ApiRoute.CatchAll, new FunctionBackend()) { Throttle = new(1, 0) }),
        "guarded preflight of the rest" => Of(Rest(Users), new ApiRoute("OPTIONS", "/orders", Orders)) with { Cors = new(["*"]) },
        "timeout" => Of(new ApiRoute("GET", "/orders", new HttpBackend("https://orders.example.com") { Timeout = TimeSpan.FromSeconds(31) })),
        "throttle" => Of(Get()) with { Throttle = new(0, 1) },
        "throttle of a route" => Of(new ApiRoute("GET", "/orders", Orders) { Throttle = new(1, 0) }),
        "cors" => Of(Get()) with { Cors = new(["www.example.com"]) },
        "log days" => Of(Get()) with { LogRetentionDays = 2 },
        "certificate elsewhere" => Of(Get()) with { Domain = new("api.example.com", Certificate.Replace("eu-west-1", "us-east-1", StringComparison.Ordinal)) },
        "answer of its own" => Of(new ApiRoute("GET", "/orders", new MockBackend())),
        "template" => Of(new ApiRoute("GET", "/orders", new TemplateBackend())),
        "backend" => Of(new ApiRoute("GET", "/orders", new HttpBackend("http://orders.example.com"))),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    private static ApiAuthorizer Asked(IEnumerable<string> sources, TimeSpan time) => ApiAuthorizers.Asked("asked", sources, time);

    private static ApiRoute Get(string path = "/orders") => new("GET", path, Orders);

    private static ApiRoute Rest(ApiAuthorizer? authorizer = null) => new("ANY", ApiRoute.CatchAll, new FunctionBackend()) { Authorizer = authorizer };

    private static RegionalHttpApiProps Of(params IReadOnlyList<ApiRoute> routes) => new() { Routes = routes, Lock = OriginLock.None, DefaultAuthorizer = Open };

    private sealed class TemplateBackend : IApiBackend
    {
        public ApiIntegration Integrate(ApiRouteContext route) => new(ApiIntegrationType.Aws) { Uri = "arn" };
    }

    private sealed class FunctionBackend : IApiBackend
    {
        public ApiIntegration Integrate(ApiRouteContext route) => new(ApiIntegrationType.AwsProxy) { Uri = "arn", FunctionArn = "arn" };
    }
}
