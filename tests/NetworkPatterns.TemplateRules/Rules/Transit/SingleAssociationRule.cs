using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Transit;

/// <summary>N53. An attachment to a gateway that is named by a literal ID is another account's to associate; a gateway without tables associates by default.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-transitgatewayroutetableassociation.html</remarks>
public sealed class SingleAssociationRule() : ResourceRule(
    "N53", "An attachment has exactly one association, whose logical ID does not name the route table.", TransitView.Attachment, TransitView.Connect, TransitView.Association)
{
    protected override bool Applies(Resource resource) => resource.Type == TransitView.Association
        || (resource["TransitGatewayId"].Target is { Type: "AWS::EC2::TransitGateway" } gateway ? gateway.HasRouteTables() : resource["TransitGatewayId"].Text is null);

    protected override IEnumerable<string> Problems(Resource resource)
    {
        if (resource.Type == TransitView.Association)
        {
            if (resource["TransitGatewayRouteTableId"].Target is { } table && resource.LogicalId.Contains(table.Stem(), StringComparison.Ordinal))
            {
                yield return $"is named after {table.LogicalId}: moved to another table, it would be made before the old one is gone";
            }

            yield break;
        }

        var count = resource.Referring(TransitView.Association, "TransitGatewayAttachmentId").Count();
        if (count != 1)
        {
            yield return $"has {count} associations";
        }
    }
}
