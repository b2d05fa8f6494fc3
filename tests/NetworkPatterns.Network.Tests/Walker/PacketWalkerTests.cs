using System.Collections.Immutable;
using System.Net;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;

namespace NetworkPatterns.Network.Tests.Walker;

/// <summary>The walker against cases drawn by hand from AWS's documentation; each names the statement it is about.</summary>
public sealed class PacketWalkerTests
{
    private static readonly EndpointSelector Internet = EndpointSelector.TheInternet;

    [Fact]
    public void S01_UnfixedAddress_IsAnyAssignableAddressOfTheSubnet()
    {
        var net = TwoSubnets(out var a, out var b);

        Walk(net, a, b, Tcp("10.0.0.4", "10.0.1.4", 443)).ShouldBeNull();
        Walk(net, a, b, Tcp("10.0.0.14", "10.0.1.14", 443)).ShouldBeNull();
        Walk(net, a, b, Tcp("10.0.0.3", "10.0.1.4", 443)).ShouldNotBeNull();
        Walk(net, a, b, Tcp("10.0.0.4", "10.0.1.15", 443)).ShouldNotBeNull();
    }

    [Fact]
    public void S06_ApplianceWithSourceDestCheck_DropsWhatIsNotItsOwn()
    {
        var net = ThroughAppliance(out var a, out var b, out var appliance);
        Walk(net, a, b, Tcp("10.0.0.4", "10.0.1.4", 443)).ShouldBe("there: source/destination check of Appliance");

        net.Replace(appliance with { SourceDestCheck = false });
        Walk(net, a, b, Tcp("10.0.0.4", "10.0.1.4", 443)).ShouldBeNull();
    }

    [Fact]
    public void S07_InterfaceSendsOnlyFromItsOwnAddresses()
    {
        var net = TwoSubnets(out var a, out var b);
        Walk(net, a, b, Tcp("10.0.1.5", "10.0.1.4", 443)).ShouldStartWith("from:");
    }

    [Fact]
    public void S09_Groups_AreStatefulAndAddUp()
    {
        var net = TwoSubnets(out var a, out var b);
        var web = net.Group("Web", Sketch.Id("Vpc"), ingress: [Sketch.Allow(RulePeer.From("10.0.0.0/28"), Traffic.Tcp(443))], egress: []);
        var ssh = net.Group("Ssh", Sketch.Id("Vpc"), ingress: [Sketch.Allow(RulePeer.From("10.0.0.0/28"), Traffic.Tcp(22))], egress: []);
        net.Replace(b with { Groups = [web.Id, ssh.Id] });

        Walk(net, a, b, Tcp("10.0.0.4", "10.0.1.4", 443)).ShouldBeNull();
        Walk(net, a, b, Tcp("10.0.0.4", "10.0.1.4", 22)).ShouldBeNull();
        Walk(net, a, b, Tcp("10.0.0.4", "10.0.1.4", 80)).ShouldBe("there: ingress groups of B");
    }

    [Fact]
    public void S10_NoIngressRule_LetsNothingIn_NoEgressProperty_LetsAllOut()
    {
        var net = TwoSubnets(out var a, out var b);
        net.Replace(b with { Groups = [net.Group("Closed", Sketch.Id("Vpc")).Id] });
        Walk(net, a, b, Tcp("10.0.0.4", "10.0.1.4", 443)).ShouldBe("there: ingress groups of B");
        Walk(net, b, a, Tcp("10.0.1.4", "10.0.0.4", 443)).ShouldBeNull();
    }

    [Fact]
    public void S13_S16_GroupReference_MeansMembersByInterface_AndMembershipAloneMeansNothing()
    {
        var net = TwoSubnets(out var a, out var b);
        var closed = net.Group("Shared", Sketch.Id("Vpc"));
        net.Replace(a with { Groups = [closed.Id] });
        net.Replace(b with { Groups = [closed.Id] });
        Walk(net, a, b, Tcp("10.0.0.4", "10.0.1.4", 443)).ShouldBe("there: ingress groups of B");

        net.Replace(closed with { Ingress = SecurityGroup.AllowOwnMembers(closed.Component) });
        Walk(net, a, b, Tcp("10.0.0.4", "10.0.1.4", 443)).ShouldBeNull();
    }

    [Fact]
    public void S13_GroupReference_NeverMeansPublicAddresses()
    {
        var net = Public(out var a, out var b);
        var group = net.Group("Shared", Sketch.Id("Vpc"));
        net.Replace(group with { Ingress = SecurityGroup.AllowOwnMembers(group.Component) });
        a = net.Replace(a with { Groups = [group.Id] });
        b = net.Replace(b with { Groups = [group.Id] });

        Walk(net, a, b, Tcp("10.0.0.4", "10.0.0.5", 443)).ShouldBeNull();
        Walk(net, a, b, Tcp("10.0.0.4", "52.0.0.5", 443)).ShouldBe("there: ingress groups of B");
    }

