using System.Collections.Immutable;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;

namespace NetworkPatterns.Network.Proving.Entrances;

/// <summary>One reason why a single entrance is not one, or may not be.</summary>
/// <param name="Outcome">Whether it refutes the promise or leaves it open.</param>
/// <param name="Detail">What was found, in a sentence.</param>
/// <param name="Evidence">The way around, what keeps the distribution out, or what is not known.</param>
internal sealed record EntranceFlaw(GuaranteeOutcome Outcome, string Detail, ReachabilityAnswer Evidence)
{
    /// <summary>What counts first: a way around, a shut door, then what is not known.</summary>
    public int Rank => Outcome == GuaranteeOutcome.Undecided ? 2 : Evidence.Verdict == Verdict.NotReachable ? 1 : 0;

    /// <summary>A way in that is not the entrance.</summary>
    public static EntranceFlaw Around(string detail, params IEnumerable<Hop> path) =>
        new(GuaranteeOutcome.Fails, detail, new ReachabilityAnswer(Verdict.Reachable) { Path = [.. path] });

    /// <summary>The entrance itself does not lead in.</summary>
    public static EntranceFlaw Shut(string detail, Component component, string change) =>
        new(GuaranteeOutcome.Fails, detail, new ReachabilityAnswer(Verdict.NotReachable) { Explanations = [new(ExplanationCode.OriginLock, component, change)] });

    public static EntranceFlaw Open(params IEnumerable<UnknownValue> unknowns)
    {
        ImmutableArray<UnknownValue> all = [.. unknowns.Distinct().Order()];
        return new(GuaranteeOutcome.Undecided, "whether there is another way in is open", new ReachabilityAnswer(Verdict.Unknown) { Unknowns = all });
    }
}
