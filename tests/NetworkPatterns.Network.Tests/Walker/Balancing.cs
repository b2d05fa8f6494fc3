using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;

namespace NetworkPatterns.Network.Tests.Walker;

/// <summary>What load balancers accept and send.</summary>
internal static class Balancing
{
    /// <summary>Whether a listener takes the packet.</summary>
    public static bool Accepts(LoadBalancer balancer, Packet packet, StatementCoverage coverage)
    {
        coverage.Saw(66);
        return balancer.Listeners.Any(l => Match.Traffic(l.Traffic, packet, coverage));
    }

    /// <summary>Whether a node sends this packet to that target: with its own address, or with its client's.</summary>
    public static (bool Own, bool Preserved) Sends(
        Estate estate, Groups filters, StatementCoverage coverage, LoadBalancer balancer, NetworkInterface node, NetworkInterface? target, Packet packet)
    {
        var (own, preserved) = (false, false);
        if (target is null)
        {
            return (false, false);
        }

        var groups = balancer.Listeners.SelectMany(l => l.TargetGroups).Select(g => estate.Get<TargetGroup>(g.Value)).Distinct();
        foreach (var group in groups.Where(g => g.Targets.Any(t => IsThis(g, t))))
        {
            coverage.Saw(67);
            if (!CrossesZones(group) && estate.VpcOf(node).Id == estate.VpcOf(target).Id
                && estate.SubnetOf(node).Zone.Value != estate.SubnetOf(target).Zone.Value)
            {
                continue;
            }

            coverage.Saw(balancer.Type == LoadBalancerType.Gateway ? 73 : 69);
            if (Preserves(group))
            {
                // A target that is its own client gets no answer.
                var hairpin = packet.Source.Equals(packet.Destination);
                coverage.Saw(hairpin ? 72 : 69);
                preserved |= !hairpin && HasSuchAClient(group);
            }
            else
            {
                own = true;
            }
        }

        return (own, preserved);

        // The client's packet has passed a listener and the balancer's own groups.
        bool HasSuchAClient(TargetGroup group) => balancer.Listeners.Where(l => l.TargetGroups.Any(g => g.Value == group.Id)).Any(listener =>
        {
            var asked = packet with { DestinationPort = listener.Traffic.Ports.Value.First };
            var clients = estate.All<NetworkInterface>().Where(i => estate.Owning(i, packet.Source) is not null).Append(null);
            return Match.Traffic(listener.Traffic, asked, coverage)
                && clients.Any(client => filters.Allow(node, egress: false, asked, client, packet.Source, preserved: false, new Crossings()));
        });

        bool IsThis(TargetGroup group, Target registered)
        {
            var there = registered.Owner is { } owner
                ? (target.Id == owner || target.Owner.Id == owner) && estate.Owning(target, packet.Destination) is not null
                : registered.Address is { } address && address.Value.Equals(packet.Destination) && estate.Owning(target, address.Value) is not null;
            var traffic = registered.Port is { } port
                ? group.Traffic with { Ports = new PortRange(port.Value, port.Value) }
                : group.Traffic;
            return there && group.TargetType != TargetType.Lambda && Match.Traffic(traffic, packet, coverage);
        }

        bool CrossesZones(TargetGroup group) =>
            group.CrossZone is { } attribute ? attribute.Value : balancer.Type == LoadBalancerType.Application || balancer.CrossZone.Value;

        bool Preserves(TargetGroup group)
        {
            if (balancer.Type != LoadBalancerType.Network)
            {
                return false;
            }

            return group.PreserveClientIp is { } attribute
                ? attribute.Value
                : group.TargetType switch
                {
                    TargetType.Ip => packet.Protocol == 17,
                    _ => true,
                };
        }
    }
}
