using System.Collections.Immutable;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Guarantees;
using GuaranteedProtocol = NetworkPatterns.Core.Guarantees.TrafficProtocol;

namespace NetworkPatterns.Constructs.Transit;

/// <summary>What an attached VPC promises with those attached before it: pairs that may talk do, the others never, inspected ones only through the inspection and with what it is to pass.</summary>
/// <remarks>Each later spoke promises for itself and all earlier ones, so that a spoke more changes no template that is there.</remarks>
internal static class SpokeGuaranteePlanner
{
    /// <summary>The name of the tier that stands for everything in an attached VPC.</summary>
    public const string WholeVpc = "vpc";

    // RFC 1918 and RFC 6598: what the internet does not carry.
    private static readonly ImmutableArray<Cidr> PrivateInternets = [Cidr.Parse("10.0.0.0/8"), Cidr.Parse("172.16.0.0/12"), Cidr.Parse("192.168.0.0/16"), Cidr.Parse("100.64.0.0/10")];

    /// <summary>What a VPC of this library promises.</summary>
    public static ImmutableArray<Guarantee> GuaranteesOf(TransitGatewaySpokePlan plan, ImmutableArray<SpokeEntry> earlier)
    {
        var guarantees = ImmutableArray.CreateBuilder<Guarantee>();
        guarantees.AddRange(GuaranteesOf(plan.Entry, plan.Policy, earlier));
        AddInternet(guarantees, plan);
        return guarantees.DrainToImmutable();
    }

    /// <summary>What anything attached promises with what was attached before it, and with other Regions.</summary>
    public static ImmutableArray<Guarantee> GuaranteesOf(SpokeEntry own, SegmentPolicy policy, ImmutableArray<SpokeEntry> earlier)
    {
        var guarantees = ImmutableArray.CreateBuilder<Guarantee>();
        foreach (var other in earlier.Concat(Remote(policy)).Where(other => other.Kind != SpokeKind.Silent && own.Kind != SpokeKind.Silent))
        {
            AddPair(guarantees, policy, own, other);
            AddPair(guarantees, policy, other, own);
        }

        return guarantees.DrainToImmutable();
    }

    // What other Regions' hubs hold is known here by its ranges alone: each side promises what it sends there, and what it lets in from there.
    private static IEnumerable<SpokeEntry> Remote(SegmentPolicy policy) =>
        from peer in policy.Peers
        where peer.IsDeclared
        from segment in peer.Segments
        where !segment.Value.IsEmpty
        select new SpokeEntry(peer.Name, peer.Name, segment.Key, segment.Value) { Kind = SpokeKind.Outside };

    private static void AddPair(ImmutableArray<Guarantee>.Builder guarantees, SegmentPolicy policy, SpokeEntry opening, SpokeEntry answering)
    {
        if (!policy.Allows(opening.Segment, answering.Segment))
        {
            guarantees.AddRange(Sides(opening, answering).Select(pair => new NeverReaches(pair.From, pair.To)));
        }
        else if (policy.IsInspected(opening.Segment, answering.Segment))
        {
            guarantees.AddRange(Sides(opening, answering).Select(pair => new OnlyThrough(pair.From, pair.To, Inspection(policy))));
            guarantees.AddRange(Arrivals(opening, answering, traffic => policy.Passes.Select(passed => Common(traffic, passed)).OfType<Traffic>()));
        }
        else
        {
            guarantees.AddRange(Arrivals(opening, answering));
        }
    }

    /// <summary>What arrives of what the rules of both sides allow.</summary>
    /// <param name="opening">Who opens.</param>
    /// <param name="answering">Who answers.</param>
    /// <param name="onTheWay">What is left of it on its way. Default: all.</param>
    public static IEnumerable<Guarantee> Arrivals(SpokeEntry opening, SpokeEntry answering, Func<Traffic, IEnumerable<Traffic>>? onTheWay = null) =>
        from client in Ends(opening)
        from server in Ends(answering)
        where !Meet(client, server)
        let traffic = Allowed(client, server).SelectMany(onTheWay ?? (allowed => [allowed])).Distinct().ToImmutableArray()
        where !traffic.IsEmpty
        select new CanReach(client.Party, server.Party, traffic);

    private static Traffic? Common(Traffic one, Traffic other)
    {
        var (first, last) = (Math.Max(one.FirstPort, other.FirstPort), Math.Min(one.LastPort, other.LastPort));
        return first > last ? null
            : other.Protocol == GuaranteedProtocol.Any || one.Protocol == other.Protocol ? one with { FirstPort = first, LastPort = last }
            : null;
    }

