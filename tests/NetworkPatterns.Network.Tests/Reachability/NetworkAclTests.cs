using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;
using static NetworkPatterns.Network.Tests.Reachability.Estate;

namespace NetworkPatterns.Network.Tests.Reachability;

public sealed class NetworkAclTests
{
    private static Estate TwoHosts() => new Estate()
        .Vpc("V", "10.0.0.0/16")
        .Subnet("A", "V", "10.0.0.0/24")
        .Subnet("B", "V", "10.0.1.0/24")
        .Group("All", "V", "all 0.0.0.0/0")
        .Host("Client", "A", "All")
        .Host("Server", "B", "All");

    [Fact]
    public void S23_Entries_LowestNumberDecides_WhateverTheOrderInTheTemplate()
    {
        var estate = TwoHosts().Acl("Acl", "B", "in 200 allow all 0.0.0.0/0", "in 100 deny tcp 443 0.0.0.0/0", "out 100 allow all 0.0.0.0/0");

        estate.Tcp("Client", "Server", 443).ShouldBeBlocked("SUBNET_ACL_RESTRICTION Acl");
        estate.Tcp("Client", "Server", 80).ShouldBeReachable();
    }

    [Fact]
    public void S23_Entries_PartlyDenied_LeaveTheRest() =>
        TwoHosts().Acl("Acl", "B", "in 50 deny tcp 0-99 10.0.0.0/25", "in 100 allow tcp 80-443 0.0.0.0/0", "out 100 allow all 0.0.0.0/0")
            .Ask("Client", "Server", QueryProtocol.Tcp)
            .ShouldBeReachable()
            .Packets.Select(range => $"{string.Join(",", range.Sources)}:{string.Join(",", range.DestinationPorts)}")
            .ShouldBe(["10.0.0.128-10.0.0.254:80-443", "10.0.0.4-10.0.0.127:100-443"], ignoreOrder: true);

    [Fact]
    public void S23_Entries_DirectionsAreNumberedSeparately() =>
        TwoHosts().Acl("Acl", "B", "in 100 allow all 0.0.0.0/0", "out 50 deny tcp 1024-65535 0.0.0.0/0", "out 100 allow all 0.0.0.0/0")
            .Tcp("Client", "Server", 443)
            .ShouldBeBlocked("SUBNET_ACL_RESTRICTION Acl");

    [Fact]
    public void S24_Acl_WithinOneSubnet_IsNotApplied() =>
        TwoHosts().Acl("Acl", "A").Host("Neighbour", "A", "All").Tcp("Client", "Neighbour", 443).ShouldBeReachable();

    [Fact]
    public void S25_Acl_IsStateless_AnswersNeedEphemeralPorts()
    {
        var estate = TwoHosts().Acl("Acl", "B", "in 100 allow tcp 443 0.0.0.0/0", "out 100 allow tcp 32768-61000 0.0.0.0/0");

        estate.Tcp("Client", "Server", 443).ShouldBeReachable().SourcePorts().ShouldBe("32768-61000");
        TwoHosts().Acl("Acl", "B", "in 100 allow tcp 443 0.0.0.0/0", "out 100 allow tcp 443 0.0.0.0/0")
            .Tcp("Client", "Server", 443)
            .ShouldBeBlocked("SUBNET_ACL_RESTRICTION Acl");
    }

    [Fact]
    public void S25_Acl_AnswersOfThePing_NeedEchoReply()
    {
        TwoHosts().Acl("Acl", "B", "in 100 allow icmp 8 0.0.0.0/0", "out 100 allow icmp 0 0.0.0.0/0").Ask("Client", "Server", QueryProtocol.Icmp).ShouldBeReachable();
        TwoHosts().Acl("Acl", "B", "in 100 allow icmp 8 0.0.0.0/0", "out 100 allow icmp 8 0.0.0.0/0").Ask("Client", "Server", QueryProtocol.Icmp)
            .ShouldBeBlocked("SUBNET_ACL_RESTRICTION Acl");
    }

    [Fact]
    public void S26_Subnet_WithoutAssociation_UsesTheDefaultAcl()
    {
        TwoHosts().Tcp("Client", "Server", 443).ShouldBeReachable().Path().ShouldContain("V.DefaultNetworkAcl");
        TwoHosts().Add(new NetworkAcl(Named("V.DefaultNetworkAcl"), Id("V")) { IsDefault = true, Entries = [Entry(Named("Deny"), "in 1 deny all 0.0.0.0/0")] })
            .Tcp("Client", "Server", 443)
            .ShouldBeBlocked([.. Enumerable.Repeat("SUBNET_ACL_RESTRICTION V.DefaultNetworkAcl", 4)]);
    }

    [Fact]
    public void S26_CustomAcl_StartsWithDenyAll() =>
        TwoHosts().Acl("Acl", "B").Tcp("Client", "Server", 443).ShouldBeBlocked("SUBNET_ACL_RESTRICTION Acl", "SUBNET_ACL_RESTRICTION Acl");

    [Fact]
    public void S27_Entry_OfAProtocolWithoutPorts_TakesAllOfIt() =>
        TwoHosts().Acl("Acl", "B", "in 100 allow 50 7-7 0.0.0.0/0", "out 100 allow 50 7-7 0.0.0.0/0").Ask("Client", "Server").ShouldBeReachable()
            .Packets.ShouldHaveSingleItem().Protocols.ShouldBe([new PortRange(50, 50)]);

