using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using NetworkPatterns.Constructs.Connectivity;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Constructs.Transit;
using NetworkPatterns.Constructs.Transit.OnPremises;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Guarantees;
using NetworkPatterns.TemplateRules;

namespace NetworkPatterns.Constructs.Tests.Docs;

/// <summary>The samples of the pages about connectivity.</summary>
[Collection(CdkCollection.Name)]
public sealed class ConnectivitySampleTests
{
    [Fact]
    public void Peering_OfTwoNetworks()
    {
        var stack = NewStack();
        var shop = Network(stack, "Shop", "10.20.0.0/16", new TierProps { Name = "data", Slot = 1, Intent = TierIntent.Isolated, Ingress = [TrafficRule.Tcp(5432, TrafficPeer.Cidr("10.21.0.0/16"))] });
        var reports = Network(stack, "Reports", "10.21.0.0/16", new TierProps { Name = "jobs", Slot = 1, Intent = TierIntent.Isolated, Egress = [TrafficRule.Tcp(5432, TrafficPeer.Cidr("10.20.0.0/16"))] });
        _ = new VpcPeering(stack, "Peering", new VpcPeeringProps
        {
            Requester = PeeringSide.Of(reports, "jobs"),
            Accepter = PeeringSide.Of(shop, "data"),
            Flows = [PeeringFlow.ToAccepter("jobs", "data", Traffic.Tcp(5432))],
        });

        stack.Template().LogicalIds("AWS::EC2::Route").Count.ShouldBe(2);
    }

    [Fact]
    public void PrivateLink_OfBothSides()
    {
        var stack = NewStack();
        var loadBalancerArn = new CfnParameter(stack, "LoadBalancerArn").ValueAsString;
        var serviceName = new CfnParameter(stack, "PaymentsServiceName").ValueAsString;
        var shop = Network(stack, "Shop", "10.20.0.0/16",
            new TierProps { Name = "app", Slot = 1, Intent = TierIntent.Isolated },
            new TierProps { Name = "endpoints", Slot = 2, Intent = TierIntent.Isolated, Ingress = [TrafficRule.Tcp(443, TrafficPeer.Tier("app"))] });
        var service = new PrivateService(stack, "Service", new PrivateServiceProps
        {
            NetworkLoadBalancerArns = [loadBalancerArn],
            AllowedPrincipals = ["222222222222"],
        });
        var endpoint = new PrivateServiceEndpoint(stack, "Endpoint", new PrivateServiceEndpointProps
        {
            Network = shop,
            ServiceName = serviceName,
            Tier = "endpoints",
            Clients = ["app"],
            PrivateName = "payments.shop.internal",
        });

        service.ServiceId.ShouldNotBeEmpty();
        endpoint.PrivateName.ShouldBe("payments.shop.internal");
        var template = stack.Template(new RuleException("E60", "Dev/Service*", "The consumer's account is another."));
        template.LogicalIds("AWS::Route53::RecordSet").ShouldHaveSingleItem();
    }

    [Fact]
    public void CentralEndpoints_OfAVpc()
    {
        var stack = NewStack();
        var workload = Amazon.CDK.AWS.EC2.Vpc.FromVpcAttributes(stack, "Workload", new VpcAttributes { VpcId = "vpc-0123456789abcdef0", AvailabilityZones = ["eu-west-1a"] });
        var shared = Network(stack, "Shared", "10.40.0.0/16", new TierProps { Name = "endpoints", Slot = 1, Intent = TierIntent.Isolated, Ingress = [TrafficRule.Tcp(443, TrafficPeer.Cidr("10.0.0.0/8"))] });
        var endpoints = new CentralEndpoints(stack, "Endpoints", new CentralEndpointsProps
        {
            Network = shared,
            Tier = "endpoints",
            Services = ["ecr.api", "ecr.dkr", "secretsmanager"],
            Vpcs = new Dictionary<string, IVpc> { ["workload"] = workload },
        });

        endpoints.Profile.ShouldBeNull();
        stack.Template().LogicalIds("AWS::Route53::RecordSet").Count.ShouldBe(4);
    }

