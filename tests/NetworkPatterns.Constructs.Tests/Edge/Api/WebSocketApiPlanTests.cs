using System.Collections.Immutable;
using NetworkPatterns.Constructs.Edge.Api;

namespace NetworkPatterns.Constructs.Tests.Edge.Api;

/// <summary>Every mistake that the plan of a WebSocket API finds, and what makes a new deployment.</summary>
public sealed class WebSocketApiPlanTests
{
    private const string Certificate = "arn:aws:acm:eu-west-1:111111111111:certificate/1";
    private static readonly ApiAuthorizer Open = ApiAuthorizer.Public("anybody may connect to it");
    private static readonly HttpBackend Server = new("https://messages.example.com");

    public static TheoryData<string, string, string, string> Mistakes => new()
    {
        { "no route", "NP1780", "Routes", "no route takes messages" },
        { "connections only", "NP1780", "Routes", "no route takes messages" },
        { "route twice", "NP1780", "Routes", "2 routes have the key 'send'" },
        { "key", "NP1780", "Routes[send it]", "'send it'" },
        { "unknown key", "NP1780", "Routes[$other]", "'$other'" },
        { "no reason", "NP1623", "Authorizer", "'why not'" },
        { "tokens", "NP1781", "Authorizer", "'users' is an authorizer for other APIs" },
        { "pool", "NP1781", "Authorizer", "'pool'" },
        { "token", "NP1781", "Authorizer", "'token'" },
        { "remembered", "NP1781", "Authorizer", "00:01:00" },
        { "source", "NP1781", "Authorizer", "'method.request.header.a'" },
        { "authorizer's name", "NP1624", "Authorizer", "'my users'" },
        { "header gate", "NP1782", "Lock", "HeaderGate locks other APIs" },
        { "mTLS", "NP1782", "Lock", "OriginMtls" },
        { "private", "NP1782", "Lock", "Private" },
        { "gate and signatures", "NP1786", "Authorizer", "there is another" },
        { "generation", "NP1650", "Lock", "1 and 0" },
        { "unknown Region", "NP1651", "Lock", "at deployment only" },
        { "expression", "NP1783", "RouteSelectionExpression", "'$request.header.action'" },
        { "answer to a connection", "NP1784", "Routes[$connect]", "$connect brings no message" },
        { "answer to the gone", "NP1784", "Routes[$disconnect]", "$disconnect" },
        { "timeout", "NP1785", "Routes[send]", "00:00:30" },
        { "operation of HTTP APIs", "NP1620", "Routes[send]", "'SQS-SendMessage'" },
        { "backend", "NP1621", "HttpBackend", "TLS" },
        { "stage", "NP1628", "StageName", "'v 1'" },
        { "variable", "NP1628", "Variables", "'a-b'" },
        { "throttle", "NP1629", "Throttle", "0 requests" },
        { "throttle of a route", "NP1629", "Routes[send]", "0 at once" },
        { "log days", "NP1215", "LogRetentionDays", "2 days" },
        { "certificate elsewhere", "NP1631", "Domain", "us-east-1, and the name of the API in eu-west-1" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void From_Mistake_HasCodePlaceAndValue(string name, string code, string where, string what) =>
        EdgeStacks.ProblemsOf(() => Plan(PropsOf(name), name == "unknown Region" ? null : "eu-west-1")).ShouldHave(code, where, what);

    [Fact]
    public void From_SeveralMistakes_AreToldTogether() =>
        EdgeStacks.ProblemsOf(() => Plan(PropsOf("header gate") with { LogRetentionDays = 2, Routes = [] })).Select(problem => problem.Code)
            .ShouldBe(["NP1780", "NP1215", "NP1782"], ignoreOrder: true);

    [Fact]
    public void From_NoRouteForConnections_HasOneThatTheAuthorizerGuards() =>
        Plan(Of(Send())).Routes.Select(route => (route.Route.Key, route.Integration.Type)).ShouldBe([("$connect", ApiIntegrationType.Mock), ("send", ApiIntegrationType.HttpProxy)]);

    [Fact]
    public void From_LambdaGate_IsWhoLetsIn() => Plan(Of(Send()) with { Lock = OriginLock.LambdaGate() }).Authorizer.ShouldBe(ApiAuthorizer.OriginGate);

    [Fact]
    public void Names_OfKeysThatReadAlike_AreDifferent() =>
        Plan(Of(Send("connect"), Send("send.it"), Send("sendit"))).Routes.Select(route => route.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count().ShouldBe(4);

    public static TheoryData<string> Changes =>
    [
        "route", "key", "expression", "authorizer", "lock", "uri", "timeout", "answer", "response", "template", "fingerprint", "token",
    ];

    // E47: a stage shows the deployment's picture of the API, so every change needs a new deployment.
    [Theory]
    [MemberData(nameof(Changes))]
    public void Deployment_WhenAnythingOfTheApiChanges_IsANewOne(string change) =>
        DeploymentOf(Changed(change), change).ShouldNotBe(DeploymentOf(Changed("nothing"), "nothing"));

    [Theory]
    [InlineData("throttle")]
    [InlineData("retention")]
    [InlineData("variable")]
    [InlineData("order")]
    public void Deployment_WhenTheStageOrTheOrderChanges_IsTheSame(string change) =>
        DeploymentOf(Changed(change), "nothing").ShouldBe(DeploymentOf(Changed("nothing"), "nothing"));

    private static string DeploymentOf(RegionalWebSocketApiProps props, string token)
    {
        var context = EdgeStacks.Context(nameof(RegionalWebSocketApiProps), "eu-west-1");
        return WebSocketApiBlueprint.From(WebSocketApiPlan.From(props, context), context, _ => token == "token" ? "another" : "one")
            .Blueprint.Resources.Single(resource => resource.Type == "AWS::ApiGatewayV2::Deployment").Id;
    }

    private static RegionalWebSocketApiProps Changed(string change)
    {
        var token = new Answering(new(ApiIntegrationType.HttpProxy) { Uri = "${Token[TOKEN.1]}" });
        var service = new ApiIntegration(ApiIntegrationType.Aws)
        {
            Uri = change == "uri" ? "arn:other" : "arn:service",
            Timeout = change == "timeout" ? TimeSpan.FromSeconds(1) : null,
            RequestTemplates = ImmutableSortedDictionary<string, string>.Empty.Add("application/json", change == "template" ? "{}" : "{\"a\":1}"),
            Responses = [new(200) { Templates = ImmutableSortedDictionary<string, string>.Empty.Add("application/json", change == "response" ? "{}" : "{\"a\":1}") }],
            Fingerprint = change == "fingerprint" ? "other" : "",
        };
        WebSocketRoute[] routes =
        [
            new(change == "key" ? "put" : "send", new Answering(service)) { Answers = change != "answer" },
            new(WebSocketRoute.Default, token),
            .. change == "route" ? [new WebSocketRoute(WebSocketRoute.Disconnect, Server)] : Array.Empty<WebSocketRoute>(),
        ];
        return new()
        {
            Routes = change == "order" ? [.. routes.Reverse()] : routes,
            Authorizer = change == "authorizer" ? ApiAuthorizer.Iam : Open,
            Lock = change == "lock" ? OriginLock.LambdaGate() : OriginLock.None,
            RouteSelectionExpression = change == "expression" ? "$request.body.type" : "$request.body.action",
            Throttle = change == "throttle" ? new(1, 1) : new(2, 2),
            LogRetentionDays = change == "retention" ? 30 : 90,
            Variables = change == "variable" ? ImmutableSortedDictionary<string, string>.Empty.Add("a", "b") : ImmutableSortedDictionary<string, string>.Empty,
        };
    }

    private static WebSocketApiPlan Plan(RegionalWebSocketApiProps props, string? region = "eu-west-1") =>
        WebSocketApiPlan.From(props, EdgeStacks.Context(nameof(RegionalWebSocketApiProps), region));

    private static RegionalWebSocketApiProps PropsOf(string name) => name switch
    {
        "no route" => Of(),
        "connections only" => Of(Send(WebSocketRoute.Connect), Send(WebSocketRoute.Disconnect)),
        "route twice" => Of(Send(), Send()),
        "key" => Of(Send("send it")),
        "unknown key" => Of(Send("$other")),
        "no reason" => Of(Send()) with { Authorizer = ApiAuthorizer.Public("why not") },
        "tokens" => Of(Send()) with { Authorizer = ApiAuthorizer.Jwt("users", "https://issuer.example.com", "shop") },
        "pool" => Of(Send()) with { Authorizer = ApiAuthorizer.Cognito("pool") },
        "token" => Of(Send()) with { Authorizer = ApiAuthorizers.AskedAboutToken("token") },
        "remembered" => Of(Send()) with { Authorizer = ApiAuthorizers.Asked("asked", ["route.request.header.a"], TimeSpan.FromMinutes(1)) },
        "source" => Of(Send()) with { Authorizer = ApiAuthorizers.Asked("asked", ["method.request.header.a"]) },
        "authorizer's name" => Of(Send()) with { Authorizer = ApiAuthorizers.Asked("my users", ["route.request.header.a"]) },
        "header gate" => Of(Send()) with { Lock = OriginLock.HeaderGate() },
        "mTLS" => Of(Send()) with { Lock = OriginLock.OriginMtls("s3://bucket/store.pem", Certificate) },
        "private" => Of(Send()) with { Lock = OriginLock.Private("vpce-1") },
        "gate and signatures" => Of(Send()) with { Lock = OriginLock.LambdaGate(), Authorizer = ApiAuthorizer.Iam },
        "generation" => Of(Send()) with { Lock = OriginLock.LambdaGate(greenGeneration: 0) },
        "unknown Region" => Of(Send()) with { Lock = OriginLock.LambdaGate() },
        "expression" => Of(Send()) with { RouteSelectionExpression = "$request.header.action" },
        "answer to a connection" => Of(Send(), new WebSocketRoute(WebSocketRoute.Connect, Server) { Answers = true }),
        "answer to the gone" => Of(Send(), new WebSocketRoute(WebSocketRoute.Disconnect, Server) { Answers = true }),
        "timeout" => Of(new WebSocketRoute("send", new HttpBackend("https://messages.example.com") { Timeout = TimeSpan.FromSeconds(30) })),
        "operation of HTTP APIs" => Of(new WebSocketRoute("send", new Answering(new(ApiIntegrationType.AwsProxy) { Subtype = "SQS-SendMessage" }))),
        "backend" => Of(new WebSocketRoute("send", new HttpBackend("http://messages.example.com"))),
        "stage" => Of(Send()) with { StageName = "v 1" },
        "variable" => Of(Send()) with { Variables = ImmutableSortedDictionary<string, string>.Empty.Add("a-b", "c") },
        "throttle" => Of(Send()) with { Throttle = new(0, 1) },
        "throttle of a route" => Of(new WebSocketRoute("send", Server) { Throttle = new(1, 0) }),
        "log days" => Of(Send()) with { LogRetentionDays = 2 },
        "certificate elsewhere" => Of(Send()) with { Domain = new("ws.example.com", Certificate.Replace("eu-west-1", "us-east-1", StringComparison.Ordinal)) },
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    private static WebSocketRoute Send(string key = "send") => new(key, Server);

    private static RegionalWebSocketApiProps Of(params IReadOnlyList<WebSocketRoute> routes) => new() { Routes = routes, Authorizer = Open, Lock = OriginLock.None };

    private sealed class Answering(ApiIntegration integration) : IApiBackend
    {
        public ApiIntegration Integrate(ApiRouteContext route) => integration;
    }
}
