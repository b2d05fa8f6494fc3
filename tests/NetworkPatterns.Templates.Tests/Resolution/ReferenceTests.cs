using NetworkPatterns.Templates.Values;

namespace NetworkPatterns.Templates.Tests.Resolution;

public sealed class ReferenceTests
{
    private const string Network =
        """
        "Vpc": { "Type": "AWS::EC2::VPC", "Properties": { "CidrBlock": "10.0.0.0/16" } },
        "Group": { "Type": "AWS::EC2::SecurityGroup", "Properties": { "VpcId": { "Ref": "Vpc" } } },
        "Ip": { "Type": "AWS::EC2::EIP" },
        "Instance": { "Type": "AWS::EC2::Instance", "Properties": { "PrivateIpAddress": "10.0.0.9" } }
        """;

    [Fact]
    public void Ref_Parameter_IsItsDefault()
    {
        var value = Given.Value("""{ "Ref": "Range" }""", """ "Parameters": { "Range": { "Type": "String", "Default": "10.0.0.0/16" } } """);

        value.AsText().Value.ShouldBe("10.0.0.0/16");
        value.Origin.ToString().ShouldBe("Dev/Parameters.Range.Default");
    }

    [Fact]
    public void Ref_ParameterOfAListType_IsSplitAtCommas() =>
        Given.Value("""{ "Ref": "Zones" }""", """ "Parameters": { "Zones": { "Type": "CommaDelimitedList", "Default": "a, b,c" } } """)
            .AsList().Value.Select(item => item.AsText().Value).ShouldBe(["a", "b", "c"]);

    [Fact]
    public void Ref_NumberParameter_ReadsAsTextAndAsNumber()
    {
        var value = Given.Value("""{ "Ref": "Port" }""", """ "Parameters": { "Port": { "Type": "Number", "Default": 443 } } """);

        value.AsInteger().Value.ShouldBe(443);
        value.AsText().Value.ShouldBe("443");
    }

    [Fact]
    public void Ref_ParameterWithoutAValue_IsUnknownAndSaysWhich()
    {
        var value = Given.Value("""{ "Ref": "Range" }""", """ "Parameters": { "Range": { "Type": "String" } } """).ShouldBeOfType<UnknownValue>();

        value.Key.ShouldBe("Dev/Range");
        value.Reason.ShouldContain("parameter Dev/Range has no value");
    }

    [Fact]
    public void Ref_ParameterWithAllowedValues_IsOneOfThem() =>
        Given.Value("""{ "Ref": "Stage" }""", """ "Parameters": { "Stage": { "Type": "String", "AllowedValues": ["dev", "prod"] } } """)
            .ShouldBeOfType<UnknownValue>().Alternatives.Select(option => option.AsText().Value).ShouldBe(["dev", "prod"]);

    [Theory]
    [InlineData("Range")]
    [InlineData("Dev/Range")]
    public void Ref_ParameterThatTheCallerGives_IsThatValue(string key) =>
        Given.Value(
                """{ "Ref": "Range" }""",
                """ "Parameters": { "Range": { "Type": "String", "Default": "10.0.0.0/16" } } """,
                options: new EstateOptions { Parameters = new Dictionary<string, string> { [key] = "10.9.0.0/16" }.ToImmutable() })
            .AsText().Value.ShouldBe("10.9.0.0/16");

    [Fact]
    public void Ref_SsmParameterType_IsUnknownAndItsDefaultIsOnlyAName()
    {
        var value = Given.Value(
            """{ "Ref": "BootstrapVersion" }""",
            """ "Parameters": { "BootstrapVersion": { "Type": "AWS::SSM::Parameter::Value<String>", "Default": "/cdk-bootstrap/hnb659fds/version" } } """);

        value.ShouldBeOfType<UnknownValue>().Key.ShouldBe("ssm:/cdk-bootstrap/hnb659fds/version");
    }

    [Fact]
    public void Ref_SsmParameterThatTheEstateDeclares_IsItsValue() =>
        Given.Value(
                """{ "Ref": "Subnets" }""",
                """ "Parameters": { "Subnets": { "Type": "AWS::SSM::Parameter::Value<List<AWS::EC2::Subnet::Id>>", "Default": "/net/subnets" } } """,
                Network + """
                , "A": { "Type": "AWS::EC2::Subnet" }, "B": { "Type": "AWS::EC2::Subnet" },
                "Names": { "Type": "AWS::SSM::Parameter", "Properties": { "Name": "/net/subnets", "Value": { "Fn::Join": [",", [{ "Ref": "A" }, { "Ref": "B" }]] } } }
                """)
            .AsList().Value.Select(item => item.AsReference().Value.Resource.LogicalId).ShouldBe(["A", "B"]);

    [Fact]
    public void Ref_Resource_IsTheResourceItself()
    {
        var reference = Given.Value("""{ "Ref": "Vpc" }""", resources: Network).AsReference().Value;

        reference.Resource.LogicalId.ShouldBe("Vpc");
        reference.IsIdentity.ShouldBeTrue();
        reference.Identity.ShouldBe("Dev/Vpc");
    }

