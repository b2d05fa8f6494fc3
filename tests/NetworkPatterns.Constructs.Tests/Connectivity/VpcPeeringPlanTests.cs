using FsCheck;
using FsCheck.Fluent;
using NetworkPatterns.Constructs.Connectivity;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Guarantees;

namespace NetworkPatterns.Constructs.Tests.Connectivity;

public sealed class VpcPeeringPlanTests
{
    private static readonly Dictionary<string, string> Table = new() { ["private"] = "rtb-1" };

    private static PeeringSide Side(string name, params string[] blocks) => PeeringSide.Existing(name, $"vpc-{name}", blocks, Table);

    private static VpcPeeringPlan Plan(PeeringSide requester, PeeringSide accepter, string? role = null) => VpcPeeringPlan.From(
        new() { Requester = requester, Accepter = accepter, AcceptanceRoleArn = role }, Connections.ContextOf(nameof(VpcPeeringProps)));

    private static string[] Codes(PeeringSide requester, PeeringSide accepter, string? role = null, IReadOnlyList<PeeringFlow>? flows = null) => Connections.Codes(() => VpcPeeringPlan.From(
        new() { Requester = requester, Accepter = accepter, AcceptanceRoleArn = role, Flows = flows }, Connections.ContextOf(nameof(VpcPeeringProps))));

    [Fact]
    public void From_SeveralBlocks_RoutesOnBothSidesToEachBlock() =>
        Plan(Side("a", "10.1.0.0/16", "fd00:1::/56"), Side("b", "10.2.0.0/16", "100.64.0.0/16", "fd00:2::/56")).Routes
            .Select(route => $"{route.Id} {((TextValue)route.Destination).Text}")
            .ShouldBe(
            [
                "RequesterPrivateTo10x2x0x0x16 10.2.0.0/16",
                "RequesterPrivateTo100x64x0x0x16 100.64.0.0/16",
                "RequesterPrivateToFd00x2xxx56 fd00:2::/56",
                "AccepterPrivateTo10x1x0x0x16 10.1.0.0/16",
                "AccepterPrivateToFd00x1xxx56 fd00:1::/56",
            ]);

    [Fact]
    public void From_SideWithoutIPv6_GetsNoIPv6Route() =>
        Plan(Side("a", "10.1.0.0/16"), Side("b", "10.2.0.0/16", "fd00:2::/56")).Routes.ShouldAllBe(route => !route.IsIPv6);

    [Fact]
    public void From_Destinations_ReplaceTheBlocks() =>
        Plan(Side("a", "10.1.0.0/16"), Side("b", "10.2.0.0/16") with { Destinations = ["10.2.64.0/20"] }).Routes
            .Where(route => route.Id.StartsWith("Requester", StringComparison.Ordinal))
            .Select(route => ((TextValue)route.Destination).Text).ShouldBe(["10.2.64.0/20"]);

    [Theory]
    [InlineData("222222222222", null, true)]
    [InlineData(null, "us-east-1", true)]
    [InlineData(null, "eu-west-1", false)]
    [InlineData(null, null, false)]
    public void From_AccepterElsewhere_LeavesItsRoutesToItsOwnStack(string? account, string? region, bool isElsewhere)
    {
        var plan = Plan(Side("a", "10.1.0.0/16"), Side("b", "10.2.0.0/16") with { AccountId = account, Region = region }, account is null ? null : "arn:aws:iam::222222222222:role/Accept");
        plan.NeedsAcceptance.ShouldBe(isElsewhere);
        plan.Routes.Any(route => route.Id.StartsWith("Accepter", StringComparison.Ordinal)).ShouldBe(!isElsewhere);
    }

    [Fact]
    public void From_OverlapOfAnyBlock_IsRefused()
    {
        Codes(Side("a", "10.1.0.0/16", "100.64.0.0/16"), Side("b", "10.2.0.0/16", "100.64.128.0/20")).ShouldBe(["NP1450 Accepter"]);
        Codes(Side("a", "10.1.0.0/16", "fd00:1::/56"), Side("b", "10.2.0.0/16", "fd00:1::/64")).ShouldBe(["NP1450 Accepter"]);
    }

