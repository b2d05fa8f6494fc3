using System.Net;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;
using static NetworkPatterns.Network.Tests.Reachability.Estate;

namespace NetworkPatterns.Network.Tests.Reachability;

public sealed class LoadBalancerTests
{
    private static Estate Net(LoadBalancerType type, bool hasGroups = true, string targetZone = "a", params string[] targetRules) => new Estate()
        .Vpc("V", "10.0.0.0/16").InternetGateway("Igw", "V")
        .Subnet("P", "V", "10.0.0.0/24").Route("P", "0.0.0.0/0", "Igw")
        .Subnet("A", "V", "10.0.1.0/24", targetZone)
        .Group("Balancers", "V", "tcp 443 0.0.0.0/0", "udp 53 0.0.0.0/0")
        .Group("Targets", "V", targetRules)
        .Host("Web", "A", "Targets")
        .Add(
            new LoadBalancer(Named("Lb"), type) { Listeners = [new(Named("Listener"), Traffic.Tcp(443), [Id("Group")])] },
            new TargetGroup(Named("Group")) { Traffic = Traffic.Tcp(8080), Targets = [new() { Owner = Id("Web") }] },
            new NetworkInterface(Named("Lb.Interface1"), Named("Lb"), Id("P"))
            {
                Kind = InterfaceKind.LoadBalancer,
                HasGroups = hasGroups,
                Groups = hasGroups ? [Id("Balancers")] : [],
                Addresses = [InterfaceAddress.AnyIPv4 with { HasPublicAddress = true }],
            });

    private static Estate Alb(params string[] targetRules) => Net(LoadBalancerType.Application, targetRules: targetRules);

    private static Estate Nlb(bool hasGroups, params string[] targetRules) => Net(LoadBalancerType.Network, hasGroups, targetRules: targetRules);

    [Fact]
    public void S66_Listener_MustMatchProtocolAndPort()
    {
        Alb().Tcp("internet", "Lb.Interface1", 443).ShouldBeReachable();
        Alb().Ingress("Balancers", "tcp 80 0.0.0.0/0").Tcp("internet", "Lb.Interface1", 80).ShouldBeBlocked("ELBV2_LISTENERS_MISMATCH Lb");
        Nlb(hasGroups: false).Ask("internet", "Lb.Interface1", QueryProtocol.Icmp).ShouldBeBlocked("ELBV2_LISTENERS_MISMATCH Lb");
    }

    [Fact]
    public void S67_LoadBalancer_ReachesOnlyRegisteredTargetsOnTheirPort()
    {
        var estate = Alb("all Balancers").Host("Other", "A", "Targets");

        estate.Ask("Lb.Interface1", "Web").ShouldBeReachable().DestinationPorts().ShouldBe("8080");
        estate.Tcp("Lb.Interface1", "Web", 443).ShouldBeBlocked("TARGET_PORT_RESTRICTION Group");
        estate.Tcp("Lb.Interface1", "Other", 8080).ShouldBeBlocked("TARGET_ADDRESS_RESTRICTION Lb");
        estate.Tcp("Lb.Interface1", "internet", 443).ShouldBeBlocked("TARGET_ADDRESS_RESTRICTION Lb");
    }

    [Fact]
    public void S67_OtherZones_OnlyWithCrossZone()
    {
        Net(LoadBalancerType.Application, targetZone: "b", targetRules: "all Balancers").Tcp("Lb.Interface1", "Web", 8080).ShouldBeReachable();
        var network = Net(LoadBalancerType.Network, targetZone: "b", targetRules: "all Balancers");
        network.Tcp("Lb.Interface1", "Web", 8080).ShouldBeBlocked("ELB_INSTALLED_AZ_RESTRICTION Lb");
        network.Change<TargetGroup>("Group", group => group with { CrossZone = true }).Tcp("Lb.Interface1", "Web", 8080).ShouldBeReachable();
    }

    [Fact]
    public void S68_InternalScheme_HasPrivateAddressesOnly() =>
        Alb().Change<NetworkInterface>("Lb.Interface1", each => each with { Addresses = [InterfaceAddress.AnyIPv4] })
            .Tcp("internet", "Lb.Interface1", 443)
            .ShouldBeBlocked("IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS Lb.Interface1");

