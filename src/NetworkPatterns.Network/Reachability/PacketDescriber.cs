using System.Collections.Immutable;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability.Packets;

namespace NetworkPatterns.Network.Reachability;

/// <summary>From boxes to the packets that an answer lists.</summary>
/// <param name="nameOf">The name of an address that nobody knows before deployment, by its number.</param>
internal sealed class PacketDescriber(Func<int, string> nameOf)
{
    private static readonly AddressSet Symbols = AddressSpace.Symbols.Union(AddressSpace.EmbeddedSymbols);

    // Symbols are numbered one by one; a longer range is all of them.
    private const int MostNamed = ushort.MaxValue;

    /// <summary>Every symbol at once only says "any IPv4 address"; boxes of real addresses say that already.</summary>
    public static bool IsNamed(Box box) => IsNamed(box.Source) && IsNamed(box.Destination);

    private static bool IsNamed(AddressSet addresses) =>
        !addresses.Except(Symbols).IsEmpty || addresses.Items.ToArray().Any(range => range.Last - range.First < MostNamed);

    public PacketRange Range(Box box)
    {
        var hasPorts = box.Protocols.Items.ToArray().All(range => range.First >= Box.Tcp && range.Last <= Box.Udp)
            && box.Protocols.Except(ProtocolSet.Of([(Box.Tcp, Box.Tcp), (Box.Udp, Box.Udp)])).IsEmpty;
        var isIcmp = box.Is(Box.Icmp) || box.Is(Box.IcmpV6);
        return new(
            Addresses(box.Source),
            Addresses(box.Destination),
            [.. box.Protocols.Items.ToArray().Select(range => new PortRange(range.First, range.Last))],
            hasPorts ? Ports(box.SourcePorts) : [],
            hasPorts ? Ports(box.DestinationPorts) : [],
            isIcmp ? [.. box.DestinationPorts.Items.ToArray().Select(range => (range.First >> 8, range.First & 255))] : []);
    }

    private static ImmutableArray<PortRange> Ports(PortSet ports) =>
        [.. ports.Items.ToArray().Select(range => new PortRange(range.First, range.Last))];

    private ImmutableArray<AddressRange> Addresses(AddressSet addresses)
    {
        var real = addresses.Except(Symbols).Items.ToArray()
            .Select(range => new AddressRange(AddressSpace.ToAddress(range.First), AddressSpace.ToAddress(range.Last)));
        var symbols = addresses.Intersect(Symbols).Items.ToArray();

        var named = symbols.Where(range => range.Last - range.First < MostNamed)
            .SelectMany(range => Enumerable.Range(AddressSpace.SymbolNumber(range.First)!.Value, (int)(range.Last - range.First) + 1))
            .Select(number => new AddressRange(System.Net.IPAddress.Any, System.Net.IPAddress.Any) { Symbol = nameOf(number) });
        return [.. real, .. named];
    }

    public string? NameOf(UInt128 address) =>
        AddressSpace.SymbolNumber(address) is { } number ? nameOf(number) : null;
}