    [Theory]
    [InlineData("10.3.0.0/16")]
    [InlineData("0.0.0.0/0")]
    [InlineData("10.2.0.0/15")]
    public void From_RouteBeyondThePeer_IsTransitive(string destination) =>
        Codes(Side("a", "10.1.0.0/16"), Side("b", "10.2.0.0/16") with { Destinations = [destination] }).ShouldBe(["NP1453 Accepter.Destinations"]);

    [Fact]
    public void From_Mistakes_AreReportedTogether()
    {
        Codes(PeeringSide.Existing("a", "vpc-1", []), PeeringSide.Existing("b", "vpc-2", ["10.2.0.1/16", "x"], Table) with { AccountId = "22" })
            .ShouldBe(["NP1001 Accepter", "NP1002 Accepter", "NP1451 Accepter.AccountId", "NP1451 Requester", "NP1451 Requester", "NP1452 AcceptanceRoleArn"]);
        Codes(Side("a", "10.1.0.0/16"), Side("a", "10.1.0.0/16")).ShouldBe(["NP1451 Accepter"]);
        Codes(Side("a", "10.1.0.0/16") with { Region = "us-east-1" }, Side("b", "10.2.0.0/16"), "arn").ShouldBe(["NP1208 AcceptanceRoleArn", "NP1451 Requester"]);
        Codes(Side("a", "10.1.0.0/16"), Side("b", "10.2.0.0/16"), flows: [PeeringFlow.ToAccepter("x", "y", Traffic.Tcp(1))]).ShouldBe(["NP1451 Flows"]);
    }

    [Fact]
    public void Acceptance_Phases_AddRoutesToTheRole()
    {
        static PeeringAcceptancePlan Plan(string? connection) => PeeringAcceptancePlan.From(
            new() { Accepter = Side("b", "10.2.0.0/16"), Requester = Side("a", "10.1.0.0/16") with { AccountId = "111111111111" }, PeeringConnectionId = connection },
            Connections.ContextOf(nameof(PeeringAcceptanceProps)));
        var first = Plan(null).ToBlueprint();
        var second = Plan("pcx-1").ToBlueprint();
        first.Resources.Select(resource => resource.Id).ShouldBe(["AcceptanceRole"]);
        second.Resources.Select(resource => resource.Type).ShouldBe(["AWS::IAM::Role", "AWS::EC2::Route"]);
        second.GetResource("AcceptanceRole").ShouldBe(first.GetResource("AcceptanceRole"));
    }

    [Fact]
    public void Acceptance_Mistakes_AreReported() => Connections.Codes(() => PeeringAcceptancePlan.From(
        new() { Accepter = PeeringSide.Existing("b", "vpc-b", ["10.1.0.0/24"]), Requester = Side("a", "10.1.0.0/16") },
        Connections.ContextOf(nameof(PeeringAcceptanceProps)))).ShouldBe(["NP1450 Requester", "NP1451 Accepter", "NP1451 Requester"]);

    [Fact]
    public void Property_RoutesExistBothWays_ExactlyWhenDisjoint() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(200),
        Prop.ForAll(ArbMap.Default.ArbFor<Tuple<byte, byte, byte>>(), numbers =>
        {
            var one = Cidr.Create((UInt128)0x0A000000 | ((UInt128)(numbers.Item1 & 7) << 16), 16, isIPv6: false);
            var other = Cidr.Create((UInt128)0x0A000000 | ((UInt128)(numbers.Item2 & 7) << 16) | ((UInt128)(numbers.Item3 & 0xF0) << 8), 20, isIPv6: false);
            var problems = new Core.Diagnostics.ProblemList();
            PeeringRules.CheckPair(Side("a", one.ToString()), Side("b", other.ToString()), "here", Connections.ContextOf("P"), problems);
            return problems.IsEmpty == !one.Contains(other);
        }));
}