    [Fact]
    public void S69_Alb_TargetSeesTheLoadBalancer()
    {
        Alb("tcp 8080 10.0.0.0/24").Tcp("Lb.Interface1", "Web", 8080).ShouldBeReachable().Sources().ShouldBe("10.0.0.4-10.0.0.254");
        Alb("tcp 8080 203.0.113.0/24").Tcp("Lb.Interface1", "Web", 8080).ShouldBeBlocked("ENI_SG_RULES_MISMATCH Targets");
    }

    [Theory]
    [InlineData(TargetType.Instance, false, null, true)]
    [InlineData(TargetType.Ip, false, null, false)]
    [InlineData(TargetType.Ip, true, null, true)]
    [InlineData(TargetType.Instance, false, false, false)]
    [InlineData(TargetType.Ip, false, true, true)]
    public void S69_Nlb_PreservesClientAddresses_ByTypeProtocolAndAttribute(TargetType type, bool isUdp, bool? attribute, bool isPreserved)
    {
        var traffic = isUdp ? Traffic.Udp(53) : Traffic.Tcp(8080);
        var estate = Nlb(hasGroups: false, "all 203.0.113.0/24")
            .Change<TargetGroup>("Group", group => group with { TargetType = type, Traffic = traffic, PreserveClientIp = attribute is { } given ? given : default(Maybe<bool>?) });

        var answer = estate.Ask("Lb.Interface1", "Web");

        answer.Verdict.ShouldBe(isPreserved ? Verdict.Reachable : Verdict.NotReachable);
        answer.Sources().ShouldBe(isPreserved ? "203.0.113.0-203.0.113.255" : "");
    }

    [Fact]
    public void S70_NlbWithoutGroup_TargetRulesMustNameClients()
    {
        Nlb(hasGroups: false).Tcp("internet", "Lb.Interface1", 443).ShouldBeReachable();
        Nlb(hasGroups: false, "tcp 8080 0.0.0.0/0").Tcp("Lb.Interface1", "Web", 8080).ShouldBeReachable();
        Nlb(hasGroups: false, "tcp 8080 Balancers").Tcp("Lb.Interface1", "Web", 8080).ShouldBeBlocked("ENI_SG_RULES_MISMATCH Targets");
    }

    [Fact]
    public void S70_NlbWithGroup_AReferenceToItAdmitsItsTraffic() =>
        Nlb(hasGroups: true, "tcp 8080 Balancers").Tcp("Lb.Interface1", "Web", 8080).ShouldBeReachable();

    [Fact]
    public void S71_NlbTargets_AnswerThroughTheLoadBalancer_WithoutAnInternetRoute() =>
        Nlb(hasGroups: false, "tcp 8080 203.0.113.0/24").Tcp("Lb.Interface1", "Web", 8080).ShouldBeReachable()
            .ReturnPath().ShouldBe("Web > V.DefaultNetworkAcl > V.DefaultNetworkAcl > Lb.Interface1");

    [Fact]
    public void S71_MiddleboxBetweenAPreservingNlbAndItsTarget_IsUnknown() =>
        Nlb(hasGroups: false, "tcp 8080 203.0.113.0/24").Subnet("F", "V", "10.0.9.0/28")
            .Add(new NetworkFirewall(Named("Firewall"), new FirewallPolicy(Named("Policy")) { StatelessDefault = StatelessAction.Drop }) { Endpoints = [new(Named("End"), Id("F"))] })
            .Route("P", "10.0.1.0/24", "End")
            .Tcp("Lb.Interface1", "Web", 8080)
            .ShouldBeUnknown("what a middlebox does between");

    [Fact]
    public void S72_Hairpin_WithPreservation_Fails()
    {
        var estate = Nlb(hasGroups: false, "tcp 8080 10.0.1.50/32")
            .Change<NetworkInterface>("Web", host => host with { Addresses = [InterfaceAddress.At("10.0.1.50")] });

        estate.Tcp("Lb.Interface1", "Web", 8080).Verdict.ShouldBe(Verdict.NotReachable);
    }

    [Fact]
    public void S73_GatewayLoadBalancer_SpeaksGeneveToItsTargets()
    {
        var estate = Net(LoadBalancerType.Gateway, hasGroups: false, targetRules: "all 0.0.0.0/0")
            .Change<TargetGroup>("Group", group => group with { Traffic = Traffic.Udp(6081) });

        estate.Ask("Lb.Interface1", "Web").ShouldBeReachable().DestinationPorts().ShouldBe("6081");
        estate.Tcp("Lb.Interface1", "Web", 443).ShouldBeBlocked("TARGET_PORT_RESTRICTION Group");
    }

