using NetworkPatterns.Constructs.Vpc;

namespace NetworkPatterns.Constructs.Tests.Vpc;

/// <summary>Network ACLs are stateless: what comes in goes out again, from and to ports 1024 to 65535.</summary>
public sealed class NetworkAclPlanTests
{
    private const string App = "10.0.32.0/19";
    private const string Data = "10.0.64.0/19";
    private const string Web = "10.0.0.0/19";

    [Fact]
    public void Of_WebTier_HasTheInternetTheAppTierAndWhatPassesItsNatGateways() => Entries("web").ShouldBe(
    [
        "in  1000 tcp 80-80 0.0.0.0/0",
        "in  1040 tcp 443-443 0.0.0.0/0",
        $"in  2900 tcp 1024-65535 {App}",
        $"in  2920 tcp 443-443 {App}",
        "in  2940 tcp 1024-65535 0.0.0.0/0",
        "out 1020 tcp 1024-65535 0.0.0.0/0",
        $"out 2880 tcp 8080-8080 {App}",
        "out 2920 tcp 443-443 0.0.0.0/0",
        $"out 2940 tcp 1024-65535 {App}",
    ]);

    [Fact]
    public void Of_AppTier_HasBothNeighboursAndItsWayOut() => Entries("app").ShouldBe(
    [
        $"in  2880 tcp 8080-8080 {Web}",
        "in  2940 tcp 1024-65535 0.0.0.0/0",
        $"in  4780 tcp 1024-65535 {Data}",
        $"out 2900 tcp 1024-65535 {Web}",
        "out 2920 tcp 443-443 0.0.0.0/0",
        $"out 4760 tcp 3306-3306 {Data}",
    ]);

    [Fact]
    public void Of_DataTier_HasTheAppTierAndNothingElse() => Entries("data").ShouldBe(
        [$"in  4760 tcp 3306-3306 {App}", $"out 4780 tcp 1024-65535 {App}"]);

    [Fact]
    public void Of_AnotherZone_ChangesNoEntry()
    {
        var two = Sample.Minimal(Sample.TwoZones).Plan().NetworkAcls.SelectMany(acl => acl.Entries);
        Sample.Minimal().Plan().NetworkAcls.SelectMany(acl => acl.Entries).ShouldBe(two);
    }

    [Fact]
    public void Of_AnotherTierThatCallsTheData_KeepsEveryNumber()
    {
        var before = Sample.Minimal().Plan();
        var after = new ThreeTierVpcProps
        {
            CidrBlock = "10.0.0.0/16",
            Zones = Sample.ThreeZones,
            Tiers = Sample.Tiers(
                web: [TrafficRule.Tcp(80, TrafficPeer.AnyIPv4), TrafficRule.Tcp(443, TrafficPeer.AnyIPv4)],
                more: new TierProps { Name = "cache", Slot = 3, Intent = TierIntent.Isolated, Ingress = [TrafficRule.Tcp(6379, TrafficPeer.Tier("app"))] }),
        }.Plan();
        foreach (var acl in before.NetworkAcls)
        {
            acl.Entries.ShouldBeSubsetOf(after.NetworkAcls.Single(other => other.Tier.Name == acl.Tier.Name).Entries);
        }
    }

    [Fact]
    public void Of_WithoutNatGateway_LetsNothingPassThroughTheWebTier()
    {
        var plan = new ThreeTierVpcProps { CidrBlock = "10.0.0.0/16", Zones = Sample.TwoZones, NatGateways = NatStrategy.None }.Plan();
        plan.NetworkAcls[0].Entries.ShouldNotContain(entry => !entry.IsEgress && entry.FromPort == 443 && entry.Peer.ToString() == App);
    }

    [Fact]
    public void Of_UdpRule_AnswersOverUdp()
    {
        var plan = new ThreeTierVpcProps
        {
            CidrBlock = "10.0.0.0/16",
            Zones = Sample.TwoZones,
            Tiers = Sample.Tiers(data: [TrafficRule.Udp(53, TrafficPeer.Tier("app"))]),
        }.Plan();
        plan.NetworkAcls[2].Entries.Select(Text).ShouldBe([$"in  4760 udp 53-53 {App}", $"out 4780 udp 1024-65535 {App}"]);
    }

    private static IEnumerable<string> Entries(string tier) =>
        Sample.Minimal().Plan().NetworkAcls.Single(acl => acl.Tier.Name == tier).Entries.Select(Text);

    private static string Text(NetworkAclEntryPlan entry) =>
        $"{(entry.IsEgress ? "out" : "in ")} {entry.Number} {(entry.Protocol == TrafficProtocol.Tcp ? "tcp" : "udp")} {entry.FromPort}-{entry.ToPort} {entry.Peer}";
}
