using System.Text.Json.Nodes;
using Amazon.CDK;
using NetworkPatterns.Constructs.Tests.Connectivity;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Constructs.Transit;
using NetworkPatterns.Constructs.Transit.Multicast;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.TemplateRules;
using NetworkPatterns.TemplateRules.Reading;
using NetworkPatterns.TemplateRules.Snapshots;

namespace NetworkPatterns.Constructs.Tests.Transit.Multicast;

[Collection(CdkCollection.Name)]
public sealed class MulticastTests
{
    private const string Eni = "eni-0123456789abcdef0";

    [Fact]
    public void Synthesized_AllOptions_IsAsApproved()
    {
        var stack = NewStack();
        var hub = Hub(stack);
        var domain = new MulticastDomain(stack, "Prices", new MulticastDomainProps { Hub = hub, Mode = MulticastMode.StaticSources, AutoAcceptSharedAssociations = true, ExportName = "/prices" });
        _ = new MulticastMembership(stack, "Trading", new MulticastMembershipProps
        {
            Domain = domain,
            Spoke = Spoke(stack, hub),
            Tiers = ["app"],
            Groups =
            [
                new("quotes", "239.1.1.1")
                {
                    Members = new Dictionary<string, string> { ["reader"] = Eni, ["writer"] = new CfnParameter(stack, "Writer").ValueAsString },
                    Sources = new Dictionary<string, string> { ["feed"] = "eni-0123456789abcdef1" },
                },
            ],
        });
        Snapshot.Matches(Connections.Ours(stack.Template(), "Prices", "Trading"), "Multicast");
    }

    [Theory]
    [InlineData(MulticastMode.StaticMembers, "disable", "disable")]
    [InlineData(MulticastMode.StaticSources, "disable", "enable")]
    [InlineData(MulticastMode.Igmp, "enable", "disable")]
    public void Mode_IgmpAndStaticSources_AreNeverBoth(MulticastMode mode, string igmp, string sources)
    {
        var stack = NewStack();
        var domain = new MulticastDomain(stack, "Domain", new MulticastDomainProps { Hub = Hub(stack), Mode = mode });
        domain.Mode.ShouldBe(mode);
        var options = stack.Template().Single("AWS::EC2::TransitGatewayMulticastDomain")["Properties"]!["Options"]!;
        options["Igmpv2Support"]!.GetValue<string>().ShouldBe(igmp);
        options["StaticSourcesSupport"]!.GetValue<string>().ShouldBe(sources);
        options["AutoAcceptSharedAssociations"]!.GetValue<string>().ShouldBe("disable");
    }

    [Fact]
    public void Igmp_PassesTheTiersOfTheDomainAndNoOther()
    {
        var stack = NewStack();
        var hub = Hub(stack);
        _ = new MulticastMembership(stack, "Trading", new MulticastMembershipProps
        {
            Domain = new(stack, "Domain", new MulticastDomainProps { Hub = hub, Mode = MulticastMode.Igmp }),
            Spoke = Spoke(stack, hub),
            Tiers = ["app"],
        });
        var template = stack.Template();
        var entries = Of(template, "AWS::EC2::NetworkAclEntry").Where(entry => entry["Protocol"]!.GetValue<int>() == 2).ToList();
        entries.Select(entry => $"{entry["Egress"]} {entry["CidrBlock"]}").ShouldBe(["false 0.0.0.0/32", "true 224.0.0.0/4"], StringComparer.OrdinalIgnoreCase, ignoreOrder: true);
        entries.ShouldAllBe(entry => entry["NetworkAclId"]!.ToJsonString().Contains("AppNetworkAcl", StringComparison.Ordinal));
        Of(template, "AWS::EC2::SecurityGroupIngress").Where(rule => rule["IpProtocol"]!.GetValue<string>() == "2").ShouldHaveSingleItem()["CidrIp"]!.GetValue<string>().ShouldBe("0.0.0.0/32");
        Of(template, "AWS::EC2::SecurityGroupEgress").Where(rule => rule["IpProtocol"]!.GetValue<string>() == "2").ShouldHaveSingleItem()["CidrIp"]!.GetValue<string>().ShouldBe("224.0.0.0/4");
    }

