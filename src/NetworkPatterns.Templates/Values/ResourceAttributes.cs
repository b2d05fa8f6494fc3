using System.Collections.Frozen;

namespace NetworkPatterns.Templates.Values;

/// <summary>What is known about the attributes of network resources: which are the resource itself, which repeat a property.</summary>
/// <remarks>Source: the "Return values" of each type in
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html</remarks>
internal static class ResourceAttributes
{
    // The attributes that stand for the resource and are not named after it.
    private static readonly FrozenSet<(string Type, string Attribute)> OtherIdentities = new[]
    {
        ("AWS::EC2::EIP", "AllocationId"),
        ("AWS::EC2::EIP", "PublicIp"),
        ("AWS::EC2::SecurityGroup", "GroupId"),
        ("AWS::EC2::TransitGatewayConnect", "TransitGatewayAttachmentId"),
        ("AWS::EC2::TransitGatewayPeeringAttachment", "TransitGatewayAttachmentId"),
        ("AWS::EC2::VPCEndpointService", "ServiceId"),
    }.ToFrozenSet();

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
        [("AWS::ElasticLoadBalancingV2::LoadBalancer", "SecurityGroups")] = "SecurityGroups",
        [("AWS::SSM::Parameter", "Value")] = "Value",
    }.ToFrozenDictionary();

    private static readonly string[] NameEndings = ["Id", "Arn", "Ip", "IpAddress", "Name", "DefaultSecurityGroup", "DefaultNetworkAcl"];

    /// <summary>Whether an attribute stands for the resource: <c>Id</c>, <c>Arn</c>, <c>SubnetId</c>, <c>ListenerArn</c>...</summary>
    public static bool IsIdentity(string type, string attribute)
    {
        var end = attribute.EndsWith("Id", StringComparison.Ordinal) ? "Id"
            : attribute.EndsWith("Arn", StringComparison.Ordinal) ? "Arn"
            : null;
        var isNamedAfterType = end is not null
            && (attribute.Length == end.Length
                || attribute.AsSpan(0, attribute.Length - end.Length)
                    .Equals(type.AsSpan(type.LastIndexOf(':') + 1), StringComparison.OrdinalIgnoreCase));
        return isNamedAfterType || OtherIdentities.Contains((type, attribute));
    }

    /// <summary>The property that an attribute repeats; null where it repeats none.</summary>
    public static string? FindEcho(string type, string attribute) => Echoes.GetValueOrDefault((type, attribute));

    /// <summary>Whether an attribute is one identifier, address or name, rather than free text or a list.</summary>
    public static bool IsSingleName(string attribute) => NameEndings.Any(end => attribute.EndsWith(end, StringComparison.Ordinal));
}
