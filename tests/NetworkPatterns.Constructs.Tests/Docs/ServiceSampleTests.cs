using Amazon.CDK.AWS.ECS;
using NetworkPatterns.Constructs.Edge.Backends;
using NetworkPatterns.Constructs.Edge.Data;
using NetworkPatterns.Constructs.Edge.Operations;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Constructs.Vpc;

namespace NetworkPatterns.Constructs.Tests.Docs;

/// <summary>The samples of the page about services behind an API.</summary>
[Collection(CdkCollection.Name)]
public sealed class ServiceSampleTests
{
    [Fact]
    public void Services_BehindAnApi()
    {
        var stack = Synthesized.NewStack(Synthesized.NewApp(CdkFlags.Recommended));
        var network = new ThreeTierVpc(stack, "Network", new ThreeTierVpcProps
        {
            CidrBlock = "10.0.0.0/16",
            Zones = ["eu-west-1a", "eu-west-1b"],
            Tiers = ServiceTiers.Of(servicePort: 8080, databasePort: 5433),
        });
        var loadBalancer = new PrivateNlb(stack, "LoadBalancer", new PrivateNlbProps
        {
            Network = network,
            Listeners = [new() { Name = "orders", Port = 80, Targets = new() { Port = 8080, HealthCheck = new() { Protocol = TargetHealthCheckProtocol.Http, Path = "/healthz" } } }],
        });
        var database = new PrivateDatabase(stack, "Database", new PrivateDatabaseProps
        {
            Network = network,
            Engine = DatabaseEngine.PostgreSql,
            EngineVersion = "16.4",
            Port = 5433,
        });
        var orders = new FargateTargets(stack, "Orders", new FargateTargetsProps
        {
            LoadBalancer = loadBalancer,
            Listener = "orders",
            Image = ContainerImage.FromRegistry("public.ecr.aws/nginx/nginx-unprivileged:stable"),
            Secrets = new Dictionary<string, Secret> { ["DATABASE_USER"] = Secret.FromSecretsManager(database.MasterUserSecret) },
        });
        _ = new FrontDoorAlarms(stack, "Alarms", new FrontDoorAlarmsProps
        {
            Topic = new AlarmTopic(stack, "Topic", new AlarmTopicProps { EmailAddresses = ["team@example.com"] }).Topic,
            Sources =
            [
                AlarmSource.LoadBalancer("load-balancer", loadBalancer),
                AlarmSource.Service("orders", orders),
                AlarmSource.Database("database", database, connections: 200),
            ],
        });

        var template = stack.Template();
        template.LogicalIds("AWS::ApiGateway::VpcLink").Count.ShouldBe(1);
        template.LogicalIds("AWS::CloudWatch::Alarm").Count.ShouldBe(8);
    }

    [Fact]
    public void Instances_BehindAnApi()
    {
        var stack = Synthesized.NewStack(Synthesized.NewApp(CdkFlags.Recommended));
        var network = new ThreeTierVpc(stack, "Network", new ThreeTierVpcProps
        {
            CidrBlock = "10.0.0.0/16",
            Zones = ["eu-west-1a", "eu-west-1b"],
            Tiers = ServiceTiers.Of(servicePort: 8080, databasePort: 5433),
        });
        var certificate = new Amazon.CDK.CfnParameter(stack, "Certificate").ValueAsString;
        var loadBalancer = new PrivateNlb(stack, "LoadBalancer", new PrivateNlbProps
        {
            Network = network,
            Listeners =
            [
                new()
                {
                    Name = "reports",
                    Port = 443,
                    CertificateArns = [certificate],
                    HostName = "reports.internal.example.com",
                    Targets = new() { Port = 8080, Type = TargetType.Instance },
                },
            ],
        });
        var topic = new AlarmTopic(stack, "Topic");
        var reports = new InstanceTargets(stack, "Reports", new InstanceTargetsProps
        {
            LoadBalancer = loadBalancer,
            Listener = "reports",
            Notifications = topic.Topic,
            InstanceType = "c7g.large",
            MinInstances = 2,
            MaxInstances = 6,
        });

        reports.Role.ShouldNotBeNull();
        stack.Template().LogicalIds("AWS::AutoScaling::AutoScalingGroup").Count.ShouldBe(1);
    }
}
