using Amazon.CDK.AWS.ECS;
using NetworkPatterns.Constructs.Edge;
using NetworkPatterns.Constructs.Edge.Api;
using NetworkPatterns.Constructs.Edge.Backends;
using NetworkPatterns.Constructs.Edge.Data;
using NetworkPatterns.Constructs.Edge.Distributions;
using NetworkPatterns.Constructs.Tests.Edge;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.TemplateRules.Reading;
using static NetworkPatterns.Constructs.Tests.Docs.EdgeSampleTests;

namespace NetworkPatterns.Constructs.Tests.Docs;

/// <summary>The samples of the pages about front doors of services.</summary>
[Collection(CdkCollection.Name)]
public sealed class ServiceFrontDoorSampleTests
{
    [Fact]
    public void ServiceFrontDoor_Sample_HasBothServices()
    {
        var app = Synthesized.NewApp(CdkFlags.Recommended, pathMetadata: true);
        var door = new ServiceFrontDoor(app, "Shop", new ServiceFrontDoorProps
        {
            DomainName = "shop.example.com",
            ZoneName = "example.com",
            HostedZoneId = "Z0123456789EXAMPLE",
            Region = "eu-west-1",
            Countries = EdgeCountries.Only("NL", "BE"),
            FilePaths = ["/static/*"],
            Services = origin =>
            {
                var network = new ThreeTierVpc(origin.Stack, "Network", new ThreeTierVpcProps
                {
                    CidrBlock = "10.0.0.0/16",
                    Zones = ["eu-west-1a", "eu-west-1b"],
                    Tiers = ServiceTiers.BehindVpcOrigin(servicePort: 8080, databasePort: 5433, CloudFrontAddresses.In("eu-west-1")),
                });
                var balancer = new PrivateAlb(origin.Stack, "LoadBalancer", new PrivateAlbProps
                {
                    Network = network,
                    VpcLinkTier = null,
                    VpcOrigin = true,
                    Listeners =
                    [
                        new()
                        {
                            Name = "shop",
                            CertificateArns = [origin.CertificateArn],
                            HostName = origin.HostName,
                            Targets = new() { Port = 8080 },
                            Rules = [new() { Name = "orders", Priority = 100, Paths = ["/orders/*"], Targets = new() { Port = 8080 } }],
                        },
                    ],
                });
                foreach (var service in new[] { "shop", "orders" })
                {
                    _ = new FargateTargets(origin.Stack, service, new FargateTargetsProps
                    {
                        LoadBalancer = balancer,
                        Listener = service,
                        Image = ContainerImage.FromRegistry("public.ecr.aws/nginx/nginx-unprivileged:stable"),
                    });
                }

                return balancer;
            },
        });

        var assembly = app.Synth();
        TemplateChecks.ThrowIfFailed(TemplateSet.ReadAssembly(assembly.Directory));
        Synthesized.Template(assembly, door.RegionalStack).LogicalIds("AWS::ECS::Service").Count.ShouldBe(2);
    }

    [Fact]
    public void MultiRegionApiFrontDoor_Sample_HasAnApiInEachRegion()
    {
        var app = Synthesized.NewApp(CdkFlags.Recommended, pathMetadata: true);
        var door = new MultiRegionApiFrontDoor(app, "Shop", new MultiRegionApiFrontDoorProps
        {
            DomainName = "api.example.com",
            ZoneName = "example.com",
            HostedZoneId = "Z0123456789EXAMPLE",
            Regions = [new("eu", "eu-west-1"), new("us", "us-east-1")],
            Countries = EdgeCountries.Only("NL", "US"),
            Api = stack => new()
            {
                Routes = [new("ANY", "/{proxy+}", new LambdaBackend(ServiceIn(stack)))],
                DefaultAuthorizer = ApiAuthorizer.Cognito("users", UsersOf(stack)),
            },
        });

        door.Apis.Keys.ShouldBe(["eu", "us"]);
    }

    [Fact]
    public void DatabaseProxy_Sample_StandsBetween()
    {
        var stack = EdgeStacks.NewStack("eu-west-1");
        var tiers = ServiceTiers.WithDatabaseProxy(ServiceTiers.Of(servicePort: 8080, databasePort: 5433), DatabaseEngine.PostgreSql, databasePort: 5433);
        var network = new ThreeTierVpc(stack, "Network", new ThreeTierVpcProps { CidrBlock = "10.0.0.0/16", Zones = ["eu-west-1a", "eu-west-1b"], Tiers = tiers });
        var database = new PrivateDatabase(stack, "Database", new PrivateDatabaseProps { Network = network, Engine = DatabaseEngine.PostgreSql, EngineVersion = "16.4", Port = 5433 });
        var proxy = new DatabaseProxy(stack, "Proxy", new DatabaseProxyProps { Database = database });

        proxy.Port.ShouldBe(5432);
        stack.Template().LogicalIds("AWS::RDS::DBProxy").ShouldHaveSingleItem();
    }
}
