using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Backends;

/// <summary>What has to hold for the listeners of an Application Load Balancer, their rules and their targets.</summary>
internal static partial class AlbListenerRules
{
    /// <summary>The priority of the rule that a locked listener has for everything that no other rule takes.</summary>
    public const int LastPriority = 50_000;

    // Quotas "Condition values per rule" and "Rules per Application Load Balancer".
    private const int MostValues = 5;
    private const int MostRules = 100;
    private const int LongestPattern = 128;

    /// <summary>Checks listeners.</summary>
    /// <param name="listeners">What the user wrote.</param>
    /// <param name="tier">The load balancer's tier.</param>
    /// <param name="tiers">Who reaches whom.</param>
    /// <param name="secrets">How many secrets each rule asks for.</param>
    /// <param name="context">Where the load balancer stands.</param>
    /// <param name="problems">What is found.</param>
    public static void Check(IReadOnlyList<AlbListener> listeners, TierPlan? tier, TierPaths tiers, int secrets, PatternContext context, ProblemList problems)
    {
        var at = context.At(nameof(PrivateAlbProps.Listeners));
        ListenerRules.CheckNames([.. listeners.SelectMany(AlbListeners.GroupsOf).Select(group => group.Name)], at, problems);
        foreach (var twice in listeners.GroupBy(listener => listener.Port).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.ListenerUnclear.At(at, $"{twice.Count()} listeners have port {twice.Key}", "give each a port of its own"));
        }

        if (listeners.Sum(listener => listener.Rules.Count) is var count && count > MostRules - listeners.Count)
        {
            problems.Add(DiagnosticCatalogue.ListenerRules.At(at, $"{count} rules are more than the quota of {MostRules} of a load balancer allows", "use another load balancer, or fewer rules"));
        }

        foreach (var listener in listeners)
        {
            var where = $"{at} '{listener.Name}'";
            ListenerRules.CheckCertificateRegions(listener.CertificateArns, where, context, problems);
            ListenerRules.CheckSecurityPolicy(listener.SslPolicy, where, problems);
            if (listener.CertificateArns.Count == 0)
            {
                problems.Add(DiagnosticCatalogue.ListenerCertificate.At(where, "HTTPS has no certificate", "name a certificate"));
            }

            foreach (var twice in listener.Rules.GroupBy(rule => rule.Priority).Where(group => group.Count() > 1))
            {
                problems.Add(DiagnosticCatalogue.ListenerRules.At(where, $"{string.Join(" and ", twice.Select(rule => $"'{rule.Name}'"))} have priority {twice.Key}", "give each a priority of its own"));
            }

            foreach (var group in AlbListeners.GroupsOf(listener))
            {
                CheckTargets(group, tier, tiers, $"{at} '{group.Name}'", problems);
            }

            foreach (var rule in listener.Rules)
            {
                CheckRule(rule, MostValues - secrets, $"{at} '{rule.Name}'", problems);
            }
        }
    }

    private static void CheckTargets(AlbTargetGroup group, TierPlan? tier, TierPaths tiers, string where, ProblemList problems)
    {
        var targets = group.Targets;
        ListenerRules.CheckPorts(group.Listener.Port, targets.Port, where, problems);
        ListenerRules.CheckHealth(targets.HealthCheck, where, problems);
        ListenerRules.CheckDelay(targets.DeregistrationDelay, where, problems);
        if (targets.HealthCheck.Protocol == TargetHealthCheckProtocol.Tcp)
        {
            problems.Add(DiagnosticCatalogue.TargetHealthCheck.At(where, "an Application Load Balancer does not check by TCP", "check by HTTP or HTTPS, with a path"));
        }

        if (tiers.Find(targets.Tier, where, problems) is { IsForWorkloads: true } home && tier is { IsForWorkloads: true })
        {
            foreach (var port in new[] { targets.Port, targets.HealthCheck.Port ?? targets.Port }.Distinct())
            {
                ListenerRules.CheckPath(tier, home, tiers, TrafficProtocol.Tcp, port, where, problems);
            }
        }
    }

    private static void CheckRule(AlbRule rule, int mostPatterns, string where, ProblemList problems)
    {
        if (rule.Priority is < 1 or >= LastPriority)
        {
            problems.Add(DiagnosticCatalogue.ListenerRules.At(where, $"the priority is {rule.Priority}", $"give 1 to {LastPriority - 1}"));
        }

        ImmutableArray<string> patterns = [.. rule.Paths, .. rule.Hosts];
        if (patterns.Length == 0 || patterns.Length > mostPatterns)
        {
            problems.Add(DiagnosticCatalogue.ListenerRules.At(where, $"{patterns.Length} patterns are not 1 to {mostPatterns}", "give paths or hosts; more of them need another rule"));
        }

        foreach (var path in rule.Paths.Where(path => path.Length > LongestPattern || !PathPattern().IsMatch(path)))
        {
            problems.Add(DiagnosticCatalogue.ListenerRules.At(where, $"'{path}' is not a pattern of paths", "begin with a slash, then letters, digits, * ? _ - . $ / ~ \" ' @ : + &, 128 characters at most"));
        }

        foreach (var host in rule.Hosts.Where(host => host.Length > LongestPattern || !HostPattern().IsMatch(host)))
        {
            problems.Add(DiagnosticCatalogue.ListenerRules.At(where, $"'{host}' is not a pattern of host names", "write it like orders.example.com or *.example.com"));
        }
    }

    [GeneratedRegex("^/[A-Za-z0-9*?_.$/~\"'@:+&-]*\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PathPattern();

    [GeneratedRegex("^[A-Za-z0-9*?-]+(\\.[A-Za-z0-9*?-]+)+\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HostPattern();
}
