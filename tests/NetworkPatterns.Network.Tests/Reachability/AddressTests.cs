using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;
using static NetworkPatterns.Network.Tests.Reachability.Estate;

namespace NetworkPatterns.Network.Tests.Reachability;

public sealed class AddressTests
{
    [Theory]
    [InlineData("169.254.169.253/32")]
    [InlineData("169.254.169.254/32")]
    [InlineData("169.254.169.123/32")]
    public void S21_DnsMetadataAndTime_AreNotFiltered_AndSoNeverBlocked(string service) =>
        new Estate().Vpc("V", "10.0.0.0/16").Subnet("A", "V", "10.0.0.0/24").Group("Shut", "V").Egress("Shut").Acl("None", "A").Host("Client", "A", "Shut")
            .Ask("Client", service)
            .ShouldBeUnknown("DNS, instance metadata, time");

    [Theory]
    [InlineData("10.0.0.2/32")]
    [InlineData("10.9.0.2/32")]
    public void S21_Resolver_AtTheThirdAddressOfARange_IsNotFiltered_AndSoNeverBlocked(string resolver) =>
        Shut().Ask("Client", resolver).ShouldBeUnknown("what the resolver of V answers");

    [Theory]
    [InlineData("10.0.0.3/32")]
    [InlineData("10.0.0.2/31")]
    [InlineData("10.0.1.2/32")]
    public void S21_OtherAddresses_AreNotTheResolver(string other) => Shut().Ask("Client", other).Verdict.ShouldBe(Verdict.NotReachable);

    [Fact]
    public void S21_Resolver_OfAVpcWhoseRangeIsNotKnown_MayBeAtAnyThirdAddress()
    {
        var estate = Shut().Change<Vpc>("V", vpc => vpc with { Cidrs = [Open("the range is a parameter")] });

        estate.Ask("Client", "10.77.0.2/32").ShouldBeUnknown("what the resolver of V answers");
    }

    [Fact]
    public void S21_Resolver_OfAnotherVpc_IsNotReachedOverAPeering() =>
        Shut().Vpc("W", "10.1.0.0/16").Subnet("C", "W", "10.1.0.0/24").Group("Open", "W", "all 0.0.0.0/0").Host("Remote", "C", "Open")
            .Peering("Pcx", "V", "W").Route("C", "10.0.0.0/16", "Pcx")
            .Ask("Remote", "10.0.0.2/32").Verdict.ShouldBe(Verdict.NotReachable);

    private static Estate Shut() => new Estate().Vpc("V", "10.0.0.0/16", "10.9.0.0/16").Subnet("A", "V", "10.0.0.0/24").Group("Shut", "V").Egress("Shut").Acl("None", "A").Host("Client", "A", "Shut");

    private static Estate TwoHosts(string rule = "tcp 443 0.0.0.0/0") => new Estate()
        .Vpc("V", "10.0.0.0/16")
        .Subnet("A", "V", "10.0.0.0/24")
        .Subnet("B", "V", "10.0.1.0/24")
        .Group("Clients", "V")
        .Group("Servers", "V", rule)
        .Host("Client", "A", "Clients")
        .Host("Server", "B", "Servers");

    [Fact]
    public void S01_UnfixedAddress_IsAnyOfTheSubnetMinusTheFiveReserved()
    {
        var answer = TwoHosts().Tcp("Client", "Server", 443).ShouldBeReachable();

        answer.Sources().ShouldBe("10.0.0.4-10.0.0.254");
        answer.Destinations().ShouldBe("10.0.1.4-10.0.1.254");
    }

    [Fact]
    public void S01_FixedAddress_IsThatAddress() =>
        TwoHosts().Host("Fixed", "A", "Clients", "10.0.0.9").Tcp("Fixed", "Server", 443).ShouldBeReachable().Sources().ShouldBe("10.0.0.9");

