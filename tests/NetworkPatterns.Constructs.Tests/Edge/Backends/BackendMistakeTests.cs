using NetworkPatterns.Constructs.Edge.Backends;
using NetworkPatterns.Constructs.Edge.Data;
using NetworkPatterns.Constructs.Edge.Operations;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Tests.Edge.Backends;

/// <summary>Mistakes in load balancers, services, databases and alarms: found before anything is made, each with its place and a way out.</summary>
public sealed class BackendMistakeTests
{
    private static readonly PatternContext Context = new("Dev/Part", "Props", "eu-west-1", text => text.Contains("${Token[", StringComparison.Ordinal));

    private static readonly ThreeTierVpcPlan Network = Plan(ServiceTiers.Of(8080, 5433));

    private static readonly NlbListener Good = BackendStack.Listener();

    private static readonly PrivateNlbPlan Balancer = PrivateNlbPlan.From(Nlb(Good, Good with { Name = "instances", Port = 81, Targets = Good.Targets with { Type = TargetType.Instance } }), Network, Context);

    private static readonly (string Name, Action Plan, string Code, string What)[] Mistakes =
    [
        ("no listener", () => PrivateNlbPlan.From(Nlb(), Network, Context), "NP1701", "no listener"),
        ("a name for no logical ID", () => Listen(Good with { Name = "1st" }), "NP1701", "'1st'"),
        ("two listeners of a name", () => Listen(Good, Good with { Name = "API", Port = 81 }), "NP1701", "2 listeners are named 'api'"),
        ("two listeners of a port", () => Listen(Good, Good with { Name = "other", CertificateArns = [BackendStack.Certificate], HostName = "a.example.com" }), "NP1701", "port 80"),
        ("port 0", () => Listen(Good with { Port = 0 }), "NP1701", "ports are 0"),
        ("targets on port 70000", () => Listen(Good with { Targets = Good.Targets with { Port = 70_000 } }), "NP1701", "70000"),
        ("a tier that faces the internet", () => PrivateNlbPlan.From(Nlb("web", Good), Network, Context), "NP1702", "tier 'web' is for Internet"),
        ("a tier that accepts something", () => PrivateNlbPlan.From(Nlb("app", Good), Network, Context), "NP1703", "accepts tcp 8080 from tier link"),
        ("a tier that opens something", () => PrivateNlbPlan.From(Nlb("app", Good), Network, Context), "NP1717", "opens tcp 443"),
        ("one zone", () => PrivateNlbPlan.From(Nlb(Good), Plan(ServiceTiers.Of(8080, 5433), "eu-west-1a"), Context), "NP1704", "one zone only"),
        ("a port that no rule has", () => Listen(Good with { Targets = Good.Targets with { Port = 8081 } }), "NP1705", "does not accept TCP 8081 from tier 'link'"),
        ("a health check port that no rule has", () => Listen(Good with { Targets = Good.Targets with { HealthCheck = new() { Port = 9000 } } }), "NP1705", "TCP 9000"),
        ("UDP that no rule has", () => Listen(Good with { Protocol = NlbProtocol.Udp }), "NP1705", "UDP 8080"),
        ("TLS without a certificate", () => Listen(Good with { Protocol = NlbProtocol.Tls, HostName = "a.example.com" }), "NP1706", "no certificate"),
        ("TCP with a certificate", () => Listen(Good with { Protocol = NlbProtocol.Tcp, CertificateArns = [BackendStack.Certificate] }), "NP1706", "Tcp has a certificate"),
        ("TLS that no certificate fits", () => Listen(Good with { CertificateArns = [BackendStack.Certificate] }), "NP1706", "load balancer's own name"),
        ("an old TLS policy", () => Listen(Good with { SslPolicy = "ELBSecurityPolicy-2016-08" }), "NP1707", "2016-08"),
        ("TLS 1.0 in a newer policy", () => Listen(Good with { SslPolicy = "ELBSecurityPolicy-TLS13-1-0-2021-06" }), "NP1707", "TLS13-1-0"),
        ("HTTP check without a path", () => Listen(Check(new() { Protocol = TargetHealthCheckProtocol.Http })), "NP1708", "(none)"),
        ("TCP check with a path", () => Listen(Check(new() { Path = "/" })), "NP1708", "Tcp has the path /"),
        ("a path without a slash", () => Listen(Check(new() { Protocol = TargetHealthCheckProtocol.Https, Path = "healthz" })), "NP1708", "healthz"),
        ("a check every second", () => Listen(Check(new() { Interval = TimeSpan.FromSeconds(1) })), "NP1708", "every 1 s"),
        ("an answer longer than the interval", () => Listen(Check(new() { Timeout = TimeSpan.FromSeconds(11) })), "NP1708", "may take 11 s"),
        ("one success", () => Listen(Check(new() { HealthyThreshold = 1 })), "NP1708", "1 and 3"),
        ("hidden clients of UDP", () => Listen(Good with { Protocol = NlbProtocol.Udp, Targets = Good.Targets with { PreserveClientIp = false } }), "NP1709", "always see"),
        ("an address elsewhere", () => Listen(Good with { Targets = Good.Targets with { Addresses = ["10.0.99.4"] } }), "NP1710", "10.0.99.4 is no address of tier 'app'"),
        ("not an address", () => Listen(Good with { Targets = Good.Targets with { Addresses = ["app.internal"] } }), "NP1710", "app.internal"),
        ("addresses among instances", () => Listen(Good with { Targets = Good.Targets with { Type = TargetType.Instance, Addresses = ["10.0.32.4"] } }), "NP1710", "do not mix"),
        ("a delay of two hours", () => Listen(Good with { Targets = Good.Targets with { DeregistrationDelay = TimeSpan.FromHours(2) } }), "NP1710", "7200 s"),
        ("TLS to targets of TCP", () => Listen(Good with { Targets = Good.Targets with { Tls = true } }), "NP1710", "passed on as it is"),
        ("a tier that is not there", () => PrivateNlbPlan.From(Nlb("nlb", Good), Network, Context), "NP1711", "no tier 'nlb'"),
        ("targets in a tier that is not there", () => Listen(Good with { Targets = Good.Targets with { Tier = "services" } }), "NP1711", "no tier 'services'"),
        ("a certificate of us-east-1", () => Listen(Good with { CertificateArns = ["arn:aws:acm:us-east-1:111111111111:certificate/1"], HostName = "a.example.com" }), "NP1712", "us-east-1"),
        ("an ALB's tier that accepts services", () => Alb(tier: "app", change: null), "NP1703", "accepts tcp 8080 from tier balancer"),
        ("an ALB's tier that accepts another port", () => Alb(listener => listener with { Port = 8443 }), "NP1703", "accepts tcp 443"),
        ("an ALB's tier that does not accept its link", () => Alb(listener => listener with { Port = 8443 }), "NP1705", "tier 'balancer' does not accept TCP 8443 from tier 'link'"),
        ("an ALB that nothing reaches", () => Alb(link: null), "NP1718", "neither"),
        ("an ALB for CloudFront that accepts nothing from there", () => Alb(origin: true), "NP1705", "nothing from CloudFront"),
        ("HTTPS without a certificate", () => Alb(listener => listener with { CertificateArns = [] }), "NP1706", "HTTPS has no certificate"),
        ("an ALB's check by TCP", () => Alb(listener => listener with { Targets = listener.Targets with { HealthCheck = new() } }), "NP1708", "does not check by TCP"),
        ("an ALB's targets that no rule has", () => Alb(listener => listener with { Targets = listener.Targets with { Port = 8081 } }), "NP1705", "TCP 8081 from tier 'balancer'"),
        ("an ALB's old policy", () => Alb(listener => listener with { SslPolicy = "ELBSecurityPolicy-2016-08" }), "NP1707", "2016-08"),
        ("no idle time", () => Alb(idle: TimeSpan.Zero), "NP1710", "0 s"),
        ("an ALB's link in a tier that is not there", () => Alb(link: "links"), "NP1711", "no tier 'links'"),
        ("a listener that is not there", () => Fargate(new() { LoadBalancer = null!, Listener = "web", Image = null! }), "NP1713", "no listener 'web'"),
        ("tasks among instances", () => Fargate(new() { LoadBalancer = null!, Listener = "instances", Image = null! }), "NP1713", "of type Instance"),
        ("instances among addresses", () => Instances(new() { LoadBalancer = null!, Listener = "api", Notifications = null! }), "NP1713", "of type Ip"),
        ("CPU that Fargate has not", () => Fargate(new() { LoadBalancer = null!, Listener = "api", Image = null!, Cpu = 300 }), "NP1714", "300 CPU units"),
        ("memory that the CPU has not", () => Fargate(new() { LoadBalancer = null!, Listener = "api", Image = null!, MemoryMiB = 4096 }), "NP1714", "4096 MiB"),
        ("no task", () => Fargate(new() { LoadBalancer = null!, Listener = "api", Image = null!, MinTasks = 0 }), "NP1715", "between 0 and 0"),
        ("fewer at most than at least", () => Instances(new() { LoadBalancer = null!, Listener = "instances", Notifications = null!, MinInstances = 3, MaxInstances = 2 }), "NP1715", "between 3 and 2"),
        ("no room to scale", () => Instances(new() { LoadBalancer = null!, Listener = "instances", Notifications = null!, CpuTargetPercent = 99 }), "NP1715", "99 %"),
        ("a long grace period", () => Fargate(new() { LoadBalancer = null!, Listener = "api", Image = null!, HealthCheckGracePeriod = TimeSpan.FromHours(3) }), "NP1715", "10800 s"),
        ("no disk", () => Instances(new() { LoadBalancer = null!, Listener = "instances", Notifications = null!, DiskSizeGiB = 0 }), "NP1716", "0 GiB"),
        ("logs for two days", () => Fargate(new() { LoadBalancer = null!, Listener = "api", Image = null!, LogRetentionDays = 2 }), "NP1215", "2 days"),
        ("not a version", () => Database(version: "latest"), "NP1720", "'latest' is no version of PostgreSql"),
        ("MySQL without a minor version", () => Database(DatabaseEngine.MySql, "8"), "NP1720", "'8'"),
        ("MySQL's version for Aurora", () => Database(DatabaseEngine.AuroraMySql, "8.0.39"), "NP1720", "'8.0.39'"),
        ("PostgreSQL's own port", () => Database(port: 5432), "NP1721", "default port"),
        ("a port below all", () => Database(port: 443), "NP1721", "443"),
        ("a port that no rule has", () => Database(port: 6000), "NP1722", "from nobody"),
        ("a port that two tiers have", () => Database(tiers: [.. ServiceTiers.Of(8080, 5433).Where(tier => tier.Name != "data"), new() { Name = "data", Slot = 2, Intent = TierIntent.Isolated, Ingress = [TrafficRule.Tcp(5433, TrafficPeer.Tier("app")), TrafficRule.Tcp(5433, TrafficPeer.Tier("link"))] }]), "NP1722", "from app, link"),
        ("a port that a range has", () => Database(tiers: [.. ServiceTiers.Of(8080, 5433).Where(tier => tier.Name != "data"), new() { Name = "data", Slot = 2, Intent = TierIntent.Isolated, Ingress = [TrafficRule.Tcp(5433, TrafficPeer.Cidr("192.168.0.0/16"))] }]), "NP1722", "192.168.0.0/16"),
        ("a tier with egress", () => Database(port: 8080, tier: "app"), "NP1723", "tier 'app' is for Egress"),
        ("one day of backups", () => Database(change: days => days with { Backups = 1 }), "NP1724", "1 days"),
        ("years of backups", () => Database(change: days => days with { Backups = 365 }), "NP1724", "365 days"),
        ("little storage", () => Database(change: size => size with { Storage = 10 }), "NP1725", "10 GiB"),
        ("storage that shrinks", () => Database(change: size => size with { Storage = 100, MaxStorage = 50 }), "NP1725", "grows to 50"),
        ("Aurora's storage", () => Database(DatabaseEngine.AuroraPostgreSql, change: size => size with { MaxStorage = 50 }), "NP1725", "has no size"),
        ("a reserved user", () => Database(change: user => user with { User = "admin" }), "NP1726", "'admin'"),
        ("a database's name with a hyphen", () => Database(change: name => name with { Name = "my-db" }), "NP1726", "'my-db'"),
        ("an identifier in capitals", () => Database(change: name => name with { Identifier = "Orders" }), "NP1726", "'Orders'"),
        ("logs without an identifier", () => Database(change: logs => logs with { Logs = 90 }), "NP1726", "not known"),
        ("one instance of Aurora", () => Database(DatabaseEngine.AuroraPostgreSql, change: count => count with { Instances = 1 }), "NP1727", "1 instances"),
        ("not an address", () => AlarmTopicPlan.From(new() { EmailAddresses = ["team"] }, Context), "NP1730", "'team'"),
        ("an address twice", () => AlarmTopicPlan.From(new() { EmailAddresses = ["a@example.com", "A@example.com"] }, Context), "NP1730", "2 times"),
        ("nothing watched", () => Watch(), "NP1731", "nothing"),
        ("two sources of a name", () => Watch(AlarmSource.RestApi("api", "Orders", "v1"), AlarmSource.RestApi("API", "Billing", "v1")), "NP1731", "2 sources"),
        ("a source without a name", () => Watch(AlarmSource.RestApi("", "Orders", "v1")), "NP1731", "''"),
        ("a distribution in Ireland", () => Watch(AlarmSource.Distribution("site", "E1")), "NP1732", "us-east-1"),
        ("a web ACL of the edge in Ireland", () => Watch(AlarmSource.EdgeWebAcl("waf", "edge")), "NP1732", "us-east-1"),
        ("no percent", () => Watch(AlarmSource.RestApi("api", "Orders", "v1", errorPercent: 0)), "NP1733", "Share of 5xx answers: 0"),
        ("more than all", () => Watch(AlarmSource.RestApi("api", "Orders", "v1", errorPercent: 101)), "NP1733", "101"),
        ("no time at all", () => Watch(AlarmSource.HttpApi("api", "a1b2", "v1", latency: TimeSpan.Zero)), "NP1733", "latency"),
    ];

