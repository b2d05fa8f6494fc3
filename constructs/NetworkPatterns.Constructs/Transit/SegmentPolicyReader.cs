using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Transit;

/// <summary>Reads and checks who may talk to whom.</summary>
internal static class SegmentPolicyReader
{
    private const string NameRule = "a letter, then up to 63 letters, digits and hyphens";

    public static SegmentPolicy Read(TransitGatewayHubProps props, PatternContext context, ProblemList problems)
    {
        CheckNames(props, context, problems);
        var privateRanges = Ranges(props.PrivateRanges, isIPv6: false, context.At(nameof(props.PrivateRanges)), problems);
        var ipv6Ranges = Ranges(props.Ipv6Ranges, isIPv6: true, context.At(nameof(props.Ipv6Ranges)), problems);
        ImmutableArray<Cidr> wholes = [.. privateRanges, .. ipv6Ranges];
        if (privateRanges.IsEmpty)
        {
            problems.Add(DiagnosticCatalogue.BadPrivateRange.At(
                context.At(nameof(props.PrivateRanges)), "no range is private, and VPCs would route nothing to the hub", "leave PrivateRanges out, or name at least one"));
        }

        return new SegmentPolicy
        {
            Network = context.Path,
            HasGroupReferencing = props.SecurityGroupReferencing,
            Segments = props.Segments
                .DistinctBy(segment => segment.Name, StringComparer.Ordinal)
                .ToImmutableSortedDictionary(
                    segment => segment.Name,
                    segment => SegmentRanges(segment, wholes, context.At($"{nameof(props.Segments)}[{segment.Name}]"), problems),
                    StringComparer.Ordinal),
            Pairs = Pairs(props, context, problems),
            PrivateRanges = privateRanges,
            Ipv6Ranges = ipv6Ranges,
            GatewayRanges = HubRules.GatewayRanges(props),
            HasMulticast = props.Multicast,
            EgressSegment = props.Egress?.Segment,
            Inspected = props.Inspection?.Traffic ?? InspectedTraffic.None,
            Passes = [.. props.Inspection?.Passes ?? []],
            Peers =
            [
                .. props.Peers.DistinctBy(peer => peer.Name, StringComparer.Ordinal).OrderBy(peer => peer.Name, StringComparer.Ordinal).Select(peer => new PeerPlan(
                    peer.Name,
                    peer.Segments.DistinctBy(segment => segment.Name, StringComparer.Ordinal).ToImmutableSortedDictionary(
                        segment => segment.Name,
                        segment => SegmentRanges(segment, wholes, context.At($"{nameof(props.Peers)}[{peer.Name}].{nameof(peer.Segments)}[{segment.Name}]"), problems),
                        StringComparer.Ordinal),
                    peer.AttachmentId is not null)
                {
                    IsDeclared = peer.AttachmentId is { } attachment && !context.IsToken(attachment) && (peer.TransitGatewayId is null || !context.IsToken(peer.TransitGatewayId)),
                }),
            ],
        };
    }

    private static void CheckNames(TransitGatewayHubProps props, PatternContext context, ProblemList problems)
    {
        var where = context.At(nameof(props.Segments));
        if (props.Segments.Count == 0)
        {
            problems.Add(DiagnosticCatalogue.NoSegments.At(where, "the hub has no segment, and nothing could be attached", "name at least one segment"));
        }

        foreach (var segment in props.Segments.Where(segment => !ResourceName.IsValid(segment.Name)))
        {
            problems.Add(DiagnosticCatalogue.BadSegmentName.At(where, $"'{segment.Name}' is not a name", $"write {NameRule}"));
        }

        foreach (var clash in props.Segments.Where(segment => ResourceName.IsValid(segment.Name))
            .GroupBy(segment => ResourceName.Key(segment.Name), StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.BadSegmentName.At(
                where, $"segments {string.Join(" and ", clash.Select(segment => $"'{segment.Name}'"))} would have the same logical IDs", "name each segment once, and differently in more than hyphens and case"));
        }
    }

    private static ImmutableHashSet<(string First, string Second)> Pairs(TransitGatewayHubProps props, PatternContext context, ProblemList problems)
    {
        var where = context.At(nameof(props.AllowedPairs));
        var names = props.Segments.Select(segment => segment.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var pair in props.AllowedPairs)
        {
            foreach (var unknown in new[] { pair.One, pair.Other }.Distinct(StringComparer.Ordinal).Where(name => !names.Contains(name)))
            {
                problems.Add(DiagnosticCatalogue.PairOfUnknownSegment.At(
                    where, $"the pair of '{pair.One}' and '{pair.Other}' names '{unknown}', which is not a segment", $"name one of {string.Join(", ", names.Order(StringComparer.Ordinal))}"));
            }
        }

        var pairs = props.AllowedPairs.Select(pair => SegmentPolicy.Ordered(pair.One, pair.Other)).ToList();
        foreach (var repeated in pairs.GroupBy(pair => pair).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.DuplicatePair.At(
                where, $"the pair of '{repeated.Key.First}' and '{repeated.Key.Second}' is given {repeated.Count()} times", "give it once: a pair holds in both directions"));
        }

        return [.. pairs];
    }

    private static ImmutableArray<Cidr> SegmentRanges(Segment segment, ImmutableArray<Cidr> wholes, string where, ProblemList problems)
    {
        var ranges = ImmutableArray.CreateBuilder<Cidr>();
        foreach (var text in segment.AddressRanges)
        {
            if (!Cidr.TryParse(text, out var range, out _))
            {
                problems.Add(DiagnosticCatalogue.BadSegmentRange.At(where, $"'{text}' is not a block", "write an address, a slash and a prefix length: 10.0.0.0/14"));
            }
            else if (!wholes.Any(whole => whole.Contains(range) && whole != range))
            {
                problems.Add(DiagnosticCatalogue.BadSegmentRange.At(
                    where, $"{range} is not a part of a private range", $"choose a smaller part of {string.Join(", ", wholes)}, or extend {(range.IsIPv6 ? "Ipv6Ranges" : "PrivateRanges")}"));
            }
            else
            {
                ranges.Add(range);
            }
        }

        return [.. ranges.Order()];
    }

    private static ImmutableArray<Cidr> Ranges(IReadOnlyList<string> texts, bool isIPv6, string where, ProblemList problems)
    {
        var ranges = new List<Cidr>();
        foreach (var text in texts)
        {
            if (!Cidr.TryParse(text, out var range, out _) || range.IsIPv6 != isIPv6 || range.PrefixLength == 0)
            {
                problems.Add(DiagnosticCatalogue.BadPrivateRange.At(
                    where, $"'{text}' is not an {(isIPv6 ? "IPv6" : "IPv4")} range that is private to an estate", $"write a block such as {(isIPv6 ? "2001:db8::/32" : "10.0.0.0/8")}"));
            }
            else
            {
                ranges.Add(range);
            }
        }

        foreach (var (one, other) in from one in ranges from other in ranges where one.CompareTo(other) < 0 && one.Overlaps(other) select (one, other))
        {
            problems.Add(DiagnosticCatalogue.BadPrivateRange.At(where, $"{one} and {other} overlap", "name the larger one only"));
        }

        return [.. ranges.Distinct().Order()];
    }
}
