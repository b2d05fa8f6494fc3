namespace NetworkPatterns.Constructs.Vpc;

/// <summary>What instances learn by DHCP. A change makes a new set and associates it; instances take it when they renew their lease.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/userguide/VPC_DHCP_Options.html</remarks>
public sealed record DhcpOptions
{
    /// <summary>The name server that stands for Amazon's own: <c>AmazonProvidedDNS</c>.</summary>
    public const string AmazonProvidedDns = "AmazonProvidedDNS";

    /// <summary>The domain that instances complete names with. Default: the Region's.</summary>
    public string? DomainName { get; init; }

    /// <summary>Name servers: up to four addresses, or <see cref="AmazonProvidedDns"/>. Default: Amazon's.</summary>
    public IReadOnlyList<string> DomainNameServers { get; init; } = [AmazonProvidedDns];

    /// <summary>Time servers: up to four addresses. Default: none, instances use Amazon's.</summary>
    public IReadOnlyList<string> NtpServers { get; init; } = [];

    /// <summary>NetBIOS name servers: up to four IPv4 addresses. Default: none.</summary>
    public IReadOnlyList<string> NetbiosNameServers { get; init; } = [];
}
