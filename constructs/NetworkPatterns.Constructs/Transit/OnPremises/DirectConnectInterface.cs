namespace NetworkPatterns.Constructs.Transit.OnPremises;

/// <summary>A virtual interface on a Direct Connect connection that exists already: a VLAN with a BGP session.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/directconnect/latest/UserGuide/WorkingWithVirtualInterfaces.html</remarks>
/// <param name="Name">Its name: a letter, then letters, digits and hyphens; part of logical IDs.</param>
/// <param name="ConnectionId">The connection or link aggregation group (<c>dxcon-</c>..., <c>dxlag-</c>...), a literal or token.</param>
/// <param name="Vlan">The VLAN, 1 to 4094.</param>
/// <param name="CustomerAsn">The ASN of the site's router, 1 to 4294967294.</param>
public sealed record DirectConnectInterface(string Name, string ConnectionId, int Vlan, long CustomerAsn)
{
    /// <summary>The address of AWS's end of the session in CIDR notation, such as <c>169.254.96.1/29</c>. Default: AWS chooses.</summary>
    public string? AmazonAddress { get; init; }

    /// <summary>The address of the site's end. Default: AWS chooses.</summary>
    public string? CustomerAddress { get; init; }

    /// <summary>
    /// The secret of AWS Secrets Manager, by name or ARN, whose field <see cref="AuthKeyField"/> is the session's MD5 key.
    /// Default: AWS makes a key.
    /// </summary>
    public string? AuthKeySecret { get; init; }

    /// <summary>The field of the secret. Default: <c>key</c>.</summary>
    public string AuthKeyField { get; init; } = "key";

    /// <summary>Whether packets may be large: 8500 bytes to a Transit Gateway, 9001 to VPCs, rather than 1500. Default: no.</summary>
    public bool JumboFrames { get; init; }

    /// <summary>Whether sites talk to each other over AWS's network (SiteLink). Default: no.</summary>
    public bool SiteLink { get; init; }
}
