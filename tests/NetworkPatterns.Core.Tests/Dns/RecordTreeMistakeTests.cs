using NetworkPatterns.Core.Dns;

namespace NetworkPatterns.Core.Tests.Dns;

/// <summary>One mistake each: code, place and fix.</summary>
public sealed class RecordTreeMistakeTests
{
    private static readonly RecordTarget One = Trees.Address(1);
    private static readonly RecordTarget Two = Trees.Address(2);

    public static TheoryData<string, RecordTreeInput, string, string, string> Mistakes => new()
    {
        { "bad name", Trees.Input(RecordMember.Simple(One)) with { Name = "a b.example.com" }, "NP1501", "Dev/App: Props.Name", "Punycode" },
        { "outside the zone", Trees.Input(RecordMember.Simple(One)) with { Name = "app.example.org" }, "NP1502", "Dev/App: Props.Name", "ends in .example.com" },
        { "suffix that is no label", Trees.Input(RecordMember.Simple(One)) with { Name = "badexample.com" }, "NP1502", "Dev/App: Props.Name", "ends in .example.com" },
        { "group outside the zone", Trees.Input(RecordMember.Weighted("a", 1, RecordTarget.NamedGroup("x.org", RecordMember.Weighted("b", 1, One)))), "NP1502", "Dev/App: Props.Members[a].Target", "ends in .example.com" },
        { "CNAME at the apex", Trees.Input(RecordMember.Simple(RecordTarget.Values("x.example.org"))) with { Name = "example.com", Type = RecordType.CNAME }, "NP1503", "Dev/App: Props.Members[only]", "an alias of type A" },
        { "alias with a TTL", Trees.Input(RecordMember.Simple(Trees.LoadBalancer())) with { TtlSeconds = 60 }, "NP1504", "Dev/App: Props.Ttl", "leave Ttl out" },
        { "two policies", Trees.Input(RecordMember.Weighted("a", 1, One), RecordMember.Latency("eu-west-1", Two)), "NP1505", "Dev/App: Props.Members[eu-west-1]", "group below" },
        { "wrong construct", Trees.Input(RecordMember.Weighted("a", 1, One)) with { Policy = RoutingPolicy.MultivalueAnswer }, "NP1505", "Dev/App: Props.Members[a]", "MultivalueAnswer" },
        { "name twice", Trees.Input(RecordMember.Weighted("blue-1", 1, One), RecordMember.Weighted("Blue1", 1, Two)), "NP1506", "Dev/App: Props.Members", "name of its own" },
        { "place twice", Trees.Input(RecordMember.Geolocation("a", GeoLocation.Country("DE"), One), RecordMember.Geolocation("b", GeoLocation.Country("DE"), Two), RecordMember.DefaultGeolocation(One)), "NP1506", "Dev/App: Props.Members", "group below it" },
        { "block twice", Trees.Input(RecordMember.IpBased("a", ["203.0.113.0/24"], One), RecordMember.IpBased("b", ["203.0.113.0/24"], Two), RecordMember.DefaultIp(One)), "NP1506", "Dev/App: Props.Members", "one location" },
        { "group name twice", Trees.Input(RecordMember.Weighted("a", 1, RecordTarget.NamedGroup("app.example.com", RecordMember.Weighted("b", 1, One)))), "NP1507", "Dev/App: Props.Members", "NamedGroup" },
        { "no members", Trees.Input(), "NP1508", "Dev/App: Props.Members", "at least one" },
        { "empty group", Trees.Input(RecordMember.Weighted("a", 1, RecordTarget.Group())), "NP1508", "Dev/App: Props.Members[a]", "at least one" },
        { "two simple records", Trees.Input(RecordMember.Simple(One), RecordMember.Simple(Two) with { Name = "other" }), "NP1509", "Dev/App: Props.Members", "one record" },
        { "past the quota", Trees.Input(Enumerable.Range(0, 101).Select(n => RecordMember.Weighted($"m{n}", 1, One))), "NP1509", "Dev/App: Props.Members", "groups below" },
        { "31 places", Trees.Input(Enumerable.Range(0, 31).Select(n => RecordMember.Geoproximity($"m{n}", GeoproximityPlace.At(n, 0), One))), "NP1509", "Dev/App: Props.Members", "groups below" },
        { "member name", Trees.Input(RecordMember.Weighted("blue/green", 1, One)), "NP1510", "Dev/App: Props.Members", "letters, digits and hyphens" },
        { "location name", Trees.Input(RecordMember.IpBased("a-name-that-is-long", ["203.0.113.0/24"], One), RecordMember.DefaultIp(Two)), "NP1510", "Dev/App: Props.Members", "shorten" },
        { "weight", Trees.Input(RecordMember.Weighted("a", 256, One)), "NP1511", "Dev/App: Props.Members[a]", "scale" },
        { "negative weight", Trees.Input(RecordMember.Weighted("a", -1, One)), "NP1511", "Dev/App: Props.Members[a]", "scale" },
        { "no secondary", Trees.Input(RecordMember.Primary(One).Checked()), "NP1512", "Dev/App: Props.Members", "RecordMember.Secondary" },
        { "no primary", Trees.Input(RecordMember.Secondary(One)), "NP1512", "Dev/App: Props.Members", "RecordMember.Primary" },
        { "unwatched primary", Trees.Input(RecordMember.Primary(One), RecordMember.Secondary(Two)), "NP1513", "Dev/App: Props.Members[primary]", "HealthCheckId" },
        { "primary with an unwatched record", Trees.Input(RecordMember.Primary(RecordTarget.Group(RecordMember.Weighted("a", 1, One).Checked(), RecordMember.Weighted("b", 1, Two))), RecordMember.Secondary(Two)), "NP1513", "Dev/App: Props.Members[primary]", "every record" },
        { "no default place", Trees.Input(RecordMember.Geolocation("eu", GeoLocation.Continent("EU"), One)), "NP1514", "Dev/App: Props.Members", "DefaultGeolocation" },
        { "no default range", Trees.Input(RecordMember.IpBased("a", ["203.0.113.0/24"], One)), "NP1514", "Dev/App: Props.Members", "DefaultIp" },
        { "country", Trees.Input(RecordMember.Geolocation("x", GeoLocation.Country("XX"), One), RecordMember.DefaultGeolocation(Two)), "NP1515", "Dev/App: Props.Members[x]", "ISO 3166-1" },
        { "continent", Trees.Input(RecordMember.Geolocation("x", GeoLocation.Continent("Europe"), One), RecordMember.DefaultGeolocation(Two)), "NP1515", "Dev/App: Props.Members[x]", "EU" },
        { "state", Trees.Input(RecordMember.Geolocation("x", GeoLocation.State("XX"), One), RecordMember.DefaultGeolocation(Two)), "NP1515", "Dev/App: Props.Members[x]", "US state" },
        { "bias", Trees.Input(RecordMember.Geoproximity("x", GeoproximityPlace.At(1, 1), One, bias: 100)), "NP1516", "Dev/App: Props.Members[x]", "small steps" },
        { "latitude", Trees.Input(RecordMember.Geoproximity("x", GeoproximityPlace.At(91, 1), One)), "NP1517", "Dev/App: Props.Members[x]", "two decimals" },
        { "decimals", Trees.Input(RecordMember.Geoproximity("x", GeoproximityPlace.At(1.234m, 1), One)), "NP1517", "Dev/App: Props.Members[x]", "two decimals" },
        { "multivalue alias", Trees.Input(new RecordMember("x", new RoutingSelector.Multivalue(), Trees.LoadBalancer())), "NP1518", "Dev/App: Props.Members[x]", "each value" },
        { "address", Trees.Input(RecordMember.Simple(RecordTarget.Values("192.0.2.256"))), "NP1519", "Dev/App: Props.Members[only]", "192.0.2.1" },
        { "IPv6 in A", Trees.Input(RecordMember.Simple(RecordTarget.Values("2001:db8::1"))), "NP1519", "Dev/App: Props.Members[only]", "192.0.2.1" },
        { "mail server", Trees.Input(RecordMember.Simple(RecordTarget.Values("mail.example.com"))) with { Type = RecordType.MX }, "NP1519", "Dev/App: Props.Members[only]", "10 mail.example.com" },
        { "authority", Trees.Input(RecordMember.Simple(RecordTarget.Values("amazon.com"))) with { Type = RecordType.CAA }, "NP1519", "Dev/App: Props.Members[only]", "0 issue" },
        { "two canonical names", Trees.Input(RecordMember.Simple(RecordTarget.Values("a.example.org", "b.example.org"))) with { Type = RecordType.CNAME }, "NP1519", "Dev/App: Props.Members[only]", "weighted" },
        { "TXT too long", Trees.Input(RecordMember.Simple(RecordTarget.Values(new string('a', 4000)))) with { Type = RecordType.TXT }, "NP1519", "Dev/App: Props.Members[only]", "4000" },
        { "no value", Trees.Input(RecordMember.Simple(RecordTarget.Values())), "NP1519", "Dev/App: Props.Members[only]", "at least one" },
        { "401 values", Trees.Input(RecordMember.Simple(RecordTarget.Values(Enumerable.Range(0, 401).Select(n => $"10.0.{n / 256}.{n % 256}")))), "NP1519", "Dev/App: Props.Members[only]", "at most 400" },
        { "TTL", Trees.Input(RecordMember.Simple(One)) with { TtlSeconds = -1 }, "NP1520", "Dev/App: Props.Ttl", "60 seconds" },
        { "MX alias of a load balancer", Trees.Input(RecordMember.Simple(Trees.LoadBalancer())) with { Type = RecordType.MX }, "NP1521", "Dev/App: Props.Members[only]", "type A" },
        { "no IPv6", Trees.Input(RecordMember.Simple(Trees.LoadBalancer())) with { DualStack = true }, "NP1522", "Dev/App: Props.Members[only]", "leave DualStack out" },
        { "health of CloudFront", Trees.Input(RecordMember.Simple(new AliasTarget(AliasTargetKind.CloudFront, "d1.cloudfront.net", "Z2FDTNDATAQYW2", true)) with { EvaluateTargetHealth = true }), "NP1523", "Dev/App: Props.Members[only]", "HealthCheckId" },
        { "CloudFront in a private zone", Trees.Input(RecordMember.Simple(new AliasTarget(AliasTargetKind.CloudFront, "d1.cloudfront.net", "Z2FDTNDATAQYW2", true))) with { IsPrivateZone = true }, "NP1527", "Dev/App: Props.Members[only]", "public zone" },
        { "addresses in a private zone", Trees.Input(RecordMember.IpBased("x", ["203.0.113.0/24"], One), RecordMember.DefaultIp(Two)) with { IsPrivateZone = true }, "NP1527", "Dev/App: Props.Members", "another policy" },
        { "small range", Trees.Input(RecordMember.IpBased("x", ["203.0.113.0/25"], One), RecordMember.DefaultIp(Two)), "NP1524", "Dev/App: Props.Members[x]", "larger block" },
        { "everything as a range", Trees.Input(RecordMember.IpBased("x", ["0.0.0.0/0"], One), RecordMember.DefaultIp(Two)), "NP1524", "Dev/App: Props.Members[x]", "DefaultIp" },
        { "Region", Trees.Input(RecordMember.Latency("eu-west", One)), "NP1026", "Dev/App: Props.Members[eu-west]", "eu-west-1" },
        { "range", Trees.Input(RecordMember.IpBased("x", ["203.0.113.1/24"], One), RecordMember.DefaultIp(Two)), "NP1002", "Dev/App: Props.Members[x]", "203.0.113.0/24" },
        { "deep", Trees.Input(RecordMember.Weighted("a", 1, RecordTarget.Group(RecordMember.Weighted("b", 300, One)))), "NP1511", "Dev/App: Props.Members[a/b]", "scale" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void From_Mistake_HasCodePlaceAndFix(string mistake, RecordTreeInput input, string code, string where, string fix)
    {
        var problem = Trees.ProblemsOf(input).ShouldHaveSingleItem(mistake);
        problem.Code.ShouldBe(code);
        problem.Where.ShouldBe(where);
        problem.Fix.ShouldContain(fix);
    }

    [Fact]
    public void From_SeveralMistakes_AreReportedTogether() => Trees.ProblemsOf(Trees.Input(
            RecordMember.Weighted("a", 999, RecordTarget.Values("nonsense")),
            RecordMember.Weighted("a", 1, Trees.LoadBalancer()),
            RecordMember.Primary(One)) with { Name = "app.example.org", TtlSeconds = -5 })
        .Select(problem => problem.Code).ShouldBe(["NP1502", "NP1505", "NP1506", "NP1511", "NP1513", "NP1519", "NP1520"]);

    [Fact]
    public void From_Tokens_AreNotChecked() => RecordTree.From(Trees.Input(RecordMember.Simple(RecordTarget.Values("${Token[X]}"))) with
    {
        IsToken = text => text.StartsWith("${Token", StringComparison.Ordinal),
    }).Leaves.ShouldHaveSingleItem();
}
