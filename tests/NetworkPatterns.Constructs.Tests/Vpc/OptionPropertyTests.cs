using FsCheck;
using FsCheck.Fluent;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.TemplateRules.Conformance;
using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.Constructs.Tests.Vpc;

/// <summary>Random combinations of all options: every rule holds, growth changes nothing, order never shows.</summary>
public sealed class OptionPropertyTests
{
    private const int Runs = 120;

    // A combination may need more than AWS gives; then it is refused by exactly these.
    private static readonly string[] Quotas = ["NP1212", "NP1213", "NP1246", "NP1248"];

    [Fact]
    public void Plan_AnyOptions_SatisfyEveryRule() => ForAll(options =>
    {
        if (Planned(options.Props()) is { } template)
        {
            TemplateChecks.ThrowIfFailed(new TemplateSet([template]));
        }

        return true;
    });

    [Fact]
    public void Plan_OneZoneMore_ReplacesAndDeletesNothing() => ForAll(options =>
    {
        var (before, after) = (Planned(options.Props()), Planned((options with { Zones = options.Zones + 1 }).Props()));
        if (before is null || after is null)
        {
            return true;
        }

        TemplateChecks.Replacement.ThrowIfFailed(before, after);
        return Growth.ChangedSubnets(before, after).IsEmpty;
    });

    [Fact]
    public void Plan_OneTierMore_ReplacesAndDeletesNothing() => ForAll(options =>
    {
        var (before, after) = (Planned(options.Props()), Planned((options with { HasLateTier = true }).Props()));
        if (before is null || after is null)
        {
            return true;
        }

        TemplateChecks.Replacement.ThrowIfFailed(before, after);
        return Growth.ChangedSubnets(before, after).IsEmpty;
    });

    [Fact]
    public void Plan_AnyOrder_GivesTheSameTemplate() => ForAll(options =>
    {
        try
        {
            return options.Props().Plain().ToJsonString() == (options with { IsReversed = true }).Props().Plain().ToJsonString();
        }
        catch (PlanException exception)
        {
            return AreQuotas(exception);
        }
    });

    [Fact]
    public void RandomOptions_AreMostlyPlannedAndUseEveryKindOfNat()
    {
        var all = Enumerable.Range(0, 200).Select(RandomOptions.From).ToList();
        all.Count(options => Planned(options.Props()) is not null).ShouldBeGreaterThan(140);
        all.Select(options => options.Props().NatGateways.Kind).Distinct().Count().ShouldBe(6);
    }

    private static void ForAll(Func<RandomOptions, bool> property) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(Runs),
        Prop.ForAll(Gen.Choose(0, 1 << 30).Select(RandomOptions.From).ToArbitrary(), property));

    private static Template? Planned(ThreeTierVpcProps props)
    {
        try
        {
            return Template.Parse("Dev", props.Plain().ToJsonString());
        }
        catch (PlanException exception) when (AreQuotas(exception))
        {
            return null;
        }
    }

    private static bool AreQuotas(PlanException exception) => exception.Problems.All(problem => Quotas.Contains(problem.Code, StringComparer.Ordinal));
}

/// <summary>A combination of options, drawn from a seed.</summary>
internal sealed record RandomOptions(int Seed, int Zones, bool HasLateTier = false, bool IsReversed = false)
{
    private static readonly string[] Names = ["eu-west-1a", "eu-west-1b", "eu-west-1c"];
    private static readonly string[] Ids = ["euw1-az1", "euw1-az2", "euw1-az3"];

    public static RandomOptions From(int seed) => new(seed, 1 + (seed % 2));

