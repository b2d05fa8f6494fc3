using System.Collections.Immutable;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Core.Tests.Addressing;

/// <summary>One mistake each: its code, its place, what it says, and the fix where the fix is worked out.</summary>
public sealed class AddressPlanProblemTests
{
    [Theory]
    [InlineData("10.0.0.0", "NP1001", "'10.0.0.0' is not a CIDR block (an address, a slash, a prefix length)")]
    [InlineData("10.0.0.1/16", "NP1002", "'10.0.0.1/16' has host bits set")]
    [InlineData("10.0.0.0/8", "NP1003", "10.0.0.0/8 is not between /16 and /28")]
    [InlineData("10.0.0.0/29", "NP1003", "10.0.0.0/29 is not between /16 and /28")]
    [InlineData("169.254.0.0/16", "NP1004", "169.254.0.0/16 is in 169.254.0.0/16, which is link-local")]
    [InlineData("127.0.0.0/16", "NP1004", "127.0.0.0/16 is in 127.0.0.0/8, which is loopback")]
    [InlineData("224.0.0.0/16", "NP1004", "224.0.0.0/16 is in 224.0.0.0/4, which is multicast")]
    [InlineData("2001:db8::/56", "NP1004", "2001:db8::/56 is IPv6")]
    [InlineData("10.0.0.0/24", "NP1019", "10.0.0.0/24 cut for 8 tiers and 4 zones gives subnets of /29, and AWS has none smaller than /28")]
    public void From_PrimaryBlock_IsRefused(string block, string code, string what)
    {
        var problem = Plans.OnlyProblemOf(Plans.ThreeTiers with { CidrBlock = block });
        problem.Code.ShouldBe(code);
        problem.Where.ShouldBe("Dev/Network: ThreeTierVpcProps.CidrBlock");
        problem.What.ShouldBe(what);
    }

    [Fact]
    public void From_NoBlock_IsRefused() => Plans.OnlyProblemOf(Plans.ThreeTiers with { CidrBlock = null }).Code.ShouldBe("NP1001");

    [Fact]
    public void From_BlockAndNetmask_AreTwoAnswers() =>
        Plans.OnlyProblemOf(Plans.ThreeTiers with { NetmaskLength = 16 }).What.ShouldBe("10.0.0.0/16 and a prefix length for an IPAM pool");

    [Fact]
    public void From_NetmaskOutOfRange_NamesTheNetmask()
    {
        var problem = Plans.OnlyProblemOf(Plans.ThreeTiers with { CidrBlock = null, NetmaskLength = 12 });
        problem.Code.ShouldBe("NP1003");
        problem.Where.ShouldEndWith(".NetmaskLength");
    }

    [Fact]
    public void From_HostBits_SaysTheBlockThatWasMeant() =>
        Plans.OnlyProblemOf(Plans.ThreeTiers with { CidrBlock = "10.0.0.1/16" }).Fix.ShouldBe("write 10.0.0.0/16");

    // https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html#add-cidr-block-restrictions
    [Theory]
    [InlineData("10.0.0.0/16", "172.16.0.0/16")]
    [InlineData("10.0.0.0/16", "192.168.0.0/16")]
    [InlineData("10.0.0.0/16", "198.19.0.0/16")]
    [InlineData("10.1.0.0/16", "10.0.0.0/16")]
    [InlineData("10.0.0.0/20", "10.0.16.0/20")]
    [InlineData("172.16.0.0/16", "10.0.0.0/16")]
    [InlineData("172.16.0.0/16", "172.31.0.0/16")]
    [InlineData("192.168.0.0/16", "10.0.0.0/16")]
    [InlineData("198.19.0.0/16", "10.0.0.0/16")]
    [InlineData("100.64.0.0/16", "10.0.0.0/16")]
    [InlineData("20.0.0.0/16", "198.19.0.0/16")]
    public void From_SecondaryBlockThatAwsRestricts_IsRefused(string primary, string secondary)
    {
        var problem = Plans.OnlyProblemOf(Plans.ThreeTiers with { CidrBlock = primary, SecondaryCidrs = [new("more", secondary)] });
        problem.Code.ShouldBe("NP1006");
        problem.Where.ShouldBe("Dev/Network: ThreeTierVpcProps.SecondaryCidrs[more]");
    }

