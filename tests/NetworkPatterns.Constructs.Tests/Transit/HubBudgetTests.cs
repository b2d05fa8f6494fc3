using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using NetworkPatterns.Constructs.Transit;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Tests.Transit;

/// <summary>N81: a hub and fifty spokes of three tiers over three Regions stay under CloudFormation's 500 resources in each stack, by construction.</summary>
public sealed class HubBudgetTests
{
    private const int Limit = 450;
    private static readonly string[] Segments = ["production", "staging", "development"];
    private static readonly ZoneInput[] Zones = ["eu-west-1a", "eu-west-1b", "eu-west-1c"];

    [Fact]
    public void FiftySpokesOverThreeRegions_EveryStack_IsWithinTheBudget()
    {
        for (var region = 0; region < 3; region++)
        {
            var plan = Hub(region).Plan();
            var register = new SpokeRegister(isOfThisApp: true);
            var hub = TransitGatewayHubBlueprint.From(plan).Resources.Length
                + plan.Vpcs.Sum(vpc => ThreeTierVpcBlueprint.From(vpc.Plan).Resources.Length);
            hub.ShouldBeLessThan(Limit);
            var parts = new List<StackPart> { new("Net", "Net/Hub", hub) };
            for (var place = region; place < 50; place += 3)
            {
                var spoke = Hubs.Spoke(plan.Policy, Segments[place % 3], Spoke($"10.{(region * 64) + (place / 3)}.0.0/16"), $"Spoke{place}", register);
                register.Add(spoke.Entry);
                var own = TransitGatewaySpokeBlueprint.From(spoke).Resources.Length + ThreeTierVpcBlueprint.From(spoke.Network).Resources.Length;
                own.ShouldBeLessThan(Limit / 2);
                parts.Add(new("Net", $"Net/Spoke{place}", own));
            }

            // All in one stack would overflow it several times; the stacks that are proposed instead hold them all.
            parts.Sum(part => part.Resources).ShouldBeGreaterThan(2 * Limit);
            var stacks = StackBudget.Split(parts);
            stacks.ShouldAllBe(stack => stack.Sum(part => part.Resources) <= Limit);
            stacks.Sum(stack => stack.Length).ShouldBe(parts.Count);
            stacks[0].ShouldContain(parts[0]);

            // However many spokes there are, the hub's own stack is the same.
            TransitGatewayHubBlueprint.From(Hub(region).Plan()).Resources.Length.ShouldBe(TransitGatewayHubBlueprint.From(plan).Resources.Length);
        }
    }

