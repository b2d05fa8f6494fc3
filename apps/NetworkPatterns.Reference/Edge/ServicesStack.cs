using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECS;
using Constructs;
using NetworkPatterns.Constructs.Edge.Backends;
using NetworkPatterns.Constructs.Edge.Data;
using NetworkPatterns.Constructs.Edge.Operations;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Reference.Edge;

/// <summary>
/// What stands behind an API: a Fargate service and an Auto Scaling group behind an internal load balancer, PostgreSQL behind them,
/// and alarms on all of it.
/// </summary>
public sealed class ServicesStack : Stack
{
    private const int ServicePort = 8080;
    private const int DatabasePort = 5433;
    private const int Connections = 200;

    /// <summary>Makes the stack.</summary>
    public ServicesStack(Construct scope, string id, AddressBook book)
        : base(scope, id)
    {
        var network = new ThreeTierVpc(this, "Network", new ThreeTierVpcProps
        {
            CidrBlock = "10.20.0.0/16",
            Zones = ["eu-west-1a", "eu-west-1b"],
            Tiers = ServiceTiers.Of(ServicePort, DatabasePort),
            AddressBook = book,
        });
        LoadBalancer = new PrivateNlb(this, "LoadBalancer", new PrivateNlbProps
        {
            Network = network,
            Listeners = [Listener("api", 80, TargetType.Ip), Listener("reports", 81, TargetType.Instance)],
        });
        var database = new PrivateDatabase(this, "Database", new PrivateDatabaseProps
        {
            Network = network,
            Engine = DatabaseEngine.PostgreSql,
            EngineVersion = "16.4",
            Port = DatabasePort,
        });
        var service = new FargateTargets(this, "Api", new FargateTargetsProps
        {
            LoadBalancer = LoadBalancer,
            Listener = "api",
            Image = ContainerImage.FromRegistry("public.ecr.aws/nginx/nginx-unprivileged:stable"),
            Secrets = new Dictionary<string, Secret>(StringComparer.Ordinal) { ["DATABASE_USER"] = Secret.FromSecretsManager(database.MasterUserSecret) },
        });
        var topic = new AlarmTopic(this, "Topic");
        var instances = new InstanceTargets(this, "Reports", new InstanceTargetsProps
        {
            LoadBalancer = LoadBalancer,
            Listener = "reports",
            Notifications = topic.Topic,
            UserData = Server(),
        });
        _ = new FrontDoorAlarms(this, "Alarms", new FrontDoorAlarmsProps
        {
            Topic = topic.Topic,
            Sources =
            [
                AlarmSource.LoadBalancer("load-balancer", LoadBalancer),
                AlarmSource.Service("api", service),
                AlarmSource.Instances("reports", instances),
                AlarmSource.Database("database", database, Connections),
            ],
        });
    }

    /// <summary>The load balancer, whose listeners an API's routes name as their backends.</summary>
    public PrivateNlb LoadBalancer { get; }

    private static NlbListener Listener(string name, int port, TargetType type) => new()
    {
        Name = name,
        Port = port,
        Targets = new() { Port = ServicePort, Type = type, HealthCheck = new() { Protocol = TargetHealthCheckProtocol.Http, Path = "/" } },
    };

    private static UserData Server()
    {
        var commands = UserData.ForLinux();
        commands.AddCommands(
            "mkdir --parents /srv/app",
            "echo reports > /srv/app/index.html",
            $"systemd-run --unit app python3 -m http.server {ServicePort} --directory /srv/app");
        return commands;
    }
}
