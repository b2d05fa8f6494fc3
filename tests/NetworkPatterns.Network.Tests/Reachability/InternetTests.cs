using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;
using static NetworkPatterns.Network.Tests.Reachability.Estate;

namespace NetworkPatterns.Network.Tests.Reachability;

public sealed class InternetTests
{
    private static Estate Net() => new Estate()
        .Vpc("V", "10.0.0.0/16", "2a05:d018::/56")
        .Subnet("P", "V", "10.0.0.0/24", ipv6: "2a05:d018::/64")
        .Subnet("A", "V", "10.0.1.0/24", ipv6: "2a05:d018:0:1::/64")
        .InternetGateway("Igw", "V")
        .Route("P", "0.0.0.0/0", "Igw")
        .Group("Web", "V", "tcp 443 0.0.0.0/0", "tcp 443 ::/0")
        .Host("Public", "P", "Web", null, "52.0.0.1")
        .Host("Private", "A", "Web");

    private static Estate WithNat() => Net().Nat("Nat", "P", "10.0.0.200").Route("A", "0.0.0.0/0", "Nat");

    [Fact]
    public void S39_InternetGateway_IsOneToOneForPublicAddresses()
    {
        var inbound = Net().Tcp("internet", "Public", 443).ShouldBeReachable();
        inbound.Destinations().ShouldBe("52.0.0.1");
        inbound.Path().ShouldBe("Igw > V.DefaultNetworkAcl > Web > Public");
        inbound.ReturnPath().ShouldBe("Public > PTable > V.DefaultNetworkAcl > Igw");

        Net().Tcp("Public", "internet", 443).ShouldBeReachable().Sources().ShouldBe("10.0.0.4-10.0.0.254");
    }

    [Fact]
    public void S39_InternetGateway_WithoutPublicAddress_WorksInNeitherDirection()
    {
        var estate = Net().Host("Hidden", "P", "Web");

        estate.Tcp("internet", "Hidden", 443).ShouldBeBlocked("IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS Hidden");
        estate.Tcp("Hidden", "internet", 443).ShouldBeBlocked("IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS Hidden");
    }

    [Fact]
    public void S40_PublicAddress_WithoutGatewayRoute_IsUseless() =>
        Net().Host("Lonely", "A", "Web", null, "52.0.0.2").Tcp("internet", "Lonely", 443).ShouldBeBlocked("NO_ROUTE_TO_DESTINATION ATable");

    [Fact]
    public void S41_Internet_IsNoPrivateOrSharedAddress()
    {
        var answer = Net().Tcp("Public", "internet", 443).ShouldBeReachable();

        answer.Destinations().ShouldNotContain("10.0.0.0-");
        answer.Destinations().ShouldContain("11.0.0.0-100.63.255.255");
        Net().Ask("Public", "100.64.0.0/10").Verdict.ShouldBe(Verdict.NotReachable);
    }

    [Fact]
    public void S41_InternetGateway_MustBeAttached() =>
        Net().Change<InternetGateway>("Igw", gateway => gateway with { Vpc = null }).Tcp("Public", "internet", 443).ShouldBeBlocked("BAD_STATE_ROUTE PTable");

    [Fact]
    public void S42_Nat_OpensOutward_ByItsOwnSubnetsTable()
    {
        var answer = WithNat().Tcp("Private", "internet", 443).ShouldBeReachable();

        answer.Path().ShouldBe("Private > Web > ATable > V.DefaultNetworkAcl > V.DefaultNetworkAcl > Nat > PTable > V.DefaultNetworkAcl > Igw");
        answer.ReturnPath().ShouldBe("Igw > V.DefaultNetworkAcl > Nat > PTable > V.DefaultNetworkAcl > V.DefaultNetworkAcl > Private");
        WithNat().Remove("PTable").Add(new RouteTable(Named("PTable"), Id("V"))).Tcp("Private", "internet", 443).ShouldBeBlocked("NO_ROUTE_TO_DESTINATION PTable");
    }

    [Fact]
    public void S42_Nat_TakesNoInboundSessionsAndThreeProtocols()
    {
        WithNat().Tcp("internet", "Private", 443).Verdict.ShouldBe(Verdict.NotReachable);
        WithNat().Ask("Private", "internet").ShouldBeReachable().Packets.SelectMany(range => range.Protocols).OrderBy(range => range.First).ShouldBe([new(1, 1), new(6, 6), new(17, 17)]);
    }

