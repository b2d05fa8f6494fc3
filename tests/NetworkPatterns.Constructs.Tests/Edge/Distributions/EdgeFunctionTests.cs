using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using NetworkPatterns.Constructs.Edge.Distributions;

namespace NetworkPatterns.Constructs.Tests.Edge.Distributions;

/// <summary>Routing, normalization and chains, and what holds for the code of every ready-made function.</summary>
public sealed class EdgeFunctionTests
{
    private static readonly EdgeFunction ByCookie = EdgeFunction.RouteByCookie("Route", "app", Map("new", "beta"));

    private static readonly EdgeFunction ByStore = EdgeFunction.RouteByStore("Route", "app", "beta");

    private static readonly EdgeNormalization Normalization = new() { Languages = ["en", "nl", "pt-BR"], DroppedHeaders = ["X-User"], DroppedArguments = ["utm_*", "fbclid"] };

    private static readonly EdgeFunction[] ReadyMade =
    [
        EdgeFunction.SinglePage, ByCookie, ByStore, EdgeFunction.RequireToken("Token"), EdgeFunction.RequirePassword("Password"), EdgeFunction.Normalize("Alike", Normalization),
        EdgeFunction.RequireToken("All", new() { Cookie = "session", Issuer = "https://id.example.com", Audience = "shop", LetsPreflightThrough = true })
            .Then(EdgeFunction.RequirePassword("Password")).Then(EdgeFunction.Normalize("Alike", Normalization)).Then(ByStore).Then(ByCookie).Then(EdgeFunction.SinglePage),
    ];

    [Theory]
    [InlineData("/orders/7", "/index.html")]
    [InlineData("/", "/index.html")]
    [InlineData("/assets/app.js", "/assets/app.js")]
    public void SinglePage_Path_IsAFileOrTheIndex(string path, string shown) => EdgeFunctionRun.Of(EdgeFunction.SinglePage, path).Uri.ShouldBe(shown);

    [Theory]
    [InlineData("new", "beta")]
    [InlineData("old", "")]
    [InlineData("constructor", "")]
    [InlineData(null, "")]
    public void RouteByCookie_Value_SelectsItsOrigin(string? value, string origin) => EdgeFunctionRun.Of(ByCookie, cookies: Cookie(value)).Origin.ShouldBe(origin);

    [Theory]
    [InlineData("new", "beta")]
    [InlineData("old", "")]
    [InlineData("unknown", "")]
    [InlineData(null, "")]
    public void RouteByStore_Value_SelectsAnOriginThatItMay(string? value, string origin) =>
        EdgeFunctionRun.Of(ByStore, cookies: Cookie(value), store: Map("new", "beta").Add("old", "elsewhere")).Origin.ShouldBe(origin);

    [Theory]
    [InlineData("nl-NL,nl;q=0.9,en;q=0.8", "nl")]
    [InlineData("fr;q=1.0, en;q=0.2, nl;q=0.7", "nl")]
    [InlineData("pt-br", "pt-br")]
    [InlineData("fr", "en")]
    [InlineData("nl;q=0", "en")]
    [InlineData("english", "en")]
    [InlineData("", "en")]
    public void Normalize_Language_IsOneOfTheSite(string given, string language) =>
        EdgeFunctionRun.Of(EdgeFunction.Normalize("Alike", Normalization), headers: Map("accept-language", given)).Header("accept-language").ShouldBe(language);

    [Fact]
    public void Normalize_Request_LosesWhatWasNamed()
    {
        var run = EdgeFunctionRun.Of(
            EdgeFunction.Normalize("Alike", Normalization),
            headers: Map("x-user", "admin").Add("x-other", "1"),
            query: Map("utm_source", "mail").Add("fbclid", "1").Add("fbclid2", "1").Add("q", "shoes"));
        run.Header("x-user").ShouldBeNull();
        run.Header("x-other").ShouldBe("1");
        run.Header("accept-language").ShouldBe("en");
        run.Arguments.ShouldBe(["fbclid2", "q"], ignoreOrder: true);
    }

    [Fact]
    public void Then_RefusedByTheFirst_ReachesNoOther()
    {
        var chain = EdgeFunction.RequirePassword("Door").Then(ByCookie);
        var run = EdgeFunctionRun.Of(chain, cookies: Cookie("new"));
        run.StatusCode.ShouldBe(401);
        run.Origin.ShouldBe("");
    }

    [Fact]
    public void Then_LetThrough_ReachesAll()
    {
        var chain = ByCookie.Then(EdgeFunction.Normalize("Alike", Normalization)).Then(EdgeFunction.SinglePage);
        var run = EdgeFunctionRun.Of(chain, "/orders", headers: Map("x-user", "admin"), cookies: Cookie("new"));
        (run.Origin, run.Uri, run.Header("x-user"), chain.Name).ShouldBe(("beta", "/index.html", null, "Route"));
    }

    [Fact]
    public void Code_OfEveryReadyMadeFunction_FitsTheRuntime() => ReadyMade.ShouldAllBe(function =>
        Encoding.UTF8.GetByteCount(function.Code) <= 10_240
        && Regex.Count(function.Code, @"\bfunction handler\(event\)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)) == 1
        && !Regex.IsMatch(function.Code, @"\bfor \((const|let|var) \w+ of\b|\bclass\b|\.\.\.|(const|let) [\[{]|async \(|\(await ", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)));

    [Fact]
    public void Code_OfTheLongestChain_LeavesRoom() => Encoding.UTF8.GetByteCount(ReadyMade[^1].Code).ShouldBeLessThan(6_000);

    private static ImmutableDictionary<string, string> Map(string key, string value) => ImmutableDictionary<string, string>.Empty.Add(key, value);

    private static ImmutableDictionary<string, string> Cookie(string? value) => value is null ? ImmutableDictionary<string, string>.Empty : Map("app", value);
}
