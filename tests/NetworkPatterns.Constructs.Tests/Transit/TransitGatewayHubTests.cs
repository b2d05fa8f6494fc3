using Amazon.CDK;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Constructs.Transit;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.TemplateRules;

namespace NetworkPatterns.Constructs.Tests.Transit;

[Collection(CdkCollection.Name)]
public sealed class TransitGatewayHubTests
{
    [Fact]
    public void Synth_Defaults_MakeNoDefaultTables()
    {
        var stack = Synthesized.NewStack(Synthesized.NewApp(pathMetadata: true));
        var hub = new TransitGatewayHub(stack, "Hub", Hubs.Small());
        var template = stack.Template();
        var gateway = template.Single("AWS::EC2::TransitGateway")["Properties"]!;
        gateway["DefaultRouteTableAssociation"]!.GetValue<string>().ShouldBe("disable");
        gateway["DefaultRouteTablePropagation"]!.GetValue<string>().ShouldBe("disable");
        template.LogicalIds("AWS::EC2::TransitGatewayRouteTable").Count.ShouldBe(3);
        PlainRendering.ShouldEqual(template, TransitGatewayHubBlueprint.From(hub.Plan), "Dev/Hub");
    }

    [Fact]
    public void Synth_SpokeInTheSameStack_IsAttachedAssociatedAndRouted()
    {
        var stack = Synthesized.NewStack(Synthesized.NewApp());
        var hub = new TransitGatewayHub(stack, "Hub", Hubs.Small());
        var network = new ThreeTierVpc(stack, "Network", Hubs.Vpc("10.1.0.0/16"));
        _ = new TransitGatewaySpoke(stack, "Spoke", new TransitGatewaySpokeProps { Hub = hub, Network = network, Segment = "production" });
        var template = stack.Template();
        template.LogicalIds("AWS::EC2::TransitGatewayAttachment").Count.ShouldBe(1);
        template.LogicalIds("AWS::EC2::TransitGatewayRouteTableAssociation").Count.ShouldBe(1);
        template.LogicalIds("AWS::EC2::TransitGatewayRouteTablePropagation").Count.ShouldBe(1);
        template.Resources().Select(resource => resource.Value!["Properties"]!["TransitGatewayId"]).Count(id => id is not null).ShouldBe(3 + 1 + 6);
    }

    [Fact]
    public void Synth_VpcsPastTheStacksLimit_AreSplitAsProposed()
    {
        var app = Synthesized.NewApp();
        var stack = Synthesized.NewStack(app, "Hub");
        var hub = new TransitGatewayHub(stack, "Hub", Exported("/hub"));
        PlanException? refused = null;
        for (var place = 0; refused is null; place++)
        {
            var network = new ThreeTierVpc(stack, $"Network{place}", Hubs.Vpc($"10.{place}.0.0/16"));
            try
            {
                _ = new TransitGatewaySpoke(stack, $"Spoke{place}", new TransitGatewaySpokeProps { Hub = hub, Network = network, Segment = "production" });
            }
            catch (PlanException exception)
            {
                refused = exception;
                stack.Node.TryRemoveChild($"Network{place}");
                stack.Node.TryRemoveChild($"Spoke{place}");
            }
        }

        // What the plan counted is what is in the template, and the one that is moved fits where it is told to go.
        var parts = hub.OwnView.Register.Parts;
        var problem = refused.Problems.ShouldHaveSingleItem();
        problem.Code.ShouldBe("NP1437");
        problem.Fix.ShouldStartWith($"leave {string.Join(", ", parts.Select(part => part.Path))} in 'Hub' ({parts.Sum(part => part.Resources)} resources); put Hub/Spoke{parts.Length - 1} into a stack of its own, such as 'Hub-2'");
        var second = Synthesized.NewStack(app, "Hub-2");
        _ = new TransitGatewaySpoke(second, "Spoke", new TransitGatewaySpokeProps { Hub = hub, Network = new ThreeTierVpc(second, "Network", Hubs.Vpc("10.200.0.0/16")), Segment = "production" });
        stack.Template().Resources().Count.ShouldBe(parts.Sum(part => part.Resources));
        parts.Sum(part => part.Resources).ShouldBeLessThanOrEqualTo(StackBudget.Most);
        second.Dependencies.ShouldContain(stack);
    }

