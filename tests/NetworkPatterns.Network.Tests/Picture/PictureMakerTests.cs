using System.Collections.Immutable;
using NetworkPatterns.Core.Guarantees;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Picture;
using NetworkPatterns.Network.Proving;
using NetworkPatterns.Network.Tests.Reachability;

namespace NetworkPatterns.Network.Tests.Picture;

public sealed class PictureMakerTests
{
    [Fact]
    public void Of_SubnetsOfOneTierAndRoutes_AreOneGroup()
    {
        var vpc = Of(ThreeTier()).Vpcs.ShouldHaveSingleItem();

        vpc.Groups.Select(group => $"{group.Name} {group.Count} {string.Join(' ', group.Ranges)}: {Text(group.Routes)}").ShouldBe(
        [
            "app 2 10.0.2.0/24 10.0.3.0/24: 0.0.0.0/0>NAT gateway",
            "web 2 10.0.0.0/24 10.0.1.0/24: 0.0.0.0/0>internet gateway",
        ]);
        vpc.Gateways.Select(gateway => $"{gateway.Label} {gateway.Count}").ShouldBe(["NAT gateway 2", "internet gateway 1"]);
        vpc.HasInternet.ShouldBeTrue();
    }

    [Fact]
    public void Of_OtherRoutes_AreAGroupOfTheirOwn() =>
        Of(ThreeTier().Route("App1", RouteDestination.To("10.9.0.0/16"), new RouteTarget.Blackhole("gone"))).Vpcs[0].Groups.Select(group => $"{group.Name} {group.Count}").ShouldBe(["app 1", "app 1", "web 2"]);

    [Fact]
    public void Of_ARouteToAFirewall_NamesItsEndpoint() =>
        Of(ThreeTier()
            .Add(new NetworkFirewall(Estate.Named("Firewall"), new FirewallPolicy(Estate.Named("Policy"))) { Endpoints = [new(Estate.Named("Firewall.Endpoint1"), Estate.Id("Web1"))] })
            .Route("App1", "10.9.0.0/16", "Firewall.Endpoint1")).Vpcs[0].Groups.Select(group => Text(group.Routes)).ShouldContain(routes => routes.Contains("10.9.0.0/16>firewall endpoint", StringComparison.Ordinal));

    [Fact]
    public void Of_HubAndPeering_NamesBothSides()
    {
        var picture = Of(new Estate().TransitGateway("Hub")
            .Vpc("V", "10.0.0.0/16").Subnet("A", "V", "10.0.0.0/24").Attachment("VT", "Hub", "V", "A").Route("A", "10.0.0.0/8", "Hub")
            .Vpc("W", "10.1.0.0/16").Subnet("B", "W", "10.1.0.0/24").Attachment("WT", "Hub", "W", "B").Peering("Peer", "V", "W").Route("B", "10.0.0.0/16", "Peer"));

        picture.Hubs.ShouldHaveSingleItem().Tables.ShouldBe([("default table", 2)]);
        picture.Vpcs.Select(vpc => $"{vpc.Id}: {string.Join(' ', vpc.Hubs)}, {string.Join(' ', vpc.Peers)}").ShouldBe(["V: Hub, W", "W: Hub, V"]);
        picture.Vpcs.ShouldAllBe(vpc => vpc.Segment == "Hub.DefaultRouteTable");
        picture.Vpcs[0].Groups[0].Routes.ShouldHaveSingleItem().Kind.ShouldBe(PictureTarget.Hub);
        Text(picture.Vpcs[1].Groups[0].Routes).ShouldBe("10.0.0.0/16>V");
    }

    [Fact]
    public void Of_OnPremises_SaysWhereItEnds()
    {
        var picture = Of(ThreeTier().Add(
            new VpnGateway(Estate.Named("Vgw"), Estate.Id("V")),
            new OnPremisesConnection(Estate.Named("Vpn"), Estate.Id("Vgw")) { Ranges = Estate.Open("BGP") }));

        var network = picture.OnPremises.ShouldHaveSingleItem();
        network.ConnectedTo.ShouldBe("V");
        network.Ranges.ShouldBeEmpty();
        picture.Vpcs[0].Gateways.Select(gateway => gateway.Label).ShouldContain("VPN gateway");
    }

    private static string Text(ImmutableArray<PictureRoute> routes) => string.Join(' ', routes.Select(route => $"{string.Join(',', route.Destinations)}>{route.Target}"));

    private static NetworkPicture Of(Estate estate) => PictureMaker.Of(
        estate.Build(),
        [new(new TierMember("N", "web"), [Estate.Id("Web0"), Estate.Id("Web1")]), new(new TierMember("N", "app"), [Estate.Id("App0"), Estate.Id("App1")])]);

    private static Estate ThreeTier() => new Estate().Vpc("V", "10.0.0.0/16").InternetGateway("Igw", "V")
        .Subnet("Web0", "V", "10.0.0.0/24").Route("Web0", "0.0.0.0/0", "Igw").Nat("Nat0", "Web0")
        .Subnet("Web1", "V", "10.0.1.0/24", zone: "b").Route("Web1", "0.0.0.0/0", "Igw").Nat("Nat1", "Web1")
        .Subnet("App0", "V", "10.0.2.0/24").Route("App0", "0.0.0.0/0", "Nat0")
        .Subnet("App1", "V", "10.0.3.0/24", zone: "b").Route("App1", "0.0.0.0/0", "Nat1");
}