    [Fact]
    public void Split_AnyParts_FitTheirStacksAndStayWhereTheyAre() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(Gen.Choose(1, StackBudget.Most).ListOf().ToArbitrary(), sizes =>
        {
            ImmutableArray<StackPart> parts = [.. sizes.Select((size, place) => new StackPart("Hub", $"Hub/{place}", size))];
            var stacks = StackBudget.Split(parts);
            stacks.ShouldAllBe(stack => stack.Sum(part => part.Resources) <= StackBudget.Most);
            stacks.SelectMany(stack => stack).OrderBy(part => parts.IndexOf(part)).ShouldBe(parts);
            var grown = StackBudget.Split([.. parts, new StackPart("Hub", "Hub/more", 60)]);
            foreach (var (place, stack) in stacks.Index())
            {
                grown[place].Take(stack.Length).ShouldBe(stack);
            }
        }));

    [Fact]
    public void Check_StackThatWouldOverflow_SaysWhatGoesWhere()
    {
        ImmutableArray<StackPart> there = [new("Net", "Net/Hub", 200), new("Net", "Net/A", 240), new("Other", "Other/Z", 400)];
        StackBudget.Check(there, new("Net", "Net/B", 10), isExported: true, "Net/B").ShouldBeNull();
        var full = StackBudget.Check(there, new("Net", "Net/B", 11), isExported: false, "Net/B")!;
        full.Code.ShouldBe("NP1437");
        full.What.ShouldStartWith("stack 'Net' would have 451 resources");
        full.Fix.ShouldBe("leave Net/Hub, Net/A in 'Net' (440 resources); put Net/B into a stack of its own, such as 'Net-2' (11); give TransitGatewayHubProps.ExportName, by which other stacks know the hub");
        StackBudget.Check(there, new("Net", "Net/B", 451), isExported: true, "Net/B")!.Fix.ShouldStartWith("Net/B alone makes 451");
    }

    [Fact]
    public void Tables_PastTheQuota_AreAWarningThatNamesSegmentsThatAreAlike()
    {
        string[] names = [.. Enumerable.Range(0, 21).Select(place => $"s{place:00}")];
        Warning(names.Take(20), []).ShouldBeNull();
        Warning(names, [.. names.Select(name => new SegmentPair(name, name))])!.Fix.ShouldBe("ask AWS for more before deploying (Service Quotas)");
        var shared = Warning(names, [new("s00", "s01"), new("s00", "s02"), .. names.Skip(3).Select(name => new SegmentPair(name, name))])!;
        shared.Code.ShouldBe("NP1435");
        shared.Fix.ShouldStartWith("make one segment of s01 and s02, which may talk to the same ones");

        static Problem? Warning(IEnumerable<string> segments, IReadOnlyList<SegmentPair> pairs)
        {
            var plan = new TransitGatewayHubProps { Segments = [.. segments.Select(name => new Segment(name))], AllowedPairs = pairs }.Plan();
            return HubQuotas.OfTables(plan.Policy, plan.Tables.Length, "Hub");
        }
    }

    [Fact]
    public void Routes_PastTheQuota_AreAWarningOnce()
    {
        HubQuotas.OfRoutes(9_990, 10, "Spoke").ShouldBeNull();
        HubQuotas.OfRoutes(9_990, 11, "Spoke")!.Code.ShouldBe("NP1435");
        HubQuotas.OfRoutes(10_001, 10, "Spoke").ShouldBeNull();
        HubQuotas.RoutesOf(new("a", ["a", "b", "@inspection"], ["c"]), blocks: 2).ShouldBe(8);
    }

    [Fact]
    public void Attachments_PastTheQuota_AreAnError()
    {
        var register = new SpokeRegister(isOfThisApp: true);
        register.Add(new("Hub", "Hub: ranges", "", []) { IsAttachment = false });
        for (var place = 0; place < HubQuotas.Attachments; place++)
        {
            Codes().ShouldBeEmpty();
            register.Add(new($"Spoke{place}", $"Vpc{place}", "a", []));
        }

        Codes().ShouldBe(["NP1436"]);

        IEnumerable<string> Codes()
        {
            var problems = new ProblemList();
            register.Check(new("More", "More", "a", []), "More", problems);
            return problems.ToSorted().Select(problem => problem.Code);
        }
    }

    private static TransitGatewayHubProps Hub(int region) => new()
    {
        AmazonSideAsn = 64512 + region,
        Segments = [.. Segments.Select(name => new Segment(name)), "egress"],
        AllowedPairs = [.. Segments.Select(name => new SegmentPair(name, name)), .. Segments.Select(name => new SegmentPair(name, "egress"))],
        Egress = new() { Segment = "egress", CidrBlock = "100.64.0.0/24", Zones = Zones },
        Inspection = new() { CidrBlock = "100.64.1.0/24", Zones = Zones, FirewallPolicyArn = "policy" },
        Peers = [.. Enumerable.Range(0, 3).Where(other => other != region).Select(other => new HubPeer($"r{other}", $"us-west-{other + 1}", 64512 + other, []))],
        ExportName = "/hub",
    };

    private static ThreeTierVpcProps Spoke(string block) => new()
    {
        CidrBlock = block,
        Zones = Zones,
        NatGateways = NatStrategy.None,
        Tiers =
        [
            new() { Name = "web", Slot = 0, Intent = TierIntent.Internet, Ingress = [TrafficRule.Tcp(443, TrafficPeer.AnyIPv4)] },
            .. Hubs.Tiers(),
        ],
    };
}
