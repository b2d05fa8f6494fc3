using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.SNS;
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
public static class Services
{
    private const int ServicePort = 8080;
    private const int DatabasePort = 5433;
    private const int Connections = 200;

    /// <summary>Adds them to a stack.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="book">Where the network's addresses are written down.</param>
    /// <param name="topic">Who hears of alarms.</param>
    /// <returns>The load balancer, whose listeners an API's routes name as their backends.</returns>
    public static PrivateNlb AddTo(Stack stack, AddressBook book, ITopic topic)
    {
        var network = new ThreeTierVpc(stack, "Network", new ThreeTierVpcProps
        {
            CidrBlock = "10.20.0.0/16",
            Zones = ["eu-west-1a", "eu-west-1b"],
            Tiers = ServiceTiers.Of(ServicePort, DatabasePort),
            AddressBook = book,
        });
        var loadBalancer = new PrivateNlb(stack, "LoadBalancer", new PrivateNlbProps
        {
            Network = network,
            Listeners = [Listener("api", 80, TargetType.Ip), Listener("reports", 81, TargetType.Instance)],
        });
        var database = new PrivateDatabase(stack, "Database", new PrivateDatabaseProps
        {
            Network = network,
            Engine = DatabaseEngine.PostgreSql,
            EngineVersion = "16.4",
            Port = DatabasePort,
        });
        var service = new FargateTargets(stack, "Api", new FargateTargetsProps
        {
            LoadBalancer = loadBalancer,
            Listener = "api",
            Image = ContainerImage.FromRegistry("public.ecr.aws/nginx/nginx-unprivileged:stable"),
            Secrets = new Dictionary<string, Secret>(StringComparer.Ordinal) { ["DATABASE_USER"] = Secret.FromSecretsManager(database.MasterUserSecret) },
        });
        var instances = new InstanceTargets(stack, "Reports", new InstanceTargetsProps
        {
            LoadBalancer = loadBalancer,
            Listener = "reports",
            Notifications = topic,
            UserData = Server(),
        });
        _ = new FrontDoorAlarms(stack, "ServiceAlarms", new FrontDoorAlarmsProps
        {
            Topic = topic,
            Sources =
            [
                AlarmSource.LoadBalancer("load-balancer", loadBalancer),
                AlarmSource.Service("api", service),
                AlarmSource.Instances("reports", instances),
                AlarmSource.Database("database", database, Connections),
            ],
        });
        return loadBalancer;
    }

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
