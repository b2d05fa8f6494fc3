using System.Text.Json.Nodes;
using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.EFS;
using Amazon.CDK.AWS.ElasticLoadBalancingV2;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.RDS;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.TemplateRules;
using InstanceType = Amazon.CDK.AWS.EC2.InstanceType;

namespace NetworkPatterns.Constructs.Tests.Vpc;

/// <summary>CDK's own constructs in the tiers of a VPC, in the VPC's stack and in another one.</summary>
[Collection(CdkCollection.Name)]
public sealed class ConsumerTests
{
    private static readonly RuleException UsersFunction = new("N79", "Dev/Function*", "This test's own function, which a user asked for.");

    private readonly Stack _stack = Synthesized.NewStack(Synthesized.NewApp(CdkFlags.Recommended));
    private readonly ThreeTierVpc _network;

    public ConsumerTests() => _network = new ThreeTierVpc(_stack, "Network", Sample.Minimal());

    [Fact]
    public void FargateService_InTheAppTier_HasItsSubnetsItsGroupAndWaitsForTheWayOut()
    {
        var task = new FargateTaskDefinition(_stack, "Task");
        task.AddContainer("web", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("public.ecr.aws/nginx/nginx") });
        var service = new FargateService(_stack, "Service", new FargateServiceProps
        {
            Cluster = new Cluster(_stack, "Cluster", new ClusterProps { Vpc = _network.Vpc }),
            TaskDefinition = task,
            VpcSubnets = _network.App.Selection,
            SecurityGroups = [_network.App.SecurityGroup],
        });
        service.Node.AddDependency(_network.App.Subnets[0].InternetConnectivityEstablished);

