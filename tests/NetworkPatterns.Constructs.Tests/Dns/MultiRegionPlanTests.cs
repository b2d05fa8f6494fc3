using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using NetworkPatterns.Constructs.Dns;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Core.Dns;

namespace NetworkPatterns.Constructs.Tests.Dns;

/// <summary>What clients are answered, with no CDK: every Region down in turn, all of them, and none.</summary>
public sealed class MultiRegionPlanTests
{
    private static readonly AliasTarget LoadBalancer = new(AliasTargetKind.LoadBalancer, "alb.example.net", "Z1", IsDualStack: false);
    private static readonly AliasTarget Distribution = new(AliasTargetKind.CloudFront, "d1.cloudfront.net", "Z2FDTNDATAQYW2", IsDualStack: true);

    private static readonly GeographicShare Europe = GeographicShare.Of("europe", GeoLocation.Continent("EU"), "ie", "de") with { IsExclusive = true };

    [Fact]
    public void Latency_EachRegionDown_GoesToTheNextFastest()
    {
        var tree = Tree(RegionalRouting.Latency);
        var client = Near("eu-west-1", "eu-central-1", "us-east-1");
        Ask(tree, client).ShouldBe("eu-west-1");
        Ask(tree, client, "eu-west-1").ShouldBe("eu-central-1");
        Ask(tree, client, "eu-west-1", "eu-central-1").ShouldBe("us-east-1");
        Ask(tree, client, "us-east-1").ShouldBe("eu-west-1");
    }

