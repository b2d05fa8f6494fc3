using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;
using static NetworkPatterns.Network.Tests.Reachability.Estate;

namespace NetworkPatterns.Network.Tests.Reachability;

public sealed class TransitGatewayTests
{
    private static Estate Net(bool defaults = true) => new Estate()
        .Vpc("V", "10.0.0.0/16").Subnet("A", "V", "10.0.0.0/24").Group("GV", "V", "all 0.0.0.0/0").Host("One", "A", "GV")
        .Vpc("W", "10.1.0.0/16", "10.11.0.0/16").Subnet("B", "W", "10.1.0.0/24").Group("GW", "W", "all 0.0.0.0/0").Host("Two", "B", "GW")
        .TransitGateway("Tgw", defaults)
        .Attachment("AtV", "Tgw", "V", "A").Attachment("AtW", "Tgw", "W", "B")
        .Route("A", "10.0.0.0/8", "Tgw").Route("B", "10.0.0.0/8", "Tgw");

    [Fact]
    public void S55_Reply_UsesTheOtherAttachmentsTable()
    {
        Net(defaults: false).TransitTable("TV", "Tgw", ["AtV"], ["AtW"]).TransitTable("TW", "Tgw", ["AtW"], []).Tcp("One", "Two", 443)
            .ShouldBeBlocked("TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT TW");
        Net(defaults: false).TransitTable("TV", "Tgw", ["AtV"], ["AtW"]).TransitTable("TW", "Tgw", ["AtW"], ["AtV"]).Tcp("One", "Two", 443).ShouldBeReachable();
    }

    [Fact]
    public void S55_StaticRoute_WinsOverPropagatedOfTheSamePrefix() =>
        Net(defaults: false).TransitTable("T", "Tgw", ["AtV", "AtW"], ["AtV", "AtW"], TransitRoute("10.1.0.0/16", null))
            .Tcp("One", "Two", 443)
            .ShouldBeBlocked("TGW_RTB_BAD_STATE_ROUTE T");

    [Fact]
    public void S56_Defaults_AssociateAndPropagateToAnImpliedTable() =>
        Net().Tcp("One", "Two", 443).ShouldBeReachable().Path()
            .ShouldBe("One > GV > ATable > V.DefaultNetworkAcl > V.DefaultNetworkAcl > AtV > Tgw.DefaultRouteTable > AtW > BTable > GW > Two");

    [Fact]
    public void S56_WithoutDefaults_AnAttachmentNeedsAnAssociation() =>
        Net(defaults: false).TransitTable("T", "Tgw", ["AtW"], ["AtV", "AtW"]).Tcp("One", "Two", 443)
            .ShouldBeBlocked("TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION AtV", "TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT Tgw.DefaultRouteTable");

    [Fact]
    public void S57_VpcAttachment_PropagatesEveryRangeOfTheVpc() =>
        Net().Subnet("S", "W", "10.11.0.0/24").Host("Secondary", "S", "GW").Route("S", "10.0.0.0/8", "Tgw").Tcp("One", "Secondary", 443).ShouldBeReachable();

    [Fact]
    public void S57_VpcRouteTables_GetNothingByThemselves() =>
        Net().Remove("ATable").Add(new RouteTable(Named("ATable"), Id("V"))).Tcp("One", "Two", 443).ShouldBeBlocked("NO_ROUTE_TO_DESTINATION ATable");

    [Fact]
    public void S58_ZoneWithoutAttachmentSubnet_CannotUseTheGateway()
    {
        var estate = Net().Subnet("Z", "V", "10.0.9.0/24", "b").Host("Other", "Z", "GV").Route("Z", "10.0.0.0/8", "Tgw");

        estate.Tcp("Other", "Two", 443).ShouldBeBlocked("TGW_ROUTE_AZ_RESTRICTION AtV");

        // The other direction enters by the attachment's zone; only its answers need one of their own.
        estate.Tcp("Two", "Other", 443).ShouldBeBlocked("TGW_ROUTE_AZ_RESTRICTION AtV");
    }