    [Fact]
    public void S14_S54_GroupReference_CrossesAPeeringOfOneRegionOnly()
    {
        var net = Peered(out var a, out var b);
        var clients = net.Group("Clients", Sketch.Id("One"));
        a = net.Replace(a with { Groups = [clients.Id] });
        b = net.Replace(b with { Groups = [net.Group("Servers", Sketch.Id("Two"), ingress: [Sketch.Allow(new RulePeer.Group(clients.Id))]).Id] });
        Walk(net, a, b, Tcp("10.0.0.4", "10.1.0.4", 443)).ShouldBeNull();

        var two = net.Model.All<Vpc>().Single(v => v.Id == Sketch.Id("Two"));
        net.Replace(two with { Region = "r2" });
        Walk(net, a, b, Tcp("10.0.0.4", "10.1.0.4", 443)).ShouldBe("there: ingress groups of B");
    }

    [Fact]
    public void S14_GroupReference_CrossesATransitGatewayInboundOnly_WhereAllowed()
    {
        var net = Hubbed(out var hub, out var a, out var b);
        var clients = net.Group("Clients", Sketch.Id("One"));
        var servers = net.Group("Servers", Sketch.Id("Two"), ingress: [Sketch.Allow(new RulePeer.Group(clients.Id))]);
        a = net.Replace(a with { Groups = [clients.Id] });
        b = net.Replace(b with { Groups = [servers.Id] });
        var packet = Tcp("10.0.0.4", "10.1.0.4", 443);
        Walk(net, a, b, packet).ShouldBe("there: ingress groups of B");

        net.Replace(hub with { SecurityGroupReferencing = true });
        Walk(net, a, b, packet).ShouldBeNull();

        net.Replace(clients with { Egress = [Sketch.Allow(new RulePeer.Group(servers.Id))] });
        Walk(net, a, b, packet).ShouldBe("there: egress groups of A");
    }

    [Fact]
    public void S15_GroupReference_DoesNotSurviveAnAppliance()
    {
        var net = ThroughAppliance(out var a, out var b, out var appliance);
        net.Replace(appliance with { SourceDestCheck = false });
        var clients = net.Group("Clients", Sketch.Id("Vpc"));
        a = net.Replace(a with { Groups = [clients.Id] });
        var servers = net.Group("Servers", Sketch.Id("Vpc"), ingress: [Sketch.Allow(new RulePeer.Group(clients.Id))]);
        b = net.Replace(b with { Groups = [servers.Id] });
        Walk(net, a, b, Tcp("10.0.0.4", "10.0.1.4", 443)).ShouldBe("there: ingress groups of B");

        net.Replace(servers with { Ingress = [Sketch.Any("10.0.0.0/28")] });
        Walk(net, a, b, Tcp("10.0.0.4", "10.0.1.4", 443)).ShouldBeNull();
    }

    [Fact]
    public void S18_OtherProtocols_HaveNoPorts_AndIcmpHasTypeAndCode()
    {
        var net = TwoSubnets(out var a, out var b);
        var group = net.Group("Some", Sketch.Id("Vpc"), ingress:
        [
            Sketch.Allow(RulePeer.From("0.0.0.0/0"), new Traffic { Protocol = 50, Ports = new PortRange(443, 443) }),
            Sketch.Allow(RulePeer.From("0.0.0.0/0"), Traffic.Icmp(8, 0)),
        ]);
        b = net.Replace(b with { Groups = [group.Id] });
        Walk(net, a, b, new Packet(Ip("10.0.0.4"), Ip("10.0.1.4"), 50)).ShouldBeNull();
        Walk(net, a, b, Echo("10.0.0.4", "10.0.1.4")).ShouldBeNull();

        net.Replace(group with { Ingress = [Sketch.Allow(RulePeer.From("0.0.0.0/0"), Traffic.Icmp(0, 0))] });
        Walk(net, a, b, Echo("10.0.0.4", "10.0.1.4")).ShouldBe("there: ingress groups of B");
    }

    [Fact]
    public void S23_AclEntries_AreTriedByNumber()
    {
        var net = TwoSubnets(out var a, out var b);
        var subnet = net.Model.All<Subnet>().Single(s => s.Id == Sketch.Id("Second"));
        net.WithAcl(subnet, [.. Sketch.Open, Sketch.Entry(false, 200, true, "10.0.0.0/28"), Sketch.Entry(false, 100, false, "10.0.0.0/29")]);
        Walk(net, a, b, Tcp("10.0.0.4", "10.0.1.4", 443)).ShouldBe("there: network ACL on the way to B");
        Walk(net, a, b, Tcp("10.0.0.8", "10.0.1.4", 443)).ShouldBeNull();
    }

    [Fact]
    public void S24_Acl_IsNotAskedInsideItsSubnet()
    {
        var net = new Sketch();
        var vpc = net.Vpc("Vpc", "10.0.0.0/16");
        var subnet = net.Subnet("Subnet", vpc, "10.0.0.0/28");
        net.WithAcl(subnet);
        var a = net.Interface("A", subnet);
        var b = net.Interface("B", subnet);
        Walk(net, a, b, Tcp("10.0.0.4", "10.0.0.5", 443)).ShouldBeNull();
    }

    [Fact]
    public void S25_Acl_NeedsARuleForTheAnswersPorts()
    {
        var net = TwoSubnets(out var a, out var b);
        var subnet = net.Model.All<Subnet>().Single(s => s.Id == Sketch.Id("Second"));
        net.WithAcl(subnet, Sketch.Entry(false, 1, true, "0.0.0.0/0"), Sketch.Entry(true, 1, true, "0.0.0.0/0", Traffic.Tcp(32768, 61000)));
        Walk(net, a, b, Tcp("10.0.0.4", "10.0.1.4", 443, from: 40000)).ShouldBeNull();
        Walk(net, a, b, Tcp("10.0.0.4", "10.0.1.4", 443, from: 2000)).ShouldBe("back: network ACL on the way to A");
        Walk(net, a, b, Tcp("10.0.0.4", "10.0.1.4", 443, from: 80)).ShouldStartWith("from:");
    }

