using System.Collections.Immutable;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Guarantees;

namespace NetworkPatterns.Constructs.Transit;

/// <summary>What an attached VPC's resources are made of, whoever made the VPC.</summary>
internal sealed record SpokeAttachment
{
    public required string Path { get; init; }

    public required SegmentPolicy Policy { get; init; }

    public required string Segment { get; init; }

    /// <summary>Where the attachment is associated and known; <see langword="null"/> where the hub's account says it.</summary>
    public required AttachmentRouting? Routing { get; init; }

    /// <summary>The VPC's ID.</summary>
    public required Value Vpc { get; init; }

    /// <summary>The IDs of the attachment's subnets, by zone.</summary>
    public required ImmutableArray<Value> Subnets { get; init; }

    /// <summary>Routes of the VPC's tables to the hub.</summary>
    public required ImmutableArray<SpokeRoute> Routes { get; init; }

    /// <summary>The VPC's blocks, by names that ids take.</summary>
    public required ImmutableArray<(string Name, Value Block)> Blocks { get; init; }

    public required bool HasIPv6 { get; init; }

    /// <summary>The names of the inputs that stand for the VPC's parts.</summary>
    public required ImmutableArray<string> Inputs { get; init; }

    /// <summary>What the VPC promises with those attached before it.</summary>
    public ImmutableArray<Guarantee> Guarantees { get; init; } = [];

    /// <summary>The VPC's blocks, where no template has the VPC.</summary>
    public ImmutableArray<Cidr> Outside { get; init; } = [];

    /// <summary>Whether a table of the hub leads to the VPC through the inspection.</summary>
    public bool NeedsInspection => Routing is { InspectedIn.IsEmpty: false };

    /// <summary>The hub's tables that are named, by their names.</summary>
    public ImmutableArray<string> Tables => Routing is { } routing
        ? [.. routing.Propagations.Concat(routing.InspectedIn).Append(routing.Association).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>The hub's own IDs that the blueprint needs, by the names of its inputs.</summary>
    public Dictionary<string, object> InputsOf(HubView hub)
    {
        var inputs = new Dictionary<string, object>(StringComparer.Ordinal) { [TransitGatewaySpokeBlueprint.GatewayInput] = hub.TransitGatewayId };
        if (Routing is null)
        {
            return inputs;
        }

        var tables = hub.RouteTables(Segment);
        foreach (var (table, id) in tables.PropagationRouteTableIds.Concat(tables.InspectedRouteTableIds).Append(new(Segment, tables.AssociationRouteTableId)))
        {
            inputs[HubTablePlanner.IdOf(table)] = id;
        }

        if (NeedsInspection)
        {
            inputs[TransitGatewaySpokeBlueprint.InspectionInput] = tables.InspectionAttachmentId!;
        }

        return inputs;
    }
}

/// <summary>A route of a VPC to the hub.</summary>
/// <param name="Id">Its id: the table and the destination.</param>
/// <param name="Table">The VPC's route table.</param>
/// <param name="Destination">Where packets go that follow it.</param>
internal sealed record SpokeRoute(string Id, Value Table, Cidr Destination);