    [Fact]
    public void S42_Nat_IsNotUsableFromAPeer()
    {
        var answer = WithNat()
            .Vpc("W", "10.1.0.0/16").Subnet("C", "W", "10.1.0.0/24").Group("Far", "W").Host("Remote", "C", "Far")
            .Peering("Pcx", "V", "W").Route("C", "0.0.0.0/0", "Pcx").Route("P", "10.1.0.0/16", "Pcx")
            .Tcp("Remote", "internet", 443);

        answer.Verdict.ShouldBe(Verdict.NotReachable);
    }

    [Fact]
    public void S42_Nat_IsNotUsableForWhatComesFromTheInternet()
    {
        // The edge table sends what comes in through a firewall, whose subnet sends it on to the NAT gateway.
        var answer = WithNat().Subnet("F", "V", "10.0.9.0/28").Host("Server", "A", "Web", null, "52.0.0.9").Route("F", "10.0.1.0/24", "Nat")
            .Add(
                new NetworkFirewall(Named("Firewall"), new FirewallPolicy(Named("Policy")) { StatelessDefault = StatelessAction.Pass }) { Endpoints = [new(Named("Endpoint"), Id("F"))] },
                new RouteTable(Named("Edge"), Id("V"))
                {
                    GatewayAssociations = [Id("Igw")],
                    Routes = [new(Named("Edge"), RouteDestination.To("10.0.1.0/24"), RouteTarget.To(Id("Endpoint")))],
                })
            .Tcp("internet", "Server", 443);

        answer.Verdict.ShouldBe(Verdict.NotReachable);
    }

    [Fact]
    public void S43_PrivateNat_DoesNotReachTheInternet() =>
        Net().Nat("Nat", "P", isPrivate: true).Route("A", "0.0.0.0/0", "Nat").Tcp("Private", "internet", 443)
            .Verdict.ShouldBe(Verdict.NotReachable);

    [Fact]
    public void S43_PrivateNat_WorksTowardsTransitGateway_AndHidesTheSource()
    {
        var estate = Net().Nat("Nat", "P", "10.0.0.200", isPrivate: true)
            .Vpc("W", "10.1.0.0/16").Subnet("C", "W", "10.1.0.0/24").Group("Far", "W", "tcp 443 10.0.0.200/32").Host("Remote", "C", "Far")
            .TransitGateway("Tgw").Attachment("AttachV", "Tgw", "V", "P").Attachment("AttachW", "Tgw", "W", "C")
            .Route("A", "10.1.0.0/16", "Nat").Route("P", "10.1.0.0/16", "Tgw").Route("C", "10.0.0.0/16", "Tgw");

        var answer = estate.Tcp("Private", "Remote", 443).ShouldBeReachable();

        answer.Sources().ShouldBe("10.0.1.4-10.0.1.254");
        answer.ReturnPath().ShouldContain("Nat");
    }

    private static Estate CentralEgress() => WithNat()
        .Vpc("W", "10.1.0.0/16").Subnet("C", "W", "10.1.0.0/24").Group("Far", "W").Host("Spoke", "C", "Far")
        .TransitGateway("Tgw").Attachment("AttachV", "Tgw", "V", "A").Attachment("AttachW", "Tgw", "W", "C")
        .TransitTable("SpokeTable", "Tgw", ["AttachW"], [], TransitRoute("0.0.0.0/0", "AttachV"))
        .TransitTable("HubTable", "Tgw", ["AttachV"], ["AttachW"])
        .Route("C", "0.0.0.0/0", "Tgw");

    [Fact]
    public void S44_CentralEgress_NeedsRoutesBackFromTheNatSubnet()
    {
        CentralEgress().Tcp("Spoke", "internet", 443).ShouldBeBlocked("NO_ROUTE_TO_DESTINATION PTable");
        CentralEgress().Route("P", "10.1.0.0/16", "Tgw").Tcp("Spoke", "internet", 443).ShouldBeReachable();
    }

    [Fact]
    public void S44_CentralEgress_WithARouteBackOfUnknownRange_MayHoldTheSpokeAndNotTheInternet() =>
        CentralEgress().Route("P", new RouteDestination.Open(Open("the range is a parameter")), RouteTarget.To(Id("Tgw")))
            .Tcp("Spoke", "internet", 443).ShouldBeUnknown("the range is a parameter");