    [Theory]
    [InlineData("10.0.0.0/16", "10.1.0.0/16")]
    [InlineData("10.2.0.0/16", "10.0.0.0/16")]
    [InlineData("10.0.0.0/16", "100.64.0.0/16")]
    [InlineData("172.16.0.0/16", "172.20.0.0/16")]
    [InlineData("192.168.0.0/17", "192.168.128.0/17")]
    [InlineData("198.19.0.0/16", "100.64.0.0/16")]
    [InlineData("100.64.0.0/16", "20.0.0.0/16")]
    public void From_SecondaryBlockThatAwsPermits_IsPlanned(string primary, string secondary) =>
        AddressPlan.From(Plans.ThreeTiers with { CidrBlock = primary, SecondaryCidrs = [new("more", secondary)] })
            .CidrBlocks.Select(c => c.Name).ShouldBe(["primary", "more"]);

    [Fact]
    public void From_OverlappingBlocks_NamesBoth()
    {
        var problem = Plans.OnlyProblemOf(Plans.ThreeTiers with { SecondaryCidrs = [new("more", "10.0.128.0/17")] });
        problem.Code.ShouldBe("NP1005");
        problem.What.ShouldBe("10.0.128.0/17 (more) overlaps 10.0.0.0/16 (primary)");
    }

    [Fact]
    public void From_TwoSecondaryBlocksThatAwsRestricts_IsRefused() =>
        Plans.OnlyProblemOf(Plans.ThreeTiers with
        {
            CidrBlock = "10.9.0.0/16",
            SecondaryCidrs = [new("a", "10.0.0.0/17"), new("b", "10.0.128.0/17")],
        }).Code.ShouldBe("NP1006");

    [Fact]
    public void From_SixBlocks_NamesTheQuota()
    {
        var input = Plans.ThreeTiers with { SecondaryCidrs = [.. Enumerable.Range(0, 5).Select(i => new VpcCidrInput($"more{i}", $"100.{64 + i}.0.0/16"))] };
        var problem = Plans.OnlyProblemOf(input);
        problem.Code.ShouldBe("NP1007");
        problem.What.ShouldBe("6 IPv4 blocks, and the quota \"IPv4 CIDR blocks per VPC\" is 5");
        AddressPlan.From(input with { Quotas = new() { Ipv4CidrBlocksPerVpc = 6 } }).CidrBlocks.Length.ShouldBe(6);
    }

    [Fact]
    public void From_MoreSubnetsThanTheQuota_NamesTheQuota() =>
        Plans.OnlyProblemOf(Plans.ThreeTiers with { Quotas = new() { SubnetsPerVpc = 8 } })
            .What.ShouldBe("9 subnets, and the quota \"Subnets per VPC\" is 8");

    [Theory]
    [InlineData("")]
    [InlineData("primary")]
    [InlineData("two words")]
    public void From_SecondaryBlockName_IsRefused(string name) =>
        Plans.OnlyProblemOf(Plans.ThreeTiers with { SecondaryCidrs = [new(name, "100.64.0.0/16")] }).Code.ShouldBe("NP1008");

    [Theory]
    [InlineData("")]
    [InlineData("1st")]
    [InlineData("a/b")]
    [InlineData("WEB")]
    [InlineData("w-eb")]
    public void From_TierName_IsRefused(string name)
    {
        var problem = Plans.OnlyProblemOf(Plans.ThreeTiers.WithTier(new TierInput(name, 3)));
        problem.Code.ShouldBe("NP1008");
        problem.Where.ShouldBe($"Dev/Network: ThreeTierVpcProps.Tiers[{name}]");
    }

    [Fact]
    public void From_TierInABlockThatIsNotThere_NamesTheBlocks()
    {
        var problem = Plans.OnlyProblemOf(Plans.ThreeTiers.WithTier(new TierInput("pods", 8) { CidrName = "pods" }) with
        { SecondaryCidrs = [new("more", "100.64.0.0/16")] });
        problem.Code.ShouldBe("NP1009");
        problem.Where.ShouldBe("Dev/Network: ThreeTierVpcProps.Tiers[pods].CidrName");
        problem.Fix.ShouldBe("name one of: more, primary");
    }

