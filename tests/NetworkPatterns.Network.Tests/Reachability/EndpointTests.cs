using System.Collections.Immutable;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;
using static NetworkPatterns.Network.Tests.Reachability.Estate;

namespace NetworkPatterns.Network.Tests.Reachability;

public sealed class EndpointTests
{
    private static Estate WithGatewayEndpoint() => new Estate()
        .Vpc("V", "10.0.0.0/16")
        .Subnet("A", "V", "10.0.0.0/24")
        .Group("Clients", "V")
        .Host("Client", "A", "Clients")
        .Add(
            new PrefixList(Named("S3List")) { Entries = Open("AWS manages the list"), IsGatewayService = true },
            new GatewayEndpoint(Named("S3"), Id("V"), Id("S3List")) { RouteTables = [Id("ATable")] });

    [Fact]
    public void S49_GatewayEndpoint_IsReachedByItsRoute()
    {
        WithGatewayEndpoint().Tcp("Client", "S3", 443).ShouldBeReachable().Destinations().ShouldBe("addresses of S3List");
        WithGatewayEndpoint().Change<GatewayEndpoint>("S3", endpoint => endpoint with { RouteTables = [] })
            .Tcp("Client", "S3", 443).Verdict.ShouldBe(Verdict.NotReachable);
    }

    [Fact]
    public void S49_GatewayEndpoint_TakesTcpAndEchoOnly()
    {
        WithGatewayEndpoint().Ask("Client", "S3", QueryProtocol.Udp, 53).ShouldBeBlocked("VPCE_GATEWAY_PROTOCOL_RESTRICTION S3");
        WithGatewayEndpoint().Ask("Client", "S3", QueryProtocol.Icmp).ShouldBeReachable();
    }

    [Fact]
    public void S49_GatewayEndpoint_GivesNoInternet() =>
        WithGatewayEndpoint().Tcp("Client", "internet", 443).Verdict.ShouldBe(Verdict.NotReachable);

    [Fact]
    public void S49_GatewayService_IsNotTheInternet_WhereItsRangesAreKnown() =>
        WithGatewayEndpoint().Change<PrefixList>("S3List", list => list with { Entries = ImmutableArray.Create(NetworkPatterns.Core.Addressing.Cidr.Parse("52.216.0.0/15")) })
            .InternetGateway("Igw", "V").Route("A", "0.0.0.0/0", "Igw").Host("Public", "A", "Clients", null, "52.0.0.1")
            .Tcp("Public", "internet", 443).ShouldBeReachable().Destinations().ShouldContain("-52.215.255.255, 52.218.0.0-");

    [Fact]
    public void S49_GatewayEndpoint_IsNotReachedFromAPeer() =>
        WithGatewayEndpoint()
            .Vpc("W", "10.1.0.0/16").Subnet("C", "W", "10.1.0.0/24").Group("Far", "W").Host("Remote", "C", "Far")
            .Peering("Pcx", "V", "W").Route("C", "0.0.0.0/0", "Pcx").Route("A", "10.1.0.0/16", "Pcx")
            .Tcp("Remote", "S3", 443)
            .Verdict.ShouldBe(Verdict.NotReachable);

    [Fact]
    public void S49_GatewayEndpoint_BehindAFirewall_AnswersOverTheLocalRoute()
    {
        var policy = new FirewallPolicy(Named("Policy")) { StatelessDefault = StatelessAction.Pass };
        var estate = WithGatewayEndpoint().Subnet("F", "V", "10.0.9.0/28")
            .Add(new NetworkFirewall(Named("Firewall"), policy) { Endpoints = [new(Named("End"), Id("F"))] })
            .Route("A", "0.0.0.0/0", "End")
            .Change<GatewayEndpoint>("S3", endpoint => endpoint with { RouteTables = [Id("FTable")] });

        estate.Tcp("Client", "S3", 443).ShouldBeReachable();

        // A firewall that keeps state never sees the answer.
        estate.Change<NetworkFirewall>("Firewall", firewall => firewall with { Policy = policy with { StatelessDefault = StatelessAction.Forward } })
            .Tcp("Client", "S3", 443).ShouldBeBlocked("FIREWALL_ASYMMETRIC_ROUTING Firewall");
    }

    [Fact]
    public void S49_GatewayEndpoint_GroupsMayNameThePrefixList() =>
        WithGatewayEndpoint().Egress("Clients", "tcp 443 pl:S3List").Tcp("Client", "S3", 443).ShouldBeReachable();

    private static Estate WithInterfaceEndpoint(string providerZone = "a") => new Estate()
        .Vpc("V", "10.0.0.0/16").Subnet("A", "V", "10.0.0.0/24")
        .Group("Clients", "V").Host("Client", "A", "Clients")
        .Group("Endpoints", "V", "tcp 443 10.0.0.0/16")
        .Vpc("Provider", "10.0.0.0/16").Subnet("N", "Provider", "10.0.0.0/24", providerZone)
        .Add(
            new NetworkInterface(Named("Endpoint.Interface1"), Named("Endpoint"), Id("A")) { Kind = InterfaceKind.InterfaceEndpoint, CanInitiate = false, Groups = [Id("Endpoints")] },
            new InterfaceEndpoint(Named("Endpoint"), Id("V"), Id("Service")),
            new EndpointService(Named("Service")) { LoadBalancers = [Id("Nlb")] },
            new LoadBalancer(Named("Nlb"), LoadBalancerType.Network) { Listeners = [new(Named("Listener"), Traffic.Tcp(443), [])] },
            new NetworkInterface(Named("Nlb.Interface1"), Named("Nlb"), Id("N")) { Kind = InterfaceKind.LoadBalancer, HasGroups = false });

