using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Core.Guarantees;

namespace NetworkPatterns.Constructs.Connectivity;

/// <summary>A peering, settled.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-routing.html</remarks>
internal sealed record VpcPeeringPlan
{
    public required string Path { get; init; }

    public required Value VpcId { get; init; }

    public required Value PeerVpcId { get; init; }

    public required Value? PeerOwnerId { get; init; }

    public required Value? PeerRegion { get; init; }

    public required Value? PeerRoleArn { get; init; }

    /// <summary>The routes of both sides, those of an accepter in another account or Region left out.</summary>
    public required ImmutableArray<PeeringRoutePlan> Routes { get; init; }

    /// <summary>Whether the accepter's routes belong into a stack of its own account and Region.</summary>
    public required bool NeedsAcceptance { get; init; }

    public required ImmutableArray<Guarantee> Guarantees { get; init; }

    public required ImmutableSortedDictionary<string, string> Inputs { get; init; }

    /// <summary>Plans a peering.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public static VpcPeeringPlan From(VpcPeeringProps props, PatternContext context)
    {
        var problems = new ProblemList();
        var (requester, accepter) = (props.Requester, props.Accepter);
        PeeringRules.CheckSide(requester, context.At(nameof(props.Requester)), context, problems);
        PeeringRules.CheckSide(accepter, context.At(nameof(props.Accepter)), context, problems);
        PeeringRules.CheckPair(requester, accepter, context.At(nameof(props.Accepter)), context, problems);
        CheckPlaces(props, context, problems);
        CheckFlows(props, context, problems);
        problems.ThrowIfAny();

        var values = new ExternalValues(context);
        var isRemote = IsRemote(accepter, context);
        return new()
        {
            Path = context.Path,
            VpcId = values.Of("RequesterVpcId", requester.VpcId),
            PeerVpcId = values.Of("AccepterVpcId", accepter.VpcId),
            PeerOwnerId = accepter.AccountId is { } account ? values.Of("AccepterAccountId", account) : null,
            PeerRegion = accepter.Region is { } region ? values.Of("AccepterRegion", region) : null,
            PeerRoleArn = props.AcceptanceRoleArn is { } role ? values.Of("AcceptanceRoleArn", role) : null,
            Routes =
            [
                .. PeeringRoutePlan.Of("Requester", requester, accepter, values),
                .. isRemote ? [] : PeeringRoutePlan.Of("Accepter", accepter, requester, values),
            ],
            NeedsAcceptance = isRemote,
            Guarantees = props.Flows is { } flows ? GuaranteesOf(requester.Network!, accepter.Network!, flows) : [],
            Inputs = values.Inputs,
        };
    }

    private static bool IsRemote(PeeringSide side, PatternContext context) =>
        side.AccountId is not null || (side.Region is { } region && !string.Equals(region, context.Region, StringComparison.Ordinal));

    private static void CheckPlaces(VpcPeeringProps props, PatternContext context, ProblemList problems)
    {
        var (requester, accepter) = (props.Requester, props.Accepter);
        if (IsRemote(requester, context))
        {
            problems.Add(DiagnosticCatalogue.PeeringUnclear.At(
                context.At(nameof(props.Requester)), "the requester has an account or Region of its own", "put the peering into a stack of the requester's account and Region"));
        }

        if (accepter.AccountId is not null && props.AcceptanceRoleArn is null)
        {
            problems.Add(DiagnosticCatalogue.PeeringRoleMissing.At(
                context.At(nameof(props.AcceptanceRoleArn)), $"{accepter.Name} is of account {accepter.AccountId}, and nothing lets CloudFormation accept there", "deploy a PeeringAcceptance in that account, and give its role"));
        }

        if (accepter.AccountId is null && props.AcceptanceRoleArn is not null)
        {
            problems.Add(DiagnosticCatalogue.ContradictoryProps.At(
                context.At(nameof(props.AcceptanceRoleArn)), "a role is given, and the accepter is of the stack's own account", "leave it out, or give the accepter's AccountId"));
        }

        foreach (var (side, property) in new[] { (requester, nameof(props.Requester)), (accepter, nameof(props.Accepter)) })
        {
            if (side.RouteTables.IsEmpty && !IsRemote(side, context))
            {
                problems.Add(DiagnosticCatalogue.PeeringUnclear.At(context.At(property), $"no route table of {side.Name} would lead to the other side", "name its route tables"));
            }
        }
    }

    private static void CheckFlows(VpcPeeringProps props, PatternContext context, ProblemList problems)
    {
        var where = context.At(nameof(props.Flows));
        if (props.Flows is { Count: > 0 } && (props.Requester.Network is null || props.Accepter.Network is null || IsRemote(props.Accepter, context)))
        {
            problems.Add(DiagnosticCatalogue.PeeringUnclear.At(where, "flows are between tiers, and not both sides are VPCs of this library in this account and Region", "leave Flows out"));
            return;
        }

        foreach (var flow in props.Flows ?? [])
        {
            var (from, to) = flow.IsToAccepter ? (props.Requester, props.Accepter) : (props.Accepter, props.Requester);
            foreach (var (side, tier) in new[] { (from, flow.FromTier), (to, flow.ToTier) }.Where(end => !end.Item1.Tiers.Contains(end.Item2, StringComparer.Ordinal)))
            {
                problems.Add(DiagnosticCatalogue.PeeringUnclear.At(where, $"tier '{tier}' of {side.Name} has no route to the other side", $"name it in PeeringSide.Of, or choose one of {string.Join(", ", side.Tiers)}"));
            }
        }
    }

    private static ImmutableArray<Guarantee> GuaranteesOf(ThreeTierVpcPlan requester, ThreeTierVpcPlan accepter, IReadOnlyList<PeeringFlow> flows) =>
    [
        .. Between(requester, accepter, flows.Where(flow => flow.IsToAccepter)),
        .. Between(accepter, requester, flows.Where(flow => !flow.IsToAccepter)),
    ];

    // A public tier may also be reached over the internet, which is not the peering's to promise.
    private static IEnumerable<Guarantee> Between(ThreeTierVpcPlan from, ThreeTierVpcPlan to, IEnumerable<PeeringFlow> flows)
    {
        var byTiers = flows.ToLookup(flow => (flow.FromTier, flow.ToTier), flow => flow.Traffic);
        foreach (var client in from.Tiers.Where(tier => tier.IsForWorkloads))
        {
            foreach (var server in to.Tiers.Where(tier => tier.IsForWorkloads))
            {
                var (one, other) = (Party.Tier(from.Path, client.Name), Party.Tier(to.Path, server.Name));
                ImmutableArray<Traffic> traffic = [.. byTiers[(client.Name, server.Name)]];
                if (!traffic.IsEmpty)
                {
                    yield return new CanReach(one, other, traffic);
                }

                if (server.Intent != TierIntent.Internet || client.Intent == TierIntent.Isolated)
                {
                    yield return traffic.IsEmpty ? new NeverReaches(one, other) : new ReachesAtMost(one, other, traffic);
                }
            }
        }
    }
}
