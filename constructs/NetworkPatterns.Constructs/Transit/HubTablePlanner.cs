using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Constructs.Transit;

/// <summary>Decides which Transit Gateway route tables there are, and their static routes.</summary>
/// <remarks>
/// A static route beats a propagated one of the same length, and the longest prefix beats both: blackholes of the private
/// ranges stop what a default route would carry to the internet, and let through what is more exactly known.
/// <para>Source: https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html#tgw-route-evaluation-overview</para>
/// </remarks>
internal static class HubTablePlanner
{
    public static ImmutableArray<HubTablePlan> TablesOf(SegmentPolicy policy) =>
    [
        .. policy.Segments.Keys.Select(segment => Table(segment, SegmentTableId(segment), OfSegment(segment, policy))),
        .. policy.HasInspection ? [Table(SegmentPolicy.InspectionTable, IdOf(SegmentPolicy.InspectionTable), OfInspection(policy))] : ImmutableArray<HubTablePlan>.Empty,
        .. policy.Peers.IsEmpty ? ImmutableArray<HubTablePlan>.Empty : [Table(SegmentPolicy.PeeringTable, IdOf(SegmentPolicy.PeeringTable), [])],
    ];

    /// <summary>The id of a table.</summary>
    public static string IdOf(string name) => name switch
    {
        SegmentPolicy.InspectionTable => "InspectionRouteTable",
        SegmentPolicy.PeeringTable => "PeeringRouteTable",
        _ => SegmentTableId(name),
    };

    /// <summary>What a destination is in ids: 10.0.0.0/8 becomes 10x0x0x0x8.</summary>
    public static string IdOf(Cidr destination) => destination.ToString().Replace('.', 'x').Replace(':', 'y').Replace('/', 'x');

    private static string SegmentTableId(string segment) => $"{ResourceName.Of(segment)}SegmentRouteTable";

    private static HubTablePlan Table(string name, string id, IEnumerable<(Cidr Destination, HubTarget? Target)> routes) =>
        new(name, id, [.. routes.OrderBy(route => route.Destination).Select(route => new HubRoutePlan($"{id}To{IdOf(route.Destination)}", route.Destination, route.Target))]);

    private static IEnumerable<(Cidr Destination, HubTarget? Target)> OfSegment(string segment, SegmentPolicy policy)
    {
        if (policy.EgressSegment is { } egress && policy.Allows(segment, egress))
        {
            yield return (Cidr.AnyIPv4, policy.Inspected.HasFlag(InspectedTraffic.NorthSouth) ? HubTarget.Inspection : HubTarget.Egress);
            foreach (var range in policy.PrivateRanges)
            {
                yield return (range, null);
            }
        }

        foreach (var (peer, range) in RemoteRanges(policy, remote => policy.Allows(segment, remote)))
        {
            yield return (range, policy.Inspected.HasFlag(InspectedTraffic.EastWest) ? HubTarget.Inspection : peer);
        }
    }

    private static IEnumerable<(Cidr Destination, HubTarget? Target)> OfInspection(SegmentPolicy policy)
    {
        if (policy.EgressSegment is not null && policy.Inspected.HasFlag(InspectedTraffic.NorthSouth))
        {
            yield return (Cidr.AnyIPv4, HubTarget.Egress);
            foreach (var range in policy.PrivateRanges)
            {
                yield return (range, null);
            }
        }

        if (policy.Inspected.HasFlag(InspectedTraffic.EastWest))
        {
            foreach (var (peer, range) in RemoteRanges(policy, remote => policy.Segments.Keys.Any(segment => policy.Allows(segment, remote))))
            {
                yield return (range, peer);
            }
        }
    }

    private static IEnumerable<(HubTarget Peer, Cidr Range)> RemoteRanges(SegmentPolicy policy, Func<string, bool> isWanted) =>
        from peer in policy.Peers
        where peer.IsAccepted
        from remote in peer.Segments
        where isWanted(remote.Key)
        from range in remote.Value
        select (new HubTarget(HubTargetKind.Peer, peer.Name), range);
}
