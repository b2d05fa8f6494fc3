using System.Text.Json.Nodes;
using NetworkPatterns.Constructs.Edge.Api;
using NetworkPatterns.Constructs.Edge.Api.OpenApi;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Tests.Edge.Api.OpenApi;

/// <summary>What is read out of a text.</summary>
public sealed class OpenApiDocumentTests
{
    [Fact]
    public void Operations_OfADocument_AreThoseOfItsPaths() => OpenApiDocument.FromYaml(OpenApiTexts.Orders).Operations
        .Select(operation => $"{operation} {operation.Id} [{string.Join(' ', operation.Tags)}] {(operation.IsPublic ? "public" : string.Join(' ', operation.Scopes))}")
        .ShouldBe([
            "GET /orders listOrders [orders] orders/read",
            "POST /orders addOrder [] orders/read",
            "GET /orders/{id} getOrder [] orders/read",
            "GET /health health [] public",
        ]);

    [Fact]
    public void Routes_OfADocument_AreMadeOfItsOperations()
    {
        var backend = new MockBackend();

        var routes = OpenApiDocument.FromYaml(OpenApiTexts.Orders).RoutesTo(backend);

        routes.Select(route => $"{route.Method} {route.Path}").ShouldBe(["GET /orders", "POST /orders", "GET /orders/{id}", "GET /health"]);
        routes.ShouldAllBe(route => route.Backend == backend);
    }

    [Fact]
    public void FromYaml_AndFromJson_OfTheSame_AreTheSame()
    {
        const string Yaml = """
            text: plain
            quoted: "1.0"
            single: 'true'
            yes: no
            whole: 12
            negative: -3
            fraction: 1.5
            exponent: 1e3
            octal: 017
            date: 2020-01-01
            flags: [true, false]
            empty: {list: [], map: {}}
            block: |-
              two
              lines
            shared: &one {a: 1}
            again: *one
            """;
        const string Json = """
            {"text": "plain", "quoted": "1.0", "single": "true", "yes": "no", "whole": 12, "negative": -3, "fraction": 1.5, "exponent": 1000, "octal": "017",
             "date": "2020-01-01", "flags": [true, false], "empty": {"list": [], "map": {}}, "block": "two\nlines", "shared": {"a": 1}, "again": {"a": 1}}
            """;

        OpenApiDocument.FromYaml(Yaml).Root.ShouldBe(OpenApiDocument.FromJson(Json).Root);
        JsonNode.DeepEquals(JsonNode.Parse(Rendered(OpenApiDocument.FromYaml(Yaml).Root))!["Resources"]!["Api"]!["Properties"], JsonNode.Parse(Json)).ShouldBeTrue();
    }

    public static TheoryData<string, string> BrokenJson => new()
    {
        { "{", "not JSON at line 1" },
        { "{\n\"a\": 1,\n}", "not JSON at line 3" },
        { "[]", "not a JSON object" },
        { """{"a": {"b": null}}""", "#/a/b is null" },
        { """{"a": [1, null]}""", "#/a/1 is null" },
        { """{"a/b": {"c": 1, "c": 2}}""", "#/a~1b/c is there 2 times" },
        { """{"a": 1e400}""", "#/a is a number of more digits" },
    };

    [Theory]
    [MemberData(nameof(BrokenJson))]
    public void FromJson_BrokenText_Throws(string text, string what) =>
        EdgeStacks.ProblemsOf(() => OpenApiDocument.FromJson(text)).ShouldHave("NP1750", nameof(OpenApiDocument), what);

    public static TheoryData<string, string> BrokenYaml => new()
    {
        { "", "holds nothing" },
        { "a", "not a YAML mapping" },
        { "a: [", "line " },
        { "a:\n  b:", "#/a/b is null" },
        { "a: ~", "#/a is null" },
        { "a: 1\na: 2", "#/a is there 2 times" },
        { "a: *one", "line 1" },
        { "a: &one {b: 1}\nc:\n  <<: *one", "YAML 1.1" },
        { "[a]: 1", "not a text" },
        { string.Concat(Enumerable.Repeat("{a: ", 100)), "nested deeper" },
        { Laughs, "aliases stand for" },
        { Chain, "aliases stand for" },
    };

    [Theory]
    [MemberData(nameof(BrokenYaml))]
    public void FromYaml_BrokenText_Throws(string text, string what) =>
        EdgeStacks.ProblemsOf(() => OpenApiDocument.FromYaml(text)).ShouldHave("NP1750", nameof(OpenApiDocument), what);

    // Each line stands for ten of the line before.
    private static string Laughs => string.Join('\n', Enumerable.Range(0, 9).Select(line =>
        $"a{line}: &a{line} [{(line == 0 ? "1" : string.Join(", ", Enumerable.Repeat($"*a{line - 1}", 10)))}]"));

    // Each line is one level deeper than the line before.
    private static string Chain => string.Join('\n', Enumerable.Range(0, 200).Select(line => $"a{line}: &a{line} [{(line == 0 ? "1" : $"*a{line - 1}")}]"));

    private static string Rendered(MapValue root) => System.Text.Encoding.UTF8.GetString(
        BlueprintRenderer.Render(new BlueprintBuilder().Add(new BlueprintResource("Api", "AWS::ApiGateway::RestApi", root)).Build("Dev")).Span);
}
