using System.Collections.Immutable;
using NetworkPatterns.Network.Model;

namespace NetworkPatterns.Network.Reachability;

/// <summary>Interfaces under one name: a tier, a segment.</summary>
public sealed record InterfaceGroup(string Name, ImmutableArray<ComponentId> Interfaces);

/// <summary>For every pair of groups whether some interface of the one reaches some interface of the other.</summary>
/// <remarks>Each verdict is what <see cref="ReachabilityAnalyzer.Answer"/> gives for the same two groups; ask it for packets, ways and explanations.</remarks>
public sealed class ReachabilityMatrix
{
    private readonly ImmutableArray<ImmutableArray<(int To, Verdict Verdict)>> rows;

    internal ReachabilityMatrix(ImmutableArray<InterfaceGroup> groups, ImmutableArray<ImmutableArray<(int To, Verdict Verdict)>> rows) =>
        (Groups, this.rows) = (groups, rows);

    /// <summary>The groups, in the order given.</summary>
    public ImmutableArray<InterfaceGroup> Groups { get; }

    /// <summary>The verdict for two groups, by their places.</summary>
    public Verdict this[int from, int to]
    {
        get
        {
            // A row holds what is open, in order.
            var row = rows[from];
            var (first, last) = (0, row.Length - 1);
            while (first <= last)
            {
                var middle = (first + last) / 2;
                if (row[middle].To == to)
                {
                    return row[middle].Verdict;
                }

                (first, last) = row[middle].To < to ? (middle + 1, last) : (first, middle - 1);
            }

            return Verdict.NotReachable;
        }
    }

    /// <summary>The pairs that are reachable or unknown, in order; all others are not reachable.</summary>
    public IEnumerable<(int From, int To, Verdict Verdict)> Open =>
        rows.SelectMany((row, from) => row.Select(pair => (from, pair.To, pair.Verdict)));
}
