using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using Constructs;
using NetworkPatterns.Constructs.Dns;
using NetworkPatterns.Constructs.Edge.Api;
using NetworkPatterns.Constructs.Edge.Backends;
using NetworkPatterns.Constructs.Edge.Data;
using NetworkPatterns.Constructs.Edge.Operations;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Reference.Edge;

/// <summary>
/// An HTTP API and a REST API in front of the same services, through one VPC link v2 and an internal Application Load Balancer, and Aurora behind a proxy.
/// </summary>
public sealed class BalancedApiStack : Stack
{
    private const int ServicePort = 8080;
    private const int DatabasePort = 5433;
    private const int Connections = 500;
    private const string HostName = "services.balanced.example";

    /// <summary>Makes the stack.</summary>
    public BalancedApiStack(Construct scope, string id, AddressBook book)
        : base(scope, id)
    {
        var zone = Zones.FromId(this, "HostedZone", "Z0123456789EXAMPLE", "balanced.example");
        var network = new ThreeTierVpc(this, "Network", new ThreeTierVpcProps
        {
            CidrBlock = "10.40.0.0/16",
            Zones = ["eu-west-1a", "eu-west-1b"],
            Tiers = ServiceTiers.WithDatabaseProxy(ServiceTiers.WithBalancer(ServicePort, DatabasePort), DatabaseEngine.AuroraPostgreSql, DatabasePort),
            AddressBook = book,
        });
        var balancer = new PrivateAlb(this, "LoadBalancer", new PrivateAlbProps
        {
            Network = network,
            Listeners =
            [
                new()
                {
                    Name = "services",
                    CertificateArns = [new ZonedCertificate(this, "Certificate", new ZonedCertificateProps { Names = [HostName], Zones = [zone] }).CertificateArn],
                    HostName = HostName,
                    Targets = new() { Port = ServicePort },
                },
            ],
        });
        var database = new PrivateDatabase(this, "Database", new PrivateDatabaseProps
        {
            Network = network,
            Engine = DatabaseEngine.AuroraPostgreSql,
            EngineVersion = "16.4",
            Port = DatabasePort,
        });
        _ = new DatabaseProxy(this, "DatabaseProxy", new DatabaseProxyProps { Database = database });
        var services = new FargateTargets(this, "Services", new FargateTargetsProps
        {
            LoadBalancer = balancer,
            Listener = "services",
            Image = ContainerImage.FromRegistry("public.ecr.aws/nginx/nginx-unprivileged:stable"),
            Secrets = new Dictionary<string, Secret>(StringComparer.Ordinal) { ["DATABASE_USER"] = Secret.FromSecretsManager(database.MasterUserSecret) },
        });
        var http = new RegionalHttpApi(this, "HttpApi", new RegionalHttpApiProps
        {
            Routes = [new("ANY", "/{proxy+}", balancer.Backend("services"))],
            DefaultAuthorizer = ApiAuthorizer.Jwt("users", "https://login.balanced.example/", "shop"),
            Lock = OriginLock.None,
        });
        var rest = new RegionalRestApi(this, "RestApi", new RegionalRestApiProps
        {
            Routes = [new("ANY", "/{proxy+}", balancer.Backend("services", TimeSpan.FromSeconds(10)))],
            DefaultAuthorizer = ApiAuthorizer.Iam,
        });
        _ = new FrontDoorAlarms(this, "Alarms", new FrontDoorAlarmsProps
        {
            Topic = DoorAlarms.TopicIn(this),
            Sources =
            [
                AlarmSource.LoadBalancer("load-balancer", balancer),
                AlarmSource.Service("services", services),
                AlarmSource.Database("database", database, Connections),
                AlarmSource.HttpApi("http-api", http.HttpApiId, "$default"),
                AlarmSource.RestApi("rest-api", rest.ApiName, rest.StageName),
            ],
        });
    }
}
