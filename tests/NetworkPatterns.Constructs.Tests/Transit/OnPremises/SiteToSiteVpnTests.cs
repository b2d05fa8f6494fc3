using Amazon.CDK;
using NetworkPatterns.Constructs.Tests.Connectivity;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Constructs.Transit;
using NetworkPatterns.Constructs.Transit.OnPremises;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.TemplateRules.Snapshots;

namespace NetworkPatterns.Constructs.Tests.Transit.OnPremises;

[Collection(CdkCollection.Name)]
public sealed class SiteToSiteVpnTests
{
    private static Stack NewStack() => Synthesized.NewStack(Synthesized.NewApp(CdkFlags.Recommended, pathMetadata: true));

    private static TransitGatewayHub Hub(Stack stack) => new(stack, "Hub", new TransitGatewayHubProps
    {
        Segments = ["production", "on-premises"],
        AllowedPairs = [("production", "on-premises")],
    });

    private static ThreeTierVpc Network(Stack stack) => new(stack, "Shop", new ThreeTierVpcProps
    {
        CidrBlock = "10.50.0.0/16",
        Zones = ["eu-west-1a", "eu-west-1b"],
        NatGateways = NatStrategy.None,
        Tiers =
        [
            new() { Name = "app", Slot = 1, Intent = TierIntent.Isolated },
            new() { Name = "data", Slot = 2, Intent = TierIntent.Isolated },
        ],
    });

    private static VpnTunnel EveryOption(string inside, string secret) => new()
    {
        InsideCidr = inside,
        PreSharedKeySecret = secret,
        PreSharedKeyField = "key",
        IkeVersions = ["ikev2"],
        Phase1Encryption = ["AES256", "AES256-GCM-16"],
        Phase2Encryption = ["AES256-GCM-16"],
        Phase1Integrity = ["SHA2-512"],
        Phase2Integrity = ["SHA2-384"],
        Phase1DhGroups = [20],
        Phase2DhGroups = [21],
        Phase1Lifetime = TimeSpan.FromHours(4),
        Phase2Lifetime = TimeSpan.FromMinutes(30),
        RekeyMargin = TimeSpan.FromMinutes(5),
        RekeyFuzzPercentage = 50,
        ReplayWindowSize = 2048,
        DpdTimeout = TimeSpan.FromSeconds(60),
        DpdTimeoutAction = "restart",
        AwsStarts = true,
        LifecycleControl = true,
    };

    [Fact]
    public void Synthesized_AtAHub_AllOptions_IsAsApproved()
    {
        var stack = NewStack();
        var book = new AddressBook();
        _ = new SiteToSiteVpn(stack, "Office", new SiteToSiteVpnProps
        {
            Hub = Hub(stack),
            Segment = "on-premises",
            Connections =
            [
                new("berlin", "198.51.100.1")
                {
                    CustomerAsn = 4200000100,
                    FirstTunnel = EveryOption("169.254.10.0/30", "vpn/berlin-1"),
                    SecondTunnel = EveryOption("169.254.10.4/30", new CfnParameter(stack, "Secret").ValueAsString),
                    AttachmentId = "tgw-attach-0123456789abcdef0",
                },
            ],
            Ranges = ["192.168.0.0/16"],
            Accelerated = true,
            LogRetentionDays = 30,
            AlarmTopicArns = [new CfnParameter(stack, "Topic").ValueAsString],
            AddressBook = book,
        });
        Snapshot.Matches(Connections.Ours(stack.Template(), "Office"), "SiteToSiteVpn.Hub");
        book.Ranges.Select(range => $"{range.Block} {range.Kind}").ShouldBe(["192.168.0.0/16 OnPremises", "169.254.10.0/30 VpnInside", "169.254.10.4/30 VpnInside"]);
    }

    [Fact]
    public void Synthesized_AtAVpc_IsAsApproved()
    {
        var stack = NewStack();
        var vpn = new SiteToSiteVpn(stack, "Office", new SiteToSiteVpnProps
        {
            Network = Network(stack),
            Tiers = ["app"],
            Connections = [new("berlin", "198.51.100.1")],
            Ranges = ["192.168.0.0/16"],
            StaticRoutes = true,
        });
        vpn.VpnGatewayId.ShouldNotBeEmpty();
        Snapshot.Matches(Connections.Ours(stack.Template(), "Office"), "SiteToSiteVpn.Vpc");
    }

