using System.Collections.Immutable;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Core.Addressing;

/// <summary>
/// The addresses of a VPC, settled by slots: a subnet's place follows from its tier's slot and its zone's slot and from
/// nothing else, so that a new zone, tier or secondary block, or another order, leaves every subnet where it is.
/// </summary>
/// <remarks>
/// A block is cut into equal aligned regions, one per tier slot, and a region into equal aligned blocks, one per zone
/// slot; a tier that needs more takes 2, 4... aligned slots. The <c>/64</c> of a subnet is number 16 x tier slot +
/// zone slot of the VPC's <c>/56</c>: two hexadecimal digits, tier and zone.
/// <para>Source: https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html</para>
/// </remarks>
public sealed record AddressPlan
{
    /// <summary>The name of the primary block among <see cref="CidrBlocks"/>.</summary>
    public const string PrimaryCidrName = "primary";

    /// <summary>How many <c>/64</c> blocks an <c>Fn::Cidr</c> over the VPC's <c>/56</c> makes: always all of them.</summary>
    public const int Ipv6BlockCount = 256;

    /// <summary>Slots for tiers, and slots for zones, that any plan can number.</summary>
    public const int SlotCount = 16;

    internal AddressPlan(
        ImmutableArray<VpcCidr> cidrBlocks,
        ImmutableArray<PlannedZone> zones,
        ImmutableArray<PlannedTier> tiers,
        ImmutableArray<Problem> warnings)
    {
        CidrBlocks = cidrBlocks;
        Zones = zones;
        Tiers = tiers;
        Subnets = [.. tiers.SelectMany(tier => tier.Subnets)];
        Warnings = warnings;
    }

    /// <summary>The VPC's IPv4 blocks: the primary one, then the secondary ones by name.</summary>
    public ImmutableArray<VpcCidr> CidrBlocks { get; }

    /// <summary>The zones by slot.</summary>
    public ImmutableArray<PlannedZone> Zones { get; }

    /// <summary>The tiers by slot.</summary>
    public ImmutableArray<PlannedTier> Tiers { get; }

    /// <summary>All subnets, by tier slot, then zone slot.</summary>
    public ImmutableArray<PlannedSubnet> Subnets { get; }

    /// <summary>What AWS allows but advises against, sorted.</summary>
    public ImmutableArray<Problem> Warnings { get; }

    /// <summary>The primary block.</summary>
    public VpcCidr Primary => CidrBlocks[0];

    /// <summary>Plans a VPC.</summary>
    /// <exception cref="PlanException">Carries every problem of the input.</exception>
    public static AddressPlan From(AddressPlanInput input)
    {
        var problems = new ProblemList();
        var plan = From(input, problems);
        problems.ThrowIfAny();
        return plan!;
    }

    /// <summary>Plans a VPC, or adds every problem of the input to a list and returns null.</summary>
    public static AddressPlan? From(AddressPlanInput input, ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(problems);
        return new AddressPlanner(input).Plan(problems);
    }

    /// <summary>The tier of a name.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public PlannedTier GetTier(string name) =>
        Tiers.FirstOrDefault(tier => string.Equals(tier.Name, name, StringComparison.Ordinal))
        ?? throw new KeyNotFoundException($"the plan has no tier '{name}'");
}

/// <summary>An IPv4 block of a VPC.</summary>
/// <param name="Name">Its name; <see cref="AddressPlan.PrimaryCidrName"/> for the primary one.</param>
/// <param name="Block">
/// The block. When it comes from an IPAM pool (<paramref name="IsRelative"/>) this is <c>0.0.0.0/n</c>, and only the
/// places of subnets within it mean something.
/// </param>
/// <param name="IsRelative">Whether the block is known only at deployment.</param>
public sealed record VpcCidr(string Name, Cidr Block, bool IsRelative)
{
    /// <summary>Whether it is the primary block.</summary>
    public bool IsPrimary => string.Equals(Name, AddressPlan.PrimaryCidrName, StringComparison.Ordinal);
}

/// <summary>A zone of a plan.</summary>
/// <param name="Zone">The zone.</param>
/// <param name="Slot">Its slot.</param>
public sealed record PlannedZone(Zone Zone, int Slot);

/// <summary>A tier of a plan.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Slot">Its slot.</param>
/// <param name="Region">
/// The block that holds all its subnets of today and of later zones; null when every subnet is pinned or has no IPv4.
/// </param>
/// <param name="Subnets">Its subnets, by zone slot.</param>
public sealed record PlannedTier(string Name, int Slot, Cidr? Region, ImmutableArray<PlannedSubnet> Subnets);

/// <summary>A subnet of a plan.</summary>
public sealed record PlannedSubnet
{
    /// <summary>The tier's name.</summary>
    public required string Tier { get; init; }

    /// <summary>The tier's slot.</summary>
    public required int TierSlot { get; init; }

    /// <summary>The zone.</summary>
    public required Zone Zone { get; init; }

    /// <summary>The zone's slot.</summary>
    public required int ZoneSlot { get; init; }

    /// <summary>Its IPv4 block; null for a subnet with IPv6 only.</summary>
    public required Cidr? CidrBlock { get; init; }

    /// <summary>The VPC block that it lies in; null for a subnet with IPv6 only.</summary>
    public required VpcCidr? VpcCidr { get; init; }

    /// <summary>The place of its <c>/64</c> in the VPC's <c>/56</c>, 0 to 255, whether or not IPv6 is used.</summary>
    public required int Ipv6Index { get; init; }

    /// <summary>Whether its place was given rather than computed.</summary>
    public bool IsPinned { get; init; }

    /// <summary>The logical ID that it already has; null for one that the pattern gives.</summary>
    public string? LogicalId { get; init; }

    /// <summary>
    /// The place of the subnet in its VPC block, counted in subnets of its own size, as <c>Fn::Cidr</c> counts; null
    /// for a subnet with IPv6 only.
    /// </summary>
    public int? Ipv4Index =>
        CidrBlock is { } block && VpcCidr is { } vpc ? (int)((block.First - vpc.Block.First) >> (32 - block.PrefixLength)) : null;

    /// <summary>IPv4 addresses to use: all but the five that AWS keeps; 0 for a subnet with IPv6 only.</summary>
    public long UsableAddresses => CidrBlock is { } block ? SubnetSize.UsableAddresses(block.PrefixLength) : 0;
}
