namespace NetworkPatterns.Core.Addressing;

/// <summary>Which IPv4 ranges a VPC can have, alone and together.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html#add-cidr-block-restrictions</remarks>
internal static class VpcRanges
{
    private static readonly Cidr Ten = Cidr.Parse("10.0.0.0/8");
    private static readonly Cidr TenZero = Cidr.Parse("10.0.0.0/16");
    private static readonly Cidr TenZeroAndOne = Cidr.Parse("10.0.0.0/15");
    private static readonly Cidr OneSevenTwo = Cidr.Parse("172.16.0.0/12");
    private static readonly Cidr OneSevenTwoThirtyOne = Cidr.Parse("172.31.0.0/16");
    private static readonly Cidr OneNineTwo = Cidr.Parse("192.168.0.0/16");
    private static readonly Cidr Benchmark = Cidr.Parse("198.19.0.0/16");
    private static readonly Cidr BenchmarkBoth = Cidr.Parse("198.18.0.0/15");
    private static readonly Cidr SharedAddressSpace = Cidr.Parse("100.64.0.0/10");
    private static readonly Cidr Docker = Cidr.Parse("172.17.0.0/16");

    // Link-local is in the VPC guide; the others are no unicast addresses at all (RFC 6890).
    private static readonly (Cidr Range, string Name)[] Impossible =
    [
        (Cidr.Parse("0.0.0.0/8"), "\"this network\""),
        (Cidr.Parse("127.0.0.0/8"), "loopback"),
        (Cidr.Parse("169.254.0.0/16"), "link-local"),
        (Cidr.Parse("224.0.0.0/4"), "multicast"),
        (Cidr.Parse("240.0.0.0/4"), "reserved"),
    ];

    /// <summary>Why no VPC can have the block, or null.</summary>
    internal static string? WhyImpossible(Cidr block)
    {
        if (block.IsIPv6)
        {
            return "is IPv6";
        }

        foreach (var (range, name) in Impossible)
        {
            if (range.Overlaps(block))
            {
                return $"is in {range}, which is {name}";
            }
        }

        return null;
    }

    /// <summary>Whether the block is none of the private ranges.</summary>
    internal static bool IsPublic(Cidr block) => FindPrivate(block) is null
        && !SharedAddressSpace.Contains(block) && !BenchmarkBoth.Contains(block);

    /// <summary>Whether services such as Cloud9 and SageMaker use the range inside.</summary>
    internal static bool IsDockers(Cidr block) => Docker.Overlaps(block);

    /// <summary>Why a VPC with this primary block cannot have the secondary block, or null.</summary>
    internal static string? WhyNotWithPrimary(Cidr primary, Cidr secondary)
    {
        var first = FindPrivate(primary);
        var second = FindPrivate(secondary);
        if (OneSevenTwo == first && OneSevenTwoThirtyOne.Contains(secondary))
        {
            return $"is in {OneSevenTwoThirtyOne}, which AWS does not add to a VPC of {OneSevenTwo}";
        }

        if (second is null || second == first)
        {
            return WhyNotBeside(primary, secondary);
        }

        return $"is in {second}, which AWS does not add to a VPC whose primary block is {(first is { } f ? $"in {f}" : "outside RFC 1918")}";
    }

    /// <summary>Why two blocks cannot be in one VPC in this order whichever is primary, or null.</summary>
    internal static string? WhyNotBeside(Cidr present, Cidr added) =>
        TenZeroAndOne.Contains(present) && TenZero.Contains(added)
            ? $"is in {TenZero}, which AWS does not add to a VPC that has a block in {TenZeroAndOne}"
            : null;

    private static Cidr? FindPrivate(Cidr block) =>
        Ten.Contains(block) ? Ten
        : OneSevenTwo.Contains(block) ? OneSevenTwo
        : OneNineTwo.Contains(block) ? OneNineTwo
        : Benchmark.Contains(block) ? Benchmark
        : null;
}