    [Fact]
    public void S29_TransitGatewaySubnetOfItsOwn_ChecksOutgoingBySourceAndIncomingByDestination()
    {
        var net = Hubbed(out _, out var a, out var b);
        var door = net.Model.All<Subnet>().Single(s => s.Id == Sketch.Id("TwoDoor"));
        // What comes from the gateway is checked on its way out to the instances, and only there.
        net.WithAcl(door, Sketch.Entry(true, 1, true, "10.1.0.0/28"), Sketch.Entry(false, 1, true, "10.1.0.0/28"));
        Walk(net, a, b, Tcp("10.0.0.4", "10.1.0.4", 443)).ShouldBeNull();

        net.Replace(net.Model.All<NetworkAcl>().Single(n => n.Id == Sketch.Id("TwoDoorAcl")) with { Entries = [Sketch.Entry(true, 1, true, "10.1.0.0/28")] });
        Walk(net, a, b, Tcp("10.0.0.4", "10.1.0.4", 443)).ShouldBe("back: network ACL on the way to Hub-Two");
    }

    [Fact]
    public void S29_TransitGatewayInTheInstancesSubnet_ChecksOnlyWhatGoesToIt()
    {
        var net = new Sketch();
        var hub = net.Hub("Hub");
        var one = net.Vpc("One", "10.0.0.0/16");
        var two = net.Vpc("Two", "10.1.0.0/16");
        var left = net.Subnet("Left", one, "10.0.0.0/28", routes: [("10.1.0.0/16", hub.Id)]);
        var right = net.Subnet("Right", two, "10.1.0.0/28", routes: [("10.0.0.0/16", hub.Id)]);
        net.Attach(hub, one, left);
        net.Attach(hub, two, right);
        var a = net.Interface("A", left);
        var b = net.Interface("B", right);
        // What arrives from 10.0.0.0/16 is denied by every entry, and passes: only answers to the gateway are asked.
        net.WithAcl(right, Sketch.Entry(true, 1, true, "10.0.0.0/16"), Sketch.Entry(false, 1, true, "10.1.0.0/28"));
        Walk(net, a, b, Tcp("10.0.0.4", "10.1.0.4", 443)).ShouldBeNull();
    }

    [Fact]
    public void S30_ClassicLoadBalancer_PassesTheOutboundAclToTargetsOfItsSubnet()
    {
        var net = new Sketch();
        var vpc = net.Vpc("Vpc", "10.0.0.0/16");
        var subnet = net.Subnet("Subnet", vpc, "10.0.0.0/28");
        net.WithAcl(subnet, Sketch.Entry(false, 1, true, "0.0.0.0/0"));
        var a = net.Interface("A", subnet);
        var node = net.Interface("Node", subnet);
        node = net.Replace(node with { Owner = Sketch.Named("Balancer"), Kind = InterfaceKind.LoadBalancer });
        var targets = net.Add(new TargetGroup(Sketch.Named("Targets")) { Traffic = Traffic.Tcp(8080), Targets = [new Target { Owner = a.Id }] });
        var balancer = net.Add(new LoadBalancer(Sketch.Named("Balancer"), LoadBalancerType.Application)
        {
            Listeners = [new Listener(Sketch.Named("Listener"), Traffic.Tcp(443), [targets.Id])],
        });
        Walk(net, node, a, Tcp("10.0.0.5", "10.0.0.4", 8080)).ShouldBeNull();

        net.Replace(balancer with { Type = LoadBalancerType.Classic, CrossZone = true });
        Walk(net, node, a, Tcp("10.0.0.5", "10.0.0.4", 8080)).ShouldBe("there: network ACL on the way to A");
    }

    [Fact]
    public void S33_LongestPrefixWins_ThenStaticThenPrefixListThenPropagated()
    {
        var net = new Sketch();
        var vpc = net.Vpc("Vpc", "10.0.0.0/16");
        var gateway = net.Add(new VpnGateway(Sketch.Named("Vpn"), vpc.Id));
        var subnet = net.Subnet("Subnet", vpc, "10.0.0.0/28");
        net.OnPremises("Site", gateway.Id, "192.168.0.0/16");
        var table = net.Model.All<RouteTable>().Single(t => t.Id == subnet.RouteTable!.Value.Value);
        table = net.Replace(table with { PropagatingGateways = [gateway.Id] });
        var a = net.Interface("A", subnet);
        var site = new EndpointSelector.Outside(Cidr.Parse("192.168.0.0/16"));
        Walk(net, Of(a), site, Tcp("10.0.0.4", "192.168.1.1", 443)).ShouldBeNull();

        net.Route(subnet, "192.168.0.0/16", new RouteTarget.Blackhole("gone"));
        Walk(net, Of(a), site, Tcp("10.0.0.4", "192.168.1.1", 443)).ShouldBe("there: blackhole route in Subnet");

        net.Route(subnet, "192.168.1.0/24", gateway.Id);
        Walk(net, Of(a), site, Tcp("10.0.0.4", "192.168.1.1", 443)).ShouldBeNull();
        Walk(net, Of(a), site, Tcp("10.0.0.4", "192.168.2.1", 443)).ShouldNotBeNull();
    }