    [Fact]
    public void S44_CentralEgress_LeadsFromSpokeToSpokeThroughNat_IfBothReturnRoutesExist()
    {
        var estate = CentralEgress().Route("P", "10.0.0.0/8", "Tgw")
            .Vpc("X", "10.2.0.0/16").Subnet("D", "X", "10.2.0.0/24").Group("Other", "X", "tcp 443 0.0.0.0/0").Host("Second", "D", "Other")
            .Attachment("AttachX", "Tgw", "X", "D").Route("D", "0.0.0.0/0", "Tgw")
            .Change<TransitGatewayAttachment>("AttachX", each => each with { Association = Id("SpokeTable") });

        estate.Tcp("Spoke", "Second", 443).Verdict.ShouldBe(Verdict.NotReachable);
        estate.Change<TransitGatewayRouteTable>("HubTable", table => table with { Propagations = table.Propagations.Add(Id("AttachX")) })
            .Tcp("Spoke", "Second", 443).ShouldBeReachable().Path().ShouldContain("Nat");
    }

    private static Estate EgressOnly() => Net()
        .Add(new EgressOnlyInternetGateway(Named("Eigw"), Id("V"))).Route("A", "::/0", "Eigw")
        .Host("Six", "A", "Web", InterfaceAddress.AnyIPv6);

    [Fact]
    public void S45_EgressOnlyGateway_LetsOutAndAnswersBack() => EgressOnly().Tcp("Six", "internet", 443).ShouldBeReachable();

    [Fact]
    public void S45_EgressOnlyGateway_LetsNothingIn() =>
        EgressOnly().Remove("Igw").Tcp("internet", "Six", 443).ShouldBeBlocked("EIGW_EGRESS_ONLY Eigw");

    [Fact]
    public void S46_Nat_InARouteOfItsOwnSubnet_Loops() =>
        Net().Nat("Nat", "A").Route("A", "0.0.0.0/0", "Nat").Tcp("Private", "internet", 443).Verdict.ShouldBe(Verdict.NotReachable);

    private static Estate Blocking(BlockPublicAccessMode mode, params BlockPublicAccessExclusion[] exclusions) => WithNat()
        .Add(new EgressOnlyInternetGateway(Named("Eigw"), Id("V"))).Route("A", "::/0", "Eigw")
        .Host("Six", "A", "Web", InterfaceAddress.AnyIPv6)
        .Add(new BlockPublicAccess(Named("Bpa"), "1", "eu-west-1") { Mode = mode, Exclusions = [.. exclusions] });

    [Fact]
    public void S47_BlockPublicAccess_Bidirectional_BlocksEveryGateway()
    {
        var estate = Blocking(BlockPublicAccessMode.Bidirectional);

        estate.Tcp("internet", "Public", 443).ShouldBeBlocked("VPC_BLOCK_PUBLIC_ACCESS_ENABLED Bpa");
        estate.Tcp("Public", "internet", 443).ShouldBeBlocked("VPC_BLOCK_PUBLIC_ACCESS_ENABLED Bpa");
        estate.Tcp("Private", "internet", 443).ShouldBeBlocked("VPC_BLOCK_PUBLIC_ACCESS_ENABLED Bpa");
        estate.Tcp("Six", "internet", 443).ShouldBeBlocked("VPC_BLOCK_PUBLIC_ACCESS_ENABLED Bpa");
    }

    [Fact]
    public void S47_BlockPublicAccess_Ingress_LeavesNatAndEgressOnlyGateways()
    {
        var estate = Blocking(BlockPublicAccessMode.Ingress);

        estate.Tcp("internet", "Public", 443).ShouldBeBlocked("VPC_BLOCK_PUBLIC_ACCESS_ENABLED Bpa");
        estate.Tcp("Public", "internet", 443).ShouldBeBlocked("VPC_BLOCK_PUBLIC_ACCESS_ENABLED Bpa");
        estate.Tcp("Private", "internet", 443).ShouldBeReachable();
        estate.Tcp("Six", "internet", 443).ShouldBeReachable();
    }

    [Fact]
    public void S47_BlockPublicAccess_Exclusions_AreLeftOut()
    {
        Blocking(BlockPublicAccessMode.Bidirectional, new BlockPublicAccessExclusion(Named("Ex"), Id("V"), EgressOnly: false)).Tcp("internet", "Public", 443).ShouldBeReachable();
        var egressOnly = Blocking(BlockPublicAccessMode.Bidirectional, new BlockPublicAccessExclusion(Named("Ex"), Id("P"), EgressOnly: true));
        egressOnly.Tcp("Public", "internet", 443).ShouldBeReachable();
        egressOnly.Tcp("internet", "Public", 443).ShouldBeBlocked("VPC_BLOCK_PUBLIC_ACCESS_ENABLED Bpa");
    }

