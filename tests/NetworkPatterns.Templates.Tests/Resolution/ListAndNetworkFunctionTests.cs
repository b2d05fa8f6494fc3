using NetworkPatterns.Templates.Values;

namespace NetworkPatterns.Templates.Tests.Resolution;

public sealed class ListAndNetworkFunctionTests
{
    private const string Vpc = """ "Vpc": { "Type": "AWS::EC2::VPC", "Properties": { "CidrBlock": "10.0.0.0/16" } } """;

    [Theory]
    [InlineData("""{ "Fn::Cidr": ["10.0.0.0/16", 3, 8] }""", "10.0.0.0/24 10.0.1.0/24 10.0.2.0/24")]
    [InlineData("""{ "Fn::Cidr": ["10.0.0.0/16", "2", "12"] }""", "10.0.0.0/20 10.0.16.0/20")]
    [InlineData("""{ "Fn::Cidr": ["10.0.0.0/24", 2, 7] }""", "10.0.0.0/25 10.0.0.128/25")]
    [InlineData("""{ "Fn::Cidr": ["2001:db8:0:100::/56", 2, 64] }""", "2001:db8:0:100::/64 2001:db8:0:101::/64")]
    [InlineData("""{ "Fn::Cidr": [{ "Fn::GetAtt": ["Vpc", "CidrBlock"] }, 1, 8] }""", "10.0.0.0/24")]
    public void Cidr_TheThirdArgument_CountsHostBits(string expression, string expected) =>
        string.Join(' ', Given.Value(expression, resources: Vpc).AsList().Value.Items).ShouldBe(expected);

    [Fact]
    public void Cidr_OfTheIpv6RangeOfAVpc_IsASymbolicBlock()
    {
        var value = Given.Value(
            """{ "Fn::Select": [2, { "Fn::Cidr": [{ "Fn::Select": [0, { "Fn::GetAtt": ["Vpc", "Ipv6CidrBlocks"] }] }, 256, 64] }] }""",
            resources: Vpc);

        var reference = value.AsReference().Value;
        reference.Resource.LogicalId.ShouldBe("Vpc");
        reference.Attribute.ShouldBe("Ipv6CidrBlocks");
        reference.Derivations.ShouldBe([new SelectDerivation(0), new CidrDerivation(256, 64), new SelectDerivation(2)]);
        value.AsText().IsUnknown.ShouldBeTrue();
    }

    [Fact]
    public void Cidr_OfAnUnknownRange_KeepsTheReasonAndTellsBlocksApart()
    {
        const string Parameters = """ "Parameters": { "Range": { "Type": "String" } } """;

        var first = Given.Value("""{ "Fn::Select": [0, { "Fn::Cidr": [{ "Ref": "Range" }, 4, 8] }] }""", Parameters).ShouldBeOfType<UnknownValue>();
        var second = Given.Value("""{ "Fn::Select": [1, { "Fn::Cidr": [{ "Ref": "Range" }, 4, 8] }] }""", Parameters);

        first.Reason.ShouldContain("parameter Dev/Range has no value");
        first.Identity.ShouldBe("Dev/Range.Cidr(4, 8)[0]");
        second.Identity.ShouldNotBe(first.Identity);
    }

    [Theory]
    [InlineData("""{ "Fn::GetAZs": "" }""")]
    [InlineData("""{ "Fn::GetAZs": { "Ref": "AWS::Region" } }""")]
    [InlineData("""{ "Fn::GetAZs": "eu-west-1" }""")]
    public void GetAZs_OfAKnownRegion_IsZonesAToC(string expression) =>
        string.Join(' ', Given.Value(expression).AsList().Value.Items).ShouldBe("eu-west-1a eu-west-1b eu-west-1c");

