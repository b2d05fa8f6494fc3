using Amazon.CDK;
using NetworkPatterns.Constructs.Transit.OnPremises;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Constructs.Tests.Transit.OnPremises;

/// <summary>What tests of Client VPNs share.</summary>
internal static class ClientVpns
{
    public const string Certificate = "arn:aws:acm:eu-west-1:111111111111:certificate/server";
    public const string RootCertificate = "arn:aws:acm:eu-west-1:111111111111:certificate/clients";
    public const string Provider = "arn:aws:iam::111111111111:saml-provider/people";

    /// <summary>Tiers of which <c>app</c> and <c>data</c> accept from <c>vpn</c>, and <c>cache</c> does not; <c>small</c> has too few addresses.</summary>
    public static ThreeTierVpcProps Network(IReadOnlyList<ZoneInput>? zones = null) => new()
    {
        CidrBlock = "10.50.0.0/16",
        Zones = zones ?? ["eu-west-1a", "eu-west-1b"],
        NatGateways = NatStrategy.None,
        Tiers =
        [
            new() { Name = "vpn", Slot = 0, Intent = TierIntent.Isolated, Egress = [TrafficRule.Tcp(443, TrafficPeer.Cidr("192.168.0.0/16"))] },
            new() { Name = "app", Slot = 1, Intent = TierIntent.Isolated, Ingress = [TrafficRule.Tcp(443, TrafficPeer.Tier("vpn")), TrafficRule.Tcp(8080, TrafficPeer.Tier("cache"))] },
            new() { Name = "data", Slot = 2, Intent = TierIntent.Isolated, Ingress = [TrafficRule.Tcp(5432, TrafficPeer.Tier("vpn"))] },
            new() { Name = "cache", Slot = 3, Intent = TierIntent.Isolated },
            new() { Name = "small", Slot = 4, Intent = TierIntent.Isolated, Size = SubnetSize.Prefix(28) },
            new() { Name = "hub", Slot = 5, Intent = TierIntent.Transit, Size = SubnetSize.Prefix(27) },
        ],
    };

    /// <summary>People of both proofs who may reach <c>app</c>, and more.</summary>
    public static ClientVpnProps Props(IReadOnlyList<ClientVpnAuthorization>? more = null, AddressBook? book = null) => new()
    {
        Network = null!,
        Tier = "vpn",
        ClientCidrBlock = "172.20.0.0/20",
        ServerCertificateArn = Certificate,
        ClientRootCertificateArn = RootCertificate,
        SamlProviderArn = Provider,
        Authorizations = [.. more ?? [], ClientVpnAuthorization.ToTier("application", "app")],
        AddressBook = book,
    };

    public static ClientVpnProps All(string group, AddressBook book) => new()
    {
        Network = null!,
        Tier = "vpn",
        ClientCidrBlock = "172.20.0.0/20",
        ServerCertificateArn = Certificate,
        ClientRootCertificateArn = RootCertificate,
        SamlProviderArn = Provider,
        SelfServiceSamlProviderArn = $"{Provider}-portal",
        SelfServicePortal = true,
        Authorizations =
        [
            ClientVpnAuthorization.ToTier("application", "app"),
            ClientVpnAuthorization.ToTier("database", "data") with { AccessGroupId = group },
            ClientVpnAuthorization.ToNetwork("site", "192.168.0.0/16") with { AccessGroupId = "operators" },
        ],
        SplitTunnel = false,
        SessionTimeout = TimeSpan.FromHours(12),
        DnsServers = ["10.50.0.2"],
        LogRetentionDays = 30,
        AddressBook = book,
    };

    /// <summary>The same at a network, with parameters of the stack for ARNs: a literal one is of one account and partition.</summary>
    public static ClientVpnProps With(ClientVpnProps props, ThreeTierVpc network) => new()
    {
        Network = network,
        Tier = props.Tier,
        ClientCidrBlock = props.ClientCidrBlock,
        ServerCertificateArn = Parameter(network, nameof(props.ServerCertificateArn), props.ServerCertificateArn)!,
        ClientRootCertificateArn = Parameter(network, nameof(props.ClientRootCertificateArn), props.ClientRootCertificateArn),
        SamlProviderArn = Parameter(network, nameof(props.SamlProviderArn), props.SamlProviderArn),
        SelfServiceSamlProviderArn = Parameter(network, nameof(props.SelfServiceSamlProviderArn), props.SelfServiceSamlProviderArn),
        SelfServicePortal = props.SelfServicePortal,
        Authorizations = props.Authorizations,
        SplitTunnel = props.SplitTunnel,
        SessionTimeout = props.SessionTimeout,
        DnsServers = props.DnsServers,
        LogRetentionDays = props.LogRetentionDays,
        AddressBook = props.AddressBook,
    };

    private static string? Parameter(ThreeTierVpc network, string name, string? given) =>
        given is null ? null : new CfnParameter(Stack.Of(network), name).ValueAsString;
}
