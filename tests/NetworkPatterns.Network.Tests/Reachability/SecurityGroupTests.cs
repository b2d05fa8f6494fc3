using System.Collections.Immutable;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;
using static NetworkPatterns.Network.Tests.Reachability.Estate;

namespace NetworkPatterns.Network.Tests.Reachability;

public sealed class SecurityGroupTests
{
    private static Estate TwoHosts(params string[] ingress) => new Estate()
        .Vpc("V", "10.0.0.0/16")
        .Subnet("A", "V", "10.0.0.0/24")
        .Subnet("B", "V", "10.0.1.0/24")
        .Group("Clients", "V")
        .Group("Servers", "V", ingress)
        .Host("Client", "A", "Clients")
        .Host("Server", "B", "Servers");

    [Fact]
    public void S09_Group_UnionOfRulesDecidesAndRepliesNeedNoRule()
    {
        var estate = TwoHosts("tcp 80 10.0.0.0/24", "tcp 443 10.0.0.0/24").Egress("Servers");

        var answer = estate.Ask("Client", "Server").ShouldBeReachable();

        answer.DestinationPorts().ShouldBe("80, 443");
        answer.SourcePorts().ShouldBe("1024-65535");
    }

    [Fact]
    public void S10_Group_WithoutInboundRule_LetsNothingIn() =>
        TwoHosts().Tcp("Client", "Server", 443).ShouldBeBlocked("SG_HAS_NO_RULES Servers");

    [Fact]
    public void S10_Group_WithAnyEgressRule_LetsOutOnlyThat()
    {
        var estate = TwoHosts("all 0.0.0.0/0").Egress("Clients", "tcp 443 0.0.0.0/0");

        estate.Tcp("Client", "Server", 443).ShouldBeReachable();
        estate.Tcp("Client", "Server", 80).ShouldBeBlocked("ENI_SG_RULES_MISMATCH Clients");
    }

    [Fact]
    public void S11_Group_RuleThatMayBeStripped_IsUnknown() =>
        TwoHosts("all 0.0.0.0/0")
            .Change<SecurityGroup>("Clients", group => group with
            {
                Egress = [Rule(group.Component, "all 0.0.0.0/0") with { Doubt = Open("a separate egress rule may remove it") }],
            })
            .Tcp("Client", "Server", 443)
            .ShouldBeUnknown("a separate egress rule may remove it");

    [Fact]
    public void S12_Group_CdkNoEgressRule_LetsNothingOut() =>
        TwoHosts("all 0.0.0.0/0").Egress("Clients", "icmp 252 255.255.255.255/32").Ask("Client", "Server").ShouldBeBlocked("ENI_SG_RULES_MISMATCH Clients");

    [Fact]
    public void S13_Reference_MeansMembersAndNotTheirAddresses()
    {
        var estate = TwoHosts("tcp 443 Clients").Group("Others", "V").Host("Other", "A", "Others");

        estate.Tcp("Client", "Server", 443).ShouldBeReachable();
        estate.Tcp("Other", "Server", 443).ShouldBeBlocked("ENI_SG_RULES_MISMATCH Servers");
    }

    [Fact]
    public void S13_Reference_NeverMeansPublicAddresses() =>
        TwoHosts("tcp 443 Clients")
            .InternetGateway("Igw", "V").Route("B", "0.0.0.0/0", "Igw")
            .Change<NetworkInterface>("Server", host => host with { Addresses = [InterfaceAddress.AnyIPv4 with { HasPublicAddress = true }] })
            .Tcp("internet", "Server", 443)
            .ShouldBeBlocked("ENI_SG_RULES_MISMATCH Servers");

    [Fact]
    public void S13_Reference_OutboundToMembers_IsByMembership()
    {
        var estate = TwoHosts("all 0.0.0.0/0").Egress("Clients", "tcp 443 Servers").Group("Others", "V", "all 0.0.0.0/0").Host("Other", "B", "Others");

        estate.Tcp("Client", "Server", 443).ShouldBeReachable();
        estate.Tcp("Client", "Other", 443).ShouldBeBlocked("ENI_SG_RULES_MISMATCH Clients");
    }

    [Theory]
    [InlineData("eu-west-1", true)]
    [InlineData("us-east-1", false)]
    public void S14_Reference_AcrossPeering_NeedsTheSameRegion(string region, bool isReachable)
    {
        var estate = Peered("tcp 443 Clients").Change<Vpc>("W", vpc => vpc with { Region = region });

        var answer = estate.Tcp("Client", "Server", 443);

        if (isReachable)
        {
            answer.ShouldBeReachable();
        }
        else
        {
            answer.ShouldBeBlocked("SG_REFERENCES_NOT_PRESERVED Servers");
        }
    }

