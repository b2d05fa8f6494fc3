using System.Collections.Immutable;

namespace NetworkPatterns.Core.Diagnostics;

/// <summary>Collects every problem of one input, so that all of them are reported at once.</summary>
public sealed class ProblemList
{
    private readonly HashSet<Problem> _problems = [];

    /// <summary>Whether nothing was found.</summary>
    public bool IsEmpty => _problems.Count == 0;

    /// <summary>Adds a problem; the same problem twice counts once.</summary>
    public void Add(Problem problem) => _problems.Add(problem);

    /// <summary>Adds several problems.</summary>
    public void AddRange(IEnumerable<Problem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        _problems.UnionWith(problems);
    }

    /// <summary>The problems by code, then place, then text, so that every run reports the same.</summary>
    public ImmutableArray<Problem> ToSorted() =>
    [
        .. _problems
            .OrderBy(p => p.Code, StringComparer.Ordinal)
            .ThenBy(p => p.Where, StringComparer.Ordinal)
            .ThenBy(p => p.What, StringComparer.Ordinal),
    ];

    /// <summary>Throws if anything was found.</summary>
    /// <exception cref="PlanException">Carries every problem.</exception>
    public void ThrowIfAny()
    {
        if (!IsEmpty)
        {
            throw new PlanException(ToSorted());
        }
    }
}
