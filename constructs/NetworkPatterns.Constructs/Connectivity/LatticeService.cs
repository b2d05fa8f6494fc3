namespace NetworkPatterns.Constructs.Connectivity;

/// <summary>What a listener of VPC Lattice speaks.</summary>
public enum LatticeProtocol
{
    /// <summary>HTTP.</summary>
    Http,

    /// <summary>HTTPS; VPC Lattice ends TLS.</summary>
    Https,

    /// <summary>TLS that the target ends.</summary>
    TlsPassthrough,
}

/// <summary>A port on which a service answers.</summary>
/// <param name="Name">Its name: a letter, then letters, digits and hyphens.</param>
/// <param name="Protocol">What it speaks.</param>
/// <param name="DefaultAction">What happens to requests that no rule matches.</param>
public sealed record LatticeListener(string Name, LatticeProtocol Protocol, LatticeAction DefaultAction)
{
    /// <summary>The port, 1 to 65535. Default: 80 for HTTP, 443 otherwise.</summary>
    public int? Port { get; init; }

    /// <summary>Requests that are treated in a way of their own. Default: none.</summary>
    public IReadOnlyList<LatticeRule> Rules { get; init; } = [];

    internal int ActualPort => Port ?? (Protocol == LatticeProtocol.Http ? 80 : 443);
}

/// <summary>A service of a service network: a name that clients call, and what answers.</summary>
/// <param name="Name">Its name: a letter, then letters, digits and hyphens; part of logical IDs.</param>
/// <param name="Listeners">Its ports, at least one.</param>
public sealed record LatticeService(string Name, params IReadOnlyList<LatticeListener> Listeners)
{
    /// <summary>Who may call it, besides what the service network says. Default: <see cref="LatticeAuth.None"/>.</summary>
    public LatticeAuth Auth { get; init; } = LatticeAuth.None;

    /// <summary>A name of your own, such as <c>orders.food.example.com</c>. Default: the one that AWS makes.</summary>
    public string? CustomDomainName { get; init; }

    /// <summary>The certificate for that name, of AWS Certificate Manager in the same Region; needed for HTTPS. Default: none.</summary>
    public string? CertificateArn { get; init; }

    /// <summary>The ID of the hosted zone that gets an alias of that name. Default: none, and the name is entered elsewhere.</summary>
    public string? HostedZoneId { get; init; }

    internal string Id => Planning.ResourceName.Of(Name);
}
