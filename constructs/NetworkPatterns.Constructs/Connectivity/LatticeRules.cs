using System.Text.Json;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Core.Dns;

namespace NetworkPatterns.Constructs.Connectivity;

/// <summary>Checks services of a service network and what answers for them.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/vpc-lattice/latest/ug/listeners.html</remarks>
internal static class LatticeRules
{
    private const int LastPort = 65535;

    // https://docs.aws.amazon.com/vpc-lattice/latest/APIReference/API_RuleUpdate.html
    private const int LastPriority = 2000;

    // https://docs.aws.amazon.com/vpc-lattice/latest/ug/listener-rules.html
    private const int LargestWeight = 999;

    public static void Check(LatticeServiceNetworkProps props, PatternContext context, ProblemList problems)
    {
        CheckNames(props.Services.Select(service => service.Name), context.At(nameof(props.Services)), problems);
        CheckNames(props.TargetGroups.Select(group => group.Name), context.At(nameof(props.TargetGroups)), problems);
        CheckNames(props.Vpcs.Select(vpc => vpc.Name), context.At(nameof(props.Vpcs)), problems);
        CheckAuth(props.Auth, context.At(nameof(props.Auth)), problems);
        foreach (var service in props.Services)
        {
            CheckService(service, props, context.At($"{nameof(props.Services)}[{service.Name}]"), problems);
        }

        foreach (var group in props.TargetGroups)
        {
            CheckTargetGroup(group, context.At($"{nameof(props.TargetGroups)}[{group.Name}]"), problems);
        }

        foreach (var vpc in props.Vpcs)
        {
            CheckVpc(vpc, props, context.At($"{nameof(props.Vpcs)}[{vpc.Name}]"), problems);
        }

        Dns.ResourceShare.Check(props.ShareWith, nameof(props.ShareWith), context, problems);
        LogRetention.Check(props.AccessLogRetentionDays, context.At(nameof(props.AccessLogRetentionDays)), problems);
    }

    private static void CheckNames(IEnumerable<string> names, string where, ProblemList problems)
    {
        foreach (var group in names.GroupBy(ResourceName.Key, StringComparer.Ordinal))
        {
            if (group.Count() > 1)
            {
                problems.Add(DiagnosticCatalogue.BadName.At(where, $"'{group.First()}' is there {group.Count()} times", "give each a name of its own"));
            }

            if (!ResourceName.IsValid(group.First()))
            {
                problems.Add(DiagnosticCatalogue.BadName.At(where, $"'{group.First()}' is no name", "give a letter, then letters, digits and hyphens"));
            }
        }
    }

    private static void CheckAuth(LatticeAuth auth, string where, ProblemList problems)
    {
        if (auth.OrganizationId is { } organization && !EndpointRules.IsOrganization(organization))
        {
            problems.Add(DiagnosticCatalogue.NotAnOrganization.At(where, $"'{organization}' is not the ID of an organization", "write o- and 10 to 32 small letters and digits"));
        }

        if (auth.Json is { } json && !IsJsonObject(json))
        {
            problems.Add(DiagnosticCatalogue.LatticeUnclear.At(where, "the auth policy is not an object in JSON", "write a policy document"));
        }
    }

    private static bool IsJsonObject(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static void CheckService(LatticeService service, LatticeServiceNetworkProps props, string where, ProblemList problems)
    {
        CheckAuth(service.Auth, $"{where}.{nameof(service.Auth)}", problems);
        CheckNames(service.Listeners.Select(listener => listener.Name), $"{where}.{nameof(service.Listeners)}", problems);
        if (service.Listeners.Count == 0)
        {
            problems.Add(DiagnosticCatalogue.NothingNamed.At(where, $"'{service.Name}' has no listener, and answers nobody", "give it one"));
        }

        foreach (var port in service.Listeners.GroupBy(listener => listener.ActualPort).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.LatticeUnclear.At(where, $"{port.Count()} listeners have port {port.Key}", "give each a port of its own"));
        }

        CheckDomain(service, where, problems);
        foreach (var listener in service.Listeners)
        {
            CheckListener(listener, service, props, $"{where}.{nameof(service.Listeners)}[{listener.Name}]", problems);
        }
    }

    private static void CheckDomain(LatticeService service, string where, ProblemList problems)
    {
        if (service.CustomDomainName is { } name)
        {
            if (!DnsName.TryParse(name, out _))
            {
                problems.Add(DiagnosticCatalogue.NotADnsName.At(where, $"'{name}' is not a DNS name", "write it like orders.food.example.com"));
            }

            if (service.CertificateArn is null && service.Listeners.Any(listener => listener.Protocol == LatticeProtocol.Https))
            {
                problems.Add(DiagnosticCatalogue.LatticeUnclear.At(where, $"'{name}' has an HTTPS listener and no certificate", "give CertificateArn"));
            }
        }
        else if (service.CertificateArn is not null || service.HostedZoneId is not null)
        {
            problems.Add(DiagnosticCatalogue.ContradictoryProps.At(where, "a certificate or a zone is given, and no name", "give CustomDomainName, or leave them out"));
        }
    }

