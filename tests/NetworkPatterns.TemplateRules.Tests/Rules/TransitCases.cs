using NetworkPatterns.TemplateRules.Rules.Transit;

namespace NetworkPatterns.TemplateRules.Tests.Rules;

internal static class TransitCases
{
    private static readonly Fragment Hub = Fragment.Of(
        """
        Gateway AWS::EC2::TransitGateway {"AmazonSideAsn": 64512, "MulticastSupport": "enable", "DefaultRouteTableAssociation": "disable", "DefaultRouteTablePropagation": "disable"}
        Production AWS::EC2::TransitGatewayRouteTable {"TransitGatewayId": "=Gateway"}
        Shared AWS::EC2::TransitGatewayRouteTable {"TransitGatewayId": "=Gateway"}
        After AWS::EC2::TransitGatewayRouteTable {"TransitGatewayId": "=Gateway"}
        Vpc AWS::EC2::VPC {"CidrBlock": "10.1.0.0/16"}
        AppA AWS::EC2::Subnet {"VpcId": "=Vpc", "AvailabilityZone": "eu-west-1a"}
        AppB AWS::EC2::Subnet {"VpcId": "=Vpc", "AvailabilityZone": "eu-west-1b"}
        TransitA AWS::EC2::Subnet {"VpcId": "=Vpc", "AvailabilityZone": "eu-west-1a"}
        TransitB AWS::EC2::Subnet {"VpcId": "=Vpc", "AvailabilityZone": "eu-west-1b"}
        AppTable AWS::EC2::RouteTable {"VpcId": "=Vpc"}
        OfTransitA AWS::EC2::SubnetRouteTableAssociation {"SubnetId": "=TransitA", "RouteTableId": "=AppTable"}
        Spoke AWS::EC2::TransitGatewayAttachment {"TransitGatewayId": "=Gateway", "VpcId": "=Vpc", "SubnetIds": ["=TransitA", "=TransitB"]}
        SpokeAssociation AWS::EC2::TransitGatewayRouteTableAssociation {"TransitGatewayAttachmentId": "=Spoke", "TransitGatewayRouteTableId": "=Production"}
        SpokePropagation AWS::EC2::TransitGatewayRouteTablePropagation {"TransitGatewayAttachmentId": "=Spoke", "TransitGatewayRouteTableId": "=After"}
        AppRoute AWS::EC2::Route {"RouteTableId": "=AppTable", "DestinationCidrBlock": "10.0.0.0/8", "TransitGatewayId": "=Gateway"} < Spoke
        Blocked AWS::EC2::TransitGatewayRoute {"TransitGatewayRouteTableId": "=Production", "DestinationCidrBlock": "10.0.0.0/8", "Blackhole": true}
        ToTheSpoke AWS::EC2::TransitGatewayRoute {"TransitGatewayRouteTableId": "=Shared", "DestinationCidrBlock": "10.1.0.0/16", "TransitGatewayAttachmentId": "=Looking"}
        Inspection AWS::EC2::VPC {"CidrBlock": "100.64.0.0/24"}
        EnterA AWS::EC2::Subnet {"VpcId": "=Inspection", "AvailabilityZone": "eu-west-1a"}
        EnterB AWS::EC2::Subnet {"VpcId": "=Inspection", "AvailabilityZone": "eu-west-1b"}
        WallA AWS::EC2::Subnet {"VpcId": "=Inspection", "AvailabilityZone": "eu-west-1a"}
        WallB AWS::EC2::Subnet {"VpcId": "=Inspection", "AvailabilityZone": "eu-west-1b"}
        EnterTableA AWS::EC2::RouteTable {"VpcId": "=Inspection"}
        EnterTableB AWS::EC2::RouteTable {"VpcId": "=Inspection"}
        WallTable AWS::EC2::RouteTable {"VpcId": "=Inspection"}
        OfEnterA AWS::EC2::SubnetRouteTableAssociation {"SubnetId": "=EnterA", "RouteTableId": "=EnterTableA"}
        OfEnterB AWS::EC2::SubnetRouteTableAssociation {"SubnetId": "=EnterB", "RouteTableId": "=EnterTableB"}
        OfWallA AWS::EC2::SubnetRouteTableAssociation {"SubnetId": "=WallA", "RouteTableId": "=WallTable"}
        OfWallB AWS::EC2::SubnetRouteTableAssociation {"SubnetId": "=WallB", "RouteTableId": "=WallTable"}
        Looking AWS::EC2::TransitGatewayAttachment {"TransitGatewayId": "=Gateway", "VpcId": "=Inspection", "SubnetIds": ["=EnterA", "=EnterB"], "Options": {"ApplianceModeSupport": "enable"}}
        LookingAssociation AWS::EC2::TransitGatewayRouteTableAssociation {"TransitGatewayAttachmentId": "=Looking", "TransitGatewayRouteTableId": "=After"}
        Firewall AWS::NetworkFirewall::Firewall {"VpcId": "=Inspection", "SubnetMappings": [{"SubnetId": "=WallA"}, {"SubnetId": "=WallB"}], "FirewallPolicyArn": "=Policy"}
        RouteA AWS::EC2::Route {"RouteTableId": "=EnterTableA", "DestinationCidrBlock": "0.0.0.0/0", "VpcEndpointId": {"Fn::Select": [0, {"Fn::Split": [",", {"Fn::Select": [1, {"Fn::Split": ["eu-west-1a:", {"Fn::Join": [",", "=Firewall.EndpointIds"]}]}]}]}]}}
        RouteB AWS::EC2::Route {"RouteTableId": "=EnterTableB", "DestinationCidrBlock": "0.0.0.0/0", "VpcEndpointId": {"Fn::Select": [0, {"Fn::Split": [",", {"Fn::Select": [1, {"Fn::Split": ["eu-west-1b:", {"Fn::Join": [",", "=Firewall.EndpointIds"]}]}]}]}]}}
        Back AWS::EC2::Route {"RouteTableId": "=WallTable", "DestinationCidrBlock": "0.0.0.0/0", "TransitGatewayId": "=Gateway"} < Looking
        Policy AWS::NetworkFirewall::FirewallPolicy {"FirewallPolicy": {"StatelessDefaultActions": ["aws:forward_to_sfe"], "StatefulEngineOptions": {"RuleOrder": "STRICT_ORDER"},
         "StatefulDefaultActions": ["aws:drop_established"], "StatefulRuleGroupReferences": [{"ResourceArn": "a", "Priority": 1}, {"ResourceArn": "b", "Priority": 2}]}}
        Log AWS::EC2::FlowLog {"ResourceType": "TransitGateway", "ResourceId": "=Gateway", "MaxAggregationInterval": 60}
        Peering AWS::EC2::TransitGatewayPeeringAttachment {"TransitGatewayId": "=Gateway", "PeerTransitGatewayId": "tgw-1"}
        PeeringAssociation AWS::EC2::TransitGatewayRouteTableAssociation {"TransitGatewayAttachmentId": "=Peering.TransitGatewayAttachmentId", "TransitGatewayRouteTableId": "=Shared"}
        Tunnels AWS::EC2::TransitGatewayConnect {"TransportTransitGatewayAttachmentId": "=Spoke"}
        TunnelsAssociation AWS::EC2::TransitGatewayRouteTableAssociation {"TransitGatewayAttachmentId": "=Tunnels.TransitGatewayAttachmentId", "TransitGatewayRouteTableId": "=Production"}
        Domain AWS::EC2::TransitGatewayMulticastDomain {"TransitGatewayId": "=Gateway", "Options": {"Igmpv2Support": "disable", "StaticSourcesSupport": "enable"}}
        InDomainA AWS::EC2::TransitGatewayMulticastDomainAssociation {"TransitGatewayMulticastDomainId": "=Domain", "TransitGatewayAttachmentId": "=Spoke", "SubnetId": "=AppA"}
        Hears AWS::EC2::TransitGatewayMulticastGroupMember {"TransitGatewayMulticastDomainId": "=Domain", "GroupIpAddress": "239.1.1.1", "NetworkInterfaceId": "eni-1"} < InDomainA
        Speaks AWS::EC2::TransitGatewayMulticastGroupSource {"TransitGatewayMulticastDomainId": "=Domain", "GroupIpAddress": "239.1.1.1", "NetworkInterfaceId": "eni-2"} < InDomainA
        Abroad AWS::EC2::TransitGatewayRoute {"TransitGatewayRouteTableId": "=Shared", "DestinationCidrBlock": "10.64.0.0/16", "TransitGatewayAttachmentId": "=Peering.TransitGatewayAttachmentId"}
        """);

