using Amazon.CDK.AWS.ECS;
using Constructs;
using NetworkPatterns.Constructs.Edge;
using NetworkPatterns.Constructs.Edge.Backends;
using NetworkPatterns.Constructs.Edge.Distributions;
using NetworkPatterns.Constructs.Edge.Operations;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Reference.Edge;

/// <summary>
/// Two services in private subnets, by path behind one Application Load Balancer, which CloudFront reaches as a VPC origin or, locked by a secret header, over the
/// internet.
/// </summary>
public static class ContainerFrontDoor
{
    private const string Region = "eu-west-1";
    private const int ServicePort = 8080;
    private const int DatabasePort = 5433;

    /// <summary>Adds the stacks of services behind an internal load balancer.</summary>
    public static ServiceFrontDoor AddInternalTo(Construct scope, string id, AddressBook book) => DoorOf(scope, id, "shop.containers.example", origin =>
    {
        var balancer = new PrivateAlb(origin.Stack, "LoadBalancer", new PrivateAlbProps
        {
            Network = Network(origin, book, ServiceTiers.BehindVpcOrigin(ServicePort, DatabasePort, CloudFrontAddresses.In(Region))),
            VpcLinkTier = null,
            VpcOrigin = true,
            Listeners = [Listener(origin)],
        });
        AddServices(origin, balancer, AlarmSource.LoadBalancer("load-balancer", balancer));
        return balancer;
    });

    /// <summary>Adds the stacks of services behind a load balancer that faces the internet.</summary>
    public static ServiceFrontDoor AddLockedTo(Construct scope, string id, AddressBook book) => DoorOf(scope, id, "bank.containers.example", origin =>
    {
        var balancer = new LockedAlb(origin.Stack, "LoadBalancer", new LockedAlbProps
        {
            Network = Network(origin, book, ServiceTiers.BehindLockedBalancer(ServicePort, DatabasePort, CloudFrontAddresses.In(Region))),
            Listeners = [Listener(origin)],
        });
        AddServices(origin, balancer, AlarmSource.LoadBalancer("load-balancer", balancer));
        return balancer;
    });

    private static ServiceFrontDoor DoorOf(Construct scope, string id, string domainName, Func<ServiceOrigin, PrivateLoadBalancer> services)
    {
        var door = new ServiceFrontDoor(scope, id, new ServiceFrontDoorProps
        {
            DomainName = domainName,
            ZoneName = "containers.example",
            HostedZoneId = "Z0123456789EXAMPLE",
            Region = Region,
            Countries = EdgeCountries.Only("NL", "BE", "DE"),
            Services = services,
            FilePaths = ["/static/*"],
        });
        DoorAlarms.AddTo(door.EdgeStack, door.Distribution, door.WebAcl);
        return door;
    }

    private static ThreeTierVpc Network(ServiceOrigin origin, AddressBook book, IReadOnlyList<TierProps> tiers) => new(origin.Stack, "Network", new ThreeTierVpcProps
    {
        CidrBlock = "10.30.0.0/16",
        Zones = ["eu-west-1a", "eu-west-1b"],
        Tiers = tiers,
        AddressBook = book,
    });

    private static AlbListener Listener(ServiceOrigin origin) => new()
    {
        Name = "shop",
        CertificateArns = [origin.CertificateArn],
        HostName = origin.HostName,
        Targets = new() { Port = ServicePort },
        Rules = [new() { Name = "orders", Priority = 100, Paths = ["/orders", "/orders/*"], Targets = new() { Port = ServicePort } }],
    };

    private static void AddServices(ServiceOrigin origin, PrivateLoadBalancer balancer, AlarmSource loadBalancer)
    {
        var shop = Service(origin, balancer, "shop", null);
        var orders = Service(origin, balancer, "orders", shop.Cluster);
        _ = new FrontDoorAlarms(origin.Stack, "Alarms", new FrontDoorAlarmsProps
        {
            Topic = DoorAlarms.TopicIn(origin.Stack),
            Sources = [loadBalancer, AlarmSource.Service("shop", shop), AlarmSource.Service("orders", orders)],
        });
    }

    private static FargateTargets Service(ServiceOrigin origin, PrivateLoadBalancer balancer, string name, ICluster? cluster) => new(origin.Stack, name, new FargateTargetsProps
    {
        LoadBalancer = balancer,
        Listener = name,
        Image = ContainerImage.FromRegistry("public.ecr.aws/nginx/nginx-unprivileged:stable"),
        Cluster = cluster,
    });
}
