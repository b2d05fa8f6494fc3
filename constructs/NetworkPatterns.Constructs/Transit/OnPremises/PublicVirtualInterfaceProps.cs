namespace NetworkPatterns.Constructs.Transit.OnPremises;

/// <summary>Over which Direct Connect connection a site reaches AWS's public addresses, and what it announces there.</summary>
public sealed class PublicVirtualInterfaceProps
{
    /// <summary>The connection or link aggregation group (<c>dxcon-</c>..., <c>dxlag-</c>...), a literal or token.</summary>
    public required string ConnectionId { get; init; }

    /// <summary>The VLAN, 1 to 4094. Changing it replaces the interface.</summary>
    public required int Vlan { get; init; }

    /// <summary>The ASN of the site's router, 1 to 4294967294, and not 7224, which is AWS's. AWS asks for proof of a public one.</summary>
    public required long CustomerAsn { get; init; }

    /// <summary>
    /// The public prefixes that the site announces, 1 to 1000, IPv4 or IPv6 of <c>/64</c> or shorter: your own, or the interface is never
    /// approved. Changing them replaces the interface.
    /// </summary>
    public required IReadOnlyList<string> Prefixes { get; init; }

    /// <summary>
    /// The address of AWS's end of the IPv4 session in CIDR notation, such as <c>203.0.113.1/30</c>: public, yours or given to you by AWS. Needed for
    /// IPv4 prefixes.
    /// </summary>
    public string? AmazonAddress { get; init; }

    /// <summary>The address of the site's end, of the same range: <c>203.0.113.2/30</c>. Needed for IPv4 prefixes.</summary>
    public string? CustomerAddress { get; init; }

    /// <summary>
    /// The secret of AWS Secrets Manager, by name or ARN, whose field <see cref="AuthKeyField"/> is the sessions' MD5 key.
    /// Default: AWS makes a key.
    /// </summary>
    public string? AuthKeySecret { get; init; }

    /// <summary>The field of the secret. Default: <c>key</c>.</summary>
    public string AuthKeyField { get; init; } = "key";
}
