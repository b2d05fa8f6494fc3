using System.Collections.Immutable;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;
using static NetworkPatterns.Network.Tests.Reachability.Estate;

namespace NetworkPatterns.Network.Tests.Reachability;

/// <summary>Why the route that would do is not taken, in AWS Reachability Analyzer's words.</summary>
public sealed class RouteExplanationTests
{
    private static Estate Peered() => new Estate()
        .Vpc("V", "10.0.0.0/16").Subnet("A", "V", "10.0.0.0/24").Group("GV", "V", "all 0.0.0.0/0").Host("Client", "A", "GV")
        .Vpc("W", "10.1.0.0/16").Subnet("B", "W", "10.1.0.0/24").Group("GW", "W", "all 0.0.0.0/0").Host("Remote", "B", "GW")
        .Vpc("X", "10.2.0.0/16").Subnet("C", "X", "10.2.0.0/24")
        .Peering("VW", "V", "W").Peering("VX", "V", "X").Route("B", "10.0.0.0/16", "VW");

    private static Estate Hub(params TransitGatewayRoute[] routes) => new Estate()
        .Vpc("V", "10.0.0.0/16").Subnet("A", "V", "10.0.0.0/24").Group("GV", "V", "all 0.0.0.0/0").Host("Client", "A", "GV")
        .Vpc("W", "10.1.0.0/16").Subnet("B", "W", "10.1.0.0/24").Group("GW", "W", "all 0.0.0.0/0").Host("Remote", "B", "GW")
        .Vpc("X", "10.2.0.0/16").Subnet("C", "X", "10.2.0.0/24")
        .TransitGateway("Tgw", defaults: false).Attachment("AtV", "Tgw", "V", "A").Attachment("AtW", "Tgw", "W", "B").Attachment("AtX", "Tgw", "X", "C")
        .TransitTable("FromV", "Tgw", ["AtV"], ["AtV"], routes).TransitTable("FromOthers", "Tgw", ["AtW", "AtX"], ["AtV"])
        .Route("A", "10.0.0.0/8", "Tgw").Route("B", "10.0.0.0/8", "Tgw");

    [Fact]
    public void S33_Route_ThatLosesToALongerPrefix_IsNamed() =>
        Peered().Route("A", "10.1.0.0/16", "VW").Route("A", "10.1.0.0/24", "VX").Tcp("Client", "Remote", 443)
            .ShouldBeBlocked("MORE_SPECIFIC_ROUTE ATable");

    [Fact]
    public void S33_Route_ThatLosesToOneOfTheSamePrefix_IsNamed() =>
        Peered().Add(
                new VpnGateway(Named("Vgw"), Id("V")),
                new OnPremisesConnection(Named("Vpn"), Id("Vgw")) { Ranges = ImmutableArray.Create(Cidr.Parse("192.168.0.0/16")) })
            .Change<RouteTable>("ATable", table => table with { PropagatingGateways = [Id("Vgw")] })
            .Route("A", "192.168.0.0/16", "VX")
            .Tcp("Client", "192.168.0.0/16", 443)
            .ShouldBeBlocked("HIGHER_PRIORITY_ROUTE ATable");

    [Fact]
    public void S33_Route_ForOtherDestinations_CannotRoute() =>
        Peered().Route("A", "10.1.9.0/24", "VW").Tcp("Client", "Remote", 443).ShouldBeBlocked("CANNOT_ROUTE ATable");

    [Fact]
    public void S33_Route_ToBothFamilies_AreToldApart() =>
        Peered().Route("A", "2a05::/16", "VW").Tcp("Client", "Remote", 443).ShouldBeBlocked("NO_ROUTE_TO_DESTINATION ATable");

    [Fact]
    public void S55_TransitRoute_ThatLosesToALongerPrefix_IsNamed() =>
        Hub(TransitRoute("10.1.0.0/16", "AtW"), TransitRoute("10.1.0.0/24", "AtX")).Tcp("Client", "Remote", 443)
            .ShouldBeBlocked("TGW_RTB_MORE_SPECIFIC_ROUTE FromV");

    [Fact]
    public void S55_TransitRoute_ThatLosesToOneOfTheSamePrefix_IsNamed() =>
        Hub(TransitRoute("10.1.0.0/16", "AtX")).Change<TransitGatewayRouteTable>("FromV", table => table with { Propagations = [Id("AtW")] })
            .Tcp("Client", "Remote", 443)
            .ShouldBeBlocked("TGW_RTB_HIGHER_PRIORITY_ROUTE FromV");

    [Fact]
    public void S55_TransitRoute_ForOtherDestinations_CannotRoute() =>
        Hub(TransitRoute("10.1.9.0/24", "AtW")).Tcp("Client", "Remote", 443).ShouldBeBlocked("TGW_RTB_CANNOT_ROUTE FromV");

    [Fact]
    public void S38_Appliance_BehindAnInternetGateway_NeedsAPublicAddress()
    {
        var estate = new Estate().Vpc("V", "10.0.0.0/16").InternetGateway("Igw", "V").Group("All", "V", "all 0.0.0.0/0")
            .Subnet("A", "V", "10.0.0.0/24").Host("Web", "A", "All", null, "52.0.0.1").Route("A", "0.0.0.0/0", "Appliance")
            .Subnet("M", "V", "10.0.9.0/28").Host("Appliance", "M", "All", "10.0.9.5").Route("M", "0.0.0.0/0", "Igw")
            .Change<NetworkInterface>("Appliance", each => each with { SourceDestCheck = false })
            .Add(new RouteTable(Named("Edge"), Id("V"))
            {
                GatewayAssociations = [Id("Igw")],
                Routes = [new(Named("Edge"), RouteDestination.To("10.0.0.0/24"), RouteTarget.To(Id("Appliance")))],
            });

        estate.Tcp("internet", "Web", 443).ShouldBeBlocked("INGRESS_RTB_NO_PUBLIC_IP Appliance");
        estate.Change<NetworkInterface>("Appliance", each => each with { Addresses = [each.Addresses[0] with { HasPublicAddress = true }] })
            .Tcp("internet", "Web", 443).ShouldBeUnknown("what the appliance behind this interface does");
    }
}
