using Amazon.CDK;
using NetworkPatterns.Constructs.Tests.Connectivity;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Constructs.Transit;
using NetworkPatterns.Constructs.Transit.OnPremises;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.TemplateRules.Snapshots;

namespace NetworkPatterns.Constructs.Tests.Transit.OnPremises;

[Collection(CdkCollection.Name)]
public sealed class TransitGatewayConnectTests
{
    private static readonly ConnectPeer Berlin = new("berlin", "10.1.32.7", "169.254.100.0/29");

    [Fact]
    public void Synthesized_OverAVpc_AllOptions_IsAsApproved()
    {
        var stack = NewStack();
        var book = new AddressBook();
        var hub = Hub(stack, book: book);
        var spoke = Spoke(stack, hub);
        var connect = new TransitGatewayConnect(stack, "Sdwan", new TransitGatewayConnectProps
        {
            Hub = hub,
            Segment = "branches",
            Transport = spoke,
            Peers =
            [
                Berlin with { Ipv6InsideCidr = "fd00:0:0:1::/125", PeerAsn = 4200000100, TransitGatewayAddress = "192.168.255.7" },
                new("paris", new CfnParameter(stack, "Paris").ValueAsString, "169.254.100.8/29"),
            ],
            Ranges = ["172.16.0.0/16"],
            AddressBook = book,
        });
        connect.AttachmentId.ShouldNotBeNull();
        Snapshot.Matches(Connections.Ours(stack.Template(), "Sdwan", "Spoke"), "TransitGatewayConnect");
        book.Ranges.Where(range => range.Kind is not AddressRangeKind.Vpc).Select(range => $"{range.Block} {range.Kind}").ShouldBe(
            ["192.168.255.0/24 TransitGateway", "172.16.0.0/16 OnPremises", "169.254.100.0/29 ConnectInside", "fd00:0:0:1::/125 ConnectInside", "169.254.100.8/29 ConnectInside"], ignoreOrder: true);
    }

    [Fact]
    public void ConnectTiers_LetGreThrough_InBothDirectionsAndNowhereElse()
    {
        var stack = NewStack();
        _ = Spoke(stack, Hub(stack, ["192.168.255.0/24", "100.64.9.0/24"]));
        var template = stack.Template();
        var entries = template.LogicalIds("AWS::EC2::NetworkAclEntry").Select(template.Properties).Where(entry => entry["Protocol"]!.GetValue<int>() == 47).ToList();
        entries.Select(entry => $"{entry["Egress"]} {entry["RuleNumber"]} {entry["CidrBlock"]}").ShouldBe(
            ["false 32600 192.168.255.0/24", "true 32600 192.168.255.0/24", "false 32601 100.64.9.0/24", "true 32601 100.64.9.0/24"], StringComparer.OrdinalIgnoreCase, ignoreOrder: true);
        entries.ShouldAllBe(entry => entry["NetworkAclId"]!.ToJsonString().Contains("AppNetworkAcl", StringComparison.Ordinal));
        foreach (var (type, property) in new[] { ("AWS::EC2::SecurityGroupIngress", "CidrIp"), ("AWS::EC2::SecurityGroupEgress", "CidrIp") })
        {
            template.LogicalIds(type).Select(template.Properties).Where(rule => rule["IpProtocol"]!.GetValue<string>() == "47")
                .Select(rule => rule[property]!.GetValue<string>()).ShouldBe(["192.168.255.0/24", "100.64.9.0/24"], ignoreOrder: true);
        }

        // A range of the gateway that is not among the private ranges has routes of its own, one in each table of the tier.
        template.LogicalIds("AWS::EC2::Route").Select(template.Properties).Count(route => route["DestinationCidrBlock"]?.GetValue<string>() == "100.64.9.0/24").ShouldBe(2);
        template.LogicalIds("AWS::EC2::Route").Select(template.Properties).Count(route => route["DestinationCidrBlock"]?.GetValue<string>() == "192.168.255.0/24").ShouldBe(0);
    }

