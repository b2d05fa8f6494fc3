using System.Collections.Immutable;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>Plans the network ACLs of all tiers.</summary>
internal static class NetworkAclPlanner
{
    public static ImmutableArray<NetworkAclPlan> AclsOf(
        ThreeTierVpcProps props, ImmutableArray<TierPlan> tiers, ImmutableArray<Flow> flows, ImmutableArray<NatPlan> nats)
    {
        var natTier = nats.IsEmpty ? null : NatPlanner.TierOf(props.NatGateways, tiers);
        ImmutableArray<Cidr> destinations = [.. props.PrivateNat?.Destinations.Select(Cidr.Parse) ?? []];
        return
        [
            .. tiers.Select(tier => NetworkAclPlan.Of(
                tier,
                flows,
                [.. props.BlockedRanges.Select(Cidr.Parse).Order().Where(range => range.IsIPv6 ? tier.HasIPv6 : tier.HasIPv4).Select(AddressBlock.Literal)],
                flow =>
                [
                    .. tier == natTier ? BeyondPublic(flow) : [],
                    .. tier.Name == props.PrivateNat?.Tier ? BeyondPrivate(flow) : [],
                ])),
        ];

        // A message of path MTU discovery comes back through the NAT that the tier behind it uses.
        static ImmutableArray<AddressBlock> BeyondPublic(Flow flow) => flow switch
        {
            { Rule.HasAnswers: true } => flow.BeyondNat,
            { From.IsOutside: true, To.Tier: { Intent: TierIntent.Egress, HasIPv4: true } } => [.. flow.From.Ranges.Where(range => !range.IsIPv6)],
            _ => [],
        };

        // The routes lead the named destinations there and nothing else.
        IEnumerable<AddressBlock> BeyondPrivate(Flow flow) =>
            from range in flow.Rule.HasAnswers && UsesPrivate(flow.From.Tier) ? flow.BeyondNat : []
            from destination in destinations
            where range.Block.Overlaps(destination)
            select AddressBlock.Literal(range.Block.Contains(destination) ? destination : range.Block);

        bool UsesPrivate(TierPlan? tier) => tier is not null && props.PrivateNat!.From.Contains(tier.Name, StringComparer.Ordinal);
    }
}
