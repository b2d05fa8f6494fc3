using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Transit;

/// <summary>N66. Source: https://docs.aws.amazon.com/vpc/latest/tgw/tgw-multicast-overview.html</summary>
/// <remarks>
/// A template can't know what is deployed; it can say what replaces a gateway, so that neither a default of AWS nor of a library decides it. The
/// comparison of two templates reports a change of either as a replacement.
/// </remarks>
public sealed class MulticastRule() : ResourceRule(
    "N66",
    "A Transit Gateway says what replaces it, its ASN and multicast; a multicast domain is of one that routes it, and has subnets of attached VPCs.",
    Gateway,
    Domain,
    Association,
    Member,
    Source)
{
    private const string Gateway = "AWS::EC2::TransitGateway";
    private const string Domain = "AWS::EC2::TransitGatewayMulticastDomain";
    private const string Association = "AWS::EC2::TransitGatewayMulticastDomainAssociation";
    private const string Member = "AWS::EC2::TransitGatewayMulticastGroupMember";
    private const string Source = "AWS::EC2::TransitGatewayMulticastGroupSource";
    private const string On = "enable";

    protected override IEnumerable<string> Problems(Resource resource) => resource.Type switch
    {
        Gateway => OfGateway(resource),
        Domain => OfDomain(resource),
        Association => OfAssociation(resource),
        _ => OfInterface(resource),
    };

    private static IEnumerable<string> OfGateway(Resource gateway)
    {
        if (gateway["AmazonSideAsn"].Text is null || gateway["AmazonSideAsn"].IsIntrinsic)
        {
            yield return "leaves its ASN open, and another one replaces the gateway";
        }

        if (gateway["MulticastSupport"].Text is not (On or "disable"))
        {
            yield return "leaves MulticastSupport open, and another value replaces the gateway";
        }
    }

    private static IEnumerable<string> OfDomain(Resource domain)
    {
        if (domain["TransitGatewayId"].Target is { Type: Gateway } gateway && gateway["MulticastSupport"].Text != On)
        {
            yield return $"is of {gateway.LogicalId}, which routes no multicast";
        }

        if (domain["Options"]["Igmpv2Support"].Text == On && domain["Options"]["StaticSourcesSupport"].Text == On)
        {
            yield return "has IGMP and static sources, which exclude each other";
        }
    }

    private static IEnumerable<string> OfAssociation(Resource association)
    {
        if (association["TransitGatewayAttachmentId"].Target is not { } attachment || association["SubnetId"].Target is not { } subnet)
        {
            yield return Unknown("TransitGatewayAttachmentId or SubnetId", association["SubnetId"].Target is null ? association["SubnetId"] : association["TransitGatewayAttachmentId"]);
            yield break;
        }

        if (attachment["VpcId"].Key != subnet["VpcId"].Key)
        {
            yield return $"{subnet.LogicalId} is not of the VPC of {attachment.LogicalId}";
        }
        else if (attachment["SubnetIds"].Items.All(item => item.Target?.Zone() != subnet.Zone()))
        {
            yield return $"{attachment.LogicalId} has no subnet in {subnet.Zone()}, the zone of {subnet.LogicalId}";
        }

        if (association.Siblings(Association).Any(other => !ReferenceEquals(other, association) && ReferenceEquals(other["SubnetId"].Target, subnet)))
        {
            yield return $"{subnet.LogicalId} is in two multicast domains";
        }
    }

    private static IEnumerable<string> OfInterface(Resource registered)
    {
        var domain = registered["TransitGatewayMulticastDomainId"];
        if (!registered.Siblings(Association).Any(association => association["TransitGatewayMulticastDomainId"].Key == domain.Key && registered.DependsOn(association)))
        {
            yield return "does not depend on an association of a subnet with its domain";
        }

        if (registered.Type == Source && domain.Target is { Type: Domain } declared && declared["Options"]["StaticSourcesSupport"].Text != On)
        {
            yield return $"is a source of {declared.LogicalId}, which has no static sources";
        }
    }
}
