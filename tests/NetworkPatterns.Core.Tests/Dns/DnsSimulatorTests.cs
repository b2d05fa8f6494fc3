using System.Collections.Immutable;
using System.Net;
using NetworkPatterns.Core.Dns;

namespace NetworkPatterns.Core.Tests.Dns;

public sealed class DnsSimulatorTests
{
    private static readonly DnsClient Anyone = new();

    [Fact]
    public void Simple_Always_AnswersItsRecord() =>
        Trees.Of(RecordMember.Simple(RecordTarget.Values("192.0.2.1", "192.0.2.2"))).Ask(Anyone).ShouldBe(["only"]);

    [Theory]
    [InlineData(0.0, "blue")]
    [InlineData(0.749, "blue")]
    [InlineData(0.75, "green")]
    [InlineData(0.999, "green")]
    public void Weighted_AllHealthy_FollowsTheShares(double draw, string expected) =>
        Blue(30, 10).Ask(Anyone with { Draw = draw }).ShouldBe([expected]);

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.999)]
    public void Weighted_ZeroWeight_GetsNothingWhileAnotherIsHealthy(double draw) =>
        Blue(1, 0).Ask(Anyone with { Draw = draw }).ShouldBe(["blue"]);

    [Fact]
    public void Weighted_ZeroWeight_TakesOverWhenAllOthersAreUnhealthy() =>
        Blue(1, 0).Ask(Anyone, "blue").ShouldBe(["green"]);

    [Fact]
    public void Weighted_AllZero_HasEqualShares()
    {
        Blue(0, 0).Ask(Anyone with { Draw = 0.49 }).ShouldBe(["blue"]);
        Blue(0, 0).Ask(Anyone with { Draw = 0.5 }).ShouldBe(["green"]);
    }

    [Fact]
    public void Weighted_AllUnhealthy_FailsOpenByWeight()
    {
        var answer = new DnsSimulator(Blue(1, 0), "blue", "green").Answer(Anyone with { Draw = 0.9 });
        answer.Paths.ShouldBe(["blue"]);
        answer.HasFailedOpen.ShouldBeTrue();
    }

    [Fact]
    public void Record_WithoutHealthCheck_AnswersAlthoughItFails() =>
        Trees.Of(RecordMember.Weighted("blue", 1, Trees.Address(1)), RecordMember.Weighted("green", 0, Trees.Address(2)).Checked())
            .Ask(Anyone, "blue").ShouldBe(["blue"]);

    [Fact]
    public void Latency_NearestHealthyRegion_Answers()
    {
        var tree = Trees.Of(Regions("eu-west-1", "us-east-1", "ap-southeast-2"));
        var client = Trees.Near("us-east-1", "eu-west-1", "ap-southeast-2");
        tree.Ask(client).ShouldBe(["us-east-1"]);
        tree.Ask(client, "us-east-1").ShouldBe(["eu-west-1"]);
        tree.Ask(client, "us-east-1", "eu-west-1").ShouldBe(["ap-southeast-2"]);
        tree.Ask(client, "us-east-1", "eu-west-1", "ap-southeast-2").ShouldBe(["us-east-1"]);
    }

    [Fact]
    public void Failover_BothUnhealthy_AnswersThePrimary()
    {
        var tree = Trees.Of(RecordMember.Secondary(Trees.Address(2)).Checked(), RecordMember.Primary(Trees.Address(1)).Checked());
        tree.Ask(Anyone).ShouldBe(["primary"]);
        tree.Ask(Anyone, "primary").ShouldBe(["secondary"]);
        tree.Ask(Anyone, "secondary").ShouldBe(["primary"]);
        tree.Ask(Anyone, "primary", "secondary").ShouldBe(["primary"]);
    }

    [Fact]
    public void Failover_SecondaryWithoutHealthCheck_AnswersAlthoughItFails() =>
        Trees.Of(RecordMember.Primary(Trees.Address(1)).Checked(), RecordMember.Secondary(Trees.Address(2)))
            .Ask(Anyone, "primary", "secondary").ShouldBe(["secondary"]);

    [Fact]
    public void Geolocation_SmallestPlace_Wins()
    {
        var tree = Places();
        tree.Ask(new() { Country = "US", State = "TX" }).ShouldBe(["texas"]);
        tree.Ask(new() { Country = "US", State = "CA" }).ShouldBe(["states"]);
        tree.Ask(new() { Country = "CA" }).ShouldBe(["north-america"]);
        tree.Ask(new() { Country = "DE" }).ShouldBe(["default"]);
        tree.Ask(Anyone).ShouldBe(["default"]);
    }

    [Fact]
    public void Geolocation_Unhealthy_GoesToTheLargerPlace()
    {
        var texan = new DnsClient { Country = "US", State = "TX" };
        Places().Ask(texan, "texas").ShouldBe(["states"]);
        Places().Ask(texan, "texas", "states").ShouldBe(["north-america"]);
        Places().Ask(texan, "texas", "states", "north-america").ShouldBe(["default"]);
        Places().Ask(texan, "texas", "states", "north-america", "default").ShouldBe(["texas"]);
    }

    [Fact]
    public void Geolocation_NoDefault_IsNoData()
    {
        // The planner refuses such a group; zones that are read from elsewhere may have one.
        var group = new RecordGroup("app.example.com", RoutingPolicy.Geolocation, [.. Places().Root.Records.Where(record => record.Path != "default")]);
        var answer = new DnsSimulator(Places() with { Root = group }).Answer(new() { Country = "DE" });
        answer.Kind.ShouldBe(DnsAnswerKind.NoData);
        answer.Reason.ShouldNotBeNull().ShouldContain("no default");
    }

    [Fact]
    public void Geoproximity_Bias_MovesTheBorder()
    {
        // The documentation's example: 150 km with a bias of 50 counts as 75 km, and beats 100 km.
        var client = new DnsClient { Coordinates = new(0, 0) };
        Distances(0).Ask(client).ShouldBe(["near"]);
        Distances(50).Ask(client).ShouldBe(["far"]);
        Distances(50).Ask(client, "far").ShouldBe(["near"]);
    }

    [Fact]
    public void Geoproximity_NegativeBias_PushesAway() =>
        Trees.Of(
            RecordMember.Geoproximity("near", GeoproximityPlace.At(0, 1), Trees.Address(1), bias: -50).Checked(),
            RecordMember.Geoproximity("far", GeoproximityPlace.At(0, 1.5m), Trees.Address(2)).Checked())
        .Ask(new() { Coordinates = new(0, 0) }).ShouldBe(["far"]);

    [Fact]
    public void Geoproximity_RegionWithoutCoordinates_IsUnknown()
    {
        var tree = Trees.Of(RecordMember.Geoproximity("eu", GeoproximityPlace.AwsRegion("eu-west-1"), Trees.Address(1)).Checked());
        new DnsSimulator(tree).Answer(new() { Coordinates = new(0, 0) }).Kind.ShouldBe(DnsAnswerKind.Unknown);
        new DnsSimulator(tree).Answer(Anyone).Kind.ShouldBe(DnsAnswerKind.Unknown);
        var places = ImmutableDictionary<string, Coordinates>.Empty.Add("eu-west-1", new(53, -6));
        tree.Ask(new() { Coordinates = new(0, 0), Places = places }).ShouldBe(["eu"]);
    }

    [Fact]
    public void Multivalue_TwelveRecords_AnswersEightHealthyOnes()
    {
        var tree = Trees.Of(Enumerable.Range(1, 12).Select(number => RecordMember.Multivalue($"m{number}", $"192.0.2.{number}").Checked()));
        tree.Ask(Anyone with { Draw = 0.5 }, "m1", "m7").ShouldBe(["m8", "m9", "m10", "m11", "m12", "m2", "m3", "m4"]);
        tree.Ask(Anyone, Enumerable.Range(1, 9).Select(number => $"m{number}")).ShouldBe(["m10", "m11", "m12"]);
        tree.Ask(Anyone, Enumerable.Range(1, 12).Select(number => $"m{number}")).Length.ShouldBe(8);
    }

    [Theory]
    [InlineData("203.0.113.9", "office")]
    [InlineData("203.0.99.1", "country")]
    [InlineData("2001:db8:0:5::1", "office")]
    [InlineData("198.51.100.1", "default")]
    public void IpBased_LongestPrefix_Wins(string address, string expected) =>
        Ranges().Ask(new() { Address = IPAddress.Parse(address) }).ShouldBe([expected]);

    [Fact]
    public void IpBased_Unhealthy_GoesToTheNextLongestPrefix()
    {
        var client = new DnsClient { Address = IPAddress.Parse("203.0.113.9") };
        Ranges().Ask(client, "office").ShouldBe(["country"]);
        Ranges().Ask(client, "office", "country").ShouldBe(["default"]);
        new DnsSimulator(Ranges()).Answer(Anyone).Kind.ShouldBe(DnsAnswerKind.Unknown);
    }

    [Fact]
    public void Tree_BranchWithoutHealthyRecord_IsLeft()
    {
        var tree = Trees.LatencyOverWeighted("eu-west-1", "us-east-1");
        var client = Trees.Near("eu-west-1", "us-east-1");
        tree.Ask(client, "eu-west-1/blue").ShouldBe(["eu-west-1/green"]);
        tree.Ask(client, "eu-west-1/blue", "eu-west-1/green").ShouldBe(["us-east-1/blue"]);
    }

    [Fact]
    public void Tree_BranchWithOneUnmonitoredRecord_IsNeverLeft()
    {
        var tree = Trees.Of(
            RecordMember.Latency("eu-west-1", RecordTarget.Group(
                RecordMember.Weighted("blue", 1, Trees.Address(1)).Checked(),
                RecordMember.Weighted("green", 1, Trees.Address(2)))),
            RecordMember.Latency("us-east-1", Trees.Address(3)).Checked());
        tree.Ask(Trees.Near("eu-west-1"), "eu-west-1/blue", "eu-west-1/green").ShouldBe(["eu-west-1/green"]);
    }

    [Fact]
    public void Tree_TargetHealthNotEvaluated_StaysInTheBranch()
    {
        var tree = Trees.Of(
            RecordMember.Latency("eu-west-1", RecordTarget.Group(RecordMember.Weighted("blue", 1, Trees.Address(1)).Checked())) with { EvaluateTargetHealth = false },
            RecordMember.Latency("us-east-1", Trees.Address(3)).Checked());
        var answer = new DnsSimulator(tree, "eu-west-1/blue").Answer(Trees.Near("eu-west-1"));
        answer.Paths.ShouldBe(["eu-west-1/blue"]);
        answer.HasFailedOpen.ShouldBeTrue();
    }

    [Fact]
    public void Tree_HealthCheckOnAnAlias_ClosesAHealthyBranch()
    {
        var tree = Trees.Of(
            RecordMember.Latency("eu-west-1", RecordTarget.Group(RecordMember.Weighted("blue", 1, Trees.Address(1)).Checked())).Checked(),
            RecordMember.Latency("us-east-1", Trees.Address(3)).Checked());
        tree.Ask(Trees.Near("eu-west-1"), "eu-west-1").ShouldBe(["us-east-1"]);
    }

    [Fact]
    public void Tree_EverythingUnhealthy_FailsOpenWhereTheClientWouldGo()
    {
        var tree = Trees.LatencyOverWeighted("eu-west-1", "us-east-1");
        var answer = new DnsSimulator(tree, tree.Leaves.Select(leaf => leaf.Path)).Answer(Trees.Near("us-east-1", "eu-west-1"));
        answer.Paths.ShouldBe(["us-east-1/blue"]);
        answer.HasFailedOpen.ShouldBeTrue();
    }

    [Fact]
    public void Simulator_PathOfNoRecord_IsRefused() =>
        Should.Throw<ArgumentException>(() => new DnsSimulator(Blue(1, 1), "red")).Message.ShouldContain("'red'");

    private static IEnumerable<RecordMember> Regions(params IEnumerable<string> regions) =>
        regions.Select((region, index) => RecordMember.Latency(region, Trees.Address(index + 1)).Checked());

    private static RecordTree Blue(int blue, int green) => Trees.Of(
        RecordMember.Weighted("blue", blue, Trees.Address(1)).Checked(),
        RecordMember.Weighted("green", green, Trees.Address(2)).Checked());

    private static RecordTree Places() => Trees.Of(
        RecordMember.Geolocation("texas", GeoLocation.State("TX"), Trees.Address(1)).Checked(),
        RecordMember.Geolocation("states", GeoLocation.Country("US"), Trees.Address(2)).Checked(),
        RecordMember.Geolocation("north-america", GeoLocation.Continent("NA"), Trees.Address(3)).Checked(),
        RecordMember.DefaultGeolocation(Trees.Address(4)).Checked());

    // At the equator a degree is 111.2 km: 0.9 degrees are 100 km, 1.35 degrees 150 km.
    private static RecordTree Distances(int bias) => Trees.Of(
        RecordMember.Geoproximity("near", GeoproximityPlace.At(0, 0.9m), Trees.Address(1)).Checked(),
        RecordMember.Geoproximity("far", GeoproximityPlace.At(0, -1.35m), Trees.Address(2), bias).Checked());

    private static RecordTree Ranges() => Trees.Of(
        RecordMember.IpBased("office", ["203.0.113.0/24", "2001:db8::/32"], Trees.Address(1)).Checked(),
        RecordMember.IpBased("country", ["203.0.0.0/16"], Trees.Address(2)).Checked(),
        RecordMember.DefaultIp(Trees.Address(3)).Checked());
}
