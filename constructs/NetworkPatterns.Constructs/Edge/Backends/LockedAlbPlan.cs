using System.Collections.Immutable;
using NetworkPatterns.Constructs.Edge.Api;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Backends;

/// <summary>A <see cref="LockedAlb"/>, settled.</summary>
/// <param name="Path">The construct path.</param>
/// <param name="Props">What the user asked for, for what needs no decision.</param>
/// <param name="Tier">The load balancer's tier.</param>
/// <param name="Listeners">The listeners.</param>
/// <param name="Region">The Region.</param>
internal sealed record LockedAlbPlan(string Path, LockedAlbProps Props, TierPlan Tier, AlbListeners Listeners, string? Region)
{
    private const int SecretsAccepted = 2;

    /// <summary>The header with the secret that CloudFront sends.</summary>
    public ImmutableSortedDictionary<string, string> OriginHeaders =>
        ImmutableSortedDictionary<string, string>.Empty.Add(OriginLock.HeaderName, OriginSecrets.ActiveOf(Props.Lock, Path)!);

    /// <summary>Plans a load balancer.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public static LockedAlbPlan From(LockedAlbProps props, ThreeTierVpcPlan network, PatternContext context)
    {
        var problems = new ProblemList();
        var tiers = new TierPaths(network);
        var tier = tiers.Find(props.Tier, context.At(nameof(props.Tier)), problems);
        if (tier is not null)
        {
            CheckTier(tier, props, tiers, context.At(nameof(props.Tier)), problems);
        }

        OriginSecrets.Check(props.Lock, context, context.At(nameof(props.Lock)), problems);
        if (props.Lock.Kind != OriginLockKind.HeaderGate)
        {
            problems.Add(DiagnosticCatalogue.LockedLoadBalancer.At(
                context.At(nameof(props.Lock)), $"a load balancer has no lock of the kind {props.Lock.Kind}", "use OriginLock.HeaderGate: its rules look at the header; for none at all, take a PrivateAlb as a VPC origin"));
        }

        ListenerRules.CheckIdleTimeout(props.IdleTimeout, context.At(nameof(props.IdleTimeout)), problems);
        AlbListenerRules.Check(props.Listeners, tier, tiers, SecretsAccepted, context, problems);
        problems.ThrowIfAny();
        return new(context.Path, props, tier!, AlbListeners.Of(context.Path, props.Listeners), context.Region);
    }

    /// <summary>The blueprint, and what has to be supplied for it.</summary>
    public (Blueprint Blueprint, IReadOnlyDictionary<string, object> Inputs) ToBlueprint(ThreeTierVpc network, string logBucketName, PatternContext context)
    {
        var builder = new BlueprintBuilder();
        var inputs = new TokenInputs(builder, context.IsToken);
        OriginSecrets.AddTo(builder, Props.Lock, Path, Region);
        AlbBlueprint.AddTo(
            builder, new(Path, Tier, IsInternal: false, Props.IdleTimeout, Props.DeletionProtection, Listeners), network, logBucketName, inputs, OriginSecrets.AcceptedBy(Props.Lock));
        return (builder.Build(Path), inputs.Supplied);
    }

    private static void CheckTier(TierPlan tier, LockedAlbProps props, TierPaths tiers, string where, ProblemList problems)
    {
        if (tier.Intent != TierIntent.Internet)
        {
            problems.Add(DiagnosticCatalogue.LockedLoadBalancer.At(
                where, $"tier '{tier.Name}' is for {tier.Intent}, and CloudFront asks over the internet", "choose a tier for the internet, or take a PrivateAlb as a VPC origin"));
        }

        if (tier.Subnets.Length < 2)
        {
            problems.Add(DiagnosticCatalogue.LoadBalancerZones.At(where, $"tier '{tier.Name}' has one zone only, {tier.Subnets[0].Zone}", "give the VPC at least two zones"));
        }

        var ports = props.Listeners.Select(listener => listener.Port).ToHashSet();
        foreach (var flow in tiers.FlowsTo(tier).Where(flow => flow.From.PrefixList is null || flow.Rule.FromPort != flow.Rule.ToPort || !ports.Contains(flow.Rule.FromPort)))
        {
            problems.Add(DiagnosticCatalogue.LoadBalancerIngress.At(
                where, $"tier '{tier.Name}' accepts {flow}", "accept the listeners' ports only, from CloudFrontAddresses.In the VPC's Region"));
        }

        foreach (var port in ports.Where(port => !tiers.FlowsTo(tier).Any(flow => flow.From.PrefixList is not null && flow.Rule.FromPort == port)).Order())
        {
            problems.Add(DiagnosticCatalogue.TargetsUnreachable.At(
                where, $"tier '{tier.Name}' accepts nothing from CloudFront on port {port}", $"give it the ingress TrafficRule.Tcp({port}, CloudFrontAddresses.In(region))"));
        }
    }
}
