using NetworkPatterns.Network.Model;

namespace NetworkPatterns.Network.Tests.Reading;

public sealed class EndpointReaderTests
{
    [Fact]
    public void S49_GatewayEndpoint_HasTablesAndTheListOfItsService()
    {
        var reading = Templates.ReadInVpc("""
              T: { Type: 'AWS::EC2::RouteTable', Properties: { VpcId: !Ref Vpc } }
              S3: { Type: 'AWS::EC2::VPCEndpoint', Properties: { VpcId: !Ref Vpc, ServiceName: !Sub 'com.amazonaws.${AWS::Region}.s3', RouteTableIds: [!Ref T] } }
            """);

        var endpoint = reading.Get<GatewayEndpoint>("S3");
        endpoint.RouteTables.ShouldBe([Templates.Id("T")]);
        var list = reading.Get<PrefixList>("com.amazonaws.eu-west-1.s3");
        endpoint.PrefixList.ShouldBe(list.Id);
        list.IsGatewayService.ShouldBeTrue();
        list.Entries.IsKnown.ShouldBeFalse();
    }

    [Fact]
    public void S50_InterfaceEndpoint_HasInterfacesThatOpenNothing()
    {
        var reading = Templates.ReadInVpc("""
              Sqs: { Type: 'AWS::EC2::VPCEndpoint', Properties: { VpcEndpointType: Interface, VpcId: !Ref Vpc, ServiceName: com.amazonaws.eu-west-1.sqs, SubnetIds: [!Ref A, !Ref B], SecurityGroupIds: [sg-1], IpAddressType: dualstack } }
            """);

        reading.Get<InterfaceEndpoint>("Sqs").Service.ShouldBeNull();
        var it = reading.Interface("Sqs.Interface2");
        it.Subnet.Value.ShouldBe(Templates.Id("B"));
        it.CanInitiate.ShouldBeFalse();
        it.Groups.ShouldBe([Templates.Id("sg-1")]);
        it.Addresses.Select(address => address.IsIPv6).ShouldBe([false, true]);
        it.Kind.ShouldBe(InterfaceKind.InterfaceEndpoint);
    }

    [Fact]
    public void S51_EndpointOfAServiceOfTheEstate_NamesIt()
    {
        var reading = Templates.ReadInVpc("""
              Nlb: { Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer', Properties: { Type: network, Subnets: [!Ref A] } }
              Service: { Type: 'AWS::EC2::VPCEndpointService', Properties: { NetworkLoadBalancerArns: [!Ref Nlb] } }
              Use: { Type: 'AWS::EC2::VPCEndpoint', Properties: { VpcEndpointType: Interface, VpcId: !Ref Vpc, ServiceName: !Sub 'com.amazonaws.vpce.${AWS::Region}.${Service}', SubnetIds: [!Ref B] } }
            """);

        reading.Get<InterfaceEndpoint>("Use").Service.ShouldBe(Templates.Id("Service"));
        reading.Get<EndpointService>("Service").LoadBalancers.ShouldBe([Templates.Id("Nlb")]);
    }

    [Fact]
    public void GatewayLoadBalancerEndpoint_IsInOneSubnet()
    {
        var reading = Templates.ReadInVpc("""
              Gwlb: { Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer', Properties: { Type: gateway, Subnets: [!Ref A] } }
              Service: { Type: 'AWS::EC2::VPCEndpointService', Properties: { GatewayLoadBalancerArns: [!Ref Gwlb] } }
              Use: { Type: 'AWS::EC2::VPCEndpoint', Properties: { VpcEndpointType: GatewayLoadBalancer, VpcId: !Ref Vpc, ServiceName: !Sub 'com.amazonaws.vpce.${AWS::Region}.${Service}', SubnetIds: [!Ref B] } }
              T: { Type: 'AWS::EC2::RouteTable', Properties: { VpcId: !Ref Vpc } }
              R: { Type: 'AWS::EC2::Route', Properties: { RouteTableId: !Ref T, DestinationCidrBlock: 0.0.0.0/0, VpcEndpointId: !Ref Use } }
            """);

        var endpoint = reading.Get<GatewayLoadBalancerEndpoint>("Use");
        endpoint.Subnet.Value.ShouldBe(Templates.Id("B"));
        endpoint.Service.ShouldBe(Templates.Id("Service"));
        reading.Get<RouteTable>("T").Routes.ShouldHaveSingleItem().Target.ShouldBe(RouteTarget.To(endpoint.Id));
        reading.Interface("Gwlb.Interface1").HasGroups.ShouldBeFalse();
    }

