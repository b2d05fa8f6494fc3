using System.Collections.Immutable;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>Plans what an EC2 Instance Connect Endpoint reaches.</summary>
internal static class InstanceConnectPlanner
{
    public const string SecurityGroupId = "InstanceConnectSecurityGroup";

    private const int DeclaredBy = 100;

    // Behind the numbers of interface endpoints: one flow for the VPC and one for each tier.
    private const int FirstNumber = FlowPlanner.FirstNumberOfServices + ((AddressPlan.SlotCount + 1) * FlowPlanner.NumbersPerFlow);

    public static IEnumerable<Flow> FlowsOf(InstanceConnect? connect, ImmutableArray<TierPlan> tiers)
    {
        if (connect is null)
        {
            return [];
        }

        var home = tiers.Single(tier => tier.Name == connect.Tier);
        var group = new GroupPeer("InstanceConnect", "Instance Connect Endpoint", Value.GetAtt(SecurityGroupId, "GroupId"));
        return tiers.Where(tier => connect.Targets.Contains(tier.Name, StringComparer.Ordinal)).Select(tier => new Flow(
            new(home, [.. home.Ranges.Where(range => range.IsIPv6 ? tier.HasIPv6 : tier.HasIPv4)]) { Group = group },
            FlowPlanner.EndOf(tier) with { Ranges = [.. tier.Ranges.Where(range => range.IsIPv6 ? home.HasIPv6 : home.HasIPv4)] },
            TrafficRule.Tcp(connect.Port, TrafficPeer.Tier(home.Name)),
            DeclaredBy + tier.Slot,
            FirstNumber + (tier.Slot * FlowPlanner.NumbersPerFlow)));
    }
}
