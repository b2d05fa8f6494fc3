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
    public static void Check(PrivateNlbProps props, TierPlan? tier, TierPaths tiers, PatternContext context, ProblemList problems)
    {
        CheckTogether(props, context, problems);
        foreach (var listener in props.Listeners)
        {
            var where = $"{context.At(nameof(props.Listeners))} '{listener.Name}'";
            CheckListener(listener, props, where, context, problems);
            ListenerRules.CheckHealth(listener.Targets.HealthCheck, where, problems);
            CheckTargets(listener, tier, tiers, where, problems);
        }
    }

    private static void CheckTogether(PrivateNlbProps props, PatternContext context, ProblemList problems)
    {
        var where = context.At(nameof(props.Listeners));
        ListenerRules.CheckNames([.. props.Listeners.Select(listener => listener.Name)], where, problems);
        // TCP and TLS listen to the same connections; UDP does not.
        foreach (var twice in props.Listeners.GroupBy(listener => (listener.Port, listener.EffectiveProtocol == NlbProtocol.Udp)).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.ListenerUnclear.At(where, $"{twice.Count()} listeners have port {twice.Key.Port}", "give each a port of its own"));
        }
    }

    private static void CheckListener(NlbListener listener, PrivateNlbProps props, string where, PatternContext context, ProblemList problems)
    {
        ListenerRules.CheckPorts(listener.Port, listener.Targets.Port, where, problems);
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

        ListenerRules.CheckCertificateRegions(listener.CertificateArns, where, context, problems);
        ListenerRules.CheckSecurityPolicy(listener.SslPolicy, where, problems);
    }

    private static void CheckTargets(NlbListener listener, TierPlan? tier, TierPaths tiers, string where, ProblemList problems)
    {
        var targets = listener.Targets;
        ListenerRules.CheckDelay(targets.DeregistrationDelay, where, problems);
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
            ListenerRules.CheckPath(tier, home, tiers, listener.EffectiveProtocol == NlbProtocol.Udp ? TrafficProtocol.Udp : TrafficProtocol.Tcp, targets.Port, where, problems);
            var healthPort = targets.HealthCheck.Port ?? targets.Port;
            if (listener.EffectiveProtocol == NlbProtocol.Udp || healthPort != targets.Port)
            {
                ListenerRules.CheckPath(tier, home, tiers, TrafficProtocol.Tcp, healthPort, where, problems);
            }
        }
    }

    private static void CheckAddresses(NlbTargets targets, TierPlan home, string where, ProblemList problems)
    {
        if (targets.Addresses.Count > 0 && targets.Type != TargetType.Ip)
        {
            problems.Add(DiagnosticCatalogue.TargetsUnclear.At(where, "instances and addresses do not mix in a target group", "choose TargetType.Ip for addresses"));
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
}
