using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;
using static NetworkPatterns.Network.Tests.Reachability.Estate;

namespace NetworkPatterns.Network.Tests.Reachability;

/// <summary>IPv6-only clients reach IPv4 addresses through a NAT gateway that 64:ff9b::/96 is routed to.</summary>
/// <remarks>https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-nat64-dns64.html</remarks>
public sealed class Nat64Tests
{
    private static Estate Net(bool isRouted = true)
    {
        var estate = new Estate()
            .Vpc("V", "10.0.0.0/16", "2a05:d018::/56")
            .Subnet("P", "V", "10.0.0.0/24", ipv6: "2a05:d018::/64").InternetGateway("Igw", "V").Route("P", "0.0.0.0/0", "Igw").Nat("Nat", "P", "10.0.0.200")
            .Subnet("Six", "V", "", ipv6: "2a05:d018:0:1::/64")
            .Subnet("Four", "V", "10.0.2.0/24")
            .Group("Clients", "V").Host("Client", "Six", "Clients", InterfaceAddress.AnyIPv6)
            .Group("Servers", "V", "tcp 443 10.0.0.200/32", "icmp 8 10.0.0.200/32").Host("Server", "Four", "Servers", "10.0.2.10");
        return isRouted ? estate.Route("Six", "64:ff9b::/96", "Nat") : estate;
    }

    [Fact]
    public void S42_Nat64_OpensToTheInternet()
    {
        var answer = Net().Tcp("Client", "internet", 443).ShouldBeReachable();

        answer.Path().ShouldBe("Client > Clients > SixTable > V.DefaultNetworkAcl > V.DefaultNetworkAcl > Nat > PTable > V.DefaultNetworkAcl > Igw");
        answer.Example!.Destination.ToString().ShouldStartWith("64:ff9b::");
        answer.Destinations().ShouldContain("64:ff9b::100:0-64:ff9b::9ff:ffff");
        answer.Destinations().ShouldNotContain("64:ff9b::a00:0");
    }

    [Fact]
    public void S42_Nat64_OpensToAnIpv4OnlyHost_WhichSeesTheNatGateway()
    {
        Net().Tcp("Client", "Server", 443).ShouldBeReachable().Destinations().ShouldBe("64:ff9b::a00:20a");
        Net().Ask("Client", "Server", QueryProtocol.Icmp).ShouldBeReachable().Packets.ShouldHaveSingleItem().Protocols.ShouldBe([new PortRange(58, 58)]);
        Net().Tcp("Client", "Server", 80).ShouldBeBlocked("ENI_SG_RULES_MISMATCH Servers");
        Net().Tcp("Server", "Client", 443).ShouldBeBlocked("NO_COMMON_IP_VERSION Client");
    }

    [Fact]
    public void S42_Nat64_NeedsTheRoute_AndTheGroupsToLetItOut()
    {
        Net(isRouted: false).Tcp("Client", "Server", 443).ShouldBeBlocked("NO_COMMON_IP_VERSION Server");
        Net().Egress("Clients", "tcp 443 64:ff9b::a00:0/104").Tcp("Client", "Server", 443).ShouldBeReachable();
        Net().Egress("Clients", "tcp 443 10.0.0.0/8").Tcp("Client", "Server", 443).ShouldBeBlocked("ENI_SG_RULES_MISMATCH Clients");
    }

    [Fact]
    public void S42_Nat64_OfARegionalNatGateway_IsUnknown() =>
        Net(isRouted: false).Add(new NatGateway(Named("Regional")) { Vpc = Id("V") }).Route("Six", "64:ff9b::/96", "Regional")
            .Tcp("Client", "internet", 443).ShouldBeUnknown("IPv6 to IPv4");

    [Fact]
    public void S42_Nat64_ToAPublicAddressThatAwsPicks_NamesIt() =>
        Net().Vpc("W", "10.9.0.0/16").Subnet("Q", "W", "10.9.0.0/24").InternetGateway("WIgw", "W").Route("Q", "0.0.0.0/0", "WIgw")
            .Group("Open", "W", "tcp 443 0.0.0.0/0").Host("Far", "Q", "Open", null, "")
            .Tcp("Client", "Far", 443).ShouldBeReachable().Destinations().ShouldContain("Far");
}
