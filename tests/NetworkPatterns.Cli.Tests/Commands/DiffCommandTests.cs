using System.Text.Json.Nodes;

namespace NetworkPatterns.Cli.Tests.Commands;

public sealed class DiffCommandTests : IDisposable
{
    private const string Ssh = "- { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0 }";
    private const string FromOffice = "- { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: !Ref Office }";

    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void Diff_SameTemplate_SaysThatNothingChanged()
    {
        var (exitCode, output, error) = Run(Tool.Network(), Tool.Network(), "--fail-on", "any");

        error.ShouldBeEmpty();
        output.ShouldBe("no change: exactly the same packets get through\n");
        exitCode.ShouldBe(0);
    }

    [Fact]
    public void Diff_OpenedPort_IsSaidWithItsWay()
    {
        var (exitCode, output, _) = Run(Tool.Network(), Tool.Network(web: Ssh), "--fail-on", "opened");

        exitCode.ShouldBe(1);
        output.ShouldContain("opened  internet -> web  tcp/22\n");
        output.ShouldContain("by way of Gateway > ");
        output.ShouldContain("tcp 22  any public IPv4 address ports 1024-65535 -> public address of Server");
        output.ShouldEndWith("1 opened\n");
    }

    [Theory]
    [InlineData("opened", 0)]
    [InlineData("closed", 1)]
    [InlineData("any", 1)]
    [InlineData("never", 0)]
    public void Diff_ClosedPort_FailsOnlyWhenAsked(string failOn, int expected)
    {
        var (exitCode, output, _) = Run(Tool.Network(web: Ssh), Tool.Network(), "--fail-on", failOn);

        exitCode.ShouldBe(expected);
        output.ShouldContain("closed  internet -> web  tcp/22");
        output.ShouldContain("blocked by WebGroup: ");
    }

    [Fact]
    public void Diff_ParameterWithoutValue_IsUndecidedUntilItIsGiven()
    {
        var (exitCode, output, _) = Run(Tool.Network(), Tool.Network(web: FromOffice), "--fail-on", "opened");
        exitCode.ShouldBe(3);
        output.ShouldContain("perhaps opened  internet -> web  tcp/22");
        output.ShouldContain("Office");

        Run(Tool.Network(), Tool.Network(web: FromOffice), "--fail-on", "opened", "--parameters", "Office=10.200.0.0/16").ExitCode.ShouldBe(0);
        Run(Tool.Network(), Tool.Network(web: FromOffice), "--fail-on", "opened", "--parameters", "Office=0.0.0.0/0").ExitCode.ShouldBe(1);
    }

    [Fact]
    public void Diff_Json_HasEveryPacket()
    {
        var (_, output, _) = Run(Tool.Network(), Tool.Network(data: "- { IpProtocol: udp, FromPort: 53, ToPort: 53, CidrIp: 10.0.0.0/25 }"), "--format", "json");

        var change = JsonNode.Parse(output)!["changes"]!.AsArray().ShouldHaveSingleItem()!;
        change["kind"]!.GetValue<string>().ShouldBe("opened");
        change["from"]!.GetValue<string>().ShouldBe("web");
        change["traffic"]!.GetValue<string>().ShouldBe("udp/53");
        change["packets"]![0]!["source"]!.GetValue<string>().ShouldBe("10.0.0.4-10.0.0.127");
    }

    [Fact]
    public void Diff_Markdown_IsATable()
    {
        var (_, output, _) = Run(Tool.Network(), Tool.Network(web: Ssh), "--format", "markdown");

        output.ShouldStartWith("### Reachability\n\n1 opened\n\n| Change | From | To |");
        output.ShouldContain("| **opened** | internet | web | tcp/22 |");
    }

    [Fact]
    public void Diff_OneMoreStack_ComparesTheOthersByName()
    {
        var before = _tool.Write("old/net.yaml", Tool.Network());
        _tool.Write("new/net.yaml", Tool.Network());
        var other = _tool.Write("new/other.yaml", "Resources:\n  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.9.0.0/16 } }\n  Subnet: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, CidrBlock: 10.9.0.0/24 } }\n");

        var (exitCode, output, error) = Tool.Run("diff", Path.GetDirectoryName(before)!, Path.GetDirectoryName(other)!, "--by", "interface");

        error.ShouldBeEmpty();
        exitCode.ShouldBe(0);
        output.ShouldNotContain("closed");
        output.ShouldContain("opened  Vpc -> Vpc  any");
        output.ShouldContain("new: Vpc\n");
    }

    [Fact]
    public void Diff_BadInput_IsExplained()
    {
        var file = _tool.Write("net.yaml", Tool.Network());

        Tool.Run("diff", file).ExitCode.ShouldBe(2);
        Tool.Run("diff", file, file, "--fail-on", "sometimes").ExitCode.ShouldBe(2);
        var (exitCode, _, error) = Tool.Run("diff", file, "no-such-folder");
        exitCode.ShouldBe(2);
        error.ShouldContain("no-such-folder");
    }

    [Fact]
    public void Diff_Help_HasExamples() => Tool.Run("diff", "--help").Output.ShouldContain("netpatterns diff main/cdk.out cdk.out --fail-on opened");

    private (int ExitCode, string Output, string Error) Run(string before, string after, params string[] more) =>
        Tool.Run(["diff", _tool.Write("old.yaml", before), _tool.Write("new.yaml", after), .. more]);
}
