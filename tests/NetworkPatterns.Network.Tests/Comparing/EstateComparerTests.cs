using System.Collections.Immutable;
using NetworkPatterns.Core.Guarantees;
using NetworkPatterns.Network.Comparing;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Proving;
using NetworkPatterns.Network.Survey;
using NetworkPatterns.Network.Tests.Reachability;

namespace NetworkPatterns.Network.Tests.Comparing;

public sealed class EstateComparerTests
{
    [Fact]
    public void Compare_SameEstate_IsEmpty() => Compare(Net("tcp 443 0.0.0.0/0"), Net("tcp 443 0.0.0.0/0")).Changes.ShouldBeEmpty();

    [Fact]
    public void Compare_OnePortMore_OpensExactlyThatPort()
    {
        var change = Compare(Net("tcp 443 0.0.0.0/0"), Net("tcp 443 0.0.0.0/0", "tcp 22 0.0.0.0/0"))
            .Of(ChangeKind.Opened).Where(change => change.From == "internet").ShouldHaveSingleItem();

        change.To.ShouldBe("Web");
        var packets = change.Packets.ShouldHaveSingleItem();
        packets.DestinationPorts.ShouldBe([new PortRange(22, 22)]);
        packets.Destinations.ShouldHaveSingleItem().Symbol.ShouldNotBeNull();
        change.Path.Select(hop => hop.Component.ToString()).ShouldContain("Group");
    }

    [Fact]
    public void Compare_WiderSource_OpensOnlyTheNewAddresses()
    {
        var change = Compare(Net("tcp 443 52.0.0.0/8"), Net("tcp 443 52.0.0.0/7"))
            .Of(ChangeKind.Opened).Where(change => change.From == "internet").ShouldHaveSingleItem();

        change.Packets.ShouldHaveSingleItem().Sources.ShouldHaveSingleItem().ToString().ShouldBe("53.0.0.0-53.255.255.255");
    }

    [Fact]
    public void Compare_RuleTakenAway_ClosesAndSaysWhatBlocks()
    {
        var comparison = Compare(Net("tcp 443 0.0.0.0/0", "tcp 22 0.0.0.0/0"), Net("tcp 443 0.0.0.0/0"));

        comparison.Of(ChangeKind.Opened).ShouldBeEmpty();
        var change = comparison.Of(ChangeKind.Closed).Where(change => change.From == "internet").ShouldHaveSingleItem();
        change.Explanations.ShouldHaveSingleItem().Code.ShouldBe("ENI_SG_RULES_MISMATCH");
        change.Explanations[0].Component.ToString().ShouldBe("Group");
    }

    [Fact]
    public void Compare_WithOpenValues_KeepsDecisionsApart()
    {
        var open = Net("tcp 443 0.0.0.0/0", "tcp 22 ?");

        FromInternet(Compare(Net("tcp 443 0.0.0.0/0"), open)).ShouldBe([ChangeKind.OpenedPerhaps]);
        FromInternet(Compare(Net("tcp 443 0.0.0.0/0", "tcp 22 0.0.0.0/0"), open)).ShouldBe([ChangeKind.ClosedPerhaps]);
        FromInternet(Compare(open, Net("tcp 443 0.0.0.0/0", "tcp 22 0.0.0.0/0"))).ShouldBe([ChangeKind.DecidedOpen]);
        FromInternet(Compare(open, Net("tcp 443 0.0.0.0/0"))).ShouldBe([ChangeKind.DecidedClosed]);
        FromInternet(Compare(open, open)).ShouldBeEmpty();
    }

    [Fact]
    public void Compare_OpenValues_NamesThem() => Compare(Net("tcp 443 0.0.0.0/0"), Net("tcp 443 0.0.0.0/0", "tcp 22 ?"))
        .Of(ChangeKind.OpenedPerhaps).First(change => change.From == "internet").Unknowns.ShouldHaveSingleItem().Reason.ShouldBe("the peer of a rule");

    [Fact]
    public void Compare_ResourceAdded_IsAPartyThatOpens()
    {
        var comparison = Compare(Net("tcp 443 0.0.0.0/0"), Net("tcp 443 0.0.0.0/0").Host("Second", "A", "Group"));

        comparison.Added.ShouldBe(["Second"]);
        comparison.Removed.ShouldBeEmpty();
        comparison.Of(ChangeKind.Opened).Select(change => $"{change.From}>{change.To}").ShouldBe(["Client>Second", "Second>Web", "Web>Second"], ignoreOrder: true);
    }

    [Fact]
    public void Compare_FirstInstanceOfATier_OpensNothingByItself()
    {
        ImmutableArray<Tier> tiers = [new(new TierMember("Net", "web"), [Estate.Id("A"), Estate.Id("Group")]), new(new TierMember("Net", "client"), [Estate.Id("B"), Estate.Id("Clients")])];
        var empty = Net("tcp 443 0.0.0.0/0").Remove("Web").Remove("Client");
        var filled = Net("tcp 443 0.0.0.0/0").Remove("Web").Remove("Client").Host("Web", "A", "Group");
        var wider = Net("tcp 443 0.0.0.0/0", "tcp 22 Clients").Remove("Web").Remove("Client").Host("Web", "A", "Group");

        Compare(empty, filled, tiers).Changes.ShouldBeEmpty();
        var change = Compare(empty, wider, tiers).Changes.ShouldHaveSingleItem();
        $"{change.From} {change.To} {change.Kind}".ShouldBe("Net/client Net/web Opened");
    }

    [Fact]
    public void Compare_RouteToADifferentConnection_ComparesOnPremisesToo()
    {
        var before = OnPremises("192.168.0.0/24");
        var change = Compare(before, OnPremises("192.168.0.0/16")).Of(ChangeKind.Opened).Single(change => change.From == "Web" && change.To == "cidr:192.168.0.0/16");

        change.Packets.SelectMany(packets => packets.Destinations).Select(range => range.ToString()).Distinct(StringComparer.Ordinal)
            .ShouldBe(["192.168.1.0-192.168.255.255"]);
    }

    private static Estate OnPremises(string range) => Net("tcp 443 0.0.0.0/0")
        .Add(new VpnGateway(Estate.Named("Vgw"), Estate.Id("V")), new OnPremisesConnection(Estate.Named("Vpn"), Estate.Id("Vgw")) { Ranges = ImmutableArray.Create(Core.Addressing.Cidr.Parse(range)) })
        .Route("A", "192.168.0.0/16", "Vgw");

    private static IEnumerable<ChangeKind> FromInternet(EstateComparison comparison) =>
        comparison.Changes.Where(change => change.From == "internet").Select(change => change.Kind);

    private static EstateComparison Compare(Estate before, Estate after, ImmutableArray<Tier>? tiers = null) => EstateComparer.Compare(
        NetworkSurvey.Of(before.Build(), tiers ?? [], SurveyGrouping.Tier), NetworkSurvey.Of(after.Build(), tiers ?? [], SurveyGrouping.Tier));

    private static Estate Net(params string[] rules) => new Estate()
        .Vpc("V", "10.0.0.0/16").InternetGateway("Igw", "V").Subnet("A", "V", "10.0.0.0/24").Route("A", "0.0.0.0/0", "Igw").Subnet("B", "V", "10.0.1.0/24")
        .Group("Group", "V", rules).Group("Clients", "V")
        .Host("Web", "A", "Group", null, "").Host("Client", "B", "Clients");
}
