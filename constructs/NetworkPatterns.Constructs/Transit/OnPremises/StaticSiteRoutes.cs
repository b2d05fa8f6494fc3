using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Transit.OnPremises;

/// <summary>Routes of a Transit Gateway to a site without BGP, in every table that reaches the site directly.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpn-attachments.html</remarks>
internal sealed record StaticSiteRoutes(string Path, IReadOnlyList<string> Ranges, SegmentRouteTables Tables)
{
    private const string AttachmentInput = "AttachmentId";

    public IReadOnlyDictionary<string, object> InputsFor(string attachmentId) => Tables.PropagationRouteTableIds
        .ToDictionary(table => HubTablePlanner.IdOf(table.Key), table => (object)table.Value, StringComparer.Ordinal)
        .Append(new(AttachmentInput, attachmentId))
        .ToDictionary(StringComparer.Ordinal);

    public Blueprint ToBlueprint()
    {
        var builder = new BlueprintBuilder();
        var attachment = builder.AddInput(AttachmentInput);
        foreach (var table in Tables.PropagationRouteTableIds.Keys)
        {
            var tableId = builder.AddInput(HubTablePlanner.IdOf(table));
            foreach (var range in Ranges)
            {
                builder.Add(
                    $"{HubTablePlanner.IdOf(table)}To{ResourceName.OfRange(range)}",
                    "AWS::EC2::TransitGatewayRoute",
                    ("TransitGatewayRouteTableId", tableId),
                    ("DestinationCidrBlock", range),
                    ("TransitGatewayAttachmentId", attachment));
            }
        }

        return builder.Build(Path);
    }
}
