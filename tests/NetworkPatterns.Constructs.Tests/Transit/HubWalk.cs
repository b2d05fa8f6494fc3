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

    /// <summary>Where a packet ends that comes out of a Connect attachment.</summary>
    public Arrival From(SegmentAttachmentPlan sender, Cidr destination) =>
        From(hubs.Single(hub => hub.Connects.Contains(sender)), sender.Routing.Association, destination);

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
                case { Attachment: { } attachment }:
                    return new(attachment, inspections);
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
            yield return new(route.Destination, route.Target, Attachment: null, IsPropagated: false);
        }

        // What a VPC has, and what appliances say by BGP, a propagation learns alike; the ways through an inspection are static.
        var attachments = hub.Spokes.Select(spoke => (spoke.Path, Routing: spoke.Routing!, Blocks: WalkedHub.BlocksOf(spoke)))
            .Concat(hub.Connects.Select(connect => (connect.Path, connect.Routing, Blocks: connect.Ranges.AsEnumerable())));
        foreach (var (path, routing, block) in from attachment in attachments from block in attachment.Blocks select (attachment.Path, attachment.Routing, block))
        {
            if (routing.InspectedIn.Contains(table))
            {
                yield return new(block, HubTarget.Inspection, Attachment: null, IsPropagated: false);
            }

            if (routing.Propagations.Contains(table))
            {
                yield return new(block, Target: null, path, IsPropagated: true);
            }
        }
    }

    private sealed record Entry(Cidr Destination, HubTarget? Target, string? Attachment, bool IsPropagated)
    {
        public bool IsBlackhole => Target is null && Attachment is null;
    }
}

/// <summary>A hub with its spokes and Connect attachments.</summary>
internal sealed record WalkedHub(
    string Name, ImmutableArray<HubTablePlan> Tables, ImmutableArray<TransitGatewaySpokePlan> Spokes, ImmutableArray<SegmentAttachmentPlan> Connects)
{
    /// <summary>All blocks of a spoke, with the IPv6 one that Amazon or a pool would give it.</summary>
    public static IEnumerable<Cidr> BlocksOf(TransitGatewaySpokePlan spoke) =>
        [.. spoke.Network.Addresses.CidrBlocks.Select(block => block.Block), .. spoke.Network.HasIPv6 ? [Ipv6Of(spoke)] : ImmutableArray<Cidr>.Empty];

    /// <summary>10.7.0.0/16 has 2001:db8:700::/56.</summary>
    public static Cidr Ipv6Of(TransitGatewaySpokePlan spoke)
    {
        var second = (int)(spoke.Network.Addresses.Primary.Block.First >> 16) & 0xff;
        return Cidr.Parse(System.FormattableString.Invariant($"2001:db8:{second << 8:x}::/56"));
    }
}

/// <summary>Where a packet ends: a spoke's path, the internet, or nowhere; and how often it was inspected.</summary>
internal sealed record Arrival(string At, int Inspections)
{
    public const string Internet = "the internet";

    public static Arrival Nowhere(string why) => new($"nowhere: {why}", 0);
}
