using System.Collections.Immutable;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;
using static NetworkPatterns.Network.Tests.Reachability.Estate;

namespace NetworkPatterns.Network.Tests.Reachability;

public sealed class RouteTableTests
{
    private static Estate TwoHosts() => new Estate()
        .Vpc("V", "10.0.0.0/16", "10.9.0.0/16", "fd00::/56")
        .Subnet("A", "V", "10.0.0.0/24", ipv6: "fd00::/64")
        .Subnet("B", "V", "10.9.1.0/24", ipv6: "fd00:0:0:1::/64")
        .Group("All", "V", "all 0.0.0.0/0", "all ::/0")
        .Host("Client", "A", "All", InterfaceAddress.AnyIPv4, InterfaceAddress.AnyIPv6)
        .Host("Server", "B", "All", InterfaceAddress.AnyIPv4, InterfaceAddress.AnyIPv6);

    [Theory]
    [InlineData(IpVersion.V4)]
    [InlineData(IpVersion.V6)]
    public void S31_LocalRoute_CoversEveryRangeOfTheVpc(IpVersion version) =>
        TwoHosts().Ask("Client", "Server", QueryProtocol.Tcp, 443, version).ShouldBeReachable();

    [Fact]
    public void S32_Subnet_WithoutAssociation_UsesTheMainTable_WhichIsLocalOnly()
    {
        var estate = TwoHosts().InternetGateway("Igw", "V").Host("Public", "A", "All", null, "52.0.0.1")
            .Change<Subnet>("A", subnet => subnet with { RouteTable = null });

        estate.Tcp("Public", "Server", 443).ShouldBeReachable();
        estate.Tcp("Public", "internet", 443).ShouldBeBlocked("NO_ROUTE_TO_DESTINATION V.MainRouteTable");
    }

    [Fact]
    public void S33_LongestPrefix_Wins()
    {
        var estate = Between("10.1.0.0/16", "Pcx").Route("A", RouteDestination.To("10.1.0.0/24"), new RouteTarget.Blackhole("deleted"));

        estate.Tcp("Client", "Remote", 443).ShouldBeBlocked("BAD_STATE_ROUTE ATable");
    }

    [Fact]
    public void S33_SamePrefix_StaticBeforePrefixListBeforePropagated()
    {
        var estate = Between("10.1.0.0/16", "Pcx")
            .Add(new PrefixList(Named("List")) { Entries = ImmutableArray.Create(Cidr.Parse("10.1.0.0/16")) })
            .Add(new VpnGateway(Named("Vgw"), Id("V")))
            .Add(new OnPremisesConnection(Named("Vpn"), Id("Vgw")) { Ranges = ImmutableArray.Create(Cidr.Parse("10.1.0.0/16")) })
            .Route("A", new RouteDestination.List(Id("List")), RouteTarget.To(Id("Vgw")))
            .Change<RouteTable>("ATable", table => table with { PropagatingGateways = [Id("Vgw")] });

        estate.Tcp("Client", "Remote", 443).ShouldBeReachable();
        estate.Ask("Client", "10.1.0.0/16").Verdict.ShouldBe(Verdict.NotReachable);
    }

    [Fact]
    public void S34_PropagatedRoute_InsideTheLocalOne_Loses() =>
        TwoHosts().Add(new VpnGateway(Named("Vgw"), Id("V")))
            .Add(new OnPremisesConnection(Named("Vpn"), Id("Vgw")) { Ranges = ImmutableArray.Create(Cidr.Parse("10.9.1.0/24")) })
            .Change<RouteTable>("ATable", table => table with { PropagatingGateways = [Id("Vgw")] })
            .Tcp("Client", "Server", 443)
            .ShouldBeReachable();

    [Theory]
    [InlineData("10.9.1.0/24", false)]
    [InlineData("10.9.1.0/25", true)]
    public void S34_StaticRoute_InsideTheLocalOne_WinsForAWholeSubnetOnly(string cidr, bool isIgnored)
    {
        var estate = TwoHosts().Subnet("F", "V", "10.0.9.0/24").Host("Appliance", "F", "All").Route("A", cidr, "Appliance");

        var answer = estate.Ask("Client", "Server", QueryProtocol.Tcp, 443, IpVersion.V4);

        answer.Verdict.ShouldBe(isIgnored ? Verdict.Reachable : Verdict.NotReachable);
    }

