using System.Collections.Immutable;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using NetworkPatterns.Constructs.Transit;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Constructs.Tests.Transit;

/// <summary>N56: over random segments, pairs and VPCs, a packet arrives exactly where a pair says so, and so does its answer.</summary>
public sealed class SegmentationPropertyTests
{
    private const string EgressSegment = "egress";
    private static readonly string[] Names = ["production", "staging", "development", "shared", "partners"];

    // Spokes take the first five places of a segment's ranges.
    private const int FirstConnectPlace = 5;
    private const int MostConnects = 3;
    private static readonly Cidr Elsewhere = Cidr.Parse("203.0.113.7/32");
    private static readonly Cidr UnknownPrivate = Cidr.Parse("10.255.0.1/32");

    [Fact]
    public void Walk_AnyTwoSpokes_ArriveExactlyWhereDeclared() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300),
        Prop.ForAll(Estates.ToArbitrary(), estate =>
        {
            var hubs = estate.Hubs();
            var walk = new HubWalk(hubs);
            foreach (var (from, to) in from hub in hubs from one in hub.Spokes from other in hubs.SelectMany(each => each.Spokes) where one != other select (one, other))
            {
                var isAllowed = from.Policy.Allows(from.Segment, to.Segment);
                foreach (var (sender, receiver) in new[] { (from, to), (to, from) })
                {
                    var arrival = walk.From(sender, AddressOf(receiver));
                    (arrival.At == receiver.Path).ShouldBe(isAllowed, $"{sender.Segment} -> {receiver.Segment}: {arrival} in {estate}");
                    if (isAllowed)
                    {
                        var inspecting = estate.Inspected.HasFlag(InspectedTraffic.EastWest) ? HubOf(hubs, sender) == HubOf(hubs, receiver) ? 1 : 2 : 0;
                        arrival.Inspections.ShouldBe(inspecting, $"{sender.Segment} -> {receiver.Segment} in {estate}");
                    }
                }
            }
        }));

    [Fact]
    public void Walk_ToAndFromAConnectAttachment_ArrivesExactlyWhereDeclared() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300),
        Prop.ForAll(Estates.ToArbitrary(), estate =>
        {
            var hubs = estate.Hubs();
            var walk = new HubWalk(hubs);
            foreach (var (home, connect) in from hub in hubs from connect in hub.Connects select (hub, connect))
            {
                var policy = estate.PolicyOf(home);
                var behind = connect.Ranges.Single().Subnet(32, 77);
                foreach (var spoke in hubs.SelectMany(hub => hub.Spokes))
                {
                    var isAllowed = policy.Allows(connect.Segment, spoke.Segment);
                    var (there, back) = (walk.From(connect, AddressOf(spoke)), walk.From(spoke, behind));
                    (there.At == spoke.Path).ShouldBe(isAllowed, $"{connect.Segment} -> {spoke.Segment}: {there} in {estate}");
                    (back.At == connect.Path).ShouldBe(isAllowed, $"{spoke.Segment} -> {connect.Segment}: {back} in {estate}");
                    if (isAllowed)
                    {
                        there.Inspections.ShouldBe(back.Inspections, $"{connect.Segment} - {spoke.Segment} in {estate}");
                    }
                }

                foreach (var other in hubs.SelectMany(hub => hub.Connects).Where(other => other != connect))
                {
                    (walk.From(other, behind).At == connect.Path).ShouldBe(policy.Allows(other.Segment, connect.Segment), $"{other.Segment} -> {connect.Segment} in {estate}");
                }

                var hasEgress = estate.HasEgress && policy.Allows(connect.Segment, EgressSegment);
                (walk.From(connect, Elsewhere).At == Arrival.Internet).ShouldBe(hasEgress, $"{connect.Segment} in {estate}");
            }
        }));

    [Fact]
    public void Walk_OverIPv6_ArrivesAsOverIPv4() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300),
        Prop.ForAll(Estates.ToArbitrary(), any =>
        {
            var estate = any with { IsDualStack = true };
            var hubs = estate.Hubs();
            var walk = new HubWalk(hubs);
            foreach (var (from, to) in from hub in hubs from one in hub.Spokes from other in hubs.SelectMany(each => each.Spokes) where one != other select (one, other))
            {
                var (ipv4, ipv6) = (walk.From(from, AddressOf(to)), walk.From(from, WalkedHub.Ipv6Of(to).Subnet(128, 77)));
                (ipv6.At == to.Path).ShouldBe(from.Policy.Allows(from.Segment, to.Segment), $"{from.Segment} -> {to.Segment}: {ipv6} in {estate}");
                (ipv6.At == to.Path).ShouldBe(ipv4.At == to.Path);
                ipv6.Inspections.ShouldBe(ipv4.Inspections, $"{from.Segment} -> {to.Segment} in {estate}");
            }

            // IPv6 to the internet never goes to the hub, whose NAT gateways can't translate it.
            foreach (var spoke in hubs.SelectMany(hub => hub.Spokes))
            {
                walk.From(spoke, Cidr.Parse("2600::1/128")).At.ShouldStartWith("nowhere");
            }
        }));

    [Fact]
    public void Walk_ToTheInternetAndBack_ArrivesExactlyWhereDeclared() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300),
        Prop.ForAll(Estates.ToArbitrary(), estate =>
        {
            var hubs = estate.Hubs();
            var walk = new HubWalk(hubs);
            foreach (var (hub, spoke) in from hub in hubs from spoke in hub.Spokes select (hub, spoke))
            {
                var hasEgress = estate.HasEgress && spoke.Policy.Allows(spoke.Segment, EgressSegment);
                var inspections = hasEgress && estate.Inspected.HasFlag(InspectedTraffic.NorthSouth) ? 1 : 0;
                var arrival = walk.From(spoke, Elsewhere);
                (arrival.At == Arrival.Internet).ShouldBe(hasEgress, $"{spoke.Segment}: {arrival} in {estate}");
                walk.From(spoke, UnknownPrivate).At.ShouldStartWith("nowhere");
                if (estate.HasEgress)
                {
                    var back = walk.From(hub, EgressSegment, AddressOf(spoke));
                    (back.At == spoke.Path).ShouldBe(hasEgress, $"{spoke.Segment}: {back} in {estate}");
                    back.Inspections.ShouldBe(inspections);
                }

                if (hasEgress)
                {
                    arrival.Inspections.ShouldBe(inspections);
                }
            }
        }));

    [Fact]
    public void Policy_WithoutTheBlackholes_WouldLeakPrivateAddresses()
    {
        var estate = new Estate([(EgressSegment, "production")], HasEgress: true, InspectedTraffic.None, [[("production", 0)]], [[]]);
        var hub = estate.Hubs()[0];
        var open = hub with { Tables = [.. hub.Tables.Select(table => table with { Routes = [.. table.Routes.Where(route => route.Target is not null)] })] };
        new HubWalk([open]).From(open.Spokes[0], UnknownPrivate).At.ShouldBe(Arrival.Internet);
        new HubWalk([hub]).From(hub.Spokes[0], UnknownPrivate).At.ShouldBe("nowhere: production has a blackhole");
    }

    private static Gen<Estate> Estates =>
        from pairs in Gen.Elements(AllPairs).ListOf()
        from hasEgress in Gen.Elements(true, false)
        from inspected in Gen.Elements(InspectedTraffic.None, InspectedTraffic.NorthSouth, InspectedTraffic.EastWest, InspectedTraffic.Both)
        from first in Gen.Choose(0, Names.Length - 1).ListOf()
        from second in Gen.Choose(0, Names.Length - 1).ListOf()
        from firstConnects in Gen.Choose(0, Names.Length - 1).ListOf()
        from secondConnects in Gen.Choose(0, Names.Length - 1).ListOf()
        from regions in Gen.Choose(1, 2)
        select new Estate(
            [.. pairs.Distinct()],
            hasEgress,
            inspected,
            [.. new[] { first, second }.Take(regions).Select(spokes => spokes.Take(5).Select((segment, place) => (Names[segment], place)).ToImmutableArray())],
            [.. new[] { firstConnects, secondConnects }.Take(regions).Select(connects => connects.Take(MostConnects).Select(segment => Names[segment]).ToImmutableArray())]);

    private static (string One, string Other)[] AllPairs =>
        [.. (from one in Names from other in Names.Append(EgressSegment) select SegmentPolicy.Ordered(one, other)).Distinct().Order()];

    private static Cidr AddressOf(TransitGatewaySpokePlan spoke) => spoke.Network.Addresses.Primary.Block.Subnet(32, 77);

    private static string HubOf(ImmutableArray<WalkedHub> hubs, TransitGatewaySpokePlan spoke) => hubs.Single(hub => hub.Spokes.Contains(spoke)).Name;

    /// <summary>Hubs of one or two Regions with the same segments and pairs.</summary>
    private sealed record Estate(
        ImmutableArray<(string One, string Other)> Pairs,
        bool HasEgress,
        InspectedTraffic Inspected,
        ImmutableArray<ImmutableArray<(string Segment, int Place)>> Regions,
        ImmutableArray<ImmutableArray<string>> Connects)
    {
        /// <summary>Whether every VPC has IPv6 as well, in tiers without a way to the internet of their own.</summary>
        public bool IsDualStack { get; init; }

        public ImmutableArray<WalkedHub> Hubs() => [.. Regions.Select((spokes, region) =>
        {
            var policy = PolicyOf(region);
            return new WalkedHub(
                $"{region}",
                HubTablePlanner.TablesOf(policy),
                [.. spokes.Select(spoke => Transit.Hubs.Spoke(
                    policy, spoke.Segment, Vpc($"10.{SecondOctet(region, spoke.Segment) + spoke.Place}.0.0/16"), $"R{region}S{spoke.Place}", routedTiers: ["app"]))],
                [.. Connects[region].Select((segment, place) => SegmentAttachmentPlan.From(
                    segment,
                    [$"10.{SecondOctet(region, segment) + FirstConnectPlace + place}.0.0/16"],
                    policy,
                    hasRouteTables: true,
                    Transit.Hubs.ContextOf($"R{region}C{place}", nameof(SegmentAttachmentProps))))]);
        })];

        public SegmentPolicy PolicyOf(WalkedHub hub) => PolicyOf(int.Parse(hub.Name, CultureInfo.InvariantCulture));

        public override string ToString() =>
            $"{string.Join(" ", Pairs)} egress:{HasEgress} {Inspected} {string.Join(" | ", Regions.Select(spokes => string.Join(" ", spokes)))} connects: {string.Join(" | ", Connects.Select(connects => string.Join(" ", connects)))}";

        private ThreeTierVpcProps Vpc(string block) => IsDualStack ? Transit.Hubs.DualStackVpc(block) : Transit.Hubs.Vpc(block);

        private SegmentPolicy PolicyOf(int region) => Props(region).Plan().Policy with
        {
            EgressSegment = HasEgress ? EgressSegment : null,
            Inspected = Inspected,
            Peers = [.. Enumerable.Range(0, Regions.Length).Where(other => other != region).Select(other => new PeerPlan($"{other}", Props(other).Plan().Policy.Segments))],
        };

        private TransitGatewayHubProps Props(int region) => new()
        {
            Segments =
            [
                .. Names.Select(name => new Segment(name) { AddressRanges = [$"10.{SecondOctet(region, name)}.0.0/13", $"2001:db8:{(SecondOctet(region, name) << 8).ToString("x", CultureInfo.InvariantCulture)}::/37"] }),
                EgressSegment,
            ],
            Ipv6Ranges = ["2001:db8::/32"],
            AllowedPairs = [.. Pairs.Select(pair => new SegmentPair(pair.One, pair.Other))],
        };

        private static int SecondOctet(int region, string segment) => (region * 64) + (Array.IndexOf(Names, segment) * 8);
    }
}
