using System.Collections.Immutable;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Constructs.Transit.OnPremises;

/// <summary>Which sites reach AWS over Direct Connect, and what they reach.</summary>
public sealed class DirectConnectHubProps
{
    /// <summary>The hub that the sites are attached to. Give this or <see cref="VpnGatewayIds"/>. Default: none.</summary>
    public ITransitGatewayHub? Hub { get; init; }

    /// <summary>The segment of the hub that the sites are in. Needed with <see cref="Hub"/>.</summary>
    public string? Segment { get; init; }

    /// <summary>
    /// The ID of the Direct Connect attachment (<c>tgw-attach-</c>...), which exists once the association is deployed:
    /// CloudFormation does not tell it, and an output has the command that does. Default: not known yet.
    /// </summary>
    public string? AttachmentId { get; init; }

    /// <summary>
    /// Virtual private gateways of VPCs that the sites reach, such as <see cref="SiteToSiteVpn.VpnGatewayId"/>, by a name that
    /// stays, part of logical IDs. Default: none.
    /// </summary>
    public IReadOnlyDictionary<string, string> VpnGatewayIds { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The ASN of the Direct Connect gateway: private, and not the Transit Gateway's.</summary>
    public required long AmazonSideAsn { get; init; }

    /// <summary>The virtual interfaces of the sites: transit ones with <see cref="Hub"/>, otherwise private ones.</summary>
    public required IReadOnlyList<DirectConnectInterface> Interfaces { get; init; }

    /// <summary>The ranges that AWS announces to the sites, up to 200, IPv4 or IPv6. Needed with <see cref="Hub"/>; otherwise those of the VPCs.</summary>
    public IReadOnlyList<string> AllowedPrefixes { get; init; } = [];

    /// <summary>The ranges of the sites. They go into the address book.</summary>
    public required IReadOnlyList<string> Ranges { get; init; }

    /// <summary>The app's address book: gets the ranges. Default: none.</summary>
    public AddressBook? AddressBook { get; init; }
}
