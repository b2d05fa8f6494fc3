using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Transit.OnPremises;

/// <summary>Checks a Connect attachment: what AWS refuses, and what would deploy and never carry a packet.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/tgw/tgw-connect.html</remarks>
internal static class TransitGatewayConnectRules
{
    // "Connect peers (GRE tunnels) per Connect attachment"; https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-quotas.html
    private const int MostPeers = 4;
    private const long LargestAsn = 4294967294;

    public static void Check(TransitGatewayConnectProps props, HubView hub, PatternContext context, ProblemList problems)
    {
        CheckTransport(props, hub, context, problems);
        var where = context.At(nameof(props.Peers));
        if (props.Peers.Count is 0 or > MostPeers)
        {
            problems.Add(DiagnosticCatalogue.ConnectUnclear.At(
                where,
                $"there are {props.Peers.Count} peers, and a Connect attachment has 1 to {MostPeers} (\"Connect peers (GRE tunnels) per Connect attachment\", which AWS does not raise)",
                "give at least one; more than four go to a second Connect attachment over the same transport"));
        }

        foreach (var repeated in props.Peers.GroupBy(peer => ResourceName.Key(peer.Name), StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.BadName.At(where, $"'{repeated.First().Name}' is there {repeated.Count()} times", "give each peer a name of its own"));
        }

        if (hub.Policy.GatewayRanges.IsEmpty)
        {
            problems.Add(DiagnosticCatalogue.GatewayWithoutRange.At(
                context.At(nameof(props.Hub)), "the gateway has no range of its own, from which its end of GRE tunnels gets an address", "give TransitGatewayHubProps.TransitGatewayCidrBlocks"));
        }

        foreach (var peer in props.Peers)
        {
            CheckPeer(props, peer, hub, context, $"{where}[{peer.Name}]", problems);
        }

        // Two tunnels with one range, and ranges that AWS keeps.
        new AddressBook().Reserve(InsideOf(props, where), problems);
        foreach (var clash in props.Peers.GroupBy(peer => peer.PeerAddress, StringComparer.Ordinal).Where(group => group.Count() > 1 && group.GroupBy(peer => peer.TransitGatewayAddress, StringComparer.Ordinal).Any(end => end.Key is not null && end.Count() > 1)))
        {
            problems.Add(DiagnosticCatalogue.ConnectPeerUnusable.At(
                where, $"{string.Join(" and ", clash.Select(peer => peer.Name))} are tunnels between the same two addresses", "give each another TransitGatewayAddress, or leave it out"));
        }
    }

    /// <summary>The inside ranges that are blocks, with their owners.</summary>
    public static ImmutableArray<AddressRange> InsideOf(TransitGatewayConnectProps props, string owner) =>
    [
        .. from peer in props.Peers
           from text in new[] { peer.InsideCidr, peer.Ipv6InsideCidr }
           where text is not null
           let block = Cidr.TryParse(text, out var range, out _) ? range : (Cidr?)null
           where block is not null
           select new AddressRange($"{owner}[{peer.Name}]", block.Value, AddressRangeKind.ConnectInside),
    ];

    private static void CheckTransport(TransitGatewayConnectProps props, HubView hub, PatternContext context, ProblemList problems)
    {
        var given = new[] { props.Transport is null ? null : nameof(props.Transport), props.DirectConnect is null ? null : nameof(props.DirectConnect), props.TransportAttachmentId is null ? null : nameof(props.TransportAttachmentId) }
            .OfType<string>().ToList();
        if (given.Count != 1)
        {
            problems.Add(DiagnosticCatalogue.ConnectUnclear.At(
                context.At(nameof(props.Transport)),
                given.Count == 0 ? "nothing carries the tunnels" : $"{string.Join(" and ", given)} are given, and one attachment carries the tunnels",
                $"give one of {nameof(props.Transport)}, {nameof(props.DirectConnect)} and {nameof(props.TransportAttachmentId)}"));
        }

        if (props.Transport is { } spoke && spoke.Register.IsOfThisApp && hub.Register.IsOfThisApp && !ReferenceEquals(spoke.Register, hub.Register))
        {
            problems.Add(DiagnosticCatalogue.ConnectUnclear.At(
                context.At(nameof(props.Transport)), $"{spoke.Plan.Path} is attached to another hub", "give an attachment of the same hub"));
        }

        if (props.DirectConnect?.Props is not { } direct)
        {
            return;
        }

        if (direct.Hub is null)
        {
            problems.Add(DiagnosticCatalogue.ConnectUnclear.At(
                context.At(nameof(props.DirectConnect)), "the Direct Connect gateway is not attached to a hub", "give a DirectConnectHub with a Hub"));
            return;
        }

        var announced = direct.AllowedPrefixes.Where(prefix => Cidr.TryParse(prefix, out _)).Select(Cidr.Parse).ToList();
        foreach (var range in hub.Policy.GatewayRanges.Where(range => !announced.Exists(wider => wider.Contains(range))))
        {
            problems.Add(DiagnosticCatalogue.ConnectUnclear.At(
                context.At(nameof(props.DirectConnect)), $"{range} of the gateway is not announced over Direct Connect, and the appliances would have no way to it", "add it to DirectConnectHubProps.AllowedPrefixes"));
        }
    }

