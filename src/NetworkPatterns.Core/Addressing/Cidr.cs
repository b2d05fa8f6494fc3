using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace NetworkPatterns.Core.Addressing;

/// <summary>A block of IPv4 or IPv6 addresses in CIDR notation, such as <c>10.0.0.0/16</c> or <c>fd00::/8</c>.</summary>
/// <remarks>
/// A value: two blocks are equal when they cover the same addresses. Host bits are always zero; text with host bits
/// set does not parse, because AWS refuses it too. IPv4 and IPv6 blocks never contain or overlap each other.
/// <para>Source: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html</para>
/// </remarks>
public readonly record struct Cidr : IComparable<Cidr>, ISpanFormattable
{
    private Cidr(UInt128 first, int prefixLength, bool isIPv6)
    {
        First = first;
        PrefixLength = prefixLength;
        IsIPv6 = isIPv6;
    }

    /// <summary>Every IPv4 address: <c>0.0.0.0/0</c>.</summary>
    public static Cidr AnyIPv4 => new(0, 0, isIPv6: false);

    /// <summary>Every IPv6 address: <c>::/0</c>.</summary>
    public static Cidr AnyIPv6 => new(0, 0, isIPv6: true);

    /// <summary>Whether the block is of IPv6 addresses.</summary>
    public bool IsIPv6 { get; }

    /// <summary>Length of the network prefix, in bits: 0 to 32 for IPv4, 0 to 128 for IPv6.</summary>
    public int PrefixLength { get; }

    /// <summary>The first address as a number (IPv4 in the low 32 bits).</summary>
    public UInt128 First { get; }

    /// <summary>The last address as a number.</summary>
    public UInt128 Last => First | HostMask(PrefixLength, IsIPv6);

    /// <summary>The first address.</summary>
    public IPAddress Address => ToAddress(First, IsIPv6);

    /// <summary>Bits of an address of this family: 32 or 128.</summary>
    public int AddressBits => IsIPv6 ? 128 : 32;

    /// <summary>How many addresses the block has; <see cref="UInt128.MaxValue"/> for <c>::/0</c>, whose count does not fit.</summary>
    public UInt128 AddressCount =>
        PrefixLength == 0 && IsIPv6 ? UInt128.MaxValue : UInt128.One << (AddressBits - PrefixLength);

    /// <summary>A block from its first address as a number.</summary>
    /// <exception cref="ArgumentException">Host bits are set, or the prefix does not fit the family.</exception>
    public static Cidr Create(UInt128 first, int prefixLength, bool isIPv6)
    {
        var bits = isIPv6 ? 128 : 32;
        ArgumentOutOfRangeException.ThrowIfNegative(prefixLength);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(prefixLength, bits);
        if (!isIPv6 && first > uint.MaxValue)
        {
            throw new ArgumentException("an IPv4 address has 32 bits", nameof(first));
        }

        return (first & HostMask(prefixLength, isIPv6)) == 0
            ? new(first, prefixLength, isIPv6)
            : throw new ArgumentException($"{ToAddress(first, isIPv6)}/{prefixLength} has host bits set", nameof(first));
    }

    /// <summary>The block of <paramref name="prefixLength"/> bits that holds an address.</summary>
    public static Cidr Covering(IPAddress address, int prefixLength)
    {
        var (value, isIPv6) = ToNumber(address);
        return Create(value & ~HostMask(prefixLength, isIPv6), prefixLength, isIPv6);
    }

    /// <summary>Parses a block; throws where <see cref="TryParse(string?, out Cidr)"/> says no.</summary>
    /// <exception cref="FormatException">Not a CIDR block, or host bits are set.</exception>
    public static Cidr Parse(string text) =>
        TryParse(text, out var cidr, out var error) ? cidr : throw new FormatException($"'{text}' {error.Describe()}");

    /// <summary>Parses a block: an address, a slash, a prefix length, no host bits.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Cidr cidr) => TryParse(text, out cidr, out _);

    /// <summary>Parses a block and says why not.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Cidr cidr, out CidrError error)
    {
        cidr = default;
        error = CidrError.NotACidr;
        var slash = text?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        if (slash < 0 || !TryParseAddress(text.AsSpan(0, slash), out var value, out var isIPv6))
        {
            return false;
        }

        var length = text.AsSpan(slash + 1);
        if (!int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var prefix)
            || (length.Length > 1 && length[0] == '0'))
        {
            return false;
        }

        if (prefix > (isIPv6 ? 128 : 32))
        {
            error = CidrError.PrefixOutOfRange;
            return false;
        }

        if ((value & HostMask(prefix, isIPv6)) != 0)
        {
            error = CidrError.HostBitsSet;
            cidr = new(value & ~HostMask(prefix, isIPv6), prefix, isIPv6);
            return false;
        }

        error = CidrError.None;
        cidr = new(value, prefix, isIPv6);
        return true;
    }

    /// <summary>Whether every address of <paramref name="other"/> is in this block.</summary>
    public bool Contains(Cidr other) =>
        IsIPv6 == other.IsIPv6 && PrefixLength <= other.PrefixLength && First <= other.First && other.Last <= Last;

    /// <summary>Whether the address is in this block.</summary>
    public bool Contains(IPAddress address)
    {
        var (value, isIPv6) = ToNumber(address);
        return IsIPv6 == isIPv6 && First <= value && value <= Last;
    }

    /// <summary>Whether some address is in both blocks.</summary>
    public bool Overlaps(Cidr other) => IsIPv6 == other.IsIPv6 && First <= other.Last && other.First <= Last;

    /// <summary>The blocks of <paramref name="prefixLength"/> bits that make up this one, in order; made as they are asked for.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Shorter than this block's own prefix, or longer than an address.</exception>
    public IEnumerable<Cidr> Split(int prefixLength)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(prefixLength, PrefixLength);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(prefixLength, AddressBits);
        return Iterate(this, prefixLength);

        static IEnumerable<Cidr> Iterate(Cidr parent, int prefixLength)
        {
            var count = parent.CountOf(prefixLength);
            for (var index = UInt128.Zero; index < count; index++)
            {
                yield return parent.Subnet(prefixLength, index);
            }
        }
    }

    /// <summary>How many blocks of <paramref name="prefixLength"/> bits fit in this one.</summary>
    public UInt128 CountOf(int prefixLength)
    {
        var bits = prefixLength - PrefixLength;
        return bits < 0 ? 0 : bits == 128 ? UInt128.MaxValue : UInt128.One << bits;
    }

    /// <summary>The block of <paramref name="prefixLength"/> bits at a place, counted from 0, as <c>Fn::Cidr</c> counts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public Cidr Subnet(int prefixLength, UInt128 index)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(prefixLength, PrefixLength);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(prefixLength, AddressBits);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, CountOf(prefixLength));
        var shift = AddressBits - prefixLength;
        return new(shift == 128 ? First : First + (index << shift), prefixLength, IsIPv6);
    }

    /// <summary>The block of <paramref name="prefixLength"/> bits that contains this one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Longer than this block's own prefix.</exception>
    public Cidr Supernet(int prefixLength)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(prefixLength);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(prefixLength, PrefixLength);
        return new(First & ~HostMask(prefixLength, IsIPv6), prefixLength, IsIPv6);
    }

    /// <summary>The fewest blocks that cover the same addresses as these, in order: what <see cref="Split"/> cut, this joins.</summary>
    public static ImmutableArray<Cidr> Merge(IEnumerable<Cidr> blocks)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        var merged = new List<Cidr>();
        foreach (var block in blocks.Order())
        {
            if (merged.Count > 0 && merged[^1].Contains(block))
            {
                continue;
            }

            merged.Add(block);
            while (merged.Count > 1 && merged[^1].IsOtherHalfOf(merged[^2]))
            {
                merged[^2] = merged[^2].Supernet(merged[^2].PrefixLength - 1);
                merged.RemoveAt(merged.Count - 1);
            }
        }

        return [.. merged];
    }

    /// <summary>Orders IPv4 before IPv6, then by first address, then the larger block first.</summary>
    public int CompareTo(Cidr other)
    {
        var byFamily = IsIPv6.CompareTo(other.IsIPv6);
        var byFirst = byFamily != 0 ? byFamily : First.CompareTo(other.First);
        return byFirst != 0 ? byFirst : PrefixLength.CompareTo(other.PrefixLength);
    }

    /// <summary>The block in CIDR notation, in the canonical form of its family (RFC 5952 for IPv6).</summary>
    public override string ToString() => $"{Address}/{PrefixLength.ToString(CultureInfo.InvariantCulture)}";

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => ToString();

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        destination.TryWrite(CultureInfo.InvariantCulture, $"{ToString()}", out charsWritten);

    /// <summary>An address from its number.</summary>
    public static IPAddress ToAddress(UInt128 value, bool isIPv6)
    {
        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(bytes, value);
        return new IPAddress(isIPv6 ? bytes : bytes[12..]);
    }

    /// <summary>An address as a number, and its family.</summary>
    public static (UInt128 Value, bool IsIPv6) ToNumber(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out var written);
        return written == 4
            ? (System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(bytes), false)
            : (System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes), true);
    }

    private bool IsOtherHalfOf(Cidr lower) =>
        IsIPv6 == lower.IsIPv6 && PrefixLength == lower.PrefixLength && PrefixLength > 0 && First != lower.First
        && Supernet(PrefixLength - 1) == lower.Supernet(PrefixLength - 1);

    // .NET reads "10.1", "0x0a.0.0.0" and "010.0.0.0" as IPv4 addresses, and zone indexes in IPv6; AWS does not.
    private static bool TryParseAddress(ReadOnlySpan<char> text, out UInt128 value, out bool isIPv6)
    {
        value = 0;
        isIPv6 = text.Contains(':');
        if (text.ContainsAny('%', '[', ']') || !IPAddress.TryParse(text, out var address))
        {
            return false;
        }

        (value, _) = ToNumber(address);
        return isIPv6
            ? address.AddressFamily == AddressFamily.InterNetworkV6
            : address.AddressFamily == AddressFamily.InterNetwork && text.SequenceEqual(address.ToString());
    }

    private static UInt128 HostMask(int prefixLength, bool isIPv6)
    {
        var hostBits = (isIPv6 ? 128 : 32) - prefixLength;
        return hostBits == 128 ? UInt128.MaxValue : (UInt128.One << hostBits) - 1;
    }
}
