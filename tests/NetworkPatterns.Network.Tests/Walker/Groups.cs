using System.Net;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;

namespace NetworkPatterns.Network.Tests.Walker;

/// <summary>What the security groups of an interface say about one packet.</summary>
internal sealed class Groups(Estate estate, StatementCoverage coverage)
{
    /// <param name="part">Whose groups.</param>
    /// <param name="egress">Whether the packet leaves the interface.</param>
    /// <param name="packet">The packet, as it is at the interface.</param>
    /// <param name="other">The interface at the other end, where there is one.</param>
    /// <param name="address">The other end's address, as it is at the interface.</param>
    /// <param name="preserved">Whether a load balancer at the other end keeps its client's address in the packet.</param>
    /// <param name="way">What is between the two.</param>
    public bool Allow(
        NetworkInterface part, bool egress, Packet packet, NetworkInterface? other, IPAddress address, bool preserved, Crossings way)
    {
        if (!part.HasGroups)
        {
            coverage.Saw(part.Kind == InterfaceKind.LoadBalancer ? 70 : 22);
            return true;
        }

        // The union of all rules of all groups decides.
        coverage.Saw(9);
        if (part.Groups.IsEmpty)
        {
            coverage.Saw(17);
        }

        var rules = estate.GroupsOf(part).SelectMany(g => egress ? g.Egress : g.Ingress).ToArray();
        if (rules.Length == 0)
        {
            coverage.Saw(10);
        }

        return rules.Any(rule => Match.Traffic(rule.Traffic, packet, coverage) && IsPeer(rule.Peer));

        bool IsPeer(RulePeer peer)
        {
            switch (peer)
            {
                case RulePeer.Range range:
                    coverage.Saw(19);
                    return range.Cidr.Contains(address);
                case RulePeer.List list:
                    coverage.Saw(20);
                    return estate.Get<PrefixList>(list.PrefixList).Entries.Value.Any(c => c.Contains(address));
                case RulePeer.Group(var group):
                    if (other is null || !other.HasGroups || estate.GroupsOf(other).All(g => g.Id != group))
                    {
                        return false;
                    }

                    coverage.Saw(estate.GroupsOf(part).Any(g => g.Id == group) ? 16 : 13);
                    coverage.Saw(preserved ? 70 : 13);
                    return (preserved || estate.Owning(other, address) is not null) && ReferenceSurvives(part, other, egress, way);
                default:
                    throw new NotSupportedException("the walker needs every peer");
            }
        }
    }

    private bool ReferenceSurvives(NetworkInterface part, NetworkInterface other, bool egress, Crossings way)
    {
        if (way.Translated)
        {
            return false;
        }

        if (way.Middlebox)
        {
            coverage.Saw(15);
            return false;
        }

        var here = estate.VpcOf(part);
        var there = estate.VpcOf(other);
        if (way.Peerings.Count == 0 && way.Attachments.Count == 0)
        {
            return here.Id == there.Id;
        }

        coverage.Saw(14);
        if (way.Attachments.Count == 0)
        {
            coverage.Saw(54);
            return way.Peerings.Count == 1 && here.Region == there.Region;
        }

        // Through a Transit Gateway: inbound rules only, and only where gateway and attachments allow it.
        return !egress
            && way.Peerings.Count == 0
            && way.Attachments is [var one, var two]
            && one.TransitGateway.Value == two.TransitGateway.Value
            && estate.Get<TransitGateway>(one.TransitGateway.Value).SecurityGroupReferencing.Value
            && one.SecurityGroupReferencing.Value
            && two.SecurityGroupReferencing.Value;
    }
}
