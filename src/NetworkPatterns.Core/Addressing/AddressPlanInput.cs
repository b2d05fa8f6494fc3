using System.Collections.Immutable;

namespace NetworkPatterns.Core.Addressing;

/// <summary>Everything that decides the addresses of a VPC. The order of zones, tiers, CIDR blocks and pins never counts.</summary>
public sealed record AddressPlanInput
{
    /// <summary>The construct path, such as <c>Dev/Network</c>: problems say where they are.</summary>
    public required string Path { get; init; }

    /// <summary>The type of the props that the user wrote, such as <c>ThreeTierVpcProps</c>.</summary>
    public string PropsType { get; init; } = nameof(AddressPlanInput);

    /// <summary>How the user's props call what is here.</summary>
    public AddressPropertyNames Names { get; init; } = new();

    /// <summary>The Region that the zones must be in; null when the stack does not know it.</summary>
    public string? Region { get; init; }

    /// <summary>The VPC's primary IPv4 block, <c>/16</c> to <c>/28</c>; null when it comes from an IPAM pool.</summary>
    public string? CidrBlock { get; init; }

    /// <summary>The prefix length of a primary block from an IPAM pool, instead of <see cref="CidrBlock"/>; the plan is then relative.</summary>
    public int? NetmaskLength { get; init; }

    /// <summary>Secondary IPv4 blocks by name.</summary>
    public ImmutableArray<VpcCidrInput> SecondaryCidrs { get; init; } = [];

    /// <summary>The zones, each once, all written in the same way.</summary>
    public ImmutableArray<ZoneInput> Zones { get; init; } = [];

    /// <summary>The tiers.</summary>
    public ImmutableArray<TierInput> Tiers { get; init; } = [];

    /// <summary>
    /// How many zones the VPC may ever have, 1 to 16; 4 by default. Part of the layout: decide it before the VPC
    /// exists, because another number moves every subnet.
    /// </summary>
    /// <remarks>Room is kept for the next power of two.</remarks>
    public int MaxZones { get; init; } = 4;

    /// <summary>
    /// How many tiers the primary block may ever have, 1 to 16; 8 by default: a <c>/16</c> gives every tier a
    /// <c>/19</c> and every zone of it a <c>/21</c> of 2,043 addresses, with five tiers left for later. Part of the
    /// layout, like <see cref="MaxZones"/>.
    /// </summary>
    public int MaxTiers { get; init; } = 8;

    /// <summary>Subnets at explicit places, and those of an existing layout.</summary>
    public ImmutableArray<SubnetPin> Pins { get; init; } = [];

    /// <summary>The account's quotas.</summary>
    public VpcQuotas Quotas { get; init; } = new();

    internal string At(string property) => $"{Path}: {PropsType}.{property}";
}

/// <summary>A secondary IPv4 block of a VPC.</summary>
/// <param name="Name">The name that tiers call it by; never <c>primary</c>.</param>
/// <param name="CidrBlock">The block, <c>/16</c> to <c>/28</c>; null when it comes from an IPAM pool.</param>
public sealed record VpcCidrInput(string Name, string? CidrBlock)
{
    /// <summary>The prefix length of a block from an IPAM pool, instead of a literal.</summary>
    public int? NetmaskLength { get; init; }

    /// <summary>How many tiers share the block, 1 to 16; 1 by default. Part of the layout.</summary>
    public int MaxTiers { get; init; } = 1;
}

/// <summary>A zone of a VPC.</summary>
/// <param name="Zone">A zone name, an AZ ID, or <c>#0</c> for the zone at an index.</param>
/// <param name="Slot">Its slot, 0 to 15; null for its letter, AZ number or index. Local and Wavelength Zones need one.</param>
public sealed record ZoneInput(string Zone, int? Slot = null)
{
    /// <summary>A zone at its natural slot.</summary>
    public static implicit operator ZoneInput(string zone) => FromString(zone);

    /// <summary>A zone at its natural slot.</summary>
    public static ZoneInput FromString(string zone) => new(zone);
}

/// <summary>A tier of a VPC: one subnet in every zone.</summary>
/// <param name="Name">Its name: a letter, then letters, digits and hyphens.</param>
/// <param name="Slot">Its number, 0 to 15, unique in the VPC, for good: its addresses follow from it.</param>
public sealed record TierInput(string Name, int Slot)
{
    /// <summary>How large its subnets are; all of their blocks by default.</summary>
    public SubnetSize Size { get; init; } = SubnetSize.Whole;

    /// <summary>The secondary block that it lives in, by name; null for the primary block.</summary>
    public string? CidrName { get; init; }

    /// <summary>Whether its subnets have no IPv4 addresses at all.</summary>
    public bool Ipv6Only { get; init; }

    /// <summary>How the user's props call this tier; <c>Tiers[name]</c> by default.</summary>
    public string? PropertyName { get; init; }
}

/// <summary>A subnet at an explicit place.</summary>
/// <param name="Tier">The tier's name.</param>
/// <param name="Zone">The zone, written as in the plan's zones.</param>
/// <param name="CidrBlock">Its IPv4 block, <c>/16</c> to <c>/28</c>, inside a block of the VPC; null for the block by slots.</param>
public sealed record SubnetPin(string Tier, string Zone, string? CidrBlock)
{
    /// <summary>The place of its <c>/64</c> in the VPC's <c>/56</c>, 0 to 255; null for the place by slots.</summary>
    public int? Ipv6Index { get; init; }

    /// <summary>The logical ID that the subnet already has in its template; null for one that the pattern gives.</summary>
    public string? LogicalId { get; init; }
}

/// <summary>Quotas of an account that limit a plan.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html</remarks>
public sealed record VpcQuotas
{
    /// <summary>"IPv4 CIDR blocks per VPC": 5 by default, adjustable up to 50.</summary>
    public int Ipv4CidrBlocksPerVpc { get; init; } = 5;

    /// <summary>"Subnets per VPC": 200 by default, adjustable.</summary>
    public int SubnetsPerVpc { get; init; } = 200;
}

/// <summary>How a construct's props call the parts of an <see cref="AddressPlanInput"/>, so that problems name what the user wrote.</summary>
public sealed record AddressPropertyNames
{
    /// <summary>The Region.</summary>
    public string Region { get; init; } = "Region";

    /// <summary>The primary block.</summary>
    public string CidrBlock { get; init; } = "CidrBlock";

    /// <summary>The primary block's prefix length from an IPAM pool.</summary>
    public string NetmaskLength { get; init; } = "NetmaskLength";

    /// <summary>The secondary blocks.</summary>
    public string SecondaryCidrs { get; init; } = "SecondaryCidrs";

    /// <summary>The zones.</summary>
    public string Zones { get; init; } = "Zones";

    /// <summary>The tiers.</summary>
    public string Tiers { get; init; } = "Tiers";

    /// <summary>The declared maximum of zones.</summary>
    public string MaxZones { get; init; } = "MaxZones";

    /// <summary>The declared maximum of tiers.</summary>
    public string MaxTiers { get; init; } = "MaxTiers";

    /// <summary>The pins.</summary>
    public string Pins { get; init; } = "Pins";

    /// <summary>A tier's slot.</summary>
    public string TierSlot { get; init; } = "Slot";

    /// <summary>A tier's size.</summary>
    public string TierSize { get; init; } = "Size";

    /// <summary>The name of a tier's block.</summary>
    public string TierCidrName { get; init; } = "CidrName";
}
