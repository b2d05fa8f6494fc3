using System.Collections.Immutable;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Guarantees;
using GuaranteedProtocol = NetworkPatterns.Core.Guarantees.TrafficProtocol;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>What a VPC promises, from its flows: which tier reaches which, on which ports, and which never does.</summary>
/// <remarks>
/// Declared flows must work. What else two groups allow between them counts as well: a tier that opens HTTPS to anywhere
/// reaches a tier that accepts HTTPS from anywhere, although no flow names the two.
/// </remarks>
internal static class GuaranteePlanner
{
    public static ImmutableArray<Guarantee> GuaranteesOf(ThreeTierVpcPlan plan)
    {
        var guarantees = ImmutableArray.CreateBuilder<Guarantee>();
        foreach (var client in plan.SecurityGroups)
        {
            foreach (var server in plan.SecurityGroups.Where(server => server.Tier != client.Tier))
            {
                Add(guarantees, Party.Tier(client.Tier.Name), Party.Tier(server.Tier.Name), Declared(client, server), [.. Allowed(client, server), .. ByOthers(client, server, plan)]);
            }
        }

        foreach (var group in plan.SecurityGroups)
        {
            AddInternet(guarantees, group, plan);
        }

        return guarantees.DrainToImmutable();
    }

    private static void AddInternet(ImmutableArray<Guarantee>.Builder guarantees, SecurityGroupPlan group, ThreeTierVpcPlan plan)
    {
        var tier = Party.Tier(group.Tier.Name);
        var entering = group.Tier.Intent == TierIntent.Internet ? group.FromRanges : [];
        Add(guarantees, Party.Internet, tier, [], [.. entering.Where(flow => flow.Rule.HasAnswers).Select(flow => ToTraffic(flow.Rule))]);

        // With a tier for attachments the way out may be a hub's, which then promises it.
        var mayHaveHub = plan.Tiers.Any(other => other.Intent == TierIntent.Transit);

        // A public tier goes out only where an interface has a public address, which the pattern leaves to its users.
        var leaving = group.Tier.Intent switch
        {
            TierIntent.Internet => group.ToRanges,
            TierIntent.Egress when !plan.NatGateways.IsEmpty || group.Tier.HasIPv6 || mayHaveHub => group.ToRanges,
            _ => [],
        };
        var promised = group.Tier.Intent == TierIntent.Egress && (!plan.NatGateways.IsEmpty || group.Tier.HasIPv6)
            ? leaving.Where(flow => flow.To.Ranges.Contains(AddressBlock.AnyIPv4) && plan.NatGateways.All(nat => nat.Kind != NatKind.Instance))
            : [];
        Add(guarantees, tier, Party.Internet, [.. promised.Select(flow => ToTraffic(flow.Rule))], [.. leaving.Concat(ByNatInstance(group.Tier, plan)).Select(flow => ToTraffic(flow.Rule))]);
    }

    // A NAT instance is an interface in its tier's subnets, and goes out for the tiers behind it.
    private static IEnumerable<Flow> ByNatInstance(TierPlan tier, ThreeTierVpcPlan plan) =>
        plan.NatGateways.Any(nat => nat.Kind == NatKind.Instance && nat.Subnet?.Addresses.Tier == tier.Name)
            ? plan.NatInstanceFlows.Where(flow => flow.Rule.HasAnswers)
            : [];

    private static void Add(
        ImmutableArray<Guarantee>.Builder guarantees, Party from, Party to, ImmutableArray<Traffic> promised, ImmutableArray<Traffic> allowed)
    {
        if (!promised.IsEmpty)
        {
            guarantees.Add(new CanReach(from, to, promised));
        }

        guarantees.Add(allowed.IsEmpty ? new NeverReaches(from, to) : new ReachesAtMost(from, to, [.. allowed.Distinct()]));
    }

    private static ImmutableArray<Traffic> Declared(SecurityGroupPlan client, SecurityGroupPlan server) =>
        [.. server.FromGroups.Where(flow => flow.From.Group == client.Tier.Group && flow.Rule.HasAnswers).Select(flow => ToTraffic(flow.Rule))];

    private static ImmutableArray<Traffic> Allowed(SecurityGroupPlan client, SecurityGroupPlan server) =>
    [
        .. from leaving in client.ToGroups.Concat(client.ToRanges)
           where leaving.Rule.HasAnswers && Covers(leaving.To, server.Tier)
           from entering in server.FromGroups.Concat(server.FromRanges)
           where Covers(entering.From, client.Tier) && entering.Rule.Protocol == leaving.Rule.Protocol
           let first = Math.Max(leaving.Rule.FromPort, entering.Rule.FromPort)
           let last = Math.Min(leaving.Rule.ToPort, entering.Rule.ToPort)
           where first <= last
           select ToTraffic(leaving.Rule with { FromPort = first, ToPort = last }),
    ];

    // What is in a tier's subnets without its group: interface endpoints, an Instance Connect Endpoint, a NAT instance.
    private static IEnumerable<Traffic> ByOthers(SecurityGroupPlan client, SecurityGroupPlan server, ThreeTierVpcPlan plan)
    {
        var nat = plan.NatGateways.FirstOrDefault(nat => nat.Kind == NatKind.Instance);
        var passed = nat?.Subnet?.Addresses.Tier == server.Tier.Name ? plan.NatInstanceFlows.Where(flow => flow.From.Tier == client.Tier) : [];
        var reached = nat?.Subnet?.Addresses.Tier == client.Tier.Name
            ? from flow in plan.NatInstanceFlows
              from entering in server.FromRanges
              where entering.Rule.Protocol == flow.Rule.Protocol && flow.BeyondNat.Any(range => server.Tier.Ranges.Any(range.Overlaps))
              where entering.Rule.FromPort <= flow.Rule.ToPort && flow.Rule.FromPort <= entering.Rule.ToPort
              select flow
            : [];
        return plan.Flows
            .Where(flow => IsIn(flow.From, client.Tier) && IsIn(flow.To, server.Tier) && (flow.From.Group != client.Tier.Group || flow.To.Group != server.Tier.Group))
            .Concat(passed)
            .Concat(reached)
            .Where(flow => flow.Rule.HasAnswers)
            .Select(flow => ToTraffic(flow.Rule));
    }

    // Endpoints are named by their group where the client's network ACL is all that there is to say.
    private static bool IsIn(FlowEnd end, TierPlan tier) =>
        end.Tier == tier || (end is { Tier: null, Group: not null } && end.Ranges.Any(tier.Ranges.Contains));

    private static bool Covers(FlowEnd end, TierPlan tier) =>
        end.Group is { } group ? group == tier.Group : end.Ranges.Any(range => tier.Ranges.Any(range.Overlaps));

    private static Traffic ToTraffic(TrafficRule rule) => new(
        rule.Protocol == TrafficProtocol.Tcp ? GuaranteedProtocol.Tcp : GuaranteedProtocol.Udp, rule.FromPort, rule.ToPort);
}
