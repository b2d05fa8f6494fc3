using System.Collections.Frozen;

namespace NetworkPatterns.Network.Reading;

/// <summary>What a property may refer to: the resource types that are it, and how one outside the estate is called.</summary>
internal sealed record ResourceKind(string Type, FrozenSet<string> Types)
{
    public static ResourceKind Vpc { get; } = Of("AWS::EC2::VPC");

    public static ResourceKind Subnet { get; } = Of("AWS::EC2::Subnet");

    public static ResourceKind RouteTable { get; } = Of("AWS::EC2::RouteTable");

    public static ResourceKind NetworkAcl { get; } = Of("AWS::EC2::NetworkAcl");

    public static ResourceKind SecurityGroup { get; } = Of("AWS::EC2::SecurityGroup");

    public static ResourceKind PrefixList { get; } = Of("AWS::EC2::PrefixList");

    public static ResourceKind ElasticIp { get; } = Of("AWS::EC2::EIP");

    public static ResourceKind Instance { get; } = Of("AWS::EC2::Instance");

    public static ResourceKind NetworkInterface { get; } = Of("AWS::EC2::NetworkInterface");

    public static ResourceKind LaunchTemplate { get; } = Of("AWS::EC2::LaunchTemplate");

    public static ResourceKind LaunchConfiguration { get; } = Of("AWS::AutoScaling::LaunchConfiguration");

    public static ResourceKind InternetGateway { get; } = Of("AWS::EC2::InternetGateway");

    public static ResourceKind VpnGateway { get; } = Of("AWS::EC2::VPNGateway");

    public static ResourceKind VpnConnection { get; } = Of("AWS::EC2::VPNConnection");

    public static ResourceKind Peering { get; } = Of("AWS::EC2::VPCPeeringConnection");

    public static ResourceKind TransitGateway { get; } = Of("AWS::EC2::TransitGateway");

    public static ResourceKind TransitGatewayRouteTable { get; } = Of("AWS::EC2::TransitGatewayRouteTable");

    /// <summary>A firewall is one too: attached to a Transit Gateway, it gives its attachment's ID as an attribute.</summary>
    public static ResourceKind TransitGatewayAttachment { get; } = Of(
        "AWS::EC2::TransitGatewayAttachment",
        "AWS::EC2::TransitGatewayVpcAttachment",
        "AWS::EC2::TransitGatewayPeeringAttachment",
        "AWS::EC2::TransitGatewayConnect",
        "AWS::NetworkFirewall::Firewall");

    public static ResourceKind ClientVpnEndpoint { get; } = Of("AWS::EC2::ClientVpnEndpoint");

    public static ResourceKind EndpointService { get; } = Of("AWS::EC2::VPCEndpointService");

    public static ResourceKind LoadBalancer { get; } =
        Of("AWS::ElasticLoadBalancingV2::LoadBalancer", "AWS::ElasticLoadBalancing::LoadBalancer");

    public static ResourceKind Listener { get; } = Of("AWS::ElasticLoadBalancingV2::Listener");

    public static ResourceKind TargetGroup { get; } = Of("AWS::ElasticLoadBalancingV2::TargetGroup");

    public static ResourceKind Firewall { get; } = Of("AWS::NetworkFirewall::Firewall");

    public static ResourceKind FirewallPolicy { get; } = Of("AWS::NetworkFirewall::FirewallPolicy");

    public static ResourceKind FirewallRuleGroup { get; } = Of("AWS::NetworkFirewall::RuleGroup");

    public static ResourceKind LatticeServiceNetwork { get; } = Of("AWS::VpcLattice::ServiceNetwork");

    public static ResourceKind LatticeService { get; } = Of("AWS::VpcLattice::Service");

    /// <summary>Anything that a type names as its group of subnets, cluster or the like.</summary>
    public static ResourceKind Of(params string[] types) => new(types[0], types.ToFrozenSet(StringComparer.Ordinal));
}
