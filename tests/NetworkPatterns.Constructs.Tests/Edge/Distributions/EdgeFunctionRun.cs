using System.Text.Json;
using System.Text.Json.Nodes;
using NetworkPatterns.Constructs.Edge.Distributions;
using NetworkPatterns.Constructs.Tests.Support;

namespace NetworkPatterns.Constructs.Tests.Edge.Distributions;

/// <summary>Runs functions in Node, with events as CloudFront makes them and with the parts of its runtime that they use.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html</remarks>
internal sealed record EdgeFunctionRun(string Origin, JsonObject Result)
{
    /// <summary>The status of the answer; <see langword="null"/> where the request goes on.</summary>
    public int? StatusCode => Result["statusCode"]?.GetValue<int>();

    public string? Uri => Result["uri"]?.GetValue<string>();

    public string? Header(string name) => Result["headers"]?[name]?["value"]?.GetValue<string>();

    public IEnumerable<string> Arguments => Result["querystring"]!.AsObject().Select(argument => argument.Key);

    /// <summary>What a function makes of a request.</summary>
    public static EdgeFunctionRun Of(
        EdgeFunction function,
        string path = "/",
        string method = "GET",
        IReadOnlyDictionary<string, string>? headers = null,
        IReadOnlyDictionary<string, string>? cookies = null,
        IReadOnlyDictionary<string, string>? query = null,
        IReadOnlyDictionary<string, string>? store = null)
    {
        var code = $$"""
            import { createRequire } from 'node:module';
            const require = createRequire(import.meta.url);
            let selected = '';
            const data = {{JsonSerializer.Serialize(store ?? new Dictionary<string, string>(StringComparer.Ordinal))}};
            const cf = {
              selectRequestOriginById(id) { selected = id; },
              kvs() { return { async get(key) { if (!Object.hasOwn(data, key)) { throw new Error('KeyNotFound'); } return data[key]; } }; },
            };
            {{function.Code.Replace("import cf from 'cloudfront';", "", StringComparison.Ordinal)}}
            const event = {
              version: '1.0',
              context: { distributionDomainName: 'd111111abcdef8.cloudfront.net', distributionId: 'EDFDVBD6EXAMPLE', eventType: 'viewer-request', requestId: 'EXAMPLE' },
              viewer: { ip: '198.51.100.7' },
              request: {
                method: {{JsonSerializer.Serialize(method)}}, uri: {{JsonSerializer.Serialize(path)}},
                querystring: {{Values(query)}}, headers: {{Values(headers)}}, cookies: {{Values(cookies)}},
              },
            };
            const result = await handler(event);
            console.log(JSON.stringify({ result, selected }));
            """;
        var outcome = JsonNode.Parse(NodeScript.Run(code))!.AsObject();
        return new(outcome["selected"]!.GetValue<string>(), outcome["result"]!.AsObject());
    }

    private static string Values(IReadOnlyDictionary<string, string>? values) =>
        new JsonObject((values ?? new Dictionary<string, string>(StringComparer.Ordinal)).Select(value => KeyValuePair.Create<string, JsonNode?>(value.Key, new JsonObject { ["value"] = value.Value }))).ToJsonString();
}
