using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Transit;

/// <summary>N58. Source: https://docs.aws.amazon.com/network-firewall/latest/developerguide/arch-igw-ngw.html</summary>
/// <remarks>Routes whose table or inspection is of another template are proved by the analyzer instead.</remarks>
public sealed class InspectedTableRule() : ResourceRule(
    "N58", "What is reached through an inspection is reached no other way from that table, and the inspection's own table knows the way to it.", TransitView.Route)
{
    protected override bool Applies(Resource route) =>
        TransitView.IsInspection(route["TransitGatewayAttachmentId"]) && AddressRange.Of(route["DestinationCidrBlock"])?.IsEverything == false;

    protected override IEnumerable<string> Problems(Resource route)
    {
        var inspection = route["TransitGatewayAttachmentId"].Key;
        var propagations = route.Siblings(TransitView.Propagation).ToList();
        var spokes = route.Siblings(TransitView.Attachment).Where(attachment => IsBehind(attachment, route)).ToList();
        var after = route.Siblings(TransitView.Association)
            .Where(association => association["TransitGatewayAttachmentId"].Key == inspection)
            .Select(association => association["TransitGatewayRouteTableId"].Key)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var spoke in spokes)
        {
            var tables = propagations.Where(propagation => ReferenceEquals(propagation["TransitGatewayAttachmentId"].Target, spoke))
                .Select(propagation => propagation["TransitGatewayRouteTableId"].Key)
                .ToHashSet(StringComparer.Ordinal);
            if (tables.Contains(route["TransitGatewayRouteTableId"].Key))
            {
                yield return $"{spoke.LogicalId} propagates into the same table, past the inspection";
            }

            if (!tables.Overlaps(after))
            {
                yield return $"the inspection's table does not know the way to {spoke.LogicalId}";
            }
        }
    }

    private static bool IsBehind(Resource attachment, Resource route) =>
        attachment["VpcId"].Target?.Blocks().Any(block => block.Range is { } range && AddressRange.Of(route["DestinationCidrBlock"]) == range) == true;
}