    [Fact]
    public void Ref_SecurityGroup_IsTheSameAsItsGroupId()
    {
        var byRef = Given.Value("""{ "Ref": "Group" }""", resources: Network).AsReference().Value;
        var byAttribute = Given.Value("""{ "Fn::GetAtt": ["Group", "GroupId"] }""", resources: Network).AsReference().Value;

        byAttribute.IsIdentity.ShouldBeTrue();
        byAttribute.Identity.ShouldBe(byRef.Identity);
    }

    [Fact]
    public void Ref_ElasticIp_StandsForTheAddressThatAllocationIdNames() =>
        Given.Value("""{ "Fn::GetAtt": ["Ip", "AllocationId"] }""", resources: Network).Identity
            .ShouldBe(Given.Value("""{ "Ref": "Ip" }""", resources: Network).Identity);

    [Fact]
    public void Ref_UndeclaredName_IsUnknownAndWarned()
    {
        var estate = Given.Json("""{ "Resources": { "It": { "Type": "Test::It", "Properties": { "Value": { "Ref": "Nothing" } } } } }""");

        estate.Find("Dev", "It")!.Text("Value").Unknown!.Reason.ShouldContain("'Nothing'");
        estate.Warnings.ShouldHaveSingleItem().Code.ShouldBe("NP2012");
    }

    [Fact]
    public void GetAtt_AttributeThatRepeatsAProperty_IsThePropertyAndItsPlace()
    {
        var value = Given.Value("""{ "Fn::GetAtt": "Vpc.CidrBlock" }""", resources: Network);

        value.AsText().Value.ShouldBe("10.0.0.0/16");
        value.Origin.ToString().ShouldBe("Dev/Vpc.CidrBlock");
    }

    [Fact]
    public void GetAtt_FixedPrivateAddress_IsKnown() =>
        Given.Value("""{ "Fn::GetAtt": ["Instance", "PrivateIp"] }""", resources: Network).AsText().Value.ShouldBe("10.0.0.9");

    [Fact]
    public void GetAtt_DefaultSecurityGroup_IsAnAttributeAndNotTheVpc()
    {
        var reference = Given.Value("""{ "Fn::GetAtt": ["Vpc", "DefaultSecurityGroup"] }""", resources: Network).AsReference().Value;

        reference.Attribute.ShouldBe("DefaultSecurityGroup");
        reference.IsIdentity.ShouldBeFalse();
        reference.Identity.ShouldBe("Dev/Vpc.DefaultSecurityGroup");
    }

    [Fact]
    public void GetAtt_CustomResource_IsUnknown()
    {
        var value = Given.Value(
            """{ "Fn::GetAtt": ["Reader", "/cdk/exports/Vpc"] }""",
            resources: """ "Reader": { "Type": "Custom::CrossRegionExportReader" } """);

        value.ShouldBeOfType<UnknownValue>().Reason.ShouldContain("custom resource");
    }

    [Fact]
    public void GetAtt_OfAnAssumption_IsTheAssumption() =>
        Given.Value(
                """{ "Fn::GetAtt": ["Reader", "Vpc"] }""",
                resources: """ "Reader": { "Type": "Custom::Reader" } """,
                options: new EstateOptions { Assumptions = new Dictionary<string, string> { ["Dev/Reader.Vpc"] = "vpc-1" }.ToImmutable() })
            .AsText().Value.ShouldBe("vpc-1");

    [Theory]
    [InlineData("""{ "Ref": "AWS::Region" }""", "eu-west-1")]
    [InlineData("""{ "Ref": "AWS::Partition" }""", "aws")]
    [InlineData("""{ "Ref": "AWS::URLSuffix" }""", "amazonaws.com")]
    [InlineData("""{ "Ref": "AWS::StackName" }""", "Dev")]
    public void Ref_PseudoParameter_IsKnown(string expression, string expected) =>
        Given.Value(expression).AsText().Value.ShouldBe(expected);

    [Theory]
    [InlineData("AWS::AccountId")]
    [InlineData("AWS::StackId")]
    public void Ref_PseudoParameterThatOnlyDeploymentKnows_IsUnknown(string name) =>
        Given.Value($$"""{ "Ref": "{{name}}" }""").ShouldBeOfType<UnknownValue>().Key.ShouldBe($"Dev/{name}");

    [Fact]
    public void Ref_NoValue_RemovesThePropertyAndTheElement()
    {
        Given.Value("""{ "Ref": "AWS::NoValue" }""").AsText().IsAbsent.ShouldBeTrue();
        Given.Value("""["a", { "Ref": "AWS::NoValue" }, "b"]""").AsList().Value.Count.ShouldBe(2);
        Given.Value("""{ "A": { "Ref": "AWS::NoValue" }, "B": 1 }""").AsMap().Value.Entries.ShouldHaveSingleItem().Key.ShouldBe("B");
    }
}
