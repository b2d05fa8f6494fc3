using Amazon.CDK.AWS.EC2;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>A tier of a VPC as CDK sees it: what constructs that go into the tier take.</summary>
public sealed class VpcTier
{
    private readonly Lazy<ISubnet[]> _subnets;
    private readonly Lazy<ISecurityGroup?> _securityGroup;
    private readonly Lazy<string[]> _routeTableIds;
    private readonly Lazy<string[]> _cidrBlocks;
    private readonly Lazy<string[]> _placementGroupNames;

    internal VpcTier(string name, TierIntent intent, VpcTierParts parts)
    {
        Name = name;
        Intent = intent;
        _subnets = new(parts.Subnets);
        _securityGroup = new(parts.SecurityGroup);
        _routeTableIds = new(parts.RouteTableIds);
        _cidrBlocks = new(parts.CidrBlocks);
        _placementGroupNames = new(parts.PlacementGroupNames);
    }

    /// <summary>The tier's name.</summary>
    public string Name { get; }

    /// <summary>What the tier's subnets are for.</summary>
    public TierIntent Intent { get; }

    /// <summary>
    /// The IPv4 blocks of the subnets, in the order of <see cref="Subnets"/>: tokens where an IPAM pool gives them, none
    /// for a tier with IPv6 only.
    /// </summary>
    public IReadOnlyList<string> CidrBlocks => _cidrBlocks.Value;

    /// <summary>The subnets, by zone slot.</summary>
    public ISubnet[] Subnets => _subnets.Value;

    /// <summary>The subnets, as the <c>VpcSubnets</c> of CDK's own constructs take them.</summary>
    public SubnetSelection Selection => new() { Subnets = Subnets };

    /// <summary>
    /// The tier's security group. Rules that CDK's <c>Connections</c> add to it become resources of their own, but for those
    /// that the tiers declare already; it allows nothing that neither the tier's rules nor those say. That of a tier read
    /// from an export takes no rules: they are for its owner to declare.
    /// </summary>
    /// <exception cref="InvalidOperationException">The tier is for attachments or firewall endpoints, and has no group.</exception>
    public ISecurityGroup SecurityGroup => _securityGroup.Value
        ?? throw new InvalidOperationException($"tier '{Name}' is for {Intent} only, and has no security group");

    /// <summary>The names of the tier's placement groups: one, one for each zone where the strategy is cluster, or none.</summary>
    public string[] PlacementGroupNames => _placementGroupNames.Value;

    /// <summary>The IDs of the tier's route tables: one for a zone where the tier has egress, otherwise one for all.</summary>
    public string[] RouteTableIds => _routeTableIds.Value;
}

/// <summary>How a tier makes what it gives to callers, when it is first asked for: each crosses to CDK.</summary>
internal sealed record VpcTierParts(
    Func<ISubnet[]> Subnets, Func<ISecurityGroup?> SecurityGroup, Func<string[]> RouteTableIds, Func<string[]> CidrBlocks, Func<string[]> PlacementGroupNames);
