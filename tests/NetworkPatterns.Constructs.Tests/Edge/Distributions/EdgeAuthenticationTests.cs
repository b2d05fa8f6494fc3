using System.Buffers.Text;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using NetworkPatterns.Constructs.Edge.Distributions;

namespace NetworkPatterns.Constructs.Tests.Edge.Distributions;

/// <summary>Who is let through by a token, and who by a password.</summary>
public sealed class EdgeAuthenticationTests
{
    private const string Key = "a key of at least thirty-two random bytes";
    private const string Head = """{"alg":"HS256","typ":"JWT","kid":"2026-11"}""";
    private const string Claims = """{"sub":"anna","iss":"https://id.example.com","aud":["shop","desk"],"exp":4102444800,"nbf":1000}""";

    private static readonly EdgeToken Strict = new() { Cookie = "session", Issuer = "https://id.example.com", Audience = "shop" };

    private static readonly ImmutableDictionary<string, string> Store = ImmutableDictionary<string, string>.Empty
        .Add("token/2026-11", Key)
        .Add("token/empty", "")
        .Add("user/anna", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("anna:s3:cret"))));

    public static TheoryData<string, string> Refused => new()
    {
        { "nothing", "" },
        { "no token", "Bearer abc" },
        { "another scheme", $"Basic {Token(Head, Claims)}" },
        { "another key", $"Bearer {Token(Head, Claims, "another")}" },
        { "unknown key", $"Bearer {Token(Head.Replace("2026-11", "2025-01", StringComparison.Ordinal), Claims)}" },
        { "empty key", $"Bearer {Token(Head.Replace("2026-11", "empty", StringComparison.Ordinal), Claims, "")}" },
        { "no key", $"Bearer {Token("""{"alg":"HS256"}""", Claims)}" },
        { "no signature", $"Bearer {Token("""{"alg":"none","kid":"2026-11"}""", Claims).Split('.')[0]}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Claims))}." },
        { "algorithm none", $"Bearer {Token("""{"alg":"none","kid":"2026-11"}""", Claims)}" },
        { "another algorithm", $"Bearer {Token("""{"alg":"HS512","kid":"2026-11"}""", Claims)}" },
        { "critical extension", $"Bearer {Token("""{"alg":"HS256","kid":"2026-11","crit":["b64"]}""", Claims)}" },
        { "changed claims", $"Bearer {Changed()}" },
        { "expired", $"Bearer {Token(Head, Claims.Replace("4102444800", "1000", StringComparison.Ordinal))}" },
        { "never expires", $"Bearer {Token(Head, """{"iss":"https://id.example.com","aud":"shop"}""")}" },
        { "not yet", $"Bearer {Token(Head, Claims.Replace("\"nbf\":1000", "\"nbf\":4102444000", StringComparison.Ordinal))}" },
        { "another issuer", $"Bearer {Token(Head, Claims.Replace("id.example.com", "id.example.org", StringComparison.Ordinal))}" },
        { "another audience", $"Bearer {Token(Head, Claims.Replace("\"shop\"", "\"bank\"", StringComparison.Ordinal))}" },
        { "no object", $"Bearer {Token(Head, "null")}" },
        { "four parts", $"Bearer {Token(Head, Claims)}.x" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void RequireToken_Other_IsRefused(string name, string authorization)
    {
        var run = EdgeFunctionRun.Of(EdgeFunction.RequireToken("Token", Strict), headers: Authorization(authorization), store: Store);
        run.StatusCode.ShouldBe(401, name);
        run.Header("www-authenticate").ShouldBe("Bearer");
        run.Header("cache-control").ShouldBe("no-store");
    }

    [Fact]
    public void RequireToken_Good_IsLetThrough() =>
        EdgeFunctionRun.Of(EdgeFunction.RequireToken("Token", Strict), "/orders", headers: Authorization($"Bearer {Token(Head, Claims)}"), store: Store).Uri.ShouldBe("/orders");

    [Fact]
    public void RequireToken_InItsCookie_IsLetThrough() =>
        EdgeFunctionRun.Of(EdgeFunction.RequireToken("Token", Strict), cookies: ImmutableDictionary<string, string>.Empty.Add("session", Token(Head, Claims)), store: Store).StatusCode.ShouldBeNull();

    [Fact]
    public void RequireToken_InACookieThatWasNotNamed_IsRefused() =>
        EdgeFunctionRun.Of(EdgeFunction.RequireToken("Token"), cookies: ImmutableDictionary<string, string>.Empty.Add("session", Token(Head, Claims)), store: Store).StatusCode.ShouldBe(401);

    [Theory]
    [InlineData(false, "OPTIONS", true, 401)]
    [InlineData(true, "OPTIONS", true, null)]
    [InlineData(true, "OPTIONS", false, 401)]
    [InlineData(true, "GET", true, 401)]
    public void RequireToken_Preflight_IsLetThroughWhereSaid(bool lets, string method, bool asks, int? status)
    {
        var headers = ImmutableDictionary<string, string>.Empty.Add("origin", "https://app.example.com");
        EdgeFunctionRun.Of(EdgeFunction.RequireToken("Token", new() { LetsPreflightThrough = lets }), method: method, headers: asks ? headers.Add("access-control-request-method", "PUT") : headers, store: Store)
            .StatusCode.ShouldBe(status);
    }

    [Theory]
    [InlineData("anna:s3:cret", null)]
    [InlineData("anna:other", 401)]
    [InlineData("bob:s3:cret", 401)]
    [InlineData("anna", 401)]
    [InlineData("", 401)]
    public void RequirePassword_Pair_IsThatOfTheStore(string pair, int? status)
    {
        var run = EdgeFunctionRun.Of(EdgeFunction.RequirePassword("Door", "Staging"), headers: Authorization($"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(pair))}"), store: Store);
        run.StatusCode.ShouldBe(status);
        run.Header("authorization").ShouldBeNull("the origin need not see the password");
        run.Header("www-authenticate").ShouldBe(status is null ? null : "Basic realm=\"Staging\", charset=\"UTF-8\"");
    }

    [Fact]
    public void RequirePassword_NoHeader_IsRefused() => EdgeFunctionRun.Of(EdgeFunction.RequirePassword("Door"), store: Store).StatusCode.ShouldBe(401);

    private static ImmutableDictionary<string, string> Authorization(string value) => ImmutableDictionary<string, string>.Empty.Add("authorization", value);

    private static string Changed()
    {
        var parts = Token(Head, Claims).Split('.');
        return $"{parts[0]}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Claims.Replace("anna", "root", StringComparison.Ordinal)))}.{parts[2]}";
    }

    private static string Token(string head, string claims, string key = Key)
    {
        var signed = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(head))}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims))}";
        return $"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(signed)))}";
    }
}
