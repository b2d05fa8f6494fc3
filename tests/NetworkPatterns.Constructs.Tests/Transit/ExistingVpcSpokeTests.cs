using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Constructs.Transit;
using NetworkPatterns.Core.Diagnostics;
using CdkVpc = Amazon.CDK.AWS.EC2.Vpc;

namespace NetworkPatterns.Constructs.Tests.Transit;

/// <summary>VPCs that no pattern made join a hub: CDK's own, imported ones, and those known by ID.</summary>
[Collection(CdkCollection.Name)]
public sealed class ExistingVpcSpokeTests
{
    [Fact]
    public void Synth_CdksOwnVpc_IsAttachedAssociatedAndRouted()
    {
        var stack = Synthesized.NewStack(Synthesized.NewApp());
        var hub = new TransitGatewayHub(stack, "Hub", Hubs.Small());
        var vpc = OwnVpc(stack, "10.1.0.0/16");

        var spoke = new ExistingVpcSpoke(stack, "Spoke", new ExistingVpcSpokeProps { Hub = hub, Vpc = Existing(vpc), Segment = "production" });

        spoke.AttachmentId.ShouldNotBeEmpty();
        spoke.GetResource("Attachment").CfnResourceType.ShouldBe("AWS::EC2::TransitGatewayAttachment");
        var template = stack.UncheckedTemplate();
        template.Single("AWS::EC2::TransitGatewayAttachment")["Properties"]!["SubnetIds"]!.AsArray().Count.ShouldBe(2);
        template.LogicalIds("AWS::EC2::TransitGatewayRouteTableAssociation").Count.ShouldBe(1);
        template.LogicalIds("AWS::EC2::TransitGatewayRouteTablePropagation").Count.ShouldBe(1);
        var routes = template.LogicalIds("AWS::EC2::Route").Where(id => id.StartsWith("Spoke", StringComparison.Ordinal)).ToList();
        routes.Count.ShouldBe(2 * 3);
        routes.ShouldContain(id => id.StartsWith("SpokeAppSubnet1To10x0x0x0x8", StringComparison.Ordinal));
        routes.ShouldAllBe(id => template.Resources()[id]!["DependsOn"]!.ToJsonString().Contains("SpokeAttachment", StringComparison.Ordinal));
    }

    [Fact]
    public void Synth_ImportedVpc_UsesItsIds()
    {
        var stack = Synthesized.NewStack(Synthesized.NewApp());
        var hub = new TransitGatewayHub(stack, "Hub", Hubs.Small());
        var vpc = CdkVpc.FromVpcAttributes(stack, "Imported", Imported());

        _ = new ExistingVpcSpoke(stack, "Spoke", new ExistingVpcSpokeProps { Hub = hub, Vpc = Existing(vpc), Segment = "production" });

        var template = stack.Template();
        var attachment = template.Single("AWS::EC2::TransitGatewayAttachment")["Properties"]!;
        attachment["VpcId"]!.GetValue<string>().ShouldBe("vpc-0123456789abcdef0");
        attachment["SubnetIds"]!.AsArray().Select(id => id!.GetValue<string>()).ShouldBe(["subnet-1", "subnet-2"]);
        template.LogicalIds("AWS::EC2::Route").Select(id => template.Properties(id)["RouteTableId"]!.GetValue<string>()).Distinct().ShouldBe(["rtb-private"]);
    }

    [Fact]
    public void Synth_ImportedVpcOfAnotherStack_IsAttachedFromAnyStack()
    {
        var app = Synthesized.NewApp();
        var stack = Synthesized.NewStack(app);
        var vpc = CdkVpc.FromVpcAttributes(Synthesized.NewStack(app, "Other"), "Imported", Imported());
        _ = new ExistingVpcSpoke(stack, "Spoke", new ExistingVpcSpokeProps { Hub = new TransitGatewayHub(stack, "Hub", Hubs.Small()), Vpc = Existing(vpc), Segment = "production" });
        stack.Template().LogicalIds("AWS::EC2::TransitGatewayAttachment").Count.ShouldBe(1);
    }