    [Fact]
    public void Lattice_OfServices()
    {
        var stack = NewStack();
        TierProps App() => new()
        {
            Name = "app",
            Slot = 1,
            Intent = TierIntent.Isolated,
            Ingress = [TrafficRule.Tcp(8080, TrafficPeer.Cidr(LatticeServiceNetwork.Range))],
            Egress = [TrafficRule.Tcp(443, TrafficPeer.Cidr(LatticeServiceNetwork.Range))],
        };
        var orders = Network(stack, "Orders", "10.50.0.0/16", App());
        var payments = Network(stack, "Payments", "10.51.0.0/16", App());
        var food = new LatticeServiceNetwork(stack, "Food", new LatticeServiceNetworkProps
        {
            Vpcs = [new("orders", orders, "app"), new("payments", payments, "app")],
            TargetGroups =
            [
                LatticeTargetGroup.Addresses("orders", orders, "app", 8080),
                LatticeTargetGroup.Addresses("payments", payments, "app", 8080),
            ],
            Services =
            [
                new("orders", new LatticeListener("https", LatticeProtocol.Https, LatticeAction.Forward("orders"))),
                new("payments", new LatticeListener("https", LatticeProtocol.Https, LatticeAction.Forward("payments"))),
            ],
        });

        food.TargetGroupArn("orders").ShouldNotBeEmpty();
        stack.Template().LogicalIds("AWS::VpcLattice::Service").Count.ShouldBe(2);
    }

    [Fact]
    public void Vpn_AtAHub()
    {
        var stack = NewStack();
        var hub = new TransitGatewayHub(stack, "Hub", new TransitGatewayHubProps
        {
            Segments = ["production", "on-premises"],
            AllowedPairs = [("production", "on-premises")],
        });
        var office = new SiteToSiteVpn(stack, "Office", new SiteToSiteVpnProps
        {
            Hub = hub,
            Segment = "on-premises",
            Connections = [new("berlin", "198.51.100.1"), new("berlin-second", "198.51.100.2")],
            Ranges = ["192.168.0.0/16"],
        });

        office.ConnectionId("berlin").ShouldNotBeEmpty();
        stack.Template().LogicalIds("AWS::EC2::VPNConnection").Count.ShouldBe(2);
    }

    [Fact]
    public void TransitGatewayConnect_OverAVpc()
    {
        var stack = NewStack();
        var hub = new TransitGatewayHub(stack, "Hub", new TransitGatewayHubProps
        {
            Segments = ["production", "on-premises"],
            AllowedPairs = [("production", "on-premises")],
            TransitGatewayCidrBlocks = ["10.255.255.0/24"],
        });
        var network = new ThreeTierVpc(stack, "Network", Transit.Hubs.Vpc("10.1.0.0/16"));
        var spoke = new TransitGatewaySpoke(stack, "Appliances", new TransitGatewaySpokeProps
        {
            Hub = hub,
            Network = network,
            Segment = "on-premises",
            ConnectTiers = ["app"],
        });
        var branches = new TransitGatewayConnect(stack, "Branches", new TransitGatewayConnectProps
        {
            Hub = hub,
            Segment = "on-premises",
            Transport = spoke,
            Peers = [new("first", "10.1.32.7", "169.254.100.0/29"), new("second", "10.1.40.7", "169.254.100.8/29")],
        });

        branches.AttachmentId.ShouldNotBeNull();
        stack.Template().LogicalIds("AWS::EC2::TransitGatewayConnectPeer").Count.ShouldBe(2);
    }

