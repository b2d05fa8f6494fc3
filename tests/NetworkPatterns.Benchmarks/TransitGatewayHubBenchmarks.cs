using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Transit;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Benchmarks;

/// <summary>What a hub with fifty spokes costs before it crosses to CDK; the spokes' VPCs are planned beforehand.</summary>
[MemoryDiagnoser]
[MinColumn]
[MedianColumn]
public class TransitGatewayHubBenchmarks
{
    private const int Spokes = 50;
    private static readonly string[] Zones = ["eu-west-1a", "eu-west-1b", "eu-west-1c"];
    private static readonly string[] Segments = ["production", "staging", "development", "shared"];

    private static readonly TransitGatewayHubProps Props = new()
    {
        Segments = [.. Segments.Select(name => new Segment(name)), "egress"],
        AllowedPairs = [("production", "shared"), ("staging", "shared"), ("development", "shared"), ("production", "egress"), ("shared", "egress")],
        Egress = new() { Segment = "egress", CidrBlock = "100.64.0.0/24", Zones = [.. Zones] },
    };

    private static readonly ImmutableArray<ThreeTierVpcPlan> Vpcs = [.. Enumerable.Range(0, Spokes).Select(place => ThreeTierVpcPlan.From(
        new()
        {
            CidrBlock = $"10.{place}.0.0/16",
            Zones = [.. Zones],
            NatGateways = NatStrategy.None,
            Tiers =
            [
                new() { Name = "web", Slot = 0, Intent = TierIntent.Internet, Ingress = [TrafficRule.Tcp(443, TrafficPeer.AnyIPv4)] },
                new() { Name = "app", Slot = 1, Intent = TierIntent.Egress, Ingress = [TrafficRule.Tcp(8080, TrafficPeer.Tier("web"))] },
                new() { Name = "data", Slot = 2, Intent = TierIntent.Isolated, Ingress = [TrafficRule.Tcp(3306, TrafficPeer.Tier("app"))] },
                new() { Name = "transit", Slot = 7, Intent = TierIntent.Transit },
            ],
        },
        Context($"Spoke{place}/Network", nameof(ThreeTierVpcProps))))];

    /// <summary>The hub and its spokes, from props to plans.</summary>
    [Benchmark]
    public int Plan() => Plans().Spokes.Sum(spoke => spoke.Routes.Length);

    /// <summary>The hub and its spokes, from props to template JSON.</summary>
    [Benchmark]
    public int PlanAndRender()
    {
        var (hub, spokes) = Plans();
        return BlueprintRenderer.Render(TransitGatewayHubBlueprint.From(hub)).Length
            + spokes.Sum(spoke => BlueprintRenderer.Render(TransitGatewaySpokeBlueprint.From(spoke)).Length);
    }

    private static (TransitGatewayHubPlan Hub, ImmutableArray<TransitGatewaySpokePlan> Spokes) Plans()
    {
        var hub = TransitGatewayHubPlan.From(Props, Context("Hub/Hub", nameof(TransitGatewayHubProps)));
        var register = new SpokeRegister(isOfThisApp: true);
        var spokes = ImmutableArray.CreateBuilder<TransitGatewaySpokePlan>(Spokes);
        foreach (var (place, vpc) in Vpcs.Index())
        {
            var spoke = TransitGatewaySpokePlan.From(
                new(Segments[place % Segments.Length]), hub.Policy, hasRouteTables: true, vpc, register, Context($"Spoke{place}/Spoke", nameof(TransitGatewaySpokeProps)));
            register.Add(spoke.Entry);
            spokes.Add(spoke);
        }

        return (hub, spokes.MoveToImmutable());
    }

    private static PatternContext Context(string path, string props) => new(path, props, "eu-west-1", _ => false);
}
