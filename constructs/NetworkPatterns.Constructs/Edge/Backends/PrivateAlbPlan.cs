using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Backends;

/// <summary>A <see cref="PrivateAlb"/>, settled.</summary>
/// <param name="Path">The construct path.</param>
/// <param name="Props">What the user asked for, for what needs no decision.</param>
/// <param name="Tier">The load balancer's tier.</param>
/// <param name="LinkTier">The tier of the VPC link; <see langword="null"/> without one.</param>
/// <param name="Listeners">The listeners.</param>
internal sealed record PrivateAlbPlan(string Path, PrivateAlbProps Props, TierPlan Tier, TierPlan? LinkTier, AlbListeners Listeners)
{
    /// <summary>The listener that CloudFront asks, where the load balancer is a VPC origin: the first by name.</summary>
    public AlbListener Origin => Listeners.All[0];

    /// <summary>Plans a load balancer.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public static PrivateAlbPlan From(PrivateAlbProps props, ThreeTierVpcPlan network, PatternContext context)
    {
        var problems = new ProblemList();
        var tiers = new TierPaths(network);
        var tier = tiers.Find(props.Tier, context.At(nameof(props.Tier)), problems);
        var link = props.VpcLinkTier is { } name ? tiers.Find(name, context.At(nameof(props.VpcLinkTier)), problems) : null;
        if (tier is not null)
        {
            LoadBalancerTier.Check(tier, context.At(nameof(props.Tier)), problems);
            CheckClients(props, tier, link, tiers, context, problems);
        }

        ListenerRules.CheckIdleTimeout(props.IdleTimeout, context.At(nameof(props.IdleTimeout)), problems);
        if (props.VpcOrigin)
        {
            VpcOriginRules.Check(network, tier, context.At(nameof(props.VpcOrigin)), context, problems);
        }

        AlbListenerRules.Check(props.Listeners, tier, tiers, secrets: 0, context, problems);
        problems.ThrowIfAny();
        return new(context.Path, props, tier!, link, AlbListeners.Of(context.Path, props.Listeners));
    }

    // Only the VPC link, and for a VPC origin CloudFront's prefix list, may open connections, and only to listeners.
    private static void CheckClients(PrivateAlbProps props, TierPlan tier, TierPlan? link, TierPaths tiers, PatternContext context, ProblemList problems)
    {
        var where = context.At(nameof(props.Tier));
        var ports = props.Listeners.Select(listener => listener.Port).ToHashSet();
        foreach (var flow in tiers.FlowsTo(tier).Where(flow =>
            !(flow.From.Group is { } group && group == link?.Group) && !(props.VpcOrigin && flow.From.PrefixList is not null)
            || flow.Rule.FromPort != flow.Rule.ToPort || !ports.Contains(flow.Rule.FromPort)))
        {
            problems.Add(DiagnosticCatalogue.LoadBalancerIngress.At(
                where, $"tier '{tier.Name}' accepts {flow}", "accept the listeners' ports only, from the VPC link's tier, or from CloudFront's prefix list for a VPC origin"));
        }

        foreach (var listener in props.Listeners.Where(listener => link is not null))
        {
            ListenerRules.CheckPath(link!, tier, tiers, TrafficProtocol.Tcp, listener.Port, $"{context.At(nameof(props.Listeners))} '{listener.Name}'", problems);
        }

        if (props.VpcOrigin && AlbListeners.Of(context.Path, props.Listeners).All.FirstOrDefault() is { Port: var asked }
            && !tiers.FlowsTo(tier).Any(flow => flow.From.PrefixList is not null && flow.Rule.FromPort == asked))
        {
            problems.Add(DiagnosticCatalogue.TargetsUnreachable.At(
                context.At(nameof(props.VpcOrigin)),
                $"tier '{tier.Name}' accepts nothing from CloudFront on port {asked}, that of its first listener by name",
                $"give it the ingress TrafficRule.Tcp({asked}, CloudFrontAddresses.In(region))"));
        }

        if (link is null && !props.VpcOrigin)
        {
            problems.Add(DiagnosticCatalogue.LoadBalancerUnused.At(
                context.At(nameof(props.VpcLinkTier)), "neither API Gateway nor CloudFront reaches the load balancer", "name the tier of a VPC link, or ask for a VPC origin"));
        }
    }
}
