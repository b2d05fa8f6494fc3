using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Connectivity;

/// <summary>A route of one side to the other.</summary>
/// <param name="Id">Its id: the side, the table and the destination.</param>
/// <param name="RouteTable">The table.</param>
/// <param name="Destination">A block of the other side, or a part of one.</param>
/// <param name="IsIPv6">The family.</param>
internal sealed record PeeringRoutePlan(string Id, Value RouteTable, Value Destination, bool IsIPv6)
{
    /// <summary>The routes of one side: every table of it to every destination in the other that both have the family of.</summary>
    public static ImmutableArray<PeeringRoutePlan> Of(string word, PeeringSide side, PeeringSide peer, ExternalValues values)
    {
        var destinations = peer.Destinations is { } parts
            ? [.. parts.Order(StringComparer.Ordinal).Select(part => new PeeringBlock(PeeringBlock.NameOf(part), part, part.Contains(':', StringComparison.Ordinal)))]
            : peer.Blocks;
        return
        [
            .. from table in side.RouteTables
               let tableId = values.Of($"{word}{ResourceName.Of(table.Key)}", table.Value)
               from block in destinations
               where !block.IsIPv6 || side.Blocks.Any(own => own.IsIPv6)
               select new PeeringRoutePlan(
                   $"{word}{ResourceName.Of(table.Key)}To{ResourceName.Of(block.Name)}",
                   tableId,
                   values.Of($"{word}Peer{ResourceName.Of(block.Name)}", block.Text),
                   block.IsIPv6),
        ];
    }

    /// <summary>The resource.</summary>
    public BlueprintResource ToResource(Value connection) => new(Id, "AWS::EC2::Route", Value.Map(
        ("RouteTableId", RouteTable),
        (IsIPv6 ? "DestinationIpv6CidrBlock" : "DestinationCidrBlock", Destination),
        ("VpcPeeringConnectionId", connection)));
}