        var template = _stack.Template();
        var configuration = template.Single("AWS::ECS::Service")["Properties"]!["NetworkConfiguration"]!["AwsvpcConfiguration"]!;
        Names(configuration["Subnets"]!).ShouldBe(Subnets("App"));
        configuration["AssignPublicIp"]!.GetValue<string>().ShouldBe("DISABLED");
        Names(configuration["SecurityGroups"]!).Single().ShouldStartWith("NetworkAppSecurityGroup");
        DependsOn(template.Single("AWS::ECS::Service")).ShouldContain(id => id.StartsWith("NetworkAppRouteTableADefaultRoute", StringComparison.Ordinal));
    }

    [Fact]
    public void Connections_ThatRepeatDeclaredRules_AddNone_AndOthersAreAdded()
    {
        var web = _network.Web.SecurityGroup;
        var app = _network.App.SecurityGroup;
        app.Connections.AllowFrom(web, Port.Tcp(8080));
        _network.Data.SecurityGroup.Connections.AllowFrom(app, Port.Tcp(3306));
        app.Connections.AllowFrom(web, Port.Tcp(9090));

        var template = _stack.Template();
        string Rules(string type) => string.Join(' ', template.LogicalIds(type).Select(id => template.Properties(id)["FromPort"]!.GetValue<int>()).Order());
        Rules("AWS::EC2::SecurityGroupIngress").ShouldBe("3306 8080 9090");
        Rules("AWS::EC2::SecurityGroupEgress").ShouldBe("3306 8080 9090");
    }

    [Fact]
    public void DatabaseInstance_InTheDataTier_HasItsSubnetsAndItsGroup()
    {
        _ = new DatabaseInstance(_stack, "Database", new DatabaseInstanceProps
        {
            Engine = DatabaseInstanceEngine.Mysql(new MySqlInstanceEngineProps { Version = MysqlEngineVersion.VER_8_0 }),
            Vpc = _network.Vpc,
            VpcSubnets = _network.Data.Selection,
            SecurityGroups = [_network.Data.SecurityGroup],
        });

        var template = _stack.Template();
        Names(template.Single("AWS::RDS::DBSubnetGroup")["Properties"]!["SubnetIds"]!).ShouldBe(Subnets("Data"));
        var database = template.Single("AWS::RDS::DBInstance")["Properties"]!;
        Names(database["VPCSecurityGroups"]!).Single().ShouldStartWith("NetworkDataSecurityGroup");
        database["PubliclyAccessible"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public void LambdaFunction_InTheAppTier_WaitsForTheRouteOfEverySubnet()
    {
        _ = new Function(_stack, "Function", new FunctionProps
        {
            Runtime = Runtime.PYTHON_3_12,
            Handler = "index.handler",
            Code = Code.FromInline("def handler(event, context): return 0"),
            Vpc = _network.Vpc,
            VpcSubnets = _network.App.Selection,
            SecurityGroups = [_network.App.SecurityGroup],
        });

        var function = _stack.Template(UsersFunction).Single("AWS::Lambda::Function");
        Names(function["Properties"]!["VpcConfig"]!["SubnetIds"]!).ShouldBe(Subnets("App"));
        DependsOn(function).Count(id => id.Contains("DefaultRoute", StringComparison.Ordinal)).ShouldBe(3);
    }

    [Fact]
    public void EfsFileSystem_InTheDataTier_HasAMountTargetInEveryZone()
    {
        var files = new Amazon.CDK.AWS.EFS.FileSystem(_stack, "Files", new FileSystemProps
        {
            Vpc = _network.Vpc,
            VpcSubnets = _network.Data.Selection,
            SecurityGroup = _network.Data.SecurityGroup,
        });
        files.Connections.AllowDefaultPortFrom(_network.App.SecurityGroup);

        var template = _stack.Template();
        template.LogicalIds("AWS::EFS::MountTarget").Select(id => Name(template.Properties(id)["SubnetId"]!)).Order(StringComparer.Ordinal).ShouldBe(Subnets("Data"));
        var rule = template.LogicalIds("AWS::EC2::SecurityGroupIngress").Select(template.Properties).Single(properties => properties["FromPort"]!.GetValue<int>() == 2049);
        rule["SourceSecurityGroupId"]!["Fn::GetAtt"]![0]!.GetValue<string>().ShouldStartWith("NetworkAppSecurityGroup");
        template.LogicalIds("AWS::EC2::SecurityGroupEgress").Select(template.Properties).ShouldContain(properties => properties["FromPort"]!.GetValue<int>() == 2049);
    }

    [Fact]
    public void NetworkLoadBalancer_Internal_TakesTheAppTiersSubnets()
    {
        _ = new NetworkLoadBalancer(_stack, "LoadBalancer", new NetworkLoadBalancerProps
        {
            Vpc = _network.Vpc,
            VpcSubnets = _network.App.Selection,
            InternetFacing = false,
            SecurityGroups = [_network.App.SecurityGroup],
        });

        var properties = _stack.Template().Single("AWS::ElasticLoadBalancingV2::LoadBalancer")["Properties"]!;
        properties["Scheme"]!.GetValue<string>().ShouldBe("internal");
        Names(properties["Subnets"]!).ShouldBe(Subnets("App"));
    }

    [Fact]
    public void Consumer_InAnotherStack_ImportsWhatItNeeds()
    {
        var app = (App)_stack.Node.Root;
        var other = Synthesized.NewStack(app, "Workload");
        _ = new Function(other, "Function", new FunctionProps
        {
            Runtime = Runtime.PYTHON_3_12,
            Handler = "index.handler",
            Code = Code.FromInline("def handler(event, context): return 0"),
            Vpc = _network.Vpc,
            VpcSubnets = _network.App.Selection,
            SecurityGroups = [_network.App.SecurityGroup],
        });

        var assembly = app.Synth();
        var subnets = Synthesized.Template(assembly, other).Single("AWS::Lambda::Function")["Properties"]!["VpcConfig"]!["SubnetIds"]!.AsArray();
        subnets.Count.ShouldBe(3);
        subnets.ShouldAllBe(subnet => subnet!["Fn::ImportValue"]!.GetValue<string>().StartsWith("Dev:ExportsOutputRefNetworkAppSubnet", StringComparison.Ordinal));
        assembly.GetStackByName("Workload").Dependencies.Select(dependency => dependency.Id).ShouldContain("Dev");
    }

    [Fact]
    public void Vpc_SubnetGroups_AreTheTiers()
    {
        var selected = _network.Vpc.SelectSubnets(new SubnetSelection { SubnetGroupName = "data" });
        selected.SubnetIds.ShouldBe([.. _network.Data.Subnets.Select(subnet => subnet.SubnetId)]);
        _network.Vpc.AvailabilityZones.ShouldBe(["eu-west-1a", "eu-west-1b", "eu-west-1c"]);
        _network.Vpc.VpcCidrBlock.ShouldBe("10.0.0.0/16");
        _network.App.RouteTableIds.Length.ShouldBe(3);
        _network.App.CidrBlocks.ShouldBe(["10.0.32.0/21", "10.0.40.0/21", "10.0.48.0/21"]);
    }

    [Fact]
    public void Instance_InAZoneByItsId_TakesTheZonesNameFromTheSubnet()
    {
        var network = new ThreeTierVpc(_stack, "ById", new ThreeTierVpcProps { CidrBlock = "10.9.0.0/16", Zones = ["euw1-az1", "euw1-az2"] });
        _ = new CfnOutput(_stack, "Zone", new CfnOutputProps { Value = network.App.Subnets[0].AvailabilityZone });
        var zone = _stack.Template()["Outputs"]!["Zone"]!["Value"]!["Fn::GetAtt"]!;
        zone[0]!.GetValue<string>().ShouldStartWith("ByIdWebSubnetAz1");
        zone[1]!.GetValue<string>().ShouldBe("AvailabilityZone");
    }

    private IEnumerable<string> Subnets(string tier) =>
        _stack.UncheckedTemplate().LogicalIds("AWS::EC2::Subnet").Where(id => id.StartsWith($"Network{tier}Subnet", StringComparison.Ordinal));

    private static IEnumerable<string> Names(JsonNode list) => list.AsArray().Select(item => Name(item!));

    private static string Name(JsonNode reference) => reference["Ref"]?.GetValue<string>() ?? reference["Fn::GetAtt"]![0]!.GetValue<string>();

    private static IEnumerable<string> DependsOn(JsonObject resource) =>
        resource["DependsOn"] is JsonArray list ? list.Select(id => id!.GetValue<string>()) : [];
}
