using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Transit;

/// <summary>Transit Gateway resources of a template, and how they belong together.</summary>
internal static class TransitView
{
    public const string Attachment = "AWS::EC2::TransitGatewayAttachment";
    public const string OtherAttachment = "AWS::EC2::TransitGatewayVpcAttachment";
    public const string Peering = "AWS::EC2::TransitGatewayPeeringAttachment";
    public const string Connect = "AWS::EC2::TransitGatewayConnect";
    public const string Association = "AWS::EC2::TransitGatewayRouteTableAssociation";
    public const string Propagation = "AWS::EC2::TransitGatewayRouteTablePropagation";
    public const string Route = "AWS::EC2::TransitGatewayRoute";
    public const string Firewall = "AWS::NetworkFirewall::Firewall";
    private const int HashLength = 8;

    /// <summary>The resources of a type in the same template.</summary>
    public static IEnumerable<Resource> Siblings(this Resource resource, string type) => resource.Template.Resources.Where(other => other.Type == type);

    /// <summary>Whether a Transit Gateway has route tables of its own.</summary>
    public static bool HasRouteTables(this Resource gateway) => gateway.Referring("AWS::EC2::TransitGatewayRouteTable", "TransitGatewayId").Any();

    /// <summary>What a logical ID says without CDK's hash.</summary>
    public static string Stem(this Resource resource) =>
        resource.LogicalId.Length > HashLength && resource.LogicalId[^HashLength..].All(char.IsAsciiHexDigitUpper) ? resource.LogicalId[..^HashLength] : resource.LogicalId;

    /// <summary>The subnets in which a firewall or Gateway Load Balancer endpoint lives, and attachments' ones.</summary>
    public static IEnumerable<Value> ReservedSubnets(Resource resource) => resource.Type switch
    {
        Attachment or OtherAttachment => resource["SubnetIds"].Items,
        Firewall => resource["SubnetMappings"].Items.Select(mapping => mapping["SubnetId"]),
        "AWS::EC2::VPCEndpoint" when resource["VpcEndpointType"].Text == "GatewayLoadBalancer" => resource["SubnetIds"].Items,
        _ => [],
    };

    /// <summary>Whether a VPC holds endpoints of an inspection.</summary>
    public static bool HoldsInspection(Resource vpc) => vpc.Template.Resources.Any(resource => resource.Type switch
    {
        Firewall => ReferenceEquals(resource["VpcId"].Target, vpc),
        "AWS::EC2::VPCEndpoint" => resource["VpcEndpointType"].Text == "GatewayLoadBalancer" && ReferenceEquals(resource["VpcId"].Target, vpc),
        _ => false,
    });

    /// <summary>Whether a value names the attachment of an inspection in the same template.</summary>
    public static bool IsInspection(Value attachment) => attachment.Target is { } target
        && (target.Type == Firewall || (target["VpcId"].Target is { } vpc && HoldsInspection(vpc)));
}
