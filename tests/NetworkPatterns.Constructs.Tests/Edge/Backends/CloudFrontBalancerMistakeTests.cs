using NetworkPatterns.Constructs.Edge.Api;
using NetworkPatterns.Constructs.Edge.Backends;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Tests.Edge.Backends;

/// <summary>Mistakes in load balancers that CloudFront asks, and in the rules of their listeners.</summary>
public sealed class CloudFrontBalancerMistakeTests
{
    private const string Alb = "arn:aws:elasticloadbalancing:eu-west-1:111111111111:loadbalancer/app/shop/1";

    private static readonly TrafficPeer CloudFront = CloudFrontAddresses.In("eu-west-1");

    private static readonly (string Name, Action Plan, string Code, string What)[] Mistakes =
    [
        ("two names", () => Rules(Rule("api", 10)), "NP1701", "2 listeners are named 'api'"),
        ("one priority", () => Rules(Rule("a", 10), Rule("b", 10)), "NP1833", "'a' and 'b' have priority 10"),
        ("the last priority", () => Rules(Rule("a", 50_000)), "NP1833", "the priority is 50000"),
        ("nothing that fits", () => Rules(Rule("a", 10) with { Paths = [] }), "NP1833", "0 patterns"),
        ("many patterns", () => Rules(Rule("a", 10) with { Paths = ["/a", "/b", "/c"], Hosts = ["a.example.com", "b.example.com", "c.example.com"] }), "NP1833", "6 patterns are not 1 to 5"),
        ("a path without a slash", () => Rules(Rule("a", 10) with { Paths = ["orders"] }), "NP1833", "'orders'"),
        ("not a host", () => Rules(Rule("a", 10) with { Hosts = ["orders/"] }), "NP1833", "'orders/'"),
        ("many rules", () => Rules([.. Enumerable.Range(1, 100).Select(number => Rule($"r{number}", number))]), "NP1833", "100 rules"),
        ("a rule's port that no tier has", () => Rules(Rule("a", 10) with { Targets = new() { Port = 9999 } }), "NP1705", "TCP 9999"),
        ("a rule's check by TCP", () => Rules(Rule("a", 10) with { Targets = new() { Port = 8080, HealthCheck = new() } }), "NP1708", "does not check by TCP"),
        ("four patterns besides two secrets", () => Locked(change: listener => listener with { Rules = [Rule("a", 10) with { Paths = ["/a", "/b", "/c", "/d"] }] }), "NP1833", "4 patterns are not 1 to 3"),
        ("another lock", () => Locked(originLock: OriginLock.PolicyGate()), "NP1834", "PolicyGate"),
        ("no lock", () => Locked(originLock: OriginLock.None), "NP1834", "None"),
        ("a locked tier without internet", () => Locked(tier: "data"), "NP1834", "tier 'data' is for Isolated"),
        ("a locked tier of one zone", () => Locked(network: Plan(ServiceTiers.BehindLockedBalancer(8080, 5433, CloudFront), "eu-west-1a")), "NP1704", "one zone only"),
        ("a locked tier for everybody", () => Locked(network: Plan([.. Tiers("web"), new() { Name = "web", Slot = 0, Intent = TierIntent.Internet, Ingress = [TrafficRule.Tcp(443, TrafficPeer.Anywhere)] }])), "NP1703", "accepts tcp 443"),
        ("a locked tier without CloudFront", () => Locked(network: Plan([.. Tiers("web"), new() { Name = "web", Slot = 0, Intent = TierIntent.Internet }])), "NP1705", "nothing from CloudFront on port 443"),
        ("no idle time", () => Locked(idle: TimeSpan.Zero), "NP1710", "0 s"),
        ("a VPC origin without a gateway", () => VpcAlb(Plan([.. BehindOrigin().Where(tier => tier.Name is "data" or "balancer"), new() { Name = "app", Slot = 1, Intent = TierIntent.Isolated, Ingress = [TrafficRule.Tcp(8080, TrafficPeer.Tier("balancer"))] }])), "NP1830", "no internet gateway"),
        ("a VPC origin whose first listener is the link's", () => PrivateAlbPlan.From(
            new() { Network = null!, VpcOrigin = true, Listeners = [Listener() with { Name = "a" }, Listener() with { Name = "b", Port = 8443 }] },
            Plan([.. ServiceTiers.WithBalancer(8080, 5433).Where(tier => tier.Name != "balancer"), new() { Name = "balancer", Slot = 4, Intent = TierIntent.Isolated, Ingress = [TrafficRule.Tcp(443, TrafficPeer.Tier("link")), TrafficRule.Tcp(8443, TrafficPeer.Tier("link")), TrafficRule.Tcp(8443, CloudFront)] }]),
            Context()), "NP1705", "nothing from CloudFront on port 443"),
        ("a VPC origin in a zone without them", () => VpcAlb(Plan(BehindOrigin(), "apne1-az1", "apne1-az3"), "ap-northeast-1"), "NP1831", "apne1-az3"),
        ("a VPC origin in China", () => VpcAlb(Plan(BehindOrigin(), "cn-north-1a", "cn-north-1b"), "cn-north-1"), "NP1831", "cn-north-1"),
        ("a Gateway Load Balancer", () => Origin("arn:aws:elasticloadbalancing:eu-west-1:111111111111:loadbalancer/gwy/shop/1"), "NP1832", "neither"),
        ("not an ARN", () => Origin("shop"), "NP1832", "'shop'"),
        ("an endpoint elsewhere", () => Origin(Alb.Replace("eu-west-1", "eu-west-2", StringComparison.Ordinal)), "NP1832", "is in eu-west-2"),
        ("a port that CloudFront does not ask", () => Origin(Alb, port: 22), "NP1832", "port 22"),
        ("an endpoint's tier that does not let CloudFront in", () => Origin(Alb, tier: "app"), "NP1705", "nothing from CloudFront on port 443"),
        ("an endpoint's tier that is not there", () => Origin(Alb, tier: "nowhere"), "NP1711", "'nowhere'"),
        ("a Region whose list is not known", () => CloudFrontAddresses.In("me-south-1"), "NP1836", "'me-south-1'"),
    ];

