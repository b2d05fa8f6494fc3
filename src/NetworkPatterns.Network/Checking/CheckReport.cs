using System.Collections.Immutable;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Network.Checking;

/// <summary>What a check of an estate found.</summary>
/// <param name="Guarantees">Every guarantee, by network, in the order in which they are declared; those of a rule file last.</param>
/// <param name="Problems">What could not be understood; where there is any, the check is not complete.</param>
/// <param name="NotModelled">What access scopes ask and no guarantee can say: as open as an undecided guarantee.</param>
public sealed record CheckReport(
    ImmutableArray<CheckedGuarantee> Guarantees, ImmutableArray<Problem> Problems, ImmutableArray<Problem> NotModelled)
{
    /// <summary>What counts in the end, the worst first: problems, then failures, then what is undecided.</summary>
    public CheckOutcome Outcome =>
        !Problems.IsEmpty ? CheckOutcome.BadInput
        : Guarantees.Any(item => item.Status is CheckStatus.Fails or CheckStatus.Expired) ? CheckOutcome.Fails
        : !NotModelled.IsEmpty || Guarantees.Any(item => item.Status == CheckStatus.Undecided) ? CheckOutcome.Undecided
        : CheckOutcome.Holds;

    /// <summary>How many guarantees came to this.</summary>
    public int Count(CheckStatus status) => Guarantees.Count(item => item.Status == status);
}

/// <summary>What a check comes to.</summary>
public enum CheckOutcome
{
    /// <summary>Every guarantee holds, or is suppressed.</summary>
    Holds,

    /// <summary>At least one guarantee does not hold, or its suppression has expired.</summary>
    Fails,

    /// <summary>None fails; at least one depends on what the templates leave open.</summary>
    Undecided,

    /// <summary>Guarantees, rules or suppressions could not be understood.</summary>
    BadInput,
}