    // One VPC inspects and leads to the internet.
    private static readonly Fragment Combined = Fragment.Of(
        """
        Vpc AWS::EC2::VPC {"CidrBlock": "100.64.0.0/24"}
        WallA AWS::EC2::Subnet {"VpcId": "=Vpc", "AvailabilityZone": "eu-west-1a"}
        WallB AWS::EC2::Subnet {"VpcId": "=Vpc", "AvailabilityZone": "eu-west-1b"}
        OutA AWS::EC2::Subnet {"VpcId": "=Vpc", "AvailabilityZone": "eu-west-1a"}
        WallTable AWS::EC2::RouteTable {"VpcId": "=Vpc"}
        OutTable AWS::EC2::RouteTable {"VpcId": "=Vpc"}
        OfWallA AWS::EC2::SubnetRouteTableAssociation {"SubnetId": "=WallA", "RouteTableId": "=WallTable"}
        OfWallB AWS::EC2::SubnetRouteTableAssociation {"SubnetId": "=WallB", "RouteTableId": "=WallTable"}
        OfOutA AWS::EC2::SubnetRouteTableAssociation {"SubnetId": "=OutA", "RouteTableId": "=OutTable"}
        EndpointA AWS::EC2::VPCEndpoint {"VpcEndpointType": "GatewayLoadBalancer", "VpcId": "=Vpc", "SubnetIds": ["=WallA"]}
        EndpointB AWS::EC2::VPCEndpoint {"VpcEndpointType": "GatewayLoadBalancer", "VpcId": "=Vpc", "SubnetIds": ["=WallB"]}
        Back AWS::EC2::Route {"RouteTableId": "=WallTable", "DestinationCidrBlock": "10.0.0.0/8", "TransitGatewayId": "tgw-1"}
        Nat AWS::EC2::NatGateway {"SubnetId": "=OutA", "AllocationId": "eipalloc-1"}
        Returning AWS::EC2::Route {"RouteTableId": "=OutTable", "DestinationCidrBlock": "10.0.0.0/8", "VpcEndpointId": "=EndpointA"}
        """);

