using System.Globalization;
using System.Text;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Core.Tests.Blueprints;

public sealed class BlueprintRendererTests
{
    public static TheoryData<string, string> Values => new()
    {
        { "text", "\"10.0.0.0/16\"" },
        { "number", "3306" },
        { "decimal", "0.5" },
        { "whole decimal", "20000" },
        { "boolean", "true" },
        { "empty object", "{}" },
        { "empty list", "[]" },
        { "ref", """{"Ref":"Vpc"}""" },
        { "getatt", """{"Fn::GetAtt":["Vpc","CidrBlock"]}""" },
        { "sub", """{"Fn::Sub":"com.amazonaws.${AWS::Region}.s3"}""" },
        { "sub with variables", """{"Fn::Sub":["x-${Name}",{"Name":{"Ref":"Vpc"}}]}""" },
        { "join", """{"Fn::Join":["-",["a",{"Ref":"AWS::AccountId"}]]}""" },
        { "select of split", """{"Fn::Select":[1,{"Fn::Split":[":",{"Ref":"Input"}]}]}""" },
        { "cidr", """{"Fn::Select":[3,{"Fn::Cidr":[{"Fn::Select":[0,{"Fn::GetAtt":["Vpc","Ipv6CidrBlocks"]}]},256,"64"]}]}""" },
        { "zones", """{"Fn::Select":[0,{"Fn::GetAZs":{"Ref":"AWS::Region"}}]}""" },
        { "if", """{"Fn::If":["IsChina","x",{"Ref":"AWS::NoValue"}]}""" },
        { "find", """{"Fn::FindInMap":["Lists",{"Ref":"AWS::Region"},"S3"]}""" },
        { "base64", """{"Fn::Base64":"#!/bin/sh"}""" },
        { "list input", """{"Ref":"ListInput"}""" },
        { "tags", """[{"Key":"Name","Value":"web"}]""" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void Render_Value_IsSpelledAsCloudFormationDoes(string name, string expected) =>
        Rendered(ValueOf(name)).ShouldContain($"\"Property\":{expected}}}");

    [Fact]
    public void Render_WholeBlueprint_HasEverySection() => Text(Builder()
        .Add(new BlueprintResource("Group", "AWS::Logs::LogGroup", Value.Map(("RetentionInDays", 90)))
        {
            DependsOn = ["Vpc"],
            Condition = "IsChina",
            DeletionPolicy = ResourcePolicy.Retain,
            UpdateReplacePolicy = ResourcePolicy.RetainExceptOnCreate,
            Metadata = Value.Map(("why", "kept")),
        })
        .Build("Test")).ShouldBe(
        "{\"Parameters\":{\"Input\":{\"Type\":\"String\"},\"ListInput\":{\"Type\":\"CommaDelimitedList\"}},"
        + "\"Mappings\":{\"Lists\":{\"eu-west-1\":{\"S3\":\"pl-6da54004\"}}},"
        + "\"Conditions\":{\"IsChina\":{\"Fn::Not\":[{\"Fn::Equals\":[{\"Ref\":\"AWS::Partition\"},\"aws\"]}]}},"
        + "\"Resources\":{\"Group\":{\"Type\":\"AWS::Logs::LogGroup\",\"Condition\":\"IsChina\",\"DeletionPolicy\":\"Retain\","
        + "\"UpdateReplacePolicy\":\"RetainExceptOnCreate\",\"DependsOn\":[\"Vpc\"],\"Metadata\":{\"why\":\"kept\"},"
        + "\"Properties\":{\"RetentionInDays\":90}},\"Vpc\":{\"Type\":\"AWS::EC2::VPC\"}}}");

    [Fact]
    public void Render_AnyOrderOfCallsInAnyCulture_GivesTheSameBytes()
    {
        string[] ids = ["ic", "Ib", "ia", "iI"];
        var odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        odd.NumberFormat.NegativeSign = "minus ";
        var before = CultureInfo.CurrentCulture;
        try
        {
            var texts = new[] { odd, CultureInfo.InvariantCulture }.SelectMany(culture =>
            {
                CultureInfo.CurrentCulture = culture;
                return new[] { ids, [.. ids.Reverse()] }.Select(order =>
                {
                    var builder = new BlueprintBuilder();
                    foreach (var id in order)
                    {
                        builder.Add(id, "AWS::EC2::VPC", ("InstanceTenancy", -1234567));
                    }

                    return Text(builder.Build("Test"));
                });
            }).Distinct().ToList();
            texts.ShouldHaveSingleItem().ShouldStartWith("{\"Resources\":{\"Ib\":");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Map_NullValue_IsLeftOut() => Value.Map(("A", null), ("B", 1)).Entries.ShouldHaveSingleItem().Key.ShouldBe("B");

    [Fact]
    public void With_KnownKey_ReplacesItInPlace() =>
        Value.Map(("A", 1), ("B", 2)).With("A", 3).ShouldBe(Value.Map(("A", 3), ("B", 2)));

    [Fact]
    public void GetResource_UnknownId_SaysWhich() =>
        Should.Throw<KeyNotFoundException>(() => Builder().Build("Test").GetResource("Subnet")).Message.ShouldContain("'Subnet'");

    private static string Rendered(Value value) => Text(Builder().Add("Thing", "AWS::EC2::Thing", ("Property", value)).Build("Test"));

    private static string Text(Blueprint blueprint) => Encoding.UTF8.GetString(BlueprintRenderer.Render(blueprint).Span);

    private static BlueprintBuilder Builder()
    {
        var builder = new BlueprintBuilder()
            .Add("Vpc", "AWS::EC2::VPC")
            .AddCondition("IsChina", new BlueprintCondition.Not(new BlueprintCondition.EqualTo(Value.Partition, "aws")))
            .AddMapping("Lists", [("eu-west-1", "S3", "pl-6da54004")]);
        builder.AddInput("Input");
        builder.AddInput("ListInput", isList: true);
        return builder;
    }

    private static Value ValueOf(string name) => name switch
    {
        "text" => "10.0.0.0/16",
        "number" => 3306,
        "decimal" => Value.FromDecimal(0.5m),
        "whole decimal" => Value.FromDecimal(20000.00m),
        "empty object" => Value.EmptyObject,
        "empty list" => Value.EmptyList,
        "boolean" => true,
        "ref" => Value.Ref("Vpc"),
        "getatt" => Value.GetAtt("Vpc", "CidrBlock"),
        "sub" => Value.Sub("com.amazonaws.${AWS::Region}.s3"),
        "sub with variables" => Value.Sub("x-${Name}", ("Name", Value.Ref("Vpc"))),
        "join" => Value.Join("-", "a", Value.AccountId),
        "select of split" => Value.Select(1, Value.Split(":", Value.Input("Input"))),
        "cidr" => Value.Select(3, Value.Cidr(Value.Select(0, Value.GetAtt("Vpc", "Ipv6CidrBlocks")), 256, 64)),
        "zones" => Value.Select(0, Value.GetAZs()),
        "if" => Value.If("IsChina", "x", Value.NoValue),
        "find" => Value.FindInMap("Lists", Value.Region, "S3"),
        "base64" => Value.Base64("#!/bin/sh"),
        "list input" => Value.Input("ListInput"),
        "tags" => Value.Tags(("Name", "web")),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "no such value"),
    };
}
