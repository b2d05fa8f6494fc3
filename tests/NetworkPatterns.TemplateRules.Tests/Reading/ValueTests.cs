using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Tests.Reading;

public sealed class ValueTests
{
    private static Resource Vpc(string properties) => Fragment.Of($"Vpc AWS::EC2::VPC {properties}").ToTemplate().Find("Vpc")!;

    [Theory]
    [InlineData("""{"Fn::Join": ["", ["com.amazonaws.", {"Ref": "AWS::Region"}, ".s3"]]}""")]
    [InlineData("""{"Fn::Join": [".", ["com.amazonaws", "=AWS::Region", "s3"]]}""")]
    [InlineData("""{"Fn::Sub": "com.amazonaws.${AWS::Region}.s3"}""")]
    [InlineData("""{"Fn::Sub": ["com.amazonaws.${Region}.s3", {"Region": {"Ref": "AWS::Region"}}]}""")]
    public void Key_SameTextByAnyFunction_IsTheSame(string json) =>
        Vpc($$"""{"Name": {{json}} }""")["Name"].Key.ShouldBe("com.amazonaws.${AWS::Region}.s3");

    [Fact]
    public void Exists_NoValue_IsAbsent() => Vpc("""{"CidrBlock": {"Ref": "AWS::NoValue"}}""")["CidrBlock"].Exists.ShouldBeFalse();

    [Fact]
    public void Text_Intrinsic_IsNull() => Vpc("""{"CidrBlock": "=Parameter"}""")["CidrBlock"].Text.ShouldBeNull();

    [Fact]
    public void Items_Intrinsic_IsNoneAndUnknown()
    {
        var value = Vpc("""{"Tags": {"Fn::If": ["Yes", [], []]}}""")["Tags"];

        value.Items.ShouldBeEmpty();
        value.IsUnknownList.ShouldBeTrue();
    }

    [Fact]
    public void Target_GetAttAsText_IsTheResource()
    {
        var template = Fragment.Of(
            """
            Vpc AWS::EC2::VPC
            Rule AWS::EC2::SecurityGroupIngress {"A": {"Fn::GetAtt": "Vpc.CidrBlock"}, "B": "=Vpc.CidrBlock", "C": "=Vpc"}
            """).ToTemplate();
        var rule = template.Find("Rule")!;

        new[] { rule["A"].Target, rule["B"].Target, rule["C"].Target }.ShouldAllBe(target => target == template.Find("Vpc"));
    }

    [Fact]
    public void DependsOn_RefGetAttSubAndChains_AreDependencies()
    {
        var template = Fragment.Of(
            """
            A AWS::EC2::VPC
            ByRef AWS::X::Y {"P": "=A"}
            ByAttribute AWS::X::Y {"P": [{"Q": "=A.Id"}]}
            BySub AWS::X::Y {"P": {"Fn::Sub": "${A.Id}-${!B}"}}
            Explicit AWS::X::Y < A
            Chain AWS::X::Y < ByRef
            ByOwnVariable AWS::X::Y {"P": {"Fn::Sub": ["${A}", {"A": "text"}]}}
            """).ToTemplate();
        var a = template.Find("A")!;

        template.Resources.Where(resource => resource.DependsOn(a)).Select(resource => resource.LogicalId)
            .ShouldBe(["ByRef", "ByAttribute", "BySub", "Explicit", "Chain"], ignoreOrder: true);
    }

    [Fact]
    public void Resources_CdkMetadata_IsLeftOut() =>
        Fragment.Of("CDKMetadata AWS::CDK::Metadata\nVpc AWS::EC2::VPC").ToTemplate().Resources.Select(resource => resource.LogicalId).ShouldBe(["Vpc"]);
}