    [Fact]
    public void S47_BlockPublicAccess_EgressOnlyExclusion_MeansNothingInIngressMode() =>
        Blocking(BlockPublicAccessMode.Ingress, new BlockPublicAccessExclusion(Named("Ex"), Id("V"), EgressOnly: true))
            .Tcp("Public", "internet", 443)
            .ShouldBeBlocked("VPC_BLOCK_PUBLIC_ACCESS_ENABLED Bpa");

    [Theory]
    [InlineData("a", true)]
    [InlineData("b", false)]
    public void S48_RegionalNat_WorksInTheZonesItCovers(string zone, bool isReachable)
    {
        var estate = Net().Add(new NatGateway(Named("Nat")) { Vpc = Id("V"), Zones = ["b"] }).Route("A", "0.0.0.0/0", "Nat");
        estate.Change<Subnet>("A", subnet => subnet with { Zone = zone == "a" ? "b" : "a" });

        var answer = estate.Tcp("Private", "internet", 443);

        if (isReachable)
        {
            answer.ShouldBeReachable().ReturnPath().ShouldContain("Nat");
        }
        else
        {
            answer.ShouldBeBlocked("REGIONAL_NGW_ROUTE_AZ_RESTRICTION Nat");
        }
    }

    [Fact]
    public void S39_TwoVpcs_MayTalkOverTheInternet_ByPublicAddresses()
    {
        var estate = WithNat()
            .Vpc("W", "10.0.0.0/16").Subnet("C", "W", "10.0.0.0/24").InternetGateway("OtherIgw", "W").Route("C", "0.0.0.0/0", "OtherIgw")
            .Group("Far", "W", "tcp 443 52.0.0.1/32").Host("Remote", "C", "Far", null, "52.0.0.9");

        var answer = estate.Tcp("Public", "Remote", 443).ShouldBeReachable();
        answer.Destinations().ShouldBe("52.0.0.9");
        answer.ReturnPath().ShouldContain("OtherIgw > Igw");
        estate.Tcp("Private", "Remote", 443).ShouldBeUnknown("whether 52.0.0.1/32 holds a public address that AWS picks");
        estate.Ingress("Far", "tcp 443 0.0.0.0/0").Tcp("Private", "Remote", 443).ShouldBeReachable().Path().ShouldContain("Nat");
    }

    [Fact]
    public void S59_TransitGateway_BackIntoTheSendersOwnVpc_KeepsItsPublicAddress() =>
        Net().TransitGateway("Tgw").Attachment("AttachV", "Tgw", "V", "P")
            .TransitTable("Table", "Tgw", ["AttachV"], [], TransitRoute("0.0.0.0/0", "AttachV"))
            .Route("A", "0.0.0.0/0", "Tgw").Host("Own", "A", "Web", null, "52.0.0.2")
            .Tcp("Own", "internet", 443)
            .ShouldBeReachable();

    [Fact]
    public void Packets_AlwaysHaveSourcesAndDestinations() =>
        Net().Acl("Acl", "P", "in 100 allow tcp 0-65535 52.0.0.0/24", "in 1000 allow all 0.0.0.0/0", "out 1000 allow all 0.0.0.0/0")
            .Ask("Public", "0.0.0.0/0", version: IpVersion.V4)
            .ShouldBeReachable()
            .Packets.ShouldAllBe(range => !range.Sources.IsEmpty && !range.Destinations.IsEmpty && !range.Protocols.IsEmpty);

    [Fact]
    public void Internet_WithoutGateway_IsExplained() =>
        Net().Remove("Igw").Tcp("internet", "Private", 443).ShouldBeBlocked("NO_PATH V");

    [Fact]
    public void Explanation_NamesEverySettingOnTheBestWay()
    {
        var estate = Net().Group("Closed", "V").Host("Far", "A", "Closed");

        estate.Tcp("internet", "Far", 22)
            .ShouldBeBlocked("IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS Far", "SG_HAS_NO_RULES Closed", "NO_ROUTE_TO_DESTINATION ATable");
    }
}
