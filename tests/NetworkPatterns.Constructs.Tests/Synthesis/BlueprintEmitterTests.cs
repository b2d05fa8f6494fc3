using System.Text.Json.Nodes;
using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Constructs;
using NetworkPatterns.Constructs.Synthesis;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Tests.Synthesis;

[Collection(CdkCollection.Name)]
public sealed class BlueprintEmitterTests
{
    [Fact]
    public void Emit_KnownTypes_AreTypedL1sUnderThePattern()
    {
        var stack = Synthesized.NewStack(Synthesized.NewApp(pathMetadata: true));
        var pattern = new Construct(stack, "Network");
        var emitted = pattern.Emit(Vpc(builder => builder.Add("WebSubnetA", "AWS::EC2::Subnet", ("VpcId", Value.Ref("Vpc")), ("CidrBlock", "10.0.0.0/24"))));

        emitted.GetResource("WebSubnetA").ShouldBeOfType<CfnSubnet>();
        var template = stack.UncheckedTemplate();
        var subnet = template.Single("AWS::EC2::Subnet");
        subnet["Properties"]!["VpcId"]!["Ref"]!.GetValue<string>().ShouldBe(template.LogicalIds("AWS::EC2::VPC").Single());
        subnet["Metadata"]!["aws:cdk:path"]!.GetValue<string>().ShouldBe("Dev/Network/Default/WebSubnetA");
        template.LogicalIds("AWS::EC2::Subnet").Single().ShouldStartWith("NetworkWebSubnetA");
    }

    [Fact]
    public void Emit_PathMetadataOff_WritesNone()
    {
        var stack = Synthesized.NewStack(Synthesized.NewApp());
        new Construct(stack, "Network").Emit(Vpc());
        stack.UncheckedTemplate().Single("AWS::EC2::VPC").ContainsKey("Metadata").ShouldBeFalse();
    }

    [Fact]
    public void Emit_FragmentFile_IsGoneAfterwards()
    {
        var stack = Synthesized.NewStack(Synthesized.NewApp());
        new Construct(stack, "Network").Emit(Vpc());
        Directory.EnumerateFiles(Path.GetTempPath(), "networkpatterns-*.json").ShouldBeEmpty();
    }

    [Fact]
    public void TagsOf_AnyAncestor_ReachesTypedOldAndNewTypes()
    {
        var app = Synthesized.NewApp();
        var stack = Synthesized.NewStack(app);
        var pattern = new Construct(stack, "Network");
        var emitted = pattern.Emit(Vpc(builder => builder
            .Add("NatGateway", "AWS::EC2::NatGateway", ("VpcId", Value.Ref("Vpc")), ("AvailabilityMode", "regional"), Named("nat"))
            .Add("S3Endpoint", "AWS::EC2::VPCEndpoint", ("VpcId", Value.Ref("Vpc")), ("ServiceName", "s3"), Named("s3"))
            .Add("Exclusion", "AWS::EC2::VPCBlockPublicAccessExclusion", ("VpcId", Value.Ref("Vpc")), ("InternetGatewayExclusionMode", "allow-egress"), Named("bpa"))));
        Tags.Of(app).Add("team", "platform");
        Tags.Of(emitted.GetResource("S3Endpoint")).Add("only", "endpoint");

        var template = stack.UncheckedTemplate();
        TagsOf(template, "AWS::EC2::VPC").ShouldContain(("team", "platform"));
        TagsOf(template, "AWS::EC2::NatGateway").ShouldBe([("Name", "nat"), ("team", "platform")]);
        TagsOf(template, "AWS::EC2::VPCEndpoint").ShouldBe([("Name", "s3"), ("only", "endpoint"), ("team", "platform")]);
        TagsOf(template, "AWS::EC2::VPCBlockPublicAccessExclusion").ShouldBe([("Name", "bpa"), ("team", "platform")]);
    }

