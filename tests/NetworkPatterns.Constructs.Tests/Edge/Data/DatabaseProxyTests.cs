using NetworkPatterns.Constructs.Edge.Backends;
using NetworkPatterns.Constructs.Edge.Data;
using NetworkPatterns.Constructs.Tests.Edge.Backends;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Network.Proving;
using NetworkPatterns.TemplateRules.Snapshots;

namespace NetworkPatterns.Constructs.Tests.Edge.Data;

[Collection(CdkCollection.Name)]
public sealed class DatabaseProxyTests
{
    [Theory]
    [InlineData(DatabaseEngine.PostgreSql, "16.4", 5432)]
    [InlineData(DatabaseEngine.MySql, "8.0.39", 3306)]
    [InlineData(DatabaseEngine.AuroraPostgreSql, "16.4", 5432)]
    [InlineData(DatabaseEngine.AuroraMySql, "8.0.mysql_aurora.3.08.0", 3306)]
    public void Proxy_OfAnEngine_IsAsApproved(DatabaseEngine engine, string version, int port)
    {
        var stack = Stack(engine);
        var proxy = new DatabaseProxy(stack.Stack, "Proxy", new DatabaseProxyProps { Database = Database(stack, engine, version), RequiresIam = engine == DatabaseEngine.MySql });
        proxy.Port.ShouldBe(port);
        stack.Stack.Resolve(proxy.EndpointAddress).ShouldNotBeNull();

        Snapshot.Matches(PrivateNlbTests.Own(stack, "Proxy"), $"DatabaseProxy.{engine}");
    }

    [Fact]
    public void Chain_ServicesProxyDatabase_IsAllThereIs()
    {
        var stack = Stack(DatabaseEngine.PostgreSql);
        _ = new DatabaseProxy(stack.Stack, "Proxy", new DatabaseProxyProps { Database = Database(stack, DatabaseEngine.PostgreSql, "16.4") });

        var results = Proof.Of(stack.Template());

        results.Where(result => result.Outcome == GuaranteeOutcome.Fails).ShouldBeEmpty();
        new[] { "tier:app reaches tier:proxy at most on tcp 5432", "tier:proxy reaches tier:data at most on tcp 5433", "tier:app never reaches tier:data", "internet never reaches tier:proxy" }
            .ShouldBeSubsetOf(results.Where(result => result.Outcome == GuaranteeOutcome.Holds).Select(result => result.Guarantee.ToString()));
    }

    public static TheoryData<string, string, string, string> Mistakes => new()
    {
        { "nowhere", "NP1711", "Tier", "'nowhere'" },
        { "tier with egress", "NP1723", "Tier", "tier 'app' is for Egress" },
        { "nobody asks", "NP1722", "Tier", "accepts TCP 5432, on which every proxy listens, from nobody" },
        { "database of others", "NP1840", "Tier", "does not accept TCP 5433 from tier 'proxy'" },
        { "no connections", "NP1840", "MaxConnectionsPercent", "0 of 100" },
        { "a day", "NP1840", "IdleClientTimeout", "86400 s" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Plan_Mistake_HasCodePlaceAndValue(string name, string code, string where, string what) => EdgeStacks.ProblemsOf(() =>
    {
        var tiers = name switch
        {
            "nobody asks" => [.. Tiers(DatabaseEngine.PostgreSql).Where(tier => tier.Name != "proxy"), new() { Name = "proxy", Slot = 5, Intent = TierIntent.Isolated }],
            "database of others" => [.. Tiers(DatabaseEngine.PostgreSql).Where(tier => tier.Name != "data"), new() { Name = "data", Slot = 2, Intent = TierIntent.Isolated, Ingress = [TrafficRule.Tcp(5433, TrafficPeer.Tier("app"))] }],
            _ => Tiers(DatabaseEngine.PostgreSql),
        };
        var context = EdgeStacks.Context(nameof(DatabaseProxyProps), "eu-west-1");
        var network = ThreeTierVpcPlan.From(new() { CidrBlock = "10.0.0.0/16", Zones = ["eu-west-1a", "eu-west-1b"], Tiers = tiers }, context);
        var database = PrivateDatabasePlan.From(new() { Network = null!, Engine = DatabaseEngine.PostgreSql, EngineVersion = "16.4", Port = 5433 }, network, context);
        DatabaseProxyPlan.From(
            new()
            {
                Database = null!,
                Tier = name switch { "nowhere" => "nowhere", "tier with egress" => "app", _ => "proxy" },
                MaxConnectionsPercent = name == "no connections" ? 0 : 90,
                IdleClientTimeout = name == "a day" ? TimeSpan.FromDays(1) : TimeSpan.FromMinutes(30),
            },
            database,
            network,
            context);
    }).ShouldHave(code, where, what);

    private static IReadOnlyList<TierProps> Tiers(DatabaseEngine engine) =>
        ServiceTiers.WithDatabaseProxy(ServiceTiers.Of(BackendStack.ServicePort, BackendStack.DatabasePort), engine, BackendStack.DatabasePort);

    private static BackendStack Stack(DatabaseEngine engine) => new(network: new() { CidrBlock = "10.0.0.0/16", Zones = ["eu-west-1a", "eu-west-1b"], Tiers = Tiers(engine) });

    private static PrivateDatabase Database(BackendStack stack, DatabaseEngine engine, string version) => new(stack.Stack, "Database", new PrivateDatabaseProps
    {
        Network = stack.Network,
        Engine = engine,
        EngineVersion = version,
        Port = BackendStack.DatabasePort,
    });
}
