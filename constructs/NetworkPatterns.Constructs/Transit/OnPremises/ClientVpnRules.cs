using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Transit.OnPremises;

/// <summary>Checks the endpoint of a Client VPN: who signs in, its options, its subnets, its clients' addresses.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/what-is-best-practices.html</remarks>
internal static class ClientVpnRules
{
    private const int LongestSubnetPrefix = 27;
    private const int MostDnsServers = 2;
    private const int DirectoryIdLength = 12;

    private static readonly ImmutableArray<TimeSpan> SessionTimeouts = [TimeSpan.FromHours(8), TimeSpan.FromHours(10), TimeSpan.FromHours(12), TimeSpan.FromHours(24)];

    public static void Check(ClientVpnProps props, ThreeTierVpcPlan network, PatternContext context, ProblemList problems)
    {
        CheckAuthentication(props, context, problems);
        CheckOptions(props, context, problems);
        CheckSubnets(props, network, context, problems);
        var pool = CheckPool(props, network, context, problems);
        ClientVpnAuthorizationRules.Check(props, network, pool, context, problems);
    }

    private static void CheckAuthentication(ClientVpnProps props, PatternContext context, ProblemList problems)
    {
        if (props.ClientRootCertificateArn is null && !HasUsers(props))
        {
            problems.Add(DiagnosticCatalogue.ClientVpnAuthentication.At(
                context.At(nameof(props.ClientRootCertificateArn)),
                "nothing proves who the clients are",
                "give ClientRootCertificateArn, ActiveDirectoryId or SamlProviderArn, or a certificate and one of the others"));
        }

        if (props.ActiveDirectoryId is { } directory)
        {
            CheckDirectory(directory, props, context, problems);
        }

        CheckCertificate(nameof(props.ServerCertificateArn), props.ServerCertificateArn);
        CheckCertificate(nameof(props.ClientRootCertificateArn), props.ClientRootCertificateArn);
        CheckProvider(nameof(props.SamlProviderArn), props.SamlProviderArn);
        CheckProvider(nameof(props.SelfServiceSamlProviderArn), props.SelfServiceSamlProviderArn);
        if (props.SelfServicePortal && !HasUsers(props))
        {
            problems.Add(DiagnosticCatalogue.ClientVpnPortal.At(
                context.At(nameof(props.SelfServicePortal)), "clients with certificates alone cannot sign in to the portal", "give SamlProviderArn or ActiveDirectoryId, or leave the portal out"));
        }

        if (props.SamlProviderArn is null && props.SelfServiceSamlProviderArn is not null)
        {
            problems.Add(DiagnosticCatalogue.ClientVpnPortal.At(
                context.At(nameof(props.SelfServiceSamlProviderArn)), "the portal has a SAML provider, and the VPN has none", "give SamlProviderArn, or leave SelfServiceSamlProviderArn out"));
        }

        void CheckCertificate(string property, string? arn)
        {
            if (arn is null || context.IsToken(arn))
            {
                return;
            }

            var parts = arn.Split(':');
            var isCertificate = parts is ["arn", _, "acm", _, _, _] && parts[5].StartsWith("certificate/", StringComparison.Ordinal);
            if (!isCertificate || (context.Region is { } region && parts[3] != region))
            {
                problems.Add(DiagnosticCatalogue.ClientVpnAuthentication.At(
                    context.At(property), $"'{arn}' is no certificate of AWS Certificate Manager{(isCertificate ? $" in {context.Region}" : "")}", "give the ARN of one in the VPN's Region"));
            }
        }

        void CheckProvider(string property, string? arn)
        {
            if (arn is not null && !context.IsToken(arn) && !(arn.Split(':') is ["arn", _, "iam", "", _, var resource] && resource.StartsWith("saml-provider/", StringComparison.Ordinal)))
            {
                problems.Add(DiagnosticCatalogue.ClientVpnAuthentication.At(context.At(property), $"'{arn}' is no SAML provider of AWS IAM", "give its ARN"));
            }
        }
    }

    /// <summary>Whether people sign in, beside or instead of certificates.</summary>
    public static bool HasUsers(ClientVpnProps props) => props.SamlProviderArn is not null || props.ActiveDirectoryId is not null;