    public ThreeTierVpcProps Props()
    {
        // The same draws for every variation of one combination.
        var random = new Random(Seed);
        bool Maybe() => random.Next(2) == 0;
        T One<T>(params T[] all) => all[random.Next(all.Length)];

        var zones = Maybe() ? Names : Ids;
        var stack = One(IpStack.Ipv4, IpStack.Ipv4, IpStack.DualStack);
        var fromPool = Maybe();
        var hasPods = Maybe();
        var hasJobs = Maybe();
        var hasTransit = Maybe();
        var hasEndpoints = Maybe();
        var hasPrivateNat = Maybe() && hasTransit;
        var nat = One(
            NatStrategy.PerZone, NatStrategy.Single(zones[0]), NatStrategy.Regional, NatStrategy.RegionalByZone, NatStrategy.Instance(zones[0]), NatStrategy.None);
        var clients = One<IReadOnlyList<string>?>(null, ["app"], ["app", "data"]);
        List<TierProps> tiers =
        [
            new()
            {
                Name = "web",
                Slot = 0,
                Intent = TierIntent.Internet,
                Ingress = InOrder(TrafficRule.Tcp(443, One(TrafficPeer.Anywhere, TrafficPeer.AnyIPv4)), TrafficRule.PathMtuDiscovery(TrafficPeer.Cidr("192.0.2.0/24"))),
                PublicAccessExclusion = One<PublicAccessExclusion?>(null, PublicAccessExclusion.Bidirectional),
            },
            new()
            {
                Name = "app",
                Slot = 1,
                Intent = TierIntent.Egress,
                Ingress = InOrder(TrafficRule.Tcp(8080, TrafficPeer.Tier("web")), TrafficRule.Tcp(9090, TrafficPeer.PrefixList("office", "pl-0123456789abcdef0", 5))),
                PlacementGroup = One(null, PlacementStrategy.Cluster, PlacementStrategy.Spread, PlacementStrategy.Partition(2)),
                KarpenterDiscovery = One(null, "platform"),
            },
            new() { Name = "data", Slot = 2, Intent = TierIntent.Isolated, Ingress = [TrafficRule.Udp(5432, 5433, TrafficPeer.Tier("app"))], Size = One(SubnetSize.Whole, SubnetSize.Prefix(26)) },
        ];
        AddIf(hasJobs, new() { Name = "jobs", Slot = 3, Intent = One(TierIntent.Egress, TierIntent.Isolated), IpStack = IpStack.Ipv6, Ingress = [TrafficRule.Tcp(80, TrafficPeer.Cidr("2001:db8:1::/48"))] });
        AddIf(hasTransit, new() { Name = "transit", Slot = 4, Intent = One(TierIntent.Transit, TierIntent.Firewall), IpStack = IpStack.Ipv4, Size = SubnetSize.Prefix(28) });
        AddIf(hasEndpoints, new() { Name = "endpoints", Slot = 5, Intent = TierIntent.Isolated, IpStack = One(IpStack.Ipv4, stack) });
        AddIf(hasPods, new() { Name = "pods", Slot = 8, Intent = TierIntent.Egress, IpStack = IpStack.Ipv4, CidrName = "pods", EksClusterName = "platform" });
        AddIf(HasLateTier, new() { Name = "late", Slot = 6, Intent = TierIntent.Isolated, IpStack = stack, Ingress = [TrafficRule.Tcp(6379, TrafficPeer.Tier("app"))] });
        return new()
        {
            CidrBlock = fromPool ? null : "10.0.0.0/16",
            Ipv4IpamPoolId = fromPool ? "ipam-pool-0123456789abcdef0" : null,
            Ipv4NetmaskLength = fromPool ? 17 : null,
            SecondaryCidrs = hasPods ? [new("pods", "100.64.0.0/16")] : [],
            Zones = [.. (IsReversed ? zones[..Zones].Reverse() : zones[..Zones]).Select(zone => new ZoneInput(zone))],
            IpStack = stack,
            Tiers = IsReversed ? [.. tiers.AsEnumerable().Reverse()] : tiers,
            NatGateways = nat,
            PrivateNat = hasPrivateNat ? new("transit", ["app"], InOrder("10.128.0.0/9", "192.168.0.0/16")) : null,
            NatAlarmTopicArns = Maybe() && nat.Kind is not (NatKind.None or NatKind.Instance) ? [] : null,
            BlockedRanges = Maybe() ? InOrder("198.51.100.0/24", "2001:db8:bad::/48") : [],
            InterfaceEndpoints = hasEndpoints ? InOrder<InterfaceEndpoint>("sts", "ecr.dkr", InterfaceEndpoint.Of("kms") with { Zones = [zones[0]] }) : [],
            InterfaceEndpointTier = hasEndpoints ? "endpoints" : null,
            InterfaceEndpointClients = hasEndpoints ? clients : null,
            SessionManager = Maybe() && hasEndpoints,
            InstanceConnect = Maybe() ? new("app", zones[0], InOrder("app", "data")) : null,
            EndpointPolicy = One(EndpointPolicy.FullAccess, EndpointPolicy.Organization("o-exampleorgid")),
            FlowLogs = One(FlowLogs.None, FlowLogs.ToCloudWatch(), FlowLogs.ToCloudWatch().WithOwnKey(), FlowLogs.ToS3()),
            DhcpOptions = One(null, new DhcpOptions { NtpServers = ["10.0.0.2"] }),
            BlockPublicAccess = One<PublicAccessBlock?>(null, PublicAccessBlock.Ingress),
            EncryptionControl = One<EncryptionControl?>(null, EncryptionControl.Monitor, EncryptionControl.Enforce),
            ExportName = One(null, "/network"),
        };

        void AddIf(bool isWanted, TierProps tier)
        {
            if (isWanted)
            {
                tiers.Add(tier);
            }
        }
    }

    private IReadOnlyList<T> InOrder<T>(params T[] items) => IsReversed ? [.. items.Reverse()] : items;
}
