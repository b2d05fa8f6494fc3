using NetworkPatterns.Constructs.Edge.Api;
using NetworkPatterns.Constructs.Edge.Api.OpenApi;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Tests.Edge.Api.OpenApi;

/// <summary>Every mistake that the plan of a REST API finds in its OpenAPI document, and what of it is deployed.</summary>
public sealed class OpenApiPlanTests
{
    private const string Head = """{"openapi": "3.0.3", "info": {"title": "Orders", "version": "1"}, """;
    private static readonly ApiAuthorizer Open = ApiAuthorizer.Public("anybody may ask for it");

    /// <summary>The place in the document, the text that is there, the code and the words.</summary>
    public static TheoryData<string, string, string> Unsupported => new()
    {
        { """ "responses": {"200": {"$ref": "other.json#/x"}} """, "NP1752", "'other.json#/x' leads out of the document" },
        { """ "parameters": [{"name": "x", "in": "cookie"}] """, "NP1752", "#/paths/~1orders/get/parameters/0/in: API Gateway has no parameters in cookies" },
        { """ "requestBody": {"content": {"application/json": {"schema": {"type": "string", "nullable": true}}}} """, "NP1752", "'nullable'" },
        { """ "requestBody": {"content": {"application/json": {"schema": {"properties": {"a": {"readOnly": true}}}}}} """, "NP1752", "/properties/a/readOnly" },
        { """ "requestBody": {"content": {"application/json": {"schema": {"writeOnly": true}}}} """, "NP1752", "'writeOnly'" },
        { """ "requestBody": {"content": {"application/json": {"schema": {"minItems": 1}}}} """, "NP1752", "'minItems'" },
        { """ "requestBody": {"content": {"application/json": {"schema": {"maxItems": 1}}}} """, "NP1752", "'maxItems'" },
        { """ "requestBody": {"content": {"application/json": {"schema": {"exclusiveMinimum": true}}}} """, "NP1752", "'exclusiveMinimum'" },
        { """ "requestBody": {"content": {"application/json": {"schema": {"exclusiveMaximum": true}}}} """, "NP1752", "'exclusiveMaximum'" },
        { """ "requestBody": {"content": {"application/json": {"schema": {"oneOf": [], "discriminator": {"propertyName": "a"}}}}} """, "NP1752", "'discriminator'" },
        { """ "callbacks": {"a": {}} """, "NP1752", "'callbacks'" },
        { """ "responses": {"200": {"links": {"a": {}}}} """, "NP1752", "'links'" },
        { """ "x-amazon-apigateway-integration": {"type": "mock"} """, "NP1752", "says what routes and props say" },
        { """ "x-amazon-apigateway-auth": {"type": "NONE"} """, "NP1752", "says what routes and props say" },
        { """ "requestBody": {"content": {"application/json": {"schema": {"properties": {"Ref": {}}}}}} """, "NP1752", "'Ref' alone is a function" },
        { """ "requestBody": {"content": {"application/json": {"schema": {"default": {"Fn::Sub": "a"}, "properties": {"Fn::Sub": {}}}}}} """, "NP1752", "'Fn::Sub' alone is a function" },
        { """ "responses": {"200": {"content": {"text/plain": {"schema": {"type": "string"}}}}} """, "NP1752", "is a bare string" },
    };

    [Theory]
    [MemberData(nameof(Unsupported))]
    public void Plan_WhatApiGatewayDoesNotSupport_IsAProblem(string operation, string code, string what) =>
        Problems("""HEAD"paths": {"/orders": {"get": { OPERATION }}}}""".Replace("OPERATION", operation, StringComparison.Ordinal)).ShouldHave(code, "Document", what);