    [Fact]
    public void S35_IPv4AndIPv6Routes_AreIndependent()
    {
        var estate = new Estate().Vpc("V", "10.0.0.0/16", "2a05:d018::/56").Subnet("A", "V", "10.0.0.0/24", ipv6: "2a05:d018::/64")
            .Group("All", "V").InternetGateway("Igw", "V").Route("A", "0.0.0.0/0", "Igw")
            .Host("Client", "A", "All", InterfaceAddress.AnyIPv4 with { HasPublicAddress = true }, InterfaceAddress.AnyIPv6);

        estate.Ask("Client", "internet", QueryProtocol.Tcp, 443, IpVersion.V4).ShouldBeReachable();
        estate.Ask("Client", "internet", QueryProtocol.Tcp, 443, IpVersion.V6).ShouldBeBlocked("NO_ROUTE_TO_DESTINATION ATable");
    }

    [Fact]
    public void S36_Blackhole_StillWinsByPrefix() =>
        Between("10.0.0.0/8", "Pcx").Route("A", RouteDestination.To("10.1.0.0/16"), new RouteTarget.Blackhole("the target was deleted"))
            .Tcp("Client", "Remote", 443)
            .ShouldBeBlocked("BAD_STATE_ROUTE ATable");

    [Fact]
    public void S37_PrefixListRoute_IsARouteForEachEntry()
    {
        var estate = Between("10.1.9.0/24", "Pcx")
            .Add(new PrefixList(Named("List")) { Entries = ImmutableArray.Create(Cidr.Parse("10.1.0.0/24"), Cidr.Parse("10.2.0.0/16")) })
            .Route("A", new RouteDestination.List(Id("List")), RouteTarget.To(Id("Pcx")));

        estate.Tcp("Client", "Remote", 443).ShouldBeReachable();
    }

    [Fact]
    public void S37_OverlappingPrefixLists_WithDifferentTargets_AreUndecided() =>
        Between("10.1.9.0/24", "Pcx")
            .Add(
                new PrefixList(Named("One")) { Entries = ImmutableArray.Create(Cidr.Parse("10.1.0.0/24")) },
                new PrefixList(Named("Two")) { Entries = ImmutableArray.Create(Cidr.Parse("10.1.0.0/24")) },
                new VpnGateway(Named("Vgw"), Id("V")))
            .Route("A", new RouteDestination.List(Id("One")), RouteTarget.To(Id("Pcx")))
            .Route("A", new RouteDestination.List(Id("Two")), RouteTarget.To(Id("Vgw")))
            .Tcp("Client", "Remote", 443)
            .ShouldBeUnknown("same preference");

    [Fact]
    public void S38_EdgeTable_RedirectsWhatComesIn_AndBothDirectionsPassTheFirewall()
    {
        var estate = Edge();

        var answer = estate.Tcp("internet", "Web", 443).ShouldBeReachable();

        answer.Path().ShouldContain("Endpoint");
        answer.ReturnPath().ShouldContain("Endpoint");
    }

    [Fact]
    public void S38_RedirectedSubnet_CannotAnswerOverADirectGatewayRoute() =>
        Edge().Change<RouteTable>("ATable", table => table with { Routes = [new(table.Component, RouteDestination.To("0.0.0.0/0"), RouteTarget.To(Id("Igw")))] })
            .Tcp("internet", "Web", 443)
            .ShouldBeBlocked("INGRESS_RTB_TRAFFIC_REDIRECTION EdgeTable", "FIREWALL_ASYMMETRIC_ROUTING Firewall");

    [Fact]
    public void S38_RedirectedSubnet_CannotGoOutDirectly_WhateverTheFirewallKeeps() =>
        Edge().Change<RouteTable>("ATable", table => table with { Routes = [new(table.Component, RouteDestination.To("0.0.0.0/0"), RouteTarget.To(Id("Igw")))] })
            .Change<NetworkFirewall>("Firewall", firewall => firewall with { Policy = firewall.Policy.Value with { StatelessDefault = StatelessAction.Pass } })
            .Tcp("Web", "internet", 443)
            .ShouldBeBlocked("INGRESS_RTB_TRAFFIC_REDIRECTION EdgeTable");

