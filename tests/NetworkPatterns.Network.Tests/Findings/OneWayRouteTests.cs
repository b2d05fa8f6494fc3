using NetworkPatterns.Network.Findings;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Tests.Reachability;
using static NetworkPatterns.Network.Tests.Findings.FindingEstates;

namespace NetworkPatterns.Network.Tests.Findings;

/// <summary>NP3003: networks whose answers do not come back, and the same ones with a way back.</summary>
public sealed class OneWayRouteTests
{
    [Fact]
    public void OneWayRoute_OfAPeering_NamesTheTableWithoutTheRoute()
    {
        var finding = One(Peered().Change<RouteTable>("YTable", table => table with { Routes = [] }), "NP3003");

        finding.Severity.ShouldBe(FindingSeverity.Warning);
        finding.Component.ToString().ShouldBe("YTable");
        finding.Detail.ShouldContain("packets from X arrive in W");
    }

    [Fact]
    public void OneWayRoute_BothWays_IsNone() => None(Peered(), "NP3003");

    [Fact]
    public void OneWayRoute_OfATransitGateway_NamesItsTable()
    {
        var estate = Transit().TransitTable("One", "Hub", ["XT"], ["YT"]).TransitTable("Other", "Hub", ["YT"], []);

        One(estate, "NP3003").Component.ToString().ShouldBe("Other");
        None(Transit().TransitTable("One", "Hub", ["XT"], ["YT"]).TransitTable("Other", "Hub", ["YT"], ["XT"]), "NP3003");
        None(Transit().TransitTable("One", "Hub", ["XT"], []).TransitTable("Other", "Hub", ["YT"], []), "NP3003");
    }

    [Fact]
    public void OneWayRoute_ToAnIsolatedSubnetOfAVpcThatAnswers_IsInformation()
    {
        var finding = One(PeeredWithZ(), "NP3003");

        finding.Severity.ShouldBe(FindingSeverity.Information);
        finding.Component.ToString().ShouldBe("ZTable");
    }

    [Fact]
    public void OneWayRoute_ToASubnetWithOtherRoutes_IsAWarning() =>
        One(PeeredWithZ().InternetGateway("Igw", "W").Route("Z", "0.0.0.0/0", "Igw"), "NP3003").Severity.ShouldBe(FindingSeverity.Warning);

    [Fact]
    public void OneWayRoute_FromOrToSubnetsOfGatewaysOnly_IsNone()
    {
        var estate = PeeredWithZ().InternetGateway("Igw", "W").Route("Z", "0.0.0.0/0", "Igw").Nat("Nat", "Z");

        None(estate, "NP3003");
        One(estate.Host("ZH", "Z", "YG"), "NP3003");
    }

    // Each zone's answers go to the firewall endpoint of the other.
    [Fact]
    public void OneWayRoute_AnotherFirewallEndpointOnTheWayBack_IsFound()
    {
        One(Inspected(forth: "Firewall.Endpoint1", back: "Firewall.Endpoint2"), "NP3003", count: 2).Detail.ShouldContain("(FIREWALL_ASYMMETRIC_ROUTING)");
        None(Inspected(forth: "Firewall.Endpoint1", back: "Firewall.Endpoint1"), "NP3003");
    }

    // Pairs that nothing joins must not use up the number of pairs that are looked into.
    [Fact]
    public void OneWayRoute_AmongManyNetworksOfTheirOwn_IsFound()
    {
        const int Lone = 150;
        (Lone * (Lone - 1)).ShouldBeGreaterThan(OneWayRoutes.MostPairs);
        var estate = new Estate();
        for (var i = 0; i < Lone; i++)
        {
            estate.Vpc($"Lone{i}", $"10.{i}.0.0/16").Subnet($"LoneSubnet{i}", $"Lone{i}", $"10.{i}.0.0/24");
        }

        Two("10.1.0.0/16", estate).Peering("Peer", "V", "W").Route("X", "10.1.0.0/16", "Peer");

        One(estate, "NP3003").Component.ToString().ShouldBe("YTable");
    }

    private static Estate PeeredWithZ() => Peered().Subnet("Z", "W", "10.1.1.0/24");

    // Two VPCs on a Transit Gateway, and one with a firewall between them.
    private static Estate Inspected(string forth, string back) => Transit()
        .Vpc("I", "10.200.0.0/16").Subnet("IT", "I", "10.200.0.0/24").Subnet("F1", "I", "10.200.1.0/24").Subnet("F2", "I", "10.200.2.0/24")
        .Add(new NetworkFirewall(Estate.Named("Firewall"), new FirewallPolicy(Estate.Named("Policy")))
        {
            Endpoints = [new(Estate.Named("Firewall.Endpoint1"), Estate.Id("F1")), new(Estate.Named("Firewall.Endpoint2"), Estate.Id("F2"))],
        })
        .Attachment("IA", "Hub", "I", "IT")
        .Route("IT", "10.1.0.0/16", forth).Route("IT", "10.0.0.0/16", back)
        .Route("F1", "10.0.0.0/8", "Hub").Route("F2", "10.0.0.0/8", "Hub")
        .TransitTable("Spokes", "Hub", ["XT", "YT"], [], Estate.TransitRoute("10.0.0.0/8", "IA"))
        .TransitTable("Inspection", "Hub", ["IA"], ["XT", "YT"]);
}
