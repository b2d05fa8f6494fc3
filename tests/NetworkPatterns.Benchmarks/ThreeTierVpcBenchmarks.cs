using BenchmarkDotNet.Attributes;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Benchmarks;

/// <summary>What a three-tier VPC costs before it crosses to CDK.</summary>
[MemoryDiagnoser]
[MinColumn]
[MedianColumn]
public class ThreeTierVpcBenchmarks
{
    private static readonly PatternContext Context = new("Dev/Network", nameof(ThreeTierVpcProps), "eu-west-1", _ => false);

    private static readonly ThreeTierVpcProps Props = new()
    {
        CidrBlock = "10.0.0.0/16",
        Zones = ["eu-west-1a", "eu-west-1b", "eu-west-1c"],
    };

    private static readonly ThreeTierVpcPlan Planned = ThreeTierVpcPlan.From(Props, Context);

    /// <summary>Addresses, routes and flows.</summary>
    [Benchmark]
    public int Plan() => ThreeTierVpcPlan.From(Props, Context).Flows.Length;

    /// <summary>The plan's resources as data, validated.</summary>
    [Benchmark]
    public int Blueprint() => ThreeTierVpcBlueprint.From(Planned).Resources.Length;

    /// <summary>From props to template JSON.</summary>
    [Benchmark]
    public int PlanAndRender() => BlueprintRenderer.Render(ThreeTierVpcBlueprint.From(ThreeTierVpcPlan.From(Props, Context))).Length;
}
