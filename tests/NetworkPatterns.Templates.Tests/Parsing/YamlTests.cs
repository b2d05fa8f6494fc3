using NetworkPatterns.Templates.Values;

namespace NetworkPatterns.Templates.Tests.Parsing;

public sealed class YamlTests
{
    [Theory]
    [InlineData("10", typeof(NumberValue), "10")]
    [InlineData("-1", typeof(NumberValue), "-1")]
    [InlineData("1.10", typeof(NumberValue), "1.10")]
    [InlineData("010", typeof(NumberValue), "8")]
    [InlineData("0x1F", typeof(NumberValue), "31")]
    [InlineData("0b101", typeof(NumberValue), "5")]
    [InlineData("+5", typeof(NumberValue), "5")]
    [InlineData("1_000", typeof(NumberValue), "1000")]
    [InlineData("22:30", typeof(NumberValue), "1350")]
    [InlineData("-1:30", typeof(NumberValue), "-90")]
    [InlineData("089", typeof(TextValue), "089")]
    [InlineData("012345678901", typeof(TextValue), "012345678901")]
    [InlineData("012345670123", typeof(NumberValue), "1402433619")]
    [InlineData("\"010\"", typeof(TextValue), "010")]
    [InlineData("!!str 010", typeof(TextValue), "010")]
    [InlineData("2012-10-17", typeof(TextValue), "2012-10-17")]
    [InlineData("2001-12-14t21:59:43.10-05:00", typeof(TextValue), "2001-12-14t21:59:43.10-05:00")]
    [InlineData("10.0.0.0/16", typeof(TextValue), "10.0.0.0/16")]
    [InlineData("fd00::/8", typeof(TextValue), "fd00::/8")]
    [InlineData("yes", typeof(BooleanValue), "true")]
    [InlineData("Off", typeof(BooleanValue), "false")]
    [InlineData("'yes'", typeof(TextValue), "yes")]
    [InlineData("y", typeof(TextValue), "y")]
    [InlineData("True", typeof(BooleanValue), "true")]
    [InlineData("a: b", typeof(MapValue), "{a: b}")]
    [InlineData("[a, 1]", typeof(ListValue), "[a, 1]")]
    public void PlainScalar_IsWhatYaml11MakesOfIt(string yaml, Type kind, string text)
    {
        var value = Value(yaml);

        value.ShouldBeOfType(kind);
        value.ToString().ShouldBe(text);
    }

    [Theory]
    [InlineData("~")]
    [InlineData("null")]
    [InlineData("")]
    public void Null_IsNoValue(string yaml) => Value(yaml).ShouldBeOfType<NoValue>();

    [Theory]
    [InlineData("!Ref Name", "dev")]
    [InlineData("!Sub '${Name}-x'", "dev-x")]
    [InlineData("!Sub ['${A}', {A: !Ref Name}]", "dev")]
    [InlineData("!Join ['-', [a, !Ref Name]]", "a-dev")]
    [InlineData("!Select [1, !Split [',', 'a,b']]", "b")]
    [InlineData("!Select [1, !Cidr [10.0.0.0/16, 2, 8]]", "10.0.1.0/24")]
    [InlineData("!Select [0, !GetAZs '']", "eu-west-1a")]
    [InlineData("!Select [0, !GetAZs {Ref: 'AWS::Region'}]", "eu-west-1a")]
    [InlineData("!If [IsDev, a, b]", "a")]
    [InlineData("!FindInMap [Map, !Ref Name, port]", "80")]
    [InlineData("!Base64 hello", "aGVsbG8=")]
    [InlineData("!GetAtt Vpc.CidrBlock", "10.0.0.0/16")]
    [InlineData("!GetAtt [Vpc, CidrBlock]", "10.0.0.0/16")]
    [InlineData("{Fn::Sub: '${Name}'}", "dev")]
    public void ShortForm_IsTheFunction(string yaml, string expected) => Value(yaml).AsText().Value.ShouldBe(expected);

    [Fact]
    public void AnchorsAndMergeKeys_AreExpanded()
    {
        var map = Value("""

                    <<: [*defaults, { b: 9, c: 9 }]
                    a: own
                    list: *ports
            """).AsMap().Value;

        map.Text("a").Value.ShouldBe("own");
        map.Text("b").Value.ShouldBe("2");
        map.Text("c").Value.ShouldBe("9");
        map.List("list").Value.ToString().ShouldBe("[80, 443]");
    }

    [Theory]
    [InlineData("Resources:\n  A: [1, 2\n", "Dev.yaml, line")]
    [InlineData("Resources:\n  A: *nothing\n", "Dev.yaml, line 2, column 6")]
    [InlineData("Resources:\n  ? [a]\n  : b\n", "line 2")]
    [InlineData("Resources:\n  A:\n    <<: 5\n", "line 3, column 9")]
    [InlineData("Resources: {A: 'open\n", "line")]
    public void BrokenYaml_IsAProblemWithItsPlace(string yaml, string place)
    {
        var problem = Given.Yaml(yaml).Problems.ShouldHaveSingleItem();

        problem.Code.ShouldBe("NP2003");
        problem.Where.ShouldContain(place);
    }

    [Fact]
    public void AliasesOfAliases_AreAProblemAndNotAnExplosion()
    {
        var yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
            + string.Concat(Enumerable.Range(1, 12).Select(i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n"))
            + "Resources: {}\n";

        Given.Yaml(yaml).Problems.ShouldHaveSingleItem().Code.ShouldBe("NP2003");
    }

    [Fact]
    public void AliasOfItself_IsAProblem() =>
        Given.Yaml("Resources: &r { A: *r }\n").Problems.ShouldHaveSingleItem().Code.ShouldBe("NP2003");

    [Fact]
    public void DeepNesting_IsAProblem() =>
        Given.Yaml("Resources: " + new string('[', 5_000) + new string(']', 5_000)).Problems.ShouldHaveSingleItem().Code.ShouldBe("NP2003");

    [Fact]
    public void YamlFileThatHoldsJson_IsRead() =>
        Given.Yaml("""{ "Resources": { "It": { "Type": "Test::It" } } }""").Resources.ShouldHaveSingleItem();

    private static ResolvedValue Value(string yaml)
    {
        var estate = Given.Yaml($$"""
            Parameters: { Name: { Type: String, Default: dev } }
            Mappings: { Map: { dev: { port: 80 } } }
            Conditions: { IsDev: !Equals [!Ref Name, dev] }
            Metadata:
              Defaults: &defaults { a: 1, b: 2 }
              Ports: &ports [80, 443]
            Resources:
              Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
              It:
                Type: Test::It
                Properties:
                  Value: {{(yaml.Contains(": ", StringComparison.Ordinal) && !yaml.Contains('\n') && !yaml.Contains('{') ? "{" + yaml + "}" : yaml)}}
            """);
        estate.Problems.ShouldBeEmpty();
        return estate.Find("Dev", "It")!["Value"];
    }
}