    [Fact]
    public void New_CdksVpcOfAnotherStack_IsRefused()
    {
        var app = Synthesized.NewApp();
        var stack = Synthesized.NewStack(app);
        var hub = new TransitGatewayHub(stack, "Hub", Hubs.Small());
        var vpc = OwnVpc(Synthesized.NewStack(app, "Other"), "10.1.0.0/16");
        Should.Throw<PlanException>(() => new ExistingVpcSpoke(stack, "Spoke", new ExistingVpcSpokeProps { Hub = hub, Vpc = Existing(vpc), Segment = "production" }))
            .Problems.ShouldHaveSingleItem().Code.ShouldBe("NP1421");
    }

    [Fact]
    public void New_ImportedVpcWithoutRouteTables_SaysWhatIsMissing()
    {
        var stack = Synthesized.NewStack(Synthesized.NewApp());
        var hub = new TransitGatewayHub(stack, "Hub", Hubs.Small());
        var attributes = Imported();
        attributes.PrivateSubnetRouteTableIds = null;
        var vpc = CdkVpc.FromVpcAttributes(stack, "Imported", attributes);
        Should.Throw<PlanException>(() => new ExistingVpcSpoke(stack, "Spoke", new ExistingVpcSpokeProps { Hub = hub, Vpc = Existing(vpc), Segment = "production" }))
            .Problems.ShouldContain(problem => problem.Code == "NP1467" && problem.What.Contains("route table of subnet", StringComparison.Ordinal));
    }

    // The first synthesis of a lookup has values that CDK made up; a problem then would keep the CLI from looking up.
    [Fact]
    public void Synth_VpcThatIsNotLookedUpYet_IsNoProblem()
    {
        var app = Synthesized.NewApp();
        var stack = Synthesized.NewStack(app);
        var vpc = CdkVpc.FromLookup(stack, "Looked", new VpcLookupOptions { VpcId = "vpc-0123456789abcdef0" });
        _ = new ExistingVpcSpoke(stack, "Spoke", new ExistingVpcSpokeProps
        {
            Hub = new TransitGatewayHub(stack, "Hub", Hubs.Small()),
            Vpc = ExistingVpc.Of(vpc, new SubnetSelection { SubnetType = SubnetType.PRIVATE_WITH_EGRESS }, new SubnetSelection { SubnetType = SubnetType.PRIVATE_WITH_EGRESS }),
            Segment = "production",
        });
        stack.UncheckedTemplate().LogicalIds("AWS::EC2::TransitGatewayAttachment").Count.ShouldBe(1);
    }

    [Fact]
    public void Synth_KnownByIdInAnotherAccount_IsAttachedThereAndToldTo()
    {
        var there = new Stack(Synthesized.NewApp(), "Spoke", new StackProps { Env = new Amazon.CDK.Environment { Account = "222222222222", Region = "eu-west-1" } });
        _ = new ExistingVpcSpoke(there, "Spoke", new ExistingVpcSpokeProps
        {
            Hub = TransitGatewayHub.FromIds(there, Hubs.Small(), "tgw-0123456789abcdef0"),
            Vpc = ById(),
            Segment = "production",
        });
        var template = there.Template();
        template.LogicalIds("AWS::EC2::TransitGatewayRouteTableAssociation").ShouldBeEmpty();
        template.LogicalIds("AWS::EC2::Route").Count.ShouldBe(2 * 3);
        template["Outputs"]!.AsObject().ShouldHaveSingleItem().Value!["Description"]!.GetValue<string>().ShouldContain("production");
    }

    [Fact]
    public void New_CdksVpcWithAWayAroundTheHub_IsRefused()
    {
        var stack = Synthesized.NewStack(Synthesized.NewApp());
        var hub = new TransitGatewayHub(stack, "Hub", Hubs.Central());
        var vpc = new CdkVpc(stack, "Legacy", new VpcProps
        {
            IpAddresses = IpAddresses.Cidr("10.1.0.0/16"),
            AvailabilityZones = ["eu-west-1a"],
            RestrictDefaultSecurityGroup = false,
            SubnetConfiguration =
            [
                new SubnetConfiguration { Name = "public", SubnetType = SubnetType.PUBLIC, CidrMask = 24 },
                new SubnetConfiguration { Name = "app", SubnetType = SubnetType.PRIVATE_WITH_EGRESS, CidrMask = 24 },
                new SubnetConfiguration { Name = "transit", SubnetType = SubnetType.PRIVATE_ISOLATED, CidrMask = 28 },
            ],
        });
        Codes("development", isThroughHub: false).ShouldBe(["NP1434"]);
        Codes("production", isThroughHub: true).ShouldBe(["NP1410"]);
        _ = new ExistingVpcSpoke(stack, "Allowed", new ExistingVpcSpokeProps { Hub = hub, Vpc = Existing(vpc), Segment = "production" });

        string[] Codes(string segment, bool isThroughHub) => [.. Should.Throw<PlanException>(() => new ExistingVpcSpoke(
                stack, segment, new ExistingVpcSpokeProps { Hub = hub, Vpc = Existing(vpc), Segment = segment, InternetThroughHub = isThroughHub }))
            .Problems.Select(problem => problem.Code)];
    }

