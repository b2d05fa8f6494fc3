using System.Collections.Immutable;

namespace NetworkPatterns.Network.Reachability.Packets;

/// <summary>Packets that pass however the unknowns turn out.</summary>
internal static class Certainty
{
    /// <summary>The packets that some way is open for, in every case.</summary>
    public static List<Box> Always(IReadOnlyCollection<(Box Packets, ImmutableArray<Doubt> Doubts)> ways)
    {
        var complete = WithoutDeadEnds(ways);
        var decision = complete.SelectMany(way => way.Doubts).Select(doubt => (Doubt?)doubt).FirstOrDefault();
        if (decision is not { } open)
        {
            return BoxList.Disjoint(complete.Select(way => way.Packets));
        }

        // Whatever is decided, the packets must pass.
        List<Box>? common = null;
        for (var alternative = 0; alternative < open.Of && common is not { Count: 0 }; alternative++)
        {
            var passed = Always(Given(complete, open, alternative));
            common = common is null ? passed : [.. common.SelectMany(one => passed.Select(one.Intersect)).OfType<Box>()];
        }

        return common ?? [];
    }

    /// <summary>Leaves out ways that depend on a decision with an outcome that opens no way.</summary>
    private static List<(Box Packets, ImmutableArray<Doubt> Doubts)> WithoutDeadEnds(IEnumerable<(Box Packets, ImmutableArray<Doubt> Doubts)> ways)
    {
        var left = ways.ToList();
        while (true)
        {
            var open = left.SelectMany(way => way.Doubts).ToHashSet();
            var count = left.Count;
            left.RemoveAll(way => way.Doubts.Any(doubt => Enumerable.Range(0, doubt.Of).Any(alternative => !open.Contains(doubt with { Alternative = alternative }))));
            if (left.Count == count)
            {
                return left;
            }
        }
    }

    private static List<(Box Packets, ImmutableArray<Doubt> Doubts)> Given(
        IEnumerable<(Box Packets, ImmutableArray<Doubt> Doubts)> ways, Doubt decision, int alternative) =>
    [
        .. ways
            .Where(way => way.Doubts.All(doubt => !doubt.IsOfOneDecision(decision) || doubt.Alternative == alternative))
            .Select(way => (way.Packets, way.Doubts.RemoveAll(doubt => doubt.IsOfOneDecision(decision)))),
    ];
}
