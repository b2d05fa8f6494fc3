using System.Collections.Immutable;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability.Packets;

namespace NetworkPatterns.Network.Reachability.Index;

/// <summary>
/// Longest prefix first, then rank, for every address at once. CIDR blocks are nested or disjoint, so one sweep with a
/// stack of open blocks finds the winner of every interval.
/// </summary>
internal sealed class RouteMapBuilder(Component table)
{
    private const int LongerThanAnyPrefix = 129;

    private readonly List<Candidate> candidates = [];
    private readonly List<(NextHop Hop, UnknownValue Unknown, bool BeatsLocal)> anywhere = [];

    /// <summary>Adds a route to a range.</summary>
    /// <param name="rank">Lower wins among equal prefixes.</param>
    /// <param name="doubt">Why it is not known whether the route exists.</param>
    public void Add(Cidr cidr, int rank, NextHop hop, UnknownValue? doubt = null)
    {
        var (first, last) = AddressSpace.Interval(cidr);
        candidates.Add(new(first, last, cidr.PrefixLength, rank, hop, doubt, candidates.Count));
    }

    /// <summary>Adds a route that wins over every prefix.</summary>
    public void Add(AddressSet addresses, NextHop hop, UnknownValue? doubt = null)
    {
        foreach (var (first, last) in addresses.Items)
        {
            candidates.Add(new(first, last, LongerThanAnyPrefix, 0, hop, doubt, candidates.Count));
        }
    }

    /// <summary>Adds a route that may be to any address.</summary>
    public void AddAnywhere(NextHop hop, UnknownValue unknown, bool beatsLocal) => anywhere.Add((hop, unknown, beatsLocal));

    public RouteMap Build()
    {
        candidates.Sort(Candidate.Compare);
        var segments = new List<RouteSegment>();
        var interned = new Dictionary<string, ImmutableArray<NextHop>>(StringComparer.Ordinal);
        var stack = new List<Candidate>();
        var at = UInt128.Zero;
        var done = false;

        void Emit(UInt128 last)
        {
            var hops = NextHops(stack, interned);
            if (!hops.IsDefaultOrEmpty)
            {
                segments.Add(new(at, last, hops));
            }

            done = last == UInt128.MaxValue;
            at = done ? last : last + 1;
        }

        foreach (var candidate in candidates)
        {
            while (stack.Count > 0 && stack[^1].Last < candidate.First)
            {
                if (at <= stack[^1].Last)
                {
                    Emit(stack[^1].Last);
                }

                stack.RemoveAt(stack.Count - 1);
            }

            if (at < candidate.First)
            {
                Emit(candidate.First - 1);
            }

            stack.Add(candidate);
        }

        while (stack.Count > 0)
        {
            if (!done && at <= stack[^1].Last)
            {
                Emit(stack[^1].Last);
            }

            stack.RemoveAt(stack.Count - 1);
        }

        if (!done)
        {
            Emit(UInt128.MaxValue);
        }

        return new([.. segments], [.. candidates.Select(candidate => new CompiledRoute(candidate.First, candidate.Last, candidate.PrefixLength, candidate.Hop))]);
    }

    /// <summary>The routes that may win, best first; one without doubt ends the list.</summary>
    private ImmutableArray<NextHop> NextHops(List<Candidate> stack, Dictionary<string, ImmutableArray<NextHop>> interned)
    {
        var found = new List<NextHop>();
        var unknowns = new List<UnknownValue>();
        var existences = new List<int>();
        var decided = false;
        var key = "";
        for (var i = stack.Count - 1; i >= 0 && !decided; i--)
        {
            var candidate = stack[i];
            key += $"{candidate.Number} ";
            found.Add(candidate.Hop);
            if (candidate.Doubt is { } doubt)
            {
                unknowns.Add(doubt);
                existences.Add(candidate.Number);
            }
            else
            {
                // Equal prefixes of equal rank (two prefix lists, two attachments) with different targets: AWS picks one.
                decided = i == 0 || !stack[i - 1].IsEqualPrefix(candidate) || stack[i - 1].Hop.Target.Equals(candidate.Hop.Target);
                if (!decided)
                {
                    unknowns.Add(new(table.Id, $"two routes to {candidate.Hop.Detail} have the same preference"));
                }
            }
        }

        if (interned.TryGetValue(key, out var known))
        {
            return known;
        }

        var written = found.Count;
        var isLocal = found is [{ Target: RouteEnd.Local }, ..];
        foreach (var (hop, unknown, beatsLocal) in anywhere)
        {
            if (!isLocal || beatsLocal)
            {
                found.Insert(0, hop);
                unknowns.Insert(0, unknown);
            }
        }

        var distinct = found.DistinctBy(hop => hop.Target).ToList();
        var outcomes = distinct.Count + (decided ? 0 : 1);
        if (outcomes > 1)
        {
            var unknown = unknowns.Distinct().ToList() is [var single]
                ? single
                : new UnknownValue(table.Id, string.Join("; ", unknowns.Distinct().Order().Select(each => each.Reason)));

            // Whether one route exists is one decision for all addresses; anything else is decided for these addresses only.
            var decision = existences is [var route] && unknowns.Count == 1 ? $"route {route} of {table.Id}" : $"routes {key}of {table.Id}";
            distinct = [.. distinct.Select((hop, index) => hop with
            {
                Doubts = hop.Doubts.And(Doubts.OneOf(unknown, index, outcomes, decision)),
                VariesByAddress = found.Count > written,
            })];
        }

        return interned[key] = [.. distinct];
    }

    private readonly struct Candidate(UInt128 first, UInt128 last, int prefixLength, int rank, NextHop hop, UnknownValue? doubt, int number)
    {
        public UInt128 First { get; } = first;

        public UInt128 Last { get; } = last;

        public NextHop Hop { get; } = hop;

        public UnknownValue? Doubt { get; } = doubt;

        public int Number { get; } = number;

        public int PrefixLength { get; } = prefixLength;

        private int Rank { get; } = rank;

        public bool IsEqualPrefix(Candidate other) =>
            First == other.First && PrefixLength == other.PrefixLength && Rank == other.Rank;

        /// <summary>Outer blocks first; among equal blocks the best last, so that it lies on top of the stack.</summary>
        public static int Compare(Candidate left, Candidate right) =>
            left.First != right.First ? left.First.CompareTo(right.First)
            : left.PrefixLength != right.PrefixLength ? left.PrefixLength.CompareTo(right.PrefixLength)
            : left.Rank != right.Rank ? right.Rank.CompareTo(left.Rank)
            : left.Number.CompareTo(right.Number);
    }
}
