using System.Collections.Immutable;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Network.Findings;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Tests.Reachability;
using static NetworkPatterns.Network.Tests.Findings.FindingEstates;

namespace NetworkPatterns.Network.Tests.Findings;

/// <summary>Every finding: a network that has it, and the same network without the mistake.</summary>
public sealed class FindingTests
{
    [Theory]
    [InlineData("tcp 443 0.0.0.0/0", FindingSeverity.Information)]
    [InlineData("tcp 8080 0.0.0.0/0", FindingSeverity.Warning)]
    [InlineData("tcp 22 0.0.0.0/0", FindingSeverity.Error)]
    [InlineData("all 0.0.0.0/0", FindingSeverity.Error)]
    public void OpenToTheInternet_ByPort(string rule, FindingSeverity severity)
    {
        var finding = One(Web(rule), "NP3001");

        finding.Severity.ShouldBe(severity);
        finding.Component.ToString().ShouldBe("Web");
        finding.Related.ShouldContain(component => component.Id.LogicalId == "Group");
    }

    [Theory]
    [InlineData("tcp 22 203.0.113.0/24")]
    [InlineData("icmp 8 0.0.0.0/0")]
    public void OpenToTheInternet_FewAddressesOrEcho_AreNone(string rule) => None(Web(rule), "NP3001");

    [Fact]
    public void OpenToTheInternet_WithoutPublicAddress_IsNone() =>
        None(Web("tcp 22 0.0.0.0/0").Change<NetworkInterface>("Web", item => item with { Addresses = [InterfaceAddress.AnyIPv4] }), "NP3001");

    [Fact]
    public void OneSidedNetworkAcl_RequestInAndNoAnswerOut()
    {
        var finding = One(Hosts().Acl("Acl", "A", "in 100 allow tcp 443 10.0.1.0/24", "out 100 allow tcp 443 10.0.1.0/24"), "NP3002", count: 2);

        finding.Detail.ShouldContain("inbound entry 100 (allow 10.0.1.0/24)");
        finding.Fix.ShouldContain("outbound entry that allows TCP 1024-65535 to 10.0.1.0/24");
    }

    [Theory]
    [InlineData("in 100 allow tcp 443 10.0.1.0/24", "out 100 allow tcp 1024-65535 10.0.1.0/24")]
    [InlineData("in 100 allow tcp 1024-65535 10.0.1.0/24", "out 100 allow tcp 443 10.0.1.0/24")]
    [InlineData("in 100 allow all 0.0.0.0/0", "out 100 allow all 0.0.0.0/0")]
    [InlineData("in 100 deny tcp 443 0.0.0.0/0", "out 100 deny all 0.0.0.0/0")]
    public void OneSidedNetworkAcl_BothDirections_IsNone(params string[] entries) => None(Hosts().Acl("Acl", "A", entries), "NP3002");

    [Fact]
    public void RouteToNothing_BlackholeOrForeignGateway_IsFound()
    {
        One(Hosts().Route("A", RouteDestination.To("10.9.0.0/16"), new RouteTarget.Blackhole("the peering is gone")), "NP3004").Detail.ShouldContain("the peering is gone");
        One(Peered().Add(new InternetGateway(Estate.Named("Igw"), Estate.Id("W"))).Route("X", "0.0.0.0/0", "Igw"), "NP3004").Detail.ShouldContain("Igw is in W, not in V");
        One(Hosts().Add(new InternetGateway(Estate.Named("Igw"), Vpc: null)).Route("A", "0.0.0.0/0", "Igw"), "NP3004").Detail.ShouldContain("Igw is attached to no VPC");
        One(Hosts().TransitGateway("Hub").Route("A", "10.9.0.0/16", "Hub"), "NP3004").Detail.ShouldContain("V has no attachment to Hub");
        One(Hosts().InternetGateway("Igw", "V").Nat("Nat", "B").Route("A", "0.0.0.0/0", "Nat"), "NP3004").Detail.ShouldContain("no default route");
    }

    [Fact]
    public void RouteToNothing_WorkingTargets_IsNone()
    {
        None(Web("tcp 443 0.0.0.0/0"), "NP3004");
        None(Peered(), "NP3004");
        None(Transit(), "NP3004");
        None(Web("tcp 443 0.0.0.0/0").Nat("Nat", "A").Route("B", "0.0.0.0/0", "Nat"), "NP3004");
    }