    [Fact]
    public void GetAZs_WithAssumedZones_IsThose() =>
        Given.Value(
                """{ "Fn::Select": [3, { "Fn::GetAZs": "us-east-1" }] }""",
                options: new EstateOptions
                {
                    Assumptions = new Dictionary<string, string> { ["zones:us-east-1"] = "us-east-1a, us-east-1b,us-east-1c,us-east-1f" }.ToImmutable(),
                })
            .AsText().Value.ShouldBe("us-east-1f");

    [Fact]
    public void GetAZs_BeyondTheThirdZone_IsUnknownByNumber() =>
        Given.Value("""{ "Fn::Select": [4, { "Fn::GetAZs": "" }] }""").ShouldBeOfType<UnknownValue>().Key.ShouldBe("zones:eu-west-1[4]");

    [Fact]
    public void GetAZs_OfAnUnknownRegion_TellsZonesApart()
    {
        var options = new EstateOptions { Region = null };

        var zone = Given.Value("""{ "Fn::Select": [0, { "Fn::GetAZs": "" }] }""", options: options);
        var other = Given.Value("""{ "Fn::Select": [1, { "Fn::GetAZs": "" }] }""", options: options);

        zone.ShouldBeOfType<UnknownValue>().Reason.ShouldContain("Region of Dev is not known");
        zone.Identity.ShouldNotBeNull();
        zone.Identity.ShouldNotBe(other.Identity);
    }

    [Theory]
    [InlineData("""{ "Fn::Select": [1, ["a", "b"]] }""", "b")]
    [InlineData("""{ "Fn::Select": ["0", { "Fn::Split": ["/", "10.0.0.0/16"] }] }""", "10.0.0.0")]
    [InlineData("""{ "Fn::Length": ["a", "b", "c"] }""", "3")]
    [InlineData("""{ "Fn::Length": { "Fn::Split": [",", "a,b"] } }""", "2")]
    public void SelectAndLength_OfKnownLists_AreKnown(string expression, string expected) =>
        Given.Value(expression).AsText().Value.ShouldBe(expected);

    [Fact]
    public void Select_PastAnElementThatAConditionMayRemove_IsUnknown() =>
        Given.Value(
                """{ "Fn::Select": [1, [{ "Fn::If": ["Maybe", "a", { "Ref": "AWS::NoValue" }] }, "b", "c"]] }""",
                """ "Parameters": { "P": { "Type": "String" } }, "Conditions": { "Maybe": { "Fn::Equals": [{ "Ref": "P" }, "x"] } } """)
            .AsText().IsUnknown.ShouldBeTrue();

    [Theory]
    [InlineData("""{ "Fn::FindInMap": ["Ranges", "eu-west-1", "vpc"] }""", "10.1.0.0/16")]
    [InlineData("""{ "Fn::FindInMap": ["Ranges", { "Ref": "AWS::Region" }, "vpc"] }""", "10.1.0.0/16")]
    [InlineData("""{ "Fn::FindInMap": ["Ranges", "mars-1", "vpc", { "DefaultValue": "10.9.0.0/16" }] }""", "10.9.0.0/16")]
    [InlineData("""{ "Fn::Select": [1, { "Fn::FindInMap": ["Ranges", "eu-west-1", "zones"] }] }""", "b")]
    public void FindInMap_OfKnownKeys_IsTheEntry(string expression, string expected) =>
        Given.Value(expression, """ "Mappings": { "Ranges": { "eu-west-1": { "vpc": "10.1.0.0/16", "zones": ["a", "b"] } } } """)
            .AsText().Value.ShouldBe(expected);

    [Fact]
    public void FindInMap_OfAnUnknownKey_IsUnknownForThatReason() =>
        Given.Value(
                """{ "Fn::FindInMap": ["Ranges", { "Ref": "AWS::AccountId" }, "vpc"] }""", """ "Mappings": { "Ranges": { "1": { "vpc": "x" } } } """)
            .ShouldBeOfType<UnknownValue>().Reason.ShouldContain("account of Dev is not known");
}
