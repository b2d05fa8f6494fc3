using System.Collections.Immutable;

namespace NetworkPatterns.Network.Comparing;

/// <summary>What became reachable and what no longer is.</summary>
/// <param name="Changes">By kind, then by the names of the parties. Empty when the estates let exactly the same packets through.</param>
/// <param name="Added">Parties that only the new estate has.</param>
/// <param name="Removed">Parties that only the old estate has.</param>
public sealed record EstateComparison(ImmutableArray<ReachabilityChange> Changes, ImmutableArray<string> Added, ImmutableArray<string> Removed)
{
    /// <summary>The changes of some kinds.</summary>
    public IEnumerable<ReachabilityChange> Of(params IEnumerable<ChangeKind> kinds) => Changes.Where(change => kinds.Contains(change.Kind));
}
