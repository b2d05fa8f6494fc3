using NetworkPatterns.Templates.Values;

namespace NetworkPatterns.Templates.Tests.Values;

public sealed class ReadingTests
{
    [Theory]
    [InlineData("true", true)]
    [InlineData("\"true\"", true)]
    [InlineData("\"True\"", true)]
    [InlineData("\"FALSE\"", false)]
    public void Boolean_OfTextAndBooleans_IsTolerant(string json, bool expected) => Given.Value(json).AsBoolean().Value.ShouldBe(expected);

    [Theory]
    [InlineData("443", 443)]
    [InlineData("\"443\"", 443)]
    [InlineData("\" -1 \"", -1)]
    [InlineData("443.0", 443)]
    [InlineData("1e3", 1000)]
    public void Integer_OfTextAndNumbers_IsTolerant(string json, long expected) => Given.Value(json).AsInteger().Value.ShouldBe(expected);

    [Theory]
    [InlineData("\"4.5\"")]
    [InlineData("4.5")]
    [InlineData("\"0x10\"")]
    [InlineData("1e999")]
    [InlineData("99999999999999999999")]
    [InlineData("true")]
    [InlineData("[1]")]
    [InlineData("{\"a\": 1}")]
    public void Integer_OfSomethingElse_IsUnknownAndSaysWhat(string json) =>
        Given.Value(json).AsInteger().Unknown!.Reason.ShouldContain("Dev/It.Value should be a whole number");

    [Theory]
    [InlineData("6", "6")]
    [InlineData("-1", "-1")]
    [InlineData("true", "true")]
    public void Text_OfNumbersAndBooleans_IsHowTheyAreWritten(string json, string expected) => Given.Value(json).AsText().Value.ShouldBe(expected);

    [Theory]
    [InlineData("\"x\"")]
    [InlineData("7")]
    [InlineData("{\"a\": 1}")]
    public void List_OfSomethingElse_IsUnknown(string json) => Given.Value(json).AsList().IsUnknown.ShouldBeTrue();

    [Fact]
    public void Reference_OfALiteralId_IsUnknownAndItsTextIsKnown()
    {
        var value = Given.Value("\"vpc-0123\"");

        value.AsReference().IsUnknown.ShouldBeTrue();
        value.AsText().Value.ShouldBe("vpc-0123");
        value.Identity.ShouldBe("vpc-0123");
    }

    [Fact]
    public void WhenAbsent_GivesTheDefaultOnlyForWhatIsLeftOut()
    {
        var resource = Given.Json("""
            { "Parameters": { "P": { "Type": "String" } },
              "Resources": { "It": { "Type": "Test::It", "Properties": { "Set": false, "Open": { "Ref": "P" }, "Null": null } } } }
            """).Find("Dev", "It")!;

        resource.Boolean("Missing").WhenAbsent(true).Value.ShouldBeTrue();
        resource.Boolean("Null").WhenAbsent(true).Value.ShouldBeTrue();
        resource.Boolean("Set").WhenAbsent(true).Value.ShouldBeFalse();
        resource.Boolean("Open").WhenAbsent(true).IsUnknown.ShouldBeTrue();
    }

    [Fact]
    public void Value_OfAnUnknown_ThrowsItsReason() =>
        Should.Throw<InvalidOperationException>(() => Given.Value("[]").AsText().Value).Message.ShouldContain("should be text");

    [Fact]
    public void SelectAndThen_PassUnknownAndAbsentThrough()
    {
        Reading.Known(2).Select(number => number * 2).Value.ShouldBe(4);
        default(Reading<int>).Select(number => number * 2).IsAbsent.ShouldBeTrue();
        Given.Value("[]").AsText().Then(text => Reading.Known(text.Length)).IsUnknown.ShouldBeTrue();
    }

    [Fact]
    public void Origin_OfANestedValue_IsItsPath()
    {
        var resource = Given.Json("""
            { "Resources": { "Group": { "Type": "AWS::EC2::SecurityGroup", "Metadata": { "aws:cdk:path": "Dev/Net/Group/Resource" },
              "Properties": { "SecurityGroupIngress": [{ "CidrIp": "0.0.0.0/0" }, { "CidrIp": "10.0.0.0/8" }] } } } }
            """).Find("Dev", "Group")!;

        var origin = resource.List("SecurityGroupIngress").Value[1].AsMap().Value["CidrIp"].Origin;

        origin.PropertyPath.ShouldBe("SecurityGroupIngress[1].CidrIp");
        origin.ToString().ShouldBe("Dev/Group.SecurityGroupIngress[1].CidrIp");
        origin.ConstructPath.ShouldBe("Dev/Net/Group/Resource");
        origin.TemplateName.ShouldBe("Dev.template.json");
    }
}
