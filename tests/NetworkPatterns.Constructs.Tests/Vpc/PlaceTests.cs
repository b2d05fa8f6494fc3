using System.Text.Json.Nodes;
using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.Pipelines;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.TemplateRules;
using CodeCommit = Amazon.CDK.AWS.CodeCommit;

namespace NetworkPatterns.Constructs.Tests.Vpc;

/// <summary>Where a three-tier VPC must work: other partitions, stages, pipelines, stacks that know nothing, values that only deployment knows.</summary>
[Collection(CdkCollection.Name)]
public sealed class PlaceTests
{
    private static readonly RuleException[] ForeignGroup = [new("N27", "*FromPartner*", "The group of this test is of another VPC.")];

    [Theory]
    [InlineData("cn-north-1", "aws-cn")]
    [InlineData("us-gov-west-1", "aws-us-gov")]
    public void RegionalNat_InAnotherPartition_IsAMistake(string region, string partition)
    {
        var stack = new Stack(Synthesized.NewApp(), "Dev", new StackProps { Env = new Amazon.CDK.Environment { Region = region } });
        var problem = Should.Throw<PlanException>(() => new ThreeTierVpc(
            stack, "Network", new ThreeTierVpcProps { CidrBlock = "10.0.0.0/16", Zones = [$"{region}a"], NatGateways = NatStrategy.Regional })).Problems.ShouldHaveSingleItem();
        problem.Code.ShouldBe("NP1225");
        problem.What.ShouldContain(partition);
    }

    [Theory]
    [InlineData("cn-north-1", "aws-cn")]
    [InlineData("us-gov-west-1", "aws-us-gov")]
    public void ReachabilityPaths_InAnotherPartition_AreAMistake(string region, string partition)
    {
        var stack = new Stack(Synthesized.NewApp(), "Dev", new StackProps { Env = new Amazon.CDK.Environment { Region = region } });
        var network = new ThreeTierVpc(stack, "Network", new ThreeTierVpcProps { CidrBlock = "10.0.0.0/16", Zones = [$"{region}a"] });
        var problem = Should.Throw<PlanException>(() => new ReachabilityPaths(
            stack, "Paths", new ReachabilityPathsProps { Network = network, Probes = new Dictionary<string, string> { ["web"] = "i-1", ["app"] = "i-2" } })).Problems.ShouldHaveSingleItem();
        problem.Code.ShouldBe("NP1225");
        problem.Where.ShouldBe("Dev/Paths");
        problem.What.ShouldContain(partition);
    }

    [Theory]
    [InlineData("eu-west-1", "notebook", "aws.sagemaker.${AWS::Region}.notebook")]
    [InlineData("cn-north-1", "iotsitewise.api", "cn.com.amazonaws.${AWS::Region}.iotsitewise.api")]
    [InlineData("cn-northwest-1", "iotsitewise.api", "com.amazonaws.${AWS::Region}.iotsitewise.api")]
    [InlineData("cn-northwest-1", "polly", "cn.com.amazonaws.${AWS::Region}.polly")]
    [InlineData("cn-north-1", "transcribe", "cn.com.amazonaws.${AWS::Region}.transcribe.cn")]
    public void InterfaceEndpoint_Name_IsTheRegions(string region, string service, string expected)
    {
        var props = new ThreeTierVpcProps { CidrBlock = "10.0.0.0/16", Zones = [$"{region}a"], InterfaceEndpoints = [service], InterfaceEndpointTier = "data" };
        var endpoint = ThreeTierVpcPlan.From(props, Sample.Context with { Region = region }).InterfaceEndpoints.Endpoints.ShouldHaveSingleItem();
        endpoint.ServiceName.ShouldBe(Core.Blueprints.Value.Sub(expected));
    }

