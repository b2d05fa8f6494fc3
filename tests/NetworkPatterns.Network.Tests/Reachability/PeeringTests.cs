using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;
using static NetworkPatterns.Network.Tests.Reachability.Estate;

namespace NetworkPatterns.Network.Tests.Reachability;

public sealed class PeeringTests
{
    private static Estate Net() => new Estate()
        .Vpc("V", "10.0.0.0/16").Subnet("A", "V", "10.0.0.0/24").Group("GV", "V", "all 0.0.0.0/0").Host("One", "A", "GV")
        .Vpc("W", "10.1.0.0/16").Subnet("B", "W", "10.1.0.0/24").Group("GW", "W", "all 0.0.0.0/0").Host("Two", "B", "GW")
        .Vpc("X", "10.2.0.0/16").Subnet("C", "X", "10.2.0.0/24").Group("GX", "X", "all 0.0.0.0/0").Host("Three", "C", "GX")
        .Peering("VW", "V", "W").Peering("WX", "W", "X");

    [Fact]
    public void S52_Peering_NeedsRoutesOnBothSides()
    {
        Net().Tcp("One", "Two", 443).ShouldBeBlocked("NO_ROUTE_TO_DESTINATION ATable", "NO_ROUTE_TO_DESTINATION BTable");
        Net().Route("A", "10.1.0.0/16", "VW").Tcp("One", "Two", 443).ShouldBeBlocked("NO_ROUTE_TO_DESTINATION BTable");
        Net().Route("A", "10.1.0.0/16", "VW").Route("B", "10.0.0.0/16", "VW").Tcp("One", "Two", 443).ShouldBeReachable()
            .Path().ShouldBe("One > GV > ATable > V.DefaultNetworkAcl > VW > W.DefaultNetworkAcl > GW > Two");
    }

    [Fact]
    public void S52_Peering_IsNotTransitive() =>
        Net().Route("A", "10.0.0.0/8", "VW").Route("B", "10.2.0.0/16", "WX").Route("B", "10.0.0.0/16", "VW").Route("C", "10.0.0.0/8", "WX")
            .Tcp("One", "Three", 443)
            .ShouldBeBlocked("PCX_REQUIRES_ADDRESS_IN_VPC_CIDR VW");

    [Fact]
    public void S52_Peering_GivesNoWayToThePeersInternetGateway() =>
        Net().InternetGateway("Igw", "W").Route("B", "0.0.0.0/0", "Igw").Route("A", "0.0.0.0/0", "VW").Route("B", "10.0.0.0/16", "VW")
            .Tcp("One", "internet", 443)
            .ShouldBeBlocked("PCX_REQUIRES_ADDRESS_IN_VPC_CIDR VW");

    [Fact]
    public void S53_TwoPeersOfEqualRanges_AreToldApartBySpecificRoutesOnly()
    {
        var estate = new Estate()
            .Vpc("Hub", "10.0.0.0/16").Subnet("A", "Hub", "10.0.0.0/24").Group("G", "Hub", "all 0.0.0.0/0").Host("Center", "A", "G")
            .Vpc("W", "10.1.0.0/16").Subnet("B", "W", "10.1.0.0/24").Group("GW", "W", "all 0.0.0.0/0").Host("Left", "B", "GW", "10.1.0.10")
            .Vpc("X", "10.1.0.0/16").Subnet("C", "X", "10.1.1.0/24").Group("GX", "X", "all 0.0.0.0/0").Host("Right", "C", "GX", "10.1.1.10")
            .Peering("HW", "Hub", "W").Peering("HX", "Hub", "X")
            .Route("A", "10.1.0.0/16", "HW").Route("B", "10.0.0.0/16", "HW").Route("C", "10.0.0.0/16", "HX");

        estate.Tcp("Center", "Left", 443).ShouldBeReachable();
        estate.Tcp("Right", "Center", 443).ShouldBeBlocked("NO_ROUTE_TO_DESTINATION ATable");
        estate.Route("A", "10.1.1.0/24", "HX").Tcp("Center", "Right", 443).ShouldBeReachable();
    }

    [Fact]
    public void S54_Peering_NotAccepted_IsABlackhole() =>
        Net().Route("A", "10.1.0.0/16", "VW").Route("B", "10.0.0.0/16", "VW").Change<VpcPeering>("VW", peering => peering with { IsActive = false })
            .Tcp("One", "Two", 443)
            .ShouldBeBlocked("BAD_STATE_ROUTE VW", "BAD_STATE_ROUTE VW");

    [Fact]
    public void S54_Peering_ThatMayBeAccepted_IsUnknown() =>
        Net().Route("A", "10.1.0.0/16", "VW").Route("B", "10.0.0.0/16", "VW")
            .Change<VpcPeering>("VW", peering => peering with { IsActive = Open("the other account must accept") })
            .Tcp("One", "Two", 443)
            .ShouldBeUnknown("the other account must accept");
}
