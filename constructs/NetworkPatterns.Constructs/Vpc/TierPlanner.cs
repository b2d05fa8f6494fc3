using System.Collections.Immutable;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>Settles the tiers: their address families and the ranges that stand for them in rules.</summary>
internal static class TierPlanner
{
    private const int BitsOfTier = 60;
    private const int BitsBehindTier = 128 - BitsOfTier;

    public static ImmutableArray<TierPlan> TiersOf(ThreeTierVpcProps props, IEnumerable<TierProps> tiers, AddressPlan addresses) =>
    [
        .. tiers.OrderBy(tier => tier.Slot).Select(tier =>
        {
            var planned = addresses.GetTier(tier.Name);
            var stack = StackOf(props, tier);
            return new TierPlan(tier, planned, [.. props.Adopt?.Subnets.Where(subnet => subnet.Tier == tier.Name) ?? []])
            {
                Stack = stack,
                HasDns64 = HasDns64(props, tier),
                Ranges =
                [
                    .. stack == IpStack.Ipv6 ? [] : Ipv4RangesOf(planned),
                    .. stack == IpStack.Ipv4 ? [] : Ipv6RangesOf(planned, addresses),
                ],
            };
        }),
    ];

    public static IpStack StackOf(ThreeTierVpcProps props, TierProps tier) => tier.IpStack ?? props.IpStack;

    public static bool HasDns64(ThreeTierVpcProps props, TierProps tier) =>
        tier.Dns64 ?? (StackOf(props, tier) == IpStack.Ipv6 && tier.Intent == TierIntent.Egress && HasNatGateway(props.NatGateways));

    public static bool HasNatGateway(NatStrategy strategy) => strategy.Kind is not (NatKind.None or NatKind.Instance);

    // The tier's region, and the pinned subnets outside of it.
    private static IEnumerable<AddressBlock> Ipv4RangesOf(PlannedTier tier)
    {
        var vpc = tier.Subnets[0].VpcCidr!;
        if (tier.Region is { } region)
        {
            yield return AddressBlock.InVpc(region, vpc);
        }

        foreach (var subnet in tier.Subnets.Where(subnet => subnet.CidrBlock is { } block && tier.Region?.Contains(block) != true))
        {
            yield return AddressBlock.InVpc(subnet.CidrBlock!.Value, subnet.VpcCidr!);
        }
    }

    // The 16 places of the tier's slot, unless a pinned subnet of another tier is among them; and pinned subnets elsewhere.
    private static IEnumerable<AddressBlock> Ipv6RangesOf(PlannedTier tier, AddressPlan addresses)
    {
        var isShared = addresses.Subnets.Any(subnet => subnet.Tier != tier.Name && SlotOf(subnet) == tier.Slot);
        var own = tier.Subnets.Where(subnet => isShared || SlotOf(subnet) != tier.Slot).Select(subnet => AddressBlock.Ipv6Subnet(subnet.Ipv6Index));
        return isShared ? own : own.Prepend(AddressBlock.InVpcIpv6(Cidr.Create((UInt128)tier.Slot << BitsBehindTier, BitsOfTier, isIPv6: true)));
    }

    private static int SlotOf(PlannedSubnet subnet) => subnet.Ipv6Index / AddressPlan.SlotCount;
}