    [Fact]
    public void Phases_AttachmentIdsComeLater_ChangeNothingThatIsThere()
    {
        Stack Phase(string? attachment)
        {
            var stack = NewStack();
            _ = new SiteToSiteVpn(stack, "Office", new SiteToSiteVpnProps
            {
                Hub = Hub(stack),
                Segment = "on-premises",
                Connections = [new("berlin", "198.51.100.1") { AttachmentId = attachment }],
                Ranges = ["192.168.0.0/16"],
                StaticRoutes = true,
            });
            return stack;
        }

        var (first, second) = (Phase(null).Template(), Phase("tgw-attach-0123456789abcdef0").Template());
        first.LogicalIds("AWS::EC2::TransitGatewayRouteTableAssociation").ShouldBeEmpty();
        first["Outputs"]!.AsObject().Count.ShouldBe(1);
        second.LogicalIds("AWS::EC2::TransitGatewayRouteTableAssociation").ShouldHaveSingleItem();
        second.LogicalIds("AWS::EC2::TransitGatewayRoute").Count(id => id.StartsWith("OfficeBerlinRoutes", StringComparison.Ordinal)).ShouldBe(1);
        foreach (var (id, resource) in first.Resources())
        {
            second.Resources()[id]!.ToJsonString().ShouldBe(resource!.ToJsonString());
        }
    }

    [Fact]
    public void Synthesized_AtAVpc_IsProved()
    {
        var stack = NewStack();
        var network = new ThreeTierVpc(stack, "Shop", new ThreeTierVpcProps
        {
            CidrBlock = "10.50.0.0/16",
            Zones = ["eu-west-1a", "eu-west-1b"],
            NatGateways = NatStrategy.None,
            Tiers =
            [
                new() { Name = "app", Slot = 1, Intent = TierIntent.Isolated, Ingress = [TrafficRule.Tcp(443, TrafficPeer.Cidr("192.168.0.0/16"))] },
                new() { Name = "data", Slot = 2, Intent = TierIntent.Isolated, Ingress = [TrafficRule.Tcp(5432, TrafficPeer.Tier("app"))] },
            ],
        });
        _ = new SiteToSiteVpn(stack, "Office", new SiteToSiteVpnProps { Network = network, Tiers = ["app"], Connections = [new("berlin", "198.51.100.1")], Ranges = ["192.168.0.0/16"] });
        var template = stack.Template();

        Office().ShouldBe(
        [
            "cidr:192.168.0.0/16 can reach tier:Dev/Shop/app on tcp 443: Holds",
            "cidr:192.168.0.0/16 never reaches tier:Dev/Shop/data: Holds",
            "tier:Dev/Shop/data never reaches cidr:192.168.0.0/16: Holds",
        ]);
        template.Resources().Remove(template.LogicalIds("AWS::EC2::VPNGatewayRoutePropagation").Single());
        Office().ShouldContain("cidr:192.168.0.0/16 can reach tier:Dev/Shop/app on tcp 443: Fails");

        IEnumerable<string> Office() => Proof.Of(template)
            .Where(result => result.Network == "Dev/Office")
            .Select(result => $"{result.Guarantee}: {result.Outcome}")
            .Order(StringComparer.Ordinal);
    }

    [Fact]
    public void CloudHub_SeveralSites_HaveAsnsOfTheirOwn()
    {
        var stack = NewStack();
        var network = Network(stack);
        Connections.Codes(() => new SiteToSiteVpn(stack, "Same", new SiteToSiteVpnProps
        {
            Network = network,
            Tiers = ["app"],
            Connections = [new("berlin", "198.51.100.1"), new("paris", "198.51.100.2")],
            Ranges = ["192.168.0.0/16"],
        })).ShouldBe(["NP1462 Connections"]);
        _ = new SiteToSiteVpn(stack, "Sites", new SiteToSiteVpnProps
        {
            Network = network,
            Tiers = ["app"],
            Connections = [new("berlin", "198.51.100.1"), new("paris", "198.51.100.2") { CustomerAsn = 65001 }],
            Ranges = ["192.168.0.0/16"],
        });
        stack.Template().LogicalIds("AWS::EC2::VPNConnection").Count.ShouldBe(2);
    }