    [Fact]
    public void S74_VpcLinks_OfBothVersions()
    {
        var reading = Templates.ReadInVpc("""
              Nlb: { Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer', Properties: { Type: network, Subnets: [!Ref A] } }
              Link1: { Type: 'AWS::ApiGateway::VpcLink', Properties: { Name: l, TargetArns: [!Ref Nlb] } }
              Link2: { Type: 'AWS::ApiGatewayV2::VpcLink', Properties: { Name: l, SubnetIds: [!Ref A], SecurityGroupIds: [sg-1] } }
            """);

        reading.Get<VpcLink>("Link1").LoadBalancers.ShouldBe([Templates.Id("Nlb")]);
        var link = reading.Interface("Link2");
        link.Kind.ShouldBe(InterfaceKind.VpcLink);
        link.ListensOn!.Value.ShouldBeEmpty();
    }

    [Fact]
    public void Lattice_AssociationsAndListeners()
    {
        var reading = Templates.ReadInVpc("""
              Network: { Type: 'AWS::VpcLattice::ServiceNetwork' }
              Service: { Type: 'AWS::VpcLattice::Service' }
              OfVpc: { Type: 'AWS::VpcLattice::ServiceNetworkVpcAssociation', Properties: { ServiceNetworkIdentifier: !Ref Network, VpcIdentifier: !Ref Vpc, SecurityGroupIds: [sg-1] } }
              OfService: { Type: 'AWS::VpcLattice::ServiceNetworkServiceAssociation', Properties: { ServiceNetworkIdentifier: !GetAtt Network.Arn, ServiceIdentifier: !Ref Service } }
              Https: { Type: 'AWS::VpcLattice::Listener', Properties: { ServiceIdentifier: !Ref Service, Protocol: HTTPS, DefaultAction: { FixedResponse: { StatusCode: 404 } } } }
            """);

        var network = reading.Get<LatticeServiceNetwork>("Network");
        network.Vpcs.ShouldHaveSingleItem().Vpc.Value.ShouldBe(Templates.Id("Vpc"));
        network.Services.ShouldBe([Templates.Id("Service")]);
        reading.Get<LatticeService>("Service").Listeners.ShouldBe([Traffic.Tcp(443)]);
    }

    [Fact]
    public void ClientVpn_HasSubnetsRulesAndRoutes()
    {
        var endpoint = Templates.ReadInVpc("""
              Client: { Type: 'AWS::EC2::ClientVpnEndpoint', Properties: { ClientCidrBlock: 10.100.0.0/22, SecurityGroupIds: [sg-1], VpcId: !Ref Vpc } }
              Of: { Type: 'AWS::EC2::ClientVpnTargetNetworkAssociation', Properties: { ClientVpnEndpointId: !Ref Client, SubnetId: !Ref A } }
              May: { Type: 'AWS::EC2::ClientVpnAuthorizationRule', Properties: { ClientVpnEndpointId: !Ref Client, TargetNetworkCidr: 10.0.0.0/16, AuthorizeAllGroups: true } }
              To: { Type: 'AWS::EC2::ClientVpnRoute', Properties: { ClientVpnEndpointId: !Ref Client, DestinationCidrBlock: 0.0.0.0/0, TargetVpcSubnetId: !Ref A } }
            """).Get<ClientVpnEndpoint>("Client");

        endpoint.Subnets.ShouldBe([Templates.Id("A")]);
        endpoint.AuthorizedRanges.ShouldHaveSingleItem().Value.ToString().ShouldBe("10.0.0.0/16");
        endpoint.Routes.ShouldHaveSingleItem().Value.ToString().ShouldBe("0.0.0.0/0");
    }
}