    [Fact]
    public void Grow_APeerMore_ChangesNothingThatIsThere()
    {
        var (before, after) = (Peers(Berlin).Template(), Peers(new("amsterdam", "10.1.32.9", "169.254.100.16/29"), Berlin).Template());
        after.LogicalIds("AWS::EC2::TransitGatewayConnectPeer").Count.ShouldBe(2);
        foreach (var (id, resource) in before.Resources())
        {
            after.Resources()[id]!.ToJsonString().ShouldBe(resource!.ToJsonString());
        }

        static Stack Peers(params ConnectPeer[] peers)
        {
            var stack = NewStack();
            var hub = Hub(stack);
            _ = new TransitGatewayConnect(stack, "Sdwan", new TransitGatewayConnectProps { Hub = hub, Segment = "branches", Transport = Spoke(stack, hub), Peers = peers });
            return stack;
        }
    }

    [Fact]
    public void OverDirectConnect_FollowsTheAttachmentsPhase()
    {
        foreach (var (attachment, count) in new[] { ((string?)null, 0), ("tgw-attach-0123456789abcdef0", 1) })
        {
            var stack = NewStack();
            var hub = Hub(stack);
            var connect = new TransitGatewayConnect(stack, "Sdwan", new TransitGatewayConnectProps
            {
                Hub = hub,
                Segment = "branches",
                DirectConnect = Direct(stack, hub, attachment, "10.0.0.0/8", "192.168.255.0/24"),
                Peers = [new("berlin", "172.16.0.7", "169.254.100.0/29")],
            });
            var template = stack.Template();
            template.LogicalIds("AWS::EC2::TransitGatewayConnect").Count.ShouldBe(count);
            template.LogicalIds("AWS::EC2::TransitGatewayConnectPeer").Count.ShouldBe(count);
            (template["Outputs"]?.AsObject().Count(output => output.Key.StartsWith("Sdwan", StringComparison.Ordinal)) ?? 0).ShouldBe(1 - count);
            (connect.AttachmentId is null).ShouldBe(count == 0);
        }
    }

    [Fact]
    public void InAnotherStackThanTheHub_ReadsTheExport()
    {
        var app = Synthesized.NewApp();
        var home = Synthesized.NewStack(app, "Hub");
        var hub = Hub(home, export: "/hub");
        var stack = Synthesized.NewStack(app, "Branches");
        _ = new TransitGatewayConnect(stack, "Sdwan", new TransitGatewayConnectProps { Hub = hub, Segment = "branches", Transport = Spoke(stack, hub), Peers = [Berlin] });
        _ = new SiteToSiteVpn(stack, "Office", new SiteToSiteVpnProps { Hub = hub, Segment = "branches", Connections = [new("berlin", "198.51.100.1")], Ranges = ["172.17.0.0/16"] });
        _ = Direct(stack, hub, attachment: null, "10.0.0.0/8");
        var template = stack.Template();
        template["Parameters"]!.AsObject().Count(parameter => parameter.Value!["Default"]?.GetValue<string>() == "/hub").ShouldBe(1);
        template.ToJsonString().ShouldNotContain("Fn::ImportValue");
    }

    [Fact]
    public void HubElsewhere_IsReportedWithTheOtherProblems()
    {
        var app = Synthesized.NewApp();
        var hub = Hub(Synthesized.NewStack(app, "Hub"));
        var stack = Synthesized.NewStack(app, "Branches");
        Connections.Codes(() => new TransitGatewayConnect(stack, "Sdwan", new TransitGatewayConnectProps { Hub = hub, Segment = "none", TransportAttachmentId = "tgw-attach-1", Peers = [] }))
            .ShouldBe(["NP1408 Segment", "NP1414 Hub", "NP1427 Peers"]);
        Connections.Codes(() => new SiteToSiteVpn(stack, "Office", new SiteToSiteVpnProps { Hub = hub, Segment = "none", Connections = [new("berlin", "198.51.100.1")], Ranges = ["172.17.0.0/16"] }))
            .ShouldBe(["NP1414 Hub", "NP1460 Segment"]);
        Connections.Codes(() => new SegmentAttachment(stack, "Attachment", new SegmentAttachmentProps { Hub = hub, Segment = "none" })).ShouldBe(["NP1408 Segment", "NP1414 Hub"]);
        Connections.Codes(() => new TransitGatewaySpoke(stack, "Spoke", new TransitGatewaySpokeProps { Hub = hub, Network = Network(stack), Segment = "none", RoutedTiers = ["none"] }))
            .ShouldBe(["NP1408 Segment", "NP1410 RoutedTiers", "NP1414 Hub"]);
        Connections.Codes(() => new DirectConnectHub(stack, "Direct", new DirectConnectHubProps { Hub = hub, Segment = "none", AmazonSideAsn = 64520, Interfaces = [new("frankfurt", "dxcon-1", 101, 65010)], AllowedPrefixes = ["10.0.0.0/8"], Ranges = ["172.16.0.0/16"] }))
            .ShouldBe(["NP1414 Hub", "NP1464 Segment"]);
    }

