using NetworkPatterns.TemplateRules.Rules.Connectivity;

namespace NetworkPatterns.TemplateRules.Tests.Rules;

internal static class ConnectivityCases
{
    private static readonly Fragment Peered = Fragment.Of(
        """
        A AWS::EC2::VPC {"CidrBlock": "10.1.0.0/16"}
        B AWS::EC2::VPC {"CidrBlock": "10.2.0.0/16"}
        Pods AWS::EC2::VPCCidrBlock {"VpcId": "=B", "CidrBlock": "100.64.0.0/16"}
        TableA AWS::EC2::RouteTable {"VpcId": "=A"}
        TableB AWS::EC2::RouteTable {"VpcId": "=B"}
        Peering AWS::EC2::VPCPeeringConnection {"VpcId": "=A", "PeerVpcId": "=B"}
        ToB AWS::EC2::Route {"RouteTableId": "=TableA", "DestinationCidrBlock": "10.2.0.0/16", "VpcPeeringConnectionId": "=Peering"}
        ToPods AWS::EC2::Route {"RouteTableId": "=TableA", "DestinationCidrBlock": "100.64.1.0/24", "VpcPeeringConnectionId": "=Peering"}
        ToA AWS::EC2::Route {"RouteTableId": "=TableB", "DestinationCidrBlock": "10.1.0.0/16", "VpcPeeringConnectionId": "=Peering"}
        """);

    private static readonly Fragment Service = Fragment.Of(
        """
        Service AWS::EC2::VPCEndpointService {"NetworkLoadBalancerArns": ["=Balancer"], "AcceptanceRequired": false}
        Permissions AWS::EC2::VPCEndpointServicePermissions {"ServiceId": "=Service", "AllowedPrincipals": ["arn:aws:iam::222222222222:root"]}
        """);

    private static readonly Fragment Lattice = Fragment.Of(
        """
        Shop AWS::VpcLattice::ServiceNetwork {"AuthType": "AWS_IAM", "Name": "shop"}
        Policy AWS::VpcLattice::AuthPolicy {"ResourceIdentifier": "=Shop.Id", "Policy": {}}
        Orders AWS::VpcLattice::Service {"AuthType": "NONE"}
        Group AWS::VpcLattice::TargetGroup {"Type": "LAMBDA", "Name": "orders"}
        """);

    private static readonly Fragment Vpn = Fragment.Of(
        """
        Office AWS::EC2::VPNConnection {"Type": "ipsec.1", "TransitGatewayId": "=Hub", "EnableAcceleration": true, "VpnTunnelOptionsSpecifications": [
          {"TunnelInsideCidr": "169.254.10.0/30", "PreSharedKey": "{{resolve:secretsmanager:vpn:SecretString:psk}}"}, {"TunnelInsideCidr": "169.254.10.4/30"}]}
        """);

    private static readonly Fragment DirectConnect = Fragment.Of(
        """
        Hub AWS::EC2::TransitGateway {"AmazonSideAsn": 64512}
        Gateway AWS::DirectConnect::DirectConnectGateway {"DirectConnectGatewayName": "sites", "AmazonSideAsn": "64520"}
        Association AWS::DirectConnect::DirectConnectGatewayAssociation {"DirectConnectGatewayId": "=Gateway.DirectConnectGatewayId", "AssociatedGatewayId": "=Hub", "AllowedPrefixesToDirectConnectGateway": ["10.0.0.0/8"]}
        """);

    private static readonly Fragment Accelerator = Fragment.Of(
        """
        Group AWS::GlobalAccelerator::EndpointGroup {"ListenerArn": "=Web.ListenerArn", "EndpointGroupRegion": "eu-west-1", "TrafficDialPercentage": 50, "HealthCheckIntervalSeconds": 10, "EndpointConfigurations": [{"EndpointId": "i-1", "Weight": 1}]}
        Other AWS::GlobalAccelerator::EndpointGroup {"ListenerArn": "=Web.ListenerArn", "EndpointGroupRegion": "us-east-1"}
        """);

