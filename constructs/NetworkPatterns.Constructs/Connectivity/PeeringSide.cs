using System.Collections.Immutable;
using Amazon.CDK;
using NetworkPatterns.Constructs.Vpc;

namespace NetworkPatterns.Constructs.Connectivity;

/// <summary>One of the two VPCs of a peering: its addresses, and the route tables that are to lead to the other.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html</remarks>
public sealed record PeeringSide
{
    private const string Ipv6Block = "ipv6";

    private PeeringSide(string name, string vpcId)
    {
        Name = name;
        VpcId = vpcId;
    }

    /// <summary>What problems call it: a construct path, or the name that was given.</summary>
    public string Name { get; }

    /// <summary>The VPC's ID, a literal or a token.</summary>
    public string VpcId { get; }

    /// <summary>The VPC's account, where that is another than the stack's. Default: the stack's.</summary>
    public string? AccountId { get; init; }

    /// <summary>The VPC's Region, where that is another than the stack's. Default: the stack's.</summary>
    public string? Region { get; init; }

    /// <summary>
    /// Parts of this VPC that the other side routes to, in CIDR notation. Default: all of its blocks. A range outside the
    /// VPC is an error: a peering is not transitive, so nothing behind the VPC can be reached through it.
    /// </summary>
    public IReadOnlyList<string>? Destinations { get; init; }

    internal ImmutableArray<PeeringBlock> Blocks { get; private init; } = [];

    internal ImmutableSortedDictionary<string, string> RouteTables { get; private init; } = ImmutableSortedDictionary<string, string>.Empty;

    internal ThreeTierVpcPlan? Network { get; private init; }

    internal ImmutableArray<string> Tiers { get; private init; } = [];

    internal CfnResource? Ipv6CidrBlock { get; private init; }

    /// <summary>A VPC of this library.</summary>
    /// <param name="network">The VPC.</param>
    /// <param name="tiers">The tiers that get routes to the other side. Default: every tier for workloads.</param>
    public static PeeringSide Of(ThreeTierVpc network, params IReadOnlyList<string> tiers)
    {
        ArgumentNullException.ThrowIfNull(network);
        var plan = network.Plan;
        ImmutableArray<string> names = tiers.Count > 0 ? [.. tiers] : [.. plan.Tiers.Where(tier => tier.IsForWorkloads).Select(tier => tier.Name)];
        var blocks = plan.Addresses.CidrBlocks.Select(cidr => new PeeringBlock(
            cidr.Name,
            cidr.IsRelative ? network.Resources.GetAtt(ThreeTierVpcBlueprint.VpcId, "CidrBlock") : cidr.Block.ToString(),
            IsIPv6: false));
        return new(plan.Path, network.VpcId)
        {
            Network = plan,
            Tiers = names,
            Blocks = plan.HasIPv6 ? [.. blocks, new(Ipv6Block, Ipv6BlockOf(network), IsIPv6: true)] : [.. blocks],
            RouteTables = plan.RouteTables
                .Where(table => names.Contains(table.Tier.Name, StringComparer.Ordinal))
                .ToImmutableSortedDictionary(table => table.Id, table => network.Resources.Ref(table.Id), StringComparer.Ordinal),
            Ipv6CidrBlock = plan.HasIPv6 ? network.GetResource(CidrBlockBlueprint.Ipv6Id) : null,
        };
    }

    /// <summary>A VPC that exists already, or that another app makes.</summary>
    /// <param name="name">What problems and the address book call it.</param>
    /// <param name="vpcId">Its ID.</param>
    /// <param name="cidrBlocks">Every block of it, IPv4 and IPv6: the other side routes to them, and none may overlap.</param>
    /// <param name="routeTableIds">
    /// Its route tables that get routes to the other side, each by a name that stays, part of logical IDs. Needed where
    /// the VPC is of the stack's own account and Region; elsewhere <see cref="PeeringAcceptance"/> makes them.
    /// </param>
    public static PeeringSide Existing(string name, string vpcId, IReadOnlyList<string> cidrBlocks, IReadOnlyDictionary<string, string>? routeTableIds = null)
    {
        ArgumentNullException.ThrowIfNull(cidrBlocks);
        return new(name, vpcId)
        {
            Blocks = [.. cidrBlocks.Order(StringComparer.Ordinal).Select(block => new PeeringBlock(PeeringBlock.NameOf(block), block, block.Contains(':', StringComparison.Ordinal)))],
            RouteTables = (routeTableIds ?? ImmutableDictionary<string, string>.Empty).ToImmutableSortedDictionary(StringComparer.Ordinal),
        };
    }

    private static string Ipv6BlockOf(ThreeTierVpc network) => Fn.Select(
        0, Token.AsList(network.GetResource(ThreeTierVpcBlueprint.VpcId).GetAtt("Ipv6CidrBlocks", ResolutionTypeHint.STRING_LIST)));
}

/// <summary>A block of a peered VPC.</summary>
/// <param name="Name">Its name in logical IDs.</param>
/// <param name="Text">The block, a literal or a token.</param>
/// <param name="IsIPv6">The family.</param>
internal sealed record PeeringBlock(string Name, string Text, bool IsIPv6)
{
    /// <summary>A literal's own digits: a route to another block is another route.</summary>
    public static string NameOf(string block) => string.Concat(block.Select(character => char.IsAsciiLetterOrDigit(character) ? character : 'x'));
}