    [Fact]
    public void Mistakes_AreReported()
    {
        var stack = NewStack();
        var hub = Hub(stack);
        var spoke = Spoke(stack, hub);
        var number = 0;
        string[] Codes(params ConnectPeer[] peers) => Of(new() { Hub = hub, Segment = "branches", Transport = spoke, Peers = peers });
        string[] Of(TransitGatewayConnectProps props) => Connections.Codes(() => new TransitGatewayConnect(stack, $"Connect{number++}", props));

        Codes().ShouldBe(["NP1427 Peers"]);
        Codes([.. Enumerable.Range(0, 5).Select(place => new ConnectPeer($"p{place}", $"10.1.32.{place + 7}", $"169.254.100.{place * 8}/29"))]).ShouldBe(["NP1427 Peers"]);
        Codes(Berlin with { Name = "1" }).ShouldBe(["NP1008 Peers[1]"]);
        Codes(Berlin, new("Ber-lin", "10.1.32.8", "169.254.100.8/29")).ShouldBe(["NP1008 Peers"]);
        Codes(Berlin with { PeerAsn = 0 }).ShouldBe(["NP1428 Peers[berlin]"]);
        Codes(Berlin with { PeerAddress = "10.1.32" }).ShouldBe(["NP1428 Peers[berlin]"]);
        Codes(Berlin with { PeerAddress = "10.9.0.7" }).ShouldBe(["NP1428 Peers[berlin]"]);
        Codes(Berlin with { PeerAddress = "10.1.64.7" }).ShouldBe(["NP1428 Peers[berlin]"]);
        Codes(Berlin with { PeerAddress = "2001:db8::7" }).ShouldBe(["NP1428 Peers[berlin]"]);
        Codes(Berlin with { TransitGatewayAddress = "192.168.254.7" }).ShouldBe(["NP1428 Peers[berlin]"]);
        Codes(Berlin with { Ipv6InsideCidr = "169.254.100.8/29" }).ShouldBe(["NP1428 Peers[berlin]"]);
        Codes(Berlin with { TransitGatewayAddress = "192.168.255.7" }, new("second", "10.1.32.7", "169.254.100.8/29") { TransitGatewayAddress = "192.168.255.7" }).ShouldBe(["NP1428 Peers"]);
        Of(new() { Hub = hub, Segment = "branches", Peers = [Berlin] }).ShouldBe(["NP1427 Transport"]);
        Of(new() { Hub = hub, Segment = "branches", Transport = spoke, TransportAttachmentId = "tgw-attach-1", Peers = [Berlin] }).ShouldBe(["NP1427 Transport"]);
        Of(new() { Hub = hub, Segment = "none", Transport = spoke, Ranges = ["172.16.0.1/33"], Peers = [Berlin] }).ShouldBe(["NP1408 Segment", "NP1421 Ranges"]);
        Of(new() { Hub = hub, Segment = "branches", DirectConnect = Direct(stack, hub, "tgw-attach-1", "10.0.0.0/8"), Peers = [Berlin] }).ShouldBe(["NP1427 DirectConnect"]);

        var bare = new TransitGatewayHub(stack, "Bare", new TransitGatewayHubProps { AmazonSideAsn = 64599, Segments = ["branches"], FlowLogs = FlowLogs.None });
        Of(new() { Hub = bare, Segment = "branches", TransportAttachmentId = "tgw-attach-1", Peers = [Berlin] }).ShouldBe(["NP1429 Hub"]);
        Of(new() { Hub = bare, Segment = "branches", Transport = spoke, Peers = [Berlin] }).ShouldBe(["NP1427 Transport", "NP1429 Hub"]);
        Connections.Codes(() => new TransitGatewaySpoke(stack, "Other", new TransitGatewaySpokeProps { Hub = bare, Network = Network(stack, "Second", "10.2.0.0/16"), Segment = "branches", ConnectTiers = ["app", "data"] }))
            .ShouldBe(["NP1429 ConnectTiers", "NP1430 ConnectTiers"]);

        // With GRE one entry too many for a network ACL.
        var full = new ThreeTierVpc(stack, "Full", Hubs.CrowdedVpc("10.3.0.0/16"));
        Connections.Codes(() => new TransitGatewaySpoke(stack, "Crowded", new TransitGatewaySpokeProps { Hub = hub, Network = full, Segment = "branches", ConnectTiers = ["app"] })).ShouldBe(["NP1430 ConnectTiers"]);
    }

