using System.Text;
using NetworkPatterns.Templates.Sources;
using NetworkPatterns.Templates.Values;

namespace NetworkPatterns.Templates.Tests.Sources;

public sealed class BadInputTests
{
    [Theory]
    [InlineData("")]
    [InlineData("  \n ")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{ "Resources": [] }""")]
    [InlineData("""{ "Resources": null }""")]
    [InlineData("""{ "name": "not-a-template", "version": "1.0.0" }""")]
    public void Read_AFileThatIsNoTemplate_IsAProblem(string text)
    {
        var problem = Given.Json(text).Problems.ShouldHaveSingleItem();

        problem.Code.ShouldBe("NP2001");
        problem.Where.ShouldBe("Dev.template.json");
    }

    [Fact]
    public void Read_TruncatedJson_SaysLineAndColumn()
    {
        var problem = Given.Json("{\n  \"Resources\": {\n    \"Vpc\": { \"Type\": \"AWS::EC2").Problems.ShouldHaveSingleItem();

        problem.Code.ShouldBe("NP2002");
        problem.Where.ShouldBe("Dev.template.json, line 3, column 31");
        problem.What.ShouldBe("the file ends in the middle of a value");
    }

    [Theory]
    [InlineData("{ \"Resources\": {}, }")]
    [InlineData("{ 'Resources': {} }")]
    [InlineData("{ \"Resources\": {} } x")]
    [InlineData("{ // comment\n \"Resources\": {} }")]
    [InlineData("hello")]
    public void Read_BrokenJson_IsAProblem(string text) => Given.Json(text).Problems.ShouldHaveSingleItem().Code.ShouldBe("NP2002");

    [Fact]
    public void Read_JsonNestedTooDeep_IsAProblem() =>
        Given.Json("""{ "Resources": """ + new string('[', 100_000)).Problems.ShouldHaveSingleItem().Code.ShouldBe("NP2002");

    [Fact]
    public void Read_InvalidUtf8_IsAProblem() =>
        Estate.Read(new TemplateSource("Dev.json", new byte[] { (byte)'{', (byte)'"', 0xff, 0xfe, (byte)'"' })).Problems.ShouldHaveSingleItem();

    [Fact]
    public void Read_ATemplateOf50Megabytes_IsAProblemThatSaysSo()
    {
        var content = new byte[50_000_000];
        content.AsSpan().Fill((byte)' ');

        var problem = Estate.Read(new TemplateSource("big.json", content)).Problems.ShouldHaveSingleItem();

        problem.Code.ShouldBe("NP2004");
        problem.What.ShouldContain("50000000 bytes");
    }

    [Fact]
    public void Read_Nothing_IsAProblem() => Estate.Read([]).Problems.ShouldHaveSingleItem().Code.ShouldBe("NP2005");

    [Fact]
    public void Read_AFolderWithoutTemplates_IsAProblem() =>
        Given.Folder(("package.json", """{ "name": "x" }"""), ("notes.txt", "Resources")).Problems.ShouldHaveSingleItem().Code.ShouldBe("NP2005");

    [Fact]
    public void Read_AFolderOfTemplates_ReadsThemAndSkipsTheRest()
    {
        var estate = Given.Folder(
            ("net.yaml", "Resources: { Vpc: { Type: AWS::EC2::VPC } }"), ("package.json", """{ "name": "x" }"""), ("README.md", "# Resources"));

        estate.Problems.ShouldBeEmpty();
        estate.Stacks.ShouldHaveSingleItem().Name.ShouldBe("net");
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Read_AFileWithAByteOrderMark_IsRead(string encoding)
    {
        var text = Encoding.GetEncoding(encoding);
        byte[] content = [.. text.Preamble, .. text.GetBytes("""{ "Resources": { "Vpc": { "Type": "AWS::EC2::VPC" } } }""")];

        Estate.Read(new TemplateSource("Dev.json", content)).Resources.ShouldHaveSingleItem().LogicalId.ShouldBe("Vpc");
    }

    [Fact]
    public void Read_ResourcesThatReferToEachOther_IsAProblemThatNamesTheCycle()
    {
        var estate = Given.Yaml(
            """
            Resources:
              App: { Type: AWS::EC2::SecurityGroup, Properties: { SecurityGroupIngress: [{ SourceSecurityGroupId: !GetAtt Web.GroupId }] } }
              Web: { Type: AWS::EC2::SecurityGroup, Properties: { SecurityGroupEgress: [{ DestinationSecurityGroupId: !Ref App }] } }
              Outside: { Type: Test::It, Properties: { Group: !Ref Web } }
            """);

        var problem = estate.Problems.ShouldHaveSingleItem();
        problem.Code.ShouldBe("NP2007");
        problem.Where.ShouldBe("Dev/App");
        problem.What.ShouldBe("App -> Web -> App");
    }

    [Theory]
    [InlineData("{ Type: Test::It, Properties: { Me: !Ref A } }")]
    [InlineData("{ Type: Test::It, DependsOn: A }")]
    [InlineData("{ Type: Test::It, Properties: { Me: !Sub 'x${A.Arn}' } }")]
    [InlineData("{ Type: Test::It, Properties: { Me: [{ Deep: !GetAtt A.Arn }] } }")]
    public void Read_AResourceThatRefersToItself_IsAProblem(string body) =>
        Given.Yaml($"Resources: {{ A: {body} }}").Problems.ShouldHaveSingleItem().Code.ShouldBe("NP2007");

    [Fact]
    public void Read_ACycleOnlyThroughABranchNotTaken_IsNone() =>
        Given.Yaml(
            """
            Conditions: { Never: !Equals [a, b] }
            Resources: { A: { Type: Test::It, Properties: { Me: !If [Never, !Ref A, x] } } }
            """).Problems.ShouldBeEmpty();

    [Fact]
    public void Read_ConditionsThatReferToEachOther_IsAProblem()
    {
        var estate = Given.Yaml(
            """
            Conditions: { One: !Not [!Condition Two], Two: !Or [!Condition One, !Equals [a, b]] }
            Resources: { A: { Type: Test::It, Condition: One, Properties: { Me: !If [Two, x, y] } } }
            """);

        estate.Problems.ShouldHaveSingleItem().Where.ShouldBe("Dev/Conditions.One");
        estate.Find("Dev", "A")!.MaybeAbsent!.Reason.ShouldContain("cycle");
    }

    [Fact]
    public void Property_InACycleOfAttributes_IsUnknown()
    {
        var estate = Given.Yaml(
            """
            Resources:
              A: { Type: AWS::EC2::VPC, Properties: { CidrBlock: !GetAtt B.CidrBlock } }
              B: { Type: AWS::EC2::VPC, Properties: { CidrBlock: !GetAtt A.CidrBlock } }
            """);

        estate.Problems.ShouldHaveSingleItem().Code.ShouldBe("NP2007");
        estate.Find("Dev", "A")!.Text("CidrBlock").Unknown!.Reason.ShouldContain("cycle");
    }

    [Fact]
    public void Property_AtTheEndOfALongChain_IsUnknownAndNotACrash()
    {
        var chain = string.Join(',', Enumerable.Range(0, 5_000).Select(i =>
            $$"""
            "V{{i}}": { "Type": "AWS::EC2::VPC", "Properties": { "CidrBlock": { "Fn::GetAtt": ["V{{i + 1}}", "CidrBlock"] } } }
            """));
        var estate = Given.Json($$"""{ "Resources": { {{chain}}, "V5000": { "Type": "AWS::EC2::VPC", "Properties": { "CidrBlock": "10.0.0.0/16" } } } }""");

        estate.Problems.ShouldBeEmpty();
        estate.Find("Dev", "V0")!.Text("CidrBlock").Unknown!.Reason.ShouldContain("chain");
    }

    [Fact]
    public void Property_ThatDoublesItself_IsUnknownAndNotAnExplosion()
    {
        var value = "\"xxxxxxxxxx\"";
        for (var depth = 0; depth < 40; depth++)
        {
            value = $$"""{ "Fn::Sub": ["${a}${a}", { "a": {{value}} }] }""";
        }

        Given.Value(value).AsText().Unknown!.Reason.ShouldContain("more than");
    }

    [Fact]
    public void Property_OfLoopsInsideLoops_IsUnknownAndNotAnExplosion()
    {
        var value = "1";
        for (var depth = 0; depth < 20; depth++)
        {
            value = $$"""{ "Fn::ForEach::L{{depth}}": ["L{{depth}}", ["1", "2", "3", "4", "5"], { "K${L{{depth}}}": {{value}} }] }""";
        }

        $"{Given.Value(value)}".ShouldContain("steps");
    }

    [Fact]
    public void Read_AParameterThatNoTemplateDeclares_IsAProblem() =>
        Given.Json("""{ "Resources": {} }""", new EstateOptions { Parameters = new Dictionary<string, string> { ["Nope"] = "x" }.ToImmutable() })
            .Problems.ShouldHaveSingleItem().Code.ShouldBe("NP2015");

    [Fact]
    public void Read_MacrosAndModules_AreWarned() =>
        Given.Yaml(
                """
                Transform: [AWS::Serverless-2016-10-31, { Name: Mine }]
                Resources: { Module: { Type: My::Net::Thing::MODULE }, Nameless: { Properties: {} }, Odd: 5 }
                """)
            .Warnings.Select(warning => warning.Code).ShouldBe(["NP2011", "NP2011", "NP2011", "NP2016"]);

    [Fact]
    public void Property_BesideAnInclude_MayBeThere()
    {
        var resource = Given.Json("""
            { "Resources": { "It": { "Type": "Test::It", "Properties": { "A": 1, "Fn::Transform": { "Name": "AWS::Include" } } } } }
            """).Find("Dev", "It")!;

        resource.Integer("A").Value.ShouldBe(1);
        resource.Text("B").Unknown!.Reason.ShouldContain("macro");
    }
}