    [Fact]
    public void Plan_BehindAnInspection_IsReachedByRoutesOfItsBlocks()
    {
        var policy = Hubs.Central(new() { CidrBlock = "100.64.1.0/24", Zones = Hubs.TwoZones, FirewallPolicyArn = "a" }).Plan().Policy;
        var plan = Plan(policy, ById(), isThroughHub: true);
        plan.Attachment.Blocks.Select(block => block.Name).ShouldBe(["10x1x0x0x16", "10x2x0x0x16"]);
        var template = Hubs.Render(TransitGatewaySpokeBlueprint.From(plan.Attachment));
        template.LogicalIds("AWS::EC2::TransitGatewayRoute").ShouldContain("EgressSegmentRouteTo10x2x0x0x16");
        template.LogicalIds("AWS::EC2::Route").ShouldContain("AppTo0x0x0x0x0");
    }

    [Fact]
    public void Plan_IPv6_LeadsTheEstatesRangesToTheHub()
    {
        var policy = Hubs.Small().Plan().Policy;
        var vpc = ById() with { Ipv6CidrBlock = "2001:db8:1::/56" };
        Should.Throw<PlanException>(() => Plan(policy, vpc)).Problems.ShouldHaveSingleItem().Code.ShouldBe("NP1416");
        var plan = Plan(policy with { Ipv6Ranges = [Core.Addressing.Cidr.Parse("2001:db8::/32")] }, vpc);
        plan.Attachment.HasIPv6.ShouldBeTrue();
        plan.Attachment.Routes.Count(route => route.Destination.IsIPv6).ShouldBe(2);
    }

    [Fact]
    public void Plan_RouteTablesAndSubnetsInAnyOrder_GiveTheSameResources() =>
        Hubs.Render(TransitGatewaySpokeBlueprint.From(Plan(Hubs.Small().Plan().Policy, ById()).Attachment)).ToJsonString().ShouldBe(
            Hubs.Render(TransitGatewaySpokeBlueprint.From(Plan(Hubs.Small().Plan().Policy, ById(isReversed: true)).Attachment)).ToJsonString());

