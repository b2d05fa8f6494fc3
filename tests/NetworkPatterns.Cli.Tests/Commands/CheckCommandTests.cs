using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using NetworkPatterns.Cli.Commands;

namespace NetworkPatterns.Cli.Tests.Commands;

public sealed class CheckCommandTests : IDisposable
{
    private const string Holding = """
        version: 1
        rules:
          - { id: shop, reason: customers come here, kind: can-reach, from: internet, to: Server, traffic: tcp 443 }
          - { id: only-https, kind: reaches-at-most, from: internet, to: "tier:web", traffic: [tcp 443] }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("networkpatterns-check-").FullName;

    public CheckCommandTests() => Write("web.yaml", Template());

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Check_RulesThatHold_ExitsWith0()
    {
        Write("rules.yaml", Holding);

        var (exitCode, output, error) = Check("--rules", InFolder("rules.yaml"));

        error.ShouldBeEmpty();
        output.ShouldContain("holds       shop: internet can reach resource:Server on tcp 443");
        output.ShouldContain("2 guarantees: 2 holds");
        exitCode.ShouldBe(0);
    }

    [Fact]
    public void Check_ARuleThatFails_ExitsWith1AndNamesThePath()
    {
        Write("rules.yaml", "version: 1\nrules:\n  - { id: closed, kind: never-reaches, from: internet, to: Server }");

        var (exitCode, output, _) = Check("--rules", InFolder("rules.yaml"));

        exitCode.ShouldBe(1);
        output.ShouldContain("fails       closed: internet never reaches resource:Server (NP2310)");
        output.ShouldContain("rules.yaml, line 3, column 5");
        output.ShouldContain("path: Group (AWS::EC2::SecurityGroup): inbound");
    }

    [Fact]
    public void Check_ARuleThatDependsOnAParameter_ExitsWith3UntilItIsGiven()
    {
        Write("rules.yaml", "version: 1\nrules:\n  - { kind: never-reaches, from: \"cidr:203.0.113.0/24\", to: Server }");
        Write("web.yaml", Template(https: "!Ref Office"));
        string[] rules = ["--rules", InFolder("rules.yaml")];

        var (exitCode, output, _) = Check(rules);

        exitCode.ShouldBe(3);
        output.ShouldContain("Office");
        Check([.. rules, "--parameters", "Office=203.0.113.0/24"]).ExitCode.ShouldBe(1);
        Check([.. rules, "--parameters", "Office=192.0.2.0/24"]).ExitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData("Serve", "NP2102")]
    [InlineData("tier:app", "NP2303")]
    [InlineData("sg:Nothing", "NP2102")]
    public void Check_ARuleAboutNothing_ExitsWith2AndNamesItsLine(string to, string code)
    {
        Write("rules.yaml", $"version: 1\nrules:\n  - {{ kind: never-reaches, from: internet, to: \"{to}\" }}");

        var (exitCode, output, error) = Check("--rules", InFolder("rules.yaml"));

        exitCode.ShouldBe(2);
        output.ShouldBeEmpty();
        error.ShouldContain(code);
        error.ShouldContain("rules.yaml, line 3, column 5");
    }

    [Theory]
    [InlineData("2030-12-31", 0, "suppressed")]
    [InlineData("2031-01-01", 1, "expired")]
    public void Check_ASuppression_HoldsToItsLastDay(string today, int exitCode, string status)
    {
        Write("rules.yaml", """
            version: 1
            rules:
              - { id: closed, kind: never-reaches, from: internet, to: Server }
            suppressions:
              - { rule: closed, reason: until the move, expires: 2030-12-31 }
            """);

        var run = Check("--rules", InFolder("rules.yaml"), "--today", today);

        run.ExitCode.ShouldBe(exitCode);
        run.Output.ShouldContain(status);
        run.Output.ShouldContain("until the move");
    }

    [Fact]
    public void Check_AnExpiredSuppressionOfAGuaranteeThatHolds_StillFails()
    {
        Write("rules.yaml", Holding + "\nsuppressions: [{ rule: shop, reason: was broken, expires: 2030-01-01 }]");

        var (exitCode, output, _) = Check("--rules", InFolder("rules.yaml"), "--today", "2030-01-02");

        exitCode.ShouldBe(1);
        output.ShouldContain("NP2312");
        output.ShouldContain("the guarantee itself holds");
    }

    [Fact]
    public void Check_WithoutToday_TakesTheClocks()
    {
        Write("rules.yaml", Holding + "\nsuppressions: [{ rule: shop, reason: was broken, expires: 1999-12-31 }]");

        Check("--rules", InFolder("rules.yaml")).ExitCode.ShouldBe(1);
    }

    [Fact]
    public void Check_ASuppressionOfNothing_ExitsWith2()
    {
        Write("rules.yaml", Holding + "\nsuppressions: [{ rule: shp, reason: a slip, expires: 2030-01-01 }]");

        var (exitCode, _, error) = Check("--rules", InFolder("rules.yaml"));

        exitCode.ShouldBe(2);
        error.ShouldContain("NP2304");
        error.ShouldContain("shop");
    }

    [Theory]
    [InlineData("--today", "soon", "NP2305")]
    [InlineData("--rules", "missing.yaml", "NP2300")]
    [InlineData("--parameters", "x", "NP2152")]
    public void Check_ABadArgument_ExitsWith2(string option, string value, string code)
    {
        var (exitCode, _, error) = Check(option, value);

        exitCode.ShouldBe(2);
        error.ShouldContain(code);
    }

    [Fact]
    public void Check_WithoutGuarantees_SaysSo()
    {
        var (exitCode, output, _) = Check();

        exitCode.ShouldBe(0);
        output.ShouldContain("no guarantees are declared");
    }

    [Fact]
    public void Check_AsJson_NamesDeclarationEvidenceAndResources()
    {
        Write("rules.yaml", Holding.Replace("tcp 443]", "tcp 80]", StringComparison.Ordinal));

        var (exitCode, output, _) = Check("--rules", InFolder("rules.yaml"), "--format", "json");

        exitCode.ShouldBe(1);
        var report = JsonNode.Parse(output)!;
        report["outcome"]!.GetValue<string>().ShouldBe("fails");
        var failing = report["guarantees"]![1]!;
        failing["id"]!.GetValue<string>().ShouldBe("only-https");
        failing["code"]!.GetValue<string>().ShouldBe("NP2310");
        failing["declared"]!["line"]!.GetValue<int>().ShouldBe(4);
        failing["resources"]!.AsArray().Select(item => item!["name"]!.GetValue<string>()).ShouldContain("web/Group");
        failing["resources"]![0]!["file"]!.GetValue<string>().ShouldBe(InFolder("web.yaml"));
        failing["answer"]!["reachable"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public void Check_AsSarif_HasAResultAtTheResource()
    {
        Write("rules.yaml", Holding.Replace("tcp 443]", "tcp 80]", StringComparison.Ordinal));

        var (exitCode, output, _) = Check("--rules", InFolder("rules.yaml"), "--format", "sarif");

        exitCode.ShouldBe(1);
        var log = JsonNode.Parse(output)!;
        log["version"]!.GetValue<string>().ShouldBe("2.1.0");
        log["runs"]![0]!["tool"]!["driver"]!["rules"]![0]!["id"]!.GetValue<string>().ShouldBe("NP2310");
        var result = log["runs"]![0]!["results"]!.AsArray().ShouldHaveSingleItem()!;
        result["ruleId"]!.GetValue<string>().ShouldBe("NP2310");
        result["level"]!.GetValue<string>().ShouldBe("error");
        result["message"]!["text"]!.GetValue<string>().ShouldStartWith("only-https: internet reaches tier:web at most on tcp 80");
        result["locations"]![0]!["physicalLocation"]!["artifactLocation"]!["uri"]!.GetValue<string>().ShouldEndWith("/web.yaml");
        var name = result["locations"]![0]!["logicalLocations"]![0]!["fullyQualifiedName"]!.GetValue<string>();
        name.ShouldStartWith("web/");
        var line = result["locations"]![0]!["physicalLocation"]!["region"]!["startLine"]!.GetValue<int>();
        File.ReadAllLines(InFolder("web.yaml"))[line - 1].TrimStart().ShouldStartWith($"{name["web/".Length..]}:");
    }

    [Fact]
    public void Check_AsJUnit_HasATestCaseForEachGuarantee()
    {
        Write("rules.yaml", Holding.Replace("tcp 443]", "tcp 80]", StringComparison.Ordinal));

        var (_, output, _) = Check("--rules", InFolder("rules.yaml"), "--format", "junit");

        var root = XDocument.Parse(output).Root!;
        root.Attribute("tests")!.Value.ShouldBe("2");
        root.Attribute("failures")!.Value.ShouldBe("1");
        root.Descendants("testcase").Count().ShouldBe(2);
        var failure = root.Descendants("failure").ShouldHaveSingleItem();
        failure.Attribute("type")!.Value.ShouldBe("NP2310");
        failure.Value.ShouldContain("AWS::EC2::SecurityGroup");
    }

    [Fact]
    public void Check_AsMarkdown_HasATableOfWhatDoesNotHold()
    {
        Write("rules.yaml", Holding.Replace("tcp 443]", "tcp 80]", StringComparison.Ordinal));

        var (_, output, _) = Check("--rules", InFolder("rules.yaml"), "--format", "markdown");

        output.ShouldContain("2 guarantees: 1 holds, 1 fails");
        output.ShouldContain("| fails (NP2310) | only-https: internet reaches tier:web at most on tcp 80 |");
        output.ShouldNotContain("| holds");
        output.ShouldContain("<details>");
    }

    [Theory]
    [InlineData("{ MatchPaths: [{ Source: { ResourceStatement: { ResourceTypes: [\"AWS::EC2::InternetGateway\"] } }, Destination: { ResourceStatement: { ResourceTypes: [\"AWS::EC2::NetworkInterface\"] } } }] }", 1)]
    [InlineData("{ MatchPaths: [{ Source: { ResourceStatement: { Resources: [!Ref Gateway] } }, Destination: { PacketHeaderStatement: { Protocols: [tcp], DestinationPorts: [\"22\"] }, ResourceStatement: { Resources: [!Ref Server] } } }] }", 0)]
    [InlineData("{ MatchPaths: [{ Source: { ResourceStatement: { Resources: [!Ref Gateway] } }, Destination: { PacketHeaderStatement: { Protocols: [tcp], DestinationPorts: [\"400-500\"] }, ResourceStatement: { Resources: [!Ref Server] } } }] }", 1)]
    [InlineData("{ MatchPaths: [{ Source: { ResourceStatement: { ResourceTypes: [\"AWS::EC2::InternetGateway\"] } } }], ExcludePaths: [{ Destination: { PacketHeaderStatement: { Protocols: [tcp], DestinationPorts: [\"443\"] } } }] }", 0)]
    [InlineData("{ MatchPaths: [{ Source: { ResourceStatement: { ResourceTypes: [\"AWS::EC2::InternetGateway\"] } } }], ExcludePaths: [{ ThroughResources: [{ ResourceStatement: { Resources: [!Ref Gateway] } }] }] }", 0)]
    [InlineData("{ MatchPaths: [{ Source: { ResourceStatement: { ResourceTypes: [\"AWS::EC2::InternetGateway\"] } } }], ExcludePaths: [{ ThroughResources: [{ ResourceStatement: { ResourceTypes: [\"AWS::EC2::NatGateway\"] } }] }] }", 2)]
    [InlineData("{ MatchPaths: [{ Source: { PacketHeaderStatement: { SourceAddresses: [\"10.0.0.0/8\"] } } }] }", 3)]
    public void Check_AnAccessScope_IsReadAsGuarantees(string properties, int expected)
    {
        Write("scoped.yaml", Template() + $"\n  Scope: {{ Type: AWS::EC2::NetworkInsightsAccessScope, Properties: {properties} }}");

        var (exitCode, output, error) = Run("check", InFolder("scoped.yaml"));

        exitCode.ShouldBe(expected, output + error);
        (output + error).ShouldContain("Scope");
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void Check_Progress_IsWrittenOnATerminalOnly(bool isErrorRedirected, bool isWritten)
    {
        Write("rules.yaml", Holding);
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var error = new StringWriter(CultureInfo.InvariantCulture);

        CommandLine.Run(["check", InFolder("web.yaml"), "--rules", InFolder("rules.yaml")], new CommandOutput(output, error, IsRedirected: true) { IsErrorRedirected = isErrorRedirected });

        error.ToString().Contains("proving 2 of 2", StringComparison.Ordinal).ShouldBe(isWritten);
        output.ToString().ShouldNotContain("proving");
        error.ToString().Split('\r')[^1].ShouldBeEmpty("the line is gone when the work is done");
    }

    private static string Template(string https = "0.0.0.0/0") => $$"""
        Parameters:
          Office: { Type: String }
        Resources:
          Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
          Gateway: { Type: AWS::EC2::InternetGateway }
          Attachment: { Type: AWS::EC2::VPCGatewayAttachment, Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Gateway } }
          Subnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24, MapPublicIpOnLaunch: true, Tags: [{ Key: networkpatterns:tier, Value: web }] } }
          Routes: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
          Association: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref Subnet, RouteTableId: !Ref Routes } }
          Default: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref Routes, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gateway } }
          Group:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: web
              VpcId: !Ref Vpc
              SecurityGroupIngress:
                - { IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: {{https}} }
          Server: { Type: AWS::EC2::Instance, Properties: { SubnetId: !Ref Subnet, SecurityGroupIds: [!Ref Group] } }
        """;

    private (int ExitCode, string Output, string Error) Check(params string[] args) => Run(["check", InFolder("web.yaml"), .. args]);

    private static (int ExitCode, string Output, string Error) Run(params string[] args)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        var exitCode = CommandLine.Run(args, output, error);
        return (exitCode, output.ToString(), error.ToString());
    }

    private string InFolder(string name) => Path.Combine(_folder, name);

    private void Write(string name, string text) => File.WriteAllText(InFolder(name), text);
}