    public static TheoryData<string> Names => [.. Mistakes.Select(mistake => mistake.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Plan_Mistake_HasItsCodePlaceAndFix(string name)
    {
        var (_, plan, code, what) = Mistakes.Single(mistake => mistake.Name == name);

        var problems = Should.Throw<PlanException>(plan).Problems;

        var problem = problems.FirstOrDefault(problem => problem.Code == code && problem.What.Contains(what, StringComparison.Ordinal));
        problem.ShouldNotBeNull(string.Join('\n', problems));
        problem.Where.ShouldNotBeNullOrWhiteSpace();
        problem.Fix.ShouldNotBeNullOrWhiteSpace();
    }

    [Theory]
    [InlineData(Alb)]
    [InlineData("arn:aws:elasticloadbalancing:eu-west-1:111111111111:loadbalancer/net/shop/1")]
    [InlineData("arn:aws:ec2:eu-west-1:111111111111:instance/i-1")]
    [InlineData("${Token[Endpoint.1]}")]
    public void VpcOrigin_LoadBalancerOrInstance_IsPlanned(string arn) => Origin(arn).EndpointArn.ShouldBe(arn);

    [Fact]
    public void CloudFrontAddresses_IdOfARegionThatIsNotKnown_CanBeGiven() =>
        CloudFrontAddresses.In("me-south-1", "pl-17b2577e").ShouldBe(TrafficPeer.PrefixList("cloudfront", "pl-17b2577e", 55));

    private static AlbRule Rule(string name, int priority) => new() { Name = name, Priority = priority, Paths = ["/a/*"], Targets = new() { Port = 8080 } };

    private static AlbListener Listener() =>
        new() { Name = "api", CertificateArns = ["${Token[Certificate.1]}"], HostName = "origin-shop.example.com", Targets = new() { Port = 8080 } };

    private static IReadOnlyList<TierProps> BehindOrigin() => ServiceTiers.BehindVpcOrigin(8080, 5433, CloudFront);

    private static IEnumerable<TierProps> Tiers(string without) => ServiceTiers.BehindLockedBalancer(8080, 5433, CloudFront).Where(tier => tier.Name != without);

    private static ThreeTierVpcPlan Plan(IReadOnlyList<TierProps> tiers, params string[] zones)
    {
        string[] all = zones.Length == 0 ? ["eu-west-1a", "eu-west-1b"] : zones;
        return ThreeTierVpcPlan.From(new() { CidrBlock = "10.0.0.0/16", Zones = [.. all.Select(zone => (NetworkPatterns.Core.Addressing.ZoneInput)zone)], Tiers = tiers }, Context(all[0].StartsWith("eu", StringComparison.Ordinal) ? "eu-west-1" : all[0].StartsWith("cn", StringComparison.Ordinal) ? "cn-north-1" : "ap-northeast-1"));
    }

    private static PatternContext Context(string region = "eu-west-1") =>
        new("Dev/Part", "Props", region, text => text.Contains("${Token[", StringComparison.Ordinal));

    private static PrivateAlbPlan Rules(params AlbRule[] rules) => PrivateAlbPlan.From(
        new() { Network = null!, Listeners = [Listener() with { Rules = rules }] }, Plan(ServiceTiers.WithBalancer(8080, 5433)), Context());

    private static PrivateAlbPlan VpcAlb(ThreeTierVpcPlan network, string region = "eu-west-1") =>
        PrivateAlbPlan.From(new() { Network = null!, VpcLinkTier = null, VpcOrigin = true, Listeners = [Listener()] }, network, Context(region));

    private static LockedAlbPlan Locked(
        Func<AlbListener, AlbListener>? change = null, string tier = "web", OriginLock? originLock = null, ThreeTierVpcPlan? network = null, TimeSpan? idle = null) => LockedAlbPlan.From(
            new()
            {
                Network = null!,
                Tier = tier,
                Lock = originLock ?? OriginLock.HeaderGate(),
                IdleTimeout = idle ?? TimeSpan.FromSeconds(60),
                Listeners = [change?.Invoke(Listener()) ?? Listener()],
            },
            network ?? Plan(ServiceTiers.BehindLockedBalancer(8080, 5433, CloudFront)),
            Context());

    private static VpcOriginPlan Origin(string arn, int port = 443, string tier = "balancer") =>
        VpcOriginPlan.From(new() { Network = null!, EndpointArn = arn, Port = port, Tier = tier }, Plan(BehindOrigin()), Context());
}
