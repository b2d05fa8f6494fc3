using System.Text.Json;
using System.Text.Json.Nodes;
using NetworkPatterns.Constructs.Edge.Api;
using NetworkPatterns.Constructs.Tests.Dns;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Core.Guarantees;

namespace NetworkPatterns.Constructs.Tests.Edge.Api;

/// <summary>The code of the lock's function, run in Node with a stand-in for the SDK.</summary>
public sealed class OriginGateCodeTests
{
    private const string Blue = "blue-secret";
    private const string Green = "green-secret";

    [Theory]
    [InlineData(Blue, true)]
    [InlineData(Green, true)]
    [InlineData("blue-secre", false)]
    [InlineData("other", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Http_Header_IsOneOfTheSecrets(string? sent, bool isLetIn) =>
        Run([HttpEvent("x-origin-verify", sent)]).Answers.ShouldHaveSingleItem().ShouldBeJson($$"""{"isAuthorized":{{(isLetIn ? "true" : "false")}}}""");

    [Theory]
    [InlineData(Blue, "Allow")]
    [InlineData(Green, "Allow")]
    [InlineData("other", "Deny")]
    [InlineData(null, "Deny")]
    public void WebSocket_Header_MakesThePolicy(string? sent, string effect)
    {
        var statement = Run([WebSocketEvent("x-origin-verify", sent)]).Answers.ShouldHaveSingleItem()!["policyDocument"]!["Statement"]![0]!;
        statement["Effect"]!.GetValue<string>().ShouldBe(effect);
        statement["Action"]!.GetValue<string>().ShouldBe("execute-api:Invoke");
        statement["Resource"]!.GetValue<string>().ShouldBe("arn:aws:execute-api:eu-west-1:111111111111:abc/live/$connect");
    }

    [Fact]
    public void WebSocket_HeaderInCapitals_IsTheSame() =>
        Run([WebSocketEvent("X-Origin-Verify", Green)]).Answers[0]!["policyDocument"]!["Statement"]![0]!["Effect"]!.GetValue<string>().ShouldBe("Allow");

    [Fact]
    public void NoHeadersAtAll_AreRefused() => Run(["""{"version":"2.0"}"""]).Answers[0].ShouldBeJson("""{"isAuthorized":false}""");

    [Fact]
    public void Secrets_AreReadOnceForManyRequests() => Run([HttpEvent("x-origin-verify", Blue), HttpEvent("x-origin-verify", "other")]).Reads.ShouldBe(["arn:blue", "arn:green"]);

    [Fact]
    public void Secrets_ThatCannotBeRead_LetNobodyInAndAreAskedForAgain()
    {
        var (answers, reads) = Run([HttpEvent("x-origin-verify", Blue), HttpEvent("x-origin-verify", Blue)], failures: 1);
        answers[0].ShouldBeJson("""{"thrown":"denied"}""");
        answers[1].ShouldBeJson("""{"isAuthorized":true}""");
        reads.Count.ShouldBe(4);
    }

    // What a template may hold of code: https://docs.aws.amazon.com/lambda/latest/dg/API_FunctionCode.html
    [Fact]
    public void Text_Length_FitsIntoATemplate() => OriginGateCode.Text.Length.ShouldBeLessThan(4096);

    private static string HttpEvent(string header, string? value) =>
        JsonSerializer.Serialize(new { version = "2.0", type = "REQUEST", headers = HeadersOf(header, value) });

    private static string WebSocketEvent(string header, string? value) =>
        JsonSerializer.Serialize(new { type = "REQUEST", methodArn = "arn:aws:execute-api:eu-west-1:111111111111:abc/live/$connect", headers = HeadersOf(header, value) });

    private static Dictionary<string, string> HeadersOf(string header, string? value)
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Host"] = "origin.example.com" };
        if (value is not null)
        {
            headers.Add(header, value);
        }

        return headers;
    }

    private static (JsonArray Answers, IReadOnlyList<string> Reads) Run(string[] events, int failures = 0)
    {
        var code = $$"""
            const reads = [];
            let failures = {{failures}};
            const secrets = { 'arn:blue': '{{Blue}}', 'arn:green': '{{Green}}' };
            const sdk = {
              GetSecretValueCommand: class { constructor(input) { this.input = input; } },
              SecretsManagerClient: class {
                async send(command) {
                  reads.push(command.input.SecretId);
                  if (failures > 0) { failures--; throw new Error('denied'); }
                  return { SecretString: secrets[command.input.SecretId] };
                }
              },
            };
            const own = require;
            const load = (name) => name === '@aws-sdk/client-secrets-manager' ? sdk : own(name);
            process.env.BLUE = 'arn:blue';
            process.env.GREEN = 'arn:green';
            const exported = {};
            (function (require, exports) { {{OriginGateCode.Text}} })(load, exported);
            (async () => {
              const answers = [];
              for (const event of [{{string.Join(',', events)}}]) {
                answers.push(await exported.handler(event).catch((error) => ({ thrown: error.message })));
              }
              console.log(JSON.stringify({ answers, reads }));
            })();
            """;
        var result = JsonNode.Parse(NodeScript.Run(code, "commonjs"))!;
        return (result["answers"]!.AsArray(), [.. result["reads"]!.AsArray().Select(read => read!.GetValue<string>())]);
    }
}
