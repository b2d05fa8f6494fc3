using FsCheck;
using FsCheck.Fluent;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.TemplateRules.Conformance;
using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.Constructs.Tests.Vpc;

/// <summary>Random VPCs, planned and rendered in plain C#: every rule holds, growth changes nothing, order never shows.</summary>
public sealed class ThreeTierVpcPropertyTests
{
    private static readonly string[] AllZones = ["eu-west-1a", "eu-west-1b", "eu-west-1c", "eu-west-1d"];
    private static readonly HashSet<string> KnownCodes = [.. DiagnosticCatalogue.All.Select(diagnostic => diagnostic.Code)];

    [Fact]
    public void Plan_SensibleProps_SatisfyEveryRule() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(150),
        Prop.ForAll(Vpcs.ToArbitrary(), vpc => TemplateChecks.ThrowIfFailed(new TemplateSet([Template(vpc.Props())]))));

    [Fact]
    public void Plan_OneZoneOrTierMore_ReplacesAndDeletesNothing() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(150),
        Prop.ForAll(Vpcs.ToArbitrary(), vpc =>
        {
            var fewer = vpc with { Zones = vpc.Zones[..^1], Tiers = vpc.Tiers[..^1] };
            var (before, after) = (Template(fewer.Props()), Template(vpc.Props()));
            TemplateChecks.Replacement.ThrowIfFailed(before, after);
            return Growth.ChangedSubnets(before, after).IsEmpty;
        }));

    [Fact]
    public void Plan_AnyOrder_GivesTheSameTemplate() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(150),
        Prop.ForAll(Vpcs.ToArbitrary(), vpc =>
        {
            var other = vpc with
            {
                Zones = [.. vpc.Zones.Reverse()],
                Tiers = [.. vpc.Tiers.Reverse().Select(tier => tier with { Rules = [.. tier.Rules.Reverse()] })],
            };
            return vpc.Props().Plain().ToJsonString() == other.Props().Plain().ToJsonString();
        }));

    [Fact]
    public void Plan_AnythingAtAll_IsAPlanOrKnownProblems() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(Vpcs.ToArbitrary(), Nonsense.ToArbitrary(), (vpc, nonsense) =>
        {
            try
            {
                return nonsense.Apply(vpc).Plan().Tiers.Length > 0;
            }
            catch (PlanException exception)
            {
                return exception.Problems.Length > 0
                    && exception.Problems.All(problem => KnownCodes.Contains(problem.Code) && problem.Where.StartsWith("Dev/Network", StringComparison.Ordinal));
            }
        }));

    // At least one public tier, one zone to take away and one tier to take away; every peer is a tier that stays.
    // Many rules may need more network ACL entries than the quota; those are refused, and tested elsewhere.
    private static Gen<RandomVpc> Vpcs => AllVpcs.Where(vpc => IsPlanned(vpc.Props()));

    private static Gen<RandomVpc> AllVpcs =>
        from zones in Gen.Choose(2, 4).SelectMany(count => Gen.Shuffle(AllZones).Select(all => all[..count]))
        from names in Gen.Shuffle(["app", "data", "cache", "jobs-v2", "x"]).SelectMany(all => Gen.Choose(1, 5).Select(count => all[..count]))
        from slots in Gen.Shuffle(Enumerable.Range(1, 7).ToArray())
        from intents in Gen.Elements(TierIntent.Egress, TierIntent.Isolated, TierIntent.Internet).ArrayOf(names.Length)
        from rules in Gen.ArrayOf(RulesFor("web"), names.Length)
        from nat in Gen.Choose(0, 2)
        select new RandomVpc(
            zones,
            [
                new RandomTier("web", 0, TierIntent.Internet, [TrafficRule.Tcp(443, TrafficPeer.AnyIPv4)]),
                .. names.Select((name, index) => new RandomTier(name, slots[index], intents[index], rules[index])),
            ],
            nat,
            zones[0]);

    private static Gen<TrafficRule[]> RulesFor(string peer) =>
        from count in Gen.Choose(0, 4)
        from rules in Gen.ArrayOf(
            from port in Gen.Elements(22, 443, 5432, 8080, 9000)
            from width in Gen.Elements(0, 1, 100)
            from udp in Gen.Elements(true, false)
            from to in Gen.Elements(TrafficPeer.Tier(peer), TrafficPeer.Cidr("192.168.0.0/16"))
            select new TrafficRule(udp ? TrafficProtocol.Udp : TrafficProtocol.Tcp, port, port + width, to),
            count)
        select rules.Distinct().ToArray();

    private static Gen<Mess> Nonsense =>
        from block in Gen.Elements("", "10.0.0.0/16", "10.0.0.0/28", "::/0", "300.1.1.1/16", "0.0.0.0/0", "${Token[T.1]}", "10.0.0.0/-1")
        from zone in Gen.Elements("", "eu-west-1a", "mars-1a", "#3", "#-1", "euw1-az1", "${Token[T.2]}")
        from port in Gen.Elements(-1, 0, 443, 65536)
        from peer in Gen.Elements(TrafficPeer.Tier(""), TrafficPeer.Tier("nobody"), TrafficPeer.Cidr("x"), TrafficPeer.AnyIPv4)
        from days in Gen.Choose(-1, 400)
        from slot in Gen.Choose(-1, 20)
        from maximum in Gen.Choose(-1, 20)
        select new Mess(block, zone, port, peer, days, slot, maximum);

    private static bool IsPlanned(ThreeTierVpcProps props)
    {
        try
        {
            return props.Plan().Tiers.Length > 0;
        }
        catch (PlanException exception) when (exception.Problems.All(problem => problem.Code is "NP1212" or "NP1213"))
        {
            return false;
        }
    }

    private static Template Template(ThreeTierVpcProps props) =>
        NetworkPatterns.TemplateRules.Reading.Template.Parse("Dev", props.Plain().ToJsonString());

    private sealed record RandomTier(string Name, int Slot, TierIntent Intent, TrafficRule[] Rules);

    private sealed record RandomVpc(string[] Zones, RandomTier[] Tiers, int Nat, string NatZone)
    {
        public ThreeTierVpcProps Props() => new()
        {
            CidrBlock = "10.0.0.0/16",
            Zones = [.. Zones.Select(zone => new ZoneInput(zone))],
            NatGateways = Nat switch
            {
                0 => NatStrategy.None,
                1 when Tiers.Any(tier => tier.Intent == TierIntent.Egress) => NatStrategy.Single(NatZone).InTier("web"),
                _ => NatStrategy.PerZone.InTier("web"),
            },
            Tiers = [.. Tiers.Select(tier => new TierProps { Name = tier.Name, Slot = tier.Slot, Intent = tier.Intent, Ingress = tier.Rules })],
        };
    }

    private sealed record Mess(string Block, string Zone, int Port, TrafficPeer Peer, int Days, int Slot, int Maximum)
    {
        public ThreeTierVpcProps Apply(RandomVpc vpc) => new()
        {
            CidrBlock = Block,
            Zones = [.. vpc.Zones.Select(zone => new ZoneInput(zone)), new ZoneInput(Zone, Slot)],
            Tiers =
            [
                .. vpc.Props().Tiers!,
                new() { Name = Zone, Slot = Slot, Intent = TierIntent.Egress, Ingress = [TrafficRule.Tcp(Port, Peer)], Egress = [TrafficRule.Udp(Port, Peer)], Size = SubnetSize.Prefix(Maximum) },
            ],
            AppPort = Port == 443 ? null : Port,
            FlowLogs = FlowLogs.ToCloudWatch(Days),
            NatGateways = NatStrategy.Single(Zone),
            MaxZones = Maximum,
        };
    }
}