    [Fact]
    public void S02_RuleForAPartOfTheSubnet_LetsThatPartPass() =>
        TwoHosts("tcp 443 10.0.0.0/28").Tcp("Client", "Server", 443).ShouldBeReachable().Sources().ShouldBe("10.0.0.4-10.0.0.15");

    [Fact]
    public void S02_RuleForAPartOfTheSubnet_AndAFixedAddressThatIsNotKnown_IsUnknown()
    {
        var estate = TwoHosts("tcp 443 10.0.0.0/28").Host("Fixed", "A", "Clients", InterfaceAddress.AnyIPv4 with { FixedUnknown = Open("the address is a parameter") });

        estate.Tcp("Fixed", "Server", 443).ShouldBeUnknown("the address is a parameter");
        estate.Ingress("Servers", "tcp 443 10.0.0.0/24").Tcp("Fixed", "Server", 443).ShouldBeReachable();
    }

    [Fact]
    public void S03_PublicAddress_OfOneOfTwoPrivateAddresses_IsEnough()
    {
        var estate = TwoHosts().InternetGateway("Igw", "V").Route("B", "0.0.0.0/0", "Igw")
            .Host("Twin", "B", "Servers", InterfaceAddress.At("10.0.1.10"), InterfaceAddress.At("10.0.1.11") with
            {
                HasPublicAddress = true,
                PublicAddress = System.Net.IPAddress.Parse("52.1.2.3"),
                ElasticIp = Named("Eip"),
            });

        estate.Tcp("internet", "Twin", 443).ShouldBeReachable().Destinations().ShouldBe("52.1.2.3");
    }

    [Fact]
    public void S03_PublicAddress_ThatMayBeThere_IsUnknown() =>
        TwoHosts().InternetGateway("Igw", "V").Route("B", "0.0.0.0/0", "Igw")
            .Host("Maybe", "B", "Servers", InterfaceAddress.AnyIPv4 with { HasPublicAddress = Open("MapPublicIpOnLaunch is a parameter") })
            .Tcp("internet", "Maybe", 443)
            .ShouldBeUnknown("MapPublicIpOnLaunch is a parameter");

    [Fact]
    public void S04_Interface_WithoutElasticIp_HasNoPublicAddress() =>
        TwoHosts().InternetGateway("Igw", "V").Route("B", "0.0.0.0/0", "Igw")
            .Tcp("internet", "Server", 443)
            .ShouldBeBlocked("IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS Server");

    [Fact]
    public void S05_IPv6_IsPublicByNature()
    {
        var answer = new Estate()
            .Vpc("V", "10.0.0.0/16", "2a05:d018::/56")
            .Subnet("A", "V", "10.0.0.0/24", ipv6: "2a05:d018::/64")
            .InternetGateway("Igw", "V")
            .Route("A", "::/0", "Igw")
            .Group("Servers", "V", "tcp 443 ::/0")
            .Host("Server", "A", "Servers", InterfaceAddress.AnyIPv4, InterfaceAddress.AnyIPv6)
            .Tcp("internet", "Server", 443)
            .ShouldBeReachable();

        answer.Destinations().ShouldBe("2a05:d018::4-2a05:d018::ffff:ffff:ffff:fffe");
    }

    [Fact]
    public void S05_IPv6_WithoutAnAddress_HasNoVersionInCommon() =>
        TwoHosts().Ask("Client", "Server", QueryProtocol.Tcp, 443, IpVersion.V6).ShouldBeBlocked("NO_COMMON_IP_VERSION Server");

    [Fact]
    public void S05_IPv6_StandInForAnAmazonRange_IsUnknownForAWrittenRange()
    {
        var estate = new Estate()
            .Vpc("V", "10.0.0.0/16", "2600:1f00::/56").StandIn("2600:1f00::/56")
            .Subnet("A", "V", "10.0.0.0/24", ipv6: "2600:1f00::/64")
            .Subnet("B", "V", "10.0.1.0/24", ipv6: "2600:1f00:0:1::/64")
            .Group("Clients", "V").Group("Servers", "V", "tcp 443 2a05:d018::/32")
            .Host("Client", "A", "Clients", InterfaceAddress.AnyIPv6)
            .Host("Server", "B", "Servers", InterfaceAddress.AnyIPv6);

        estate.Tcp("Client", "Server", 443).ShouldBeUnknown("2a05:d018::/32");
        estate.Ingress("Servers", "tcp 443 ::/0").Tcp("Client", "Server", 443).ShouldBeReachable();
    }

