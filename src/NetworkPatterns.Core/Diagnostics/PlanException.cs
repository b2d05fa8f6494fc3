using System.Collections.Immutable;

namespace NetworkPatterns.Core.Diagnostics;

/// <summary>An input that cannot be planned, with every problem that was found in it.</summary>
public sealed class PlanException : Exception
{
    /// <summary>An exception that reports these problems.</summary>
    public PlanException(ImmutableArray<Problem> problems)
        : base(string.Join('\n', problems)) => Problems = problems;

    /// <summary>An exception that reports one problem.</summary>
    public PlanException(Problem problem)
        : this([problem])
    {
    }

    /// <summary>All problems, sorted by code, then place.</summary>
    public ImmutableArray<Problem> Problems { get; }
}
