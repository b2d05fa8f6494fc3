using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Constructs.Transit.OnPremises;

/// <summary>Who connects to a VPC from their own machines, how they prove it, and what they may reach.</summary>
public sealed class ClientVpnProps
{
    /// <summary>The VPC that clients come to. Its blocks are literals, not an IPAM pool's.</summary>
    public required ThreeTierVpc Network { get; init; }

    /// <summary>
    /// The tier whose subnets are associated, one for each zone, of <c>/27</c> or larger; best one of its own. What its rules let it
    /// open, clients may open where an authorization says so. AWS charges for each subnet by the hour.
    /// </summary>
    public required string Tier { get; init; }

    /// <summary>
    /// The pool of the clients' own addresses: IPv4, <c>/12</c> to <c>/22</c>, apart from the VPC and from every authorized network;
    /// twice as many as there are clients at once. Changing it replaces the endpoint.
    /// </summary>
    public required string ClientCidrBlock { get; init; }

    /// <summary>The server's certificate in AWS Certificate Manager, of this Region: an ARN, a literal or token.</summary>
    public required string ServerCertificateArn { get; init; }

    /// <summary>The certificate in AWS Certificate Manager whose authority signs the clients' (mutual TLS). Default: clients need none.</summary>
    public string? ClientRootCertificateArn { get; init; }

    /// <summary>
    /// The directory of AWS Directory Service, <c>d-</c> and ten digits or letters, that clients sign in with (a Microsoft AD of AWS's, or a connector
    /// to yours); with certificates they need both. Not together with SAML. A literal or token. Default: none.
    /// </summary>
    public string? ActiveDirectoryId { get; init; }

    /// <summary>The SAML provider of AWS IAM that clients sign in with; with certificates they need both. Default: none.</summary>
    public string? SamlProviderArn { get; init; }

    /// <summary>The SAML provider of the self-service portal, where it is another. Default: <see cref="SamlProviderArn"/>.</summary>
    public string? SelfServiceSamlProviderArn { get; init; }

    /// <summary>Whether clients fetch their configuration from AWS's self-service portal; needs SAML or Active Directory. Default: no.</summary>
    public bool SelfServicePortal { get; init; }

    /// <summary>
    /// By which addresses clients on the internet find the endpoint: IPv4, IPv6 or both. What goes through the VPN is IPv4 in any case. Changing it
    /// replaces the endpoint. Default: IPv4.
    /// </summary>
    /// <remarks>Source: https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/cvpn-working-endpoints.html</remarks>
    public IpStack EndpointIpStack { get; init; } = IpStack.Ipv4;

    /// <summary>What clients may reach, and which of them. Everything else is refused.</summary>
    public required IReadOnlyList<ClientVpnAuthorization> Authorizations { get; init; }

    /// <summary>
    /// Whether only packets to what the endpoint has routes to take the VPN; otherwise all do, and clients are on the internet only by
    /// an authorization of <c>0.0.0.0/0</c>. Default: yes.
    /// </summary>
    public bool SplitTunnel { get; init; } = true;

    /// <summary>After which time clients have to prove themselves again: 8, 10, 12 or 24 hours. Default: 8 hours.</summary>
    public TimeSpan SessionTimeout { get; init; } = TimeSpan.FromHours(8);

    /// <summary>Up to two DNS servers that clients ask, IPv4. Default: those that they have already.</summary>
    public IReadOnlyList<string> DnsServers { get; init; } = [];

    /// <summary>For how many days a log group keeps who connected; <see langword="null"/> writes no log. Default: 90.</summary>
    public int? LogRetentionDays { get; init; } = 90;

    /// <summary>The app's address book: gets the pool. Default: none; the VPC is checked in any case.</summary>
    public AddressBook? AddressBook { get; init; }
}