    [Fact]
    public void Emit_TypeWhoseRequiredPropertiesChanged_HasOnlyWhatTheBlueprintSays()
    {
        var stack = Synthesized.NewStack(Synthesized.NewApp(pathMetadata: true));
        var emitted = new Construct(stack, "Network").Emit(Vpc(builder => builder
            .Add("NatGateway", "AWS::EC2::NatGateway", ("VpcId", Value.Ref("Vpc")), ("AvailabilityMode", "regional"), Named("nat"))
            .Add("DefaultRoute", "AWS::EC2::Route", ("RouteTableId", "rtb-1"), ("DestinationCidrBlock", "0.0.0.0/0"), ("NatGatewayId", Value.Ref("NatGateway")))));

        var template = stack.UncheckedTemplate();
        emitted.GetResource("NatGateway").ShouldBeOfType<CfnNatGateway>();
        var nat = template.Single("AWS::EC2::NatGateway");
        nat["Properties"]!.AsObject().Select(property => property.Key).Order(StringComparer.Ordinal).ShouldBe(["AvailabilityMode", "Tags", "VpcId"]);
        nat["Properties"]!["VpcId"]!["Ref"]!.GetValue<string>().ShouldBe(template.LogicalIds("AWS::EC2::VPC").Single());
        nat["Metadata"]!["aws:cdk:path"]!.GetValue<string>().ShouldBe("Dev/Network/Default/NatGateway");
        template.Single("AWS::EC2::Route")["Properties"]!["NatGatewayId"]!["Ref"]!.GetValue<string>()
            .ShouldBe(template.LogicalIds("AWS::EC2::NatGateway").Single());
    }

    [Fact]
    public void Emit_Tokens_StandWhereTheBlueprintHasInputs()
    {
        var stack = Synthesized.NewStack(Synthesized.NewApp());
        var text = new CfnParameter(stack, "Cidr");
        var list = new CfnParameter(stack, "Groups", new CfnParameterProps { Type = "List<AWS::EC2::SecurityGroup::Id>" });
        var builder = new BlueprintBuilder();
        var cidr = builder.AddInput("VpcCidr");
        var groups = builder.AddInput("GroupIds", isList: true);
        builder.Add("Vpc", "AWS::EC2::VPC", ("CidrBlock", cidr))
            .Add("Endpoint", "AWS::EC2::VPCEndpoint", ("VpcId", Value.Ref("Vpc")), ("ServiceName", Value.Sub("x.${Part}", ("Part", cidr))), ("SecurityGroupIds", groups))
            .Add("First", "AWS::EC2::SecurityGroupEgress", ("GroupId", Value.Select(0, groups)), ("IpProtocol", "-1"), ("CidrIp", cidr));
        new Construct(stack, "Network").Emit(
            builder.Build("Dev/Network"),
            new Dictionary<string, object> { ["VpcCidr"] = text.ValueAsString, ["GroupIds"] = list.ValueAsList.ToArray() });

        var template = stack.UncheckedTemplate();
        Same(template.Single("AWS::EC2::VPC")["Properties"]!["CidrBlock"], """{"Ref":"Cidr"}""");
        Same(template.Single("AWS::EC2::VPCEndpoint")["Properties"]!["SecurityGroupIds"], """{"Ref":"Groups"}""");
        Same(template.Single("AWS::EC2::VPCEndpoint")["Properties"]!["ServiceName"], """{"Fn::Sub":["x.${Part}",{"Part":{"Ref":"Cidr"}}]}""");
        Same(template.Single("AWS::EC2::SecurityGroupEgress")["Properties"]!["GroupId"], """{"Fn::Select":[0,{"Ref":"Groups"}]}""");
    }

    [Fact]
    public void Emit_WrongInputs_AreOneErrorEach()
    {
        var stack = Synthesized.NewStack(Synthesized.NewApp());
        var builder = new BlueprintBuilder();
        var cidr = builder.AddInput("VpcCidr");
        var groups = builder.AddInput("GroupIds", isList: true);
        builder.Add("Vpc", "AWS::EC2::VPC", ("CidrBlock", cidr)).Add("G", "AWS::EC2::VPCEndpoint", ("SecurityGroupIds", groups));
        var pattern = new Construct(stack, "Network");

        var problems = Should.Throw<PlanException>(() => pattern.Emit(
            builder.Build("Dev/Network"), new Dictionary<string, object> { ["GroupIds"] = "sg-1", ["Other"] = "x" })).Problems;

        problems.Select(problem => (problem.Code, problem.Where)).ShouldBe(
            [("NP1110", "Dev/Network: GroupIds"), ("NP1110", "Dev/Network: Other"), ("NP1110", "Dev/Network: VpcCidr")]);
        pattern.Node.Children.ShouldBeEmpty();
    }

