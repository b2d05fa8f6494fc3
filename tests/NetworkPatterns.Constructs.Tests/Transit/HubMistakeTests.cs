using NetworkPatterns.Constructs.Transit;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Tests.Transit;

/// <summary>Each mistake is named with its code, its place, its value and a way to fix it.</summary>
public sealed class HubMistakeTests
{
    private const string Hub = "Hub/Hub: TransitGatewayHubProps.";
    private const string Spoke = "B/Attachment: TransitGatewaySpokeProps.";
    private static readonly SegmentPolicy Policy = Hubs.Small().Plan().Policy;

    private static IReadOnlyList<Mistake> All { get; } =
    [
        OfHub("no segments", "NP1401", "Segments", "no segment", new() { Segments = [] }),
        OfHub("a name with a space", "NP1400", "Segments", "'prod eu'", new() { Segments = ["prod eu"] }),
        OfHub("two names of one logical ID", "NP1400", "Segments", "'prodeu' and 'prod-eu'", new() { Segments = ["prodeu", "prod-eu"] }),
        OfHub("a pair of an unknown segment", "NP1402", "AllowedPairs", "'sharde'", new() { Segments = ["production", "shared"], AllowedPairs = [("production", "sharde")] }),
        OfHub("a pair in both orders", "NP1403", "AllowedPairs", "2 times", new() { Segments = ["a", "b"], AllowedPairs = [("a", "b"), ("b", "a")] }),
        OfHub("an ASN between the ranges", "NP1404", "AmazonSideAsn", "65535", new() { Segments = ["a"], AmazonSideAsn = 65535 }),
        OfHub("a public ASN", "NP1404", "AmazonSideAsn", "16509", new() { Segments = ["a"], AmazonSideAsn = 16509 }),
        OfHub("no private range", "NP1412", "PrivateRanges", "no range", new() { Segments = ["a"], PrivateRanges = [] }),
        OfHub("everything is private", "NP1412", "PrivateRanges", "'0.0.0.0/0'", new() { Segments = ["a"], PrivateRanges = ["0.0.0.0/0"] }),
        OfHub("private ranges that overlap", "NP1412", "PrivateRanges", "10.0.0.0/8 and 10.1.0.0/16", new() { Segments = ["a"], PrivateRanges = ["10.0.0.0/8", "10.1.0.0/16"] }),
        OfHub("IPv4 among the IPv6 ranges", "NP1412", "Ipv6Ranges", "'10.0.0.0/8'", new() { Segments = ["a"], Ipv6Ranges = ["10.0.0.0/8"] }),
        OfHub("a gateway range that is too small", "NP1413", "TransitGatewayCidrBlocks", "'10.255.0.0/28'", new() { Segments = ["a"], TransitGatewayCidrBlocks = ["10.255.0.0/28"] }),
        OfHub("a gateway range that is link-local", "NP1413", "TransitGatewayCidrBlocks", "'169.254.0.0/24'", new() { Segments = ["a"], TransitGatewayCidrBlocks = ["169.254.0.0/24"] }),
        OfHub("six ranges of the gateway", "NP1413", "TransitGatewayCidrBlocks", "6 blocks", new() { Segments = ["a"], TransitGatewayCidrBlocks = [.. Enumerable.Range(0, 6).Select(place => $"10.255.{place}.0/24")] }),
        OfHub("ranges of the gateway that overlap", "NP1413", "TransitGatewayCidrBlocks", "10.255.0.0/24 overlaps", new() { Segments = ["a"], TransitGatewayCidrBlocks = ["10.255.0.0/16", "10.255.0.0/24"] }),
        OfHub("a segment as large as a private range", "NP1417", "Segments[a]", "10.0.0.0/8", new() { Segments = [new("a") { AddressRanges = ["10.0.0.0/8"] }] }),
        OfHub("a segment with IPv6 that is not the estate's", "NP1417", "Segments[a]", "2001:db8:1::/48", new() { Segments = [new("a") { AddressRanges = ["2001:db8:1::/48"] }] }),
        OfHub("two segments with ranges in common", "NP1417", "Peers", "10.1.0.0/16", new()
        {
            Segments = [new("a") { AddressRanges = ["10.0.0.0/14"] }, new("b") { AddressRanges = ["10.1.0.0/16"] }],
        }),
        OfHub("shared with everybody", "NP1419", "ShareWith", "'*'", new() { Segments = ["a"], ShareWith = ["*"] }),
        OfHub("flow logs to S3", "NP1420", "FlowLogs", "CloudWatch", new() { Segments = ["a"], FlowLogs = FlowLogs.ToS3() }),
        OfHub("egress in an unknown segment", "NP1408", "Egress", "'out'", new() { Segments = ["a"], Egress = Egress("out") }),
        OfHub("egress that nobody uses", "NP1422", "Egress", "'egress'", new() { Segments = ["a", "egress"], Egress = Egress("egress") }),
        OfHub("egress without NAT gateways", "NP1422", "Egress.NatGateways", "NAT gateways", new()
        {
            Segments = ["a", "egress"],
            AllowedPairs = [("a", "egress")],
            Egress = new() { Segment = "egress", CidrBlock = "100.64.0.0/24", Zones = Hubs.TwoZones, NatGateways = NatStrategy.None },
        }),
        OfHub("an egress VPC too small for its zones", "NP1019", "", "", new()
        {
            Segments = ["a", "egress"],
            AllowedPairs = [("a", "egress")],
            Egress = new() { Segment = "egress", CidrBlock = "100.64.0.0/28", Zones = Hubs.TwoZones },
        }, isOfVpc: true),
        OfHub("inspection of the internet without egress", "NP1423", "Inspection.Traffic", "no Egress", Inspected(new() { Traffic = InspectedTraffic.NorthSouth, Zones = Hubs.TwoZones, FirewallPolicyArn = "a" })),
        OfHub("inspection of nothing", "NP1423", "Inspection.Traffic", "nothing", Inspected(new() { Traffic = InspectedTraffic.None, Zones = Hubs.TwoZones, FirewallPolicyArn = "a" })),
        OfHub("inspection by nothing", "NP1423", "Inspection", "nothing says", Inspected(new() { Traffic = InspectedTraffic.EastWest, Zones = Hubs.TwoZones })),
        OfHub("inspection by a firewall and appliances", "NP1423", "Inspection", "both", Inspected(new() { Traffic = InspectedTraffic.EastWest, CidrBlock = "100.64.1.0/24", Zones = Hubs.TwoZones, FirewallPolicyArn = "a", ApplianceServiceName = "b" })),
        OfHub("appliances without a VPC", "NP1423", "Inspection.CidrBlock", "no block", Inspected(new() { Traffic = InspectedTraffic.EastWest, Zones = Hubs.TwoZones, ApplianceServiceName = "b" })),
        OfHub("a firewall in zones by ID", "NP1423", "Inspection.Zones", "'euw1-az1'", Inspected(new() { Traffic = InspectedTraffic.EastWest, CidrBlock = "100.64.1.0/24", Zones = ["euw1-az1"], FirewallPolicyArn = "a" })),
        OfHub("inspection and egress that overlap", "NP1406", "Inspection.CidrBlock", "100.64.0.0/24", Hubs.Central(new() { CidrBlock = "100.64.0.0/24", Zones = Hubs.TwoZones, FirewallPolicyArn = "a" })),
        OfHub("logs kept for a strange time", "NP1215", "Inspection.LogRetentionDays", "2 days", Inspected(new() { Traffic = InspectedTraffic.EastWest, Zones = Hubs.TwoZones, FirewallPolicyArn = "a", LogRetentionDays = 2 })),
        OfHub("two hubs with one ASN", "NP1405", "Peers", "64512", Peered(new HubPeer("us", "us-east-1", 64512, []))),
        OfHub("a peer in the same Region", "NP1424", "Peers[us].Region", "eu-west-1", Peered(new HubPeer("us", "eu-west-1", 64513, []))),
        OfHub("two peers of one name", "NP1424", "Peers", "2 peers", Peered(new HubPeer("us", "us-east-1", 64513, []), new HubPeer("us", "us-west-2", 64514, []))),
        OfHub("a peer with a segment of its own", "NP1408", "Peers[us].Segments", "'test'", Peered(new HubPeer("us", "us-east-1", 64513, ["test"]))),
        OfHub("an accepted peering that was never asked for", "NP1424", "Peers[us].TransitGatewayId", "accepted", Peered(new HubPeer("us", "us-east-1", 64513, []) { AttachmentId = "tgw-attach-1" })),
        OfSpoke("an unknown segment", "NP1408", "Segment", "'test'", segment: "test"),
        OfSpoke("a block that is attached already", "NP1406", "Network", "10.1.0.0/16 of B/Network", block: "10.1.0.0/16"),
        OfSpoke("one VPC in two segments", "NP1407", "Network", "in segment 'production'", at: "A/Attachment: TransitGatewaySpokeProps."),
        OfSpoke("no subnets for the attachment", "NP1409", "AttachmentTier", "no subnets", tiers: [.. Hubs.Tiers().Take(2)]),
        OfSpoke("two tiers for the attachment", "NP1409", "AttachmentTier", "2 tiers", tiers: [.. Hubs.Tiers(), new() { Name = "more", Slot = 5, Intent = TierIntent.Transit }]),
        OfSpoke("an unknown tier", "NP1410", "RoutedTiers", "'dat'", routed: ["dat"]),
        OfSpoke("the attachment's own tier routed", "NP1410", "RoutedTiers", "'transit'", routed: ["transit"]),
        OfSpoke("no tier routed", "NP1410", "RoutedTiers", "no tier", routed: []),
        OfSpoke("a block that is not private", "NP1411", "Network", "100.64.0.0/16", block: "100.64.0.0/16"),
        OfSpoke("a block that is a whole private range", "NP1411", "Network", "192.168.0.0/16", block: "192.168.0.0/16"),
    ];

