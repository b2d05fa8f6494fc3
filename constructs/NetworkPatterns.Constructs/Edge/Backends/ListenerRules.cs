using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Backends;

/// <summary>Checks what listeners and targets of all kinds of load balancers have in common.</summary>
internal static class ListenerRules
{
    private const int LastPort = 65535;
    private const int LongestIdleTimeout = 4000;
    private static readonly TimeSpan LongestDelay = TimeSpan.FromHours(1);

    public static void CheckNames(IReadOnlyList<string> names, string where, ProblemList problems)
    {
        if (names.Count == 0)
        {
            problems.Add(DiagnosticCatalogue.ListenerUnclear.At(where, "there is no listener", "give at least one"));
        }

        foreach (var name in names.Where(name => !ResourceName.IsValid(name)))
        {
            problems.Add(DiagnosticCatalogue.ListenerUnclear.At(where, $"'{name}' cannot be part of logical IDs", "name it with a letter, then letters, digits and hyphens"));
        }

        foreach (var twice in names.GroupBy(ResourceName.Key, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.ListenerUnclear.At(where, $"{twice.Count()} listeners are named '{twice.First()}'", "give each a name of its own"));
        }
    }

    public static void CheckPorts(int listener, int targets, string where, ProblemList problems)
    {
        if (listener is < 1 or > LastPort || targets is < 1 or > LastPort)
        {
            problems.Add(DiagnosticCatalogue.ListenerUnclear.At(where, $"ports are {listener} and {targets}", $"give 1 to {LastPort}"));
        }
    }

    public static void CheckCertificateRegions(IEnumerable<string> arns, string where, PatternContext context, ProblemList problems)
    {
        foreach (var arn in arns.Where(arn => !context.IsToken(arn) && context.Region is { } region && RegionOf(arn) != region))
        {
            problems.Add(DiagnosticCatalogue.CertificateRegion.At(
                where, $"{arn} is in {RegionOf(arn) ?? "no Region"}, the load balancer in {context.Region}", "name a certificate of the load balancer's Region"));
        }
    }

    public static void CheckSecurityPolicy(string policy, string where, ProblemList problems)
    {
        if (!policy.StartsWith("ELBSecurityPolicy-TLS13-1-2", StringComparison.Ordinal) && !policy.StartsWith("ELBSecurityPolicy-TLS13-1-3", StringComparison.Ordinal))
        {
            problems.Add(DiagnosticCatalogue.ListenerSecurityPolicy.At(
                where, $"{policy} lets versions of TLS before 1.2 in, or does not know 1.3", "choose a policy of the families TLS13-1-2 and TLS13-1-3"));
        }
    }

    public static void CheckDelay(TimeSpan delay, string where, ProblemList problems)
    {
        if (delay < TimeSpan.Zero || delay > LongestDelay)
        {
            problems.Add(DiagnosticCatalogue.TargetsUnclear.At(
                where, $"targets keep their connections for {delay.TotalSeconds} s", $"give 0 to {LongestDelay.TotalSeconds} s"));
        }
    }

    public static void CheckIdleTimeout(TimeSpan timeout, string where, ProblemList problems)
    {
        if (timeout < TimeSpan.FromSeconds(1) || timeout > TimeSpan.FromSeconds(LongestIdleTimeout))
        {
            problems.Add(DiagnosticCatalogue.TargetsUnclear.At(
                where, $"idle connections are kept for {timeout.TotalSeconds} s", $"give 1 to {LongestIdleTimeout} s"));
        }
    }

    public static void CheckHealth(TargetHealthCheck check, string where, ProblemList problems)
    {
        var isHttp = check.Protocol != TargetHealthCheckProtocol.Tcp;
        if (isHttp != check.Path is not null || check.Path?.StartsWith('/') == false)
        {
            problems.Add(DiagnosticCatalogue.TargetHealthCheck.At(
                where, $"a check by {check.Protocol} has the path {check.Path ?? "(none)"}", "give HTTP and HTTPS a path that begins with a slash, and TCP none"));
        }

        if (check.Interval < TimeSpan.FromSeconds(5) || check.Interval > TimeSpan.FromSeconds(300)
            || check.Timeout < TimeSpan.FromSeconds(2) || check.Timeout > TimeSpan.FromSeconds(120) || check.Timeout > check.Interval)
        {
            problems.Add(DiagnosticCatalogue.TargetHealthCheck.At(
                where, $"a check every {check.Interval.TotalSeconds} s may take {check.Timeout.TotalSeconds} s", "give an interval of 5 to 300 s, and a timeout of 2 to 120 s that is no longer"));
        }

        if (check.HealthyThreshold is < 2 or > 10 || check.UnhealthyThreshold is < 2 or > 10)
        {
            problems.Add(DiagnosticCatalogue.TargetHealthCheck.At(
                where, $"thresholds are {check.HealthyThreshold} and {check.UnhealthyThreshold}", "give 2 to 10"));
        }
    }

    public static void CheckPath(TierPlan from, TierPlan to, TierPaths tiers, TrafficProtocol protocol, int port, string where, ProblemList problems)
    {
        if (!tiers.Allows(from, to, protocol, port))
        {
            problems.Add(DiagnosticCatalogue.TargetsUnreachable.At(
                where,
                $"tier '{to.Name}' does not accept {protocol.ToString().ToUpperInvariant()} {port} from tier '{from.Name}'",
                $"give tier '{to.Name}' the ingress TrafficRule.{protocol}({port}, TrafficPeer.Tier(\"{from.Name}\"))"));
        }
    }

    private static string? RegionOf(string arn) => arn.Split(':') is [_, _, _, { Length: > 0 } region, ..] ? region : null;
}