    [Fact]
    public void S38_EdgeTable_OfAGatewayThatIsNotKnown_MayRouteWhatComesInOrNot()
    {
        var estate = Edge().Change<RouteTable>("EdgeTable", table => table with { GatewayAssociations = [Open("the gateway is a parameter")] });

        estate.Tcp("Web", "internet", 443).ShouldBeUnknown("the gateway is a parameter");
    }

    [Fact]
    public void S38_EdgeTable_OfAVpcThatIsNotKnown_IsInTheVpcOfItsGateway()
    {
        var estate = Edge();
        var expected = estate.Tcp("Web", "internet", 443).ShouldBeReachable().ReturnPath();

        var answer = estate.Change<RouteTable>("EdgeTable", table => table with { Vpc = Id("SomeVpc") }).Tcp("Web", "internet", 443).ShouldBeReachable();

        answer.ReturnPath().ShouldBe(expected);
        answer.ReturnPath().ShouldContain("EdgeTable");
    }

    [Fact]
    public void S38_RedirectedSubnet_WhoseRangeIsNotKnown_MayBeAnother()
    {
        var estate = Edge().Change<Subnet>("F", subnet => subnet with { Ipv4Cidr = Open("the range is a parameter") });

        estate.Tcp("Web", "internet", 443).ShouldBeUnknown("the range is a parameter");
    }

    private static Estate Edge() => TwoHosts().InternetGateway("Igw", "V")
        .Subnet("F", "V", "10.0.9.0/28")
        .Add(new NetworkFirewall(Named("Firewall"), new FirewallPolicy(Named("Policy"))) { Endpoints = [new(Named("Endpoint"), Id("F"))] })
        .Host("Web", "A", "All", null, "52.0.0.1")
        .Route("A", "0.0.0.0/0", "Endpoint")
        .Route("F", "0.0.0.0/0", "Igw")
        .Add(new RouteTable(Named("EdgeTable"), Id("V"))
        {
            GatewayAssociations = [Id("Igw")],
            Routes = [new(Named("EdgeTable"), RouteDestination.To("10.0.0.0/24"), RouteTarget.To(Id("Endpoint")))],
        });

    private static Estate Between(string route, string target) => TwoHosts()
        .Vpc("W", "10.1.0.0/16").Subnet("C", "W", "10.1.0.0/24").Group("Far", "W", "all 0.0.0.0/0").Host("Remote", "C", "Far")
        .Peering("Pcx", "V", "W").Route("A", route, target).Route("C", "10.0.0.0/16", "Pcx");

    [Fact]
    public void Unknown_RouteTarget_IsUnknownForItsDestinationOnly()
    {
        var estate = Between("10.1.9.0/24", "Pcx").Route("A", RouteDestination.To("10.1.0.0/24"), new RouteTarget.Open(Open("the gateway is a parameter")));

        estate.Tcp("Client", "Remote", 443).ShouldBeUnknown("the gateway is a parameter");
        estate.Tcp("Client", "Server", 443).ShouldBeReachable();
    }

    [Fact]
    public void Unknown_RouteDestination_LeavesLocalTrafficAlone()
    {
        var estate = Between("10.1.9.0/24", "Pcx").Route("A", new RouteDestination.Open(Open("the range is a parameter")), RouteTarget.To(Id("Pcx")));

        estate.Tcp("Client", "Remote", 443).ShouldBeUnknown("the range is a parameter");
        estate.Tcp("Client", "Server", 443).ShouldBeReachable();
    }

    [Fact]
    public void Unknown_RouteThatLeadsToTheSameTarget_DoesNotMatter() =>
        Between("10.1.0.0/16", "Pcx").Route("A", new RouteDestination.Open(Open("the range is a parameter")), RouteTarget.To(Id("Pcx")))
            .Tcp("Client", "Remote", 443)
            .ShouldBeReachable();

    [Fact]
    public void Unknown_Table_MayHaveRoutesInsideTheVpc() =>
        TwoHosts().Change<Subnet>("A", subnet => subnet with { RouteTable = Open("imported table") }).Tcp("Client", "Server", 443).ShouldBeUnknown("imported table");

    [Fact]
    public void Unknown_Table_IsUnknown() =>
        TwoHosts().Change<Subnet>("A", subnet => subnet with { RouteTable = Open("imported table") }).Host("Public", "A", "All", null, "52.0.0.1").InternetGateway("Igw", "V")
            .Tcp("Public", "internet", 443)
            .ShouldBeUnknown("imported table");
}
