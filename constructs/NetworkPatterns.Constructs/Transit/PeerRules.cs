using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Transit;

/// <summary>Checks hubs of other Regions.</summary>
internal static class PeerRules
{
    public static void Check(TransitGatewayHubProps props, PatternContext context, ProblemList problems)
    {
        var where = context.At(nameof(props.Peers));
        foreach (var repeated in props.Peers.GroupBy(peer => ResourceName.Key(peer.Name), StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.PeerUnclear.At(where, $"{repeated.Count()} peers are named '{repeated.First().Name}'", "give each peer a name of its own"));
        }

        foreach (var peer in props.Peers)
        {
            CheckPeer(props, peer, context, $"{where}[{peer.Name}]", problems);
        }

        var asns = props.Peers.Select(peer => (Name: $"its peer '{peer.Name}'", peer.AmazonSideAsn)).Prepend((Name: "the hub", props.AmazonSideAsn));
        foreach (var clash in asns.GroupBy(hub => hub.AmazonSideAsn).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.AsnClash.At(
                where, $"{string.Join(" and ", clash.Select(hub => hub.Name))} both have the ASN {clash.Key}", "give each hub an ASN of its own before it is deployed"));
        }

        CheckRanges(props, where, problems);
    }

    private static void CheckPeer(TransitGatewayHubProps props, HubPeer peer, PatternContext context, string where, ProblemList problems)
    {
        if (!ResourceName.IsValid(peer.Name))
        {
            problems.Add(DiagnosticCatalogue.PeerUnclear.At(where, $"'{peer.Name}' is not a name", "write a letter, then letters, digits and hyphens"));
        }

        if (peer.Region == context.Region)
        {
            problems.Add(DiagnosticCatalogue.PeerUnclear.At(
                $"{where}.{nameof(peer.Region)}", $"the peer is in {peer.Region}, like the hub itself", "attach VPCs of one Region to one hub; a peer is of another Region"));
        }

        if (peer.AttachmentId is not null && peer.TransitGatewayId is null && props.AmazonSideAsn < peer.AmazonSideAsn)
        {
            problems.Add(DiagnosticCatalogue.PeerUnclear.At(
                $"{where}.{nameof(peer.TransitGatewayId)}", "the peering is said to be accepted, and this hub, which asks for it, does not know the peer's gateway", "give TransitGatewayId as well"));
        }

        var names = props.Segments.Select(segment => segment.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var unknown in peer.Segments.Where(segment => !names.Contains(segment.Name)))
        {
            problems.Add(DiagnosticCatalogue.UnknownSegment.At(
                $"{where}.{nameof(peer.Segments)}", $"the hub has no segment '{unknown.Name}'", "give both hubs the same segments and pairs"));
        }
    }

    // A route over a peering names a segment's ranges: two of them with an address in common would lead astray.
    private static void CheckRanges(TransitGatewayHubProps props, string where, ProblemList problems)
    {
        var ranges = props.Peers
            .SelectMany(peer => peer.Segments.Select(segment => (Owner: $"segment '{segment.Name}' of peer '{peer.Name}'", segment)))
            .Concat(props.Segments.Select(segment => (Owner: $"segment '{segment.Name}'", segment)))
            .SelectMany(entry => entry.segment.AddressRanges.Select(text => (entry.Owner, Range: Cidr.TryParse(text, out var range, out _) ? range : (Cidr?)null)))
            .Where(entry => entry.Range is not null)
            .ToList();
        for (var place = 0; place < ranges.Count; place++)
        {
            foreach (var other in ranges.Take(place).Where(other => other.Range!.Value.Overlaps(ranges[place].Range!.Value)))
            {
                problems.Add(DiagnosticCatalogue.BadSegmentRange.At(
                    where, $"{other.Range} of {other.Owner} overlaps {ranges[place].Range} of {ranges[place].Owner}", "give each segment of each Region ranges of its own"));
            }
        }
    }
}
