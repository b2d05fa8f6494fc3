using System.Net;
using System.Net.Sockets;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Backends;

/// <summary>Checks the listeners and targets of a Network Load Balancer.</summary>
internal static class NlbRules
{
    private const int LastPort = 65535;
    private static readonly TimeSpan LongestDelay = TimeSpan.FromHours(1);

    public static void Check(PrivateNlbProps props, TierPlan? tier, TierPaths tiers, PatternContext context, ProblemList problems)
    {
        CheckTogether(props, context, problems);
        foreach (var listener in props.Listeners)
        {
            var where = $"{context.At(nameof(props.Listeners))} '{listener.Name}'";
            CheckListener(listener, props, where, context, problems);
            CheckHealth(listener.Targets.HealthCheck, where, problems);
            CheckTargets(listener, tier, tiers, where, problems);
        }
    }

    private static void CheckTogether(PrivateNlbProps props, PatternContext context, ProblemList problems)
    {
        var where = context.At(nameof(props.Listeners));
        if (props.Listeners.Count == 0)
        {
            problems.Add(DiagnosticCatalogue.ListenerUnclear.At(where, "there is no listener", "give at least one"));
        }

        foreach (var name in props.Listeners.Select(listener => listener.Name).Where(name => !ResourceName.IsValid(name)))
        {
            problems.Add(DiagnosticCatalogue.ListenerUnclear.At(where, $"'{name}' cannot be part of logical IDs", "name it with a letter, then letters, digits and hyphens"));
        }

        foreach (var twice in props.Listeners.GroupBy(listener => ResourceName.Key(listener.Name), StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.ListenerUnclear.At(where, $"{twice.Count()} listeners are named '{twice.First().Name}'", "give each a name of its own"));
        }

        // TCP and TLS listen to the same connections; UDP does not.
        foreach (var twice in props.Listeners.GroupBy(listener => (listener.Port, listener.EffectiveProtocol == NlbProtocol.Udp)).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.ListenerUnclear.At(where, $"{twice.Count()} listeners have port {twice.Key.Port}", "give each a port of its own"));
        }
    }

    private static void CheckListener(NlbListener listener, PrivateNlbProps props, string where, PatternContext context, ProblemList problems)
    {
        if (listener.Port is < 1 or > LastPort || listener.Targets.Port is < 1 or > LastPort)
        {
            problems.Add(DiagnosticCatalogue.ListenerUnclear.At(where, $"ports are {listener.Port} and {listener.Targets.Port}", $"give 1 to {LastPort}"));
        }

        var isTls = listener.EffectiveProtocol == NlbProtocol.Tls;
        if (isTls != listener.CertificateArns.Count > 0)
        {
            problems.Add(DiagnosticCatalogue.ListenerCertificate.At(
                where,
                isTls ? "TLS has no certificate" : $"{listener.EffectiveProtocol} has a certificate",
                isTls ? "name a certificate, or choose TCP" : "choose TLS, or leave the certificate out"));
        }

        if (isTls && props.VpcLink && listener.HostName is null)
        {
            problems.Add(DiagnosticCatalogue.ListenerCertificate.At(
                where, "API Gateway would ask for the load balancer's own name, which no certificate has", "give a HostName that is on the certificate"));
        }

        foreach (var arn in listener.CertificateArns.Where(arn => !context.IsToken(arn) && context.Region is { } region && RegionOf(arn) != region))
        {
            problems.Add(DiagnosticCatalogue.CertificateRegion.At(
                where, $"{arn} is in {RegionOf(arn) ?? "no Region"}, the load balancer in {context.Region}", "name a certificate of the load balancer's Region"));
        }

        if (!listener.SslPolicy.StartsWith("ELBSecurityPolicy-TLS13-1-2", StringComparison.Ordinal) && !listener.SslPolicy.StartsWith("ELBSecurityPolicy-TLS13-1-3", StringComparison.Ordinal))
        {
            problems.Add(DiagnosticCatalogue.ListenerSecurityPolicy.At(
                where, $"{listener.SslPolicy} lets versions of TLS before 1.2 in, or does not know 1.3", "choose a policy of the families TLS13-1-2 and TLS13-1-3"));
        }
    }

    private static void CheckHealth(NlbHealthCheck check, string where, ProblemList problems)
    {
        var isHttp = check.Protocol != NlbHealthCheckProtocol.Tcp;
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

    private static void CheckTargets(NlbListener listener, TierPlan? tier, TierPaths tiers, string where, ProblemList problems)
    {
        var targets = listener.Targets;
        if (targets.DeregistrationDelay < TimeSpan.Zero || targets.DeregistrationDelay > LongestDelay)
        {
            problems.Add(DiagnosticCatalogue.TargetsUnclear.At(
                where, $"targets keep their connections for {targets.DeregistrationDelay.TotalSeconds} s", $"give 0 to {LongestDelay.TotalSeconds} s"));
        }

        if (listener.EffectiveProtocol == NlbProtocol.Udp && targets.PreserveClientIp == false)
        {
            problems.Add(DiagnosticCatalogue.ClientIpPreservation.At(where, "targets of UDP always see the client's address", "leave PreserveClientIp out"));
        }

        if (targets.Tls && listener.EffectiveProtocol != NlbProtocol.Tls)
        {
            problems.Add(DiagnosticCatalogue.TargetsUnclear.At(where, $"{listener.EffectiveProtocol} is passed on as it is", "leave Tls of the targets out, or end TLS at the listener"));
        }

        if (tiers.Find(targets.Tier, where, problems) is not { } home)
        {
            return;
        }

        CheckAddresses(targets, home, where, problems);
        if (tier is not null && tier.IsForWorkloads && home.IsForWorkloads)
        {
            CheckPath(tier, home, tiers, listener.EffectiveProtocol == NlbProtocol.Udp ? TrafficProtocol.Udp : TrafficProtocol.Tcp, targets.Port, where, problems);
            var healthPort = targets.HealthCheck.Port ?? targets.Port;
            if (listener.EffectiveProtocol == NlbProtocol.Udp || healthPort != targets.Port)
            {
                CheckPath(tier, home, tiers, TrafficProtocol.Tcp, healthPort, where, problems);
            }
        }
    }

    private static void CheckPath(TierPlan from, TierPlan to, TierPaths tiers, TrafficProtocol protocol, int port, string where, ProblemList problems)
    {
        if (!tiers.Allows(from, to, protocol, port))
        {
            problems.Add(DiagnosticCatalogue.TargetsUnreachable.At(
                where,
                $"tier '{to.Name}' does not accept {protocol.ToString().ToUpperInvariant()} {port} from tier '{from.Name}'",
                $"give tier '{to.Name}' the ingress TrafficRule.{protocol}({port}, TrafficPeer.Tier(\"{from.Name}\"))"));
        }
    }

    private static void CheckAddresses(NlbTargets targets, TierPlan home, string where, ProblemList problems)
    {
        if (targets.Addresses.Count > 0 && targets.Type != NlbTargetType.Ip)
        {
            problems.Add(DiagnosticCatalogue.TargetsUnclear.At(where, "instances and addresses do not mix in a target group", "choose NlbTargetType.Ip for addresses"));
        }

        foreach (var address in targets.Addresses.Where(address => !IsIn(home, address)))
        {
            problems.Add(DiagnosticCatalogue.TargetsUnclear.At(
                where, $"{address} is no address of tier '{home.Name}' ({string.Join(", ", home.Subnets.Select(subnet => subnet.Ipv4))})", "name addresses in the tier's subnets"));
        }
    }

    private static bool IsIn(TierPlan tier, string address) =>
        IPAddress.TryParse(address, out var ip) && ip.AddressFamily == AddressFamily.InterNetwork
        && tier.Subnets.Any(subnet => subnet.Ipv4 is { BasePrefix: null } block && block.Block.Contains(Cidr.Parse($"{ip}/32")));

    private static string? RegionOf(string arn) => arn.Split(':') is [_, _, _, { Length: > 0 } region, ..] ? region : null;
}