    [Theory]
    [InlineData("london", "NP1010", "'london' is neither a zone name nor an AZ ID")]
    [InlineData("eu-west-2a", "NP1011", "eu-west-2a is not a zone of eu-west-1")]
    [InlineData("eu-west-1a", "NP1012", "eu-west-1a is given twice")]
    [InlineData("euw1-az2", "NP1013", "eu-west-1a and euw1-az2 are written in different ways, so they may be the same zone")]
    [InlineData("eu-west-1-lon-1a", "NP1014", "eu-west-1-lon-1a is a Local Zone, which has no slot of its own")]
    [InlineData("eu-west-1-wl1-man-wlz-1", "NP1014", "eu-west-1-wl1-man-wlz-1 is a Wavelength Zone, which has no slot of its own")]
    [InlineData("eu-west-1e", "NP1016", "eu-west-1e is at slot 4, and 4 zones have slots 0 to 3")]
    public void From_Zone_IsRefused(string zone, string code, string what)
    {
        var problem = Plans.OnlyProblemOf(Plans.ThreeTiers.WithZones("eu-west-1a", zone));
        problem.Code.ShouldBe(code);
        problem.Where.ShouldBe("Dev/Network: ThreeTierVpcProps.Zones");
        problem.What.ShouldBe(what);
    }

    [Fact]
    public void From_ZonesOfTwoRegionsInAnUnknownOne_IsRefused() =>
        Plans.OnlyProblemOf((Plans.ThreeTiers with { Region = null }).WithZones("eu-west-1a", "eu-west-2b")).Code.ShouldBe("NP1011");

    [Fact]
    public void From_ZonesAtOneSlot_NamesTheFreeOnes()
    {
        var problem = Plans.OnlyProblemOf(Plans.ThreeTiers.WithZones("eu-west-1a", "eu-west-1b", new("eu-west-1e", 1)));
        problem.Code.ShouldBe("NP1015");
        problem.What.ShouldBe("eu-west-1b and eu-west-1e are both at slot 1");
        problem.Fix.ShouldBe("pin one of them to a free slot: 2 to 3");
    }

    [Fact]
    public void From_ZonePastTheMaximum_NamesTheFreeSlots() =>
        Plans.OnlyProblemOf(Plans.ThreeTiers.WithZones("eu-west-1a", "eu-west-1f"))
            .Fix.ShouldBe("pin a free slot (1 to 3); or, before the VPC exists, raise MaxZones");

    [Fact]
    public void From_TiersAtOneSlot_NamesTheFreeOnes()
    {
        var problem = Plans.OnlyProblemOf(Plans.ThreeTiers.WithTier(new TierInput("cache", 1)));
        problem.Code.ShouldBe("NP1015");
        problem.Where.ShouldBe("Dev/Network: ThreeTierVpcProps.Tiers[cache].Slot");
        problem.What.ShouldBe("tiers app and cache are both at slot 1");
        problem.Fix.ShouldBe("take a free slot: 3 to 7");
    }

    [Fact]
    public void From_TierUnderAnotherProperty_NamesThat() =>
        Plans.OnlyProblemOf(Plans.ThreeTiers.WithTier(new TierInput("cache", 1) { PropertyName = "Cache" }))
            .Where.ShouldBe("Dev/Network: ThreeTierVpcProps.Cache.Slot");

    [Theory]
    [InlineData(8)]
    [InlineData(-1)]
    public void From_TierPastTheMaximum_NamesTheFreeSlots(int slot)
    {
        var problem = Plans.OnlyProblemOf(Plans.ThreeTiers.WithTier(new TierInput("cache", slot)));
        problem.Code.ShouldBe("NP1016");
        problem.What.ShouldBe($"tier cache is at slot {slot}, and there are slots 0 to 7");
        problem.Fix.ShouldBe("take a free slot (3 to 7); or, before the VPC exists, raise MaxTiers");
    }

    [Fact]
    public void From_LargeTierOnTakenSlots_NamesTheFreeOnes()
    {
        var problem = Plans.OnlyProblemOf(Plans.ThreeTiers with
        {
            Tiers = [new("web", 0), new("app", 2) { Size = SubnetSize.Prefix(20) }, new("data", 3)],
        });
        problem.Code.ShouldBe("NP1015");
        problem.What.ShouldBe("tiers app (slot 2) and data (slot 3) need the same addresses of 10.0.0.0/16");
        problem.Fix.ShouldBe("take a free slot: 1, 4 to 7");
    }

