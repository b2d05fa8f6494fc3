using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Backends;

/// <summary>A <see cref="PrivateNlb"/>, settled.</summary>
/// <param name="Path">The construct path.</param>
/// <param name="Tier">The load balancer's tier.</param>
/// <param name="Listeners">The listeners, by name.</param>
/// <param name="CrossZone">Whether zones share their targets.</param>
/// <param name="HasDeletionProtection">Whether it can't be deleted.</param>
/// <param name="HasVpcLink">Whether a VPC link leads to it.</param>
internal sealed record PrivateNlbPlan(
    string Path, TierPlan Tier, ImmutableArray<NlbListenerPlan> Listeners, bool CrossZone, bool HasDeletionProtection, bool HasVpcLink)
{
    /// <summary>The listeners, for what joins their target groups.</summary>
    public ListenerSet ListenerSet =>
        new(Path, [.. Listeners.Select(listener => new TargetListener(listener.Name, listener.Targets.Tier, listener.Targets.Port, listener.Targets.Type))]);

    /// <summary>Plans a load balancer.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public static PrivateNlbPlan From(PrivateNlbProps props, ThreeTierVpcPlan network, PatternContext context)
    {
        var problems = new ProblemList();
        var tiers = new TierPaths(network);
        var tier = tiers.Find(props.Tier, context.At(nameof(props.Tier)), problems);
        if (tier is not null)
        {
            CheckTier(tier, tiers, context, problems);
        }

        NlbRules.Check(props, tier, tiers, context, problems);
        problems.ThrowIfAny();
        return new(
            context.Path,
            tier!,
            [.. props.Listeners.OrderBy(listener => listener.Name, StringComparer.Ordinal).Select(listener => new NlbListenerPlan(listener))],
            props.CrossZone,
            props.DeletionProtection,
            props.VpcLink);
    }

    /// <summary>A listener by its name.</summary>
    /// <exception cref="KeyNotFoundException">There is none of this name.</exception>
    public NlbListenerPlan Get(string listener) =>
        Find(listener) ?? throw new KeyNotFoundException($"{Path} has no listener '{listener}'");

    /// <summary>A listener by its name, or <see langword="null"/>.</summary>
    public NlbListenerPlan? Find(string listener) => Listeners.FirstOrDefault(candidate => candidate.Name == listener);

    private static void CheckTier(TierPlan tier, TierPaths tiers, PatternContext context, ProblemList problems)
    {
        var where = context.At(nameof(PrivateNlbProps.Tier));
        LoadBalancerTier.Check(tier, where, problems);
        if (tier.IsForWorkloads && tiers.IngressOf(tier) is { Length: > 0 } ingress)
        {
            problems.Add(DiagnosticCatalogue.LoadBalancerIngress.At(
                where, $"tier '{tier.Name}' accepts {string.Join("; ", ingress)}", "give the load balancer a tier without ingress: a VPC link needs none"));
        }

        if (tier.IsForWorkloads && tiers.EgressToRangesOf(tier) is { Length: > 0 } egress)
        {
            problems.Add(DiagnosticCatalogue.LoadBalancerEgress.At(
                where, $"tier '{tier.Name}' opens {string.Join("; ", egress)}", "give the load balancer a tier that opens nothing but what its targets accept: Egress = []"));
        }
    }
}

/// <summary>A listener with the ids of its resources.</summary>
/// <param name="Listener">What the user asked for.</param>
internal sealed record NlbListenerPlan(NlbListener Listener)
{
    public string Name => Listener.Name;

    public NlbTargets Targets => Listener.Targets;

    public string ListenerId => $"{ResourceName.Of(Name)}Listener";

    public string TargetGroupId => $"{ResourceName.Of(Name)}Targets";

    /// <summary>Whether the targets see the client's address.</summary>
    public bool PreservesClientIp => Targets.PreserveClientIp ?? Listener.EffectiveProtocol == NlbProtocol.Udp;
}