    [Fact]
    public void Grow_AMemberAndAGroupMore_ChangesNoLogicalIdAndReplacesNothing()
    {
        var (before, after) = (
            Members(new MulticastGroup("quotes", "239.1.1.1") { Members = new Dictionary<string, string> { ["reader"] = Eni } }),
            Members(
                new MulticastGroup("orders", "239.1.1.2") { Members = new Dictionary<string, string> { ["reader"] = Eni } },
                new MulticastGroup("quotes", "239.1.1.1") { Members = new Dictionary<string, string> { ["archive"] = "eni-0123456789abcdef1", ["reader"] = Eni } }));
        after.LogicalIds("AWS::EC2::TransitGatewayMulticastGroupMember").Count.ShouldBe(3);
        foreach (var (id, resource) in before.Resources())
        {
            after.Resources()[id]!.ToJsonString().ShouldBe(resource!.ToJsonString());
        }

        static JsonObject Members(params MulticastGroup[] groups)
        {
            var stack = NewStack();
            var hub = Hub(stack);
            _ = new MulticastMembership(stack, "Trading", new MulticastMembershipProps { Domain = new(stack, "Domain", new MulticastDomainProps { Hub = hub }), Spoke = Spoke(stack, hub), Tiers = ["app"], Groups = groups });
            return stack.Template();
        }
    }

    [Fact]
    public void InAnotherStack_TheDomainIsReadFromItsExport()
    {
        var app = Synthesized.NewApp();
        var home = Synthesized.NewStack(app, "Hub");
        var hub = Hub(home, export: "/hub");
        var domain = new MulticastDomain(home, "Domain", new MulticastDomainProps { Hub = hub, ExportName = "/domain" });
        var stack = Synthesized.NewStack(app, "Trading");
        _ = new MulticastMembership(stack, "Trading", new MulticastMembershipProps { Domain = domain, Spoke = Spoke(stack, hub), Tiers = ["app"] });
        // The rule that looks at a subnet's domain and attachment finds both here.
        var template = stack.Template();
        template["Parameters"]!.AsObject().Count(parameter => parameter.Value!["Default"]?.GetValue<string>() == "/domain").ShouldBe(1);
        template.ToJsonString().ShouldNotContain("Fn::ImportValue");
        stack.Dependencies.ShouldContain(home);
    }

    [Fact]
    public void MulticastOrAsnChanged_IsReportedAsAReplacement()
    {
        static Template Of(bool multicast, long asn) => Template.Parse(
            "Hub", new TransitGatewayHubProps { Segments = ["a"], FlowLogs = FlowLogs.None, Multicast = multicast, AmazonSideAsn = asn }.Plain().ToJsonString());

        TemplateChecks.Replacement.Check(Of(multicast: false, 64512), Of(multicast: true, 64513)).Select(violation => $"{violation.LogicalId}: {violation.Text}")
            .ShouldBe(["TransitGateway: a change of AmazonSideAsn replaces it", "TransitGateway: a change of MulticastSupport replaces it"], ignoreOrder: true);
    }

