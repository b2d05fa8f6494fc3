using System.Collections.Immutable;

namespace NetworkPatterns.TemplateRules.Reading;

/// <summary>How the network resources of one template belong together.</summary>
public static class VpcView
{
    /// <summary>The resources of a type whose property refers to another resource.</summary>
    public static IEnumerable<Resource> Referring(this Resource target, string type, string property) =>
        target.Template.Resources.Where(resource => resource.Type == type && ReferenceEquals(resource[property].Target, target));

    /// <summary>The blocks of a VPC.</summary>
    public static ImmutableArray<VpcBlock> Blocks(this Resource vpc) => VpcBlocks.Of(vpc);

    /// <summary>The subnets of a VPC.</summary>
    public static IEnumerable<Resource> Subnets(this Resource vpc) => vpc.Referring("AWS::EC2::Subnet", "VpcId");

    /// <summary>The route tables associated with a subnet: one, in a sound template.</summary>
    public static ImmutableArray<Resource> RouteTables(this Resource subnet) =>
    [
        .. subnet.Referring("AWS::EC2::SubnetRouteTableAssociation", "SubnetId")
            .Select(association => association["RouteTableId"].Target)
            .OfType<Resource>(),
    ];

    /// <summary>The subnets associated with a route table.</summary>
    public static IEnumerable<Resource> SubnetsOfTable(this Resource routeTable) =>
        routeTable.Referring("AWS::EC2::SubnetRouteTableAssociation", "RouteTableId")
            .Select(association => association["SubnetId"].Target)
            .OfType<Resource>();

    /// <summary>The routes of a route table.</summary>
    public static IEnumerable<Resource> Routes(this Resource routeTable) => routeTable.Referring("AWS::EC2::Route", "RouteTableId");

    /// <summary>The network ACLs associated with a subnet.</summary>
    public static IEnumerable<Resource> NetworkAcls(this Resource subnet) =>
        subnet.Referring("AWS::EC2::SubnetNetworkAclAssociation", "SubnetId")
            .Select(association => association["NetworkAclId"].Target)
            .OfType<Resource>();

    /// <summary>The internet gateway attachments of a VPC.</summary>
    public static IEnumerable<Resource> InternetGatewayAttachments(this Resource vpc) =>
        vpc.Referring("AWS::EC2::VPCGatewayAttachment", "VpcId").Where(attachment => attachment["InternetGatewayId"].Exists);

    /// <summary>Whether a route sends everything of a family, by its destination.</summary>
    public static bool IsDefaultRoute(this Resource route) =>
        route["DestinationCidrBlock"].Text == "0.0.0.0/0" || route["DestinationIpv6CidrBlock"].Text == "::/0";

    /// <summary>Whether a route's gateway is an internet gateway of the template.</summary>
    public static bool IsToInternetGateway(this Resource route) => route["GatewayId"].Target?.Type == "AWS::EC2::InternetGateway";

    /// <summary>Whether a NAT gateway is regional.</summary>
    public static bool IsRegionalNat(this Resource nat) => nat["AvailabilityMode"].Text == "regional";

    /// <summary>Whether a NAT gateway is private.</summary>
    public static bool IsPrivateNat(this Resource nat) => nat["ConnectivityType"].Text == "private";

    /// <summary>A subnet's zone as a comparable text: its name, its ID, or the expression that gives it; null when absent.</summary>
    public static string? Zone(this Resource subnet) =>
        subnet["AvailabilityZone"] is { Exists: true } name ? name.Key
        : subnet["AvailabilityZoneId"] is { Exists: true } id ? id.Key
        : null;

    /// <summary>Whether a subnet has IPv6 addresses.</summary>
    public static bool HasIPv6(this Resource subnet) =>
        subnet["Ipv6CidrBlock"].Exists || subnet["Ipv6IpamPoolId"].Exists || subnet["Ipv6Native"].Flag == true;
}

/// <summary>What a subnet is for, as its tags say in CDK's words: <c>aws-cdk:subnet-type</c> is <c>Public</c>, <c>Private</c> (with egress) or <c>Isolated</c>.</summary>
public static class SubnetTags
{
    /// <summary>The subnet's type; null when the tag is absent.</summary>
    public static string? SubnetType(this Resource subnet) => subnet.Tag("aws-cdk:subnet-type");

    /// <summary>The subnet's tier; null when the tag is absent.</summary>
    public static string? TierName(this Resource subnet) => subnet.Tag("aws-cdk:subnet-name");
}
