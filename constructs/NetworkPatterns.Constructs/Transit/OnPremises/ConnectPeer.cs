namespace NetworkPatterns.Constructs.Transit.OnPremises;

/// <summary>A Connect peer: a GRE tunnel to an appliance, with two BGP sessions inside.</summary>
/// <remarks>
/// AWS changes nothing of a peer in place: another address, ASN or inside range is a new tunnel. CloudFormation makes it before it deletes the
/// old one, so give it other inside ranges as well, or another name in two deployments.
/// <para>Source: https://docs.aws.amazon.com/vpc/latest/tgw/tgw-connect.html</para>
/// </remarks>
/// <param name="Name">Its name: a letter, then letters, digits and hyphens; part of logical IDs.</param>
/// <param name="PeerAddress">The appliance's end of the GRE tunnel: its private IPv4 or IPv6 address, a literal or token.</param>
/// <param name="InsideCidr">
/// The IPv4 addresses of the BGP sessions: a <c>/29</c> of <c>169.254.0.0/16</c> that AWS does not keep. The appliance has the first one, the
/// gateway the second and third.
/// </param>
public sealed record ConnectPeer(string Name, string PeerAddress, string InsideCidr)
{
    /// <summary>The IPv6 addresses of the BGP sessions: a <c>/125</c> of <c>fd00::/8</c>. Default: none, and the sessions are over IPv4.</summary>
    public string? Ipv6InsideCidr { get; init; }

    /// <summary>
    /// The gateway's end of the GRE tunnel, from one of <see cref="TransitGatewayHubProps.TransitGatewayCidrBlocks"/> and of the family of
    /// <see cref="PeerAddress"/>. Default: the first free address of those ranges.
    /// </summary>
    public string? TransitGatewayAddress { get; init; }

    /// <summary>The appliance's ASN, 1 to 4294967294. Default: the gateway's own, so that the sessions are iBGP.</summary>
    public long? PeerAsn { get; init; }
}
