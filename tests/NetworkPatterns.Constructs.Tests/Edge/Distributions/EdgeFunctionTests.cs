using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using NetworkPatterns.Constructs.Edge.Distributions;

namespace NetworkPatterns.Constructs.Tests.Edge.Distributions;

/// <summary>The code of functions, run in Node with the parts of CloudFront's runtime that it uses.</summary>
public sealed class EdgeFunctionTests
{
    private static readonly EdgeFunction ByCookie = EdgeFunction.RouteByCookie("Route", "app", ImmutableDictionary<string, string>.Empty.Add("new", "beta"));

    private static readonly EdgeFunction ByStore = EdgeFunction.RouteByStore("Route", "app", "beta");

    [Theory]
    [InlineData("/orders/7", "/index.html")]
    [InlineData("/", "/index.html")]
    [InlineData("/assets/app.js", "/assets/app.js")]
    public void SinglePage_Path_IsAFileOrTheIndex(string path, string shown) =>
        Run(EdgeFunction.SinglePage, path, cookie: null).Uri.ShouldBe(shown);

    [Theory]
    [InlineData("new", "beta")]
    [InlineData("old", "")]
    [InlineData("constructor", "")]
    [InlineData(null, "")]
    public void RouteByCookie_Value_SelectsItsOrigin(string? value, string origin) => Run(ByCookie, "/", value).Origin.ShouldBe(origin);

    // The store of the test says "beta" for "new" and "elsewhere" for "old".
    [Theory]
    [InlineData("new", "beta")]
    [InlineData("old", "")]
    [InlineData("unknown", "")]
    [InlineData(null, "")]
    public void RouteByStore_Value_SelectsAnOriginThatItMay(string? value, string origin) => Run(ByStore, "/", value).Origin.ShouldBe(origin);

    private static (string Uri, string Origin) Run(EdgeFunction function, string path, string? cookie)
    {
        var code = $$"""
            let selected = '';
            const data = { new: 'beta', old: 'elsewhere' };
            const cf = {
              selectRequestOriginById(id) { selected = id; },
              kvs() { return { async get(key) { if (!(key in data)) { throw new Error('no such key'); } return data[key]; } }; },
            };
            {{function.Code.Replace("import cf from 'cloudfront';", "", StringComparison.Ordinal)}}
            const event = { request: { uri: {{JsonSerializer.Serialize(path)}}, cookies: {{(cookie is null ? "{}" : JsonSerializer.Serialize(new { app = new { value = cookie } }))}} } };
            const request = await handler(event);
            console.log(JSON.stringify({ uri: request.uri, origin: selected }));
            """;
        var start = new ProcessStartInfo("node") { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("--input-type=module");
        using var node = Process.Start(start)!;
        node.StandardInput.Write(code);
        node.StandardInput.Close();
        var output = node.StandardOutput.ReadToEnd();
        var errors = node.StandardError.ReadToEnd();
        node.WaitForExit();
        node.ExitCode.ShouldBe(0, errors);
        using var result = JsonDocument.Parse(output);
        return (result.RootElement.GetProperty("uri").GetString()!, result.RootElement.GetProperty("origin").GetString()!);
    }
}