    public static IEnumerable<RuleCase> All =>
    [
        RuleCase.Of<DirectConnectRule>(DirectConnect,
            ("Association", DirectConnect.With("""Association AWS::DirectConnect::DirectConnectGatewayAssociation {"DirectConnectGatewayId": "=Gateway.DirectConnectGatewayId", "AssociatedGatewayId": "=Hub"}""")),
            ("Association", DirectConnect.With("""Hub AWS::EC2::TransitGateway {"AmazonSideAsn": 64520}"""))),
        RuleCase.Of<AcceleratorRule>(Accelerator,
            ("Other", Accelerator.With("""Other AWS::GlobalAccelerator::EndpointGroup {"ListenerArn": "=Web.ListenerArn", "EndpointGroupRegion": "eu-west-1"}""")),
            ("Other", Accelerator.With("""Other AWS::GlobalAccelerator::EndpointGroup {"ListenerArn": "=Web.ListenerArn", "EndpointGroupRegion": "us-east-1", "TrafficDialPercentage": 101}""")),
            ("Other", Accelerator.With("""Other AWS::GlobalAccelerator::EndpointGroup {"ListenerArn": "=Web.ListenerArn", "EndpointGroupRegion": "us-east-1", "HealthCheckIntervalSeconds": 20}""")),
            ("Other", Accelerator.With("""Other AWS::GlobalAccelerator::EndpointGroup {"ListenerArn": "=Web.ListenerArn", "EndpointGroupRegion": "us-east-1", "EndpointConfigurations": [{"EndpointId": "i-1", "Weight": 300}]}"""))),
        RuleCase.Of<VpnConnectionRule>(Vpn,
            ("Office", Vpn.With("""Office AWS::EC2::VPNConnection {"Type": "ipsec.1"}""")),
            ("Office", Vpn.With("""Office AWS::EC2::VPNConnection {"Type": "ipsec.1", "VpnGatewayId": "=Gateway", "EnableAcceleration": true}""")),
            ("Office", Vpn.With("""Office AWS::EC2::VPNConnection {"TransitGatewayId": "=Hub", "VpnTunnelOptionsSpecifications": [{"TunnelInsideCidr": "169.254.5.0/30"}]}""")),
            ("Office", Vpn.With("""Office AWS::EC2::VPNConnection {"TransitGatewayId": "=Hub", "VpnTunnelOptionsSpecifications": [{"PreSharedKey": "swordfish"}]}""")),
            ("Second", Vpn.With("""Second AWS::EC2::VPNConnection {"TransitGatewayId": "=Hub", "VpnTunnelOptionsSpecifications": [{"TunnelInsideCidr": "169.254.10.4/30"}]}"""))),
        RuleCase.Of<PrivateServiceRule>(Service,
            ("Service", Service.Without("Permissions")),
            ("Service", Service.With("""Permissions AWS::EC2::VPCEndpointServicePermissions {"ServiceId": "=Service", "AllowedPrincipals": ["*"]}""")),
            ("Service", Service.With("""Service AWS::EC2::VPCEndpointService {"AcceptanceRequired": true}""")),
            ("Service", Service.With("""Service AWS::EC2::VPCEndpointService {"NetworkLoadBalancerArns": ["=Balancer"], "GatewayLoadBalancerArns": ["=Balancer"]}"""))),
        RuleCase.Of<LatticeRule>(Lattice,
            ("Shop", Lattice.Without("Policy")),
            ("Orders", Lattice.With("""Second AWS::VpcLattice::AuthPolicy {"ResourceIdentifier": "=Orders", "Policy": {}}""")),
            ("Orders", Lattice.With("""Orders AWS::VpcLattice::Service {"Name": "a-service-whose-name-is-longer-than-forty-ch"}""")),
            ("Group", Lattice.With("""Group AWS::VpcLattice::TargetGroup {"Type": "LAMBDA", "Name": "gr"}"""))),
        RuleCase.Of<PeeringRule>(Peered,
            ("Peering", Peered.Without("ToA")),
            ("Peering", Peered.Without("ToPods")),
            ("Peering", Peered.With("""ToPods AWS::EC2::Route {"RouteTableId": "=TableA", "DestinationCidrBlock": "10.3.0.0/16", "VpcPeeringConnectionId": "=Peering"}""")),
            ("Peering", Peered.With("""ToA AWS::EC2::Route {"RouteTableId": "=TableB", "DestinationCidrBlock": "0.0.0.0/0", "VpcPeeringConnectionId": "=Peering"}""")),
            ("Peering", Peered.With("""Pods AWS::EC2::VPCCidrBlock {"VpcId": "=B", "CidrBlock": "10.1.128.0/20"}""")),
            ("Peering", Peered.With("""Peering AWS::EC2::VPCPeeringConnection {"VpcId": "=A", "PeerVpcId": "vpc-1", "PeerOwnerId": "222222222222"}"""))),
    ];
}
