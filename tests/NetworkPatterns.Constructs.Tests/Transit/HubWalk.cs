using System.Collections.Immutable;
using NetworkPatterns.Constructs.Transit;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Constructs.Tests.Transit;

/// <summary>Follows a packet over the planned tables of hubs and VPCs, by nothing but their entries.</summary>
internal sealed class HubWalk(ImmutableArray<WalkedHub> hubs)
{
    private const int MostTables = 10;

    /// <summary>Where a packet of a spoke ends.</summary>
    public Arrival From(TransitGatewaySpokePlan sender, Cidr destination)
    {
        var hub = hubs.Single(hub => hub.Spokes.Contains(sender));
        var leaves = sender.Routes.Where(route => route.Table.Tier.Name == "app").GroupBy(route => route.Table)
            .All(table => table.Any(route => route.Destination.Contains(destination)));
        return leaves ? From(hub, sender.Routing!.Association, destination) : Arrival.Nowhere("the VPC has no route");
    }

    /// <summary>Where a packet ends that a table of a hub routes.</summary>
    public Arrival From(WalkedHub hub, string table, Cidr destination)
    {
        var (inspections, name) = (0, table);
        for (var step = 0; step < MostTables; step++)
        {
            switch (Lookup(hub, name, destination))
            {
                case null:
                    return Arrival.Nowhere($"{name} has no route") with { Inspections = inspections };
                case { IsBlackhole: true }:
                    return Arrival.Nowhere($"{name} has a blackhole") with { Inspections = inspections };
                case { Spoke: { } spoke }:
                    return new(spoke.Path, inspections);
                case { Target: { Kind: HubTargetKind.Egress } }:
                    return new(Arrival.Internet, inspections);
                case { Target: { Kind: HubTargetKind.Inspection } }:
                    inspections++;
                    name = SegmentPolicy.InspectionTable;
                    break;
                case { Target: { Kind: HubTargetKind.Peer, Name: { } peer } }:
                    hub = hubs.Single(other => other.Name == peer);
                    name = SegmentPolicy.PeeringTable;
                    break;
            }
        }

        return Arrival.Nowhere("the packet circles");
    }

    // Longest prefix first, then static before propagated.
    private static Entry? Lookup(WalkedHub hub, string table, Cidr destination) =>
        Entries(hub, table)
            .Where(entry => entry.Destination.Contains(destination))
            .OrderByDescending(entry => entry.Destination.PrefixLength)
            .ThenBy(entry => entry.IsPropagated)
            .FirstOrDefault();

    private static IEnumerable<Entry> Entries(WalkedHub hub, string table)
    {
        foreach (var route in hub.Tables.Single(candidate => candidate.Name == table).Routes)
        {
            yield return new(route.Destination, route.Target, Spoke: null, IsPropagated: false);
        }

        foreach (var spoke in hub.Spokes)
        {
            foreach (var block in spoke.Network.Addresses.CidrBlocks.Select(block => block.Block))
            {
                if (spoke.Routing!.InspectedIn.Contains(table))
                {
                    yield return new(block, HubTarget.Inspection, Spoke: null, IsPropagated: false);
                }

                if (spoke.Routing.Propagations.Contains(table))
                {
                    yield return new(block, Target: null, spoke, IsPropagated: true);
                }
            }
        }
    }

    private sealed record Entry(Cidr Destination, HubTarget? Target, TransitGatewaySpokePlan? Spoke, bool IsPropagated)
    {
        public bool IsBlackhole => Target is null && Spoke is null;
    }
}

/// <summary>A hub with its spokes.</summary>
internal sealed record WalkedHub(string Name, ImmutableArray<HubTablePlan> Tables, ImmutableArray<TransitGatewaySpokePlan> Spokes);

/// <summary>Where a packet ends: a spoke's path, the internet, or nowhere; and how often it was inspected.</summary>
internal sealed record Arrival(string At, int Inspections)
{
    public const string Internet = "the internet";

    public static Arrival Nowhere(string why) => new($"nowhere: {why}", 0);
}