    [Fact]
    public void RouteToNothing_TableOfAVpcThatIsNotKnown_IsNone()
    {
        var table = Estate.Named("rtb-0000000000000000a");
        None(
            Transit().Add(new RouteTable(table, table.Id.Implies("Vpc")) { Routes = [new(Estate.Named("Route"), RouteDestination.To("10.9.0.0/16"), RouteTarget.To(Estate.Id("Hub")))] }),
            "NP3004");
    }

    [Theory]
    [InlineData("tcp 443 10.0.0.0/8", "tcp 443 10.0.1.0/24")]
    [InlineData("all 10.0.0.0/8", "udp 53 10.0.0.0/8")]
    [InlineData("tcp 400-500 Group", "tcp 443 Group")]
    [InlineData("tcp 443 10.0.1.0/24", "tcp 443 10.0.1.0/24")]
    public void CoveredGroupRule_NarrowerRule_IsFoundOnce(string wide, string narrow)
    {
        One(Hosts(wide, narrow), "NP3005").Severity.ShouldBe(FindingSeverity.Information);
        One(Hosts(narrow, wide), "NP3005");
    }

    [Theory]
    [InlineData("tcp 443 10.0.1.0/24", "tcp 443 10.0.2.0/24")]
    [InlineData("tcp 443 10.0.1.0/24", "udp 443 10.0.1.0/24")]
    [InlineData("tcp 443 10.0.0.0/16", "tcp 443 Group")]
    [InlineData("tcp 443 ?", "tcp 443 10.0.1.0/24")]
    public void CoveredGroupRule_OtherTraffic_IsNone(string one, string other) => None(Hosts(one, other), "NP3005");

    [Fact]
    public void ShadowedAclEntry_Contradicted_IsAWarning()
    {
        var finding = One(Hosts().Acl("Acl", "A", "in 100 allow tcp 0-65535 10.0.0.0/8", "in 200 deny tcp 22 10.0.1.0/24", "out 100 allow all 0.0.0.0/0"), "NP3006");

        finding.Severity.ShouldBe(FindingSeverity.Warning);
        finding.Detail.ShouldContain("inbound entry 200 (deny 10.0.1.0/24) never decides");
    }

    [Fact]
    public void ShadowedAclEntry_Repeated_IsInformation()
    {
        var estate = Hosts().Acl("Acl", "A", "in 50 deny all 10.9.0.0/16", "in 100 allow all 10.0.0.0/8", "in 200 allow tcp 22 10.0.0.0/8", "in 300 allow udp 53 10.0.1.0/24", "out 100 allow all 0.0.0.0/0");

        var finding = One(estate, "NP3006");
        finding.Severity.ShouldBe(FindingSeverity.Information);
        finding.Detail.ShouldContain("entry 200");
        finding.Detail.ShouldContain("entry 300");
    }

    [Fact]
    public void ShadowedAclEntry_EachDecides_IsNone() =>
        None(Hosts().Acl("Acl", "A", "in 50 deny tcp 22 10.0.0.0/8", "in 100 allow all 10.0.0.0/8", "in 200 allow tcp 443 ?", "out 100 allow all 0.0.0.0/0"), "NP3006");

    [Fact]
    public void UnusedRoute_TableWithoutSubnetsOrCoveredRoute_IsFound()
    {
        One(Hosts().Add(new RouteTable(Estate.Named("Left"), Estate.Id("V")) { Routes = [new(Estate.Named("Left"), RouteDestination.To("0.0.0.0/0"), new RouteTarget.Open(Estate.Open("target")))] }), "NP3007").Component.ToString().ShouldBe("Left");
        One(Peered().Route("X", "10.0.0.0/15", "Peer"), "NP3007").Detail.ShouldContain("10.0.0.0/15 is never selected: 10.0.0.0/16, 10.1.0.0/16");
    }

    [Fact]
    public void UnusedRoute_EveryRouteWins_IsNone()
    {
        None(Peered().Route("X", "10.0.0.0/14", "Peer"), "NP3007");
        None(Web("tcp 443 0.0.0.0/0"), "NP3007");
    }

    [Fact]
    public void UnreachableSource_WithoutARoute_IsFound() =>
        One(Hosts("tcp 443 192.168.0.0/24"), "NP3008").Detail.ShouldContain("the inbound rule for TCP 443 from 192.168.0.0/24 admits nobody");