    [Fact]
    public void S28_Nat_PassesTheAclOfItsSubnetInAndOut()
    {
        Estate Net(params string[] entries) => TwoHosts().Subnet("P", "V", "10.0.5.0/24").InternetGateway("Igw", "V")
            .Route("P", "0.0.0.0/0", "Igw").Nat("Nat", "P").Route("A", "0.0.0.0/0", "Nat").Acl("Acl", "P", entries);

        Net("in 100 allow all 0.0.0.0/0", "out 100 allow all 0.0.0.0/0").Tcp("Client", "internet", 443).ShouldBeReachable();

        // In from the client, out to the internet, in from the internet, out to the client.
        Net("in 90 deny all 10.0.0.0/24", "in 100 allow all 0.0.0.0/0", "out 100 allow all 0.0.0.0/0").Tcp("Client", "internet", 443).ShouldBeBlocked("SUBNET_ACL_RESTRICTION Acl");
        Net("in 100 allow all 0.0.0.0/0", "out 90 deny tcp 443 0.0.0.0/0", "out 100 allow all 0.0.0.0/0").Tcp("Client", "internet", 443).ShouldBeBlocked("SUBNET_ACL_RESTRICTION Acl");
        Net("in 90 allow all 10.0.0.0/24", "out 100 allow all 0.0.0.0/0").Tcp("Client", "internet", 443).ShouldBeBlocked("SUBNET_ACL_RESTRICTION Acl");
        Net("in 100 allow all 0.0.0.0/0", "out 90 deny all 10.0.0.0/24", "out 100 allow all 0.0.0.0/0").Tcp("Client", "internet", 443).ShouldBeBlocked("SUBNET_ACL_RESTRICTION Acl");
    }

    private static Estate Attached(string attachmentSubnet) => TwoHosts()
        .Subnet("T", "V", "10.0.6.0/28")
        .Vpc("W", "10.1.0.0/16").Subnet("C", "W", "10.1.0.0/24").Group("Far", "W", "all 0.0.0.0/0").Host("Remote", "C", "Far")
        .TransitGateway("Tgw").Attachment("AttachV", "Tgw", "V", attachmentSubnet).Attachment("AttachW", "Tgw", "W", "C")
        .Route("A", "10.1.0.0/16", "Tgw").Route("C", "10.0.0.0/16", "Tgw");

    [Fact]
    public void S29_TransitGatewaySubnet_OfItsOwn_ChecksInboundBySource_AndOutboundByDestination()
    {
        // From the instance: inbound only. To the instance: outbound only.
        Attached("T").Acl("Acl", "T", "in 100 allow all 10.0.0.0/24", "out 100 allow all 10.0.0.0/24").Tcp("Client", "Remote", 443).ShouldBeReachable();
        Attached("T").Acl("Acl", "T", "in 100 allow all 10.1.0.0/16", "out 100 allow all 10.0.0.0/24").Tcp("Client", "Remote", 443).ShouldBeBlocked("SUBNET_ACL_RESTRICTION Acl");
        Attached("T").Acl("Acl", "T", "in 100 allow all 10.0.0.0/24", "out 100 allow all 10.1.0.0/16").Tcp("Client", "Remote", 443).ShouldBeBlocked("SUBNET_ACL_RESTRICTION Acl");
    }

    [Fact]
    public void S29_TransitGatewaySubnet_OfTheInstance_ChecksOnlyTrafficFromTheInstance()
    {
        // Both lists for packets to the gateway, none for packets from it.
        Attached("A").Acl("Acl", "A", "in 100 allow all 10.0.0.0/24", "out 100 allow all 10.1.0.0/16").Tcp("Client", "Remote", 443).ShouldBeReachable();
        Attached("A").Acl("Acl", "A", "out 100 allow all 10.1.0.0/16").Tcp("Client", "Remote", 443).ShouldBeBlocked("SUBNET_ACL_RESTRICTION Acl");
    }

    [Fact]
    public void S30_ClassicLoadBalancer_PassesTheOutboundAcl_EvenToTargetsOfItsSubnet()
    {
        var estate = new Estate().Vpc("V", "10.0.0.0/16").Subnet("A", "V", "10.0.0.0/24").Group("All", "V", "all 0.0.0.0/0").Host("Web", "A", "All").Acl("Acl", "A")
            .Add(
                new LoadBalancer(Named("Lb"), LoadBalancerType.Classic) { CrossZone = true, Listeners = [new(Named("Listener"), Traffic.Tcp(80), [Id("Targets")])] },
                new TargetGroup(Named("Targets")) { Traffic = Traffic.Tcp(8080), Targets = [new() { Owner = Id("Web") }] },
                new NetworkInterface(Named("Lb.Interface1"), Named("Lb"), Id("A")) { Kind = InterfaceKind.LoadBalancer, Groups = [Id("All")] });

        estate.Tcp("Lb.Interface1", "Web", 8080).ShouldBeBlocked("ELB_ACL_RESTRICTION Acl");
        estate.Tcp("Web", "Lb.Interface1", 80).ShouldBeReachable();
        estate.Change<LoadBalancer>("Lb", balancer => balancer with { Type = LoadBalancerType.Application }).Tcp("Lb.Interface1", "Web", 8080).ShouldBeReachable();
    }

    [Fact]
    public void Unknown_EntryRange_MattersOnlyForItsTraffic()
    {
        var estate = TwoHosts().Acl("Acl", "B", "in 100 deny tcp 443 ?", "in 200 allow all 0.0.0.0/0", "out 100 allow all 0.0.0.0/0");

        estate.Tcp("Client", "Server", 443).ShouldBeUnknown("the range of an entry");
        estate.Tcp("Client", "Server", 80).ShouldBeReachable();
    }
}