    [Fact]
    public void From_LargeTierAtAnOddSlot_NamesWhereItCanBegin()
    {
        var problem = Plans.OnlyProblemOf(Plans.ThreeTiers.WithTier(new TierInput("nodes", 3) { Size = SubnetSize.Prefix(20) }));
        problem.Code.ShouldBe("NP1021");
        problem.What.ShouldBe("tier nodes takes 2 slots with its subnets of /20, and cannot begin at slot 3");
        problem.Fix.ShouldBe("begin at a free multiple of 2 (4, 6), or ask for less");
    }

    [Fact]
    public void From_TierThatNoSlotsHold_SaysSo()
    {
        var problem = Plans.OnlyProblemOf(Plans.ThreeTiers.WithTier(new TierInput("nodes", 3) { Size = SubnetSize.Addresses(20_000) }));
        problem.Code.ShouldBe("NP1019");
        problem.What.ShouldBe("10.0.0.0/16 cannot hold 4 subnets of 20000 addresses");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(17)]
    public void From_DeclaredMaximum_IsRefused(int maximum)
    {
        Plans.ProblemsOf(Plans.ThreeTiers with { MaxZones = maximum }).ShouldContain(p => p.Code == "NP1017" && p.Where.EndsWith(".MaxZones", StringComparison.Ordinal));
        Plans.ProblemsOf(Plans.ThreeTiers with { MaxTiers = maximum }).ShouldContain(p => p.Code == "NP1017" && p.Where.EndsWith(".MaxTiers", StringComparison.Ordinal));
        Plans.OnlyProblemOf(Plans.ThreeTiers with { SecondaryCidrs = [new("more", "100.64.0.0/16") { MaxTiers = maximum }] })
            .Where.ShouldBe("Dev/Network: ThreeTierVpcProps.SecondaryCidrs[more].MaxTiers");
    }

    [Fact]
    public void From_Nothing_SaysWhatIsMissing() =>
        Plans.ProblemsOf(Plans.ThreeTiers with { Zones = default, Tiers = default, SecondaryCidrs = default, Pins = default })
            .Select(p => $"{p.Code} {p.What}").ShouldBe(["NP1018 no tier is given", "NP1018 no zone is given"]);

    [Fact]
    public void From_SizesThatNoSubnetHas_AreRefused()
    {
        SubnetSize[] sizes = [SubnetSize.Prefix(15), SubnetSize.Prefix(29), SubnetSize.Addresses(0), SubnetSize.Addresses(65_532), SubnetSize.Pods(EksPods.PerNode(0, 5))];
        sizes.Select(size => Plans.OnlyProblemOf(Plans.ThreeTiers.WithTier(new TierInput("nodes", 3) { Size = size })))
            .ShouldAllBe(p => p.Code == "NP1020" && p.Where == "Dev/Network: ThreeTierVpcProps.Tiers[nodes].Size");
    }

    [Theory]
    [InlineData("web", "eu-west-1a", "10.1.0.0/24", "NP1022", "10.1.0.0/24 is not inside one of the VPC's blocks (10.0.0.0/16)")]
    [InlineData("web", "eu-west-1a", "10.0.0.0/29", "NP1020", "10.0.0.0/29 is not a size that a subnet can have")]
    [InlineData("web", "eu-west-1a", "10.0.32.0/24", "NP1023", "10.0.32.0/24 overlaps 10.0.32.0/19, which the plan keeps for tier app")]
    [InlineData("web", "eu-west-1a", "10.0.24.0/24", "NP1023", "10.0.24.0/24 overlaps 10.0.0.0/19, which the plan keeps for tier web")]
    [InlineData("web", "eu-west-1a", "10.0.200.1/24", "NP1002", "'10.0.200.1/24' has host bits set")]
    [InlineData("web", "eu-west-1d", "10.0.200.0/24", "NP1024", "the VPC has no zone 'eu-west-1d'")]
    [InlineData("cache", "eu-west-1a", "10.0.200.0/24", "NP1024", "the VPC has no tier 'cache'")]
    public void From_Pin_IsRefused(string tier, string zone, string block, string code, string what)
    {
        var problem = Plans.OnlyProblemOf(Plans.ThreeTiers with { Pins = [new(tier, zone, block)] });
        problem.Code.ShouldBe(code);
        problem.Where.ShouldBe($"Dev/Network: ThreeTierVpcProps.Pins[{tier}, {zone}]");
        problem.What.ShouldBe(what);
    }