    [Fact]
    public void S06_Appliance_WithSourceDestCheck_DropsWhatIsNotForItself()
    {
        var estate = ThroughAppliance();

        estate.Tcp("Client", "Server", 443).ShouldBeBlocked("ENI_SOURCE_DEST_CHECK_RESTRICTION Appliance");
    }

    [Fact]
    public void S06_Appliance_WithoutSourceDestCheck_DecidesByItself() =>
        ThroughAppliance().Change<NetworkInterface>("Appliance", host => host with { SourceDestCheck = false })
            .Tcp("Client", "Server", 443)
            .ShouldBeUnknown("what the appliance behind this interface does");

    [Fact]
    public void S06_Appliance_WhoseGroupNamesTheSendersGroup_LetsItIn() =>
        ThroughAppliance().Change<NetworkInterface>("Appliance", host => host with { SourceDestCheck = false })
            .Change<SecurityGroup>("Appliances", group => group with { Ingress = [Rule(group.Component, "all Clients")] })
            .Tcp("Client", "Server", 443)
            .ShouldBeUnknown("what the appliance behind this interface does");

    [Fact]
    public void S06_RouteToAnInterface_DeliversWhatIsForItself()
    {
        var estate = TwoHosts().Route("B", "10.0.0.0/24", "Client").Route("A", "10.0.1.0/24", "Server");

        estate.Tcp("Client", "Server", 443).ShouldBeReachable();
    }

    private static Estate ThroughAppliance() => TwoHosts()
        .Subnet("F", "V", "10.0.9.0/24")
        .Group("Appliances", "V", "all 0.0.0.0/0")
        .Host("Appliance", "F", "Appliances")
        .Route("A", "10.0.1.0/24", "Appliance")
        .Route("B", "10.0.0.0/24", "Appliance");

    [Fact]
    public void S07_Interface_SendsOnlyFromItsOwnAddresses() =>
        TwoHosts("tcp 443 10.0.0.77/32").Host("Fixed", "A", "Clients", "10.0.0.9").Tcp("Fixed", "Server", 443)
            .ShouldBeBlocked("ENI_SG_RULES_MISMATCH Servers");

    [Fact]
    public void S08_SeveralInterfaces_EachHaveTheirOwnGroups_AndOneIsEnough()
    {
        var estate = TwoHosts("tcp 443 Admins").Group("Admins", "V").Host("Second", "A", "Admins");

        estate.Tcp("Client", "Server", 443).ShouldBeBlocked("ENI_SG_RULES_MISMATCH Servers");
        estate.Tcp("Client,Second", "Server", 443).ShouldBeReachable().Path[0].Component.Id.LogicalId.ShouldBe("Second");
    }

    [Fact]
    public void Unknown_SubnetRange_IsUnknownWhereItMatters()
    {
        var estate = TwoHosts("tcp 443 10.0.0.0/24").Change<Subnet>("A", subnet => subnet with { Ipv4Cidr = Open("range from IPAM") });

        estate.Tcp("Client", "Server", 443).ShouldBeUnknown("range from IPAM");
        estate.Tcp("Client", "Server", 80).ShouldBeBlocked("ENI_SG_RULES_MISMATCH Servers");
    }

    [Fact]
    public void Unknown_SubnetOfAnInterface_IsUnknown() =>
        TwoHosts().Change<NetworkInterface>("Server", host => host with { Subnet = Open("subnet from a parameter") })
            .Tcp("Client", "Server", 443)
            .ShouldBeUnknown("subnet from a parameter");
}
