using System.Collections.Immutable;
using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Constructs;
using NetworkPatterns.Constructs.Synthesis;
using NetworkPatterns.Core.Addressing;
using CdkVpc = Amazon.CDK.AWS.EC2.Vpc;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>The VPC as CDK's L2 constructs see it: made when it is first asked for, because each part crosses to CDK.</summary>
internal sealed class VpcView
{
    private readonly ThreeTierVpcPlan _plan;
    private readonly EmittedBlueprint _resources;
    private readonly ImmutableDictionary<string, ISubnet[]> _subnets;

    public VpcView(Construct scope, ThreeTierVpcPlan plan, EmittedBlueprint resources)
    {
        _plan = plan;
        _resources = resources;
        Vpc = CdkVpc.FromVpcAttributes(scope, "View", Attributes());
        _subnets = Enum.GetValues<TierIntent>()
            .Where(TierPlan.IsForWorkloadsWith)
            .SelectMany(SubnetsOf)
            .Concat(plan.Tiers.Where(tier => !TierPlan.IsForWorkloadsWith(tier.Intent)).Select(tier => KeyValuePair.Create(tier.Name, Imported(scope, tier))))
            .ToImmutableDictionary(StringComparer.Ordinal);
    }

    public IVpc Vpc { get; }

    public ISubnet[] Subnets(TierPlan tier) => _subnets[tier.Name];

    private VpcAttributes Attributes()
    {
        var isPublic = Group(TierIntent.Internet);
        var isPrivate = Group(TierIntent.Egress);
        var isIsolated = Group(TierIntent.Isolated);
        return new()
        {
            VpcId = _resources.Ref(ThreeTierVpcBlueprint.VpcId),
            VpcCidrBlock = _plan.Addresses.Primary.IsRelative
                ? _resources.GetAtt(ThreeTierVpcBlueprint.VpcId, "CidrBlock")
                : _plan.Addresses.Primary.Block.ToString(),
            AvailabilityZones = [.. _plan.Tiers[0].Subnets.Select(ZoneName)],
            PublicSubnetIds = isPublic?.Ids,
            PublicSubnetNames = isPublic?.Names,
            PublicSubnetRouteTableIds = isPublic?.RouteTableIds,
            PublicSubnetIpv4CidrBlocks = isPublic?.CidrBlocks,
            PrivateSubnetIds = isPrivate?.Ids,
            PrivateSubnetNames = isPrivate?.Names,
            PrivateSubnetRouteTableIds = isPrivate?.RouteTableIds,
            PrivateSubnetIpv4CidrBlocks = isPrivate?.CidrBlocks,
            IsolatedSubnetIds = isIsolated?.Ids,
            IsolatedSubnetNames = isIsolated?.Names,
            IsolatedSubnetRouteTableIds = isIsolated?.RouteTableIds,
            IsolatedSubnetIpv4CidrBlocks = isIsolated?.CidrBlocks,
        };
    }

    private SubnetGroup? Group(TierIntent intent)
    {
        var tiers = Tiers(intent).ToList();
        var subnets = tiers.SelectMany(tier => tier.Subnets).ToList();
        return subnets.Count == 0 ? null : new(
            [.. subnets.Select(subnet => _resources.Ref(subnet.Id))],
            [.. tiers.Select(tier => tier.Name)],
            [.. subnets.Select(subnet => _resources.Ref(RouteTableOf(subnet).Id))],
            subnets.Any(subnet => subnet.Ipv4 is null) ? null : [.. subnets.Select(CidrBlockOf)]);
    }

    // Constructs of CDK choose subnets from the VPC's groups, and must never choose these: nothing else may live there.
    private ISubnet[] Imported(Construct scope, TierPlan tier) =>
    [
        .. tier.Subnets.Select(subnet => Subnet.FromSubnetAttributes(scope, $"{subnet.Id}View", new SubnetAttributes
        {
            SubnetId = _resources.Ref(subnet.Id),
            AvailabilityZone = ZoneName(subnet),
            RouteTableId = _resources.Ref(RouteTableOf(subnet).Id),
            Ipv4CidrBlock = subnet.Ipv4 is null ? null : CidrBlockOf(subnet),
        })),
    ];

    private string CidrBlockOf(SubnetPlan subnet) => subnet.Ipv4 is { BasePrefix: null } literal
        ? literal.ToString()
        : _resources.GetAtt(subnet.Id, "CidrBlock");

    // The L2 lists the subnets of one kind by tier, then zone, as they were given. A consumer that needs the internet
    // waits for the route that leads there.
    private IEnumerable<KeyValuePair<string, ISubnet[]>> SubnetsOf(TierIntent intent)
    {
        var tiers = Tiers(intent).ToList();
        if (tiers.Count == 0)
        {
            yield break;
        }

        var views = intent switch
        {
            TierIntent.Internet => Vpc.PublicSubnets,
            TierIntent.Egress => Vpc.PrivateSubnets,
            _ => Vpc.IsolatedSubnets,
        };
        var first = 0;
        foreach (var tier in tiers)
        {
            var own = views[first..(first + tier.Subnets.Length)];
            for (var index = 0; index < own.Length; index++)
            {
                WaitForRoute(own[index], RouteTableOf(tier.Subnets[index]));
            }

            first += own.Length;
            yield return KeyValuePair.Create(tier.Name, own);
        }
    }

    private void WaitForRoute(ISubnet view, RouteTablePlan table)
    {
        if (table.InternetRouteId is { } route && view.InternetConnectivityEstablished is DependencyGroup established)
        {
            established.Add(_resources.GetResource(route));
        }
    }

    private string ZoneName(SubnetPlan subnet) => subnet.Zone.Kind == ZoneKind.Name
        ? subnet.Zone.Text
        : _resources.GetAtt(subnet.Id, "AvailabilityZone");

    private IEnumerable<TierPlan> Tiers(TierIntent intent) => _plan.Tiers.Where(tier => tier.Intent == intent);

    private RouteTablePlan RouteTableOf(SubnetPlan subnet) => _plan.RouteTables.First(table => table.Subnets.Contains(subnet));

    private sealed record SubnetGroup(string[] Ids, string[] Names, string[] RouteTableIds, string[]? CidrBlocks);
}