    [Fact]
    public void S34_PropagatedRouteInsideTheVpc_LosesToLocal()
    {
        var net = TwoSubnets(out var a, out var b);
        var gateway = net.Add(new VpnGateway(Sketch.Named("Vpn"), Sketch.Id("Vpc")));
        net.OnPremises("Site", gateway.Id, "10.0.1.0/28");
        var table = net.Model.All<RouteTable>().Single(t => t.Id == Sketch.Id("FirstTable"));
        net.Replace(table with { PropagatingGateways = [gateway.Id] });
        Walk(net, a, b, Tcp("10.0.0.4", "10.0.1.4", 443)).ShouldBeNull();
    }

    [Fact]
    public void S38_EdgeTable_SendsIncomingThroughTheFirewall_AndAnswersMustGoBackThere()
    {
        var net = new Sketch();
        var vpc = net.Vpc("Vpc", "10.0.0.0/16");
        var gateway = net.InternetGateway(vpc);
        var inspection = net.Subnet("Inspection", vpc, "10.0.9.0/28", routes: [("0.0.0.0/0", gateway.Id)]);
        var endpoint = net.Firewall("Firewall", inspection);
        var subnet = net.Subnet("Subnet", vpc, "10.0.0.0/28", routes: [("0.0.0.0/0", endpoint.Id)]);
        var edge = net.Table("Edge", vpc, ("10.0.0.0/28", endpoint.Id));
        net.Replace(edge with { GatewayAssociations = [gateway.Id] });
        var a = net.WithPublicAddress(net.Interface("A", subnet), null);
        Walk(net, Internet, Of(a), Tcp("8.8.8.8", "52.0.0.1", 443)).ShouldBeNull();
        Walk(net, Of(a), Internet, Tcp("10.0.0.4", "8.8.8.8", 443)).ShouldBeNull();

        net.Replace(edge);
        Walk(net, Internet, Of(a), Tcp("8.8.8.8", "52.0.0.1", 443)).ShouldBe("back: rules of Firewall");

        net.Replace(edge with { GatewayAssociations = [gateway.Id] });
        net.Replace(net.Model.All<RouteTable>().Single(t => t.Id == Sketch.Id("SubnetTable")) with { Routes = [] });
        net.Route(subnet, "0.0.0.0/0", gateway.Id);
        Walk(net, Of(a), Internet, Tcp("10.0.0.4", "8.8.8.8", 443)).ShouldBe($"there: {gateway.Id} redirects 10.0.0.4");
    }

    [Fact]
    public void S39_S40_InternetGateway_TranslatesInterfacesWithAPublicAddressAndARoute()
    {
        var net = Public(out var a, out _);
        Walk(net, Of(a), Internet, Tcp("10.0.0.4", "8.8.8.8", 443)).ShouldBeNull();
        Walk(net, Internet, Of(a), Tcp("8.8.8.8", "52.0.0.4", 443)).ShouldBeNull();
        Walk(net, Internet, Of(a), Tcp("8.8.8.8", "52.0.0.9", 443)).ShouldNotBeNull();
        Walk(net, Internet, Of(a), Tcp("8.8.8.8", "10.0.0.4", 443)).ShouldNotBeNull();

        var without = net.Replace(a with { Addresses = [InterfaceAddress.At("10.0.0.4")] });
        Walk(net, Of(without), Internet, Tcp("10.0.0.4", "8.8.8.8", 443)).ShouldBe("there: A has no public address");
        net.Replace(a);
        net.Replace(net.Model.All<RouteTable>().Single(t => t.Id == Sketch.Id("SubnetTable")) with { Routes = [] });
        Walk(net, Internet, Of(a), Tcp("8.8.8.8", "52.0.0.4", 443)).ShouldBe("back: no route in Subnet");
    }

    [Fact]
    public void S42_S28_NatGateway_TranslatesOutgoingAndLetsNobodyIn()
    {
        var net = BehindNat(out var a, out _);
        Walk(net, Of(a), Internet, Tcp("10.0.1.4", "8.8.8.8", 443)).ShouldBeNull();
        Walk(net, Internet, Of(a), Tcp("8.8.8.8", "52.0.0.4", 443)).ShouldNotBeNull();
        Walk(net, Of(a), Internet, new Packet(Ip("10.0.1.4"), Ip("8.8.8.8"), 50)).ShouldBe("there: Nat translates TCP, UDP and ICMP over IPv4");

        var subnet = net.Model.All<Subnet>().Single(s => s.Id == Sketch.Id("PublicSubnet"));
        net.WithAcl(subnet, [.. Sketch.Open, Sketch.Entry(false, 1, false, "0.0.0.0/0", Traffic.Tcp(1024, 65535))]);
        Walk(net, Of(a), Internet, Tcp("10.0.1.4", "8.8.8.8", 443)).ShouldStartWith("back: network ACL");
    }

    [Fact]
    public void S43_PrivateNatGateway_HasNoWayToTheInternet()
    {
        var net = BehindNat(out var a, out var nat);
        net.Replace(nat with { IsPrivate = true });
        Walk(net, Of(a), Internet, Tcp("10.0.1.4", "8.8.8.8", 443)).ShouldBe("there: Nat has no public address");
    }