    [Fact]
    public void Mistakes_AreReported()
    {
        var stack = NewStack();
        var hub = Hub(stack);
        var spoke = Spoke(stack, hub);
        var domain = new MulticastDomain(stack, "Domain", new MulticastDomainProps { Hub = hub });
        var number = 0;
        string[] Of(IReadOnlyList<string> tiers, params MulticastGroup[] groups) => Connections.Codes(
            () => new MulticastMembership(stack, $"Membership{number++}", new MulticastMembershipProps { Domain = domain, Spoke = spoke, Tiers = tiers, Groups = groups }));
        var members = new Dictionary<string, string> { ["reader"] = Eni };

        Of([]).ShouldBe(["NP1432 Tiers"]);
        Of(["transit"]).ShouldBe(["NP1432 Tiers"]);
        foreach (var address in new[] { "10.1.1.1", "224.0.0.5", "2001:db8::1", "239.1.1" })
        {
            Of(["app"], new MulticastGroup("quotes", address) { Members = members }).ShouldBe(["NP1433 Groups[quotes]"]);
        }

        Of(["app"], new MulticastGroup("quotes", "239.1.1.1")).ShouldBe(["NP1433 Groups[quotes]"]);
        Of(["app"], new MulticastGroup("quotes", "239.1.1.1") { Sources = members }).ShouldBe(["NP1433 Groups[quotes]"]);
        Of(["app"], new MulticastGroup("quotes", "239.1.1.1") { Members = new Dictionary<string, string> { ["reader"] = "i-1" } }).ShouldBe(["NP1433 Groups[quotes]"]);
        Of(["app"], new MulticastGroup("quotes", "239.1.1.1") { Members = new Dictionary<string, string> { ["a"] = Eni, ["b"] = Eni } }).ShouldBe(["NP1433 Groups[quotes]"]);
        Of(["app"], new MulticastGroup("quotes", "239.1.1.1") { Members = new Dictionary<string, string> { ["1"] = Eni } }).ShouldBe(["NP1008 Groups[quotes]"]);
        Of(["app"], new MulticastGroup("a", "239.1.1.1") { Members = members }, new MulticastGroup("b", "239.1.1.1") { Members = members }).ShouldBe(["NP1433 Groups"]);
        Of(["app"], new MulticastGroup("a", "239.1.1.1") { Members = members }, new MulticastGroup("A", "239.1.1.2") { Members = members }).ShouldBe(["NP1008 Groups"]);

        _ = new MulticastMembership(stack, "First", new MulticastMembershipProps { Domain = domain, Spoke = spoke, Tiers = ["app"] });
        Of(["app"]).ShouldBe(["NP1432 Tiers"]);

        var crowded = new TransitGatewaySpoke(stack, "Crowded", new TransitGatewaySpokeProps { Hub = hub, Network = new ThreeTierVpc(stack, "Full", Hubs.CrowdedVpc("10.3.0.0/16")), Segment = "production" });
        var igmp = new MulticastDomain(stack, "Igmp", new MulticastDomainProps { Hub = hub, Mode = MulticastMode.Igmp });
        Connections.Codes(() => new MulticastMembership(stack, "Noisy", new MulticastMembershipProps { Domain = igmp, Spoke = crowded, Tiers = ["app"] })).ShouldBe(["NP1432 Tiers"]);
        var deaf = new TransitGatewayHub(stack, "Deaf", new TransitGatewayHubProps { AmazonSideAsn = 64599, Segments = ["a"], FlowLogs = FlowLogs.None });
        Connections.Codes(() => new MulticastDomain(stack, "None", new MulticastDomainProps { Hub = deaf })).ShouldBe(["NP1431 Hub"]);
        var elsewhere = TransitGatewayHub.FromIds(stack, new TransitGatewayHubProps { Segments = ["a"], Multicast = true }, "tgw-0123456789abcdef0");
        Connections.Codes(() => new MulticastDomain(stack, "Foreign", new MulticastDomainProps { Hub = elsewhere })).ShouldBe(["NP1415 Hub"]);
    }

    [Fact]
    public void AnotherStackOrHub_IsReportedWithTheOtherProblems()
    {
        var app = Synthesized.NewApp();
        var home = Synthesized.NewStack(app, "Hub");
        var hub = Hub(home, export: "/hub");
        var domain = new MulticastDomain(home, "Domain", new MulticastDomainProps { Hub = hub });
        var stack = Synthesized.NewStack(app, "Trading");
        var spoke = Spoke(stack, hub);
        Connections.Codes(() => new MulticastMembership(stack, "One", new MulticastMembershipProps { Domain = domain, Spoke = spoke, Tiers = ["none"] })).ShouldBe(["NP1414 Domain", "NP1432 Tiers"]);
        Connections.Codes(() => new MulticastMembership(home, "Two", new MulticastMembershipProps { Domain = domain, Spoke = spoke, Tiers = ["app"] })).ShouldBe(["NP1421 Spoke"]);
        var other = new TransitGatewayHub(home, "Other", new TransitGatewayHubProps { AmazonSideAsn = 64599, Segments = ["production"], Multicast = true, FlowLogs = FlowLogs.None, ExportName = "/other" });
        var foreign = new MulticastDomain(home, "Foreign", new MulticastDomainProps { Hub = other, ExportName = "/foreign" });
        Connections.Codes(() => new MulticastMembership(stack, "Three", new MulticastMembershipProps { Domain = foreign, Spoke = spoke, Tiers = ["app"] })).ShouldBe(["NP1432 Spoke"]);
    }

    private static Stack NewStack() => Synthesized.NewStack(Synthesized.NewApp(CdkFlags.Recommended, pathMetadata: true));

    private static TransitGatewayHub Hub(Stack stack, string? export = null) =>
        new(stack, "Hub", new TransitGatewayHubProps { Segments = ["production"], Multicast = true, FlowLogs = FlowLogs.None, ExportName = export });

    private static TransitGatewaySpoke Spoke(Stack stack, TransitGatewayHub hub) =>
        new(stack, "Spoke", new TransitGatewaySpokeProps { Hub = hub, Network = new ThreeTierVpc(stack, "Network", Hubs.Vpc("10.1.0.0/16")), Segment = "production" });

    private static IEnumerable<JsonObject> Of(JsonObject template, string type) => template.LogicalIds(type).Select(template.Properties);
}
