namespace NetworkPatterns.Constructs.Transit.OnPremises;

/// <summary>What clients may reach: a tier of the VPC, or a network behind it, to which the endpoint gets a route.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/cvpn-working-rules.html</remarks>
public sealed record ClientVpnAuthorization
{
    private ClientVpnAuthorization(string name) => Name = name;

    /// <summary>Its name: a letter, then letters, digits and hyphens; part of logical IDs.</summary>
    public string Name { get; }

    /// <summary>The name of the tier; <see langword="null"/> for a network.</summary>
    public string? TierName { get; private init; }

    /// <summary>The network's IPv4 range; <see langword="null"/> for a tier.</summary>
    public string? CidrBlock { get; private init; }

    /// <summary>
    /// The group that alone is authorized: an ID of the SAML provider's (<see cref="ClientVpnProps.SamlProviderArn"/>), or the SID of a group in the
    /// directory (<see cref="ClientVpnProps.ActiveDirectoryId"/>), such as <c>S-1-5-21-</c>... Default: every client.
    /// </summary>
    public string? AccessGroupId { get; init; }

    /// <summary>A tier of the VPC: all of its IPv4 ranges, those of zones to come included.</summary>
    /// <param name="name">What logical IDs call it.</param>
    /// <param name="tierName">The tier; its rules accept something from the associated tier.</param>
    public static ClientVpnAuthorization ToTier(string name, string tierName) => new(name) { TierName = tierName };

    /// <summary>
    /// A network that the associated subnets have a route to: another VPC, a site, <c>0.0.0.0/0</c> for the internet. A range that holds
    /// the VPC's own authorizes its addresses too; the security groups decide then.
    /// </summary>
    /// <param name="name">What logical IDs call it.</param>
    /// <param name="cidrBlock">Its IPv4 range; the rules of the associated tier open something to it.</param>
    public static ClientVpnAuthorization ToNetwork(string name, string cidrBlock) => new(name) { CidrBlock = cidrBlock };
}
