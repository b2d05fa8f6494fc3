using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>A tier, settled: its subnets, its ranges and the ids of its resources.</summary>
/// <param name="Props">What the user asked for.</param>
/// <param name="Addresses">Its subnets.</param>
/// <param name="Existing">Subnets of it that exist already.</param>
internal sealed record TierPlan(TierProps Props, PlannedTier Addresses, ImmutableArray<ExistingSubnet> Existing)
{
    public string Name => Props.Name;

    public TierIntent Intent => Props.Intent;

    public int Slot => Props.Slot;

    /// <summary>The start of the ids of its resources.</summary>
    public string Id { get; } = ResourceName.Of(Props.Name);

    public string SecurityGroupId => $"{Id}SecurityGroup";

    public string NetworkAclId => $"{Id}NetworkAcl";

    /// <summary>
    /// The addresses that are the tier's, now and after zones are added, so that growth changes no rule: its region,
    /// and the pinned subnets outside of it.
    /// </summary>
    public ImmutableArray<Cidr> Ranges { get; } =
    [
        .. Addresses.Region is { } region ? [region] : ImmutableArray<Cidr>.Empty,
        .. Addresses.Subnets
            .Where(subnet => subnet.CidrBlock is { } block && Addresses.Region?.Contains(block) != true)
            .Select(subnet => subnet.CidrBlock!.Value),
    ];

    public ImmutableArray<SubnetPlan> Subnets { get; } =
        
    [
        .. Addresses.Subnets.Select(subnet => new SubnetPlan(
            subnet,
            $"{ResourceName.Of(Props.Name)}Subnet{ResourceName.Of(subnet.Zone.Label)}",
            Existing.FirstOrDefault(existing => existing.Zone == subnet.Zone.Text))),
    ];
}

/// <summary>A subnet and the id of its resource.</summary>
/// <param name="Addresses">Its zone and block.</param>
/// <param name="Id">Its id: tier and zone.</param>
/// <param name="Existing">What exists of it already.</param>
internal sealed record SubnetPlan(PlannedSubnet Addresses, string Id, ExistingSubnet? Existing)
{
    public Zone Zone => Addresses.Zone;
}