    [Fact]
    public void S59_OnEntry_TheAttachmentSubnetsTableDecides()
    {
        var estate = Net().Subnet("T", "W", "10.1.9.0/28").Subnet("F", "W", "10.1.8.0/28")
            .Change<TransitGatewayAttachment>("AtW", each => each with { Subnets = [Id("T")] })
            .Add(new NetworkFirewall(Named("Firewall"), new FirewallPolicy(Named("Policy"))) { Endpoints = [new(Named("Endpoint"), Id("F"))] })
            .Route("T", "10.1.0.0/24", "Endpoint")
            .Change<RouteTable>("BTable", table => table with { Routes = [new(table.Component, RouteDestination.To("10.0.0.0/8"), RouteTarget.To(Id("Endpoint")))] })
            .Route("F", "10.0.0.0/8", "Tgw");

        estate.Tcp("One", "Two", 443).ShouldBeReachable().Path().ShouldContain("Endpoint");
    }

    // Spokes through an inspection VPC with a firewall endpoint in each of two zones.
    private static Estate Inspection(bool applianceMode) => new Estate()
        .Vpc("V", "10.0.0.0/16").Subnet("A", "V", "10.0.0.0/24", "a").Group("GV", "V", "all 0.0.0.0/0").Host("One", "A", "GV")
        .Vpc("W", "10.1.0.0/16").Subnet("B", "W", "10.1.0.0/24", "b").Group("GW", "W", "all 0.0.0.0/0").Host("Two", "B", "GW")
        .Vpc("I", "10.2.0.0/16")
        .Subnet("Ta", "I", "10.2.0.0/28", "a").Subnet("Tb", "I", "10.2.0.16/28", "b")
        .Subnet("Fa", "I", "10.2.1.0/28", "a").Subnet("Fb", "I", "10.2.1.16/28", "b")
        .Add(new NetworkFirewall(Named("Firewall"), new FirewallPolicy(Named("Policy"))) { Endpoints = [new(Named("EndA"), Id("Fa")), new(Named("EndB"), Id("Fb"))] })
        .Route("Ta", "0.0.0.0/0", "EndA").Route("Tb", "0.0.0.0/0", "EndB")
        .Route("Fa", "0.0.0.0/0", "Tgw").Route("Fb", "0.0.0.0/0", "Tgw")
        .TransitGateway("Tgw", defaults: false)
        .Attachment("AtV", "Tgw", "V", "A").Attachment("AtW", "Tgw", "W", "B").Attachment("AtI", "Tgw", "I", "Ta", "Tb")
        .Change<TransitGatewayAttachment>("AtI", each => each with { ApplianceMode = applianceMode })
        .TransitTable("Spokes", "Tgw", ["AtV", "AtW"], [], TransitRoute("0.0.0.0/0", "AtI"))
        .TransitTable("Inspected", "Tgw", ["AtI"], ["AtV", "AtW"])
        .Route("A", "0.0.0.0/0", "Tgw").Route("B", "0.0.0.0/0", "Tgw");

    [Fact]
    public void S60_ApplianceMode_KeepsOneZoneForBothDirections()
    {
        var answer = Inspection(applianceMode: true).Tcp("One", "Two", 443).ShouldBeReachable();

        var outward = answer.Path.Single(hop => hop.Component.Id.LogicalId.StartsWith("End", StringComparison.Ordinal));
        answer.ReturnPath.ShouldContain(hop => hop.Component == outward.Component);
    }

    [Fact]
    public void S60_WithoutApplianceMode_ZonesDifferAndTheFirewallLosesTheFlow() =>
        Inspection(applianceMode: false).Tcp("One", "Two", 443).ShouldBeBlocked("FIREWALL_ASYMMETRIC_ROUTING Firewall");

    [Fact]
    public void S61_Blackhole_DropsEvenWhatIsPropagatedLessSpecifically() =>
        Net(defaults: false).TransitTable("T", "Tgw", ["AtV", "AtW"], ["AtV", "AtW"], TransitRoute("10.1.0.0/24", null))
            .Tcp("One", "Two", 443)
            .ShouldBeBlocked("TGW_RTB_BAD_STATE_ROUTE T");