    public static TheoryData<string> Names => [.. All.Select(mistake => mistake.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Plan_Mistake_IsNamedWithPlaceValueAndFix(string name)
    {
        var mistake = All.Single(candidate => candidate.Name == name);
        var problems = Should.Throw<PlanException>(mistake.Plan).Problems;
        var problem = problems.FirstOrDefault(candidate => candidate.Code == mistake.Code && candidate.Where.StartsWith(mistake.Where, StringComparison.Ordinal));
        problem.ShouldNotBeNull(string.Join('\n', problems));
        problem.What.ShouldContain(mistake.What);
        problem.Fix.ShouldNotBeEmpty();
    }

    [Fact]
    public void Mistakes_AreManyAndDistinct()
    {
        All.Count.ShouldBeGreaterThanOrEqualTo(40);
        All.Select(mistake => mistake.Name).ShouldBeUnique();
    }

    [Fact]
    public void Plan_SeveralMistakes_AreReportedTogether() => Should.Throw<PlanException>(() => new TransitGatewayHubProps
    {
        Segments = ["a"],
        AllowedPairs = [("a", "b")],
        AmazonSideAsn = 1,
        ShareWith = ["*"],
    }.Plan()).Problems.Select(problem => problem.Code).ShouldBe(["NP1402", "NP1404", "NP1419"]);

    [Fact]
    public void Plan_IPv6BesideAnInternetGatewayOfItsOwn_AsksForTheRanges()
    {
        var vpc = new ThreeTierVpcProps { CidrBlock = "10.1.0.0/16", Zones = Hubs.TwoZones, IpStack = IpStack.DualStack, NatGateways = NatStrategy.None, Tiers = Hubs.Tiers() };
        Should.Throw<PlanException>(() => Hubs.Spoke(Policy, "production", vpc)).Problems.ShouldHaveSingleItem().Code.ShouldBe("NP1416");
        var known = Policy with { Ipv6Ranges = [Core.Addressing.Cidr.Parse("2001:db8::/32")] };
        Hubs.Spoke(known, "production", vpc).Routes.Count(route => route.Destination.IsIPv6).ShouldBe(2);
    }

    [Fact]
    public void Plan_WayToTheInternetAroundTheHub_IsFound()
    {
        var hub = Hubs.Central().Plan().Policy with { Ipv6Ranges = [Core.Addressing.Cidr.Parse("2001:db8::/32")] };
        var inspected = hub with { Inspected = InspectedTraffic.NorthSouth };
        var eastWest = hub with { Inspected = InspectedTraffic.EastWest };
        var dual = Hubs.DualStackVpc("10.1.0.0/16", TierIntent.Egress);

        // Where the segment may reach the internet and nobody looks, IPv6 leaves by the VPC's own gateway: IPv4 goes to the hub.
        Hubs.Spoke(hub, "production", dual).Routes.Select(route => route.Destination.ToString()).Distinct().ShouldBe(["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "0.0.0.0/0", "2001:db8::/32"]);
        Hubs.Spoke(eastWest, "production", dual);
        Around(hub, "development", dual).ShouldBe("tier 'app' of Spoke/Network reaches the internet over IPv6 by an egress-only internet gateway of its own, and segment 'development' is not paired with 'egress'");
        Around(inspected, "production", dual).ShouldEndWith("and what goes to the internet is inspected");
        var translated = new ThreeTierVpcProps { CidrBlock = "10.1.0.0/16", Zones = Hubs.TwoZones, FlowLogs = FlowLogs.None, Tiers = [new() { Name = "web", Slot = 0, Intent = TierIntent.Internet }, .. Hubs.Tiers()] };
        Around(hub, "development", translated).ShouldContain("over IPv4 by NAT gateways of its own");

        // A tier that does not lead to the hub, and one that has no way out, are nobody's business.
        Hubs.Spoke(inspected, "production", translated, routedTiers: ["data"]);
        Hubs.Spoke(inspected, "production", Hubs.DualStackVpc("10.1.0.0/16"), routedTiers: ["app"]).Routes.ShouldContain(route => route.Destination.IsIPv6);

        static string Around(SegmentPolicy policy, string segment, ThreeTierVpcProps vpc)
        {
            var problem = Should.Throw<PlanException>(() => Hubs.Spoke(policy, segment, vpc)).Problems.ShouldHaveSingleItem();
            problem.Code.ShouldBe("NP1434");
            return problem.What;
        }
    }

    [Fact]
    public void Plan_BlockOutsideOfItsSegment_IsFound()
    {
        var policy = new TransitGatewayHubProps { Segments = [new("a") { AddressRanges = ["10.0.0.0/14"] }] }.Plan().Policy;
        Should.Throw<PlanException>(() => Hubs.Spoke(policy, "a", Hubs.Vpc("10.9.0.0/16"))).Problems.ShouldHaveSingleItem().Code.ShouldBe("NP1418");
    }

    [Fact]
    public void Plan_SpokeInTheEgressSegment_IsFound() =>
        Should.Throw<PlanException>(() => Hubs.Spoke(Hubs.Central().Plan().Policy, "egress", Hubs.Vpc("10.9.0.0/16"))).Problems.ShouldHaveSingleItem().Code.ShouldBe("NP1422");

    [Fact]
    public void Plan_InspectedAttachmentWithoutRanges_IsFound() => Should.Throw<PlanException>(() => SegmentAttachmentPlan.From(
            "production",
            [],
            Hubs.Central(new() { CidrBlock = "100.64.1.0/24", Zones = Hubs.TwoZones, FirewallPolicyArn = "a" }).Plan().Policy,
            hasRouteTables: true,
            Hubs.ContextOf("Hub/Vpn", nameof(SegmentAttachmentProps))))
        .Problems.ShouldHaveSingleItem().Code.ShouldBe("NP1421");

    [Theory]
    [InlineData("https://example.com", "NP1425")]
    [InlineData("*.example.com", "NP1425")]
    [InlineData("example", "NP1425")]
    public void Plan_FirewallDomain_IsChecked(string domain, string code) =>
        Problems(new() { StatefulRules = [StatefulRuleGroup.AllowDomains("web", domain)] }).ShouldBe([code]);

    [Theory]
    [InlineData("pass tcp any any -> any 443 (msg:\"x\";)")]
    [InlineData("allow tcp any any -> any 443 (sid:1;)")]
    [InlineData("pass tcp any any -> any 443 (sid:1;)\npass tcp any any -> any 80 (sid:1;)")]
    [InlineData("# nothing")]
    public void Plan_FirewallRule_IsChecked(string rules) =>
        Problems(new() { StatefulRules = [StatefulRuleGroup.Suricata("rules", rules)] }).ShouldBe(["NP1425"]);

    [Fact]
    public void Plan_FirewallNumbers_AreChecked()
    {
        Problems(new() { StatefulRules = [StatefulRuleGroup.AllowDomains("a", "example.com"), StatefulRuleGroup.DenyDomains("a", "example.com")] }).ShouldBe(["NP1425"]);
        Problems(new() { StatefulRules = [StatefulRuleGroup.AllowDomains("a", "example.com").WithCapacity(30001)] }).ShouldAllBe(code => code == "NP1425");
        Problems(new() { StatelessRules = [new(1, StatelessAction.Drop), new(1, StatelessAction.Pass)] }).ShouldBe(["NP1425"]);
        Problems(new() { StatelessRules = [new(0, StatelessAction.Drop)] }).ShouldBe(["NP1425"]);
        Problems(new() { StatelessRules = [new(1, StatelessAction.Drop) { DestinationPorts = [(80, 80)] }] }).ShouldBe(["NP1425"]);
        Problems(new() { HomeRanges = ["10.0.0.1/8"] }).ShouldBe(["NP1425"]);
    }

    private static IEnumerable<string> Problems(NetworkFirewallPolicyProps props) => Should
        .Throw<PlanException>(() => NetworkFirewallPolicyPlan.From(props, Hubs.ContextOf("Hub/Policy", nameof(NetworkFirewallPolicyProps))))
        .Problems.Select(problem => problem.Code);

    private static CentralEgress Egress(string segment) => new() { Segment = segment, CidrBlock = "100.64.0.0/24", Zones = Hubs.TwoZones };

    private static TransitGatewayHubProps Inspected(CentralInspection inspection) => new() { Segments = ["a"], AllowedPairs = [("a", "a")], Inspection = inspection };

    private static TransitGatewayHubProps Peered(params HubPeer[] peers) => new() { Segments = ["a"], Peers = peers };

    private static Mistake OfHub(string name, string code, string where, string what, TransitGatewayHubProps props, bool isOfVpc = false) =>
        new(name, code, isOfVpc ? "Hub/Hub/" : Hub + where, what, () => props.Plan());

    private static Mistake OfSpoke(
        string name,
        string code,
        string where,
        string what,
        string segment = "production",
        string block = "10.2.0.0/16",
        IReadOnlyList<TierProps>? tiers = null,
        IReadOnlyList<string>? routed = null,
        string at = Spoke) => new(name, code, at + where, what, () =>
        {
            var register = new SpokeRegister(isOfThisApp: true);
            register.Add(Hubs.Spoke(Policy, "production", Hubs.Vpc("10.1.0.0/16"), "A", register).Entry);
            var vpc = new ThreeTierVpcProps { CidrBlock = block, Zones = Hubs.TwoZones, NatGateways = NatStrategy.None, Tiers = tiers ?? Hubs.Tiers(), FlowLogs = FlowLogs.None };
            return Hubs.Spoke(Policy, segment, vpc, at == Spoke ? "B" : "A", register, routed);
        });

    private sealed record Mistake(string Name, string Code, string Where, string What, Func<object> Plan);
}