    private static void CheckPeer(TransitGatewayConnectProps props, ConnectPeer peer, HubView hub, PatternContext context, string where, ProblemList problems)
    {
        if (!ResourceName.IsValid(peer.Name))
        {
            problems.Add(DiagnosticCatalogue.BadName.At(where, $"'{peer.Name}' is no name for a peer", "give a letter, then letters, digits and hyphens"));
        }

        foreach (var (text, isIPv6) in new[] { (peer.InsideCidr, false), (peer.Ipv6InsideCidr, true) }.Where(inside => inside.Item1 is not null))
        {
            if (CidrText.Read(text!, where, problems) is { } inside && inside.IsIPv6 != isIPv6)
            {
                problems.Add(DiagnosticCatalogue.ConnectPeerUnusable.At(
                    where, $"{text} is not IPv{(isIPv6 ? 6 : 4)}", $"give IPv4 as {nameof(peer.InsideCidr)}, IPv6 as {nameof(peer.Ipv6InsideCidr)}"));
            }
        }

        if (peer.PeerAsn is < 1 or > LargestAsn)
        {
            problems.Add(DiagnosticCatalogue.ConnectPeerUnusable.At(where, $"{peer.PeerAsn} is not an ASN", "give 1 to 4294967294, or leave it out for iBGP"));
        }

        var far = Address(peer.PeerAddress, where, context, problems);
        var near = peer.TransitGatewayAddress is { } own ? Address(own, where, context, problems) : null;
        if (near is not null && !hub.Policy.GatewayRanges.IsEmpty && !hub.Policy.GatewayRanges.Any(range => range.Contains(near)))
        {
            problems.Add(DiagnosticCatalogue.ConnectPeerUnusable.At(
                where, $"{near} is in none of the gateway's ranges {string.Join(", ", hub.Policy.GatewayRanges)}", "take an address of one of them, or leave it out"));
        }

        if (far is null)
        {
            return;
        }

        if (near is not null ? near.AddressFamily != far.AddressFamily : !hub.Policy.GatewayRanges.IsEmpty && hub.Policy.GatewayRanges.All(range => range.IsIPv6 != (far.AddressFamily == AddressFamily.InterNetworkV6)))
        {
            problems.Add(DiagnosticCatalogue.ConnectPeerUnusable.At(
                where, $"{far} and the gateway's end of the tunnel are of two address families", "give both ends IPv4, or both IPv6"));
        }

        if (props.Transport is { } spoke)
        {
            CheckPlace(spoke.Plan, far, where, problems);
        }
    }

    // GRE reaches an appliance only in a tier that is opened for it. In a VPC whose addresses only deployment knows nobody can tell.
    private static void CheckPlace(TransitGatewaySpokePlan spoke, IPAddress address, string where, ProblemList problems)
    {
        if (address.AddressFamily != AddressFamily.InterNetwork || spoke.Network.Addresses.Primary.IsRelative)
        {
            return;
        }

        var tier = spoke.Network.Tiers.FirstOrDefault(candidate => candidate.Subnets.Any(subnet => subnet.Ipv4?.Block.Contains(address) == true));
        if (tier is null)
        {
            problems.Add(DiagnosticCatalogue.ConnectPeerUnusable.At(where, $"{address} is in no subnet of {spoke.Network.Path}", "give the private address of an appliance in the VPC"));
        }
        else if (!spoke.ConnectTiers.Contains(tier))
        {
            problems.Add(DiagnosticCatalogue.ConnectPeerUnusable.At(
                where, $"{address} is in tier '{tier.Name}', which lets no GRE through", $"add '{tier.Name}' to TransitGatewaySpokeProps.ConnectTiers"));
        }
    }

    private static IPAddress? Address(string text, string where, PatternContext context, ProblemList problems)
    {
        if (context.IsToken(text))
        {
            return null;
        }

        if (IPAddress.TryParse(text, out var address) && string.Equals(address.ToString(), text, StringComparison.OrdinalIgnoreCase))
        {
            return address;
        }

        problems.Add(DiagnosticCatalogue.ConnectPeerUnusable.At(where, $"'{text}' is not an address", "give an IPv4 or IPv6 address, as in 10.1.0.7"));
        return null;
    }
}
