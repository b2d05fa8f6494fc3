using System.Collections.Immutable;
using NetworkPatterns.Network.Model;

namespace NetworkPatterns.Network.Reachability;

/// <summary>Interfaces under one name: a tier, a segment.</summary>
public sealed record InterfaceGroup(string Name, ImmutableArray<ComponentId> Interfaces);

/// <summary>For every pair of groups whether some interface of the one reaches some interface of the other.</summary>
/// <remarks>Each verdict is what <see cref="ReachabilityAnalyzer.Answer"/> gives for the same two groups; ask it for packets, ways and explanations.</remarks>
public sealed class ReachabilityMatrix
{
    private readonly IReadOnlyDictionary<(int From, int To), Verdict> verdicts;

    internal ReachabilityMatrix(ImmutableArray<InterfaceGroup> groups, IReadOnlyDictionary<(int From, int To), Verdict> verdicts)
    {
        Groups = groups;
        this.verdicts = verdicts;
    }

    /// <summary>The groups, in the order given.</summary>
    public ImmutableArray<InterfaceGroup> Groups { get; }

    /// <summary>The verdict for two groups, by their places.</summary>
    public Verdict this[int from, int to] => verdicts.GetValueOrDefault((from, to), Verdict.NotReachable);

    /// <summary>The pairs that are reachable or unknown, in order; all others are not reachable.</summary>
    public IEnumerable<(int From, int To, Verdict Verdict)> Open =>
        verdicts.OrderBy(pair => pair.Key).Select(pair => (pair.Key.From, pair.Key.To, pair.Value));
}