    [Theory]
    [InlineData("sts", null, true)]
    [InlineData("sts", false, false)]
    [InlineData("ec2messages", null, false)]
    [InlineData("ec2messages", true, true)]
    public void InterfaceEndpoint_TakesPolicy_IsTheUsersWordOrTheTables(string service, bool? takesPolicy, bool hasPolicy)
    {
        var props = new ThreeTierVpcProps
        {
            CidrBlock = "10.0.0.0/16",
            Zones = Sample.TwoZones,
            InterfaceEndpoints = [InterfaceEndpoint.Of(service) with { TakesPolicy = takesPolicy }],
            InterfaceEndpointTier = "data",
        };
        (props.Plan().InterfaceEndpoints.Endpoints.Single().Policy is not null).ShouldBe(hasPolicy);
    }

    [Theory]
    [InlineData("cn-north-1", "cn.com.amazonaws.${AWS::Region}.sts")]
    [InlineData("us-gov-west-1", "com.amazonaws.${AWS::Region}.sts")]
    public void Synthesize_InAnotherPartition_NamesNoPartition(string region, string service)
    {
        var stack = new Stack(Synthesized.NewApp(CdkFlags.Recommended), "Dev", new StackProps { Env = new Amazon.CDK.Environment { Region = region } });
        _ = new ThreeTierVpc(stack, "Network", new ThreeTierVpcProps
        {
            CidrBlock = "10.0.0.0/16",
            Zones = [$"{region}a", $"{region}b"],
            FlowLogs = FlowLogs.ToS3(),
            InterfaceEndpoints = ["sts"],
            InterfaceEndpointTier = "data",
        });
        var template = stack.UncheckedTemplate();
        template.ToJsonString().ShouldNotContain("arn:aws:");
        template.LogicalIds("AWS::EC2::VPCEndpoint").Select(id => template.Properties(id)["ServiceName"]!["Fn::Sub"]!.GetValue<string>()).ShouldContain(service);
    }

    [Fact]
    public void Synthesize_InAStageOfAPipeline_GivesTheStageItsOwnTemplate()
    {
        var app = Synthesized.NewApp(CdkFlags.Recommended);
        var tools = Synthesized.NewStack(app, "Tools");
        var pipeline = new CodePipeline(tools, "Pipeline", new CodePipelineProps
        {
            Synth = new ShellStep("Synth", new ShellStepProps
            {
                Input = CodePipelineSource.CodeCommit(CodeCommit.Repository.FromRepositoryName(tools, "Source", "network"), "main"),
                Commands = ["cdk synth"],
            }),
        });
        var stage = new Stage(app, "Prod", new StageProps { Env = Synthesized.Ireland });
        var stack = new Stack(stage, "Network");
        _ = new ThreeTierVpc(stack, "Network", Sample.Minimal());
        pipeline.AddStage(stage);

        var assembly = app.Synth();
        Synthesized.Template(assembly, stack).LogicalIds("AWS::EC2::VPC").ShouldHaveSingleItem();
        assembly.Manifest.Missing.ShouldBeNull();
    }

