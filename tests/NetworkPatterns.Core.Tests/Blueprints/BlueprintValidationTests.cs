using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Core.Tests.Blueprints;

public sealed class BlueprintValidationTests
{
    [Theory]
    [InlineData("web-subnet")]
    [InlineData("1st")]
    [InlineData("")]
    public void Build_IdThatCloudFormationRefuses_IsAProblem(string id) =>
        Problem(builder => builder.Add(id, "AWS::EC2::VPC")).ShouldBe(("NP1101", $"Test: {id}"));

    [Fact]
    public void Build_TwoOfOneId_IsAProblem() =>
        Problem(builder => builder.Add("Vpc", "AWS::EC2::VPC").Add("Vpc", "AWS::EC2::VPC")).ShouldBe(("NP1102", "Test: Vpc"));

    [Fact]
    public void Build_InputNamedAsAResource_IsAProblem() => Problem(builder =>
    {
        builder.AddInput("Vpc");
        builder.Add("Vpc", "AWS::EC2::VPC");
    }).ShouldBe(("NP1102", "Test: Vpc"));

    [Fact]
    public void Build_KeyTwiceInAMap_IsAProblem() =>
        Problem(builder => builder.Add("Vpc", "AWS::EC2::VPC", ("CidrBlock", "a"), ("CidrBlock", "b"))).ShouldBe(("NP1102", "Test: Vpc"));

    public static TheoryData<string> Dangling => ["ref", "getatt", "input", "condition", "if", "map", "map key", "depends on", "sub"];

    [Theory]
    [MemberData(nameof(Dangling))]
    public void Build_ReferenceToNothing_IsAProblem(string kind) => Problem(builder => builder
        .AddMapping("Map", [("a", "b", "c")])
        .Add(new("Subnet", "AWS::EC2::Subnet", kind switch
        {
            "ref" => Value.Map(("X", Value.Ref("Nowhere"))),
            "getatt" => Value.Map(("X", Value.List(Value.GetAtt("Nowhere", "Arn")))),
            "input" => Value.Map(("X", Value.Map(("Y", Value.Input("Nowhere"))))),
            "if" => Value.Map(("X", Value.If("Nowhere", "a", "b"))),
            "map" => Value.Map(("X", Value.FindInMap("Nowhere", "a", "b"))),
            "map key" => Value.Map(("X", Value.FindInMap("Map", "a", "Nowhere"))),
            "sub" => Value.Map(("X", Value.Sub("${Nowhere}-${AWS::Region}-${!Literal}"))),
            _ => MapValue.Empty,
        })
        {
            DependsOn = kind == "depends on" ? ["Nowhere"] : [],
            Condition = kind == "condition" ? "Nowhere" : null,
        })).ShouldBe(("NP1103", "Test: Subnet"));

    [Fact]
    public void Build_Cycle_NamesThoseOnIt()
    {
        var problem = Problems(builder => builder
            .Add("A", "AWS::EC2::SecurityGroup", ("X", Value.Ref("B")))
            .Add("B", "AWS::EC2::SecurityGroup", ("X", Value.Select(0, Value.List(Value.GetAtt("C", "Y")))))
            .Add(new BlueprintResource("C", "AWS::EC2::SecurityGroup", MapValue.Empty) { DependsOn = ["A"] })
            .Add("Free", "AWS::EC2::VPC")).ShouldHaveSingleItem();
        problem.Code.ShouldBe("NP1104");
        problem.What.ShouldEndWith("A, B, C");
    }

    [Fact]
    public void Build_ListInputInsideAList_IsAProblem() => Problem(builder =>
        builder.Add("A", "AWS::EC2::VPCEndpoint", ("SecurityGroupIds", Value.List(builder.AddInput("Groups", isList: true)))))
        .ShouldBe(("NP1105", "Test: A"));

    [Fact]
    public void Build_ListInputInsideText_IsAProblem() => Problem(builder =>
        builder.Add("A", "AWS::EC2::VPCEndpoint", ("ServiceName", Value.Sub("${G}", ("G", builder.AddInput("Groups", isList: true))))))
        .ShouldBe(("NP1105", "Test: A"));

    [Fact]
    public void Build_ListInputAsAWholePropertyOrWithinSelect_IsNone()
    {
        var builder = new BlueprintBuilder();
        var groups = builder.AddInput("Groups", isList: true);
        builder.Add("A", "AWS::EC2::VPCEndpoint", ("SecurityGroupIds", groups), ("First", Value.Select(0, groups)), ("All", Value.JoinList(",", groups)))
            .Build("Test").Inputs.ShouldHaveSingleItem().IsList.ShouldBeTrue();
    }

    [Fact]
    public void Build_EmptyListOrMap_IsAProblem()
    {
        Problem(builder => builder.Add("A", "AWS::EC2::VPC", ("X", Value.List()))).ShouldBe(("NP1106", "Test: A"));
        Problem(builder => builder.Add("A", "AWS::EC2::VPC", ("X", Value.Map()))).ShouldBe(("NP1106", "Test: A"));
    }

    [Fact]
    public void Build_ReferenceInMetadata_IsAProblem() => Problem(builder => builder
        .Add(new BlueprintResource("A", "AWS::EC2::VPC", MapValue.Empty) { Metadata = Value.Map(("x", Value.List(Value.Ref("A")))) }))
        .ShouldBe(("NP1107", "Test: A"));

    [Theory]
    [InlineData("AWS::EC2")]
    [InlineData("Custom::Thing")]
    public void Build_NoResourceType_IsAProblem(string type) => Problem(builder => builder.Add("A", type)).ShouldBe(("NP1108", "Test: A"));

    public static TheoryData<string> OutOfRange => ["select", "no block", "too many blocks", "host bits"];

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void Build_ArgumentOutOfRange_IsAProblem(string kind) => Problem(builder => builder.Add("A", "AWS::EC2::VPC", ("X", kind switch
    {
        "select" => Value.Select(-1, Value.GetAZs()),
        "no block" => Value.Cidr("10.0.0.0/16", 0, 8),
        "too many blocks" => Value.Cidr("10.0.0.0/16", 257, 8),
        _ => Value.Cidr("10.0.0.0/16", 4, 0),
    }))).ShouldBe(("NP1109", "Test: A"));

    [Fact]
    public void Build_ConditionWithAnUnknownInput_IsAProblem() => Problem(builder => builder
        .AddCondition("C", new BlueprintCondition.And([new BlueprintCondition.EqualTo(Value.Input("Nowhere"), "a"), new BlueprintCondition.EqualTo("a", "a")])))
        .ShouldBe(("NP1103", "Test: C"));

    [Fact]
    public void Build_SeveralProblems_AreReportedTogetherAndSorted() => Problems(builder => builder
        .Add("B", "AWS::EC2::VPC", ("X", Value.Ref("Nowhere")))
        .Add("A!", "VPC")).Select(problem => problem.Code).ShouldBe(["NP1101", "NP1103", "NP1108"]);

    private static (string Code, string Where) Problem(Action<BlueprintBuilder> build)
    {
        var problem = Problems(build).ShouldHaveSingleItem();
        return (problem.Code, problem.Where);
    }

    private static IReadOnlyList<Problem> Problems(Action<BlueprintBuilder> build)
    {
        var builder = new BlueprintBuilder();
        build(builder);
        return Should.Throw<PlanException>(() => builder.Build("Test")).Problems;
    }
}