    // https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/client-authentication.html
    private static void CheckDirectory(string directory, ClientVpnProps props, PatternContext context, ProblemList problems)
    {
        var where = context.At(nameof(props.ActiveDirectoryId));
        if (!context.IsToken(directory) && !(directory.StartsWith("d-", StringComparison.Ordinal) && directory.Length == DirectoryIdLength && directory[2..].All(char.IsAsciiLetterOrDigit)))
        {
            problems.Add(DiagnosticCatalogue.ClientVpnAuthentication.At(where, $"'{directory}' is no directory of AWS Directory Service", "give its ID, as in d-1234567890"));
        }

        if (props.SamlProviderArn is not null)
        {
            problems.Add(DiagnosticCatalogue.ClientVpnAuthentication.At(where, "people would sign in with a directory and with SAML, and AWS takes one of them", "give ActiveDirectoryId or SamlProviderArn"));
        }
    }

    private static void CheckOptions(ClientVpnProps props, PatternContext context, ProblemList problems)
    {
        LogRetention.Check(props.LogRetentionDays, context.At(nameof(props.LogRetentionDays)), problems);
        if (!SessionTimeouts.Contains(props.SessionTimeout))
        {
            problems.Add(DiagnosticCatalogue.ClientVpnSession.At(context.At(nameof(props.SessionTimeout)), $"no session ends after {props.SessionTimeout}", "give 8, 10, 12 or 24 hours"));
        }

        var where = context.At(nameof(props.DnsServers));
        if (props.DnsServers.Count > MostDnsServers)
        {
            problems.Add(DiagnosticCatalogue.ClientVpnDnsServers.At(where, $"{props.DnsServers.Count} DNS servers are given", $"give {MostDnsServers} at most"));
        }

        foreach (var server in props.DnsServers.Where(server => !context.IsToken(server) && !(IPAddress.TryParse(server, out var address) && address.AddressFamily == AddressFamily.InterNetwork && address.ToString() == server)))
        {
            problems.Add(DiagnosticCatalogue.ClientVpnDnsServers.At(where, $"'{server}' is not an IPv4 address", "give the server's address, as in 10.0.0.2"));
        }
    }

    private static void CheckSubnets(ClientVpnProps props, ThreeTierVpcPlan network, PatternContext context, ProblemList problems)
    {
        var where = context.At(nameof(props.Tier));
        OptionRules.CheckTiers([props.Tier], network.Tiers.Select(tier => tier.Props), where, problems);
        if (network.Tiers.FirstOrDefault(tier => tier.Name == props.Tier) is not { } tier)
        {
            return;
        }

        if (!tier.IsForWorkloads)
        {
            problems.Add(DiagnosticCatalogue.ClientVpnSubnets.At(where, $"tier '{tier.Name}' is for {tier.Intent} and nothing else", "name a tier with rules"));
        }

        foreach (var subnet in tier.Subnets.Where(subnet => subnet.Addresses.CidrBlock is not { PrefixLength: <= LongestSubnetPrefix }))
        {
            problems.Add(DiagnosticCatalogue.ClientVpnSubnets.At(
                where, $"{subnet.Id} has {subnet.Addresses.CidrBlock?.ToString() ?? "no IPv4 addresses"}", $"give tier '{tier.Name}' IPv4 subnets of /{LongestSubnetPrefix} or larger"));
        }
    }

    private static Cidr? CheckPool(ClientVpnProps props, ThreeTierVpcPlan network, PatternContext context, ProblemList problems)
    {
        if (network.Addresses.CidrBlocks.Any(cidr => cidr.IsRelative))
        {
            problems.Add(DiagnosticCatalogue.ClientVpnAddressesUnknown.At(
                context.At(nameof(props.Network)), $"an IPAM pool gives the addresses of {network.Path}", "give the VPC a CidrBlock, or plan the Client VPN in a VPC that has one"));
        }

        var where = context.At(nameof(props.ClientCidrBlock));
        if (OptionRules.CheckRange(props.ClientCidrBlock, isIPv6Allowed: false, where, problems) is not { } pool)
        {
            return null;
        }

        new AddressBook().Reserve(
            [
                .. network.Addresses.CidrBlocks.Where(cidr => !cidr.IsRelative).Select(cidr => new AddressRange(network.Path, cidr.Block, AddressRangeKind.Vpc)),
                new AddressRange(where, pool, AddressRangeKind.ClientVpn),
            ],
            problems);
        return pool;
    }
}
