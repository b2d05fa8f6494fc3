using NetworkPatterns.Templates.Values;

namespace NetworkPatterns.Templates.Tests.Resolution;

public sealed class TextFunctionTests
{
    private const string Things =
        """
        "Vpc": { "Type": "AWS::EC2::VPC", "Properties": { "CidrBlock": "10.0.0.0/16" } },
        "A": { "Type": "AWS::EC2::Subnet" }, "B": { "Type": "AWS::EC2::Subnet" },
        "Service": { "Type": "AWS::EC2::VPCEndpointService" },
        "Firewall": { "Type": "AWS::NetworkFirewall::Firewall" }
        """;

    private const string Parameters = """ "Parameters": { "Name": { "Type": "String", "Default": "dev" }, "Open": { "Type": "String" } } """;

    [Theory]
    [InlineData("""{ "Fn::Sub": "${Name}-net" }""", "dev-net")]
    [InlineData("""{ "Fn::Sub": "${!Name}-net" }""", "${Name}-net")]
    [InlineData("""{ "Fn::Sub": "${Vpc.CidrBlock}" }""", "10.0.0.0/16")]
    [InlineData("""{ "Fn::Sub": "com.amazonaws.${AWS::Region}.s3" }""", "com.amazonaws.eu-west-1.s3")]
    [InlineData("""{ "Fn::Sub": ["${Own}.${Name}", { "Own": { "Ref": "Name" } }] }""", "dev.dev")]
    [InlineData("""{ "Fn::Sub": ["${Own.Dotted}", { "Own.Dotted": 7 }] }""", "7")]
    [InlineData("""{ "Fn::Sub": "a ${ b" }""", "a ${ b")]
    [InlineData("""{ "Fn::Sub": "" }""", "")]
    [InlineData("""{ "Fn::Join": ["-", ["a", 1, true]] }""", "a-1-true")]
    [InlineData("""{ "Fn::Join": ["", []] }""", "")]
    [InlineData("""{ "Fn::Join": [",", { "Fn::Split": ["|", "a|b"] }] }""", "a,b")]
    [InlineData("""{ "Fn::Base64": "hello" }""", "aGVsbG8=")]
    public void Functions_OfKnownText_AreText(string expression, string expected) =>
        Given.Value(expression, Parameters, Things).AsText().Value.ShouldBe(expected);

    [Fact]
    public void Split_KnownText_IsAList() =>
        Given.Value("""{ "Fn::Split": [",", "a,,b"] }""").AsList().Value.Select(item => item.AsText().Value).ShouldBe(["a", "", "b"]);

    [Fact]
    public void Sub_OnlyAReference_IsTheReference() =>
        Given.Value("""{ "Fn::Sub": "${Vpc}" }""", resources: Things).AsReference().Value.Resource.LogicalId.ShouldBe("Vpc");

    [Fact]
    public void Join_AroundAReference_KeepsIt()
    {
        var value = Given.Value(
            """{ "Fn::Join": ["", ["com.amazonaws.vpce.", { "Ref": "AWS::Region" }, ".", { "Ref": "Service" }]] }""", resources: Things);

        var composite = value.ShouldBeOfType<CompositeValue>();
        composite.Parts[0].AsText().Value.ShouldBe("com.amazonaws.vpce.eu-west-1.");
        composite.References.ShouldHaveSingleItem().Resource.LogicalId.ShouldBe("Service");
        value.AsText().IsUnknown.ShouldBeTrue();
    }

    [Fact]
    public void Join_WithAnUnknown_IsUnknownForItsReason() =>
        Given.Value("""{ "Fn::Sub": "${Open}-net" }""", Parameters).AsText().Unknown!.Reason.ShouldContain("parameter Dev/Open has no value");

    [Fact]
    public void Split_OfWhatWasJoined_GivesTheReferencesBack() =>
        Given.Value("""{ "Fn::Split": [",", { "Fn::Join": [",", [{ "Ref": "A" }, { "Ref": "B" }]] }] }""", resources: Things)
            .AsList().Value.Select(item => item.AsReference().Value.Resource.LogicalId).ShouldBe(["A", "B"]);

    [Fact]
    public void Split_OfTextAroundAReference_KeepsTheRest() =>
        Given.Value("""{ "Fn::Select": [1, { "Fn::Split": ["|", { "Fn::Sub": "x|vpc ${A}|y" }] }] }""", resources: Things)
            .ShouldBeOfType<CompositeValue>().ToString().ShouldBe("vpc ${Dev/A}");

    [Fact]
    public void Split_AtADelimiterThatAnIdMayHold_IsUnknown() =>
        Given.Value("""{ "Fn::Split": ["-", { "Fn::Sub": "x-${A}" }] }""", resources: Things).AsList().IsUnknown.ShouldBeTrue();

    [Fact]
    public void Split_AtADelimiterThatAnUnknownTextMayHold_IsUnknown() =>
        Given.Value("""{ "Fn::Split": [",", { "Fn::Join": [",", [{ "Ref": "A" }, { "Ref": "Open" }]] }] }""", Parameters, Things)
            .AsList().IsUnknown.ShouldBeTrue();

    [Fact]
    public void Split_OfAListAttributeJoinedBefore_IsTheAttribute() =>
        Given.Value(
                """{ "Fn::Select": [0, { "Fn::Split": [",", { "Fn::Join": [",", { "Fn::GetAtt": ["Vpc", "Ipv6CidrBlocks"] }] }] }] }""",
                resources: Things)
            .ToString().ShouldBe("Dev/Vpc.Ipv6CidrBlocks[0]");