    public static TheoryData<int, string> Numbered
    {
        get
        {
            var data = new TheoryData<int, string>();
            foreach (var (number, mistake) in Mistakes.Index())
            {
                data.Add(number, mistake.Name);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Numbered))]
    public void Plan_Mistake_IsNamedWithItsPlace(int number, string name)
    {
        var (_, plan, code, what) = Mistakes[number];

        var problems = Should.Throw<PlanException>(plan, name).Problems;

        problems.ShouldContain(problem => problem.Code == code && problem.What.Contains(what, StringComparison.Ordinal), string.Join('\n', problems));
        problems.ShouldAllBe(problem => problem.Where.StartsWith("Dev/Part: Props.", StringComparison.Ordinal) && problem.Fix.Length > 0);
    }

    [Fact]
    public void Plan_SeveralMistakes_AreReportedTogether() =>
        Should.Throw<PlanException>(() => Listen(Good with { Port = 0, SslPolicy = "none", Targets = Good.Targets with { Tier = "services", HealthCheck = new() { HealthyThreshold = 1 } } }))
            .Problems.Select(problem => problem.Code).ShouldBe(["NP1701", "NP1707", "NP1708", "NP1711"]);

    private static ThreeTierVpcPlan Plan(IReadOnlyList<TierProps> tiers, params string[] zones) => ThreeTierVpcPlan.From(
        new()
        {
            CidrBlock = "10.0.0.0/16",
            Zones = [.. (zones.Length == 0 ? ["eu-west-1a", "eu-west-1b"] : zones).Select(zone => (Core.Addressing.ZoneInput)zone)],
            Tiers = tiers,
        },
        Context);

