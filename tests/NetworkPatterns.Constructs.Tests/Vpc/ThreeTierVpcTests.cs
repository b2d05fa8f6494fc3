using System.Text.Json.Nodes;
using Amazon.CDK;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.TemplateRules.Snapshots;

namespace NetworkPatterns.Constructs.Tests.Vpc;

/// <summary>The construct: what CDK makes of the plan, and what it gives to others.</summary>
[Collection(CdkCollection.Name)]
public sealed class ThreeTierVpcTests
{
    public static TheoryData<string> Variants => ["minimal", "single-nat-by-id", "no-nat-by-index", "own-tiers", "dual-stack", "endpoints", "nat-instance"];

    [Theory]
    [MemberData(nameof(Variants))]
    public void Synthesize_AnyVariant_EqualsThePlainRendering(string variant)
    {
        var props = Variant(variant);
        var stack = Synthesized.NewStack(Synthesized.NewApp(pathMetadata: true));
        _ = new ThreeTierVpc(stack, "Network", props);
        PlainRendering.ShouldEqual(stack.Template(), props.Blueprint(), "Dev/Network");
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void Synthesize_FlagsOnAndOff_GivesTheSameTemplate(string variant)
    {
        var off = Synthesize(Synthesized.NewApp(), variant);
        var on = Synthesize(Synthesized.NewApp(CdkFlags.Recommended), variant);
        on.ShouldBe(off);
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void Synthesize_AnyVariant_IsTheApprovedTemplate(string variant)
    {
        var stack = Synthesized.NewStack(Synthesized.NewApp(CdkFlags.Recommended, pathMetadata: true));
        _ = new ThreeTierVpc(stack, "Network", Variant(variant));
        Snapshot.Matches(stack.Template().ToString(), $"ThreeTierVpc.{variant}");
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public void Synthesize_Twice_GivesTheSameBytes(string variant) =>
        Synthesize(Synthesized.NewApp(), variant).ShouldBe(Synthesize(Synthesized.NewApp(), variant));

    [Fact]
    public void Synthesize_TwiceInOneStack_SharesNothing()
    {
        var stack = Synthesized.NewStack(Synthesized.NewApp());
        _ = new ThreeTierVpc(stack, "One", Sample.Minimal());
        _ = new ThreeTierVpc(stack, "Two", new ThreeTierVpcProps { CidrBlock = "10.1.0.0/16", Zones = Sample.TwoZones });
        stack.Template().LogicalIds("AWS::EC2::VPC").Count.ShouldBe(2);
    }

    [Fact]
    public void Synthesize_ConcreteAccount_LooksNothingUp()
    {
        var app = Synthesized.NewApp();
        var network = new ThreeTierVpc(Synthesized.NewStack(app), "Network", Sample.Minimal());
        _ = network.Vpc.AvailabilityZones;
        app.Synth().Manifest.Missing.ShouldBeNull();
    }

    [Fact]
    public void Construct_Mistakes_LeaveNothingBehind()
    {
        var stack = Synthesized.NewStack(Synthesized.NewApp());
        var problems = Should.Throw<PlanException>(() => new ThreeTierVpc(
            stack, "Network", new ThreeTierVpcProps { CidrBlock = new CfnParameter(stack, "Cidr").ValueAsString, Zones = ["us-east-1a"] })).Problems;
        problems.Select(problem => (problem.Code, problem.Where)).ShouldBe(
            [("NP1011", "Dev/Network: ThreeTierVpcProps.Zones"), ("NP1201", "Dev/Network: ThreeTierVpcProps.CidrBlock")]);
        stack.UncheckedTemplate().ContainsKey("Resources").ShouldBeFalse();
    }

    [Fact]
    public void Construct_Warnings_AreAnnotations()
    {
        var stack = Synthesized.NewStack(Synthesized.NewApp());
        _ = new ThreeTierVpc(stack, "Network", new ThreeTierVpcProps { CidrBlock = "10.0.0.0/16", Zones = Sample.TwoZones, NatGateways = NatStrategy.None });
        var messages = ((App)stack.Node.Root).Synth().GetStackByName("Dev").Messages;
        messages.ShouldContain(message => message.Level == Amazon.CDK.CXAPI.SynthesisMessageLevel.WARNING
            && message.Entry.Data!.ToString()!.Contains("NP1211", StringComparison.Ordinal));
    }

    [Fact]
    public void Construct_AgnosticStack_TakesAnyRegionsZones()
    {
        var stack = new Stack(Synthesized.NewApp(), "Any");
        _ = new ThreeTierVpc(stack, "Network", new ThreeTierVpcProps { CidrBlock = "10.0.0.0/16", Zones = ["#0", "#1"] });
        stack.Template().LogicalIds("AWS::EC2::Subnet").Count.ShouldBe(6);
    }

    [Fact]
    public void Construct_BlockInTheAddressBook_IsAnErrorWithBothOwners()
    {
        var stack = Synthesized.NewStack(Synthesized.NewApp());
        var book = new AddressBook();
        book.Reserve("Berlin office", "10.0.128.0/20", AddressRangeKind.OnPremises);
        var problem = Should.Throw<PlanException>(() => new ThreeTierVpc(
            stack, "Network", new ThreeTierVpcProps { CidrBlock = "10.0.0.0/16", Zones = Sample.TwoZones, AddressBook = book })).Problems.ShouldHaveSingleItem();
        problem.Code.ShouldBe("NP1040");
        problem.What.ShouldBe("10.0.0.0/16 of Dev/Network (VPC) overlaps 10.0.128.0/20 of Berlin office (on-premises)");
        stack.UncheckedTemplate().ContainsKey("Resources").ShouldBeFalse();

        _ = new ThreeTierVpc(stack, "Other", new ThreeTierVpcProps { CidrBlock = "10.1.0.0/16", Zones = Sample.TwoZones, AddressBook = book });
        book.Ranges.Select(range => range.Owner).ShouldBe(["Berlin office", "Dev/Other"]);
    }

    [Fact]
    public void Tier_UnknownName_NamesThoseThereAre()
    {
        var network = new ThreeTierVpc(Synthesized.NewStack(Synthesized.NewApp()), "Network", Sample.Minimal());
        Should.Throw<KeyNotFoundException>(() => network.Tier("cache")).Message.ShouldContain("app, data, web");
    }

    private static string Synthesize(App app, string variant)
    {
        var stack = Synthesized.NewStack(app);
        _ = new ThreeTierVpc(stack, "Network", Variant(variant));
        return stack.Template()["Resources"]!.ToJsonString();
    }

    private static ThreeTierVpcProps Variant(string name) => name switch
    {
        "minimal" => Sample.Minimal(),
        "single-nat-by-id" => new() { CidrBlock = "10.0.0.0/16", Zones = ["euw1-az1", "euw1-az3"], NatGateways = NatStrategy.Single("euw1-az3") },
        "dual-stack" => Options.DualStack,
        "endpoints" => Options.Endpoints,
        "nat-instance" => Options.Instance,
        "no-nat-by-index" => new() { CidrBlock = "172.20.0.0/20", Zones = ["#0", "#1"], NatGateways = NatStrategy.None, FlowLogs = FlowLogs.None, GatewayEndpoints = [] },
        "own-tiers" => new()
        {
            CidrBlock = "10.0.0.0/16",
            Zones = Sample.ThreeZones,
            Tiers = Sample.Tiers(
                data: [TrafficRule.Tcp(5432, TrafficPeer.Tier("app")), TrafficRule.Tcp(5432, TrafficPeer.Cidr("192.168.0.0/16"))],
                more: new TierProps
                {
                    Name = "cache-v2",
                    Slot = 5,
                    Intent = TierIntent.Isolated,
                    Ingress = [TrafficRule.Tcp(6379, 6380, TrafficPeer.Tier("app")), TrafficRule.Udp(11211, TrafficPeer.Tier("cache-v2"))],
                }),
        },
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "no such variant"),
    };
}