    [Fact]
    public void Construct_Tokens_ReachTheTemplate()
    {
        var stack = Synthesized.NewStack(Synthesized.NewApp());
        string Parameter(string id) => new CfnParameter(stack, id).ValueAsString;
        _ = new ThreeTierVpc(stack, "Network", new ThreeTierVpcProps
        {
            Ipv4IpamPoolId = Parameter("Pool"),
            Ipv4NetmaskLength = 16,
            Zones = Sample.TwoZones,
            NatGateways = NatStrategy.Single("eu-west-1a").WithElasticIp("eu-west-1a", Parameter("Address")),
            NatAlarmTopicArns = [Parameter("Topic")],
            Tiers = Sample.Tiers(app:
            [
                TrafficRule.Tcp(8080, TrafficPeer.Tier("web")),
                TrafficRule.Tcp(8443, TrafficPeer.SecurityGroup("partner", SecurityGroup.FromSecurityGroupId(stack, "Partner", Parameter("Group")))),
                TrafficRule.Tcp(9443, TrafficPeer.PrefixList("office", Parameter("List"), 5)),
            ]),
            FlowLogs = FlowLogs.ToCloudWatch().WithKey(Parameter("Key")),
        });

        var template = stack.Template(ForeignGroup);
        template.Single("AWS::EC2::VPC")["Properties"]!["Ipv4IpamPoolId"]!["Ref"]!.GetValue<string>().ShouldBe("Pool");
        template.Single("AWS::EC2::NatGateway")["Properties"]!["AllocationId"]!["Ref"]!.GetValue<string>().ShouldBe("Address");
        template.Single("AWS::CloudWatch::Alarm")["Properties"]!["AlarmActions"]![0]!["Ref"]!.GetValue<string>().ShouldBe("Topic");
        template.Single("AWS::Logs::LogGroup")["Properties"]!["KmsKeyId"]!["Ref"]!.GetValue<string>().ShouldBe("Key");
        template.ToJsonString().ShouldContain("""{"Description":"tcp 9443 from prefix list office","FromPort":9443,"IpProtocol":"tcp","SourcePrefixListId":{"Ref":"List"},"ToPort":9443}""");
        template.ToJsonString().ShouldContain("\"SourceSecurityGroupId\":{\"Ref\":\"Group\"}");
    }

    [Fact]
    public void FromExport_ReadsWhatTheOtherStackWrote_AndNothingElse()
    {
        var network = Sample.Minimal(Sample.TwoZones);
        var export = new ThreeTierVpcProps { CidrBlock = network.CidrBlock, Zones = network.Zones, ExportName = "/network" }.Plain().Properties("Export")["Value"]!;
        var written = Evaluate(export, "")!;
        written.ShouldStartWith("np1:|vpc=Vpc,Vpc.CidrBlock|web@0=WebSecurityGroup.GroupId|web@0/a=WebSubnetA,WebRouteTable|");

        var app = Synthesized.NewApp();
        var reader = Synthesized.NewStack(app, "Reader");
        var imported = ThreeTierVpc.FromExport(reader, "Network", new ExportedVpcProps
        {
            ExportName = "/network",
            Tiers = [new("app", 1, TierIntent.Egress), new("data", 2, TierIntent.Isolated)],
            Zones = ["eu-west-1a", "eu-west-1b"],
        });
        imported.Tier("data").SecurityGroup.Connections.AllowFrom(imported.Tier("app").SecurityGroup, Port.Tcp(3306));
        void Output(string id, string value) => _ = new CfnOutput(reader, id, new CfnOutputProps { Value = value });
        Output("Vpc", imported.Vpc.VpcId);
        Output("Subnet", imported.Tier("app").Subnets[1].SubnetId);
        Output("Table", imported.Tier("data").RouteTableIds[0]);
        Output("Group", imported.Tier("app").SecurityGroup.SecurityGroupId);
        Output("Isolated", imported.Vpc.IsolatedSubnets[0].SubnetId);
        Output("Missing", ThreeTierVpc.FromExport(reader, "Wrong", new ExportedVpcProps { ExportName = "/network", Tiers = [new("app", 3, TierIntent.Egress)], Zones = ["eu-west-1a"] }).Tier("app").Subnets[0].SubnetId);

        var template = reader.UncheckedTemplate();
        template.ContainsKey("Resources").ShouldBeFalse("rules between tiers are the owner's");
        template["Parameters"]!.AsObject().Count(parameter => parameter.Key != "BootstrapVersion" && parameter.Value!["Type"]!.GetValue<string>() == "AWS::SSM::Parameter::Value<String>").ShouldBe(1);
        string? Read(string id) => Evaluate(template["Outputs"]![id]!["Value"]!, written);
        Read("Vpc").ShouldBe("Vpc");
        Read("Subnet").ShouldBe("AppSubnetB");
        Read("Table").ShouldBe("DataRouteTable");
        Read("Group").ShouldBe("AppSecurityGroup.GroupId");
        Read("Isolated").ShouldBe("DataSubnetA");
        Read("Missing").ShouldBeNull();
    }

