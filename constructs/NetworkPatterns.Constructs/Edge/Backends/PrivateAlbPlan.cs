using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Backends;

/// <summary>A <see cref="PrivateAlb"/>, settled.</summary>
/// <param name="Path">The construct path.</param>
/// <param name="Props">What the user asked for, for what needs no decision.</param>
/// <param name="Tier">The load balancer's tier.</param>
/// <param name="LinkTier">The tier of the VPC link; <see langword="null"/> without one.</param>
/// <param name="Listeners">The listeners, by name.</param>
internal sealed record PrivateAlbPlan(string Path, PrivateAlbProps Props, TierPlan Tier, TierPlan? LinkTier, ImmutableArray<AlbListener> Listeners)
{
    private const int LongestIdleTimeout = 4000;

    /// <summary>The listeners, for what joins their target groups.</summary>
    public ListenerSet ListenerSet =>
        new(Path, [.. Listeners.Select(listener => new TargetListener(listener.Name, listener.Targets.Tier, listener.Targets.Port, listener.Targets.Type))]);

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

        if (props.IdleTimeout < TimeSpan.FromSeconds(1) || props.IdleTimeout > TimeSpan.FromSeconds(LongestIdleTimeout))
        {
            problems.Add(DiagnosticCatalogue.TargetsUnclear.At(
                context.At(nameof(props.IdleTimeout)), $"idle connections are kept for {props.IdleTimeout.TotalSeconds} s", $"give 1 to {LongestIdleTimeout} s"));
        }

        CheckListeners(props, tier, tiers, context, problems);
        problems.ThrowIfAny();
        return new(context.Path, props, tier!, link, [.. props.Listeners.OrderBy(listener => listener.Name, StringComparer.Ordinal)]);
    }

    /// <summary>A listener by its name.</summary>
    /// <exception cref="KeyNotFoundException">There is none of this name.</exception>
    public AlbListener Get(string listener) => Listeners.FirstOrDefault(candidate => candidate.Name == listener)
        ?? throw new KeyNotFoundException($"{Path} has no listener '{listener}'");

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

        if (props.VpcOrigin && !tiers.FlowsTo(tier).Any(flow => flow.From.PrefixList is not null))
        {
            problems.Add(DiagnosticCatalogue.TargetsUnreachable.At(
                context.At(nameof(props.VpcOrigin)), $"tier '{tier.Name}' accepts nothing from CloudFront", "give it an ingress from the prefix list com.amazonaws.global.cloudfront.origin-facing of the Region"));
        }

        if (link is null && !props.VpcOrigin)
        {
            problems.Add(DiagnosticCatalogue.LoadBalancerUnused.At(
                context.At(nameof(props.VpcLinkTier)), "neither API Gateway nor CloudFront reaches the load balancer", "name the tier of a VPC link, or ask for a VPC origin"));
        }
    }

    private static void CheckListeners(PrivateAlbProps props, TierPlan? tier, TierPaths tiers, PatternContext context, ProblemList problems)
    {
        var at = context.At(nameof(props.Listeners));
        ListenerRules.CheckNames([.. props.Listeners.Select(listener => listener.Name)], at, problems);
        foreach (var twice in props.Listeners.GroupBy(listener => listener.Port).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.ListenerUnclear.At(at, $"{twice.Count()} listeners have port {twice.Key}", "give each a port of its own"));
        }

        foreach (var listener in props.Listeners)
        {
            var where = $"{at} '{listener.Name}'";
            ListenerRules.CheckPorts(listener.Port, listener.Targets.Port, where, problems);
            ListenerRules.CheckCertificateRegions(listener.CertificateArns, where, context, problems);
            ListenerRules.CheckSecurityPolicy(listener.SslPolicy, where, problems);
            ListenerRules.CheckHealth(listener.Targets.HealthCheck, where, problems);
            ListenerRules.CheckDelay(listener.Targets.DeregistrationDelay, where, problems);
            if (listener.CertificateArns.Count == 0)
            {
                problems.Add(DiagnosticCatalogue.ListenerCertificate.At(where, "HTTPS has no certificate", "name a certificate"));
            }

            if (listener.Targets.HealthCheck.Protocol == TargetHealthCheckProtocol.Tcp)
            {
                problems.Add(DiagnosticCatalogue.TargetHealthCheck.At(where, "an Application Load Balancer does not check by TCP", "check by HTTP or HTTPS, with a path"));
            }

            if (tiers.Find(listener.Targets.Tier, where, problems) is { IsForWorkloads: true } home && tier is { IsForWorkloads: true })
            {
                foreach (var port in new[] { listener.Targets.Port, listener.Targets.HealthCheck.Port ?? listener.Targets.Port }.Distinct())
                {
                    ListenerRules.CheckPath(tier, home, tiers, TrafficProtocol.Tcp, port, where, problems);
                }
            }
        }
    }
}
