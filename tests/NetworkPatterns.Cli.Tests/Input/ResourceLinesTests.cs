using System.Text;
using NetworkPatterns.Cli.Input;

namespace NetworkPatterns.Cli.Tests.Input;

public sealed class ResourceLinesTests
{
    [Fact]
    public void Of_Json_CountsLinesToTheResourcesName() => Of("""
        {
          "Outputs": { "Vpc": { "Value": 1 } },
          "Resources": {
            "Vpc": { "Type": "AWS::EC2::VPC" }, "Gateway": {
              "Type": "AWS::EC2::InternetGateway",
              "Properties": { "Resources": { "Inner": 1 } }
            },
            "Sub\u006eet": {}
          },
          "Conditions": { "Later": true }
        }
        """).ShouldBe([("Vpc", 4), ("Gateway", 4), ("Subnet", 8)]);

    [Fact]
    public void Of_Yaml_TakesTheNamesOfTheSectionOnly() => Of("""
        Parameters:
          Vpc: { Type: String }
        # Resources:
        Resources:
            # the network
            'Vpc':
                Type: AWS::EC2::VPC
                Properties:
                  CidrBlock: 10.0.0.0/16

            Gateway: { Type: AWS::EC2::InternetGateway }
        Outputs:
            Later: { Value: 1 }
        """).ShouldBe([("Vpc", 6), ("Gateway", 11)]);

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{ 'Resources': [ }")]
    [InlineData("- a list")]
    public void Of_AnythingElse_HasNone(string text) => Of(text).ShouldBeEmpty();

    [Fact]
    public void Of_AByteOrderMark_IsNotPartOfALine() => Of("\ufeff{\n\"Resources\": {\n\"Vpc\": {} } }").ShouldBe([("Vpc", 3)]);

    private static IEnumerable<(string Name, int Line)> Of(string text) => ResourceLines.Of(Encoding.UTF8.GetBytes(text)).Select(entry => (entry.Key, entry.Value));
}
