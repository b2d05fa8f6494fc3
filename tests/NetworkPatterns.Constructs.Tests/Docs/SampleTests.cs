using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.RDS;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Constructs.Tests.Docs;

/// <summary>The C# of the documentation: each sample stands here line by line, compiled, run, and held to what the text says.</summary>
[Collection(CdkCollection.Name)]
public sealed class SampleTests
{
    [Fact]
    public void Minimal_IsTheNetworkOfTheReadme()
    {
        var app = new App();
        var stack = new Stack(app, "Dev", new StackProps { Env = new Amazon.CDK.Environment { Region = "eu-west-1" } });
        var network = new ThreeTierVpc(stack, "Network", new ThreeTierVpcProps
        {
            CidrBlock = "10.0.0.0/16",
            Zones = ["eu-west-1a", "eu-west-1b", "eu-west-1c"],
        });
        app.Synth();

        var template = stack.Template();
        template.Resources().Count.ShouldBe(77);
        template.LogicalIds("AWS::EC2::NatGateway").Count.ShouldBe(3);
        network.Web.CidrBlocks.ShouldBe(["10.0.0.0/21", "10.0.8.0/21", "10.0.16.0/21"]);
        network.App.CidrBlocks.ShouldBe(["10.0.32.0/21", "10.0.40.0/21", "10.0.48.0/21"]);
        network.Data.CidrBlocks.ShouldBe(["10.0.64.0/21", "10.0.72.0/21", "10.0.80.0/21"]);
    }

    [Fact]
    public void OwnTiers_HaveTheirRules()
    {
        var stack = Synthesized.NewStack(Synthesized.NewApp(CdkFlags.Recommended));
        var book = new AddressBook();
        book.Reserve("Berlin office", "10.200.0.0/16", AddressRangeKind.OnPremises);
        var network = new ThreeTierVpc(stack, "Network", new ThreeTierVpcProps
        {
            CidrBlock = "10.1.0.0/16",
            Zones = ["euw1-az1", "euw1-az2"],
            NatGateways = NatStrategy.Single("euw1-az1"),
            FlowLogs = FlowLogs.ToCloudWatch(retentionDays: 30),
            AddressBook = book,
            Tiers =
            [
                new() { Name = "web", Slot = 0, Intent = TierIntent.Internet, Ingress = [TrafficRule.Tcp(443, TrafficPeer.AnyIPv4)] },
                new() { Name = "app", Slot = 1, Intent = TierIntent.Egress, Ingress = [TrafficRule.Tcp(8080, TrafficPeer.Tier("web"))] },
                new() { Name = "data", Slot = 2, Intent = TierIntent.Isolated, Ingress = [TrafficRule.Tcp(5432, TrafficPeer.Tier("app"))] },
                new() { Name = "cache", Slot = 3, Intent = TierIntent.Isolated, Ingress = [TrafficRule.Tcp(6379, TrafficPeer.Tier("app"))] },
            ],
        });

        network.Tier("cache").CidrBlocks.ShouldBe(["10.1.96.0/21", "10.1.104.0/21"]);
        stack.Template().LogicalIds("AWS::EC2::NatGateway").ShouldHaveSingleItem();
        book.Ranges.Length.ShouldBe(2);
    }

    [Fact]
    public void Consumers_PlugIn()
    {
        var stack = Synthesized.NewStack(Synthesized.NewApp(CdkFlags.Recommended));
        var network = new ThreeTierVpc(stack, "Network", new ThreeTierVpcProps
        {
            CidrBlock = "10.0.0.0/16",
            Zones = ["eu-west-1a", "eu-west-1b", "eu-west-1c"],
        });
        var task = new FargateTaskDefinition(stack, "Task");
        task.AddContainer("web", new ContainerDefinitionOptions { Image = ContainerImage.FromRegistry("public.ecr.aws/nginx/nginx") });
        var service = new FargateService(stack, "Service", new FargateServiceProps
        {
            Cluster = new Cluster(stack, "Cluster", new ClusterProps { Vpc = network.Vpc }),
            TaskDefinition = task,
            VpcSubnets = network.App.Selection,
            SecurityGroups = [network.App.SecurityGroup],
        });
        service.Node.AddDependency(network.App.Subnets[0].InternetConnectivityEstablished);
        var database = new DatabaseInstance(stack, "Database", new DatabaseInstanceProps
        {
            Engine = DatabaseInstanceEngine.Mysql(new MySqlInstanceEngineProps { Version = MysqlEngineVersion.VER_8_0 }),
            Vpc = network.Vpc,
            VpcSubnets = network.Data.Selection,
            SecurityGroups = [network.Data.SecurityGroup],
        });

        var template = stack.Template();
        template.Single("AWS::ECS::Service")["DependsOn"]!.AsArray().ShouldNotBeEmpty();
        template.Single("AWS::RDS::DBInstance").ShouldNotBeNull();
        database.Connections.SecurityGroups.ShouldHaveSingleItem();
    }

    [Fact]
    public void EscapeHatches_ReachEveryResource()
    {
        var stack = Synthesized.NewStack(Synthesized.NewApp(CdkFlags.Recommended));
        var network = new ThreeTierVpc(stack, "Network", new ThreeTierVpcProps
        {
            CidrBlock = "10.0.0.0/16",
            Zones = ["eu-west-1a", "eu-west-1b", "eu-west-1c"],
        });
        var subnet = (CfnSubnet)network.GetResource("WebSubnetA");
        subnet.AddPropertyOverride("PrivateDnsNameOptionsOnLaunch.HostnameType", "resource-name");
        Tags.Of(network).Add("cost-centre", "4711");

        var properties = stack.Template().LogicalIds("AWS::EC2::Subnet").Where(id => id.StartsWith("NetworkWebSubnetA", StringComparison.Ordinal))
            .Select(id => stack.UncheckedTemplate().Properties(id)).ShouldHaveSingleItem();
        properties["PrivateDnsNameOptionsOnLaunch"]!["HostnameType"]!.GetValue<string>().ShouldBe("resource-name");
        properties["Tags"]!.AsArray().ShouldContain(tag => tag!["Key"]!.GetValue<string>() == "cost-centre");
    }
}