    [Fact]
    public void Mistakes_AreReported()
    {
        var stack = NewStack();
        var hub = Hub(stack);
        var number = 0;
        string[] Codes(VpnConnection connection, bool isStatic = false, string? segment = "on-premises", string range = "192.168.0.0/16", params VpnConnection[] more) => Connections.Codes(() => new SiteToSiteVpn(stack, $"Vpn{number++}", new SiteToSiteVpnProps
        {
            Hub = hub,
            Segment = segment,
            Connections = [connection, .. more],
            Ranges = [range],
            StaticRoutes = isStatic,
        }));
        var good = new VpnConnection("berlin", "198.51.100.1");
        Codes(good, isStatic: true, more: new VpnConnection("second", "198.51.100.2")).ShouldBe(["NP1461 StaticRoutes"]);
        Codes(good, segment: "none", range: "192.168.0.1/16").ShouldBe(["NP1002 Ranges", "NP1460 Segment"]);
        Codes(good with { CustomerAsn = 64512 }).ShouldBe(["NP1462 Connections[berlin]"]);
        Codes(good with { Name = "1", CustomerGatewayAddress = "198.51.100", CustomerAsn = 0 }).ShouldBe(["NP1008 Connections[1]", "NP1460 Connections[1]", "NP1460 Connections[1]"]);
        Codes(good with { FirstTunnel = new() { Phase1Lifetime = TimeSpan.FromMinutes(20), Phase2Lifetime = TimeSpan.FromMinutes(30), RekeyMargin = TimeSpan.FromMinutes(16), ReplayWindowSize = 1, DpdTimeout = TimeSpan.FromSeconds(1), Phase1DhGroups = [1] } })
            .ShouldBe(new[] { "DpdTimeout", "Phase1DhGroups", "Phase2Lifetime", "RekeyMargin", "ReplayWindowSize" }.Select(option => $"NP1463 Connections[berlin].FirstTunnel.{option}"));
        Connections.Codes(() => new SiteToSiteVpn(stack, "Nowhere", new SiteToSiteVpnProps { Connections = [], Ranges = [] })).ShouldBe(["NP1247 Connections", "NP1247 Ranges", "NP1460 Hub"]);
        Connections.Codes(() => new SiteToSiteVpn(stack, "Fast", new SiteToSiteVpnProps { Network = Network(stack), Tiers = ["none"], Connections = [good], Ranges = ["192.168.0.0/16"], Accelerated = true, AmazonSideAsn = 1 }))
            .ShouldBe(["NP1230 Tiers", "NP1460 Accelerated", "NP1460 AmazonSideAsn"]);
    }

    [Theory]
    [InlineData("169.254.5.0/30")]
    [InlineData("169.254.169.252/30")]
    [InlineData("169.254.10.0/29")]
    [InlineData("10.0.0.0/30")]
    public void InsideRange_KeptByAws_IsRefused(string inside)
    {
        var stack = NewStack();
        Should.Throw<PlanException>(() => new SiteToSiteVpn(stack, "Vpn", new SiteToSiteVpnProps
        {
            Hub = Hub(stack),
            Segment = "on-premises",
            Connections = [new("berlin", "198.51.100.1") { FirstTunnel = new() { InsideCidr = inside } }],
            Ranges = ["192.168.0.0/16"],
        })).Problems.ShouldHaveSingleItem().What.ShouldContain(inside);
    }

    [Fact]
    public void InsideRange_OfTwoTunnels_IsRefused()
    {
        var stack = NewStack();
        Should.Throw<PlanException>(() => new SiteToSiteVpn(stack, "Vpn", new SiteToSiteVpnProps
        {
            Hub = Hub(stack),
            Segment = "on-premises",
            Connections = [new("berlin", "198.51.100.1") { FirstTunnel = new() { InsideCidr = "169.254.10.0/30" } }, new("second", "198.51.100.2") { FirstTunnel = new() { InsideCidr = "169.254.10.0/30" } }],
            Ranges = ["192.168.0.0/16"],
        })).Problems.ShouldHaveSingleItem().Code.ShouldBe("NP1040");
    }

    [Fact]
    public void Site_OverlappingAVpc_IsRefusedByTheBook()
    {
        var stack = NewStack();
        var book = new AddressBook();
        book.Reserve("Dev/Shop", "192.168.4.0/24", AddressRangeKind.Vpc);
        Should.Throw<PlanException>(() => new SiteToSiteVpn(stack, "Vpn", new SiteToSiteVpnProps
        {
            Hub = Hub(stack),
            Segment = "on-premises",
            Connections = [new("berlin", "198.51.100.1")],
            Ranges = ["192.168.0.0/16"],
            AddressBook = book,
        })).Problems.ShouldHaveSingleItem().Code.ShouldBe("NP1040");
    }
}
