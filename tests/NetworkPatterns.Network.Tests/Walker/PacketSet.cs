using System.Net;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;
using AddressRange = NetworkPatterns.Network.Reachability.AddressRange;

namespace NetworkPatterns.Network.Tests.Walker;

/// <summary>What a set of packet ranges says about single packets.</summary>
internal static class PacketSet
{
    /// <param name="symbol">What the addresses are that a range only names.</param>
    public static bool Holds(IEnumerable<PacketRange> ranges, Packet packet, IReadOnlyList<Cidr> symbol) => ranges.Any(r =>
        r.Sources.Any(a => a.Symbol is null ? In(a, packet.Source) : symbol.Any(s => s.Contains(packet.Source)))
        && r.Destinations.Any(a => a.Symbol is null ? In(a, packet.Destination) : symbol.Any(s => s.Contains(packet.Destination)))
        && r.Protocols.Any(p => In(p, packet.Protocol))
        && (packet.Protocol is not (6 or 17)
            || (r.SourcePorts.Any(p => In(p, packet.SourcePort)) && r.DestinationPorts.Any(p => In(p, packet.DestinationPort))))
        && (packet.IcmpType is not { } type || r.Icmp.Contains((type, packet.IcmpCode ?? 0))));

    /// <summary>A packet at some corner of one of the ranges.</summary>
    public static Packet Corner(IReadOnlyList<PacketRange> ranges, Dice dice, IReadOnlyList<Cidr> symbol)
    {
        var range = dice.Pick(ranges);
        var protocols = dice.Pick<PortRange>(range.Protocols);
        var protocol = dice.Chance(50) ? protocols.First : protocols.Last;
        var hasPorts = protocol is 6 or 17;
        var icmp = protocol is 1 or 58 && !range.Icmp.IsEmpty ? dice.Pick<(int, int)>(range.Icmp) : ((int Type, int Code)?)null;
        return new Packet(
            Address(range.Sources),
            Address(range.Destinations),
            protocol,
            hasPorts ? Port(range.SourcePorts) : 0,
            hasPorts ? Port(range.DestinationPorts) : 0,
            icmp?.Type,
            icmp?.Code);

        IPAddress Address(IReadOnlyList<AddressRange> from)
        {
            var picked = dice.Pick(from);
            return picked.Symbol is not null ? symbol[0].Address : dice.Chance(50) ? picked.First : picked.Last;
        }

        int Port(IReadOnlyList<PortRange> from)
        {
            var picked = dice.Pick(from);
            return dice.Chance(50) ? picked.First : picked.Last;
        }
    }

    /// <summary>The packet with one of its values moved by one.</summary>
    public static Packet Beside(Packet packet, Dice dice)
    {
        var step = dice.Pick(-1, 1);
        return dice.Below(4) switch
        {
            0 => packet with { Source = Moved(packet.Source) },
            1 => packet with { Destination = Moved(packet.Destination) },
            2 when packet.Protocol is 6 or 17 => packet with { SourcePort = Math.Clamp(packet.SourcePort + step, 0, 65535) },
            3 when packet.Protocol is 6 or 17 => packet with { DestinationPort = Math.Clamp(packet.DestinationPort + step, 0, 65535) },
            _ => packet,
        };

        IPAddress Moved(IPAddress address)
        {
            var (value, ipv6) = Cidr.ToNumber(address);
            var most = ipv6 ? UInt128.MaxValue : uint.MaxValue;
            return Cidr.ToAddress(step < 0 ? (value == 0 ? value : value - 1) : (value == most ? value : value + 1), ipv6);
        }
    }

    private static bool In(AddressRange range, IPAddress address)
    {
        var (first, ipv6) = Cidr.ToNumber(range.First);
        var (value, isIPv6) = Cidr.ToNumber(address);
        return ipv6 == isIPv6 && first <= value && value <= Cidr.ToNumber(range.Last).Value;
    }

    private static bool In(PortRange range, int value) => range.First <= value && value <= range.Last;
}