    [Fact]
    public void S44_S59_CentralEgress_NeedsRoutesBackInTheNatSubnet()
    {
        var net = new Sketch();
        var hub = net.Hub("Hub");
        var spoke = net.Vpc("Spoke", "10.1.0.0/16");
        var egress = net.Vpc("Egress", "10.9.0.0/16");
        var gateway = net.InternetGateway(egress);
        var workload = net.Subnet("Workload", spoke, "10.1.0.0/28", routes: [("0.0.0.0/0", hub.Id)]);
        var natSubnet = net.Subnet("NatSubnet", egress, "10.9.1.0/28", routes: [("0.0.0.0/0", gateway.Id)]);
        var nat = net.Nat("Nat", natSubnet);
        var door = net.Subnet("Door", egress, "10.9.0.0/28", routes: [("0.0.0.0/0", nat.Id)]);
        net.Attach(hub, spoke, workload);
        var attachment = net.Attach(hub, egress, door);
        net.Add(new TransitGatewayRouteTable(new Component(hub.DefaultRouteTable, ""), hub.Id)
        {
            Routes = [new TransitGatewayRoute(Sketch.Named("default"), RouteDestination.To("0.0.0.0/0")) { Attachment = attachment.Id }],
        });
        var a = net.Interface("A", workload);
        Walk(net, Of(a), Internet, Tcp("10.1.0.4", "8.8.8.8", 443)).ShouldStartWith("back: ");

        net.Route(natSubnet, "10.1.0.0/16", hub.Id);
        Walk(net, Of(a), Internet, Tcp("10.1.0.4", "8.8.8.8", 443)).ShouldBeNull();
    }

    [Fact]
    public void S45_EgressOnlyInternetGateway_LetsNothingIn()
    {
        var net = new Sketch();
        var vpc = net.Vpc("Vpc", "10.0.0.0/16", "2600:1f00::/56");
        var gateway = net.Add(new EgressOnlyInternetGateway(Sketch.Named("Out"), vpc.Id));
        var subnet = net.Subnet("Subnet", vpc, "10.0.0.0/28", "2600:1f00::/64", routes: [("::/0", gateway.Id)]);
        var a = net.Interface("A", subnet, "2600:1f00::5");
        Walk(net, Of(a), Internet, Tcp("2600:1f00::5", "2a00::1", 443)).ShouldBeNull();
        Walk(net, Internet, Of(a), Tcp("2a00::1", "2600:1f00::5", 443)).ShouldStartWith("there: no internet gateway");

        net.InternetGateway(vpc);
        Walk(net, Internet, Of(a), Tcp("2a00::1", "2600:1f00::5", 443)).ShouldStartWith("back: Out is for");
    }

    [Theory]
    [InlineData(BlockPublicAccessMode.Bidirectional, null, false, false)]
    [InlineData(BlockPublicAccessMode.Bidirectional, true, true, false)]
    [InlineData(BlockPublicAccessMode.Bidirectional, false, true, true)]
    [InlineData(BlockPublicAccessMode.Ingress, null, false, false)]
    [InlineData(BlockPublicAccessMode.Ingress, true, false, false)]
    [InlineData(BlockPublicAccessMode.Ingress, false, true, true)]
    public void S47_BlockPublicAccess_StopsAnInterfaceAtTheInternetGateway(BlockPublicAccessMode mode, bool? egressOnlyExclusion, bool mayOut, bool mayIn)
    {
        var net = Public(out var a, out _);
        net.Add(new BlockPublicAccess(Sketch.Named("Block"), "a1", "r1")
        {
            Mode = mode,
            Exclusions = egressOnlyExclusion is { } it ? [new BlockPublicAccessExclusion(Sketch.Named("But"), Sketch.Id("Subnet"), it)] : [],
        });
        (Walk(net, Of(a), Internet, Tcp("10.0.0.4", "8.8.8.8", 443)) is null).ShouldBe(mayOut);
        (Walk(net, Internet, Of(a), Tcp("8.8.8.8", "52.0.0.4", 443)) is null).ShouldBe(mayIn);
    }

    [Fact]
    public void S47_BlockPublicAccessIngress_LeavesNatGateways()
    {
        var net = BehindNat(out var a, out _);
        net.Add(new BlockPublicAccess(Sketch.Named("Block"), "a1", "r1") { Mode = BlockPublicAccessMode.Ingress });
        Walk(net, Of(a), Internet, Tcp("10.0.1.4", "8.8.8.8", 443)).ShouldBeNull();
    }

    [Fact]
    public void S48_RegionalNat_ServesTheZonesItHasAddressesIn()
    {
        var net = new Sketch();
        var vpc = net.Vpc("Vpc", "10.0.0.0/16");
        net.InternetGateway(vpc);
        var nat = net.Add(new NatGateway(Sketch.Named("Nat")) { Vpc = vpc.Id, Zones = ["a"] });
        var here = net.Interface("A", net.Subnet("Here", vpc, "10.0.0.0/28", zone: "a", routes: [("0.0.0.0/0", nat.Id)]));
        var there = net.Interface("B", net.Subnet("There", vpc, "10.0.1.0/28", zone: "b", routes: [("0.0.0.0/0", nat.Id)]));
        Walk(net, Of(here), Internet, Tcp("10.0.0.4", "8.8.8.8", 443)).ShouldBeNull();
        Walk(net, Of(there), Internet, Tcp("10.0.1.4", "8.8.8.8", 443)).ShouldBe("there: Nat is not in b");
    }