    public static TheoryData<string, string, string> Mistakes => new()
    {
        { "overlapping", "NP1406", "10.1.0.0/16" },
        { "twice", "NP1407", "in segment 'shared'" },
        { "segment", "NP1408", "'test'" },
        { "no subnets", "NP1409", "no subnets" },
        { "no tables", "NP1410", "no route table" },
        { "public block", "NP1411", "203.0.113.0/24" },
        { "no blocks", "NP1467", "no block" },
        { "IPv6 among the blocks", "NP1467", "2001:db8::/56" },
        { "token block", "NP1467", "only at deployment" },
        { "one table twice", "NP1467", "App and Data" },
        { "bad table name", "NP1008", "'app table'" },
        { "unattached zone", "NP1468", "zone eu-west-1c" },
        { "through the hub without egress", "NP1422", "not paired" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Plan_Mistake_IsNamed(string mistake, string code, string what)
    {
        var policy = Hubs.Small().Plan().Policy;
        var register = new SpokeRegister(isOfThisApp: true);
        register.Add(mistake == "twice"
            ? new("A/Spoke", "vpc-1", "shared", [Core.Addressing.Cidr.Parse("10.9.0.0/16")])
            : new("A/Spoke", "A/Network", "shared", [Core.Addressing.Cidr.Parse(mistake == "overlapping" ? "10.1.0.0/20" : "10.9.0.0/16")]));
        var subnets = new Dictionary<string, string>(StringComparer.Ordinal) { ["eu-west-1a"] = "subnet-1" };
        var tables = new Dictionary<string, string>(StringComparer.Ordinal) { ["App"] = "rtb-1" };
        string[] blocks = mistake switch
        {
            "public block" => ["203.0.113.0/24"],
            "no blocks" => [],
            "IPv6 among the blocks" => ["10.1.0.0/16", "2001:db8::/56"],
            "token block" => ["${Token[TOKEN.1]}"],
            _ => ["10.1.0.0/16"],
        };
        if (mistake == "no subnets")
        {
            subnets.Clear();
        }

        if (mistake == "no tables")
        {
            tables.Clear();
        }

        if (mistake == "one table twice")
        {
            tables["Data"] = "rtb-1";
        }

        if (mistake == "bad table name")
        {
            tables["app table"] = "rtb-2";
        }

        var vpc = ExistingVpc.FromIds("Legacy", "vpc-1", blocks, subnets, tables);
        vpc = mistake == "unattached zone" ? vpc with { WorkloadZones = ["eu-west-1a", "eu-west-1c"] } : vpc;
        var problems = Should.Throw<PlanException>(() => Plan(policy, vpc, mistake.StartsWith("through", StringComparison.Ordinal), mistake == "segment" ? "test" : "production", register)).Problems;
        var problem = problems.ShouldHaveSingleItem();
        problem.Code.ShouldBe(code);
        problem.What.ShouldContain(what);
        problem.Fix.ShouldNotBeEmpty();
    }

    private static ExistingVpcSpokePlan Plan(SegmentPolicy policy, ExistingVpc vpc, bool isThroughHub = false, string segment = "production", SpokeRegister? register = null) => ExistingVpcSpokePlan.From(
        new ExistingVpcSpokeProps { Hub = null!, Vpc = vpc, Segment = segment, InternetThroughHub = isThroughHub },
        policy,
        hasRouteTables: true,
        register ?? new SpokeRegister(isOfThisApp: true),
        Hubs.ContextOf("Spoke/Legacy", nameof(ExistingVpcSpokeProps)));

    private static ExistingVpc ById(bool isReversed = false)
    {
        var subnets = new Dictionary<string, string>(StringComparer.Ordinal) { ["eu-west-1a"] = "subnet-1", ["eu-west-1b"] = "subnet-2" };
        var tables = new Dictionary<string, string>(StringComparer.Ordinal) { ["App"] = "rtb-1", ["Data"] = "rtb-2" };
        string[] blocks = ["10.1.0.0/16", "10.2.0.0/16"];
        return isReversed
            ? ExistingVpc.FromIds("Legacy", "vpc-0123456789abcdef0", [.. blocks.Reverse()], subnets.Reverse().ToDictionary(StringComparer.Ordinal), tables.Reverse().ToDictionary(StringComparer.Ordinal))
            : ExistingVpc.FromIds("Legacy", "vpc-0123456789abcdef0", blocks, subnets, tables);
    }

    private static CdkVpc OwnVpc(Stack stack, string block) => new(stack, "Legacy", new VpcProps
    {
        IpAddresses = IpAddresses.Cidr(block),
        AvailabilityZones = ["eu-west-1a", "eu-west-1b"],
        RestrictDefaultSecurityGroup = false,
        SubnetConfiguration =
        [
            new SubnetConfiguration { Name = "app", SubnetType = SubnetType.PRIVATE_ISOLATED, CidrMask = 20 },
            new SubnetConfiguration { Name = "transit", SubnetType = SubnetType.PRIVATE_ISOLATED, CidrMask = 28 },
        ],
    });

    private static ExistingVpc Existing(IVpc vpc) => vpc is CdkVpc
        ? ExistingVpc.Of(vpc, new SubnetSelection { SubnetGroupName = "transit" }, new SubnetSelection { SubnetGroupName = "app" })
        : ExistingVpc.Of(vpc, new SubnetSelection { SubnetType = SubnetType.PRIVATE_ISOLATED }, new SubnetSelection { SubnetType = SubnetType.PRIVATE_WITH_EGRESS });

    private static VpcAttributes Imported() => new()
    {
        VpcId = "vpc-0123456789abcdef0",
        VpcCidrBlock = "10.1.0.0/16",
        AvailabilityZones = ["eu-west-1a", "eu-west-1b"],
        PrivateSubnetIds = ["subnet-3", "subnet-4"],
        PrivateSubnetRouteTableIds = ["rtb-private", "rtb-private"],
        IsolatedSubnetIds = ["subnet-1", "subnet-2"],
        IsolatedSubnetRouteTableIds = ["rtb-transit", "rtb-transit"],
    };
}
