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
                flow => (tier == natTier && PassesPublic(flow)) || (tier.Name == props.PrivateNat?.Tier && PassesPrivate(flow)))),
        ];

        // A message of path MTU discovery comes back through the NAT that the tier behind it uses.
        static bool PassesPublic(Flow flow) => flow.Rule.HasAnswers
            ? !flow.BeyondNat.IsEmpty
            : flow is { From.IsOutside: true, To.Tier: { Intent: TierIntent.Egress, HasIPv4: true } };

        bool PassesPrivate(Flow flow) =>
            flow.Rule.HasAnswers
            && flow.From.Tier is { } from
            && props.PrivateNat!.From.Contains(from.Name, StringComparer.Ordinal)
            && flow.BeyondNat.Any(range => destinations.Any(range.Block.Overlaps));
    }
}
