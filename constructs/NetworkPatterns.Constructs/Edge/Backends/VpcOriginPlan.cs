using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Backends;

/// <summary>A <see cref="VpcOrigin"/>, settled.</summary>
/// <param name="EndpointArn">The ARN of what is behind it.</param>
/// <param name="Port">The port on which that speaks TLS.</param>
internal sealed record VpcOriginPlan(string EndpointArn, int Port)
{
    private const int FirstPort = 1024;
    private const int LastPort = 65535;

    /// <summary>Plans the origin.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public static VpcOriginPlan From(VpcOriginProps props, ThreeTierVpcPlan network, PatternContext context)
    {
        var problems = new ProblemList();
        var tiers = new TierPaths(network);
        var tier = tiers.Find(props.Tier, context.At(nameof(props.Tier)), problems);
        VpcOriginRules.Check(network, tier, context.At(nameof(props.Network)), context, problems);
        CheckEndpoint(props.EndpointArn, context, problems);
        if (props.Port != 443 && props.Port is < FirstPort or > LastPort)
        {
            problems.Add(DiagnosticCatalogue.VpcOriginEndpoint.At(context.At(nameof(props.Port)), $"CloudFront asks no origin on port {props.Port}", $"use 443, or {FirstPort} to {LastPort}"));
        }

        if (tier is not null && !tiers.FlowsTo(tier).Any(flow => flow.From.PrefixList is not null && flow.Rule.FromPort <= props.Port && props.Port <= flow.Rule.ToPort))
        {
            problems.Add(DiagnosticCatalogue.TargetsUnreachable.At(
                context.At(nameof(props.Tier)), $"tier '{tier.Name}' accepts nothing from CloudFront on port {props.Port}", $"give it the ingress TrafficRule.Tcp({props.Port}, CloudFrontAddresses.In(region))"));
        }

        problems.ThrowIfAny();
        return new(props.EndpointArn, props.Port);
    }

    /// <summary>The blueprint, and what has to be supplied for it.</summary>
    public (Blueprint Blueprint, IReadOnlyDictionary<string, object> Inputs) ToBlueprint(PatternContext context)
    {
        var builder = new BlueprintBuilder();
        var inputs = new TokenInputs(builder, context.IsToken);
        VpcOriginBlueprint.AddTo(builder, context, inputs.Of("EndpointArn", EndpointArn), Port);
        return (builder.Build(context.Path), inputs.Supplied);
    }

    private static void CheckEndpoint(string arn, PatternContext context, ProblemList problems)
    {
        if (context.IsToken(arn))
        {
            return;
        }

        var where = context.At(nameof(VpcOriginProps.EndpointArn));
        if (arn.Split(':') is not [_, _, var service, var region, _, var resource]
            || !(service == "elasticloadbalancing" && (resource.StartsWith("loadbalancer/app/", StringComparison.Ordinal) || resource.StartsWith("loadbalancer/net/", StringComparison.Ordinal)))
            && !(service == "ec2" && resource.StartsWith("instance/", StringComparison.Ordinal)))
        {
            problems.Add(DiagnosticCatalogue.VpcOriginEndpoint.At(
                where, $"'{arn}' is neither an Application or Network Load Balancer nor an instance", "give the ARN of one; Gateway Load Balancers and those of the first generation are no origins"));
        }
        else if (context.Region is { } home && region != home)
        {
            problems.Add(DiagnosticCatalogue.VpcOriginEndpoint.At(where, $"'{arn}' is in {region}, the stack in {home}", "make the origin in the stack of its VPC's Region"));
        }
    }
}