    [Fact]
    public void S49_GatewayEndpoint_ServesTcpAndEchoOfItsVpc()
    {
        var net = new Sketch();
        var vpc = net.Vpc("Vpc", "10.0.0.0/16");
        var list = net.List("Storage", isGatewayService: true, "52.216.0.0/15");
        var subnet = net.Subnet("Subnet", vpc, "10.0.0.0/28");
        var endpoint = net.Add(new GatewayEndpoint(Sketch.Named("Endpoint"), vpc.Id, list.Id) { RouteTables = [subnet.RouteTable!.Value] });
        var a = net.Interface("A", subnet);
        var service = new EndpointSelector.Service(endpoint.Id);
        Walk(net, Of(a), service, Tcp("10.0.0.4", "52.216.1.1", 443)).ShouldBeNull();
        Walk(net, Of(a), service, Tcp("10.0.0.4", "52.216.1.1", 443) with { Protocol = 17 }).ShouldBe("there: Endpoint serves TCP and echo of its own VPC");
        Walk(net, Of(a), Internet, Tcp("10.0.0.4", "52.216.1.1", 443)).ShouldNotBeNull();
    }

    [Fact]
    public void S50_InterfaceEndpoint_OpensNoConversation()
    {
        var net = TwoSubnets(out var a, out var b);
        a = net.Replace(a with { CanInitiate = false, Kind = InterfaceKind.InterfaceEndpoint });
        Walk(net, a, b, Tcp("10.0.0.4", "10.0.1.4", 443)).ShouldStartWith("from:");
    }

    [Fact]
    public void S52_S53_Peering_IsNotTransitive()
    {
        var net = Peered(out var a, out var b);
        Walk(net, a, b, Tcp("10.0.0.4", "10.1.0.4", 443)).ShouldBeNull();

        var three = net.Vpc("Three", "10.2.0.0/16");
        var two = net.Model.All<Vpc>().Single(v => v.Id == Sketch.Id("Two"));
        var further = net.Peering(two, three);
        var c = net.Interface("C", net.Subnet("Far", three, "10.2.0.0/28", routes: [("10.0.0.0/16", further.Id)]));
        net.Route(net.Model.All<Subnet>().Single(s => s.Id == Sketch.Id("Left")), "10.2.0.0/16", Sketch.Id("One-Two"));
        Walk(net, a, c, Tcp("10.0.0.4", "10.2.0.4", 443)).ShouldStartWith("there: One-Two carries only");
    }

    [Fact]
    public void S55_S56_Attachment_RoutesByItsOwnTable_OrNotAtAll()
    {
        var net = Hubbed(out var hub, out var a, out var b);
        var packet = Tcp("10.0.0.4", "10.1.0.4", 443);
        Walk(net, a, b, packet).ShouldBeNull();

        net.Replace(hub with { DefaultAssociation = false });
        Walk(net, a, b, packet).ShouldBe("there: Hub-One has no route table");

        net.Replace(hub);
        var one = net.Model.All<TransitGatewayAttachment>().First();
        var table = net.HubTable("Special", hub, ("10.1.0.0/16", Sketch.Id("Hub-Two")), ("10.1.0.0/28", null));
        net.Replace(one with { Association = table.Id });
        Walk(net, a, b, packet).ShouldBe("there: blackhole in Special");
    }

    [Fact]
    public void S58_ZoneWithoutAttachmentSubnet_CannotUseTheGateway()
    {
        var net = Hubbed(out _, out var a, out var b);
        var left = net.Model.All<Subnet>().Single(s => s.Id == Sketch.Id("OneInstances"));
        net.Replace(left with { Zone = "b" });
        Walk(net, a, b, Tcp("10.0.0.4", "10.1.0.4", 443)).ShouldBe("there: Hub-One is not in b");
        Walk(net, b, a, Tcp("10.1.0.4", "10.0.0.4", 443)).ShouldBe("back: Hub-One is not in b");
    }

    [Fact]
    public void S64_VpnGateway_CarriesOnlyItsOwnVpc()
    {
        var net = Peered(out _, out var b);
        var gateway = net.Add(new VpnGateway(Sketch.Named("Vpn"), Sketch.Id("One")));
        net.OnPremises("Site", gateway.Id, "192.168.0.0/16");
        net.Route(net.Model.All<Subnet>().Single(s => s.Id == Sketch.Id("Left")), "192.168.0.0/16", gateway.Id);
        net.Route(net.Model.All<Subnet>().Single(s => s.Id == Sketch.Id("Right")), "192.168.0.0/16", Sketch.Id("One-Two"));
        var site = new EndpointSelector.Outside(Cidr.Parse("192.168.0.0/24"));
        Walk(net, Of(b), site, Tcp("10.1.0.4", "192.168.0.1", 443)).ShouldStartWith("there: One-Two carries only");
        Walk(net, site, Of(net.Model.All<NetworkInterface>().First()), Tcp("192.168.0.1", "10.0.0.4", 443)).ShouldBeNull();
    }