    [Fact]
    public void FromExport_Unclear_IsAMistake() => Should.Throw<PlanException>(() => ThreeTierVpc.FromExport(
            Synthesized.NewStack(Synthesized.NewApp()), "Network", new ExportedVpcProps { ExportName = "/network", Tiers = [], Zones = ["mars", "eu-west-1a", "eu-west-1a"] }))
        .Problems.Select(problem => problem.Code).ShouldBe(["NP1010", "NP1249", "NP1249"]);

    [Fact]
    public void ReachabilityPaths_OfDeclaredFlows_AreOneForEach()
    {
        var stack = Synthesized.NewStack(Synthesized.NewApp());
        var network = new ThreeTierVpc(stack, "Network", Sample.Minimal());
        _ = new ReachabilityPaths(stack, "Paths", new ReachabilityPathsProps
        {
            Network = network,
            Probes = new Dictionary<string, string> { ["web"] = "eni-0123456789abcdef0", ["app"] = "i-0123456789abcdef0" },
        });
        var template = stack.Template();
        template.LogicalIds("AWS::EC2::NetworkInsightsPath").Select(id => $"{template.Properties(id)["Source"]!.ToJsonString()} {template.Properties(id)["DestinationPort"]}")
            .Order(StringComparer.Ordinal).Count().ShouldBe(4);
        template.LogicalIds("AWS::EC2::NetworkInsightsPath").Select(id => id[..^8]).ShouldBe(["PathsAppToInternetTcp443", "PathsInternetToWebTcp443", "PathsInternetToWebTcp80", "PathsWebToAppTcp8080"]);
    }

    [Fact]
    public void ReachabilityPaths_WithoutTwoEnds_AreAMistake()
    {
        var stack = Synthesized.NewStack(Synthesized.NewApp());
        var network = new ThreeTierVpc(stack, "Network", Sample.Minimal());
        Should.Throw<PlanException>(() => new ReachabilityPaths(stack, "Paths", new ReachabilityPathsProps { Network = network, Probes = new Dictionary<string, string> { ["data"] = "i-1", ["cache"] = "i-2" } }))
            .Problems.Select(problem => problem.Code).ShouldBe(["NP1230", "NP1250"]);
    }

    [Fact]
    public void TrafficMirror_Unclear_IsAMistake()
    {
        var stack = Synthesized.NewStack(Synthesized.NewApp());
        var network = new ThreeTierVpc(stack, "Network", Sample.Minimal());
        var none = new Dictionary<string, string>();
        Should.Throw<PlanException>(() => new TrafficMirror(stack, "One", new TrafficMirrorProps { Network = network, Sources = none, SessionNumber = 0 }))
            .Problems.Select(problem => problem.Where).ShouldBe(
                ["Dev/One: TrafficMirrorProps.SessionNumber", "Dev/One: TrafficMirrorProps.Sources", "Dev/One: TrafficMirrorProps.TargetNetworkInterfaceId"]);
        Should.Throw<PlanException>(() => new TrafficMirror(
                stack, "Two", new TrafficMirrorProps { Network = network, Sources = new Dictionary<string, string> { ["app"] = "eni-1" }, TargetNetworkInterfaceId = "eni-2" }))
            .Problems.ShouldHaveSingleItem().Where.ShouldBe("Dev/Two: TrafficMirrorProps.TargetSecurityGroup");
    }

