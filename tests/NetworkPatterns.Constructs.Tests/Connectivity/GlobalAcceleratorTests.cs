using Amazon.CDK;
using NetworkPatterns.Constructs.Connectivity;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Guarantees;
using NetworkPatterns.TemplateRules;
using NetworkPatterns.TemplateRules.Snapshots;

namespace NetworkPatterns.Constructs.Tests.Connectivity;

[Collection(CdkCollection.Name)]
public sealed class GlobalAcceleratorTests
{
    private static GlobalAcceleratorPlan Plan(params AcceleratorListener[] listeners) =>
        GlobalAcceleratorPlan.From(new() { Listeners = listeners }, Connections.ContextOf(nameof(GlobalAcceleratorProps)));

    [Fact]
    public void Synthesized_AllOptions_IsAsApproved()
    {
        var stack = Synthesized.NewStack(Synthesized.NewApp(CdkFlags.Recommended, pathMetadata: true));
        var accelerator = new GlobalAccelerator(stack, "Front", new GlobalAcceleratorProps
        {
            Name = "front",
            Listeners =
            [
                new("web", 443, 443,
                    new AcceleratedRegion("eu-west-1", AcceleratedEndpoint.ApplicationLoadBalancer("alb", new CfnParameter(stack, "Alb").ValueAsString) with { PreservesClientAddress = false }, AcceleratedEndpoint.NetworkLoadBalancer("nlb", new CfnParameter(stack, "Nlb").ValueAsString)),
                    new AcceleratedRegion("us-east-1", AcceleratedEndpoint.Instance("instance", "i-0123456789abcdef0") with { Weight = 255 }, AcceleratedEndpoint.ElasticIp("eip", "eipalloc-0123456789abcdef0"))
                    {
                        TrafficDialPercentage = 20,
                        HealthCheck = new() { HttpPath = "/health", Port = 8080, Interval = TimeSpan.FromSeconds(10), Threshold = 2 },
                        PortOverrides = new Dictionary<int, int> { [443] = 8443 },
                    })
                { ClientAffinity = true },
                new("game", 7000, 7100, new AcceleratedRegion("eu-west-1", AcceleratedEndpoint.ElasticIp("eip", "eipalloc-0123456789abcdef0"))) { IsUdp = true },
            ],
        });
        _ = new CfnOutput(stack, "First", new CfnOutputProps { Value = accelerator.FirstAddress });
        _ = new CfnOutput(stack, "Second", new CfnOutputProps { Value = accelerator.SecondAddress });
        var template = stack.Template(new RuleException("E60", "Dev/Front*", "Endpoint groups name the Regions that they are for."));
        Snapshot.Matches(Connections.Ours(template, "Front"), "GlobalAccelerator");
        template["Outputs"]!["First"]!["Value"]!.ToJsonString().ShouldContain("Ipv4Addresses");
    }

    [Fact]
    public void From_EndpointsInAnyOrder_GiveOneBlueprint()
    {
        var (one, two) = (AcceleratedEndpoint.Instance("one", "i-1"), AcceleratedEndpoint.Instance("two", "i-2"));
        static BlueprintResource Group(GlobalAcceleratorPlan plan) => plan.ToBlueprint().GetResource("WebEuWest1Group");
        Group(Plan(new AcceleratorListener("web", 80, 80, new AcceleratedRegion("eu-west-1", one, two))))
            .ShouldBe(Group(Plan(new AcceleratorListener("web", 80, 80, new AcceleratedRegion("eu-west-1", two, one)))));
    }

    [Fact]
    public void From_OneRegionMore_ChangesNothingElse()
    {
        var region = new AcceleratedRegion("eu-west-1", AcceleratedEndpoint.Instance("one", "i-1"));
        var before = Plan(new AcceleratorListener("web", 80, 80, region)).ToBlueprint();
        var after = Plan(new AcceleratorListener("web", 80, 80, new AcceleratedRegion("ap-south-1", AcceleratedEndpoint.Instance("two", "i-2")), region)).ToBlueprint();
        before.Resources.ShouldAllBe(resource => after.GetResource(resource.Id) == resource);
    }

    [Fact]
    public void From_Mistakes_AreReported()
    {
        static string[] Codes(params AcceleratorListener[] listeners) => Connections.Codes(() => Plan(listeners));
        var region = new AcceleratedRegion("eu-west-1", AcceleratedEndpoint.Instance("one", "i-1"));
        Codes().ShouldBe(["NP1247 Listeners"]);
        Codes(new AcceleratorListener("web", 0, 80, region), new AcceleratorListener("Web", 100, 90, region)).ShouldBe(["NP1008 Listeners", "NP1202 Listeners[Web]", "NP1202 Listeners[web]"]);
        Codes(new AcceleratorListener("web", 80, 90, region), new AcceleratorListener("api", 90, 99, region)).ShouldBe(["NP1466 Listeners"]);
        Codes(new AcceleratorListener("web", 80, 80, region, region)).ShouldBe(["NP1466 Listeners[web]"]);
        foreach (var wrong in new[]
        {
            region with { Region = "Ireland" },
            region with { TrafficDialPercentage = 101 },
            region with { Endpoints = [AcceleratedEndpoint.Instance("one", "i-1") with { Weight = 256 }] },
            region with { Endpoints = [AcceleratedEndpoint.Instance("one", "i-1"), AcceleratedEndpoint.Instance("one", "i-2")] },
            region with { HealthCheck = new() { Interval = TimeSpan.FromSeconds(20) } },
            region with { HealthCheck = new() { Threshold = 11 } },
            region with { PortOverrides = new Dictionary<int, int> { [80] = 0 } },
        })
        {
            Codes(new AcceleratorListener("web", 80, 80, wrong)).ShouldBe([$"NP1466 Listeners[web].Regions[{wrong.Region}]"]);
        }

        Connections.Codes(() => GlobalAcceleratorPlan.From(new() { Listeners = [new("web", 80, 80, region)], Name = "-front", IpAddresses = ["1.2.3.4", "1.2.3.5", "x"] }, Connections.ContextOf(nameof(GlobalAcceleratorProps))))
            .ShouldBe(["NP1466 IpAddresses", "NP1466 Name"]);
    }

    [Fact]
    public void Guarantees_OfEndpointsWithAParty_AreTheirPorts()
    {
        var tier = Party.Tier("Dev/Shop", "front");
        var guarantees = AcceleratorGuarantees.Of(new GlobalAcceleratorProps
        {
            Listeners =
            [
                new("web", 440, 445, new AcceleratedRegion("eu-west-1", AcceleratedEndpoint.Instance("web", "i-1") with { Party = tier }, AcceleratedEndpoint.Instance("other", "i-2"))
                {
                    PortOverrides = new Dictionary<int, int> { [440] = 8440, [443] = 8443, [80] = 8080 },
                }),
                new("names", 53, 53, new AcceleratedRegion("eu-west-1", AcceleratedEndpoint.Instance("web", "i-1") with { Party = tier })) { IsUdp = true },
            ],
        });
        guarantees.ShouldHaveSingleItem().ToString().ShouldBe("internet reaches tier:Dev/Shop/front at most on tcp 441-442, tcp 444-445, tcp 8440, tcp 8443, udp 53");
    }
}
