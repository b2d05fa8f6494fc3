using System.Collections.Frozen;

namespace NetworkPatterns.Templates.Values;

/// <summary>What is known about the attributes of network resources: which are the resource itself, which repeat a property.</summary>
/// <remarks>Source: the "Return values" of each type in
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html</remarks>
internal static class ResourceAttributes
{
    // The attribute that stands for the resource itself, like its Ref.
    private static readonly FrozenDictionary<string, string[]> Identities = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["AWS::EC2::CarrierGateway"] = ["CarrierGatewayId"],
        ["AWS::EC2::CustomerGateway"] = ["CustomerGatewayId"],
        ["AWS::EC2::EIP"] = ["AllocationId", "PublicIp"],
        ["AWS::EC2::EgressOnlyInternetGateway"] = ["Id"],
        ["AWS::EC2::Instance"] = ["InstanceId"],
        ["AWS::EC2::InternetGateway"] = ["InternetGatewayId"],
        ["AWS::EC2::LaunchTemplate"] = ["LaunchTemplateId"],
        ["AWS::EC2::NatGateway"] = ["NatGatewayId"],
        ["AWS::EC2::NetworkAcl"] = ["Id"],
        ["AWS::EC2::NetworkInterface"] = ["Id"],
        ["AWS::EC2::PrefixList"] = ["PrefixListId", "Arn"],
        ["AWS::EC2::RouteTable"] = ["RouteTableId"],
        ["AWS::EC2::SecurityGroup"] = ["GroupId", "Id"],
        ["AWS::EC2::Subnet"] = ["SubnetId"],
        ["AWS::EC2::TransitGateway"] = ["Id", "TransitGatewayArn"],
        ["AWS::EC2::TransitGatewayAttachment"] = ["Id"],
        ["AWS::EC2::TransitGatewayConnect"] = ["TransitGatewayAttachmentId"],
        ["AWS::EC2::TransitGatewayPeeringAttachment"] = ["TransitGatewayAttachmentId"],
        ["AWS::EC2::TransitGatewayRouteTable"] = ["TransitGatewayRouteTableId"],
        ["AWS::EC2::TransitGatewayVpcAttachment"] = ["Id"],
        ["AWS::EC2::VPC"] = ["VpcId"],
        ["AWS::EC2::VPCEndpoint"] = ["Id"],
        ["AWS::EC2::VPCEndpointService"] = ["ServiceId"],
        ["AWS::EC2::VPCPeeringConnection"] = ["Id"],
        ["AWS::EC2::VPNConnection"] = ["VpnConnectionId"],
        ["AWS::EC2::VPNGateway"] = ["VPNGatewayId"],
        ["AWS::ElasticLoadBalancingV2::Listener"] = ["ListenerArn"],
        ["AWS::ElasticLoadBalancingV2::LoadBalancer"] = ["LoadBalancerArn"],
        ["AWS::ElasticLoadBalancingV2::TargetGroup"] = ["TargetGroupArn"],
        ["AWS::NetworkFirewall::Firewall"] = ["FirewallArn", "FirewallId"],
        ["AWS::NetworkFirewall::FirewallPolicy"] = ["FirewallPolicyArn", "FirewallPolicyId"],
        ["AWS::NetworkFirewall::RuleGroup"] = ["RuleGroupArn", "RuleGroupId"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // The attribute whose value is what a property says, where the property is given.
    private static readonly FrozenDictionary<(string Type, string Attribute), string> Echoes = new Dictionary<(string, string), string>
    {
        [("AWS::EC2::VPC", "CidrBlock")] = "CidrBlock",
        [("AWS::EC2::Subnet", "CidrBlock")] = "CidrBlock",
        [("AWS::EC2::Subnet", "AvailabilityZone")] = "AvailabilityZone",
        [("AWS::EC2::Subnet", "AvailabilityZoneId")] = "AvailabilityZoneId",
        [("AWS::EC2::Subnet", "VpcId")] = "VpcId",
        [("AWS::EC2::SecurityGroup", "VpcId")] = "VpcId",
        [("AWS::EC2::Instance", "AvailabilityZone")] = "AvailabilityZone",
        [("AWS::EC2::Instance", "PrivateIp")] = "PrivateIpAddress",
        [("AWS::EC2::Instance", "VpcId")] = "VpcId",
        [("AWS::EC2::NetworkInterface", "PrimaryPrivateIpAddress")] = "PrivateIpAddress",
        [("AWS::EC2::NetworkInterface", "VpcId")] = "VpcId",
    }.ToFrozenDictionary();

    public static bool IsIdentity(string type, string attribute) =>
        Identities.TryGetValue(type, out var attributes) && attributes.Contains(attribute, StringComparer.Ordinal);

    public static string? FindEcho(string type, string attribute) => Echoes.GetValueOrDefault((type, attribute));
}
