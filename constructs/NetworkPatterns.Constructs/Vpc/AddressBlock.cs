using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>A block of addresses as rules name it: a literal, or a place in a block of the VPC that only deployment knows.</summary>
/// <param name="Block">The block; in the VPC's own blocks counted from <c>0.0.0.0</c> or <c>::</c>.</param>
/// <param name="BasePrefix">The prefix length of the VPC's block that it counts from; <see langword="null"/> for a literal.</param>
internal sealed record AddressBlock(Cidr Block, int? BasePrefix)
{
    /// <summary>Amazon gives a VPC a <c>/56</c>.</summary>
    public const int Ipv6BasePrefix = 56;

    // Fn::Cidr makes 256 blocks at most, so a step divides by 8 bits.
    private const int BitsPerStep = 8;

    public static AddressBlock AnyIPv4 { get; } = new(Cidr.AnyIPv4, BasePrefix: null);

    public static AddressBlock AnyIPv6 { get; } = new(Cidr.AnyIPv6, BasePrefix: null);

    public bool IsIPv6 => Block.IsIPv6;

    private bool IsEverything => BasePrefix is null && Block.PrefixLength == 0;

    public static AddressBlock Literal(Cidr block) => new(block, BasePrefix: null);

    /// <summary>A block of the VPC: a literal, or a place in what an IPAM pool gives.</summary>
    public static AddressBlock InVpc(Cidr block, VpcCidr vpc) => new(block, vpc.IsRelative ? vpc.Block.PrefixLength : null);

    /// <summary>A place in the VPC's <c>/56</c>.</summary>
    public static AddressBlock InVpcIpv6(Cidr block) => new(block, Ipv6BasePrefix);

    /// <summary>One of the 256 <c>/64</c> of the VPC's <c>/56</c>.</summary>
    public static AddressBlock Ipv6Subnet(int index) => InVpcIpv6(Cidr.Create((UInt128)index << 64, 64, isIPv6: true));

    /// <summary>Whether some address may be in both: a place that only deployment knows may be anywhere.</summary>
    public bool Overlaps(AddressBlock other) =>
        IsIPv6 == other.IsIPv6
        && (IsEverything || other.IsEverything || (BasePrefix is null) != (other.BasePrefix is null) || Block.Overlaps(other.Block));

    /// <summary>The block for a template.</summary>
    public Value ToValue()
    {
        if (BasePrefix is not { } prefix)
        {
            return Block.ToString();
        }

        var value = IsIPv6
            ? Value.Select(0, Value.GetAtt(ThreeTierVpcBlueprint.VpcId, "Ipv6CidrBlocks"))
            : Value.GetAtt(ThreeTierVpcBlueprint.VpcId, "CidrBlock");
        while (prefix < Block.PrefixLength)
        {
            var bits = Math.Min(BitsPerStep, Block.PrefixLength - prefix);
            prefix += bits;
            var hostBits = Block.AddressBits - prefix;
            var index = (int)((Block.First >> hostBits) & ((UInt128.One << bits) - 1));
            value = Value.Select(index, Value.Cidr(value, 1 << bits, hostBits));
        }

        return value;
    }

    /// <summary>The block in words.</summary>
    public override string ToString() => BasePrefix is null ? Block.ToString() : $"VPC + {Block}";
}
