using Amazon.CDK;
using NetworkPatterns.Constructs.Connectivity;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Core.Guarantees;
using NetworkPatterns.Network.Proving;
using NetworkPatterns.TemplateRules;
using NetworkPatterns.TemplateRules.Snapshots;

namespace NetworkPatterns.Constructs.Tests.Connectivity;

[Collection(CdkCollection.Name)]
public sealed class VpcPeeringTests
{
    private const string ReportsBlock = "10.21.0.0/16";

    private static (ThreeTierVpc Shop, ThreeTierVpc Reports) Networks(Stack stack, IpStack ipStack = IpStack.Ipv4) =>
    (
        Network(stack, "Shop", "10.20.0.0/16", ipStack, new TierProps { Name = "data", Slot = 1, Intent = TierIntent.Isolated, Ingress = [TrafficRule.Tcp(5432, TrafficPeer.Cidr(ReportsBlock))] }),
        Network(stack, "Reports", ReportsBlock, ipStack, new TierProps { Name = "jobs", Slot = 1, Intent = TierIntent.Isolated, Egress = [TrafficRule.Tcp(5432, TrafficPeer.Cidr("10.20.0.0/16"))] })
    );

    private static ThreeTierVpc Network(Stack stack, string id, string block, IpStack ipStack, TierProps tier) => new(stack, id, new ThreeTierVpcProps
    {
        CidrBlock = block,
        Zones = ["eu-west-1a", "eu-west-1b"],
        NatGateways = NatStrategy.None,
        IpStack = ipStack,
        Tiers = ipStack == IpStack.Ipv4
            ? [tier, new() { Name = "other", Slot = 3, Intent = TierIntent.Isolated }]
            : [new() { Name = "app", Slot = 1, Intent = TierIntent.Isolated, Ingress = [TrafficRule.Tcp(443, TrafficPeer.Cidr("fd00::/8"))] }],
    });

    private static readonly RuleException OtherAccount = new("E60", "Dev/*", "The account and Region are the other side's.");

    private static Stack NewStack() => Synthesized.NewStack(Synthesized.NewApp(CdkFlags.Recommended, pathMetadata: true));

    private static VpcPeering Peer(Stack stack, PeeringSide reports, PeeringSide shop) => new(stack, "Peering", new VpcPeeringProps
    {
        Requester = reports,
        Accepter = shop,
        Flows = [PeeringFlow.ToAccepter("jobs", "data", Traffic.Tcp(5432))],
    });

    [Fact]
    public void Synthesized_TwoNetworks_IsAsApprovedAndProved()
    {
        var stack = NewStack();
        var (shop, reports) = Networks(stack);
        var peering = Peer(stack, PeeringSide.Of(reports, "jobs"), PeeringSide.Of(shop, "data"));
        peering.ConnectionId.ShouldNotBeEmpty();

        var template = stack.Template();
        Snapshot.Matches(Connections.Ours(template, "Peering"), "VpcPeering");
        var results = Proof.Of(template).Where(result => result.Guarantee.ToString().Contains("Dev/", StringComparison.Ordinal)).ToList();
        results.Count.ShouldBe(9);
        results.Where(result => result.Outcome != GuaranteeOutcome.Holds).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("PeeringRequesterJobsRouteTable")]
    [InlineData("PeeringAccepterDataRouteTable")]
    public void Plain_RouteTakenAway_BreaksThePromise(string id)
    {
        var stack = NewStack();
        var (shop, reports) = Networks(stack);
        Peer(stack, PeeringSide.Of(reports, "jobs"), PeeringSide.Of(shop, "data"));
        var template = stack.Template();
        template.Resources().Where(resource => resource.Key.StartsWith(id, StringComparison.Ordinal)).Select(resource => resource.Key).ToList().ForEach(key => template.Resources().Remove(key));
        Proof.Of(template).Where(result => result.Outcome == GuaranteeOutcome.Fails).Select(result => result.Guarantee.ToString())
            .ShouldBe(["tier:Dev/Reports/jobs can reach tier:Dev/Shop/data on tcp 5432"]);
    }

    [Fact]
    public void Synthesized_DualStack_RoutesBothFamilies()
    {
        var stack = NewStack();
        var (shop, reports) = Networks(stack, IpStack.DualStack);
        _ = new VpcPeering(stack, "Peering", new VpcPeeringProps { Requester = PeeringSide.Of(reports), Accepter = PeeringSide.Of(shop) });
        var template = stack.Template();
        var routes = template.Resources().Where(resource => resource.Value!["Type"]!.GetValue<string>() == "AWS::EC2::Route").Select(resource => resource.Value!["Properties"]!).ToList();
        routes.Count(route => route["DestinationIpv6CidrBlock"] is not null).ShouldBe(2);
        template.Single("AWS::EC2::VPCPeeringConnection")["DependsOn"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public void Synthesized_OtherAccount_SaysWhatComesNext()
    {
        var stack = NewStack();
        var (shop, _) = Networks(stack);
        var book = new AddressBook();
        _ = new VpcPeering(stack, "Peering", new VpcPeeringProps
        {
            Requester = PeeringSide.Of(shop, "data"),
            Accepter = PeeringSide.Existing("Partner", "vpc-1", ["10.30.0.0/16"]) with { AccountId = "222222222222", Region = "eu-central-1" },
            AcceptanceRoleArn = new CfnParameter(stack, "Role").ValueAsString,
            AddressBook = book,
        });
        book.Ranges.ShouldHaveSingleItem().Owner.ShouldBe("Partner");
        Should.Throw<PlanException>(() => book.Reserve("Other", "10.30.1.0/24", AddressRangeKind.Reserved)).Problems.Single().Code.ShouldBe("NP1040");
        var template = stack.Template(OtherAccount);
        template["Outputs"]!.AsObject().Select(output => output.Key).ShouldHaveSingleItem().ShouldStartWith("PeeringPeeringConnectionId");
        template.Single("AWS::EC2::VPCPeeringConnection")["Properties"]!["PeerRegion"]!.GetValue<string>().ShouldBe("eu-central-1");
    }

    [Fact]
    public void Acceptance_BeforeAndAfterThePeering_IsAsApproved()
    {
        var stack = NewStack();
        var accepter = PeeringSide.Existing("Partner", "vpc-1", ["10.30.0.0/16"], new Dictionary<string, string> { ["private"] = "rtb-1" });
        var requester = PeeringSide.Existing("Shop", "vpc-2", ["10.20.0.0/16"]) with { AccountId = "222222222222" };
        _ = new PeeringAcceptance(stack, "Before", new PeeringAcceptanceProps { Accepter = accepter, Requester = requester });
        _ = new PeeringAcceptance(stack, "After", new PeeringAcceptanceProps { Accepter = accepter, Requester = requester, PeeringConnectionId = "pcx-0123456789abcdef0" });
        Snapshot.Matches(Connections.Ours(stack.Template(OtherAccount), "Before", "After"), "PeeringAcceptance");
    }

    [Fact]
    public void UnknownTier_IsRefused()
    {
        var stack = NewStack();
        var (shop, reports) = Networks(stack);
        Connections.Codes(() => new VpcPeering(stack, "Peering", new VpcPeeringProps { Requester = PeeringSide.Of(reports, "none"), Accepter = PeeringSide.Of(shop) }))
            .ShouldBe(["NP1230 Requester", "NP1451 Requester"]);
    }
}