    private static readonly Fragment Attached = Fragment.Of(
        """Firewall AWS::NetworkFirewall::Firewall {"TransitGatewayId": "tgw-1", "AvailabilityZoneMappings": [{"AvailabilityZone": "euw1-az1"}]}""");

    private static readonly Fragment Balanced = Fragment.Of(
        """
        Balancer AWS::ElasticLoadBalancingV2::LoadBalancer {"Type": "gateway"}
        Group AWS::ElasticLoadBalancingV2::TargetGroup {"Protocol": "GENEVE", "Port": 6081}
        Listener AWS::ElasticLoadBalancingV2::Listener {"LoadBalancerArn": "=Balancer", "DefaultActions": [{"Type": "forward", "TargetGroupArn": "=Group"}]}
        """);

    public static IEnumerable<RuleCase> All =>
    [
        RuleCase.Of<SegmentedHubRule>(Hub,
            ("Gateway", Hub.With("""Gateway AWS::EC2::TransitGateway {"DefaultRouteTableAssociation": "disable"}""")),
            ("Gateway", Hub.With("""Gateway AWS::EC2::TransitGateway {"DefaultRouteTableAssociation": "enable", "DefaultRouteTablePropagation": "disable"}"""))),
        RuleCase.Of<AttachmentSubnetsRule>(Hub,
            ("Spoke", Hub.With("""Spoke AWS::EC2::TransitGatewayVpcAttachment {"TransitGatewayId": "=Gateway", "VpcId": "=Vpc", "SubnetIds": ["=TransitA", "=TransitB"]}""")),
            ("Spoke", Hub.With("""Spoke AWS::EC2::TransitGatewayAttachment {"TransitGatewayId": "=Gateway", "VpcId": "=Vpc", "SubnetIds": []}""")),
            ("Spoke", Hub.With("""Spoke AWS::EC2::TransitGatewayAttachment {"TransitGatewayId": "=Gateway", "VpcId": "=Vpc", "SubnetIds": ["=TransitA"]}""")),
            ("Spoke", Hub.With("""Spoke AWS::EC2::TransitGatewayAttachment {"TransitGatewayId": "=Gateway", "VpcId": "=Vpc", "SubnetIds": ["=TransitA", "=AppA", "=TransitB"]}""")),
            ("Spoke", Hub.With("""Instance AWS::EC2::Instance {"SubnetId": "=TransitA"}"""))),
        RuleCase.Of<SingleAssociationRule>(Hub,
            ("Spoke", Hub.Without("SpokeAssociation")),
            ("Tunnels", Hub.Without("TunnelsAssociation")),
            ("Spoke", Hub.With("""Another AWS::EC2::TransitGatewayRouteTableAssociation {"TransitGatewayAttachmentId": "=Spoke", "TransitGatewayRouteTableId": "=Shared"}""")),
            ("SpokeToProduction", Hub.Without("SpokeAssociation").With(
                """SpokeToProduction AWS::EC2::TransitGatewayRouteTableAssociation {"TransitGatewayAttachmentId": "=Spoke", "TransitGatewayRouteTableId": "=Production"}"""))),
        RuleCase.Of<RouteAfterAttachmentRule>(Hub,
            ("AppRoute", Hub.With("""AppRoute AWS::EC2::Route {"RouteTableId": "=AppTable", "DestinationCidrBlock": "10.0.0.0/8", "TransitGatewayId": "=Gateway"}""")),
            ("AppRoute", Hub.With("""AppRoute AWS::EC2::Route {"RouteTableId": "=AppTable", "DestinationCidrBlock": "10.0.0.0/8", "TransitGatewayId": "=Gateway"} < Looking"""))),
        RuleCase.Of<TransitRouteRule>(Hub,
            ("Blocked", Hub.With("""Blocked AWS::EC2::TransitGatewayRoute {"TransitGatewayRouteTableId": "=Production", "DestinationCidrBlock": "10.0.0.0/8"}""")),
            ("Blocked", Hub.With("""Blocked AWS::EC2::TransitGatewayRoute {"TransitGatewayRouteTableId": "=Production", "DestinationCidrBlock": "10.0.0.0/8", "Blackhole": true, "TransitGatewayAttachmentId": "=Spoke"}""")),
            ("Twice", Hub.With("""Twice AWS::EC2::TransitGatewayRoute {"TransitGatewayRouteTableId": "=Shared", "DestinationCidrBlock": "10.1.0.0/16", "Blackhole": true}""")),
            ("RouteToLooking", Hub.With("""RouteToLooking AWS::EC2::TransitGatewayRoute {"TransitGatewayRouteTableId": "=Production", "DestinationCidrBlock": "0.0.0.0/0", "TransitGatewayAttachmentId": "=Looking"}"""))),
        RuleCase.Of<ApplianceModeRule>(Hub,
            ("Looking", Hub.With("""Looking AWS::EC2::TransitGatewayAttachment {"TransitGatewayId": "=Gateway", "VpcId": "=Inspection", "SubnetIds": ["=EnterA", "=EnterB"]}""")),
            ("Looking", Hub.With("""Second AWS::EC2::TransitGatewayAttachment {"TransitGatewayId": "tgw-2", "VpcId": "=Inspection", "SubnetIds": ["=EnterA"], "Options": {"ApplianceModeSupport": "enable"}}"""))),
        RuleCase.Of<InspectedTableRule>(Hub,
            ("ToTheSpoke", Hub.With("""Around AWS::EC2::TransitGatewayRouteTablePropagation {"TransitGatewayAttachmentId": "=Spoke", "TransitGatewayRouteTableId": "=Shared"}""")),
            ("ToTheSpoke", Hub.Without("SpokePropagation"))),
        RuleCase.Of<InspectionZoneRule>(Hub,
            ("RouteB", Hub.With("""RouteB AWS::EC2::Route {"RouteTableId": "=EnterTableB", "DestinationCidrBlock": "0.0.0.0/0", "VpcEndpointId": {"Fn::Select": [0, {"Fn::Split": [",", {"Fn::Select": [1, {"Fn::Split": ["eu-west-1a:", {"Fn::Join": [",", "=Firewall.EndpointIds"]}]}]}]}]}}""")),
            ("RouteB", Hub.With("""RouteB AWS::EC2::Route {"RouteTableId": "=EnterTableB", "DestinationCidrBlock": "0.0.0.0/0", "VpcEndpointId": {"Fn::Select": [1, "=Firewall.EndpointIds"]}}""")),
            ("RouteA", Hub.Without("Back"))),
        RuleCase.Of<InspectedEgressRule>(Combined,
            ("Nat", Combined.Without("Returning")),
            ("Nat", Combined.With("""Returning AWS::EC2::Route {"RouteTableId": "=OutTable", "DestinationCidrBlock": "10.0.0.0/8", "TransitGatewayId": "tgw-1"}""")),
            ("Nat", Combined.With("""Returning AWS::EC2::Route {"RouteTableId": "=OutTable", "DestinationCidrBlock": "10.0.0.0/8", "VpcEndpointId": "=EndpointB"}"""))),
        new(new FirewallPlaceRule(), [Hub, Attached],
        [
            ("Firewall", Attached.With("""Firewall AWS::NetworkFirewall::Firewall {"TransitGatewayId": "tgw-1", "VpcId": "vpc-1", "AvailabilityZoneMappings": [{"AvailabilityZone": "euw1-az1"}]}""")),
            ("Firewall", Attached.With("""Firewall AWS::NetworkFirewall::Firewall {"TransitGatewayId": "tgw-1"}""")),
            ("Firewall", Hub.With("""Firewall AWS::NetworkFirewall::Firewall {"VpcId": "=Inspection", "SubnetMappings": [{"SubnetId": "=WallA"}, {"SubnetId": "=EnterA"}]}""")),
        ]),
        RuleCase.Of<FirewallPolicyRule>(Hub,
            ("Policy", Hub.With("""Policy AWS::NetworkFirewall::FirewallPolicy {"FirewallPolicy": {"StatelessDefaultActions": ["aws:forward_to_sfe"]}}""")),
            ("Policy", Hub.With("""Policy AWS::NetworkFirewall::FirewallPolicy {"FirewallPolicy": {"StatelessDefaultActions": ["aws:drop"], "StatefulEngineOptions": {"RuleOrder": "STRICT_ORDER"}}}""")),
            ("Policy", Hub.With(
                """Policy AWS::NetworkFirewall::FirewallPolicy {"FirewallPolicy": {"StatelessDefaultActions": ["aws:forward_to_sfe"], "StatefulEngineOptions": {"RuleOrder": "STRICT_ORDER"}, "StatefulDefaultActions": ["aws:drop_established"], "StatefulRuleGroupReferences": [{"ResourceArn": "a"}]}}"""))),
        RuleCase.Of<GatewayLoadBalancerRule>(Balanced,
            ("Listener", Balanced.With("""Group AWS::ElasticLoadBalancingV2::TargetGroup {"Protocol": "TCP", "Port": 6081}""")),
            ("Listener", Balanced.Without("Group"))),
        RuleCase.Of<TransitPeeringRule>(Hub,
            ("Learned", Hub.With("""Learned AWS::EC2::TransitGatewayRouteTablePropagation {"TransitGatewayAttachmentId": "=Peering.TransitGatewayAttachmentId", "TransitGatewayRouteTableId": "=Production"}""")),
            ("Peering", Hub.Without("PeeringAssociation")),
            ("Gateway", Hub.With("""Other AWS::EC2::TransitGateway {"AmazonSideAsn": 64512}"""))),
        RuleCase.Of<MulticastRule>(Hub,
            ("Gateway", Hub.With("""Gateway AWS::EC2::TransitGateway {"MulticastSupport": "enable"}""")),
            ("Gateway", Hub.With("""Gateway AWS::EC2::TransitGateway {"AmazonSideAsn": 64512, "MulticastSupport": "=Vpc"}""")),
            ("Domain", Hub.With("""Gateway AWS::EC2::TransitGateway {"AmazonSideAsn": 64512, "MulticastSupport": "disable"}""")),
            ("Domain", Hub.With("""Domain AWS::EC2::TransitGatewayMulticastDomain {"TransitGatewayId": "=Gateway", "Options": {"Igmpv2Support": "enable", "StaticSourcesSupport": "enable"}}""")),
            ("InDomainA", Hub.With("""InDomainA AWS::EC2::TransitGatewayMulticastDomainAssociation {"TransitGatewayMulticastDomainId": "=Domain", "TransitGatewayAttachmentId": "tgw-attach-1", "SubnetId": "=AppA"}""")),
            ("InDomainA", Hub.With("""InDomainA AWS::EC2::TransitGatewayMulticastDomainAssociation {"TransitGatewayMulticastDomainId": "=Domain", "TransitGatewayAttachmentId": "=Spoke", "SubnetId": "=EnterA"}""")),
            ("InDomainA", Hub.With("""Spoke AWS::EC2::TransitGatewayAttachment {"TransitGatewayId": "=Gateway", "VpcId": "=Vpc", "SubnetIds": ["=TransitB"]}""")),
            ("InDomainA", Hub.With("""Twice AWS::EC2::TransitGatewayMulticastDomainAssociation {"TransitGatewayMulticastDomainId": "tgw-mcast-domain-1", "TransitGatewayAttachmentId": "=Spoke", "SubnetId": "=AppA"}""")),
            ("Hears", Hub.With("""Hears AWS::EC2::TransitGatewayMulticastGroupMember {"TransitGatewayMulticastDomainId": "=Domain", "GroupIpAddress": "239.1.1.1", "NetworkInterfaceId": "eni-1"}""")),
            ("Speaks", Hub.With("""Domain AWS::EC2::TransitGatewayMulticastDomain {"TransitGatewayId": "=Gateway", "Options": {"Igmpv2Support": "enable", "StaticSourcesSupport": "disable"}}"""))),
        RuleCase.Of<TransitFlowLogRule>(Hub,
            ("Log", Hub.With("""Log AWS::EC2::FlowLog {"ResourceType": "TransitGateway", "ResourceId": "=Gateway"}""")),
            ("Log", Hub.With("""Log AWS::EC2::FlowLog {"ResourceType": "TransitGateway", "ResourceId": "=Gateway", "MaxAggregationInterval": 60, "TrafficType": "ALL"}""")),
            ("Log", Hub.With("""Log AWS::EC2::FlowLog {"ResourceType": "VPC", "ResourceId": "=Gateway", "MaxAggregationInterval": 60}"""))),
    ];
}
