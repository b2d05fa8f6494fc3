using System.Collections.Immutable;
using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules;

/// <summary>Every rule over every template: what is broken, which rules looked at nothing, which exceptions excuse nothing.</summary>
public sealed record RuleRun(
    ImmutableArray<RuleResult> Results,
    ImmutableArray<TemplateRule> Unexamined,
    ImmutableArray<RuleException> UnusedExceptions)
{
    /// <summary>Whether every rule looked at something and nothing is broken.</summary>
    public bool Passed => UnusedExceptions.IsEmpty && Unexamined.IsEmpty && Results.All(result => result.Violations.IsEmpty);

    /// <summary>Runs rules over the templates of several apps.</summary>
    /// <remarks>
    /// A rule that looked at nothing in all of them together has proved nothing, and is a failure; so is an exception that
    /// excuses nothing. Each app is checked by itself, because names are unique only within one.
    /// </remarks>
    public static RuleRun Over(
        IEnumerable<TemplateSet> apps, IEnumerable<TemplateRule> rules, IEnumerable<RuleException>? exceptions = null)
    {
        ImmutableArray<TemplateSet> sets = [.. apps];
        ImmutableArray<RuleException> allowed = [.. exceptions ?? []];
        var used = new HashSet<RuleException>();
        ImmutableArray<RuleResult> results = [.. rules.Select(rule => Merge(rule, sets.Select(rule.Check), allowed, used))];
        return new(
            results,
            [.. results.Where(result => result.Examined == 0).Select(result => result.Rule)],
            [.. allowed.Where(exception => !used.Contains(exception))]);
    }

    /// <summary>Throws with the whole report unless the run passed.</summary>
    /// <exception cref="RuleRunException">Something is broken, or a rule looked at nothing.</exception>
    public void ThrowIfFailed()
    {
        if (!Passed)
        {
            throw new RuleRunException(Report());
        }
    }

    /// <summary>The violations by rule, then the rules that looked at nothing, then the unused exceptions.</summary>
    public string Report() => string.Join('\n',
    [
        .. Results.Where(result => !result.Violations.IsEmpty).SelectMany(result =>
            (string[])[result.Rule.ToString(), .. result.Violations.Select(violation => $"  {violation}")]),
        .. Unexamined.Select(rule => $"{rule}\n  examined no resource of any template"),
        .. UnusedExceptions.Select(exception => $"{exception.RuleId}: the exception for {exception.Where} excuses nothing"),
    ]);

    private static RuleResult Merge(
        TemplateRule rule, IEnumerable<RuleResult> results, ImmutableArray<RuleException> exceptions, HashSet<RuleException> used)
    {
        var examined = 0;
        var violations = ImmutableArray.CreateBuilder<RuleViolation>();
        foreach (var result in results)
        {
            examined += result.Examined;
            foreach (var violation in result.Violations)
            {
                ImmutableArray<RuleException> covering = [.. exceptions.Where(exception => exception.Covers(rule.Id, violation))];
                used.UnionWith(covering);
                if (covering.IsEmpty)
                {
                    violations.Add(violation);
                }
            }
        }

        return new(rule, examined, violations.ToImmutable());
    }
}

/// <summary>A run of rules that failed.</summary>
public sealed class RuleRunException(string report) : Exception(report);
