using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Core.Tests.Addressing;

public sealed class AddressPlanTests
{
    private static readonly string[] Default =
    [
        "web eu-west-1a 10.0.0.0/21 0",
        "web eu-west-1b 10.0.8.0/21 1",
        "web eu-west-1c 10.0.16.0/21 2",
        "app eu-west-1a 10.0.32.0/21 16",
        "app eu-west-1b 10.0.40.0/21 17",
        "app eu-west-1c 10.0.48.0/21 18",
        "data eu-west-1a 10.0.64.0/21 32",
        "data eu-west-1b 10.0.72.0/21 33",
        "data eu-west-1c 10.0.80.0/21 34",
    ];

    [Fact]
    public void From_Defaults_GivesEverySubnetItsPlaceBySlots()
    {
        var plan = AddressPlan.From(Plans.ThreeTiers);
        plan.Show().ShouldBe(Default);
        plan.Primary.Block.ShouldBe(Cidr.Parse("10.0.0.0/16"));
        plan.GetTier("app").Region.ShouldBe(Cidr.Parse("10.0.32.0/19"));
        plan.Subnets[0].UsableAddresses.ShouldBe(2043);
        plan.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void From_FourthZoneTierAndSecondaryBlock_KeepsWhatWasThere()
    {
        var grown = Plans.ThreeTiers
            .WithZones("eu-west-1d", "eu-west-1c", "eu-west-1b", "eu-west-1a")
            .WithTier(new("transit", 7) { Size = SubnetSize.Prefix(28) }, new("pods", 8) { CidrName = "pods" }) with
        { SecondaryCidrs = [new("pods", "100.64.0.0/16")] };
        var subnets = AddressPlan.From(grown).Show();
        subnets.Intersect(Default, StringComparer.Ordinal).Count().ShouldBe(Default.Length);
        subnets.Except(Default, StringComparer.Ordinal).ShouldBe(
        [
            "web eu-west-1d 10.0.24.0/21 3",
            "app eu-west-1d 10.0.56.0/21 19",
            "data eu-west-1d 10.0.88.0/21 35",
            "transit eu-west-1a 10.0.224.0/28 112",
            "transit eu-west-1b 10.0.232.0/28 113",
            "transit eu-west-1c 10.0.240.0/28 114",
            "transit eu-west-1d 10.0.248.0/28 115",
            "pods eu-west-1a 100.64.0.0/18 128",
            "pods eu-west-1b 100.64.64.0/18 129",
            "pods eu-west-1c 100.64.128.0/18 130",
            "pods eu-west-1d 100.64.192.0/18 131",
        ]);
    }

    [Fact]
    public void From_ZoneIdsOutOfOrder_GoesByAzNumber() =>
        AddressPlan.From(Plans.ThreeTiers.WithZones("euw1-az3", "euw1-az1")).Zones
            .Select(z => $"{z.Zone} {z.Slot}").ShouldBe(["euw1-az1 0", "euw1-az3 2"]);

    [Fact]
    public void From_LocalZoneAtAPinnedSlot_TakesThatSlot() =>
        AddressPlan.From((Plans.ThreeTiers with { Region = "us-west-2" }).WithZones("us-west-2a", new("us-west-2-lax-1a", 3)))
            .GetTier("web").Subnets.Select(Plans.Show).ShouldBe(["web us-west-2a 10.0.0.0/21 0", "web us-west-2-lax-1a 10.0.24.0/21 3"]);

    [Fact]
    public void From_ZonesByIndex_NeedNoRegion() =>
        AddressPlan.From((Plans.ThreeTiers with { Region = null }).WithZones("#0", "#1")).GetTier("data").Subnets
            .Select(Plans.Show).ShouldBe(["data #0 10.0.64.0/21 32", "data #1 10.0.72.0/21 33"]);

    [Fact]
    public void From_LargeTier_TakesAlignedSlots()
    {
        var plan = AddressPlan.From(Plans.ThreeTiers.WithTier(new TierInput("nodes", 4) { Size = SubnetSize.Addresses(5_000) }));
        var nodes = plan.GetTier("nodes");
        nodes.Region.ShouldBe(Cidr.Parse("10.0.128.0/17"));
        nodes.Subnets.Select(Plans.Show).ShouldBe(
            ["nodes eu-west-1a 10.0.128.0/19 64", "nodes eu-west-1b 10.0.160.0/19 65", "nodes eu-west-1c 10.0.192.0/19 66"]);
        plan.Show()[..9].ShouldBe(Default);
    }

    [Fact]
    public void From_MinimumThatTheBlockHolds_TakesTheWholeBlock() =>
        AddressPlan.From(Plans.ThreeTiers.WithTier(new TierInput("nodes", 3) { Size = SubnetSize.Pods(EksPods.PerNode(10, 110, prefixDelegation: true)) }))
            .GetTier("nodes").Subnets[0].CidrBlock.ShouldBe(Cidr.Parse("10.0.96.0/21"));

    [Fact]
    public void From_TiersThatShareASecondaryBlock_TakeTheirSlotModuloItsTiers()
    {
        var plan = AddressPlan.From(Plans.ThreeTiers.WithTier(
            new TierInput("blue", 8) { CidrName = "pods" }, new TierInput("green", 9) { CidrName = "pods" }) with
        { SecondaryCidrs = [new("pods", "100.64.0.0/16") { MaxTiers = 2 }] });
        plan.GetTier("blue").Region.ShouldBe(Cidr.Parse("100.64.0.0/17"));
        plan.GetTier("green").Region.ShouldBe(Cidr.Parse("100.64.128.0/17"));
        plan.GetTier("green").Subnets[0].VpcCidr!.Name.ShouldBe("pods");
    }

    [Fact]
    public void From_Ipv6OnlyTier_HasNoIPv4AndTakesNone()
    {
        var plan = AddressPlan.From(Plans.ThreeTiers.WithTier(new TierInput("six", 15) { Ipv6Only = true }) with { MaxTiers = 16 });
        var six = plan.GetTier("six");
        six.Region.ShouldBeNull();
        six.Subnets.ShouldAllBe(s => s.CidrBlock == null && s.VpcCidr == null && s.Ipv4Index == null && s.UsableAddresses == 0);
        six.Subnets.Select(s => s.Ipv6Index).ShouldBe([240, 241, 242]);
    }

    // The plan of a block from an IPAM pool says only where in it a subnet is: Fn::Cidr counts the same way.
    [Fact]
    public void From_NetmaskOfAPool_IsRelative()
    {
        var relative = AddressPlan.From(Plans.ThreeTiers with { CidrBlock = null, NetmaskLength = 16 });
        var literal = AddressPlan.From(Plans.ThreeTiers);
        relative.Primary.IsRelative.ShouldBeTrue();
        relative.Subnets.Select(s => s.Ipv4Index).ShouldBe(literal.Subnets.Select(s => s.Ipv4Index));
        literal.Subnets.Select(s => s.Ipv4Index!.Value).ShouldBe([0, 1, 2, 4, 5, 6, 8, 9, 10]);
    }

    [Fact]
    public void From_Pins_PutsSubnetsThere()
    {
        var plan = AddressPlan.From(Plans.ThreeTiers with
        {
            Pins =
            [
                new("web", "eu-west-1a", "10.0.200.0/24") { Ipv6Index = 200, LogicalId = "OldSubnet" },
                new("app", "eu-west-1b", "10.0.40.0/28"),
                new("data", "eu-west-1c", null) { LogicalId = "OldData" },
            ],
        });
        plan.Subnets.Where(s => s.IsPinned).Select(s => $"{s.Show()} {s.LogicalId}".TrimEnd()).ShouldBe(
        [
            "web eu-west-1a 10.0.200.0/24 200 OldSubnet",
            "app eu-west-1b 10.0.40.0/28 17",
            "data eu-west-1c 10.0.80.0/21 34 OldData",
        ]);
        plan.Show().Intersect(Default, StringComparer.Ordinal).Count().ShouldBe(7);
    }

    // CDK's own Vpc leaves 10.0.192.0/18: room for new tiers, and a fourth zone needs pins.
    [Fact]
    public void From_LayoutOfTheCdkVpc_KeepsItsSubnetsAndGrows()
    {
        var zones = Plans.ThreeTiers.Zones.Select(z => z.Zone);
        var layout = new CdkVpc
        {
            Path = "Vpc",
            Zones = [.. zones],
            Groups = [new("Public") { Tier = "web" }, new("Private") { Tier = "app" }],
        }.ToLayout();
        var adopted = Plans.ThreeTiers with { CidrBlock = layout.CidrBlock, Pins = layout.Pins, Tiers = [new("web", 0), new("app", 1)] };
        var before = AddressPlan.From(adopted);
        before.Subnets.Select(s => $"{s.CidrBlock} {s.LogicalId}").ShouldBe(layout.Subnets.Select(s => $"{s.CidrBlock} {s.SubnetId}"));
        before.GetTier("web").Region.ShouldBeNull();

        var after = AddressPlan.From(adopted.WithTier(new TierInput("data", 6)));
        after.Show()[..6].ShouldBe(before.Show());
        after.GetTier("data").Region.ShouldBe(Cidr.Parse("10.0.192.0/19"));

        Plans.ProblemsOf(adopted.WithZones([.. adopted.Zones, "eu-west-1d"])).ShouldAllBe(p => p.Code == "NP1023");
    }

    [Fact]
    public void From_PublicAndDockersRange_Warns()
    {
        AddressPlan.From(Plans.ThreeTiers with { CidrBlock = "172.17.0.0/16" }).Warnings.ShouldHaveSingleItem().Code.ShouldBe("NP1031");
        AddressPlan.From(Plans.ThreeTiers with { CidrBlock = "20.0.0.0/16" }).Warnings.ShouldHaveSingleItem().Code.ShouldBe("NP1030");
        AddressPlan.From(Plans.ThreeTiers with { CidrBlock = "100.64.0.0/16" }).Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void GetTier_UnknownName_Throws() =>
        Should.Throw<KeyNotFoundException>(() => AddressPlan.From(Plans.ThreeTiers).GetTier("cache"));
}
