using System.Text.Json.Nodes;
using NetworkPatterns.Cli.Commands;

namespace NetworkPatterns.Cli.Tests.Commands;

/// <summary>The command line as a user sees it: output, problems and exit codes.</summary>
public sealed class ReachCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("networkpatterns-cli-").FullName;

    public ReachCommandTests() => Write("web.yaml", """
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
                - { IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0 }
                - { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: !Ref Office }
          Server: { Type: AWS::EC2::Instance, Properties: { SubnetId: !Ref Subnet, SecurityGroupIds: [!Ref Group], Tags: [{ Key: role, Value: web }] } }
        """);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("Server")]
    [InlineData("web/Server")]
    [InlineData("subnet:Subnet")]
    [InlineData("sg:Group")]
    [InlineData("vpc:Vpc")]
    [InlineData("tier:web")]
    [InlineData("tag:role=web")]
    public void Reach_AnySelectorOfTheServer_IsReachable(string to)
    {
        var (exitCode, output, error) = Run("reach", InFolder("web.yaml"), "--from", "internet", "--to", to, "--protocol", "tcp", "--port", "443");
        error.ShouldBeEmpty();
        output.ShouldStartWith("reachable");
        exitCode.ShouldBe(0);
    }

    [Fact]
    public void Reach_ClosedPort_NamesWhatBlocks()
    {
        var (exitCode, output, _) = Run("reach", InFolder("web.yaml"), "--from", "internet", "--to", "Server", "--port", "80", "--format", "json", "--parameters", "Office=198.51.100.0/24");
        exitCode.ShouldBe(1);
        var answer = JsonNode.Parse(output)!;
        answer["reachable"]!.GetValue<bool>().ShouldBeFalse();
        answer["explanations"]!.AsArray().ShouldHaveSingleItem()!["code"]!.GetValue<string>().ShouldBe("ENI_SG_RULES_MISMATCH");
        answer["explanations"]![0]!["component"]!.GetValue<string>().ShouldBe("Group");
    }

    [Fact]
    public void Reach_ParameterWithoutValue_IsUnknownUntilItIsGiven()
    {
        string[] question = ["reach", InFolder("web.yaml"), "--from", "cidr:203.0.113.0/24", "--to", "Server", "--port", "22", "--format", "json"];
        var (exitCode, output, _) = Run(question);
        exitCode.ShouldBe(3);
        JsonNode.Parse(output)!["reachable"].ShouldBeNull();
        JsonNode.Parse(output)!["unknowns"]!.AsArray().ShouldContain(unknown => unknown!["reason"]!.GetValue<string>().Contains("Office", StringComparison.Ordinal));

        Run([.. question, "--parameters", "Office=203.0.113.0/24"]).ExitCode.ShouldBe(0);
        Run([.. question, "--parameters", "Office=198.51.100.0/24"]).ExitCode.ShouldBe(1);
    }

    [Fact]
    public void Queries_AnswerInOrder_AndAnErrorIsAnEntry()
    {
        Write("questions.json", """
            [
              {"from": "internet", "to": "Server", "protocol": "tcp", "port": 443},
              {"from": "internet", "to": "Serve"},
              {"from": "internet", "to": "Server", "protocol": "icmp"},
              {"from": "internet"}
            ]
            """);
        var (exitCode, output, _) = Run("reach", InFolder("web.yaml"), "--queries", InFolder("questions.json"));
        exitCode.ShouldBe(0);
        var answers = JsonNode.Parse(output)!.AsArray();
        answers.Count.ShouldBe(4);
        answers[0]!["reachable"]!.GetValue<bool>().ShouldBeTrue();
        answers[1]!["error"]!.GetValue<string>().ShouldContain("Server");
        answers[2]!["reachable"]!.GetValue<bool>().ShouldBeFalse();
        answers[3]!["error"]!.GetValue<string>().ShouldContain("from and to");
    }

    [Fact]
    public void Reach_SeveralTemplates_NamesStacks()
    {
        Write("other.json", """{"Resources": {"Server": {"Type": "AWS::EC2::Instance", "Properties": {}}}}""");
        var (exitCode, _, error) = Run("reach", InFolder("web.yaml"), InFolder("other.json"), "--from", "internet", "--to", "Server");
        exitCode.ShouldBe(2);
        error.ShouldContain("NP2103");
        error.ShouldContain("other/Server, web/Server");

        Run("reach", InFolder("web.yaml"), InFolder("other.json"), "--from", "internet", "--to", "web/Server", "--port", "443").Output.ShouldContain("web/Group");
    }

    public static TheoryData<string, string, string> Broken => new()
    {
        { "notes.json", "\"hello\"", "NP2001" },
        { "empty.yaml", "", "NP2001" },
        { "broken.json", "{\"Resources\": {\"Vpc\": {\"Type\": ", "NP2002" },
        { "broken.yaml", "Resources: [unclosed", "NP2003" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Reach_BrokenInput_IsAnErrorWithItsFile(string name, string text, string code)
    {
        Write(name, text);
        var (exitCode, output, error) = Run("reach", InFolder(name), "--from", "internet", "--to", "Server");
        exitCode.ShouldBe(2);
        output.ShouldBeEmpty();
        error.ShouldContain(code);
        error.ShouldContain(name);
    }

    [Fact]
    public void Reach_CyclicReference_IsAnError()
    {
        Write("cycle.json", """
            {
              "Conditions": {"A": {"Fn::Not": [{"Condition": "B"}]}, "B": {"Fn::Not": [{"Condition": "A"}]}},
              "Resources": {"Vpc": {"Type": "AWS::EC2::VPC", "Condition": "A", "Properties": {"CidrBlock": "10.0.0.0/16"}}}
            }
            """);
        var (exitCode, _, error) = Run("reach", InFolder("cycle.json"), "--from", "internet", "--to", "vpc:Vpc");
        exitCode.ShouldBe(2);
        error.ShouldContain("NP2007");
    }

    [Fact]
    public void Reach_EmptyFolder_IsAnError()
    {
        var empty = Directory.CreateDirectory(InFolder("empty")).FullName;
        var (exitCode, _, error) = Run("reach", empty, "--from", "internet", "--to", "Server");
        exitCode.ShouldBe(2);
        error.ShouldContain("NP2005");
    }

    [Fact]
    public void Reach_FileOfFiftyMegabytes_IsRefusedWithoutBeingRead()
    {
        using (var file = File.Create(InFolder("huge.json")))
        {
            file.SetLength(50_000_000);
        }

        var (exitCode, _, error) = Run("reach", InFolder("huge.json"), "--from", "internet", "--to", "Server");
        exitCode.ShouldBe(2);
        error.ShouldContain("NP2004");
    }

    public static TheoryData<string[], string> BadArguments => new()
    {
        { ["--from", "internet"], "NP2150" },
        { ["--from", "internet", "--to", "Serverr"], "the nearest names are Server" },
        { ["--from", "internet", "--to", "tier:wbe"], "the nearest names are web" },
        { ["--from", "internet", "--to", "cidr:10.0.0.1/16"], "cidr:10.0.0.0/16" },
        { ["--from", "internet", "--to", "tag:role"], "NP2101" },
        { ["--from", "internet", "--to", "tag:role=db"], "NP2102" },
        { ["--from", "internet", "--to", "Gateway"], "NP2104" },
        { ["--from", "internet", "--to", "internet"], "NP2151" },
        { ["--from", "internet", "--to", "Server", "--protocol", "icmp", "--port", "1"], "NP2151" },
        { ["--from", "internet", "--to", "Server", "--port", "https"], "NP2154" },
        { ["--from", "internet", "--to", "Server", "--ip-version", "5"], "NP2153" },
        { ["--from", "internet", "--to", "Server", "--parameters", "Office"], "NP2152" },
        { ["--from", "internet", "--queries", "q.json"], "NP2151" },
        { ["--queries", "no-such-file.json"], "NP2155" },
        { ["--from", "internet", "--to", "Server", "--format", "xml"], "xml" },
        { ["--unknown"], "--unknown" },
    };

    [Theory]
    [MemberData(nameof(BadArguments))]
    public void Reach_BadArguments_AreExplained(string[] args, string words)
    {
        var (exitCode, _, error) = Run(["reach", InFolder("web.yaml"), .. args]);
        exitCode.ShouldBe(2);
        error.ShouldContain(words);
    }

    [Fact]
    public void Reach_Help_HasExamples()
    {
        var (exitCode, output, _) = Run("reach", "--help");
        exitCode.ShouldBe(0);
        output.ShouldContain("netpatterns reach cdk.out --from internet --to tier:web");
    }

    private static (int ExitCode, string Output, string Error) Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = CommandLine.Run(args, output, error);
        return (exitCode, output.ToString(), error.ToString());
    }

    private string InFolder(string name) => Path.Combine(_folder, name);

    private void Write(string name, string text) => File.WriteAllText(InFolder(name), text);
}