    [Fact]
    public void Emit_TwiceInOneStackUnderAStage_KeepsThemApart()
    {
        var stage = new Stage(Synthesized.NewApp(pathMetadata: true), "Prod", new StageProps { Env = Synthesized.Ireland });
        var stack = new Stack(stage, "Net-work");
        new Construct(stack, "one-a").Emit(Vpc());
        new Construct(stack, "two/b").Emit(Vpc());

        var template = Synthesized.Template(((App)stage.Node.Root).Synth(), stack);
        var vpcs = template.LogicalIds("AWS::EC2::VPC");
        vpcs.Count.ShouldBe(2);
        vpcs.Select(id => template.Resources()[id]!["Metadata"]!["aws:cdk:path"]!.GetValue<string>()).ShouldBe(
            ["Prod/Net-work/one-a/Default/Vpc", "Prod/Net-work/two--b/Default/Vpc"], ignoreOrder: true);
    }

    [Fact]
    public void References_OverStacks_BecomeExportsBothWays()
    {
        var app = Synthesized.NewApp();
        var first = Synthesized.NewStack(app, "First");
        var second = Synthesized.NewStack(app, "Second");
        var vpcId = new Construct(first, "Network").Emit(Vpc()).Ref("Vpc");
        var builder = new BlueprintBuilder();
        builder.Add("Subnet", "AWS::EC2::Subnet", ("VpcId", builder.AddInput("VpcId")), ("CidrBlock", "10.0.0.0/24"));
        var into = new Construct(second, "More").Emit(builder.Build("Second/More"), new Dictionary<string, object> { ["VpcId"] = vpcId });
        _ = new CfnOutput(second, "Out", new CfnOutputProps { Value = into.GetAtt("Subnet", "AvailabilityZone") });

        var assembly = app.Synth();
        var export = Synthesized.Template(assembly, first)["Outputs"]!.AsObject().ShouldHaveSingleItem().Value!["Export"]!["Name"]!.GetValue<string>();
        Same(Synthesized.Template(assembly, second).Single("AWS::EC2::Subnet")["Properties"]!["VpcId"], $$"""{"Fn::ImportValue":"{{export}}"}""");
        Synthesized.Template(assembly, second)["Outputs"]!["Out"]!["Value"]!["Fn::GetAtt"]![1]!.GetValue<string>().ShouldBe("AvailabilityZone");
    }

    [Fact]
    public void Aspects_AndOverrides_WorkAsOnAnyL1()
    {
        var stack = Synthesized.NewStack(Synthesized.NewApp());
        var emitted = new Construct(stack, "Network").Emit(Vpc());
        ((CfnVPC)emitted.GetResource("Vpc")).ApplyRemovalPolicy(RemovalPolicy.RETAIN);
        emitted.GetResource("Vpc").AddPropertyOverride("InstanceTenancy", "dedicated");

        var vpc = stack.UncheckedTemplate().Single("AWS::EC2::VPC");
        vpc["DeletionPolicy"]!.GetValue<string>().ShouldBe("Retain");
        vpc["Properties"]!["InstanceTenancy"]!.GetValue<string>().ShouldBe("dedicated");
    }

    private static Blueprint Vpc(Action<BlueprintBuilder>? more = null)
    {
        var builder = new BlueprintBuilder().Add("Vpc", "AWS::EC2::VPC", ("CidrBlock", "10.0.0.0/16"), Named("vpc"));
        more?.Invoke(builder);
        return builder.Build("Dev/Network");
    }

    private static (string Key, Value? Value) Named(string name) => ("Tags", Value.Tags(("Name", name)));

    private static IEnumerable<(string Key, string Value)> TagsOf(JsonObject template, string type) =>
        template.Single(type)["Properties"]!["Tags"]!.AsArray().Select(tag => (tag!["Key"]!.GetValue<string>(), tag["Value"]!.GetValue<string>()));

    private static void Same(JsonNode? actual, string expected) =>
        JsonNode.DeepEquals(actual, JsonNode.Parse(expected)).ShouldBeTrue($"{actual?.ToJsonString()} is not {expected}");
}
