using System.Text.Json.Nodes;
using NetworkPatterns.Cli.Rendering;
using NetworkPatterns.Network.Reachability;

namespace NetworkPatterns.Cli.Tests.Rendering;

public sealed class AnswerJsonTests
{
    [Fact]
    public void Write_Reachable_HasPacketsExampleAndBothWays() => Same(Sample.Reachable, """
        {
          "reachable": true,
          "packets": [
            {"source": "1.0.0.0-9.255.255.255", "destination": "10.0.0.4", "protocol": "tcp", "sourcePorts": "1024-65535", "destinationPorts": "80, 443", "icmp": null},
            {"source": "1.0.0.0", "destination": "10.0.0.4", "protocol": "icmp", "sourcePorts": null, "destinationPorts": null, "icmp": "type 8 code 0"}
          ],
          "example": {"source": "1.0.0.0", "destination": "10.0.0.4", "protocol": "tcp", "sourcePorts": "1024", "destinationPorts": "443", "icmp": null},
          "path": [
            {"component": "Dev/WebSecurityGroup", "type": "AWS::EC2::SecurityGroup", "detail": "tcp 443 from 0.0.0.0/0"},
            {"component": "Dev/Vpc.DefaultNetworkAcl", "type": "AWS::EC2::NetworkAcl", "detail": ""}
          ],
          "returnPath": [{"component": "Dev/Vpc.DefaultNetworkAcl", "type": "AWS::EC2::NetworkAcl", "detail": ""}],
          "explanations": [],
          "unknowns": []
        }
        """);

    [Fact]
    public void Write_NotReachable_HasExplanations() => Same(Sample.Blocked, """
        {
          "reachable": false, "packets": [], "example": null, "path": [], "returnPath": [],
          "explanations": [{"code": "ENI_SG_RULES_MISMATCH", "component": "Dev/WebSecurityGroup", "detail": "no rule admits tcp 22 from the internet"}],
          "unknowns": []
        }
        """);

    [Fact]
    public void Write_Unknown_IsNullWithWhatIsMissing() => Same(Sample.Undecided, """
        {
          "reachable": null, "packets": [], "example": null, "path": [], "returnPath": [], "explanations": [],
          "unknowns": [{"component": "Dev/WebSecurityGroup", "reason": "parameter OfficeRange has no value"}]
        }
        """);

    [Fact]
    public void WriteAll_Entries_KeepTheirOrder()
    {
        using var output = new StringWriter();
        AnswerJson.WriteAll(output, [(Sample.Blocked, null), (null, "no such thing"), (Sample.Reachable, null)]);
        var list = JsonNode.Parse(output.ToString())!.AsArray();
        list.Count.ShouldBe(3);
        list[0]!["reachable"]!.GetValue<bool>().ShouldBeFalse();
        list[1]!.AsObject().ShouldHaveSingleItem().Value!.GetValue<string>().ShouldBe("no such thing");
        list[2]!["reachable"]!.GetValue<bool>().ShouldBeTrue();
    }

    private static void Same(ReachabilityAnswer answer, string expected)
    {
        using var output = new StringWriter();
        AnswerJson.Write(output, answer);
        JsonNode.DeepEquals(JsonNode.Parse(output.ToString()), JsonNode.Parse(expected)).ShouldBeTrue(output.ToString());
    }
}