    private static Estate Peered(bool accepted, bool staticRoutes) => new Estate()
        .Vpc("V", "10.0.0.0/16").Subnet("A", "V", "10.0.0.0/24").Group("GV", "V", "all 0.0.0.0/0").Host("One", "A", "GV")
        .Vpc("W", "10.1.0.0/16").Subnet("B", "W", "10.1.0.0/24").Group("GW", "W", "all 0.0.0.0/0").Host("Two", "B", "GW")
        .TransitGateway("East").TransitGateway("West")
        .Attachment("AtV", "East", "V", "A").Attachment("AtW", "West", "W", "B")
        .Add(new TransitGatewayAttachment(Named("Peer"), Id("East"), new AttachedResource.OfPeer(Id("West"), accepted)))
        .TransitTable("EastTable", "East", ["AtV", "Peer"], ["AtV"], staticRoutes ? [TransitRoute("10.1.0.0/16", "Peer")] : [])
        .TransitTable("WestTable", "West", ["AtW"], ["AtW"], TransitRoute("10.0.0.0/16", "Peer"))
        .Add(new TransitGatewayRouteTable(Named("West.DefaultRouteTable"), Id("West")))
        .Route("A", "10.0.0.0/8", "East").Route("B", "10.0.0.0/8", "West");

    [Fact]
    public void S61_PeeringAttachment_NeedsStaticRoutesAndAcceptance()
    {
        Peered(accepted: true, staticRoutes: true).Tcp("One", "Two", 443).ShouldBeReachable().Path().ShouldContain("Peer");
        Peered(accepted: true, staticRoutes: false).Tcp("One", "Two", 443).ShouldBeBlocked("TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT EastTable");
        Peered(accepted: false, staticRoutes: true).Tcp("One", "Two", 443).Explanations.ShouldContain(each => each.Code == "TGW_RTB_BAD_STATE_ROUTE");
    }

    [Fact]
    public void S62_EqualRanges_OneOfThemIsNotPropagated_AndNobodyKnowsWhich() =>
        Net().Vpc("X", "10.1.0.0/16").Subnet("C", "X", "10.1.0.0/24").Attachment("AtX", "Tgw", "X", "C")
            .Tcp("One", "Two", 443)
            .ShouldBeUnknown("same preference");

    [Fact]
    public void Unknown_Association_IsUnknown() =>
        Net(defaults: false).Change<TransitGatewayAttachment>("AtV", each => each with { Association = Open("table of another account") })
            .Tcp("One", "Two", 443)
            .ShouldBeUnknown("table of another account");

    [Fact]
    public void Disconnected_Vpcs_AreSaidToBe() =>
        Net().Vpc("Y", "10.7.0.0/16").Subnet("D", "Y", "10.7.0.0/24").Group("GY", "Y", "all 0.0.0.0/0").Host("Island", "D", "GY")
            .Tcp("One", "Island", 443)
            .ShouldBeBlocked("DISCONNECTED_VPCS V");

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void S57_Attachment_CarriesIpv6OnlyWithSupport(bool onOneSide, bool onTheOther)
    {
        var estate = new Estate()
            .Vpc("V", "10.0.0.0/16", "2a05:d018::/56").Subnet("A", "V", "10.0.0.0/24", ipv6: "2a05:d018::/64").Group("GV", "V", "all ::/0").Host("One", "A", "GV", InterfaceAddress.AnyIPv6)
            .Vpc("W", "10.1.0.0/16", "2a05:d019::/56").Subnet("B", "W", "10.1.0.0/24", ipv6: "2a05:d019::/64").Group("GW", "W", "all ::/0").Host("Two", "B", "GW", InterfaceAddress.AnyIPv6)
            .TransitGateway("Tgw").Attachment("AtV", "Tgw", "V", "A").Attachment("AtW", "Tgw", "W", "B")
            .Route("A", "::/0", "Tgw").Route("B", "::/0", "Tgw")
            .Change<TransitGatewayAttachment>("AtV", each => each with { Ipv6Support = onOneSide })
            .Change<TransitGatewayAttachment>("AtW", each => each with { Ipv6Support = onTheOther });

        var answer = estate.Tcp("One", "Two", 443);

        if (onOneSide && onTheOther)
        {
            answer.ShouldBeReachable();
            estate.Change<TransitGatewayAttachment>("AtW", each => each with { Ipv6Support = Open("Ipv6Support") }).Tcp("One", "Two", 443).ShouldBeUnknown("Ipv6Support");
        }
        else
        {
            answer.ShouldBeBlocked($"TGW_ATTACH_IPV6_SUPPORT {(onOneSide ? "AtW" : "AtV")}", $"TGW_ATTACH_IPV6_SUPPORT {(onOneSide ? "AtW" : "AtV")}");
        }
    }
}