    private static Estate Peered(params string[] ingress) => new Estate()
        .Vpc("V", "10.0.0.0/16").Subnet("A", "V", "10.0.0.0/24").Group("Clients", "V").Host("Client", "A", "Clients")
        .Vpc("W", "10.1.0.0/16").Subnet("B", "W", "10.1.0.0/24").Group("Servers", "W", ingress).Host("Server", "B", "Servers")
        .Peering("Pcx", "V", "W")
        .Route("A", "10.1.0.0/16", "Pcx")
        .Route("B", "10.0.0.0/16", "Pcx");

    [Theory]
    [InlineData(true, true, true)]
    [InlineData(false, true, false)]
    [InlineData(true, false, false)]
    public void S14_Reference_AcrossTransitGateway_NeedsSupportAtGatewayAndAttachment(bool gateway, bool attachment, bool isReachable)
    {
        var estate = Attached(gateway, "tcp 443 Clients")
            .Change<TransitGatewayAttachment>("AttachV", each => each with { SecurityGroupReferencing = attachment });

        var answer = estate.Tcp("Client", "Server", 443);

        if (isReachable)
        {
            answer.ShouldBeReachable();
        }
        else
        {
            answer.ShouldBeBlocked("SG_REFERENCING_SUPPORT Servers");
        }
    }

    [Fact]
    public void S14_Reference_OutboundAcrossTransitGateway_IsNotSupported() =>
        Attached(references: true, "all 0.0.0.0/0").Egress("Clients", "tcp 443 Servers")
            .Tcp("Client", "Server", 443)
            .ShouldBeBlocked("SG_REFERENCING_SUPPORT Clients");

    private static Estate Attached(bool references, params string[] ingress) => new Estate()
        .Vpc("V", "10.0.0.0/16").Subnet("A", "V", "10.0.0.0/24").Group("Clients", "V").Host("Client", "A", "Clients")
        .Vpc("W", "10.1.0.0/16").Subnet("B", "W", "10.1.0.0/24").Group("Servers", "W", ingress).Host("Server", "B", "Servers")
        .TransitGateway("Tgw", references: references)
        .Attachment("AttachV", "Tgw", "V", "A").Attachment("AttachW", "Tgw", "W", "B")
        .Route("A", "10.0.0.0/8", "Tgw")
        .Route("B", "10.0.0.0/8", "Tgw");

    [Fact]
    public void S15_Reference_ThroughMiddlebox_DoesNotSurvive()
    {
        var estate = TwoHosts("tcp 443 Clients")
            .Subnet("F", "V", "10.0.9.0/28")
            .Add(new NetworkFirewall(Named("Firewall"), new FirewallPolicy(Named("Policy"))) { Endpoints = [new(Named("Endpoint"), Id("F"))] })
            .Route("A", "10.0.1.0/24", "Endpoint")
            .Route("B", "10.0.0.0/24", "Endpoint");

        estate.Tcp("Client", "Server", 443).ShouldBeBlocked("SG_REFERENCES_NOT_PRESERVED Servers");
        estate.Ingress("Servers", "tcp 443 10.0.0.0/24").Tcp("Client", "Server", 443).ShouldBeReachable();
    }

    [Fact]
    public void S16_Members_OfOneGroup_AreNotConnectedByMembership()
    {
        var estate = TwoHosts().Host("Second", "B", "Servers");

        estate.Tcp("Second", "Server", 443).ShouldBeBlocked("SG_HAS_NO_RULES Servers");
        estate.Ingress("Servers", "all Servers").Tcp("Second", "Server", 443).ShouldBeReachable();
    }

    [Fact]
    public void S17_Interfaces_WithoutGroups_AreInTheDefaultGroup()
    {
        var estate = TwoHosts().Host("One", "A", "").Host("Two", "B", "");

        estate.Tcp("One", "Two", 443).ShouldBeReachable();
        estate.Tcp("Client", "Two", 443).ShouldBeBlocked("ENI_SG_RULES_MISMATCH V.DefaultSecurityGroup");
    }

    [Fact]
    public void S17_DefaultGroup_EmptiedByCustomResource_LetsNothingInOrOut() =>
        TwoHosts().Host("One", "A", "").Host("Two", "B", "")
            .Add(new SecurityGroup(Named("V.DefaultSecurityGroup"), Id("V")) { IsDefault = true })
            .Tcp("One", "Two", 443)
            .ShouldBeBlocked("SG_HAS_NO_RULES V.DefaultSecurityGroup", "SG_HAS_NO_RULES V.DefaultSecurityGroup");

