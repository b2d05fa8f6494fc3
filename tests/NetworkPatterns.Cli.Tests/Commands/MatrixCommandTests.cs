using System.Globalization;
using System.Text.Json.Nodes;

namespace NetworkPatterns.Cli.Tests.Commands;

public sealed class MatrixCommandTests : IDisposable
{
    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void Matrix_OfTiers_IsATable()
    {
        var (exitCode, output, error) = Run(Tool.Network());

        error.ShouldBeEmpty();
        exitCode.ShouldBe(0);
        output.ShouldBe("""
                      internet  data      web
            internet  -         -         tcp/443
            data      -         -         tcp/443
            web       any       tcp/5432  -

            rows open conversations, columns answer; - nothing gets through; ? depends on what the templates leave open

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Matrix_OpenValue_IsAQuestionMark() =>
        Run(Tool.Network(web: "- { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: !Ref Office }").Replace("FromPort: 443", "FromPort: !Ref Office", StringComparison.Ordinal), "--by", "interface").Output
            .ShouldContain("internet  -         -         ?\n");

    [Fact]
    public void Matrix_Csv_HasOneRowForEachParty() =>
        Run(Tool.Network(web: "- { IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: 0.0.0.0/0 }"), "--format", "csv").Output
            .ShouldBe("from,internet,data,web\ninternet,-,-,\"tcp/80,443\"\ndata,-,-,tcp/443\nweb,any,tcp/5432,-\n");

    [Fact]
    public void Matrix_Markdown_EscapesNames()
    {
        var (_, output, _) = Run(Tool.Network(), "--format", "markdown");

        output.ShouldStartWith("| From \\ To | internet | data | web |\n| --- | --- | --- | --- |\n");
        output.ShouldContain("| web | any | tcp/5432 | - |\n");
    }

    [Fact]
    public void Matrix_Json_HasOpenPairsOnly()
    {
        var (_, output, _) = Run(Tool.Network(), "--format", "json");

        var open = JsonNode.Parse(output)!["open"]!.AsArray();
        open.Select(pair => $"{pair!["from"]}>{pair["to"]} {pair["traffic"]}").ShouldBe(["internet>web tcp/443", "data>web tcp/443", "web>internet any", "web>data tcp/5432"]);
    }

    [Fact]
    public void Matrix_OfFiftyVpcs_FitsAScreen()
    {
        var vpcs = Enumerable.Range(0, 50).Select(number => string.Create(CultureInfo.InvariantCulture, $$"""
              Vpc{{number}}: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.{{number}}.0.0/16 } }
              Subnet{{number}}: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc{{number}}, CidrBlock: 10.{{number}}.0.0/24, AvailabilityZone: eu-west-1a } }
              Attachment{{number}}: { Type: AWS::EC2::TransitGatewayAttachment, Properties: { TransitGatewayId: !Ref Hub, VpcId: !Ref Vpc{{number}}, SubnetIds: [!Ref Subnet{{number}}] } }
              Table{{number}}: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc{{number}} } }
              Use{{number}}: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { SubnetId: !Ref Subnet{{number}}, RouteTableId: !Ref Table{{number}} } }
              Route{{number}}: { Type: AWS::EC2::Route, DependsOn: Attachment{{number}}, Properties: { RouteTableId: !Ref Table{{number}}, DestinationCidrBlock: 10.0.0.0/8, TransitGatewayId: !Ref Hub } }
            """));
        var (exitCode, output, _) = Run($"Resources:\n  Hub: {{ Type: AWS::EC2::TransitGateway }}\n{string.Join('\n', vpcs)}", "--by", "vpc");

        exitCode.ShouldBe(0);
        var lines = output.Split('\n');
        lines.Length.ShouldBeLessThan(60);
        lines.Max(line => line.Length).ShouldBeLessThanOrEqualTo(200);
        lines[1].ShouldStartWith("  1 internet");
        lines[2].Split(' ', StringSplitOptions.RemoveEmptyEntries)[2..].ShouldBe([".", .. Enumerable.Repeat("a", 50)]);
        output.ShouldContain("\n  a  any\n");
    }

    [Fact]
    public void Matrix_BadArguments_AreExplained()
    {
        var file = _tool.Write("net.yaml", Tool.Network());

        Tool.Run("matrix", file, "--by", "colour").ExitCode.ShouldBe(2);
        Tool.Run("matrix", file, "--what").Error.ShouldContain("'--what' is not an option");
        Tool.Run("matrix").ExitCode.ShouldBe(2);
        Tool.Run("matrix", "--help").Output.ShouldContain("netpatterns matrix cdk.out");
    }

    private (int ExitCode, string Output, string Error) Run(string template, params string[] more) =>
        Tool.Run(["matrix", _tool.Write("net.yaml", template), .. more]);
}
