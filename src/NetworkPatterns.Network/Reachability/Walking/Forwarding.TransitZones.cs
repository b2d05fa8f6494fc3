using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability.Index;
using NetworkPatterns.Network.Reachability.Packets;

namespace NetworkPatterns.Network.Reachability.Walking;

/// <summary>The zone in which a Transit Gateway takes packets from a VPC, and the one in which it hands them over.</summary>
/// <remarks>
/// Zones and appliance mode: https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html#tgw-az-affinity
/// </remarks>
internal sealed partial class Forwarding
{
    private static IEnumerable<(SubnetNode Subnet, Doubts Doubts)> EntrySubnets(AttachmentNode attachment, SubnetNode from)
    {
        foreach (var subnet in attachment.Subnets)
        {
            if (from.Subnet.Zone.IsKnown && subnet.Subnet.Zone.IsKnown)
            {
                if (from.Subnet.Zone.Value == subnet.Subnet.Zone.Value)
                {
                    yield return (subnet, Doubts.None);
                    yield break;
                }
            }
            else
            {
                yield return (subnet, Doubts.On(from.Subnet.Zone.Unknown ?? subnet.Subnet.Zone.Unknown));
            }
        }
    }

    private static IEnumerable<(SubnetNode Subnet, Doubts Doubts, bool IsPinned)> ExitSubnets(Flow flow, AttachmentNode attachment, VpcNode vpc)
    {
        var candidates = attachment.Subnets;
        var mode = attachment.Model.ApplianceMode;
        var pins = flow.Asked?.PinnedZones ?? flow.PinnedZones;
        if (mode.Or(true) && pins.TryGetValue(attachment.Id, out var pinned))
        {
            return [(pinned, Doubts.None, true)];
        }

        if (mode is { IsKnown: true, Value: false } && flow.Zone is { IsKnown: true } zone && attachment.FindSubnet(zone.Value) is { } sameZone)
        {
            return [(sameZone, Doubts.None, false)];
        }

        if (attachment.Model.HandsOverIn is { } assumed && candidates.FirstOrDefault(subnet => subnet.Id == assumed) is { } handover)
        {
            return [(handover, Doubts.None, mode.Or(true))];
        }

        // AWS picks the zone. It matters only where the attachment's subnets differ in what decides.
        var isAlike = candidates.All(subnet => ReferenceEquals(subnet.Routes, candidates[0].Routes)
            && ReferenceEquals(subnet.AclEgress, candidates[0].AclEgress)
            && !flow.Header.Destination.Overlaps(subnet.Addresses));
        if (isAlike && candidates.Length > 0 && !vpc.Subnets.Any(subnet => subnet.Subnet.Zone.IsKnown is false))
        {
            return candidates.Take(1).Select(subnet => (subnet, Doubts.None, mode.Or(true)));
        }

        var unknown = mode.Unknown ?? Handover.ZoneOf(attachment.Model);
        return candidates.Select((subnet, number) => (
            subnet,
            candidates.Length == 1 ? Doubts.None : Doubts.OneOf(unknown, number, candidates.Length, $"zone of {attachment.Id}"),
            mode.Or(true)));
    }
}