    [Fact]
    public void Select_OfEndpointIds_IsTheFirewallEndpointAtThatPlace()
    {
        var reference = Given.Value(
            """{ "Fn::Select": ["1", { "Fn::Split": [":", { "Fn::Select": ["2", { "Fn::GetAtt": ["Firewall", "EndpointIds"] }] }] }] }""",
            resources: Things).AsReference().Value;

        FirewallEndpoint.Find(reference).ShouldBe(new FirewallEndpoint(reference.Resource, Index: 2, Zone: null));
    }

    [Fact]
    public void Select_OfEndpointIdsSplitAtTheZone_IsTheFirewallEndpointOfThatZone()
    {
        var reference = Given.Value(
            """
            { "Fn::Select": [0, { "Fn::Split": [",", { "Fn::Select": [1, { "Fn::Split": [
              { "Fn::Sub": "${AWS::Region}a:" }, { "Fn::Join": [",", { "Fn::GetAtt": ["Firewall", "EndpointIds"] }] }] }] }] }] }
            """,
            resources: Things).AsReference().Value;

        FirewallEndpoint.Find(reference).ShouldBe(new FirewallEndpoint(reference.Resource, Index: null, Zone: "eu-west-1a"));
    }

    [Theory]
    [InlineData("""{ "Fn::GetAtt": ["Firewall", "EndpointIds"] }""")]
    [InlineData("""{ "Fn::Select": [0, { "Fn::GetAtt": ["Firewall", "EndpointIds"] }] }""")]
    [InlineData("""{ "Fn::Select": [0, { "Fn::Split": [":", { "Fn::Select": [0, { "Fn::GetAtt": ["Firewall", "EndpointIds"] }] }] }] }""")]
    [InlineData("""{ "Ref": "Firewall" }""")]
    public void FirewallEndpoint_OfSomethingElse_IsNull(string expression) =>
        FirewallEndpoint.Find(Given.Value(expression, resources: Things).AsReference().Value).ShouldBeNull();

    [Theory]
    [InlineData("{{resolve:secretsmanager:db:SecretString:password}}")]
    [InlineData("{{resolve:ssm:/net/range}}")]
    [InlineData("{{resolve:ssm-secure:/net/range:1}}")]
    public void DynamicReference_IsUnknown(string text) =>
        Given.Value($"\"{text}\"").AsText().IsUnknown.ShouldBeTrue();

    [Theory]
    [InlineData("{{resolve:ssm:/net/range}}")]
    [InlineData("{{resolve:ssm:/net/range:3}}")]
    public void DynamicReference_ToAnSsmParameterOfTheEstate_IsItsValue(string text) =>
        Given.Value(
                $"\"{text}\"",
                resources: """ "P": { "Type": "AWS::SSM::Parameter", "Properties": { "Name": "/net/range", "Value": "10.3.0.0/16" } } """)
            .AsText().Value.ShouldBe("10.3.0.0/16");

    [Theory]
    [InlineData("""{ "Fn::ToJsonString": { "a": [1, "x", true], "b": { "Ref": "Name" } } }""", """{"a":[1,"x",true],"b":"dev"}""")]
    [InlineData("""{ "Fn::ToJsonString": ["é\"<"] }""", """["é\"<"]""")]
    public void ToJsonString_OfKnownValues_IsTheirJson(string expression, string expected) =>
        Given.Value(expression, Parameters).AsText().Value.ShouldBe(expected);

    [Fact]
    public void ToJsonString_WithAReferenceInside_IsUnknown() =>
        Given.Value("""{ "Fn::ToJsonString": { "vpc": { "Ref": "Vpc" } } }""", resources: Things).AsText().IsUnknown.ShouldBeTrue();

    [Theory]
    [InlineData("""{ "Fn::Join": "x" }""")]
    [InlineData("""{ "Fn::Join": [",", "x"] }""")]
    [InlineData("""{ "Fn::Join": [",", [{ "a": 1 }]] }""")]
    [InlineData("""{ "Fn::Sub": 7 }""")]
    [InlineData("""{ "Fn::Split": ["", "x"] }""")]
    [InlineData("""{ "Fn::Split": [",", ["x"]] }""")]
    [InlineData("""{ "Fn::Base64": [] }""")]
    [InlineData("""{ "Fn::Length": "x" }""")]
    [InlineData("""{ "Fn::Select": [9, ["x"]] }""")]
    [InlineData("""{ "Fn::Select": ["x", ["x"]] }""")]
    [InlineData("""{ "Fn::GetAtt": "Vpc" }""")]
    [InlineData("""{ "Fn::GetAtt": ["Vpc"] }""")]
    [InlineData("""{ "Fn::GetAZs": [] }""")]
    [InlineData("""{ "Fn::Cidr": ["10.0.0.0/24", 2, 9] }""")]
    [InlineData("""{ "Fn::Cidr": ["10.0.0.0/24", 3, 7] }""")]
    [InlineData("""{ "Fn::Cidr": ["10.0.0.1/24", 1, 4] }""")]
    [InlineData("""{ "Fn::FindInMap": ["No", "a", "b"] }""")]
    [InlineData("""{ "Fn::If": ["No", 1, 2] }""")]
    [InlineData("""{ "Fn::If": [] }""")]
    [InlineData("""{ "Fn::Equals": ["a", "a"] }""")]
    [InlineData("""{ "Fn::Transform": { "Name": "AWS::Include" } }""")]
    [InlineData("""{ "Fn::Tomorrow": 1 }""")]
    [InlineData("""{ "Ref": ["a"] }""")]
    public void Functions_WithArgumentsThatCloudFormationRefuses_AreUnknownWithAReason(string expression)
    {
        var value = Given.Value(expression, resources: Things);

        value.ShouldBeOfType<UnknownValue>().Reason.ShouldContain("Dev/It.Value");
    }
}