    [Fact]
    public void From_OverlappingPins_NamesBoth() =>
        Plans.OnlyProblemOf(Plans.ThreeTiers with { Pins = [new("web", "eu-west-1a", "10.0.200.0/22"), new("app", "eu-west-1a", "10.0.201.0/24")] })
            .What.ShouldBe("10.0.201.0/24 overlaps 10.0.200.0/22 of web in eu-west-1a");

    [Fact]
    public void From_SubnetPinnedTwice_IsRefused() =>
        Plans.OnlyProblemOf(Plans.ThreeTiers with { Pins = [new("web", "eu-west-1a", "10.0.200.0/24"), new("web", "eu-west-1a", "10.0.201.0/24")] })
            .What.ShouldBe("the subnet is pinned twice");

    [Fact]
    public void From_PinSmallerThanTheNeed_IsRefused() =>
        Plans.OnlyProblemOf(Plans.ThreeTiers.WithTier(new TierInput("nodes", 3) { Size = SubnetSize.Addresses(300) }) with
        { Pins = [new("nodes", "eu-west-1a", "10.0.200.0/24")] })
            .What.ShouldBe("10.0.200.0/24 has 251 addresses to use, and the tier asks for 300 addresses");

    [Fact]
    public void From_PinnedIPv4OfAnIpv6OnlyTier_IsRefused() =>
        Plans.OnlyProblemOf(Plans.ThreeTiers.WithTier(new TierInput("six", 3) { Ipv6Only = true }) with
        { Pins = [new("six", "eu-west-1a", "10.0.200.0/24")] })
            .What.ShouldBe("tier six has no IPv4, and its subnet is pinned to 10.0.200.0/24");

    [Theory]
    [InlineData(1, "web in eu-west-1b and app in eu-west-1a are both at place 1")]
    [InlineData(256, "place 256 is not 0 to 255")]
    [InlineData(-1, "place -1 is not 0 to 255")]
    public void From_Ipv6Place_IsRefused(int place, string what)
    {
        var problem = Plans.OnlyProblemOf(Plans.ThreeTiers with { Pins = [new("app", "eu-west-1a", null) { Ipv6Index = place }] });
        problem.Code.ShouldBe("NP1025");
        problem.What.ShouldBe(what);
    }

    [Fact]
    public void From_RegionThatIsNone_IsRefused() =>
        Plans.OnlyProblemOf(Plans.ThreeTiers with { Region = "europe" }).Code.ShouldBe("NP1026");

    [Fact]
    public void From_SeveralMistakes_ReportsAllAtOnceSorted() =>
        Plans.ProblemsOf(new()
        {
            Path = "Dev/Network",
            Region = "eu-west-1",
            CidrBlock = "10.0.0.1/8",
            Zones = ["eu-west-2a", "moon"],
            Tiers = [new("web", 0), new("app", 0), new("9", 1)],
            MaxZones = 0,
        }).Select(p => p.Code).ShouldBe(["NP1002", "NP1008", "NP1010", "NP1011", "NP1015", "NP1017"]);

    [Fact]
    public void Message_OfAProblem_HasItsThreeLines() =>
        Should.Throw<PlanException>(() => AddressPlan.From(Plans.ThreeTiers.WithTier(new TierInput("cache", 1)))).Message.ShouldBe(
            """
            NP1015: tiers app and cache are both at slot 1
              where: Dev/Network: ThreeTierVpcProps.Tiers[cache].Slot
              fix:   take a free slot: 3 to 7
            """);

    // A caller that collects its own problems too gets no plan and keeps what it had.
    [Fact]
    public void From_ProblemListOfTheCaller_IsAddedTo()
    {
        var problems = new ProblemList();
        problems.Add(DiagnosticCatalogue.NotAZone.At("x", "y", "z"));
        AddressPlan.From(Plans.ThreeTiers, problems).ShouldNotBeNull();
        AddressPlan.From(Plans.ThreeTiers with { CidrBlock = "x" }, problems).ShouldBeNull();
        problems.ToSorted().Length.ShouldBe(2);
    }
}
