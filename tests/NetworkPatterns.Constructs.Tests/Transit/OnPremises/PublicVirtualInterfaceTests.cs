using System.Text.Json.Nodes;
using Amazon.CDK;
using NetworkPatterns.Constructs.Tests.Connectivity;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Constructs.Transit.OnPremises;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.TemplateRules.Snapshots;

namespace NetworkPatterns.Constructs.Tests.Transit.OnPremises;

[Collection(CdkCollection.Name)]
public sealed class PublicVirtualInterfaceTests
{
    [Fact]
    public void Synthesized_BothFamilies_IsAsApproved()
    {
        var stack = Synthesized.NewStack(Synthesized.NewApp(CdkFlags.Recommended, pathMetadata: true));
        var vif = new PublicVirtualInterface(stack, "Services", new PublicVirtualInterfaceProps
        {
            ConnectionId = new CfnParameter(stack, "Connection").ValueAsString,
            Vlan = 200,
            CustomerAsn = 4200000100,
            Prefixes = ["2001:db8::/48", "203.0.113.0/24", "198.51.100.0/24"],
            AmazonAddress = "203.0.113.1/30",
            CustomerAddress = "203.0.113.2/30",
            AuthKeySecret = "dx/public",
        });
        vif.VirtualInterfaceId.ShouldNotBeEmpty();
        Snapshot.Matches(Connections.Ours(stack.Template(), "Services"), "PublicVirtualInterface");
    }

    [Fact]
    public void Plan_IPv6Alone_LeavesTheAddressesToAws()
    {
        var peer = Peers(Props(prefixes: ["2001:db8::/48"], amazon: null, customer: null)).ShouldHaveSingleItem()!.AsObject();
        peer["AddressFamily"]!.GetValue<string>().ShouldBe("ipv6");
        peer.ContainsKey("AmazonAddress").ShouldBeFalse();
    }

    [Theory]
    [InlineData("203.0.113.0/31", "203.0.113.1/31")]
    [InlineData("203.0.113.10/24", "203.0.113.20/24")]
    public void Plan_AnyTwoEndsOfOneRange_AreTaken(string amazon, string customer) =>
        Peers(Props(amazon: amazon, customer: customer)).ShouldHaveSingleItem()!["AmazonAddress"]!.GetValue<string>().ShouldBe(amazon);

    [Fact]
    public void Plan_PrefixesInAnyOrder_GiveTheSameResource() =>
        Hubs.Render(Plan(Props(prefixes: ["203.0.113.0/24", "198.51.100.0/24"])).ToBlueprint()).ToJsonString()
            .ShouldBe(Hubs.Render(Plan(Props(prefixes: ["198.51.100.0/24", "203.0.113.0/24"])).ToBlueprint()).ToJsonString());

    public static TheoryData<string, string, string, PublicVirtualInterfaceProps> Mistakes => new()
    {
        { "VLAN", "NP1469 Vlan", "4095", Props(vlan: 4095) },
        { "ASN", "NP1469 CustomerAsn", "0", Props(asn: 0) },
        { "AWS's ASN", "NP1465 CustomerAsn", "7224", Props(asn: 7224) },
        { "no prefix", "NP1469 Prefixes", "0 prefixes", Props(prefixes: [], amazon: null, customer: null) },
        { "too many prefixes", "NP1469 Prefixes", "1001 prefixes", Props(prefixes: [.. Enumerable.Range(0, 1001).Select(place => $"203.{place / 250}.{place % 250}.0/24")]) },
        { "private prefix", "NP1469 Prefixes", "10.0.0.0/8 is not public", Props(prefixes: ["10.0.0.0/8"]) },
        { "everything", "NP1469 Prefixes", "0.0.0.0/0 is not public", Props(prefixes: ["0.0.0.0/0"]) },
        { "small IPv6", "NP1469 Prefixes", "2001:db8::/96", Props(prefixes: ["2001:db8::/96"], amazon: null, customer: null) },
        { "host bits", "NP1002 Prefixes", "203.0.113.1/24", Props(prefixes: ["203.0.113.1/24"], amazon: null, customer: null) },
        { "no addresses", "NP1469 AmazonAddress", "no addresses", Props(amazon: null, customer: null) },
        { "one address", "NP1469 AmazonAddress", "not two addresses", Props(customer: null) },
        { "private addresses", "NP1469 AmazonAddress", "169.254.96.0/30 is not public", Props(amazon: "169.254.96.1/30", customer: "169.254.96.2/30") },
        { "two ranges", "NP1469 AmazonAddress", "not the two ends", Props(customer: "203.0.113.6/30") },
        { "two lengths", "NP1469 AmazonAddress", "not the two ends", Props(customer: "203.0.113.2/29") },
        { "one end twice", "NP1469 AmazonAddress", "not the two ends", Props(customer: "203.0.113.1/30") },
        { "the network itself", "NP1469 AmazonAddress", "not two addresses", Props(amazon: "203.0.113.0/30") },
        { "addresses for IPv6 alone", "NP1469 AmazonAddress", "no IPv4 prefix", Props(prefixes: ["2001:db8::/48"]) },
    };

    [Theory]
    [MemberData(nameof(Mistakes), DisableDiscoveryEnumeration = true)]
    public void Plan_Mistake_IsNamed(string name, string where, string what, PublicVirtualInterfaceProps props)
    {
        var problem = Should.Throw<PlanException>(() => Plan(props), name).Problems.ShouldHaveSingleItem();
        $"{problem.Code} {problem.Where.Split('.')[^1]}".ShouldBe(where);
        problem.What.ShouldContain(what);
        problem.Fix.ShouldNotBeEmpty();
    }

    private static JsonArray Peers(PublicVirtualInterfaceProps props) =>
        Hubs.Render(Plan(props).ToBlueprint()).Single("AWS::DirectConnect::PublicVirtualInterface")["Properties"]!["BgpPeers"]!.AsArray();

    private static PublicVirtualInterfacePlan Plan(PublicVirtualInterfaceProps props) =>
        PublicVirtualInterfacePlan.From(props, Hubs.ContextOf("Dev/Services", nameof(PublicVirtualInterfaceProps)));

    private static PublicVirtualInterfaceProps Props(
        int vlan = 200, long asn = 65010, IReadOnlyList<string>? prefixes = null, string? amazon = "203.0.113.1/30", string? customer = "203.0.113.2/30") => new()
        {
            ConnectionId = "dxcon-ffabc123",
            Vlan = vlan,
            CustomerAsn = asn,
            Prefixes = prefixes ?? ["203.0.113.0/24"],
            AmazonAddress = amazon,
            CustomerAddress = customer,
        };
}
