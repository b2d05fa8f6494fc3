using NetworkPatterns.Templates.Values;

namespace NetworkPatterns.Templates.Tests.Resolution;

public sealed class ConditionTests
{
    private const string Sections =
        """
        "Parameters": {
          "Stage": { "Type": "String", "Default": "prod" },
          "Open": { "Type": "String" },
          "Size": { "Type": "String", "AllowedValues": ["small", "large"] } },
        "Conditions": {
          "Yes": { "Fn::Equals": [{ "Ref": "Stage" }, "prod"] },
          "No": { "Fn::Not": [{ "Condition": "Yes" }] },
          "Maybe": { "Fn::Equals": [{ "Ref": "Open" }, "x"] },
          "SameUnknown": { "Fn::Equals": [{ "Ref": "Open" }, { "Ref": "Open" }] },
          "NotAllowed": { "Fn::Equals": [{ "Ref": "Size" }, "huge"] },
          "And": { "Fn::And": [{ "Condition": "Maybe" }, { "Condition": "No" }] },
          "Or": { "Fn::Or": [{ "Condition": "Maybe" }, { "Condition": "Yes" }] },
          "AndMaybe": { "Fn::And": [{ "Condition": "Yes" }, { "Condition": "Maybe" }] } }
        """;

    [Theory]
    [InlineData("Yes", "then")]
    [InlineData("No", "else")]
    [InlineData("SameUnknown", "then")]
    [InlineData("NotAllowed", "else")]
    [InlineData("And", "else")]
    [InlineData("Or", "then")]
    public void If_DecidedCondition_TakesItsBranch(string condition, string expected) =>
        Given.Value($$"""{ "Fn::If": ["{{condition}}", "then", "else"] }""", Sections).AsText().Value.ShouldBe(expected);

    [Theory]
    [InlineData("Maybe")]
    [InlineData("AndMaybe")]
    public void If_UndecidedCondition_IsUnknownWithBothBranches(string condition)
    {
        var value = Given.Value($$"""{ "Fn::If": ["{{condition}}", "then", { "Ref": "AWS::NoValue" }] }""", Sections).ShouldBeOfType<UnknownValue>();

        value.Reason.ShouldContain("parameter Dev/Open has no value");
        value.Alternatives.Length.ShouldBe(2);
        value.Alternatives[0].AsText().Value.ShouldBe("then");
        value.Alternatives[1].ShouldBeOfType<NoValue>();
    }

    [Fact]
    public void If_AroundAListElement_RemovesItOrKeepsIt()
    {
        Given.Value("""[{ "Fn::If": ["No", "a", { "Ref": "AWS::NoValue" }] }, "b"]""", Sections).AsList().Value.ToString().ShouldBe("[b]");
        Given.Value("""[{ "Fn::If": ["Yes", "a", { "Ref": "AWS::NoValue" }] }, "b"]""", Sections).AsList().Value.ToString().ShouldBe("[a, b]");
        Given.Value("""[{ "Fn::If": ["Maybe", "a", { "Ref": "AWS::NoValue" }] }, "b"]""", Sections).AsList().Value[0]
            .ShouldBeOfType<UnknownValue>().Alternatives.Length.ShouldBe(2);
    }

    [Fact]
    public void Find_ResourceWhoseConditionIsFalse_DoesNotExist()
    {
        var estate = Given.Json($$"""
            { {{Sections}}, "Resources": {
              "Gone": { "Type": "AWS::EC2::VPC", "Condition": "No" },
              "There": { "Type": "AWS::EC2::VPC", "Condition": "Yes" },
              "Perhaps": { "Type": "AWS::EC2::VPC", "Condition": "Maybe" },
              "User": { "Type": "AWS::EC2::Subnet", "Properties": { "VpcId": { "Ref": "Gone" } } } } }
            """);

        estate.Find("Dev", "Gone").ShouldBeNull();
        estate.OfType("AWS::EC2::VPC").Select(vpc => vpc.LogicalId).ShouldBe(["There", "Perhaps"]);
        estate.Find("Dev", "There")!.MaybeAbsent.ShouldBeNull();
        estate.Find("Dev", "Perhaps")!.MaybeAbsent!.Reason.ShouldContain("Dev/Open");
        estate.Find("Dev", "User")!.Reference("VpcId").Unknown!.Reason.ShouldContain("condition is false");
    }

    [Fact]
    public void Parameters_Given_DecideConditions()
    {
        var options = new EstateOptions { Parameters = new Dictionary<string, string> { ["Open"] = "x" }.ToImmutable() };

        Given.Value("""{ "Fn::If": ["Maybe", "then", "else"] }""", Sections, options: options).AsText().Value.ShouldBe("then");
    }

    [Fact]
    public void Output_WithAFalseCondition_ExportsNothing()
    {
        var estate = Given.Files(
            ("A.json", $$"""
             { {{Sections}}, "Resources": {}, "Outputs": { "O": { "Condition": "No", "Value": "v", "Export": { "Name": "e" } } } }
             """),
            ("B.json", """{ "Resources": { "It": { "Type": "Test::It", "Properties": { "Value": { "Fn::ImportValue": "e" } } } } }"""));

        estate.Find("B", "It")!.Text("Value").Unknown!.Key.ShouldBe("import:e");
    }

    [Fact]
    public void Metadata_NamedCondition_InAPolicy_StaysAMap() =>
        Given.Value("""{ "Condition": "Yes" }""", Sections).AsMap().Value.Text("Condition").Value.ShouldBe("Yes");
}
