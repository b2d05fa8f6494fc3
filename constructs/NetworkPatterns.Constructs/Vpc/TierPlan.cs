using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Blueprints;

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

    public required IpStack Stack { get; init; }

    /// <summary>Whether its subnets reach IPv4 hosts over a NAT gateway with addresses that their resolver makes.</summary>
    public required bool HasDns64 { get; init; }

    /// <summary>The addresses that are the tier's, now and after zones are added, so that growth changes no rule.</summary>
    public required ImmutableArray<AddressBlock> Ranges { get; init; }

    public bool HasIPv4 => Stack != IpStack.Ipv6;

    public bool HasIPv6 => Stack != IpStack.Ipv4;

    /// <summary>Whether it is for workloads: then it has a security group, and a network ACL of its rules.</summary>
    public bool IsForWorkloads => IsForWorkloadsWith(Intent) && Props.CentralNat == CentralNat.None;

    /// <summary>Whether each zone has a route table of its own.</summary>
    public bool HasTableByZone =>
        Intent is TierIntent.Egress or TierIntent.Transit or TierIntent.Firewall || Existing.Any(subnet => subnet.RouteTableId is not null);

    /// <summary>The start of the ids of its resources.</summary>
    public string Id { get; } = ResourceName.Of(Props.Name);

    public string SecurityGroupId => $"{Id}SecurityGroup";

    public string NetworkAclId => $"{Id}NetworkAcl";

    /// <summary>The tier's security group, as rules of others name it.</summary>
    public GroupPeer Group => new(Id, $"tier {Name}", Value.GetAtt(SecurityGroupId, "GroupId"));

    public ImmutableArray<SubnetPlan> Subnets { get; } =
    [
        .. Addresses.Subnets.Select(subnet => new SubnetPlan(
            subnet,
            $"{ResourceName.Of(Props.Name)}Subnet{ResourceName.Of(subnet.Zone.Label)}",
            Existing.FirstOrDefault(existing => existing.Zone == subnet.Zone.Text))),
    ];

    public static bool IsForWorkloadsWith(TierIntent intent) => intent is not (TierIntent.Transit or TierIntent.Firewall);
}

/// <summary>A subnet and the id of its resource.</summary>
/// <param name="Addresses">Its zone and block.</param>
/// <param name="Id">Its id: tier and zone.</param>
/// <param name="Existing">What exists of it already.</param>
internal sealed record SubnetPlan(PlannedSubnet Addresses, string Id, ExistingSubnet? Existing)
{
    public Zone Zone => Addresses.Zone;

    /// <summary>Its IPv4 block; <see langword="null"/> with IPv6 only.</summary>
    public AddressBlock? Ipv4 => Addresses is { CidrBlock: { } block, VpcCidr: { } vpc } ? AddressBlock.InVpc(block, vpc) : null;
}