    private static PrivateNlbProps Nlb(params NlbListener[] listeners) => Nlb(ServiceTiers.LinkTierName, listeners);

    private static PrivateNlbProps Nlb(string tier, params NlbListener[] listeners) => new() { Network = null!, Tier = tier, Listeners = listeners };

    private static PrivateNlbPlan Listen(params NlbListener[] listeners) => PrivateNlbPlan.From(Nlb(listeners), Network, Context);

    private static NlbListener Check(TargetHealthCheck check) => Good with { Targets = Good.Targets with { HealthCheck = check } };

    private static PrivateAlbPlan Alb(
        Func<AlbListener, AlbListener>? change = null, string tier = "balancer", string? link = "link", bool origin = false, TimeSpan? idle = null)
    {
        var listener = new AlbListener { Name = "api", CertificateArns = [BackendStack.Certificate], HostName = "api.internal.example.com", Targets = new() { Port = 8080 } };
        return PrivateAlbPlan.From(
            new()
            {
                Network = null!,
                Tier = tier,
                Listeners = [change?.Invoke(listener) ?? listener],
                VpcLinkTier = link,
                VpcOrigin = origin,
                IdleTimeout = idle ?? TimeSpan.FromSeconds(60),
            },
            Plan(ServiceTiers.WithBalancer(8080, 5433)),
            Context);
    }