    [Theory]
    [InlineData("cache", "NP1230", "app, data, web")]
    [InlineData("data", "NP1251", "TrafficRule.Udp(4789, ...)")]
    public void TrafficMirror_TargetTierThatLetsNoVxlanIn_IsAMistake(string tier, string code, string fix)
    {
        var stack = Synthesized.NewStack(Synthesized.NewApp());
        var network = new ThreeTierVpc(stack, "Network", Sample.Minimal());
        var problem = Should.Throw<PlanException>(() => new TrafficMirror(stack, "Mirror", new TrafficMirrorProps
        {
            Network = network,
            Sources = new Dictionary<string, string> { ["app"] = "eni-1" },
            TargetNetworkInterfaceId = "eni-2",
            TargetSecurityGroup = network.Data.SecurityGroup,
            TargetTier = tier,
        })).Problems.ShouldHaveSingleItem();
        problem.Code.ShouldBe(code);
        problem.Where.ShouldBe("Dev/Mirror: TrafficMirrorProps.TargetTier");
        problem.Fix.ShouldContain(fix);
    }

    [Fact]
    public void TrafficMirror_ToAnInterface_LetsVxlanIntoItsGroup()
    {
        var stack = Synthesized.NewStack(Synthesized.NewApp());
        var network = new ThreeTierVpc(stack, "Network", new ThreeTierVpcProps
        {
            CidrBlock = "10.0.0.0/16",
            Zones = Sample.TwoZones,
            IpStack = IpStack.DualStack,
            Tiers = Sample.Tiers(data: [TrafficRule.Udp(4789, TrafficPeer.Tier("app"))]),
        });
        _ = new TrafficMirror(stack, "Mirror", new TrafficMirrorProps
        {
            Network = network,
            Sources = new Dictionary<string, string> { ["app"] = "eni-0123456789abcdef0" },
            TargetNetworkInterfaceId = "eni-0123456789abcdef1",
            TargetSecurityGroup = network.Data.SecurityGroup,
            TargetTier = "data",
        });
        var template = stack.Template();
        template.LogicalIds("AWS::EC2::TrafficMirrorFilterRule").Count.ShouldBe(4);
        template.LogicalIds("AWS::EC2::SecurityGroupIngress").Select(template.Properties).ShouldContain(rule => rule["FromPort"]!.GetValue<int>() == 4789 && rule["CidrIp"]!.GetValue<string>() == "10.0.0.0/16");
    }

    [Fact]
    public void Tier_ForAttachments_IsNoneOfTheVpcsGroups()
    {
        var network = new ThreeTierVpc(Synthesized.NewStack(Synthesized.NewApp()), "Network", Options.DualStack);
        network.Vpc.IsolatedSubnets.Length.ShouldBe(2);
        network.Tier("transit").Subnets.Length.ShouldBe(2);
        network.Tier("transit").CidrBlocks.ShouldBe(["10.0.128.0/28", "10.0.136.0/28"]);
        Should.Throw<InvalidOperationException>(() => network.Tier("transit").SecurityGroup).Message.ShouldContain("Transit");
        network.App.PlacementGroupNames.Length.ShouldBe(2);
        network.Tier("jobs").CidrBlocks.ShouldBeEmpty();
    }

    // What CloudFormation makes of the functions that exports and imports use; null where it would refuse.
    private static string? Evaluate(JsonNode value, string parameter)
    {
        if (value is JsonValue text)
        {
            return text.GetValue<string>();
        }

        var (function, argument) = value.AsObject().Single();
        switch (function)
        {
            case "Ref":
                return parameter.Length > 0 ? parameter : argument!.GetValue<string>();
            case "Fn::GetAtt":
                return $"{argument![0]}.{argument[1]}";
            case "Fn::Join":
                return string.Join(argument![0]!.GetValue<string>(), argument[1]!.AsArray().Select(part => Evaluate(part!, parameter)));
            case "Fn::Select":
                var split = argument![1]!["Fn::Split"]!;
                var parts = Evaluate(split[1]!, parameter)?.Split(split[0]!.GetValue<string>());
                var index = argument[0]!.GetValue<int>();
                return parts is not null && index < parts.Length ? parts[index] : null;
            default:
                throw new InvalidOperationException(function);
        }
    }
}