    [Fact]
    public void S18_Protocol_AnyOtherNumberThanTcpUdpIcmp_OpensAllPorts()
    {
        var answer = TwoHosts("50 1-1 10.0.0.0/24").Ask("Client", "Server").ShouldBeReachable();

        answer.Packets.ShouldHaveSingleItem().Protocols.ShouldBe([new PortRange(50, 50)]);
        answer.DestinationPorts().ShouldBe("");
    }

    [Fact]
    public void S18_Protocol_Icmp_IsTypeAndCode()
    {
        TwoHosts("icmp 8 10.0.0.0/24").Ask("Client", "Server", QueryProtocol.Icmp).ShouldBeReachable().Packets[0].Icmp.ShouldBe([(8, 0)]);
        TwoHosts("icmp 3 10.0.0.0/24").Ask("Client", "Server", QueryProtocol.Icmp).ShouldBeBlocked("ENI_SG_RULES_MISMATCH Servers");
        TwoHosts("icmp6 128 10.0.0.0/24").Ask("Client", "Server", QueryProtocol.Icmp).ShouldBeBlocked("ENI_SG_RULES_MISMATCH Servers");
    }

    [Fact]
    public void S19_IPv4Rule_NeverAdmitsIPv6()
    {
        var estate = new Estate()
            .Vpc("V", "10.0.0.0/16", "2001:db8::/56")
            .Subnet("A", "V", "10.0.0.0/24", ipv6: "2001:db8::/64")
            .Group("Clients", "V").Group("Servers", "V", "tcp 443 0.0.0.0/0")
            .Host("Client", "A", "Clients", InterfaceAddress.AnyIPv4, InterfaceAddress.AnyIPv6)
            .Host("Server", "A", "Servers", InterfaceAddress.AnyIPv4, InterfaceAddress.AnyIPv6);

        estate.Ask("Client", "Server", QueryProtocol.Tcp, 443, IpVersion.V6).ShouldBeBlocked("ENI_SG_RULES_MISMATCH Servers");
        estate.Ask("Client", "Server", QueryProtocol.Tcp, 443, IpVersion.V4).ShouldBeReachable();
        estate.Ingress("Servers", "tcp 443 ::/0").Ask("Client", "Server", QueryProtocol.Tcp, 443, IpVersion.V6).ShouldBeReachable();
    }

    [Fact]
    public void S20_PrefixList_WithKnownEntries_IsTheirRanges()
    {
        var estate = TwoHosts("tcp 443 pl:Offices").Add(new PrefixList(Named("Offices")) { Entries = ImmutableArray.Create(Cidr.Parse("10.0.0.0/25")) });

        estate.Tcp("Client", "Server", 443).ShouldBeReachable().Sources().ShouldBe("10.0.0.4-10.0.0.127");
    }

    [Fact]
    public void S20_PrefixList_ManagedByAws_IsUnknown() =>
        TwoHosts("tcp 443 pl:CloudFront").Add(new PrefixList(Named("CloudFront")) { Entries = Open("AWS manages the list") })
            .Tcp("Client", "Server", 443)
            .ShouldBeUnknown("AWS manages the list");

    [Fact]
    public void S22_Interface_WithoutGroups_IsNotFiltered() =>
        TwoHosts().Change<NetworkInterface>("Server", host => host with { HasGroups = false, Groups = [] }).Tcp("Client", "Server", 443).ShouldBeReachable();

    [Fact]
    public void Unknown_Group_MayLetAnythingIn() =>
        TwoHosts().Change<NetworkInterface>("Server", host => host with { Groups = [Open("group from a parameter")] })
            .Tcp("Client", "Server", 443)
            .ShouldBeUnknown("group from a parameter");

    [Fact]
    public void Unknown_RulePeer_DoesNotMatterWhereAnotherRuleAllows()
    {
        TwoHosts("tcp 443 ?").Tcp("Client", "Server", 443).ShouldBeUnknown("the peer of a rule");
        TwoHosts("tcp 443 ?", "tcp 443 10.0.0.0/8").Tcp("Client", "Server", 443).ShouldBeReachable().Unknowns.ShouldBeEmpty();
        TwoHosts("tcp 443 ?").Tcp("Client", "Server", 80).ShouldBeBlocked("ENI_SG_RULES_MISMATCH Servers");
    }
}
