using System.Text.Json.Nodes;

namespace NetworkPatterns.Cli.Tests.Commands;

public sealed class FindingsCommandTests : IDisposable
{
    private const string Ssh = "- { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0 }";

    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void Findings_OfAnHonestPublicTier_AreInformation()
    {
        var (exitCode, output, error) = Run(Tool.Network(), "--fail-on", "warning");

        error.ShouldBeEmpty();
        exitCode.ShouldBe(0);
        output.ShouldStartWith("information  NP3001 open to the internet: Server\n├── most of the internet can open TCP 443\n");
        output.ShouldEndWith("1 for information\n");
    }

    [Theory]
    [InlineData("error", 1)]
    [InlineData("warning", 1)]
    [InlineData("never", 0)]
    public void Findings_OpenSsh_FailAsAsked(string failOn, int expected)
    {
        var (exitCode, output, _) = Run(Tool.Network(web: Ssh), "--fail-on", failOn);

        exitCode.ShouldBe(expected);
        output.ShouldContain("error  NP3001");
        output.ShouldContain("TCP 22,443");
    }

    [Fact]
    public void Findings_Sarif_HasARuleForEachCodeAndAPlaceForEachResult()
    {
        var (_, output, _) = Run(Tool.Network(web: $"{Ssh}\n        - {{ IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 10.0.0.0/8 }}"), "--format", "sarif");

        var log = JsonNode.Parse(output)!;
        log["version"]!.GetValue<string>().ShouldBe("2.1.0");
        var run = log["runs"]!.AsArray().ShouldHaveSingleItem()!;
        var rules = run["tool"]!["driver"]!["rules"]!.AsArray();
        rules.Select(rule => rule!["id"]!.GetValue<string>()).ShouldBe(["NP3001", "NP3005"]);
        foreach (var result in run["results"]!.AsArray())
        {
            rules[result!["ruleIndex"]!.GetValue<int>()]!["id"]!.GetValue<string>().ShouldBe(result["ruleId"]!.GetValue<string>());
            var location = result["locations"]!.AsArray().ShouldHaveSingleItem()!;
            location["physicalLocation"]!["artifactLocation"]!["uri"]!.GetValue<string>().ShouldEndWith("net.yaml");
            location["logicalLocations"]![0]!["fullyQualifiedName"]!.GetValue<string>().ShouldNotBeEmpty();
            result["message"]!["text"]!.GetValue<string>().ShouldNotBeEmpty();
        }

        run["results"]!.AsArray().Select(result => result!["locations"]![0]!["physicalLocation"]!["region"]!["startLine"]!.GetValue<int>()).ShouldAllBe(line => line > 1);
        run["results"]!.AsArray().Select(result => result!["level"]!.GetValue<string>()).ShouldBe(["error", "note"]);
    }

    [Fact]
    public void Findings_Json_HasEveryPart()
    {
        var finding = JsonNode.Parse(Run(Tool.Network(web: Ssh), "--format", "json").Output)!.AsArray().ShouldHaveSingleItem()!;

        finding["code"]!.GetValue<string>().ShouldBe("NP3001");
        finding["severity"]!.GetValue<string>().ShouldBe("error");
        finding["component"]!.GetValue<string>().ShouldBe("Server");
        finding["related"]!.AsArray().Select(related => related!.GetValue<string>()).ShouldContain("WebGroup");
    }

    [Fact]
    public void Findings_Markdown_IsATable() =>
        Run(Tool.Network(web: Ssh), "--format", "markdown").Output.ShouldContain("| **error** | NP3001 open to the internet | Server | most of the internet can open TCP 22,443 |");

    [Fact]
    public void Findings_None_SaysSo() =>
        Run("Resources:\n  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }\n").Output.ShouldBe("nothing found\n");

    [Fact]
    public void Findings_BadInput_IsExplained()
    {
        Tool.Run("findings").ExitCode.ShouldBe(2);
        Tool.Run("findings", "no-such-file.yaml").ExitCode.ShouldBe(2);
        Tool.Run("findings", "--help").Output.ShouldContain("netpatterns findings cdk.out");
    }

    private (int ExitCode, string Output, string Error) Run(string template, params string[] more) =>
        Tool.Run(["findings", _tool.Write("net.yaml", template), .. more]);
}
