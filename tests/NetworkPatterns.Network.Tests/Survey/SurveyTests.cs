using System.Collections.Immutable;
using NetworkPatterns.Core.Guarantees;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Proving;
using NetworkPatterns.Network.Reachability;
using NetworkPatterns.Network.Survey;
using NetworkPatterns.Network.Tests.Reachability;

namespace NetworkPatterns.Network.Tests.Survey;

public sealed class SurveyTests
{
    private static readonly ImmutableArray<Tier> Tiers = [new(new TierMember("Net", "web"), [Estate.Id("A")]), new(new TierMember("Net", "jobs"), [Estate.Id("B"), Estate.Id("Jobs")])];

    [Fact]
    public void Of_ByTier_KeepsWhatBelongsToNoneByItself()
    {
        var survey = NetworkSurvey.Of(Net().Host("Other", "C", "Open").Build(), Tiers, SurveyGrouping.Tier);

        survey.Groups.Select(group => group.Name).ShouldBe(["Net/jobs", "Net/web", "Other"]);
        survey.Groups[0].Present.ShouldBeEmpty();
        survey.Groups[0].Members.Length.ShouldBe(2);
        survey.Groups[1].Members.ShouldBe([Estate.Id("Web")]);
    }

    [Fact]
    public void Of_TaggedTier_IsTheDeclaredOneOfThatName()
    {
        var survey = NetworkSurvey.Of(Net().Host("Other", "C", "Open").Build(), Tiers.Add(new(new TierMember("", "web"), [Estate.Id("A"), Estate.Id("C")])), SurveyGrouping.Tier);

        survey.Groups.Select(group => group.Name).ShouldBe(["Net/jobs", "Net/web"]);
        survey.Groups[1].Members.ShouldBe([Estate.Id("Web"), Estate.Id("Other")]);
    }

    [Fact]
    public void Of_VpcWithoutInterfaces_IsSeenByItsRoutes()
    {
        var estate = Net().Vpc("W", "10.1.0.0/16").Subnet("WA", "W", "10.1.0.0/24").Peering("Peer", "V", "W").Route("A", "10.1.0.0/16", "Peer").Route("WA", "10.0.0.0/16", "Peer");
        var matrix = SurveyMatrix.Of(NetworkSurvey.Of(estate.Build(), [], SurveyGrouping.Vpc));

        matrix.Parties.ShouldBe(["internet", "V", "W"]);
        matrix.Find("V", "W")!.Verdict.ShouldBe(Verdict.Reachable);
        matrix.Find("internet", "W").ShouldBeNull();
    }

    [Fact]
    public void Of_BySegment_NamesTablesAndTiersOfTheHub()
    {
        var estate = new Estate().TransitGateway("Hub", defaults: false);
        foreach (var (vpc, net) in new[] { ("P", 1), ("Q", 2), ("R", 3) })
        {
            estate.Vpc(vpc, $"10.{net}.0.0/16").Subnet($"{vpc}A", vpc, $"10.{net}.0.0/24").Group($"{vpc}G", vpc, "all 0.0.0.0/0").Host($"{vpc}H", $"{vpc}A", $"{vpc}G")
                .Attachment($"{vpc}T", "Hub", vpc, $"{vpc}A").Route($"{vpc}A", "10.0.0.0/8", "Hub");
        }

        estate.TransitTable("Prod", "Hub", ["PT", "QT"], ["PT", "QT"]).TransitTable("Dev", "Hub", ["RT"], []);
        ImmutableArray<Tier> tiers = [new(new TierMember("Core", "development"), [Estate.Id("RT")])];

        var survey = NetworkSurvey.Of(estate.Build(), tiers, SurveyGrouping.Segment);

        survey.Groups.Select(group => $"{group.Name}: {string.Join(' ', group.Members)}").ShouldBe(["Core/development: RH", "Prod: PH QH"]);
        SurveyMatrix.Of(survey).Open.Select(pair => $"{pair.From}>{pair.To}").ShouldBe(["Prod>Prod"]);
    }

    [Fact]
    public void Matrix_OfASegmentedEstate_EqualsEachAnswer()
    {
        var estate = new SegmentedEstate(12);
        var survey = NetworkSurvey.Of(estate.Model, [], SurveyGrouping.Vpc);
        var matrix = SurveyMatrix.Of(survey);

        foreach (var from in survey.Groups)
        {
            // A single host has nobody of its own to talk to.
            foreach (var to in survey.Groups.Where(to => to != from || to.Members.Length > 1))
            {
                var answer = survey.Analyzer.Answer(new(from.Selector, to.Selector));
                (matrix.Find(from.Name, to.Name)?.Verdict ?? Verdict.NotReachable).ShouldBe(answer.Verdict, $"{from.Name} to {to.Name}");
            }

            (matrix.Find("internet", from.Name)?.Verdict ?? Verdict.NotReachable).ShouldBe(survey.Analyzer.Decide(new(EndpointSelector.TheInternet, from.Selector)));
            (matrix.Find(from.Name, "internet")?.Verdict ?? Verdict.NotReachable).ShouldBe(survey.Analyzer.Decide(new(from.Selector, EndpointSelector.TheInternet)));
        }
    }

    [Theory]
    [InlineData("all 0.0.0.0/0", true, "0-65535", "0-65535", true)]
    [InlineData("tcp 80-90 0.0.0.0/0,tcp 91 0.0.0.0/0,udp 53 10.0.0.0/8", false, "80-91", "53", false)]
    [InlineData("icmp 8 0.0.0.0/0", false, "", "", true)]
    public void Summary_OfAnswers_JoinsPorts(string rules, bool isEverything, string tcp, string udp, bool icmp)
    {
        var answer = Net(rules.Split(',')).Host("Client", "B", "Jobs").Ask("Client", "Web");

        var summary = TrafficSummary.Of(answer.Packets);

        summary.IsEverything.ShouldBe(isEverything);
        string.Join(',', summary.Tcp).ShouldBe(tcp);
        string.Join(',', summary.Udp).ShouldBe(udp);
        summary.HasIcmp.ShouldBe(icmp);
        summary.Others.IsEmpty.ShouldBe(!isEverything);
    }

    private static Estate Net(params string[] rules) => new Estate()
        .Vpc("V", "10.0.0.0/16").Subnet("A", "V", "10.0.0.0/24").Subnet("B", "V", "10.0.1.0/24").Subnet("C", "V", "10.0.2.0/24")
        .Group("Open", "V", rules.Length == 0 ? ["all 0.0.0.0/0"] : rules).Group("Jobs", "V")
        .Host("Web", "A", "Open");
}