    [Fact]
    public void UnreachableSource_OfThePublicWithoutAddress_IsFound() =>
        One(Web("tcp 443 203.0.113.0/24").Change<NetworkInterface>("Web", item => item with { Addresses = [InterfaceAddress.AnyIPv4] }), "NP3008");

    // Either load balancer may bring clients with their own addresses, into its own VPC.
    [Fact]
    public void UnreachableSource_WithALoadBalancer_IsFoundInOtherVpcsOnly()
    {
        var estate = Hosts("tcp 443 192.168.0.0/24").Vpc("W", "10.1.0.0/16").Subnet("Y", "W", "10.1.0.0/24").Add(new LoadBalancer(Estate.Named("Nlb"), LoadBalancerType.Network));

        None(estate.Add(Node("A")), "NP3008");
        One(estate.Change<NetworkInterface>("Nlb.Interface1", item => item with { Subnet = Estate.Id("Y") }), "NP3008");

        static NetworkInterface Node(string subnet) =>
            new(Estate.Named("Nlb.Interface1"), Estate.Named("Nlb"), Estate.Id(subnet)) { Kind = InterfaceKind.LoadBalancer, HasGroups = false };
    }

    [Fact]
    public void UnreachableSource_WithARoute_IsNone()
    {
        None(Hosts("tcp 443 10.0.1.0/24", "tcp 443 0.0.0.0/0"), "NP3008");
        None(Web("tcp 443 203.0.113.0/24"), "NP3008");
        None(Peered().Ingress("XG", "tcp 443 10.1.0.0/24"), "NP3008");
    }

    [Fact]
    public void ZoneWithoutGateway_NatOfAnotherZone_IsAChoiceUnlessThereAreSeveral()
    {
        var one = Web("tcp 443 0.0.0.0/0").Nat("Nat", "A").Subnet("C", "V", "10.0.2.0/24", zone: "c").Route("C", "0.0.0.0/0", "Nat");
        One(one, "NP3009").Severity.ShouldBe(FindingSeverity.Information);

        var several = one.Subnet("D", "V", "10.0.3.0/24", zone: "d").Route("D", "0.0.0.0/0", "Igw").Nat("NatD", "D");
        One(several, "NP3009").Severity.ShouldBe(FindingSeverity.Warning);
        None(several.Change<RouteTable>("CTable", table => table with { Routes = [] }), "NP3009");
    }

    [Fact]
    public void ZoneWithoutGateway_AttachmentWithoutTheZone_IsAnError()
    {
        var estate = Transit().Subnet("Z", "V", "10.0.9.0/24", zone: "z").Route("Z", "10.0.0.0/8", "Hub");

        var finding = One(estate, "NP3009");
        finding.Severity.ShouldBe(FindingSeverity.Error);
        finding.Component.ToString().ShouldBe("XT");
        None(Transit(), "NP3009");
    }

    [Fact]
    public void OverlappingRanges_PeeredOrPropagated_AreFound()
    {
        One(Peered(other: "10.0.128.0/17"), "NP3010").Severity.ShouldBe(FindingSeverity.Error);
        One(Transit("10.0.128.0/17").TransitTable("Table", "Hub", ["XT", "YT"], ["XT", "YT"]), "NP3010").Component.ToString().ShouldBe("Table");
        One(Hosts().Add(new VpnGateway(Estate.Named("Vgw"), Estate.Id("V")), new OnPremisesConnection(Estate.Named("Vpn"), Estate.Id("Vgw")) { Ranges = ImmutableArray.Create(Cidr.Parse("10.0.0.0/8")) }), "NP3010")
            .Component.ToString().ShouldBe("Vpn");
    }

    [Fact]
    public void OverlappingRanges_ApartOrInTablesOfTheirOwn_AreNone()
    {
        None(Peered(), "NP3010");
        None(Transit("10.0.128.0/17").TransitTable("One", "Hub", ["XT"], ["XT"]).TransitTable("Other", "Hub", ["YT"], ["YT"]), "NP3010");
    }

    [Fact]
    public void AvoidedInspection_OneSubnetGoesAround_IsFound()
    {
        var finding = One(Inspected().Route("B", "0.0.0.0/0", "Igw"), "NP3011");

        finding.Component.ToString().ShouldBe("Firewall.Endpoint1");
        finding.Detail.ShouldStartWith("traffic from V to internet passes it on one way");
    }

    [Fact]
    public void AvoidedInspection_EverySubnetPasses_IsNone()
    {
        None(Inspected().Route("B", "0.0.0.0/0", "Firewall.Endpoint1"), "NP3011");
        None(Inspected(), "NP3011");
    }

