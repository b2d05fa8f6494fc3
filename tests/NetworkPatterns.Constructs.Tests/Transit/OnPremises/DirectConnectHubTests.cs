using Amazon.CDK;
using NetworkPatterns.Constructs.Tests.Connectivity;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Constructs.Transit;
using NetworkPatterns.Constructs.Transit.OnPremises;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.TemplateRules.Snapshots;

namespace NetworkPatterns.Constructs.Tests.Transit.OnPremises;

[Collection(CdkCollection.Name)]
public sealed class DirectConnectHubTests
{
    private static Stack NewStack() => Synthesized.NewStack(Synthesized.NewApp(CdkFlags.Recommended, pathMetadata: true));

    private static TransitGatewayHub Hub(Stack stack) => new(stack, "Hub", new TransitGatewayHubProps
    {
        Segments = ["production", "on-premises"],
        AllowedPairs = [("production", "on-premises")],
    });

    private static DirectConnectHubProps AtAHub(ITransitGatewayHub hub, string? attachment = null, AddressBook? book = null) => new()
    {
        Hub = hub,
        Segment = "on-premises",
        AttachmentId = attachment,
        AmazonSideAsn = 64520,
        Interfaces =
        [
            new("berlin", "dxcon-ffabc123", 101, 65010) { JumboFrames = true, SiteLink = true },
            new("paris", "dxcon-ffabc124", 101, 65011) { AmazonAddress = "169.254.96.1/29", CustomerAddress = "169.254.96.2/29", AuthKeySecret = "dx/paris" },
        ],
        AllowedPrefixes = ["10.0.0.0/8"],
        Ranges = ["192.168.0.0/16"],
        AddressBook = book,
    };

    [Fact]
    public void Synthesized_AtAHub_IsAsApproved()
    {
        var stack = NewStack();
        var book = new AddressBook();
        _ = new DirectConnectHub(stack, "Sites", AtAHub(Hub(stack), "tgw-attach-0123456789abcdef0", book));
        Snapshot.Matches(Connections.Ours(stack.Template(), "Sites"), "DirectConnectHub");
        book.Ranges.ShouldHaveSingleItem().Kind.ShouldBe(AddressRangeKind.OnPremises);
    }

    [Fact]
    public void Synthesized_AtVpcs_HasPrivateInterfaces()
    {
        var stack = NewStack();
        _ = new DirectConnectHub(stack, "Sites", new DirectConnectHubProps
        {
            VpnGatewayIds = new Dictionary<string, string> { ["shop"] = "vgw-0123456789abcdef0" },
            AmazonSideAsn = 64520,
            Interfaces = [new("berlin", "dxcon-ffabc123", 101, 65010) { JumboFrames = true }],
            Ranges = ["192.168.0.0/16"],
        });
        var template = stack.Template();
        template.Single("AWS::DirectConnect::PrivateVirtualInterface")["Properties"]!["Mtu"]!.GetValue<int>().ShouldBe(9001);
        template.Single("AWS::DirectConnect::DirectConnectGatewayAssociation")["Properties"]!["AssociatedGatewayId"]!.GetValue<string>().ShouldBe("vgw-0123456789abcdef0");
    }

    [Fact]
    public void Phases_TheAttachmentIdComesLater_ChangesNothingThatIsThere()
    {
        var (before, after) = (NewStack(), NewStack());
        _ = new DirectConnectHub(before, "Sites", AtAHub(Hub(before)));
        _ = new DirectConnectHub(after, "Sites", AtAHub(Hub(after), "tgw-attach-0123456789abcdef0"));
        var (first, second) = (before.Template(), after.Template());
        first["Outputs"]!.AsObject().Count.ShouldBe(1);
        second.LogicalIds("AWS::EC2::TransitGatewayRouteTableAssociation").ShouldHaveSingleItem();
        foreach (var (id, resource) in first.Resources())
        {
            second.Resources()[id]!.ToJsonString().ShouldBe(resource!.ToJsonString());
        }
    }

    [Fact]
    public void Mistakes_AreReported()
    {
        var stack = NewStack();
        var hub = Hub(stack);
        var number = 0;
        string[] Codes(DirectConnectHubProps props) => Connections.Codes(() => new DirectConnectHub(stack, $"Sites{number++}", props));
        Codes(new() { AmazonSideAsn = 1, Interfaces = [], Ranges = ["192.168.0.1/16"] }).ShouldBe(["NP1002 Ranges", "NP1247 Interfaces", "NP1464 AmazonSideAsn", "NP1464 Hub"]);
        Codes(new()
        {
            Hub = hub,
            Segment = "none",
            AmazonSideAsn = 64512,
            Interfaces = [new("1", "dxcon-1", 0, 0), new("berlin", "dxcon-1", 5, 64512) { AmazonAddress = "169.254.96.1/29" }, new("paris", "dxcon-1", 5, 65000)],
            Ranges = ["192.168.0.0/16"],
        }).ShouldBe(
        [
            "NP1008 Interfaces",
            "NP1464 AllowedPrefixes",
            "NP1464 Interfaces",
            "NP1464 Interfaces[1]",
            "NP1464 Interfaces[1]",
            "NP1464 Interfaces[berlin]",
            "NP1464 Segment",
            "NP1465 AmazonSideAsn",
            "NP1465 Interfaces[berlin]",
        ]);
        Codes(new() { Hub = hub, Segment = "on-premises", VpnGatewayIds = new Dictionary<string, string> { ["a!"] = "vgw-1" }, AmazonSideAsn = 64520, AllowedPrefixes = ["all"], Interfaces = [new("a", "dxcon-1", 1, 65000)], Ranges = ["192.168.0.0/16"] })
            .ShouldBe(["NP1001 AllowedPrefixes", "NP1008 VpnGatewayIds", "NP1464 Hub"]);
    }
}
