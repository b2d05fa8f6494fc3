namespace NetworkPatterns.Network.Reachability;

/// <summary>Why packets do not pass: codes of AWS Reachability Analyzer, and a few of ours where it has none.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/reachability/explanation-codes.html</remarks>
public static class ExplanationCode
{
    /// <summary>Groups of an interface have no rule that applies.</summary>
    public const string SecurityGroupRules = "ENI_SG_RULES_MISMATCH";

    /// <summary>Groups of an interface have no rules at all.</summary>
    public const string SecurityGroupHasNoRules = "SG_HAS_NO_RULES";

    /// <summary>A rule names a group, and something on the way hides who sent the packet.</summary>
    public const string ReferencesNotPreserved = "SG_REFERENCES_NOT_PRESERVED";

    /// <summary>A rule names a group across a Transit Gateway that does not support it.</summary>
    public const string ReferencingSupport = "SG_REFERENCING_SUPPORT";

    /// <summary>A network ACL does not let the packet into or out of a subnet.</summary>
    public const string NetworkAcl = "SUBNET_ACL_RESTRICTION";

    /// <summary>A network ACL of a Classic load balancer's subnet, which it passes even to targets inside.</summary>
    public const string ClassicNetworkAcl = "ELB_ACL_RESTRICTION";

    /// <summary>The route table has no route.</summary>
    public const string NoRoute = "NO_ROUTE_TO_DESTINATION";

    /// <summary>The route that would do loses to a longer prefix.</summary>
    public const string MoreSpecificRoute = "MORE_SPECIFIC_ROUTE";

    /// <summary>The route that would do loses to another one of the same prefix.</summary>
    public const string HigherPriorityRoute = "HIGHER_PRIORITY_ROUTE";

    /// <summary>The table has a route there, for other destinations.</summary>
    public const string CannotRoute = "CANNOT_ROUTE";

    /// <summary>An appliance behind an internet gateway has no public address.</summary>
    public const string IngressApplianceAddress = "INGRESS_RTB_NO_PUBLIC_IP";

    /// <summary>The route leads nowhere.</summary>
    public const string BadStateRoute = "BAD_STATE_ROUTE";

    /// <summary>The interface only sends and receives for itself.</summary>
    public const string SourceDestCheck = "ENI_SOURCE_DEST_CHECK_RESTRICTION";

    /// <summary>The address in front of the internet gateway is missing, going out.</summary>
    public const string NoPublicAddressEgress = "IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS";

    /// <summary>The address in front of the internet gateway is missing, coming in.</summary>
    public const string NoPublicAddressIngress = "IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS";

    /// <summary>Internet gateways reject destinations of RFC 1918.</summary>
    public const string PrivateDestination = "IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS";

    /// <summary>A subnet whose incoming traffic is sent to a middlebox cannot go out directly.</summary>
    public const string TrafficRedirection = "INGRESS_RTB_TRAFFIC_REDIRECTION";

    /// <summary>VPC Block Public Access.</summary>
    public const string BlockPublicAccess = "VPC_BLOCK_PUBLIC_ACCESS_ENABLED";

    /// <summary>A NAT gateway takes packets from its own VPC only.</summary>
    public const string NatSourceNotInVpc = "NGW_REQUIRES_SOURCE_IN_VPC";

    /// <summary>A regional NAT gateway does not cover the zone.</summary>
    public const string RegionalNatZone = "REGIONAL_NGW_ROUTE_AZ_RESTRICTION";

    /// <summary>The component takes certain protocols only.</summary>
    public const string Protocol = "PROTOCOL_RESTRICTION";

    /// <summary>A gateway endpoint takes TCP and ICMP echo only.</summary>
    public const string GatewayEndpointProtocol = "VPCE_GATEWAY_PROTOCOL_RESTRICTION";

    /// <summary>An interface endpoint opens no conversations.</summary>
    public const string EndpointInitiates = "VPCE_INTRA_VPC_TRAFFIC";