    [Fact]
    public void Construct_HubThatFillsAStackByItself_IsRefused()
    {
        var stack = Synthesized.NewStack(Synthesized.NewApp());
        var ranges = Enumerable.Range(0, 460).Select(place => $"10.{128 + (place / 256)}.{place % 256}.0/24");
        var problem = Should.Throw<PlanException>(() => new TransitGatewayHub(stack, "Hub", new TransitGatewayHubProps
        {
            Segments = ["production"],
            AllowedPairs = [("production", "production")],
            Peers = [new("us", "us-east-1", 64513, [new("production") { AddressRanges = [.. ranges] }]) { TransitGatewayId = "tgw-0123456789abcdef0", AttachmentId = "tgw-attach-0123456789abcdef0" }],
        })).Problems.ShouldHaveSingleItem();
        problem.Code.ShouldBe("NP1437");
        problem.Fix.ShouldStartWith("Dev/Hub alone makes 4");
        problem.Fix.ShouldContain("ranges");
    }

    [Fact]
    public void Synth_ManySegments_WarnOfTheQuota()
    {
        var stack = Synthesized.NewStack(Synthesized.NewApp());
        _ = new TransitGatewayHub(stack, "Hub", new TransitGatewayHubProps { Segments = [.. Enumerable.Range(0, 21).Select(place => new Segment($"s{place}"))], FlowLogs = FlowLogs.None });
        ((App)stack.Node.Root).Synth().GetStackByName("Dev").Messages
            .ShouldContain(message => message.Level == Amazon.CDK.CXAPI.SynthesisMessageLevel.WARNING && message.Entry.Data!.ToString()!.Contains("NP1435", StringComparison.Ordinal));
    }

    [Fact]
    public void Synth_SpokeInAnotherStack_ReadsTheExport()
    {
        var app = Synthesized.NewApp();
        var home = Synthesized.NewStack(app, "Hub");
        var hub = new TransitGatewayHub(home, "Hub", Exported("/hub"));
        var stack = Synthesized.NewStack(app, "Spoke");
        var network = new ThreeTierVpc(stack, "Network", Hubs.Vpc("10.1.0.0/16"));
        _ = new TransitGatewaySpoke(stack, "Spoke", new TransitGatewaySpokeProps { Hub = hub, Network = network, Segment = "production" });
        var template = stack.Template();
        template["Parameters"]!.AsObject().Count(parameter => parameter.Value!["Default"]?.GetValue<string>() == "/hub").ShouldBe(1);
        template.LogicalIds("AWS::EC2::TransitGatewayAttachment").Count.ShouldBe(1);
        stack.Dependencies.ShouldContain(home);
    }

    [Fact]
    public void Synth_SpokeInAnotherStackWithoutExport_SaysWhatIsMissing()
    {
        var app = Synthesized.NewApp();
        var hub = new TransitGatewayHub(Synthesized.NewStack(app, "Hub"), "Hub", Hubs.Small());
        var stack = Synthesized.NewStack(app, "Spoke");
        var network = new ThreeTierVpc(stack, "Network", Hubs.Vpc("10.1.0.0/16"));
        Should.Throw<PlanException>(() => new TransitGatewaySpoke(stack, "Spoke", new TransitGatewaySpokeProps { Hub = hub, Network = network, Segment = "production" }))
            .Problems.ShouldHaveSingleItem().Code.ShouldBe("NP1414");
    }