    [Theory]
    [InlineData("169.254.0.0/29")]
    [InlineData("169.254.5.0/29")]
    [InlineData("169.254.169.248/29")]
    [InlineData("169.254.100.0/30")]
    [InlineData("10.0.0.0/29")]
    [InlineData("fd00::/64", true)]
    [InlineData("2001:db8::/125", true)]
    public void InsideRange_ThatAwsRefuses_IsRefused(string inside, bool isIPv6 = false)
    {
        var stack = NewStack();
        var peer = isIPv6 ? Berlin with { Ipv6InsideCidr = inside } : Berlin with { InsideCidr = inside };
        Connections.Codes(() => new TransitGatewayConnect(stack, "Sdwan", new TransitGatewayConnectProps { Hub = Hub(stack), Segment = "branches", TransportAttachmentId = "tgw-attach-1", Peers = [peer] }))
            .ShouldHaveSingleItem().ShouldStartWith("NP1041");
    }

    [Fact]
    public void InsideRange_OfTwoPeers_IsRefused()
    {
        var stack = NewStack();
        Connections.Codes(() => new TransitGatewayConnect(stack, "Sdwan", new TransitGatewayConnectProps { Hub = Hub(stack), Segment = "branches", TransportAttachmentId = "tgw-attach-1", Peers = [Berlin, Berlin with { Name = "second" }] }))
            .ShouldHaveSingleItem().ShouldStartWith("NP1040");
    }

    private static Stack NewStack() => Synthesized.NewStack(Synthesized.NewApp(CdkFlags.Recommended, pathMetadata: true));

    private static TransitGatewayHub Hub(Stack stack, IReadOnlyList<string>? ranges = null, AddressBook? book = null, string? export = null) => new(stack, "Hub", new TransitGatewayHubProps
    {
        Segments = ["production", "branches"],
        AllowedPairs = [("production", "branches")],
        TransitGatewayCidrBlocks = ranges ?? ["192.168.255.0/24"],
        FlowLogs = FlowLogs.None,
        AddressBook = book,
        ExportName = export,
    });

    private static ThreeTierVpc Network(Stack stack, string id = "Network", string block = "10.1.0.0/16") => new(stack, id, Hubs.Vpc(block));

    private static TransitGatewaySpoke Spoke(Stack stack, TransitGatewayHub hub) =>
        new(stack, "Spoke", new TransitGatewaySpokeProps { Hub = hub, Network = Network(stack), Segment = "production", ConnectTiers = ["app"] });

    private static DirectConnectHub Direct(Stack stack, TransitGatewayHub hub, string? attachment, params string[] announced) => new(stack, "Direct", new DirectConnectHubProps
    {
        Hub = hub,
        Segment = "production",
        AmazonSideAsn = 64520,
        AttachmentId = attachment,
        Interfaces = [new("frankfurt", "dxcon-01234567", 101, 65010)],
        AllowedPrefixes = announced,
        Ranges = ["172.16.0.0/16"],
    });
}