    /// <summary>The endpoint service has no load balancer in the endpoint's zone.</summary>
    public const string EndpointServiceZone = "VPCE_SERVICE_NOT_INSTALLED_IN_AZ";

    /// <summary>A peering connection carries only what is between its two VPCs.</summary>
    public const string PeeringAddress = "PCX_REQUIRES_ADDRESS_IN_VPC_CIDR";

    /// <summary>A virtual private gateway takes packets of its VPC's interfaces only.</summary>
    public const string VpnGatewayEgress = "VGW_PRIVATE_IP_ASSOCIATION_FOR_EGRESS";

    /// <summary>The Transit Gateway has no attachment subnet in the zone.</summary>
    public const string TransitGatewayZone = "TGW_ROUTE_AZ_RESTRICTION";

    /// <summary>The attachment is associated with no table.</summary>
    public const string TransitGatewayAssociation = "TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION";

    /// <summary>Ours: the attachment of a VPC carries no IPv6.</summary>
    public const string TransitGatewayIpv6 = "TGW_ATTACH_IPV6_SUPPORT";

    /// <summary>The Transit Gateway table has no route to the attachment.</summary>
    public const string TransitGatewayNoRoute = "TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT";

    /// <summary>The Transit Gateway route that would do loses to a longer prefix.</summary>
    public const string TransitGatewayMoreSpecificRoute = "TGW_RTB_MORE_SPECIFIC_ROUTE";

    /// <summary>The Transit Gateway route that would do loses to another one of the same prefix.</summary>
    public const string TransitGatewayHigherPriorityRoute = "TGW_RTB_HIGHER_PRIORITY_ROUTE";

    /// <summary>The Transit Gateway table has a route to the attachment, for other destinations.</summary>
    public const string TransitGatewayCannotRoute = "TGW_RTB_CANNOT_ROUTE";

    /// <summary>The Transit Gateway route is a blackhole.</summary>
    public const string TransitGatewayBlackhole = "TGW_RTB_BAD_STATE_ROUTE";

    /// <summary>A rule of AWS Network Firewall.</summary>
    public const string Firewall = "FIREWALL_RULES_RESTRICTION";

    /// <summary>No listener of the load balancer accepts the traffic.</summary>
    public const string Listener = "ELBV2_LISTENERS_MISMATCH";

    /// <summary>The load balancer sends to registered targets only.</summary>
    public const string TargetAddress = "TARGET_ADDRESS_RESTRICTION";

    /// <summary>The load balancer sends to the registered port only.</summary>
    public const string TargetPort = "TARGET_PORT_RESTRICTION";

    /// <summary>The load balancer does not reach targets of this zone.</summary>
    public const string TargetZone = "ELB_INSTALLED_AZ_RESTRICTION";

    /// <summary>The component delivers to nobody: nothing answers there.</summary>
    public const string NoDestination = "NO_POSSIBLE_DESTINATION";

    /// <summary>Nothing connects the two VPCs.</summary>
    public const string DisconnectedVpcs = "DISCONNECTED_VPCS";

    /// <summary>There is no way at all.</summary>
    public const string NoPath = "NO_PATH";

    /// <summary>Ours: an egress-only internet gateway lets nothing in.</summary>
    public const string EgressOnly = "EIGW_EGRESS_ONLY";

    /// <summary>Ours: packets and answers pass different firewall endpoints, so the firewall does not know the flow.</summary>
    public const string AsymmetricFirewall = "FIREWALL_ASYMMETRIC_ROUTING";

    /// <summary>Ours: neither end has an address of the IP version asked about, or they have none in common.</summary>
    public const string NoCommonIpVersion = "NO_COMMON_IP_VERSION";

    /// <summary>Ours: what locks an origin does not let in its own distribution.</summary>
    public const string OriginLock = "ORIGIN_LOCK";
}