    [Fact]
    public void Synth_SpokeOfAnotherAccount_IsAttachedThereAndAssociatedHere()
    {
        var props = Exported("/hub");
        var app = Synthesized.NewApp();
        var there = new Stack(app, "Spoke", new StackProps { Env = new Amazon.CDK.Environment { Account = "222222222222", Region = "eu-west-1" } });
        _ = new TransitGatewaySpoke(there, "Spoke", new TransitGatewaySpokeProps
        {
            Hub = TransitGatewayHub.FromIds(there, props, "tgw-0123456789abcdef0"),
            Network = new ThreeTierVpc(there, "Network", Hubs.Vpc("10.1.0.0/16")),
            Segment = "production",
        });
        var here = Synthesized.NewStack(app, "Hub");
        var hub = new TransitGatewayHub(here, "Hub", props);
        _ = new SegmentAttachment(here, "First", new SegmentAttachmentProps { Hub = hub, Segment = "production", ResourceId = "vpc-1" });
        _ = new SegmentAttachment(here, "Second", new SegmentAttachmentProps { Hub = hub, Segment = "production", AttachmentId = "tgw-attach-0123456789abcdef0" });
        var template = here.Template();
        template.LogicalIds("AWS::EC2::TransitGatewayRouteTableAssociation").ShouldHaveSingleItem().ShouldStartWith("SecondAssociation");
        template["Outputs"]!.AsObject().ShouldHaveSingleItem().Value!["Value"]!.ToJsonString().ShouldContain("describe-transit-gateway-attachments");
        var other = Synthesized.Template(((Stage)there.Node.Root).Synth(), there);
        other.LogicalIds("AWS::EC2::TransitGatewayRouteTableAssociation").ShouldBeEmpty();
        other.LogicalIds("AWS::EC2::TransitGatewayAttachment").Count.ShouldBe(1);
        other["Outputs"]!.AsObject().Count.ShouldBe(1);
    }

    [Fact]
    public void New_InspectionVpcAtASecondHub_IsRefused()
    {
        var stack = Synthesized.NewStack(Synthesized.NewApp());
        var first = new TransitGatewayHub(stack, "First", Hubs.Central(new() { CidrBlock = "100.64.1.0/24", Zones = Hubs.TwoZones, FirewallPolicyArn = "arn:aws:network-firewall:eu-west-1:111111111111:firewall-policy/policy" }));
        var second = new TransitGatewayHub(stack, "Second", Hubs.Small());
        var problem = Should.Throw<PlanException>(() => new TransitGatewaySpoke(stack, "Spoke", new TransitGatewaySpokeProps { Hub = second, Network = first.InspectionVpc!, Segment = "production" }))
            .Problems.ShouldHaveSingleItem();
        problem.Code.ShouldBe("NP1481");
        problem.What.ShouldContain("Dev/First/InspectionVpc");
    }

    [Fact]
    public void Synth_EveryOption_SatisfiesTheRules()
    {
        var stack = Synthesized.NewStack(Synthesized.NewApp());
        _ = new TransitGatewayHub(stack, "Hub", new TransitGatewayHubProps
        {
            Segments = ["one"],
            AmazonSideAsn = 4200000001,
            ShareWith = ["333333333333", "arn:aws:organizations::111111111111:organization/o-abcdefghij"],
            AlarmTopicArns = [],
            TransitGatewayCidrBlocks = ["10.255.0.0/24"],
            FlowLogs = FlowLogs.ToCloudWatch(30),
            SecurityGroupReferencing = true,
            ExportName = "/hub",
        });
        var template = stack.Template(new RuleException("E60", "*Share*", "Whom the gateway is shared with is another account: no pseudo parameter stands for it."));
        template.LogicalIds("AWS::CloudWatch::Alarm").Count.ShouldBe(2);
        template.Single("AWS::EC2::TransitGateway")["Properties"]!["AutoAcceptSharedAttachments"]!.GetValue<string>().ShouldBe("enable");
        var log = template.Single("AWS::EC2::FlowLog")["Properties"]!.AsObject();
        log["MaxAggregationInterval"]!.GetValue<int>().ShouldBe(60);
        log.ContainsKey("TrafficType").ShouldBeFalse();
    }

    private static TransitGatewayHubProps Exported(string name) => new()
    {
        Segments = ["production", "shared"],
        AllowedPairs = [("production", "shared")],
        ExportName = name,
    };
}