    [Fact]
    public void EndpointOutOfReach_GroupOfTheEndpoint_IsFound()
    {
        var finding = One(WithEndpoint("tcp 443 10.0.1.0/24"), "NP3012");

        finding.Component.ToString().ShouldBe("Sqs");
        finding.Detail.ShouldContain("Near may open HTTPS and cannot reach the endpoint: EndpointGroup (ENI_SG_RULES_MISMATCH)");
    }

    [Fact]
    public void EndpointOutOfReach_AdmittedOrNotAsked_IsNone()
    {
        None(WithEndpoint("tcp 443 10.0.0.0/16"), "NP3012");
        None(WithEndpoint("tcp 443 10.0.1.0/24").Egress("Group", "tcp 5432 10.0.0.0/16"), "NP3012");
    }

    [Fact]
    public void EndpointOutOfReach_GatewayEndpointOfOtherTables_IsFound()
    {
        var estate = Hosts().Add(new PrefixList(Estate.Named("S3List")) { IsGatewayService = true }, new GatewayEndpoint(Estate.Named("S3"), Estate.Id("V"), Estate.Id("S3List")) { RouteTables = [Estate.Id("BTable")] });

        One(estate, "NP3012").Detail.ShouldStartWith("A has no way to the service");
        None(estate.Change<GatewayEndpoint>("S3", endpoint => endpoint with { RouteTables = [Estate.Id("ATable"), Estate.Id("BTable")] }), "NP3012");
    }

    [Fact]
    public void EveryCode_HasARule() => DiagnosticCatalogue.All.Where(diagnostic => diagnostic.Code.StartsWith("NP30", StringComparison.Ordinal))
        .Select(diagnostic => diagnostic.Code).ShouldBe(Enumerable.Range(1, 12).Select(number => $"NP30{number:D2}").Append("NP3030"));

    private static Estate Hosts(params string[] rules) => new Estate()
        .Vpc("V", "10.0.0.0/16").Subnet("A", "V", "10.0.0.0/24").Subnet("B", "V", "10.0.1.0/24")
        .Group("Group", "V", rules).Host("Near", "A", "Group").Host("Far", "B", "Group");

    private static Estate Web(params string[] rules) => new Estate()
        .Vpc("V", "10.0.0.0/16").InternetGateway("Igw", "V").Subnet("A", "V", "10.0.0.0/24").Route("A", "0.0.0.0/0", "Igw").Subnet("B", "V", "10.0.1.0/24")
        .Group("Group", "V", rules).Host("Web", "A", "Group", null, "");

    private static Estate Inspected()
    {
        var policy = new FirewallPolicy(Estate.Named("Policy"));
        return new Estate()
            .Vpc("V", "10.0.0.0/16").InternetGateway("Igw", "V").Group("Group", "V")
            .Subnet("F", "V", "10.0.9.0/24").Route("F", "0.0.0.0/0", "Igw")
            .Add(new NetworkFirewall(Estate.Named("Firewall"), policy) { Endpoints = [new(Estate.Named("Firewall.Endpoint1"), Estate.Id("F"))] })
            .Subnet("A", "V", "10.0.0.0/24").Route("A", "0.0.0.0/0", "Firewall.Endpoint1").Host("Here", "A", "Group", null, "")
            .Subnet("B", "V", "10.0.1.0/24").Host("There", "B", "Group", null, "")
            .Add(new RouteTable(Estate.Named("Edge"), Estate.Id("V"))
            {
                GatewayAssociations = [Estate.Id("Igw")],
                Routes = [new(Estate.Named("Edge"), RouteDestination.To("10.0.0.0/24"), RouteTarget.To(Estate.Id("Firewall.Endpoint1")))],
            });
    }

    private static Estate WithEndpoint(string rule) => Hosts()
        .Group("EndpointGroup", "V", rule)
        .Add(
            new InterfaceEndpoint(Estate.Named("Sqs"), Estate.Id("V"), Service: null),
            new NetworkInterface(Estate.Named("Sqs.Interface1"), Estate.Named("Sqs"), Estate.Id("B"))
            {
                Kind = InterfaceKind.InterfaceEndpoint,
                CanInitiate = false,
                Groups = [Estate.Id("EndpointGroup")],
                ListensOn = [Traffic.Tcp(443)],
            });
}
