using System.Text.Json.Nodes;
using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using NetworkPatterns.Constructs.Edge;
using NetworkPatterns.Constructs.Edge.Backends;
using NetworkPatterns.Constructs.Edge.Distributions;
using NetworkPatterns.Constructs.Tests.Dns;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.TemplateRules.Reading;
using NetworkPatterns.TemplateRules.Snapshots;

namespace NetworkPatterns.Constructs.Tests.Edge;

[Collection(CdkCollection.Name)]
public sealed class ServiceFrontDoorTests
{
    private const int ServicePort = 8080;

    [Fact]
    public void VpcOrigin_BothStacks_AreAsApproved()
    {
        var app = Synthesized.NewApp(CdkFlags.Recommended, pathMetadata: true);
        var (regional, edge) = Synthesize(app, new ServiceFrontDoor(app, "Door", Props(Internal)));

        Snapshot.Matches(TemplateText.Canonical(Own(regional).ToJsonString()), "ServiceFrontDoor.VpcOrigin.Regional");
        Snapshot.Matches(TemplateText.Canonical(edge["Resources"]!.ToJsonString()), "ServiceFrontDoor.VpcOrigin.Edge");
    }

    [Fact]
    public void LockedBalancer_BothStacks_AreAsApproved()
    {
        var app = Synthesized.NewApp(CdkFlags.Recommended, pathMetadata: true);
        var (regional, edge) = Synthesize(app, new ServiceFrontDoor(app, "Door", Props(Locked)));

        Snapshot.Matches(TemplateText.Canonical(Own(regional).ToJsonString()), "ServiceFrontDoor.Locked.Regional");
        Snapshot.Matches(TemplateText.Canonical(edge["Resources"]!.ToJsonString()), "ServiceFrontDoor.Locked.Edge");
    }

    [Fact]
    public void VpcOrigin_Id_CrossesRegionsByTheNameOfASecret()
    {
        var app = Synthesized.NewApp(CdkFlags.Recommended, pathMetadata: true);
        var (regional, edge) = Synthesize(app, new ServiceFrontDoor(app, "Door", Props(Internal)));

        var secret = regional.Properties(regional.LogicalIds("AWS::SecretsManager::Secret").ShouldHaveSingleItem());
        secret["SecretString"]!["Fn::GetAtt"]![1]!.GetValue<string>().ShouldBe("Id");
        secret["ReplicaRegions"].ShouldBeJson("""[{"Region":"us-east-1"}]""");
        var origin = Config(edge)["Origins"]!.AsArray().ShouldHaveSingleItem()!;
        origin["DomainName"]!.GetValue<string>().ShouldBe("origin-shop.example.com");
        origin["CustomOriginConfig"].ShouldBeNull();
        origin["VpcOriginConfig"]!["VpcOriginId"]!.GetValue<string>().ShouldBe($"{{{{resolve:secretsmanager:{secret["Name"]!.GetValue<string>()}:SecretString:::}}}}");
        ShareNamesOnly(regional, edge);
    }

    [Fact]
    public void LockedBalancer_Distribution_SendsOneOfTheSecretsThatItAccepts()
    {
        var app = Synthesized.NewApp(CdkFlags.Recommended, pathMetadata: true);
        var (regional, edge) = Synthesize(app, new ServiceFrontDoor(app, "Door", Props(Locked)));

        var secrets = regional.LogicalIds("AWS::SecretsManager::Secret").Select(id => regional.Properties(id)["Name"]!.GetValue<string>()).ToArray();
        Config(edge)["Origins"]![0]!["OriginCustomHeaders"]
            .ShouldBeJson($$$"""[{"HeaderName":"x-origin-verify","HeaderValue":"{{resolve:secretsmanager:{{{secrets[0]}}}:SecretString:::}}"}]""");
        var conditions = regional.Single("AWS::ElasticLoadBalancingV2::ListenerRule")["Properties"]!["Conditions"]![0]!["HttpHeaderConfig"]!["Values"]!.AsArray();
        conditions.Count.ShouldBe(2);
        ShareNamesOnly(regional, edge);
    }

    [Fact]
    public void InUsEast1_NothingIsReplicatedToItsOwnRegion()
    {
        foreach (var services in new Func<ServiceOrigin, PrivateLoadBalancer>[] { Internal, Locked })
        {
            var app = Synthesized.NewApp(CdkFlags.Recommended, pathMetadata: true);
            var (regional, _) = Synthesize(app, new ServiceFrontDoor(app, "Door", Props(services, region: "us-east-1")));

            regional.LogicalIds("AWS::SecretsManager::Secret").ShouldNotBeEmpty();
            regional.LogicalIds("AWS::SecretsManager::Secret").ShouldAllBe(secret => regional.Properties(secret)["ReplicaRegions"] == null);
        }
    }

