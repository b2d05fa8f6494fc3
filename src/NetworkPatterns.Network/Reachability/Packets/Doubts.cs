using System.Collections.Immutable;
using NetworkPatterns.Network.Model;

namespace NetworkPatterns.Network.Reachability.Packets;

/// <summary>That something holds only for one way an unknown may turn out.</summary>
/// <param name="Unknown">What is not known.</param>
/// <param name="Alternative">Which of the possible outcomes this is.</param>
/// <param name="Of">How many there are. An outcome in which packets are dropped counts, though nothing is left to carry it.</param>
/// <param name="Decision">
/// What the unknown decides here. One unknown may decide several things, and differently: unknown ranges may hold one
/// address and not another.
/// </param>
internal readonly record struct Doubt(UnknownValue Unknown, int Alternative, int Of, string Decision)
{
    public bool IsOfOneDecision(Doubt other) => string.Equals(Decision, other.Decision, StringComparison.Ordinal) && Unknown.Equals(other.Unknown);
}

/// <summary>The unknowns that a packet's way depends on; none means that it holds whatever they are.</summary>
internal sealed class Doubts
{
    private Doubts(ImmutableArray<Doubt> items) => Items = items;

    public static Doubts None { get; } = new([]);

    public ImmutableArray<Doubt> Items { get; }

    public bool Any => Items.Length > 0;

    /// <summary>Depends on an unknown that may as well close the way.</summary>
    public static Doubts On(UnknownValue? unknown) => unknown is null ? None : new([new(unknown, 0, 2, "")]);

    public static Doubts On(IEnumerable<UnknownValue> unknowns) => unknowns.Aggregate(None, (all, unknown) => all.And(On(unknown)));

    /// <summary>One of several ways an unknown may turn out.</summary>
    public static Doubts OneOf(UnknownValue unknown, int alternative, int of, string decision) => new([new(unknown, alternative, of, decision)]);

    /// <summary>The same, decided anew for other addresses: what is decided for some says nothing about others.</summary>
    public Doubts For(string addresses) => new([.. Items.Select(doubt => doubt with { Decision = $"{doubt.Decision} for {addresses}" })]);

    public Doubts And(Doubts other)
    {
        if (!other.Any || ReferenceEquals(this, other))
        {
            return this;
        }

        return Any ? new([.. Items.Union(other.Items)]) : other;
    }

    /// <summary>Two outcomes of one decision exclude each other: nothing travels both ways.</summary>
    public bool IsContradiction
    {
        get
        {
            for (var i = 0; i < Items.Length; i++)
            {
                for (var j = i + 1; j < Items.Length; j++)
                {
                    if (Items[i].Alternative != Items[j].Alternative && Items[i].IsOfOneDecision(Items[j]))
                    {
                        return true;
                    }
                }
            }

            return false;
        }
    }

    /// <summary>Whether one of these ways is open however the unknowns turn out.</summary>
    public static bool CoverEverything(IReadOnlyCollection<ImmutableArray<Doubt>> ways)
    {
        if (ways.Any(way => way.IsEmpty))
        {
            return true;
        }

        foreach (var candidate in ways.SelectMany(way => way).DistinctBy(doubt => (doubt.Unknown, doubt.Decision)))
        {
            if (Enumerable.Range(0, candidate.Of).All(alternative => HasAlternative(ways, candidate, alternative))
                && Enumerable.Range(0, candidate.Of).All(alternative => CoverEverything(Given(ways, candidate, alternative))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasAlternative(IEnumerable<ImmutableArray<Doubt>> ways, Doubt decision, int alternative) =>
        ways.Any(way => way.Contains(decision with { Alternative = alternative }));

    private static List<ImmutableArray<Doubt>> Given(IEnumerable<ImmutableArray<Doubt>> ways, Doubt decision, int alternative) =>
    [
        .. ways
            .Where(way => way.All(doubt => !doubt.IsOfOneDecision(decision) || doubt.Alternative == alternative))
            .Select(way => way.RemoveAll(doubt => doubt.IsOfOneDecision(decision))),
    ];
}
