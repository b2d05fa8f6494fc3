using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace NetworkPatterns.Cli.Tests.Commands;

public sealed partial class GraphCommandTests : IDisposable
{
    private const string Hub = """
          Hub: { Type: AWS::EC2::TransitGateway }
          Spoke: { Type: AWS::EC2::TransitGatewayAttachment, Properties: { TransitGatewayId: !Ref Hub, VpcId: !Ref Vpc, SubnetIds: [!Ref DataSubnet] } }
          ToHub: { Type: AWS::EC2::Route, DependsOn: Spoke, Properties: { RouteTableId: !Ref Routes, DestinationCidrBlock: 10.0.0.0/8, TransitGatewayId: !Ref Hub } }
        """;

    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void Graph_Mermaid_DrawsEachVpcOnceAndOneLineForEachKind() => Run("mermaid").ShouldBe("""
        %% solid: routes, with their destinations; dashed: attachments, peering, VPN. Subnets of one tier with the same routes are one box; gateways of one kind are one.
        flowchart LR
          n1(("internet"))
          n2{{"Hub<br/>default table: 1"}}
          subgraph n3["Vpc 10.0.0.0/16"]
            n4["data<br/>10.0.1.0/24"]
            n5["web<br/>10.0.0.0/24"]
            n6(["internet gateway"])
          end
          n5 -->|"0.0.0.0/0"| n6
          n3 -->|"10.0.0.0/8"| n2
          n6 -.- n1

        """.ReplaceLineEndings("\n"));

    [Fact]
    public void Graph_Dot_HasAClusterForEachVpc()
    {
        var dot = Run("dot");

        dot.ShouldStartWith("digraph network {\n");
        dot.ShouldContain("  subgraph cluster_n3 {\n    label=\"Vpc 10.0.0.0/16\";");
        dot.ShouldContain("  n3 -> n2 [label=\"10.0.0.0/8\", ltail=cluster_n3];");
        dot.Count(letter => letter == '{').ShouldBe(dot.Count(letter => letter == '}'));
        var declared = Declared().Matches(dot).Select(match => match.Groups["node"].Value).ToHashSet(StringComparer.Ordinal);
        Edge().Matches(dot).SelectMany(match => new[] { match.Groups["from"].Value, match.Groups["to"].Value }).ShouldBeSubsetOf(declared);
    }

    [Fact]
    public void Graph_Svg_NamesEverything()
    {
        var texts = XDocument.Parse(Run("svg")).Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value).ToList();

        texts.ShouldContain("Hub");
        texts.ShouldContain("Vpc");
        texts.ShouldContain("web  10.0.0.0/24");
        texts.ShouldContain("10.0.0.0/8 -> Hub");
        texts.ShouldContain("0.0.0.0/0 -> internet gateway");
    }

    [Fact]
    public void Graph_BadInput_IsExplained()
    {
        Tool.Run("graph").ExitCode.ShouldBe(2);
        Tool.Run("graph", _tool.Write("net.yaml", Tool.Network()), "--format", "png").ExitCode.ShouldBe(2);
        Tool.Run("graph", "--help").Output.ShouldContain("netpatterns graph cdk.out --format svg");
    }

    private string Run(string format)
    {
        var (exitCode, output, error) = Tool.Run("graph", _tool.Write("net.yaml", Tool.Network(more: Hub)), "--format", format);
        error.ShouldBeEmpty();
        exitCode.ShouldBe(0);
        return output;
    }

    [GeneratedRegex(@"^ +(?<node>n\d+) \[", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Declared();

    [GeneratedRegex(@"(?<from>n\d+) -> (?<to>n\d+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Edge();
}