    [Fact]
    public void KeepsName_ServicesSeeTheClientsName_WhichTheCertificateHas()
    {
        var app = Synthesized.NewApp(CdkFlags.Recommended, pathMetadata: true);
        var (regional, edge) = Synthesize(app, new ServiceFrontDoor(app, "Door", Props(Internal, keepsName: true)));

        regional.Single("AWS::CertificateManager::Certificate")["Properties"]!["SubjectAlternativeNames"].ShouldBeJson("""["shop.example.com"]""");
        Config(edge)["DefaultCacheBehavior"]!["OriginRequestPolicyId"]!.GetValue<string>().ShouldBe("216adef6-5c7f-47e4-b989-5492eafa07d3");
    }

    [Fact]
    public void FilePaths_AreKept_EverythingElseIsPassedOn()
    {
        var app = Synthesized.NewApp(CdkFlags.Recommended, pathMetadata: true);
        var (_, edge) = Synthesize(app, new ServiceFrontDoor(app, "Door", Props(Internal, filePaths: ["/static/*"])));

        var files = Config(edge)["CacheBehaviors"]!.AsArray().ShouldHaveSingleItem()!;
        files["PathPattern"]!.GetValue<string>().ShouldBe("/static/*");
        files["AllowedMethods"]!.AsArray().Count.ShouldBe(3);
        Config(edge)["DefaultCacheBehavior"]!["CachePolicyId"]!.GetValue<string>().ShouldBe("4135ea2d-6df8-44a3-9df3-4b5a84be39ad");
    }

    [Fact]
    public void Timeouts_OfTheOrigin_AreThoseOfTheProps()
    {
        foreach (var (services, config) in new[] { ((Func<ServiceOrigin, PrivateLoadBalancer>)Internal, "VpcOriginConfig"), (Locked, "CustomOriginConfig") })
        {
            var app = Synthesized.NewApp(CdkFlags.Recommended, pathMetadata: true);
            var (_, edge) = Synthesize(app, new ServiceFrontDoor(app, "Door", Props(services, patience: TimeSpan.FromSeconds(50))));

            var origin = Config(edge)["Origins"]![0]![config]!;
            origin["OriginReadTimeout"]!.GetValue<int>().ShouldBe(50);
            origin["OriginKeepaliveTimeout"]!.GetValue<int>().ShouldBe(50);
        }
    }