    // Two VPCs that both meet the internet may talk over it by public addresses, which is no matter of the hub's.
    private static IEnumerable<(Party From, Party To)> Sides(SpokeEntry opening, SpokeEntry answering) => (opening.Kind, answering.Kind) switch
    {
        (SpokeKind.Outside, SpokeKind.Outside) => [],
        (SpokeKind.Outside, _) => from block in Apart(opening, answering) select ((Party)Party.Range(block), Whole(answering)),
        (_, SpokeKind.Outside) => from block in Apart(answering, opening) select (Whole(opening), (Party)Party.Range(block)),
        _ when opening.MeetsInternet && answering.MeetsInternet =>
            from client in PrivateTiers(opening) from server in PrivateTiers(answering) select (Party.Tier(opening.Vpc, client), Party.Tier(answering.Vpc, server)),
        _ => [(Whole(opening), Whole(answering))],
    };

    private static Party Whole(SpokeEntry entry) => Party.Tier(entry.Path, WholeVpc);

    // Public ranges are on the internet too, and a range that holds the VPC's own says nothing of what is elsewhere in it.
    public static IEnumerable<Cidr> Apart(SpokeEntry outside, SpokeEntry vpc) => outside.Blocks.Where(range =>
        !(vpc.MeetsInternet && !PrivateInternets.Any(whole => whole.Contains(range))) && !vpc.Blocks.Any(block => block.Overlaps(range)));

    private static IEnumerable<string> PrivateTiers(SpokeEntry entry) =>
        entry.Network?.Tiers.Where(tier => tier.IsForWorkloads && tier.Intent != TierIntent.Internet).Select(tier => tier.Name) ?? [];

    private static IEnumerable<End> Ends(SpokeEntry entry) => entry.Kind switch
    {
        SpokeKind.Planned =>
            from name in entry.RoutedTiers
            let rules = entry.Network!.SecurityGroups.Single(known => known.Tier.Name == name)
            select new End(Party.Tier(entry.Vpc, name), [.. rules.Tier.Ranges.Where(range => !range.IsIPv6)], rules),
        SpokeKind.Outside =>
            from block in entry.Blocks
            where !block.IsIPv6
            select new End(Party.Range(block), [AddressBlock.Literal(block)], Group: null),
        _ => [],
    };

    // Two ranges outside the templates are no promise of theirs.
    private static bool Meet(End client, End server) => (client.Group is null && server.Group is null)
        || ((client.Group is null || server.Group is null) && client.Ranges.Any(range => server.Ranges.Any(range.Overlaps)));

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
                guarantees.Add(new OnlyThrough(tier, Party.Internet, Inspection(plan.Policy)));
            }
            else if (!traffic.IsEmpty)
            {
                guarantees.Add(new CanReach(tier, Party.Internet, traffic));
            }
        }
    }

    // What both sides allow for all of their addresses, so that the hub alone decides. What is outside the templates allows everything.
    private static ImmutableArray<Traffic> Allowed(End client, End server) => (client.Group, server.Group) switch
    {
        ({ } opening, { } accepting) =>
        [
            .. (from leaving in Leaving(opening, server)
                from entering in Entering(accepting, client)
                where entering.Rule.Protocol == leaving.Rule.Protocol
                where entering.Rule.FromPort <= leaving.Rule.ToPort && leaving.Rule.FromPort <= entering.Rule.ToPort
                select ToTraffic(leaving.Rule, entering.Rule)).Distinct(),
        ],
        ({ } opening, null) => [.. Leaving(opening, server).Select(flow => ToTraffic(flow.Rule, flow.Rule)).Distinct()],
        (null, { } accepting) => [.. Entering(accepting, client).Select(flow => ToTraffic(flow.Rule, flow.Rule)).Distinct()],
        _ => [],
    };

    private static IEnumerable<Flow> Leaving(SecurityGroupPlan group, End server) => group.ToRanges.Where(flow => flow.Rule.HasAnswers && Covers(flow.To, server));

    private static IEnumerable<Flow> Entering(SecurityGroupPlan group, End client) => group.FromRanges.Where(flow => flow.Rule.HasAnswers && Covers(flow.From, client));

    private static bool Covers(FlowEnd named, End end) => end.Ranges.All(range =>
        named.Ranges.Any(whole => whole == AddressBlock.AnyIPv4 || (whole.BasePrefix is null && range.BasePrefix is null && whole.Block.Contains(range.Block))));

    private static Traffic ToTraffic(TrafficRule one, TrafficRule other) => new(
        one.Protocol == Vpc.TrafficProtocol.Tcp ? GuaranteedProtocol.Tcp : GuaranteedProtocol.Udp,
        Math.Max(one.FromPort, other.FromPort),
        Math.Min(one.ToPort, other.ToPort));

    private static Party Inspection(SegmentPolicy policy) => Party.Tier(policy.Network, SegmentPolicy.InspectionTable);

    /// <summary>Who opens or answers a promised conversation.</summary>
    /// <param name="Party">Its name.</param>
    /// <param name="Ranges">Its IPv4 addresses.</param>
    /// <param name="Group">Its security group; <see langword="null"/> for what is outside the templates.</param>
    private sealed record End(Party Party, ImmutableArray<AddressBlock> Ranges, SecurityGroupPlan? Group);
}
