using NetworkPatterns.Cli.Commands;
using NetworkPatterns.Cli.Input;
using NetworkPatterns.Cli.Rendering;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;

namespace NetworkPatterns.Cli.Tests.Rendering;

public sealed class AnswerTextTests
{
    [Fact]
    public void Write_Reachable_DrawsBothWays() => Text(Sample.Reachable).ShouldBe("""
        reachable  internet -> tier:web  tcp 443
        for example tcp 1.0.0.0 port 1024 -> 10.0.0.4 port 443
        packets
        ├── tcp 80, 443  1.0.0.0-9.255.255.255 ports 1024-65535 -> 10.0.0.4
        └── icmp type 8 code 0  1.0.0.0 -> 10.0.0.4
        path
        ├── Dev/WebSecurityGroup (AWS::EC2::SecurityGroup): tcp 443 from 0.0.0.0/0
        └── Dev/Vpc.DefaultNetworkAcl (AWS::EC2::NetworkAcl)
        way back
        └── Dev/Vpc.DefaultNetworkAcl (AWS::EC2::NetworkAcl)
        """);

    [Fact]
    public void Write_NotReachable_SaysWhatBlocks() => Text(Sample.Blocked).ShouldBe("""
        not reachable  internet -> tier:web  tcp 443
        what blocks, and what would open it
        └── ENI_SG_RULES_MISMATCH  Dev/WebSecurityGroup (AWS::EC2::SecurityGroup): no rule admits tcp 22 from the internet
            add a rule for this traffic to the group
        """);

    [Fact]
    public void Write_Unknown_SaysWhatIsMissing() => Text(Sample.Undecided).ShouldBe("""
        unknown  internet -> tier:web  tcp 443
        what is missing
        └── Dev/WebSecurityGroup: parameter OfficeRange has no value
        """);

    private static string Text(ReachabilityAnswer answer)
    {
        using var output = new StringWriter();
        new AnswerText(new CommandOutput(output, TextWriter.Null, IsRedirected: true))
            .Write(new Question("internet", "tier:web", QueryProtocol.Tcp, new PortRange(443, 443), IpVersion: null), answer);
        return string.Join('\n', output.ToString().ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())).TrimEnd();
    }
}
