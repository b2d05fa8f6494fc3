using Amazon.CDK.AWS.EC2;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>A tier of a VPC as CDK sees it: what constructs that go into the tier take.</summary>
public sealed class VpcTier
{
    private readonly Lazy<ISubnet[]> _subnets;
    private readonly Lazy<ISecurityGroup> _securityGroup;
    private readonly Lazy<string[]> _routeTableIds;

    internal VpcTier(TierPlan plan, Func<ISubnet[]> subnets, Func<ISecurityGroup> securityGroup, Func<string[]> routeTableIds)
    {
        Name = plan.Name;
        Intent = plan.Intent;
        CidrBlocks = [.. plan.Subnets.Select(subnet => subnet.Addresses.CidrBlock!.Value.ToString())];
        _subnets = new(subnets);
        _securityGroup = new(securityGroup);
        _routeTableIds = new(routeTableIds);
    }

    /// <summary>The tier's name.</summary>
    public string Name { get; }

    /// <summary>What the tier's subnets are for.</summary>
    public TierIntent Intent { get; }

    /// <summary>The IPv4 blocks of the subnets, in the order of <see cref="Subnets"/>.</summary>
    public IReadOnlyList<string> CidrBlocks { get; }

    /// <summary>The subnets, by zone slot.</summary>
    public ISubnet[] Subnets => _subnets.Value;

    /// <summary>The subnets, as the <c>VpcSubnets</c> of CDK's own constructs take them.</summary>
    public SubnetSelection Selection => new() { Subnets = Subnets };

    /// <summary>
    /// The tier's security group. Rules that CDK's <c>Connections</c> add to it become resources of their own; it allows
    /// nothing that neither the tier's rules nor those say.
    /// </summary>
    public ISecurityGroup SecurityGroup => _securityGroup.Value;

    /// <summary>The IDs of the tier's route tables: one for a zone where the tier has egress, otherwise one for all.</summary>
    public string[] RouteTableIds => _routeTableIds.Value;
}