    private static void CheckListener(LatticeListener listener, LatticeService service, LatticeServiceNetworkProps props, string where, ProblemList problems)
    {
        if (listener.ActualPort is < 1 or > LastPort)
        {
            problems.Add(DiagnosticCatalogue.PortOutOfRange.At(where, $"{listener.ActualPort} is not a port", "give a port from 1 to 65535"));
        }

        CheckNames(listener.Rules.Select(rule => rule.Name), where, problems);
        CheckAction(listener.DefaultAction, listener, props, where, problems);
        if (listener.Protocol == LatticeProtocol.TlsPassthrough && (listener.Rules.Count > 0 || listener.DefaultAction.TargetGroups.IsEmpty || service.CustomDomainName is null))
        {
            problems.Add(DiagnosticCatalogue.LatticeUnclear.At(where, "a listener that passes TLS through sees no requests", "give it one action that forwards, no rules, and its service a CustomDomainName"));
        }

        foreach (var priority in listener.Rules.GroupBy(rule => rule.Priority).Where(group => group.Count() > 1 || group.Key is < 1 or > LastPriority))
        {
            problems.Add(DiagnosticCatalogue.LatticeUnclear.At(where, $"{priority.Count()} rules have priority {priority.Key}", $"give each rule a priority of its own, 1 to {LastPriority}"));
        }

        foreach (var rule in listener.Rules)
        {
            CheckAction(rule.Action, listener, props, $"{where}[{rule.Name}]", problems);
            if (rule is { PathPrefix: null, Path: null, Method: null, Headers.Count: 0 } or { PathPrefix: not null, Path: not null })
            {
                problems.Add(DiagnosticCatalogue.LatticeUnclear.At($"{where}[{rule.Name}]", rule.Path is null ? "the rule matches everything" : "the rule has a path and a prefix", "say which requests it is for: one of PathPrefix and Path, Method, Headers"));
            }
        }
    }

    private static void CheckAction(LatticeAction action, LatticeListener listener, LatticeServiceNetworkProps props, string where, ProblemList problems)
    {
        foreach (var (name, weight) in action.TargetGroups)
        {
            var group = props.TargetGroups.FirstOrDefault(group => group.Name == name);
            if (group is null)
            {
                problems.Add(DiagnosticCatalogue.LatticeUnclear.At(where, $"there is no target group '{name}'", $"name one of {string.Join(", ", props.TargetGroups.Select(known => known.Name).Order(StringComparer.Ordinal))}"));
            }
            else if (listener.Protocol == LatticeProtocol.TlsPassthrough != (group.Protocol == LatticeTargetProtocol.Tcp))
            {
                problems.Add(DiagnosticCatalogue.LatticeUnclear.At(where, $"target group '{name}' speaks {group.Protocol}, and the listener {listener.Protocol}", "targets of a listener that passes TLS through speak TCP, all others HTTP or HTTPS"));
            }

            if (weight is < 0 or > LargestWeight)
            {
                problems.Add(DiagnosticCatalogue.LatticeUnclear.At(where, $"the weight {weight} of '{name}' is not 0 to {LargestWeight}", $"give 0 to {LargestWeight}"));
            }
        }
    }

    private static void CheckTargetGroup(LatticeTargetGroup group, string where, ProblemList problems)
    {
        if (group.Network?.Plan is not { } network)
        {
            return;
        }

        if (group.Port is < 1 or > LastPort)
        {
            problems.Add(DiagnosticCatalogue.PortOutOfRange.At(where, $"{group.Port} is not a port", "give a port from 1 to 65535"));
        }
        else if (EndpointAccess.HomeOf(network, group.Tier!, where, problems) is { } tier)
        {
            EndpointAccess.CheckRange(network, Cidr.Parse(LatticeServiceNetwork.Range), tier, group.Port, where, problems);
        }
    }

    private static void CheckVpc(LatticeVpc vpc, LatticeServiceNetworkProps props, string where, ProblemList problems)
    {
        if (vpc.Clients.Count == 0)
        {
            problems.Add(DiagnosticCatalogue.NothingNamed.At(where, $"nobody of '{vpc.Name}' calls the services", "name at least one tier"));
        }

        foreach (var client in vpc.Clients)
        {
            if (EndpointAccess.HomeOf(vpc.Network.Plan, client, where, problems) is { } tier)
            {
                foreach (var port in PortsOf(props))
                {
                    EndpointAccess.CheckOut(vpc.Network.Plan, tier, Cidr.Parse(LatticeServiceNetwork.Range), port, where, problems);
                }
            }
        }
    }

    /// <summary>The ports of all listeners.</summary>
    public static IEnumerable<int> PortsOf(LatticeServiceNetworkProps props) =>
        props.Services.SelectMany(service => service.Listeners).Select(listener => listener.ActualPort).Distinct().Order();
}
