using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Guarantees;

namespace NetworkPatterns.Constructs.Transit;

/// <summary>The association of an attachment, its propagations, and the routes that reach it through an inspection.</summary>
/// <remarks>
/// The association's id names no segment: CloudFormation deletes the old one before it makes the new one, so that an attachment
/// moves from one segment to another in one deployment, with a short gap. A propagation is of one table, whose name is in its id.
/// </remarks>
internal static class AttachmentRoutingBlueprint
{
    public const string AssociationId = "Association";

    /// <summary>Adds them.</summary>
    /// <param name="builder">The blueprint.</param>
    /// <param name="routing">Where the attachment is associated and known.</param>
    /// <param name="attachment">The attachment's ID.</param>
    /// <param name="tableId">The ID of a table by its name.</param>
    /// <param name="blocks">The ranges behind the attachment, by names that ids take.</param>
    /// <param name="inspection">The ID of the inspection's attachment.</param>
    /// <param name="metadata">The association's metadata.</param>
    public static void Add(
        BlueprintBuilder builder,
        AttachmentRouting routing,
        Value attachment,
        Func<string, Value> tableId,
        ImmutableArray<(string Name, Value Block)> blocks,
        Value? inspection,
        MapValue? metadata = null)
    {
        builder.Add(new(AssociationId, "AWS::EC2::TransitGatewayRouteTableAssociation", Value.Map(
            ("TransitGatewayAttachmentId", attachment),
            ("TransitGatewayRouteTableId", tableId(routing.Association))))
        {
            Metadata = metadata ?? MapValue.Empty,
        });
        foreach (var table in routing.Propagations)
        {
            builder.Add(
                $"{Part(table)}Propagation",
                "AWS::EC2::TransitGatewayRouteTablePropagation",
                ("TransitGatewayAttachmentId", attachment),
                ("TransitGatewayRouteTableId", tableId(table)));
        }

        foreach (var (table, (name, block)) in from table in routing.InspectedIn from block in blocks select (table, block))
        {
            builder.Add(
                $"{Part(table)}RouteTo{name}",
                "AWS::EC2::TransitGatewayRoute",
                ("TransitGatewayRouteTableId", tableId(table)),
                ("DestinationCidrBlock", block),
                ("TransitGatewayAttachmentId", inspection!));
        }
    }

    /// <summary>The metadata of an association whose attachment leads out of the templates, and what is promised of it.</summary>
    public static MapValue MetadataOf(OutsideNetwork outside, string path = "", params ImmutableArray<Guarantee> guarantees) => Value.Map(
        (OutsideNetwork.MetadataKey, outside.Ranges.IsEmpty ? null : Value.FromJson(outside.ToJson())),
        (GuaranteeSet.MetadataKey, guarantees.IsEmpty ? null : Value.FromJson(new GuaranteeSet(path, guarantees).ToJson())));

    // The tables that are no segment's have names that no segment can have.
    private static string Part(string table) => table.StartsWith('@') ? ResourceName.Of(table[1..]) : $"{ResourceName.Of(table)}Segment";
}