    [Fact]
    public void Latency_AnyOneRegionDown_NoClientIsWithoutAHealthyAnswer() => Prop.ForAll(
        (from latencies in Gen.Choose(1, 300).ListOf(3)
         from known in Gen.Choose(0, 3)
         from down in Gen.Choose(0, 2)
         from withLastResort in Gen.Elements(true, false)
         select (latencies, known, down, withLastResort)).ToArbitrary(),
        scenario =>
        {
            var tree = Tree(RegionalRouting.Latency, lastResort: scenario.withLastResort ? Distribution : null);
            var leaves = tree.Leaves.Where(leaf => leaf.Path != "secondary").ToList();
            var client = new DnsClient
            {
                LatencyMilliseconds = new[] { "eu-west-1", "eu-central-1", "us-east-1" }.Zip(scenario.latencies).Take(scenario.known)
                    .ToImmutableDictionary(entry => entry.First, entry => (double)entry.Second),
            };
            var answer = new DnsSimulator(tree, leaves[scenario.down].Path).Answer(client);
            return !answer.HasFailedOpen && answer.Paths.Single() != leaves[scenario.down].Path && answer.Paths.Single() != "secondary";
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void ActivePassive_PrimaryDown_GoesToTheSecondaryAndBack()
    {
        var tree = Tree(RegionalRouting.ActivePassive("ie", "us"), ["ie", "us"]);
        Ask(tree, new()).ShouldBe("primary");
        Ask(tree, new(), "primary").ShouldBe("secondary");
        Ask(tree, new(), "primary", "secondary").ShouldBe("primary");
    }

    [Fact]
    public void Weighted_CanaryDown_GetsNobody()
    {
        var tree = Tree(RegionalRouting.Weighted(("ie", 95), ("us", 5)), ["ie", "us"]);
        Ask(tree, new() { Draw = 0.97 }).ShouldBe("us");
        Ask(tree, new() { Draw = 0.97 }, "us").ShouldBe("ie");
    }

    [Theory]
    [InlineData("")]
    [InlineData("europe/eu-west-1")]
    [InlineData("europe/eu-central-1")]
    [InlineData("europe/eu-west-1,europe/eu-central-1")]
    [InlineData("default")]
    [InlineData("europe/eu-west-1,europe/eu-central-1,default")]
    public void Geolocation_ExclusiveContinent_IsNeverAnsweredFromElsewhere(string failing)
    {
        var tree = Tree(RegionalRouting.Geolocation(["us"], Europe));
        foreach (var country in Continents.CountriesOf("EU"))
        {
            Ask(tree, Near("us-east-1", "eu-west-1") with { Country = country }, failing.Split(',', StringSplitOptions.RemoveEmptyEntries)).ShouldStartWith("europe/");
        }
    }

    [Fact]
    public void Geolocation_ExclusiveContinent_StillFailsOverInside()
    {
        var tree = Tree(RegionalRouting.Geolocation(["us"], Europe));
        var german = Near("eu-central-1", "eu-west-1") with { Country = "DE" };
        Ask(tree, german).ShouldBe("europe/eu-central-1");
        Ask(tree, german, "europe/eu-central-1").ShouldBe("europe/eu-west-1");
        Ask(tree, new() { Country = "JP" }).ShouldBe("default");
        Ask(tree, new()).ShouldBe("default");
    }

    [Fact]
    public void Geolocation_SharedContinent_IsAnsweredFromElsewhereWhenDown()
    {
        var tree = Tree(RegionalRouting.Geolocation(["us"], Europe with { IsExclusive = false }));
        Ask(tree, new() { Country = "DE" }, "europe/eu-west-1", "europe/eu-central-1").ShouldBe("default");
    }

    [Fact]
    public void LastResort_AllRegionsDown_Answers()
    {
        var tree = Tree(RegionalRouting.Latency, lastResort: Distribution);
        var client = Near("eu-west-1");
        Ask(tree, client).ShouldBe("primary/eu-west-1");
        Ask(tree, client, "primary/eu-west-1", "primary/eu-central-1").ShouldBe("primary/us-east-1");
        Ask(tree, client, "primary/eu-west-1", "primary/eu-central-1", "primary/us-east-1").ShouldBe("secondary");
    }

    [Fact]
    public void Tree_Regions_AreReachedByTheirOwnNames() =>
        Tree(RegionalRouting.Latency).Leaves.Select(leaf => ((AliasTarget)leaf.Target).DnsName)
            .ShouldBe(["ie.app.example.com", "de.app.example.com", "us.app.example.com"]);

    public static TheoryData<string, MultiRegionApplicationProps, string, string, string> Mistakes => new()
    {
        { "one Region", Props(RegionalRouting.Latency, ["ie"]), "NP1550", "Regions", "two" },
        { "bad name", Props(RegionalRouting.Latency, ["ie", "us"], rename: "IE!"), "NP1550", "Regions", "lower-case" },
        { "name twice", Props(RegionalRouting.Latency, ["ie", "de"], rename: "de"), "NP1550", "Regions", "once" },
        { "Regions of two partitions", Props(RegionalRouting.Latency, ["ie", "cn"]), "NP1550", "Regions", "each partition" },
        { "passive for itself", Props(RegionalRouting.ActivePassive("ie", "ie"), ["ie", "us"]), "NP1551", "Routing", "two Regions" },
        { "unknown Region", Props(RegionalRouting.Weighted(("ie", 1), ("us", 1), ("jp", 1)), ["ie", "us"]), "NP1551", "Routing", "ie, us" },
        { "unused Region", Props(RegionalRouting.Weighted(("ie", 1), ("us", 1))), "NP1551", "Routing", "leave it out" },
        { "nobody elsewhere", Props(RegionalRouting.Geolocation([], Europe), ["ie", "de"]), "NP1551", "Routing", "at least one" },
        { "leak", Props(RegionalRouting.Geolocation(["us"], Europe, GeographicShare.Of("britain", GeoLocation.Country("GB"), "us"))), "NP1553", "Routing", "ie, de only" },
        { "exclusive with a last resort", Props(RegionalRouting.Geolocation(["us"], Europe), lastResort: Distribution), "NP1208", "LastResort", "leave LastResort out" },
        { "both zone IDs", Props(RegionalRouting.Latency, hostedZoneId: "Z1", deployedZoneId: "Z1"), "NP1208", "DeployedZoneId", "one of them" },
        { "weight", Props(RegionalRouting.Weighted(("ie", 300), ("us", 1)), ["ie", "us"]), "NP1511", "Members[ie]", "scale" },
        { "outside the zone", Props(RegionalRouting.Latency, domain: "app.example.org"), "NP1502", "Name", ".example.com" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void From_Mistake_HasCodePlaceAndFix(string mistake, MultiRegionApplicationProps props, string code, string property, string fix)
    {
        var problems = Should.Throw<PlanException>(() => MultiRegionApplicationPlan.From(props, Context)).Problems;
        problems.ShouldContain(problem => problem.Code == code && problem.Where == $"App: MultiRegionApplicationProps.{property}" && problem.Fix.Contains(fix), mistake);
        problems.Select(problem => problem.Code).Distinct().ShouldHaveSingleItem();
    }

    [Theory]
    [MemberData(nameof(BadEntries))]
    public void From_EntryMistake_HasCodeAndFix(string mistake, RegionalEntry entry, RecordTarget? lastResort, string code, string fix)
    {
        var props = Props(RegionalRouting.ActivePassive("ie", "us"), ["ie", "us"], lastResort: lastResort);
        var entries = new Dictionary<string, RegionalEntry> { ["ie"] = entry, ["us"] = entry with { Target = entry.Target is GroupTarget ? LoadBalancer : entry.Target } };
        var problems = Should.Throw<PlanException>(() => MultiRegionApplicationPlan.From(props, entries, ImmutableDictionary<string, string>.Empty, Context)).Problems;
        problems.ShouldContain(problem => problem.Code == code && problem.Fix.Contains(fix), mistake);
    }

    public static TheoryData<string, RegionalEntry, RecordTarget?, string, string> BadEntries => new()
    {
        { "API without health", new(new AliasTarget(AliasTargetKind.ApiGateway, "d-1.example.net", "Z1", IsDualStack: false)), null, "NP1552", "RegionalHealth.Alarm" },
        { "addresses without health", new(RecordTarget.Values("192.0.2.1")), null, "NP1552", "RegionalHealth.Https" },
        { "two distributions", new(Distribution, RegionalHealth.Https("/")), null, "NP1552", "origin failover" },
        { "group without a zone ID", new(RecordTarget.Group(RecordMember.Weighted("a", 1, LoadBalancer))), null, "NP1552", "DeployedZoneId" },
        { "token as an alarm", new(LoadBalancer, RegionalHealth.Alarm("${Token[TOKEN.1]}")), null, "NP1201", "literal" },
    };

    private static PatternContext Context { get; } = new("App", nameof(MultiRegionApplicationProps), "us-east-1", text => text.Contains("${Token[", StringComparison.Ordinal));

    private static RecordTree Tree(RegionalRouting routing, string[]? regions = null, RecordTarget? lastResort = null)
    {
        var props = Props(routing, regions, lastResort: lastResort);
        var entries = props.Regions.ToDictionary(region => region.Name, _ => new RegionalEntry(LoadBalancer));
        return MultiRegionApplicationPlan.From(props, entries, ImmutableDictionary<string, string>.Empty, Context).Tree;
    }

    private static MultiRegionApplicationProps Props(
        RegionalRouting routing, string[]? regions = null, string domain = "app.example.com", string? rename = null, RecordTarget? lastResort = null, string? hostedZoneId = null, string? deployedZoneId = null)
    {
        var all = new Dictionary<string, string> { ["ie"] = "eu-west-1", ["de"] = "eu-central-1", ["us"] = "us-east-1", ["cn"] = "cn-north-1" };
        return new()
        {
            DomainName = domain,
            ZoneName = "example.com",
            Regions = [.. (regions ?? ["ie", "de", "us"]).Select((name, index) => new ApplicationRegion(index == 0 ? rename ?? name : name, all[name]))],
            Routing = routing,
            Entry = _ => new(LoadBalancer),
            LastResort = lastResort,
            HostedZoneId = hostedZoneId,
            DeployedZoneId = deployedZoneId,
        };
    }

    private static DnsClient Near(params string[] regions) => new()
    {
        LatencyMilliseconds = regions.Select((region, index) => (region, index)).ToImmutableDictionary(entry => entry.region, entry => 10.0 * (entry.index + 1)),
    };

    private static string Ask(RecordTree tree, DnsClient client, params string[] failing) => new DnsSimulator(tree, failing).Answer(client).Paths.Single();
}