    [Fact]
    public void ClientVpn_ToTiers()
    {
        var stack = NewStack();
        var serverCertificateArn = new CfnParameter(stack, "ServerCertificateArn").ValueAsString;
        var samlProviderArn = new CfnParameter(stack, "SamlProviderArn").ValueAsString;
        var shop = Network(stack, "Shop", "10.50.0.0/16",
            new TierProps { Name = "vpn", Slot = 0, Intent = TierIntent.Isolated },
            new TierProps { Name = "app", Slot = 1, Intent = TierIntent.Isolated, Ingress = [TrafficRule.Tcp(443, TrafficPeer.Tier("vpn"))] },
            new TierProps { Name = "data", Slot = 2, Intent = TierIntent.Isolated, Ingress = [TrafficRule.Tcp(5432, TrafficPeer.Tier("vpn"))] });
        var clients = new ClientVpn(stack, "Clients", new ClientVpnProps
        {
            Network = shop,
            Tier = "vpn",
            ClientCidrBlock = "172.20.0.0/20",
            ServerCertificateArn = serverCertificateArn,
            SamlProviderArn = samlProviderArn,
            Authorizations =
            [
                ClientVpnAuthorization.ToTier("application", "app"),
                ClientVpnAuthorization.ToTier("database", "data") with { AccessGroupId = "operators" },
            ],
        });

        clients.EndpointId.ShouldNotBeEmpty();
        stack.Template().LogicalIds("AWS::EC2::ClientVpnTargetNetworkAssociation").Count.ShouldBe(2);
    }

    [Fact]
    public void DirectConnect_AtAHub()
    {
        var stack = NewStack();
        var hub = new TransitGatewayHub(stack, "Hub", new TransitGatewayHubProps { Segments = ["on-premises"] });
        var sites = new DirectConnectHub(stack, "Sites", new DirectConnectHubProps
        {
            Hub = hub,
            Segment = "on-premises",
            AmazonSideAsn = 64520,
            Interfaces = [new("frankfurt", "dxcon-ffabc123", 101, 65010)],
            AllowedPrefixes = ["10.0.0.0/8"],
            Ranges = ["172.16.0.0/16"],
        });

        sites.DirectConnectGatewayId.ShouldNotBeEmpty();
        stack.Template().LogicalIds("AWS::DirectConnect::TransitVirtualInterface").ShouldHaveSingleItem();
    }

    [Fact]
    public void DirectConnect_ToPublicAddresses()
    {
        var stack = NewStack();
        var vif = new PublicVirtualInterface(stack, "Services", new PublicVirtualInterfaceProps
        {
            ConnectionId = "dxcon-ffabc123",
            Vlan = 200,
            CustomerAsn = 65010,
            Prefixes = ["203.0.113.0/24"],
            AmazonAddress = "203.0.113.1/30",
            CustomerAddress = "203.0.113.2/30",
        });

        vif.VirtualInterfaceId.ShouldNotBeEmpty();
        stack.Template().LogicalIds("AWS::DirectConnect::PublicVirtualInterface").ShouldHaveSingleItem();
    }

    [Fact]
    public void Accelerator_OfTwoRegions()
    {
        var stack = NewStack();
        var loadBalancerArn = new CfnParameter(stack, "LoadBalancerArn").ValueAsString;
        var front = new GlobalAccelerator(stack, "Front", new GlobalAcceleratorProps
        {
            Listeners =
            [
                new("web", 443, 443,
                    new AcceleratedRegion("eu-west-1", AcceleratedEndpoint.NetworkLoadBalancer("web", loadBalancerArn)),
                    new AcceleratedRegion("us-east-1", AcceleratedEndpoint.ElasticIp("web", "eipalloc-0123456789abcdef0")) { TrafficDialPercentage = 20 }),
            ],
        });

        front.DnsName.ShouldNotBeEmpty();
        stack.Template(new RuleException("E60", "Dev/Front*", "Endpoint groups name their Regions.")).LogicalIds("AWS::GlobalAccelerator::EndpointGroup").Count.ShouldBe(2);
    }

    private static Stack NewStack() => Synthesized.NewStack(Synthesized.NewApp(CdkFlags.Recommended));

    private static ThreeTierVpc Network(Stack stack, string id, string block, params TierProps[] tiers) => new(stack, id, new ThreeTierVpcProps
    {
        CidrBlock = block,
        Zones = ["eu-west-1a", "eu-west-1b"],
        NatGateways = NatStrategy.None,
        Tiers = tiers,
    });
}
