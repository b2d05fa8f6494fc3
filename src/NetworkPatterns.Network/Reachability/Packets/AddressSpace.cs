using System.Net;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Network.Model;

namespace NetworkPatterns.Network.Reachability.Packets;

/// <summary>
/// One line of numbers for every address: IPv4 addresses, then symbols (addresses nobody knows before deployment, each
/// "some public IPv4 address"), then IPv6. One set type then serves both families, and no set ever mixes them up.
/// </summary>
internal static class AddressSpace
{
    private const int SymbolCount = 1 << 24;

    private static readonly UInt128 IPv4Base = (UInt128)0xFFFF_0000_0000;

    private static readonly UInt128 SymbolBase = IPv4Base + (UInt128.One << 32);

    private static readonly UInt128 FirstIPv6 = UInt128.One << 64;

    // The IPv4 addresses that NAT64 embeds, as one line like the IPv4 addresses themselves: symbols follow 64:ff9b::/96.
    private static readonly UInt128 EmbeddedBase = (UInt128)0x0064_FF9B << 96;

    private static readonly Cidr EmbeddedRange = Cidr.Parse("64:ff9b::/96");

    public static IntervalSet<UInt128> Symbols { get; } = IntervalSet<UInt128>.Of(SymbolBase, SymbolBase + SymbolCount - 1);

    public static IntervalSet<UInt128> EmbeddedSymbols { get; } = IntervalSet<UInt128>.Of(Embedded(SymbolBase), Embedded(SymbolBase + SymbolCount - 1));

    /// <summary>Every IPv4 address, symbols included.</summary>
    public static IntervalSet<UInt128> IPv4 { get; } = IntervalSet<UInt128>.Of(IPv4Base, SymbolBase + SymbolCount - 1);

    public static IntervalSet<UInt128> IPv6 { get; } = IntervalSet<UInt128>.Of(FirstIPv6, UInt128.MaxValue);

    /// <summary>Ordinary public IPv4 addresses.</summary>
    public static IntervalSet<UInt128> PublicIPv4 { get; } =
        IPv4.Except(Symbols).Except(IntervalSet<UInt128>.Of(AddressRules.NotPublicIPv4.Select(Interval)));

    public static IntervalSet<UInt128> PublicIPv6 { get; } = Of(AddressRules.PublicIPv6);

    public static UInt128 Of(IPAddress address)
    {
        var (value, isIPv6) = Cidr.ToNumber(address);
        return isIPv6 ? value : IPv4Base + value;
    }

    public static IntervalSet<UInt128> Of(Cidr cidr)
    {
        var (first, last) = Interval(cidr);
        return IntervalSet<UInt128>.Of(first, last);
    }

    public static IntervalSet<UInt128> Of(IEnumerable<Cidr> cidrs) => IntervalSet<UInt128>.Of(cidrs.Select(Interval));

    /// <summary>The addresses AWS gives to interfaces of a subnet.</summary>
    public static IntervalSet<UInt128> Assignable(Cidr subnet)
    {
        var (first, last) = AddressRules.Assignable(subnet);
        var offset = subnet.IsIPv6 ? UInt128.Zero : IPv4Base;
        return first > last ? IntervalSet<UInt128>.Empty : IntervalSet<UInt128>.Of(offset + first, offset + last);
    }

    /// <summary>Whether an address is the third of some range that a VPC may have: of 16 addresses or more.</summary>
    public static bool MayBeResolver(UInt128 address) => IPv4.Contains(address) && address % 16 == 2;

    public static UInt128 Embedded(UInt128 ipv4) => EmbeddedBase + (ipv4 - IPv4Base);

    public static UInt128 Extracted(UInt128 embedded) => IPv4Base + (embedded - EmbeddedBase);

    /// <summary>A block as first and last number; every IPv4 address includes the symbols, embedded ones too.</summary>
    public static (UInt128 First, UInt128 Last) Interval(Cidr cidr) =>
        cidr == EmbeddedRange ? (Embedded(IPv4Base), Embedded(SymbolBase + SymbolCount - 1))
        : cidr.IsIPv6 ? (UInt128.Max(cidr.First, FirstIPv6), UInt128.Max(cidr.Last, FirstIPv6))
        : cidr.PrefixLength == 0 ? (IPv4Base, SymbolBase + SymbolCount - 1)
        : (IPv4Base + cidr.First, IPv4Base + cidr.Last);

    public static UInt128 Symbol(int number) => SymbolBase + (UInt128)number;

    /// <summary>The number of a symbol, embedded or not; null for a real address.</summary>
    public static int? SymbolNumber(UInt128 value) =>
        value >= SymbolBase && value < FirstIPv6 ? (int)(value - SymbolBase)
        : EmbeddedSymbols.Contains(value) ? (int)(Extracted(value) - SymbolBase)
        : null;

    public static IPAddress ToAddress(UInt128 value) =>
        value >= FirstIPv6 ? Cidr.ToAddress(value, isIPv6: true)
        : value >= SymbolBase ? IPAddress.Any
        : Cidr.ToAddress(value - IPv4Base, isIPv6: false);
}
