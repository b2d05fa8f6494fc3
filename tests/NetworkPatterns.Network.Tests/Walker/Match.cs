using System.Net;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;

namespace NetworkPatterns.Network.Tests.Walker;

/// <summary>Whether one packet is of the traffic, or on the list, that a rule names.</summary>
internal static class Match
{
    public static bool Traffic(Traffic traffic, Packet packet, StatementCoverage coverage)
    {
        var protocol = traffic.Protocol.Value;
        if (protocol == Model.Traffic.AllProtocols)
        {
            return true;
        }

        coverage.Saw(18);
        if (protocol != packet.Protocol)
        {
            return false;
        }

        return protocol switch
        {
            6 or 17 => traffic.Ports.Value.First <= packet.DestinationPort && packet.DestinationPort <= traffic.Ports.Value.Last,
            1 or 58 => traffic.IcmpType.Value == Model.Traffic.Any
                || (traffic.IcmpType.Value == packet.IcmpType
                    && (traffic.IcmpCode.Value == Model.Traffic.Any || traffic.IcmpCode.Value == packet.IcmpCode)),
            _ => true,
        };
    }

    /// <summary>The verdict of a network ACL: the entry with the lowest number that matches decides, none denies.</summary>
    public static bool AclAllows(NetworkAcl acl, bool egress, Packet packet, StatementCoverage coverage)
    {
        coverage.Saw(acl.IsDefault ? 26 : 23);
        var address = egress ? packet.Destination : packet.Source;
        foreach (var entry in acl.Entries.Where(e => e.IsEgress == egress).OrderBy(e => e.RuleNumber.Value))
        {
            if (entry.Cidr.Value.Contains(address) && Traffic(entry.Traffic, packet, coverage))
            {
                coverage.Saw(27);
                return entry.IsAllow.Value;
            }
        }

        return false;
    }

    public static bool Firewall(FirewallMatch match, Packet packet)
    {
        var ports = packet.Protocol is 6 or 17;
        return In(match.Sources, packet.Source)
            && In(match.Destinations, packet.Destination)
            && (match.Protocols.IsEmpty || match.Protocols.Contains(packet.Protocol))
            && (match.SourcePorts.IsEmpty || (ports && In(match.SourcePorts, packet.SourcePort)))
            && (match.DestinationPorts.IsEmpty || (ports && In(match.DestinationPorts, packet.DestinationPort)));
    }

    private static bool In(IReadOnlyCollection<Maybe<Cidr>> ranges, IPAddress address) =>
        ranges.Count == 0 || ranges.Any(r => r.Value.Contains(address));

    private static bool In(IReadOnlyCollection<PortRange> ranges, int port) => ranges.Any(r => r.First <= port && port <= r.Last);
}