    [Fact]
    public void S66_S67_S69_LoadBalancer_AcceptsByListener_SendsToTargetsOnTheirPort()
    {
        var net = TwoSubnets(out var a, out var b);
        var node = net.Replace(a with { Owner = Sketch.Named("Balancer"), Kind = InterfaceKind.LoadBalancer });
        var targets = net.Add(new TargetGroup(Sketch.Named("Targets")) { Traffic = Traffic.Tcp(8080), Targets = [new Target { Owner = b.Id }] });
        net.Add(new LoadBalancer(Sketch.Named("Balancer"), LoadBalancerType.Application)
        {
            Listeners = [new Listener(Sketch.Named("Listener"), Traffic.Tcp(443), [targets.Id])],
        });
        Walk(net, b, node, Tcp("10.0.1.4", "10.0.0.4", 443)).ShouldBeNull();
        Walk(net, b, node, Tcp("10.0.1.4", "10.0.0.4", 8080)).ShouldBe("there: nothing listens at A");
        Walk(net, node, b, Tcp("10.0.0.4", "10.0.1.4", 8080)).ShouldBeNull();
        Walk(net, node, b, Tcp("10.0.0.4", "10.0.1.4", 443)).ShouldStartWith("from:");
    }

    [Fact]
    public void S69_S70_S71_NetworkLoadBalancer_KeepsItsClientsAddress_AndGetsTheAnswer()
    {
        var net = TwoSubnets(out var a, out var b);
        var node = net.Replace(a with { Owner = Sketch.Named("Balancer"), Kind = InterfaceKind.LoadBalancer, HasGroups = false, Groups = [] });
        var targets = net.Add(new TargetGroup(Sketch.Named("Targets")) { Traffic = Traffic.Tcp(8080), Targets = [new Target { Owner = b.Id }] });
        var balancer = net.Add(new LoadBalancer(Sketch.Named("Balancer"), LoadBalancerType.Network)
        {
            Listeners = [new Listener(Sketch.Named("Listener"), Traffic.Tcp(443), [targets.Id])],
        });
        var servers = net.Group("Servers", Sketch.Id("Vpc"), ingress: [Sketch.Any("8.8.8.0/24")]);
        b = net.Replace(b with { Groups = [servers.Id] });
        Walk(net, node, b, Tcp("8.8.8.8", "10.0.1.4", 8080)).ShouldBeNull();
        Walk(net, node, b, Tcp("8.8.9.8", "10.0.1.4", 8080)).ShouldBe("there: ingress groups of B");

        var front = net.Group("Front", Sketch.Id("Vpc"), ingress: [Sketch.Any("8.8.9.0/24")]);
        net.Replace(node with { HasGroups = true, Groups = [front.Id] });
        net.Replace(servers with { Ingress = [Sketch.Allow(new RulePeer.Group(front.Id))] });
        Walk(net, node, b, Tcp("8.8.9.8", "10.0.1.4", 8080)).ShouldBeNull();
        Walk(net, node, b, Tcp("8.8.8.8", "10.0.1.4", 8080)).ShouldStartWith("from:");

        net.Replace(targets with { PreserveClientIp = false });
        Walk(net, node, b, Tcp("8.8.9.8", "10.0.1.4", 8080)).ShouldStartWith("from:");
        Walk(net, node, b, Tcp("10.0.0.4", "10.0.1.4", 8080)).ShouldBeNull();
        net.Replace(net.Model.All<Subnet>().Single(s => s.Id == Sketch.Id("Second")) with { Zone = "b" });
        Walk(net, node, b, Tcp("10.0.0.4", "10.0.1.4", 8080)).ShouldStartWith("from:");
        net.Replace(balancer with { CrossZone = true });
        Walk(net, node, b, Tcp("10.0.0.4", "10.0.1.4", 8080)).ShouldBeNull();
    }

    [Fact]
    public void S75_Function_OpensButDoesNotAnswer()
    {
        var net = TwoSubnets(out var a, out var b);
        b = net.Replace(b with { Kind = InterfaceKind.Lambda, ListensOn = [] });
        Walk(net, a, b, Tcp("10.0.0.4", "10.0.1.4", 443)).ShouldBe("there: nothing listens at B");
        Walk(net, b, a, Tcp("10.0.1.4", "10.0.0.4", 443)).ShouldBeNull();
    }

    [Fact]
    public void S80_StatelessRulesComeFirst_ThenStatefulOnes()
    {
        var open = new FirewallPolicy(Sketch.Named("Policy"));
        var https = new FirewallMatch { Protocols = [6], DestinationPorts = [new PortRange(443, 443)] };
        Inspected(open, 443).ShouldBeNull();
        Inspected(open with { StrictOrder = true, DropsUnmatched = true }, 443).ShouldBe("there: rules of Firewall");
        Inspected(open with { StrictOrder = true, DropsUnmatched = true, StatefulRules = [new(Sketch.Named("R"), https, StatefulAction.Pass)] }, 443).ShouldBeNull();
        Inspected(open with { StatefulRules = [new(Sketch.Named("R"), https, StatefulAction.Drop)] }, 443).ShouldBe("there: rules of Firewall");
        Inspected(open with { StatefulRules = [new(Sketch.Named("R"), https, StatefulAction.Drop)] }, 80).ShouldBeNull();
        Inspected(open with { StatelessRules = [new(Sketch.Named("R"), https, StatelessAction.Drop)] }, 443).ShouldBe("there: rules of Firewall");
        // A stateless pass in one direction leaves the answer, which no rule matches, to the default.
        Inspected(open with { StatelessDefault = StatelessAction.Drop, StatelessRules = [new(Sketch.Named("R"), https, StatelessAction.Pass)] }, 443)
            .ShouldBe("back: rules of Firewall");

        static string? Inspected(FirewallPolicy policy, int port)
        {
            var net = new Sketch();
            var vpc = net.Vpc("Vpc", "10.0.0.0/16");
            var inspection = net.Subnet("Inspection", vpc, "10.0.9.0/28");
            var endpoint = net.Firewall("Firewall", inspection, policy);
            var a = net.Interface("A", net.Subnet("First", vpc, "10.0.0.0/28", routes: [("10.0.1.0/28", endpoint.Id)]));
            var b = net.Interface("B", net.Subnet("Second", vpc, "10.0.1.0/28", routes: [("10.0.0.0/28", endpoint.Id)]));
            return Walk(net, a, b, Tcp("10.0.0.4", "10.0.1.4", port));
        }
    }

