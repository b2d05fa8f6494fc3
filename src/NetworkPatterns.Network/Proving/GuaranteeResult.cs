using NetworkPatterns.Core.Guarantees;
using NetworkPatterns.Network.Reachability;

namespace NetworkPatterns.Network.Proving;

/// <summary>Whether a guarantee holds, and why not.</summary>
/// <param name="Network">The network that declares it.</param>
/// <param name="Guarantee">What it promises.</param>
/// <param name="Outcome">Whether it holds.</param>
public sealed record GuaranteeResult(string Network, Guarantee Guarantee, GuaranteeOutcome Outcome)
{
    /// <summary>What was found, in a sentence; empty where the guarantee holds.</summary>
    public string Detail { get; init; } = "";

    /// <summary>The answer that refutes the guarantee or leaves it open: the path that must not be, what blocks, what is missing.</summary>
    public ReachabilityAnswer? Evidence { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Network}: {Guarantee}: {Outcome}{(Detail.Length == 0 ? "" : $": {Detail}")}";
}

/// <summary>Whether a guarantee holds.</summary>
public enum GuaranteeOutcome
{
    /// <summary>It does, whatever the templates leave open.</summary>
    Holds,

    /// <summary>It does not.</summary>
    Fails,

    /// <summary>It depends on what the templates leave open.</summary>
    Undecided,
}