    private static FargateTargetsPlan Fargate(FargateTargetsProps props) => FargateTargetsPlan.From(props, Balancer.ListenerSet, Context);

    private static InstanceTargetsPlan Instances(InstanceTargetsProps props) => InstanceTargetsPlan.From(props, Balancer.ListenerSet, Context);

    private static FrontDoorAlarmsPlan Watch(params AlarmSource[] sources) => FrontDoorAlarmsPlan.From(sources, hasDashboard: true, Context);

    private static PrivateDatabasePlan Database(
        DatabaseEngine engine = DatabaseEngine.PostgreSql, string version = "16.4", int port = 5433, IReadOnlyList<TierProps>? tiers = null, string tier = "data", Func<Some, Some>? change = null)
    {
        var some = change?.Invoke(new()) ?? new();
        return PrivateDatabasePlan.From(
            new()
            {
                Network = null!,
                Tier = tier,
                Engine = engine,
                EngineVersion = version,
                Port = port,
                BackupRetentionDays = some.Backups,
                StorageGiB = some.Storage,
                MaxStorageGiB = some.MaxStorage,
                MasterUsername = some.User,
                DatabaseName = some.Name,
                Identifier = some.Identifier,
                LogRetentionDays = some.Logs,
                AuroraInstances = some.Instances,
            },
            tiers is null ? Network : Plan(tiers),
            Context);
    }

    private sealed record Some
    {
        public int Backups { get; init; } = 14;

        public int Storage { get; init; } = 20;

        public int? MaxStorage { get; init; }

        public string User { get; init; } = "app_admin";

        public string Name { get; init; } = "app";

        public string? Identifier { get; init; }

        public int? Logs { get; init; }

        public int Instances { get; init; } = 2;
    }
}