    // ---- networks ----

    private static Sketch TwoSubnets(out NetworkInterface a, out NetworkInterface b)
    {
        var net = new Sketch();
        var vpc = net.Vpc("Vpc", "10.0.0.0/16");
        a = net.Interface("A", net.Subnet("First", vpc, "10.0.0.0/28"));
        b = net.Interface("B", net.Subnet("Second", vpc, "10.0.1.0/28"));
        return net;
    }

    private static Sketch ThroughAppliance(out NetworkInterface a, out NetworkInterface b, out NetworkInterface appliance)
    {
        var net = TwoSubnets(out a, out b);
        var vpc = net.Model.All<Vpc>().Single();
        appliance = net.Interface("Appliance", net.Subnet("Middle", vpc, "10.0.9.0/28"));
        net.Route(net.Model.All<Subnet>().Single(s => s.Id == Sketch.Id("First")), "10.0.1.0/28", appliance.Id);
        net.Route(net.Model.All<Subnet>().Single(s => s.Id == Sketch.Id("Second")), "10.0.0.0/28", appliance.Id);
        return net;
    }

    private static Sketch Public(out NetworkInterface a, out NetworkInterface b)
    {
        var net = new Sketch();
        var vpc = net.Vpc("Vpc", "10.0.0.0/16");
        var subnet = net.Subnet("Subnet", vpc, "10.0.0.0/28", routes: [("0.0.0.0/0", net.InternetGateway(vpc).Id)]);
        a = net.WithPublicAddress(net.Interface("A", subnet, "10.0.0.4"), "52.0.0.4");
        b = net.WithPublicAddress(net.Interface("B", subnet, "10.0.0.5"), "52.0.0.5");
        return net;
    }

    private static Sketch BehindNat(out NetworkInterface a, out NatGateway nat)
    {
        var net = new Sketch();
        var vpc = net.Vpc("Vpc", "10.0.0.0/16");
        nat = net.Nat("Nat", net.Subnet("PublicSubnet", vpc, "10.0.0.0/28", routes: [("0.0.0.0/0", net.InternetGateway(vpc).Id)]));
        a = net.Interface("A", net.Subnet("PrivateSubnet", vpc, "10.0.1.0/28", routes: [("0.0.0.0/0", nat.Id)]));
        return net;
    }

    private static Sketch Peered(out NetworkInterface a, out NetworkInterface b)
    {
        var net = new Sketch();
        var one = net.Vpc("One", "10.0.0.0/16");
        var two = net.Vpc("Two", "10.1.0.0/16");
        var peering = net.Peering(one, two);
        a = net.Interface("A", net.Subnet("Left", one, "10.0.0.0/28", routes: [("10.1.0.0/16", peering.Id)]));
        b = net.Interface("B", net.Subnet("Right", two, "10.1.0.0/28", routes: [("10.0.0.0/16", peering.Id)]));
        return net;
    }

    private static Sketch Hubbed(out TransitGateway hub, out NetworkInterface a, out NetworkInterface b)
    {
        var net = new Sketch();
        hub = net.Hub("Hub");
        a = Spoke(net, hub, "One", "10.0", "A");
        b = Spoke(net, hub, "Two", "10.1", "B");
        return net;

        static NetworkInterface Spoke(Sketch net, TransitGateway hub, string name, string prefix, string part)
        {
            var vpc = net.Vpc(name, $"{prefix}.0.0/16");
            net.Attach(hub, vpc, net.Subnet($"{name}Door", vpc, $"{prefix}.9.0/28"));
            return net.Interface(part, net.Subnet($"{name}Instances", vpc, $"{prefix}.0.0/28", routes: [("10.0.0.0/8", hub.Id)]));
        }
    }

    private static string? Walk(Sketch net, NetworkInterface from, NetworkInterface to, Packet packet) => Walk(net, Of(from), Of(to), packet);

    private static string? Walk(Sketch net, EndpointSelector from, EndpointSelector to, Packet packet) =>
        new PacketWalker(net.Model, ApplianceConduct.Forwards).Walk(from, to, packet).Lost;

    private static EndpointSelector Of(NetworkInterface part) => EndpointSelector.Of(ImmutableArray.Create(part.Id));

    private static Packet Tcp(string source, string destination, int port, int from = 40000) =>
        new(Ip(source), Ip(destination), 6, from, port);

    private static Packet Echo(string source, string destination) => new(Ip(source), Ip(destination), 1, IcmpType: 8, IcmpCode: 0);

    private static IPAddress Ip(string text) => IPAddress.Parse(text);
}
