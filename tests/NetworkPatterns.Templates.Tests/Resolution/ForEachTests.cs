using NetworkPatterns.Templates.Values;

namespace NetworkPatterns.Templates.Tests.Resolution;

public sealed class ForEachTests
{
    [Fact]
    public void ForEach_InResources_MakesOneEach()
    {
        var estate = Given.Yaml(
            """
            Transform: AWS::LanguageExtensions
            Parameters:
              Zones: { Type: CommaDelimitedList, Default: "a,b" }
            Resources:
              Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
              Fn::ForEach::Subnets:
                - Zone
                - !Ref Zones
                - Subnet${Zone}:
                    Type: AWS::EC2::Subnet
                    DependsOn: [Vpc]
                    Properties:
                      VpcId: !Ref Vpc
                      AvailabilityZone: !Sub "${AWS::Region}${Zone}"
                  Table${Zone}:
                    Type: AWS::EC2::SubnetRouteTableAssociation
                    Properties: { SubnetId: !Ref "Subnet${Zone}", Zone: !Ref Zone, Where: !GetAtt "Subnet${Zone}.AvailabilityZone" }
            """);

        estate.Problems.ShouldBeEmpty();
        estate.Warnings.ShouldBeEmpty();
        estate.OfType("AWS::EC2::Subnet").Select(subnet => $"{subnet.LogicalId} {subnet.Text("AvailabilityZone").Value}")
            .ShouldBe(["Subneta eu-west-1a", "Subnetb eu-west-1b"]);
        var table = estate.Find("Dev", "Tableb")!;
        table.Reference("SubnetId").Value.Resource.LogicalId.ShouldBe("Subnetb");
        table.Text("Zone").Value.ShouldBe("b");
        table.Text("Where").Value.ShouldBe("eu-west-1b");
    }

    [Fact]
    public void ForEach_Nested_SeesBothIdentifiers() =>
        Given.Yaml(
                """
                Resources:
                  Fn::ForEach::Tiers:
                    - Tier
                    - [Web, App]
                    - Fn::ForEach::Zones:
                        - Zone
                        - [a-1, b-1]
                        - "${Tier}&{Zone}": { Type: "Test::${Tier}", Properties: { Name: "${Tier}-${Zone}" } }
                """)
            .Resources.Select(resource => $"{resource.LogicalId} {resource.Text("Name").Value}")
            .ShouldBe(["Weba1 Web-a-1", "Webb1 Web-b-1", "Appa1 App-a-1", "Appb1 App-b-1"]);

    [Fact]
    public void ForEach_InProperties_AddsEntries()
    {
        var map = Given.Value(
            """{ "Fixed": 1, "Fn::ForEach::Names": ["Name", ["X", "Y"], { "${Name}Port": { "Fn::Sub": "8${Name}" } }] }""").AsMap().Value;

        map.Entries.Select(entry => $"{entry.Key}={entry.Value}").ShouldBe(["Fixed=1", "XPort=8X", "YPort=8Y"]);
    }

    [Fact]
    public void ForEach_BetweenAResourcesProperties_AddsProperties() =>
        Given.Json("""
            { "Resources": { "It": { "Type": "Test::It", "Properties": {
              "Fn::ForEach::Names": ["Name", ["X"], { "${Name}Port": 80 }], "Other": 1 } } } }
            """).Find("Dev", "It")!.Integer("XPort").Value.ShouldBe(80);

    [Fact]
    public void ForEach_InConditionsAndOutputs_MakesOneEach()
    {
        var estate = Given.Yaml(
            """
            Conditions:
              Fn::ForEach::Flags: [Flag, [A, B], { "Is${Flag}": !Equals ["${Flag}", "A"] }]
            Resources:
              It: { Type: Test::It, Condition: IsA }
              Gone: { Type: Test::It, Condition: IsB }
            Outputs:
              Fn::ForEach::Names: [Name, [X], { "Out${Name}": { Value: !Ref Name } }]
            """);

        estate.Resources.ShouldHaveSingleItem().LogicalId.ShouldBe("It");
        estate.Stacks[0].Output("OutX").AsText().Value.ShouldBe("X");
    }

    [Theory]
    [InlineData("""["Zone", { "Ref": "Open" }, { "S${Zone}": { "Type": "Test::It" } }]""")]
    [InlineData("""["Zone", ["a", { "Ref": "Open" }], { "S${Zone}": { "Type": "Test::It" } }]""")]
    [InlineData("""["Zone", "a"]""")]
    [InlineData("7")]
    public void ForEach_ThatCannotBeUnrolled_IsWarned(string loop) =>
        Given.Json($$"""{ "Parameters": { "Open": { "Type": "String" } }, "Resources": { "Fn::ForEach::L": {{loop}} } }""")
            .Warnings.ShouldHaveSingleItem().Code.ShouldBe("NP2011");

    [Fact]
    public void ForEach_ThatMakesFarTooMuch_IsWarnedAndStops()
    {
        var hundred = "[" + string.Join(',', Enumerable.Range(0, 100).Select(i => $"\"{i}\"")) + "]";
        var estate = Given.Json($$"""
            { "Resources": { "Fn::ForEach::A": ["A", {{hundred}}, { "Fn::ForEach::B": ["B", {{hundred}}, { "Fn::ForEach::C": ["C", {{hundred}},
              { "R${A}x${B}x${C}": { "Type": "Test::It" } } ] } ] } ] } }
            """);

        estate.Warnings.ShouldHaveSingleItem().What.ShouldContain("more than 10000");
        estate.Resources.Length.ShouldBeInRange(1_000, 10_000);
    }

    [Fact]
    public void ForEach_NestedAroundNothing_StopsToo()
    {
        var loop = "{}";
        for (var depth = 0; depth < 20; depth++)
        {
            loop = $$"""{ "Fn::ForEach::L{{depth}}": ["L{{depth}}", ["1", "2", "3", "4", "5", "6", "7", "8", "9"], {{loop}} ] }""";
        }

        Given.Json($$"""{ "Resources": {{loop}} }""").Warnings.ShouldHaveSingleItem().What.ShouldContain("more than 10000");
    }
}
