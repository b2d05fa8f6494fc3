using System.Collections.Immutable;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;
using static NetworkPatterns.Network.Tests.Reachability.Estate;

namespace NetworkPatterns.Network.Tests.Reachability;

public sealed class OnPremisesTests
{
    private static Estate Net(Maybe<ImmutableArray<Cidr>> ranges, bool propagates = true) => new Estate()
        .Vpc("V", "10.0.0.0/16").Subnet("A", "V", "10.0.0.0/24").Group("G", "V", "tcp 443 192.168.0.0/16").Host("Server", "A", "G")
        .Add(new VpnGateway(Named("Vgw"), Id("V")), new OnPremisesConnection(Named("Vpn"), Id("Vgw")) { Ranges = ranges })
        .Change<RouteTable>("ATable", table => table with { PropagatingGateways = propagates ? [Id("Vgw")] : [] });

    private static ImmutableArray<Cidr> Office { get; } = [Cidr.Parse("192.168.0.0/16")];

    [Fact]
    public void S63_VpnGateway_PropagatedStaticRanges_GoBothWays()
    {
        var estate = Net(Office);

        estate.Tcp("192.168.5.0/24", "Server", 443).ShouldBeReachable().Sources().ShouldBe("192.168.5.0-192.168.5.255");
        estate.Tcp("Server", "192.168.5.0/24", 22).ShouldBeReachable();
        estate.Tcp("172.16.0.0/16", "Server", 443).Verdict.ShouldBe(Verdict.NotReachable);
    }

    [Fact]
    public void S63_VpnGateway_WithoutPropagationOrRoute_CannotAnswer()
    {
        Net(Office, propagates: false).Tcp("192.168.5.0/24", "Server", 443).ShouldBeBlocked("NO_ROUTE_TO_DESTINATION ATable");
        Net(Office, propagates: false).Route("A", "192.168.0.0/16", "Vgw").Tcp("192.168.5.0/24", "Server", 443).ShouldBeReachable();
    }

    [Fact]
    public void S63_Bgp_RangesAreUnknown() =>
        Net(Open("BGP announces the ranges")).Tcp("192.168.5.0/24", "Server", 443).ShouldBeUnknown("BGP announces the ranges");

    [Fact]
    public void S63_Bgp_RangesBehindATransitGateway_AreUnknown() =>
        new Estate().Vpc("V", "10.0.0.0/16").Subnet("A", "V", "10.0.0.0/24").Group("G", "V").Host("Server", "A", "G")
            .TransitGateway("Tgw").Attachment("AttachV", "Tgw", "V", "A").Route("A", "0.0.0.0/0", "Tgw")
            .Add(
                new TransitGatewayAttachment(Named("AttachVpn"), Id("Tgw"), new AttachedResource.OfOnPremises()),
                new OnPremisesConnection(Named("Vpn"), Id("AttachVpn")) { Ranges = Open("BGP announces the ranges") })
            .Tcp("Server", "172.16.0.0/12", 443)
            .ShouldBeUnknown("BGP announces the ranges");

    [Fact]
    public void Packets_OfAllWays_AreInTheAnswer()
    {
        // In zone b the answers over the Transit Gateway come in by either subnet, which is not known, and pass either way.
        var answer = Net(Office).Subnet("B", "V", "10.0.1.0/24", zone: "b").Host("Client", "B", "G")
            .TransitGateway("Tgw").Attachment("AttachV", "Tgw", "V", "A", "B")
            .Add(
                new TransitGatewayAttachment(Named("AttachVpn"), Id("Tgw"), new AttachedResource.OfOnPremises()),
                new OnPremisesConnection(Named("TransitVpn"), Id("AttachVpn")) { Ranges = Office })
            .Route("B", "192.168.0.0/16", "Tgw").Route("B", "192.168.0.0/24", "Vgw")
            .Tcp("Client", "192.168.0.0/16", 443)
            .ShouldBeReachable();

        answer.Destinations().ShouldBe("192.168.0.0-192.168.255.255");
    }

    [Fact]
    public void S64_VpnGateway_IsNoTransitToAPeer() =>
        Net(Office).Vpc("W", "10.1.0.0/16").Subnet("B", "W", "10.1.0.0/24").Group("GW", "W", "all 0.0.0.0/0").Host("Peer", "B", "GW")
            .Peering("Pcx", "V", "W").Route("B", "0.0.0.0/0", "Pcx").Route("A", "10.1.0.0/16", "Pcx")
            .Tcp("192.168.5.0/24", "Peer", 443)
            .Verdict.ShouldBe(Verdict.NotReachable);

    [Fact]
    public void S65_Vpn_OnATransitGateway_ComesFromDefaults()
    {
        var estate = new Estate()
            .Vpc("V", "10.0.0.0/16").Subnet("A", "V", "10.0.0.0/24").Group("G", "V", "tcp 443 192.168.0.0/16").Host("Server", "A", "G")
            .TransitGateway("Tgw").Attachment("AtV", "Tgw", "V", "A").Route("A", "192.168.0.0/16", "Tgw")
            .Add(
                new TransitGatewayAttachment(Named("AtVpn"), Id("Tgw"), new AttachedResource.OfOnPremises()),
                new OnPremisesConnection(Named("Vpn"), Id("AtVpn")) { Ranges = Office });

        estate.Tcp("192.168.5.0/24", "Server", 443).ShouldBeReachable().ReturnPath().ShouldEndWith("Tgw.DefaultRouteTable > AtVpn");
        estate.Change<TransitGateway>("Tgw", gateway => gateway with { DefaultPropagation = false })
            .Tcp("192.168.5.0/24", "Server", 443).Verdict.ShouldBe(Verdict.NotReachable);
    }

    [Fact]
    public void ClientVpn_IsNotModelled_SoUnknown() =>
        Net(Office).Add(new ClientVpnEndpoint(Named("ClientVpn")) { ClientCidr = Cidr.Parse("172.30.0.0/22") })
            .Ingress("G", "tcp 443 0.0.0.0/0")
            .Tcp("172.30.0.0/22", "Server", 443)
            .ShouldBeUnknown("Client VPN");

    [Fact]
    public void Outside_PublicRange_AlsoComesOverTheInternet() =>
        Net(Office).InternetGateway("Igw", "V").Route("A", "0.0.0.0/0", "Igw").Host("Web", "A", "G", null, "52.0.0.1").Ingress("G", "tcp 443 203.0.113.0/24")
            .Tcp("203.0.113.0/24", "Web", 443)
            .ShouldBeReachable().Sources().ShouldBe("203.0.113.0-203.0.113.255");
}
