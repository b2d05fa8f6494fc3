using System.Collections.Immutable;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;

namespace NetworkPatterns.Network.Tests.Reachability;

public sealed class MatrixTests
{
    private const int Vpcs = 61;

    [Fact]
    public void AnswerAllPairs_OfASegmentedEstate_AgreesWithEachAnswer()
    {
        var estate = new SegmentedEstate(Vpcs);
        var analyzer = new ReachabilityAnalyzer(estate.Model);

        var matrix = analyzer.AnswerAllPairs(estate.Groups);

        foreach (var from in Enumerable.Range(0, estate.Groups.Length).Where(place => place % 7 == 0))
        {
            for (var to = 0; to < estate.Groups.Length; to += 3)
            {
                Ask(analyzer, estate.Groups, from, to + (from % 3)).ShouldBe(matrix[from, to + (from % 3)], $"{estate.Groups[from].Name} to {estate.Groups[to + (from % 3)].Name}");
            }
        }
    }

    [Fact]
    public void AnswerAllPairs_OfASegmentedEstate_FollowsTheSegments()
    {
        var estate = new SegmentedEstate(Vpcs);

        var matrix = new ReachabilityAnalyzer(estate.Model).AnswerAllPairs(estate.Groups);

        for (var from = 0; from < Vpcs; from++)
        {
            for (var to = 0; to < Vpcs; to++)
            {
                var connects = SegmentedEstate.SegmentOf(from) == SegmentedEstate.SegmentOf(to)
                    && (SegmentedEstate.RegionOf(from) == SegmentedEstate.RegionOf(to) || SegmentedEstate.SegmentOf(from) == 0);
                matrix[from * 3, (to * 3) + 1].ShouldBe(connects ? Verdict.Reachable : Verdict.NotReachable, $"web of {from} to app of {to}");
                if (!SegmentedEstate.Deviates(to))
                {
                    matrix[(from * 3) + 1, (to * 3) + 2].ShouldBe(from == to ? Verdict.Reachable : Verdict.NotReachable, $"app of {from} to data of {to}");
                }
            }
        }
    }

    [Fact]
    public void AnswerAllPairs_OverTheInternet_AgreesWithEachAnswer()
    {
        var estate = new Estate();
        foreach (var (vpc, rule) in new[] { ("V", "tcp 443 0.0.0.0/0"), ("W", "tcp 443 52.0.0.1/32"), ("X", "udp 53 0.0.0.0/0"), ("Y", "tcp 443 0.0.0.0/0") })
        {
            estate.Vpc(vpc, "10.0.0.0/16").InternetGateway($"{vpc}Igw", vpc).Group($"{vpc}Group", vpc, rule)
                .Subnet($"{vpc}P", vpc, "10.0.0.0/24").Route($"{vpc}P", "0.0.0.0/0", $"{vpc}Igw")
                .Subnet($"{vpc}A", vpc, "10.0.1.0/24").Nat($"{vpc}Nat", $"{vpc}P").Route($"{vpc}A", "0.0.0.0/0", $"{vpc}Nat")
                .Host($"{vpc}Web", $"{vpc}P", $"{vpc}Group", null, vpc == "V" ? "52.0.0.1" : "")
                .Host($"{vpc}App", $"{vpc}A", $"{vpc}Group");
        }

        estate.Egress("XGroup", "udp 53 0.0.0.0/0").Acl("YAcl", "YP", "in 100 allow tcp 443 0.0.0.0/0", "in 200 allow tcp 1024-65535 0.0.0.0/0", "out 100 allow tcp 40000-50000 0.0.0.0/0");
        ImmutableArray<InterfaceGroup> groups = [.. estate.Build().All<NetworkInterface>().Select(each => new InterfaceGroup(each.Id.LogicalId, [each.Id]))];
        var analyzer = new ReachabilityAnalyzer(estate.Build());

        var matrix = analyzer.AnswerAllPairs(groups);

        for (var from = 0; from < groups.Length; from++)
        {
            for (var to = 0; to < groups.Length; to++)
            {
                matrix[from, to].ShouldBe(Ask(analyzer, groups, from, to), $"{groups[from].Name} to {groups[to].Name}");
            }
        }

        matrix.Open.GroupBy(each => each.Verdict).Count().ShouldBe(2);
    }

    [Fact]
    public void AnswerAllPairs_WithUnknownsAndLoadBalancers_AgreesWithEachAnswer()
    {
        var estate = new Estate()
            .Vpc("V", "10.0.0.0/16").Subnet("A", "V", "10.0.0.0/24").Subnet("B", "V", "10.0.1.0/24")
            .Group("Open", "V", "all 0.0.0.0/0").Group("Maybe", "V", "tcp 443 ?").Group("Members", "V", "tcp 443 Open").Egress("Members", "tcp 443 Open")
            .Host("One", "A", "Open").Host("Two", "B", "Maybe").Host("Three", "B", "Members")
            .Add(
                new NetworkInterface(Estate.Named("Nowhere"), Estate.Named("Nowhere"), Estate.Open("subnet")) { Groups = [Estate.Id("Open")] },
                new LoadBalancer(Estate.Named("Lb"), LoadBalancerType.Application) { Listeners = [new(Estate.Named("L"), Traffic.Tcp(443), [Estate.Id("Group")])] },
                new TargetGroup(Estate.Named("Group")) { Traffic = Traffic.Tcp(443), Targets = [new() { Owner = Estate.Id("Three") }] },
                new NetworkInterface(Estate.Named("Lb.A"), Estate.Named("Lb"), Estate.Id("A")) { Groups = [Estate.Id("Open")] });
        ImmutableArray<InterfaceGroup> groups = [.. new[] { "One", "Two", "Three", "Nowhere", "Lb.A" }.Select(name => new InterfaceGroup(name, [Estate.Id(name)]))];
        var analyzer = new ReachabilityAnalyzer(estate.Build());

        var matrix = analyzer.AnswerAllPairs(groups);

        for (var from = 0; from < groups.Length; from++)
        {
            for (var to = 0; to < groups.Length; to++)
            {
                matrix[from, to].ShouldBe(Ask(analyzer, groups, from, to), $"{groups[from].Name} to {groups[to].Name}");
            }
        }

        matrix.Open.Select(each => each.Verdict).Distinct().Order().ShouldBe([Verdict.Reachable, Verdict.Unknown]);
    }

    private static Verdict Ask(ReachabilityAnalyzer analyzer, ImmutableArray<InterfaceGroup> groups, int from, int to) => analyzer
        .Decide(new(new EndpointSelector.Interfaces(groups[from].Interfaces), new EndpointSelector.Interfaces(groups[to].Interfaces)));
}
