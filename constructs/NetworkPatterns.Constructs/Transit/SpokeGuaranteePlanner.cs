using System.Collections.Immutable;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Guarantees;
using GuaranteedProtocol = NetworkPatterns.Core.Guarantees.TrafficProtocol;

namespace NetworkPatterns.Constructs.Transit;

/// <summary>What an attached VPC promises with those attached before it: pairs that may talk do, the others never, inspected ones only through the inspection and with what it is to pass.</summary>
/// <remarks>Each later spoke promises for itself and all earlier ones, so that a spoke more changes no template that is there.</remarks>
internal static class SpokeGuaranteePlanner
{
    /// <summary>The name of the tier that stands for everything in an attached VPC.</summary>
    public const string WholeVpc = "vpc";

    public static ImmutableArray<Guarantee> GuaranteesOf(TransitGatewaySpokePlan plan, ImmutableArray<SpokeEntry> earlier)
    {
        var guarantees = ImmutableArray.CreateBuilder<Guarantee>();
        var own = plan.Entry;
        foreach (var other in earlier.Where(other => other.Network is not null))
        {
            AddPair(guarantees, plan, own, other);
            AddPair(guarantees, plan, other, own);
        }

        AddInternet(guarantees, plan);
        return guarantees.DrainToImmutable();
    }

    private static void AddPair(ImmutableArray<Guarantee>.Builder guarantees, TransitGatewaySpokePlan plan, SpokeEntry opening, SpokeEntry answering)
    {
        if (!plan.Policy.Allows(opening.Segment, answering.Segment))
        {
            guarantees.AddRange(Sides(opening, answering).Select(pair => new NeverReaches(pair.From, pair.To)));
        }
        else if (plan.Policy.IsInspected(opening.Segment, answering.Segment))
        {
            guarantees.AddRange(Sides(opening, answering).Select(pair => new OnlyThrough(pair.From, pair.To, Inspection(plan))));
            AddArrivals(guarantees, opening, answering, traffic => plan.Policy.Passes.Select(passed => Common(traffic, passed)).OfType<Traffic>());
        }
        else
        {
            AddArrivals(guarantees, opening, answering, traffic => [traffic]);
        }
    }

    private static void AddArrivals(
        ImmutableArray<Guarantee>.Builder guarantees, SpokeEntry opening, SpokeEntry answering, Func<Traffic, IEnumerable<Traffic>> onTheWay) => guarantees.AddRange(
            from client in opening.RoutedTiers
            from server in answering.RoutedTiers
            let traffic = Allowed(opening.Network!, client, answering.Network!, server).SelectMany(onTheWay).Distinct().ToImmutableArray()
            where !traffic.IsEmpty
            select new CanReach(Party.Tier(opening.Vpc, client), Party.Tier(answering.Vpc, server), traffic));

    private static Traffic? Common(Traffic one, Traffic other)
    {
        var (first, last) = (Math.Max(one.FirstPort, other.FirstPort), Math.Min(one.LastPort, other.LastPort));
        return first > last ? null
            : other.Protocol == GuaranteedProtocol.Any || one.Protocol == other.Protocol ? one with { FirstPort = first, LastPort = last }
            : null;
    }

    // Two VPCs that both meet the internet may talk over it by public addresses, which is no matter of the hub's.
    private static IEnumerable<(Party From, Party To)> Sides(SpokeEntry opening, SpokeEntry answering) => opening.MeetsInternet && answering.MeetsInternet
        ? from client in PrivateTiers(opening) from server in PrivateTiers(answering) select (Party.Tier(opening.Vpc, client), Party.Tier(answering.Vpc, server))
        : [(Party.Tier(opening.Path, WholeVpc), Party.Tier(answering.Path, WholeVpc))];

    private static IEnumerable<string> PrivateTiers(SpokeEntry entry) =>
        entry.Network!.Tiers.Where(tier => tier.IsForWorkloads && tier.Intent != TierIntent.Internet).Select(tier => tier.Name);

    private static void AddInternet(ImmutableArray<Guarantee>.Builder guarantees, TransitGatewaySpokePlan plan)
    {
        var isAllowed = plan.Policy.EgressSegment is { } egress && plan.Policy.Allows(plan.Segment, egress);
        foreach (var group in plan.Network.SecurityGroups.Where(group => group.Tier is { Intent: TierIntent.Egress, HasIPv6: false } && plan.RoutedTiers.Contains(group.Tier.Name, StringComparer.Ordinal)))
        {
            var tier = Party.Tier(plan.Network.Path, group.Tier.Name);
            ImmutableArray<Traffic> traffic =
                [.. group.ToRanges.Where(flow => flow.Rule.HasAnswers && flow.To.Ranges.Contains(AddressBlock.AnyIPv4)).Select(flow => ToTraffic(flow.Rule, flow.Rule))];
            if (!plan.Network.NatGateways.IsEmpty)
            {
                continue;
            }

            if (!isAllowed)
            {
                guarantees.Add(new NeverReaches(tier, Party.Internet));
            }
            else if (plan.Policy.Inspected.HasFlag(InspectedTraffic.NorthSouth))
            {
                guarantees.Add(new OnlyThrough(tier, Party.Internet, Inspection(plan)));
            }
            else if (!traffic.IsEmpty)
            {
                guarantees.Add(new CanReach(tier, Party.Internet, traffic));
            }
        }
    }

    // What both sides allow for all of their addresses, so that the hub alone decides.
    private static ImmutableArray<Traffic> Allowed(ThreeTierVpcPlan clientVpc, string client, ThreeTierVpcPlan serverVpc, string server)
    {
        var (opening, accepting) = (Group(clientVpc, client), Group(serverVpc, server));
        return
        [
            .. (from leaving in opening.ToRanges
                where leaving.Rule.HasAnswers && Covers(leaving.To, accepting.Tier)
                from entering in accepting.FromRanges
                where Covers(entering.From, opening.Tier) && entering.Rule.Protocol == leaving.Rule.Protocol
                where entering.Rule.FromPort <= leaving.Rule.ToPort && leaving.Rule.FromPort <= entering.Rule.ToPort
                select ToTraffic(leaving.Rule, entering.Rule)).Distinct(),
        ];
    }

    private static SecurityGroupPlan Group(ThreeTierVpcPlan network, string tier) => network.SecurityGroups.Single(group => group.Tier.Name == tier);

    private static bool Covers(FlowEnd end, TierPlan tier) => tier.Ranges.Where(range => !range.IsIPv6).All(range =>
        end.Ranges.Any(whole => whole == AddressBlock.AnyIPv4 || (whole.BasePrefix is null && range.BasePrefix is null && whole.Block.Contains(range.Block))));

    private static Traffic ToTraffic(TrafficRule one, TrafficRule other) => new(
        one.Protocol == Vpc.TrafficProtocol.Tcp ? GuaranteedProtocol.Tcp : GuaranteedProtocol.Udp,
        Math.Max(one.FromPort, other.FromPort),
        Math.Min(one.ToPort, other.ToPort));

    private static Party Inspection(TransitGatewaySpokePlan plan) => Party.Tier(plan.Policy.Network, SegmentPolicy.InspectionTable);
}