    [Fact]
    public void S50_InterfaceEndpoint_IsFilteredByItsGroups()
    {
        WithInterfaceEndpoint().Tcp("Client", "Endpoint.Interface1", 443).ShouldBeReachable();
        WithInterfaceEndpoint().Change<SecurityGroup>("Endpoints", group => group with { Ingress = [] })
            .Tcp("Client", "Endpoint.Interface1", 443).ShouldBeBlocked("SG_HAS_NO_RULES Endpoints");
    }

    [Fact]
    public void S50_InterfaceEndpoint_OpensNoConversations() =>
        WithInterfaceEndpoint().Ingress("Clients", "all 0.0.0.0/0").Tcp("Endpoint.Interface1", "Client", 443).ShouldBeBlocked("VPCE_INTRA_VPC_TRAFFIC Endpoint.Interface1");

    [Fact]
    public void S51_EndpointService_MustBeInTheEndpointsZone() =>
        WithInterfaceEndpoint(providerZone: "b").Tcp("Client", "Endpoint.Interface1", 443).ShouldBeBlocked("VPCE_SERVICE_NOT_INSTALLED_IN_AZ Service");

    [Fact]
    public void S51_EndpointService_OverlappingRangesAreFine_AndItsListenersDecide() =>
        WithInterfaceEndpoint().Ingress("Endpoints", "all 0.0.0.0/0").Ask("Client", "Endpoint.Interface1").ShouldBeReachable().DestinationPorts().ShouldBe("443");

    [Fact]
    public void S51_EndpointService_GroupsOfItsLoadBalancerFilterToo_UnlessSwitchedOff()
    {
        var estate = WithInterfaceEndpoint().Group("Front", "Provider", "tcp 443 192.0.2.0/24")
            .Change<NetworkInterface>("Nlb.Interface1", node => node with { HasGroups = true, Groups = [Id("Front")] });

        estate.Tcp("Client", "Endpoint.Interface1", 443).ShouldBeBlocked("ENI_SG_RULES_MISMATCH Front");
        estate.Change<LoadBalancer>("Nlb", balancer => balancer with { FiltersPrivateLink = Open("the attribute is a parameter") })
            .Tcp("Client", "Endpoint.Interface1", 443).ShouldBeUnknown("the attribute is a parameter");
        estate.Change<LoadBalancer>("Nlb", balancer => balancer with { FiltersPrivateLink = false }).Tcp("Client", "Endpoint.Interface1", 443).ShouldBeReachable();
        WithInterfaceEndpoint().Group("Front", "Provider", "tcp 443 10.0.0.0/16")
            .Change<NetworkInterface>("Nlb.Interface1", node => node with { HasGroups = true, Groups = [Id("Front")] })
            .Tcp("Client", "Endpoint.Interface1", 443).ShouldBeReachable();
    }

    [Fact]
    public void Lattice_Service_IsReachedFromAssociatedVpcs()
    {
        var estate = WithInterfaceEndpoint()
            .Add(
                new LatticeService(Named("Lattice")) { Listeners = [Traffic.Tcp(443)] },
                new LatticeServiceNetwork(Named("Shared")) { Services = [Id("Lattice")], Vpcs = [new(Named("Association"), Id("V")) { Groups = [Id("Endpoints")] }] });

        estate.Tcp("Client", "Lattice", 443).ShouldBeReachable();
        estate.Tcp("Client", "Lattice", 80).Verdict.ShouldBe(Verdict.NotReachable);
        estate.Change<LatticeServiceNetwork>("Shared", shared => shared with { Vpcs = [] }).Tcp("Client", "Lattice", 443).ShouldBeBlocked("NO_PATH V");
    }

    // Source: https://docs.aws.amazon.com/vpc-lattice/latest/ug/network-acls.html
    [Theory]
    [InlineData("out 100 allow tcp 443 169.254.171.0/24", "in 100 allow tcp 1024-65535 169.254.171.0/24", true)]
    [InlineData("out 100 allow tcp 443 10.0.0.0/8", "in 100 allow tcp 1024-65535 169.254.171.0/24", false)]
    [InlineData("out 100 allow tcp 443 169.254.171.0/24", "in 100 allow tcp 443 169.254.171.0/24", false)]
    public void Lattice_Service_IsBehindTheNetworkAclOfTheClient(string outbound, string inbound, bool isReachable)
    {
        var answer = WithInterfaceEndpoint()
            .Acl("ClientAcl", "A", outbound, inbound)
            .Add(
                new LatticeService(Named("Lattice")) { Listeners = [Traffic.Tcp(443)] },
                new LatticeServiceNetwork(Named("Shared")) { Services = [Id("Lattice")], Vpcs = [new(Named("Association"), Id("V"))] })
            .Tcp("Client", "Lattice", 443);

        if (isReachable)
        {
            answer.ShouldBeReachable();
        }
        else
        {
            answer.ShouldBeBlocked("SUBNET_ACL_RESTRICTION ClientAcl");
        }
    }
}