    public static TheoryData<string, string, string> Shapes => new()
    {
        { """{"openapi": "3.1.0", "info": {"title": "a", "version": "1"}, "paths": {"/orders": {"get": {}}}}""", "NP1751", "OpenAPI '3.1.0'" },
        { """{"swagger": "2.0", "info": {"title": "a", "version": "1"}, "paths": {"/orders": {"get": {}}}}""", "NP1751", "without a version" },
        { """{"openapi": "3.0.0", "info": {"version": 1}, "paths": {"/orders": {"get": {}}}}""", "NP1751", "#/info/title" },
        { """{"openapi": "3.0.0", "info": {"title": "a", "version": 1}, "paths": {"/orders": {"get": {}}}}""", "NP1751", "#/info/version" },
        { """{"openapi": "3.0.0", "info": {"title": "a", "version": "1"}}""", "NP1751", "no path" },
        { "{}", "NP1751", "no path" },
        { """HEAD"paths": {"/orders": {"get": {}}, "/text": "none"}}""", "NP1751", "#/paths/~1text is no object" },
        { """HEAD"paths": {"/orders": {"$ref": "#/x", "get": {}}}}""", "NP1752", "refers to another" },
        { """HEAD"paths": {"/orders": {"get": {}}, "/orders/{id}": {"get": {}}}}""", "NP1751", "parameter 'id'" },
        { """HEAD"paths": {"/orders": {"get": {}}}, "components": {"schemas": {"My-Order": {}}}}""", "NP1752", "'My-Order'" },
        { """HEAD"paths": {"/orders": {"get": {}}}, "webhooks": {}}""", "NP1752", "'webhooks'" },
        { """HEAD"paths": {"/orders": {"get": {}, "trace": {}}}}""", "NP1752", "'trace'" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Plan_DocumentThatIsNone_IsAProblem(string text, string code, string what) => Problems(text).ShouldHave(code, "Document", what);

    [Fact]
    public void Plan_DocumentLargerThanATemplate_IsAProblem() =>
        Problems("""HEAD"paths": {"/orders": {"get": {"description": "LONG"}}}}""".Replace("LONG", new string('a', 1_000_000), StringComparison.Ordinal)).ShouldHave("NP1751", "Document", "room for 1,000,000");

    public static TheoryData<string, string, string, string> Mismatches => new()
    {
        { "no route", "NP1753", "Routes", "nothing answers POST /orders" },
        { "no operation", "NP1753", "Routes[PUT /orders]", "no such operation" },
        { "body", "NP1753", "Routes[GET /orders]", "both say" },
        { "parameters", "NP1753", "Routes[GET /orders]", "both say" },
        { "open", "NP1754", "Routes[POST /orders]", "lets anybody in" },
        { "key for a token", "NP1754", "Routes[POST /orders]", "lets anybody in" },
        { "scopes", "NP1754", "Routes[POST /orders]", "orders/write" },
    };

    [Theory]
    [MemberData(nameof(Mismatches))]
    public void Plan_RoutesThatDoNotFit_IsAProblem(string name, string code, string where, string what)
    {
        var get = new ApiRoute("GET", "/orders", new MockBackend());
        var post = new ApiRoute("POST", "/orders", new MockBackend()) { Authorizer = ApiAuthorizer.Iam };
        ApiRoute[] routes = name switch
        {
            "no route" => [get],
            "no operation" => [get, post, new("PUT", "/orders", new MockBackend())],
            "body" => [new("GET", "/orders", new MockBackend()) { Body = new("Order", "{}") }, post],
            "parameters" => [new("GET", "/orders", new MockBackend()) { Parameters = System.Collections.Immutable.ImmutableSortedDictionary<string, bool>.Empty.Add("querystring.q", false) }, post],
            "open" => [get, new("POST", "/orders", new MockBackend())],
            "key for a token" => [get, new("POST", "/orders", new MockBackend()) { NeedsApiKey = true }],
            "scopes" => [get, new("POST", "/orders", new MockBackend()) { Authorizer = ApiAuthorizer.Cognito("users"), Scopes = ["orders/read"] }],
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "no such case"),
        };
        var document = Read("""HEAD"paths": {"/orders": {"get": {}, "post": {"security": [{"oauth": ["orders/write"]}]}}}}""");

        var problems = EdgeStacks.ProblemsOf(() => Plan(new() { Document = document, Routes = routes, DefaultAuthorizer = Open }));

        problems.ShouldHave(code, where, what.Replace("both say", "the document say", StringComparison.Ordinal));
    }

    [Fact]
    public void Plan_KeyWhereTheDocumentAsksForAKey_IsNoProblem()
    {
        var document = Read("""HEAD"paths": {"/orders": {"get": {"security": [{"key": []}]}}, "/later": {}}, "components": {"securitySchemes": {"key": {"type": "apiKey", "name": "x-api-key", "in": "header"}}}}""");
        var props = new RegionalRestApiProps
        {
            Document = document,
            Routes = document.Routes(operation => new(operation.Method, operation.Path, new MockBackend()) { NeedsApiKey = true }),
            DefaultAuthorizer = Open,
            UsagePlans = [new("partners", new(1, 1), 1, ["shop"])],
        };
        var context = EdgeStacks.Context(nameof(RegionalRestApiProps), "eu-west-1");

        var api = RestApiBlueprint.From(RestApiPlan.From(props, context), context, token => token.ToString()!).Blueprint.Resources.Single(resource => resource.Type == "AWS::ApiGateway::RestApi");

        api.Properties["Body"].Get("paths").Get("/orders").Get("get").Get("security").ShouldBe(Value.List(Value.Map(("api_key", Value.EmptyList))));
        api.Properties["Body"].Get("paths").Get("/later").ShouldBe(Value.EmptyObject);
    }

    [Fact]
    public void Document_OfAPlan_HasNothingForReadersOnly()
    {
        var clean = Plan(Orders(OpenApiTexts.Orders)).Document!;

        var order = clean["components"].Get("schemas").Get("Order").Get("properties");
        order.Get("example").ShouldBe(Value.Map(("type", "string")));
        order.Get("count").ShouldBe(Value.Map(("type", "integer"), ("minimum", 1), ("default", 1)));
        order.Get("item").Get("pattern").Text().ShouldBe("^[a-z]+$");
        clean["paths"].Get("/orders").Get("post").Get("deprecated").ShouldBeNull();
        clean["paths"].Get("/orders").Get("get").Get("responses").Get("200").Get("content").Get("application/json").ShouldBe(
            Value.Map(("schema", Value.Map(("$ref", "#/components/schemas/Orders")))));
    }

    [Fact]
    public void Deployment_WhenTheDocumentChanges_IsANewOne()
    {
        var before = DeploymentOf(OpenApiTexts.Orders);
        DeploymentOf(OpenApiTexts.Orders).ShouldBe(before);
        DeploymentOf(OpenApiTexts.Orders.Replace("minimum: 1", "minimum: 2", StringComparison.Ordinal)).ShouldNotBe(before);
        DeploymentOf(OpenApiTexts.Orders.Replace("required: true", "required: false", StringComparison.Ordinal)).ShouldNotBe(before);
        DeploymentOf(OpenApiTexts.Orders.Replace("'202'", "'201'", StringComparison.Ordinal)).ShouldNotBe(before);
        DeploymentOf(OpenApiTexts.Orders.Replace("example: one", "example: two", StringComparison.Ordinal)).ShouldBe(before, "an example is deployed nowhere");
    }

    [Fact]
    public void Resources_OfADocument_AreNamedByPathAndMethodOnly()
    {
        var more = OpenApiTexts.Orders.Replace("paths:\n", "paths:\n  /first:\n    get:\n      security: []\n      responses: {}\n", StringComparison.Ordinal);
        var before = Ids(OpenApiTexts.Orders);

        Ids(more).Except(before).ShouldBeEmpty();
        before.Except(Ids(more)).ShouldBeEmpty();
        before.ShouldNotContain(id => id.StartsWith("Method", StringComparison.Ordinal) || id.StartsWith("Resource", StringComparison.Ordinal));
    }

    private static List<string> Ids(string text) => [.. BlueprintOf(text).Resources.Select(resource => resource.Id).Where(id => !id.StartsWith("Deployment", StringComparison.Ordinal))];

    private static string DeploymentOf(string text) => BlueprintOf(text).Resources.Single(resource => resource.Type == "AWS::ApiGateway::Deployment").Id;

    private static Blueprint BlueprintOf(string text)
    {
        var context = EdgeStacks.Context(nameof(RegionalRestApiProps), "eu-west-1");
        return RestApiBlueprint.From(RestApiPlan.From(Orders(text), context), context, token => token.ToString()!).Blueprint;
    }

    private static IReadOnlyList<Core.Diagnostics.Problem> Problems(string text) => EdgeStacks.ProblemsOf(() => Plan(Orders(text)));

    private static OpenApiDocument Read(string text) => text.StartsWith("openapi", StringComparison.Ordinal)
        ? OpenApiDocument.FromYaml(text)
        : OpenApiDocument.FromJson(text.Replace("HEAD", Head, StringComparison.Ordinal));

    private static RegionalRestApiProps Orders(string text)
    {
        var document = Read(text);
        return new()
        {
            Document = document,
            Routes = document.Routes(operation => new(operation.Method, operation.Path, new HttpBackend("https://orders.example.com"))
            {
                Authorizer = operation.IsPublic ? Open : ApiAuthorizer.Iam,
            }),
        };
    }

    private static RestApiPlan Plan(RegionalRestApiProps props) => RestApiPlan.From(props, EdgeStacks.Context(nameof(RegionalRestApiProps), "eu-west-1"));
}