    public static TheoryData<string, string, string, string> Mistakes => new()
    {
        { "name elsewhere", "NP1502", "DomainName", "not in the zone" },
        { "one name", "NP1690", "OriginName", "ask itself" },
        { "Region", "NP1026", "Region", "'Ireland'" },
        { "nothing", "NP1835", "Services", "nothing is no load balancer" },
        { "NLB", "NP1835", "Services", "PrivateNlb" },
        { "no origin", "NP1835", "Services", "no VPC origin" },
        { "host", "NP1835", "Services", "answers to other.example.com" },
        { "port", "NP1835", "Services", "no listener on port 443" },
        { "locked host", "NP1835", "Services", "answers to other.example.com" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void New_Mistake_HasCodePlaceAndValue(string name, string code, string where, string what) =>
        EdgeStacks.ProblemsOf(() => new ServiceFrontDoor(Synthesized.NewApp(), "Door", name switch
        {
            "name elsewhere" => Props(Internal, domainName: "shop.example.org"),
            "one name" => Props(Internal, originName: "shop.example.com"),
            "Region" => Props(Internal, region: "Ireland"),
            "nothing" => Props(_ => null!),
            "NLB" => Props(Nlb),
            "no origin" => Props(origin => InternalOf(origin, link: true)),
            "host" => Props(origin => InternalOf(origin with { HostName = "other.example.com" })),
            "port" => Props(origin => LockedOf(origin, port: 8443)),
            _ => Props(origin => LockedOf(origin with { HostName = "other.example.com" })),
        })).ShouldHave(code, where, what);

    private static void ShareNamesOnly(JsonObject regional, JsonObject edge)
    {
        foreach (var template in new[] { regional, edge })
        {
            template.ToJsonString().ShouldNotContain("Fn::ImportValue");
            template.LogicalIds("AWS::Lambda::Function").ShouldBeEmpty();
        }
    }

    private static JsonNode Config(JsonObject edge) => edge.Single("AWS::CloudFront::Distribution")["Properties"]!["DistributionConfig"]!;

    // What is the front door's and the load balancer's; the network and its services have snapshots of their own.
    private static JsonObject Own(JsonObject regional) => new(regional.Resources()
        .Where(resource => resource.Key.StartsWith("Door", StringComparison.Ordinal) || resource.Key.StartsWith("FrontDoor", StringComparison.Ordinal) || resource.Key.StartsWith("LoadBalancer", StringComparison.Ordinal))
        .Select(resource => KeyValuePair.Create(resource.Key, (JsonNode?)resource.Value!.DeepClone())));

    private static (JsonObject Regional, JsonObject Edge) Synthesize(App app, ServiceFrontDoor door)
    {
        var assembly = app.Synth();
        var templates = TemplateSet.ReadAssembly(assembly.Directory);
        TemplateChecks.ThrowIfFailed(templates);
        TemplateChecks.ThrowIfServicesFail(templates);
        assembly.GetStackArtifact(door.EdgeStack.ArtifactId).Dependencies.Select(artifact => artifact.Id).ShouldContain(door.RegionalStack.ArtifactId);
        return (Synthesized.Template(assembly, door.RegionalStack), Synthesized.Template(assembly, door.EdgeStack));
    }

    private static PrivateLoadBalancer Internal(ServiceOrigin origin) => InternalOf(origin);

    private static PrivateLoadBalancer Locked(ServiceOrigin origin) => LockedOf(origin);

    private static PrivateAlb InternalOf(ServiceOrigin origin, bool link = false) => Serve(origin, new PrivateAlb(origin.Stack, "LoadBalancer", new PrivateAlbProps
    {
        Network = Network(origin, link ? ServiceTiers.WithBalancer(ServicePort, 5433) : ServiceTiers.BehindVpcOrigin(ServicePort, 5433, CloudFrontAddresses.In("eu-west-1"))),
        VpcLinkTier = link ? "link" : null,
        VpcOrigin = !link,
        Listeners = [Listener(origin)],
    }));

    private static LockedAlb LockedOf(ServiceOrigin origin, int port = 443) => Serve(origin, new LockedAlb(origin.Stack, "LoadBalancer", new LockedAlbProps
    {
        Network = Network(origin, port == 443
            ? ServiceTiers.BehindLockedBalancer(ServicePort, 5433, CloudFrontAddresses.In("eu-west-1"))
            :
            [
                .. ServiceTiers.BehindLockedBalancer(ServicePort, 5433, CloudFrontAddresses.In("eu-west-1")).Where(tier => tier.Name != "web"),
                new() { Name = "web", Slot = 0, Intent = TierIntent.Internet, Ingress = [TrafficRule.Tcp(port, CloudFrontAddresses.In("eu-west-1"))] },
            ]),
        Listeners = [Listener(origin) with { Port = port }],
    }));

    private static PrivateNlb Nlb(ServiceOrigin origin) => new(origin.Stack, "LoadBalancer", new PrivateNlbProps
    {
        Network = Network(origin, ServiceTiers.Of(ServicePort, 5433)),
        Listeners = [new() { Name = "shop", Port = 80, Targets = new() { Port = ServicePort } }],
    });

    private static AlbListener Listener(ServiceOrigin origin) =>
        new() { Name = "shop", CertificateArns = [origin.CertificateArn], HostName = origin.HostName, Targets = new() { Port = ServicePort } };

    private static ThreeTierVpc Network(ServiceOrigin origin, IReadOnlyList<TierProps> tiers)
    {
        var region = origin.Stack.Region;
        return new(origin.Stack, "Network", new ThreeTierVpcProps { CidrBlock = "10.0.0.0/16", Zones = [$"{region}a", $"{region}b"], Tiers = tiers });
    }

    private static T Serve<T>(ServiceOrigin origin, T balancer)
        where T : PrivateLoadBalancer
    {
        _ = new FargateTargets(origin.Stack, "Shop", new FargateTargetsProps
        {
            LoadBalancer = balancer,
            Listener = "shop",
            Image = ContainerImage.FromRegistry("public.ecr.aws/docker/library/httpd:2.4"),
        });
        return balancer;
    }

    private static ServiceFrontDoorProps Props(
        Func<ServiceOrigin, PrivateLoadBalancer> services,
        string domainName = "shop.example.com",
        string? originName = null,
        string region = "eu-west-1",
        bool keepsName = false,
        IReadOnlyList<string>? filePaths = null,
        TimeSpan? patience = null) => new()
        {
            DomainName = domainName,
            ZoneName = "example.com",
            HostedZoneId = "Z0123456789EXAMPLE",
            Region = region,
            Services = services,
            Countries = EdgeCountries.Only("NL", "BE"),
            OriginName = originName,
            KeepsName = keepsName,
            FilePaths = filePaths ?? [],
            ReadTimeout = patience ?? TimeSpan.FromSeconds(30),
            KeepaliveTimeout = patience,
        };
}