    [Fact]
    public void S73_GatewayLoadBalancerEndpoint_LetsTheAppliancesDecide() =>
        Alb("tcp 8080 0.0.0.0/0").Host("Client", "P", "Targets").Subnet("F", "V", "10.0.9.0/28")
            .Add(new GatewayLoadBalancerEndpoint(Named("Gwlbe"), Id("V"), Id("F")))
            .Route("P", "10.0.1.0/24", "Gwlbe").Route("A", "10.0.0.0/24", "Gwlbe")
            .Tcp("Client", "Web", 8080)
            .ShouldBeUnknown("appliances behind the Gateway Load Balancer");

    [Fact]
    public void S74_Targets_ByAddressOrByAPossibleRegistration()
    {
        Alb("all Balancers").Host("Fixed", "A", "Targets", "10.0.1.77")
            .Change<TargetGroup>("Group", group => group with { TargetType = TargetType.Ip, Targets = [new() { Address = IPAddress.Parse("10.0.1.77"), Port = 9000 }] })
            .Ask("Lb.Interface1", "Fixed").ShouldBeReachable().DestinationPorts().ShouldBe("9000");
        Alb("all Balancers").Host("Maybe", "A", "Targets")
            .Change<TargetGroup>("Group", group => group with { MayHaveMoreTargets = [Open("targets registered elsewhere")] })
            .Tcp("Lb.Interface1", "Maybe", 8080).ShouldBeUnknown("targets registered elsewhere");
    }

    [Fact]
    public void S74_TargetByAddress_OfAnInterfaceThatMayHaveIt_IsThatAddressAlone() =>
        Alb("all Balancers")
            .Change<TargetGroup>("Group", group => group with { TargetType = TargetType.Ip, Targets = [new() { Address = IPAddress.Parse("10.0.1.77") }] })
            .Tcp("Lb.Interface1", "Web", 8080).ShouldBeReachable().Destinations().ShouldBe("10.0.1.77");

    [Fact]
    public void S74_AlbAsTargetOfAnNlb_NeedsAListener()
    {
        var estate = Alb().Ingress("Balancers", "tcp 8080 0.0.0.0/0")
            .Add(
                new LoadBalancer(Named("Nlb"), LoadBalancerType.Network) { Listeners = [new(Named("NlbListener"), Traffic.Tcp(443), [Id("AlbGroup")])] },
                new TargetGroup(Named("AlbGroup")) { TargetType = TargetType.LoadBalancer, Traffic = Traffic.Tcp(443), Targets = [new() { Owner = Id("Lb") }] },
                new NetworkInterface(Named("Nlb.Interface1"), Named("Nlb"), Id("P")) { Kind = InterfaceKind.LoadBalancer, HasGroups = false });

        estate.Tcp("Nlb.Interface1", "Lb.Interface1", 443).ShouldBeReachable();
        estate.Change<TargetGroup>("AlbGroup", group => group with { Traffic = Traffic.Tcp(8080) }).Tcp("Nlb.Interface1", "Lb.Interface1", 8080)
            .ShouldBeBlocked("ELBV2_LISTENERS_MISMATCH Lb");
    }

    [Fact]
    public void S74_VpcLink_Version1_ReachesListenersOfItsLoadBalancers()
    {
        var estate = Nlb(hasGroups: false).Add(new VpcLink(Named("Link")) { LoadBalancers = [Id("Lb")] });

        estate.Tcp("Link", "Lb.Interface1", 443).ShouldBeReachable();
        estate.Tcp("Link", "Lb.Interface1", 80).ShouldBeBlocked("ELBV2_LISTENERS_MISMATCH Lb");
    }

    [Fact]
    public void S74_VpcLink_Version2_IsInterfacesWithGroups() =>
        Alb().Add(new NetworkInterface(Named("Link2.Interface1"), Named("Link2"), Id("A")) { Kind = InterfaceKind.VpcLink, Groups = [Id("Targets")] })
            .Tcp("Link2.Interface1", "Lb.Interface1", 443)
            .ShouldBeReachable();
}
