using System.Collections.Immutable;
using System.IO.Enumeration;

namespace NetworkPatterns.TemplateRules;

/// <summary>A place where a rule is meant not to hold.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Where">A construct path or <c>Template/LogicalId</c>, in which <c>*</c> stands for anything.</param>
/// <param name="Reason">Why.</param>
public sealed record RuleException(string RuleId, string Where, string Reason)
{
    /// <summary>Whether this excuses a violation.</summary>
    public bool Covers(string ruleId, RuleViolation violation) =>
        RuleId == ruleId
        && (Matches(violation.ConstructPath ?? "") || Matches($"{violation.Template}/{violation.LogicalId}"));

    private bool Matches(string place) => FileSystemName.MatchesSimpleExpression(Where, place, ignoreCase: false);
}

/// <summary>The approved exceptions, each with a reason, in one text file: <c>rule | where | reason</c>, one a line; <c>#</c> starts a comment.</summary>
public static class RuleExceptions
{
    /// <summary>Reads the file's text.</summary>
    /// <exception cref="FormatException">A line has no rule, place or reason.</exception>
    public static ImmutableArray<RuleException> Parse(string text) =>
    [
        .. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith('#'))
            .Select(ParseLine),
    ];

    private static RuleException ParseLine(string line) =>
        line.Split('|', 3, StringSplitOptions.TrimEntries) is [{ Length: > 0 } rule, { Length: > 0 } where, { Length: > 0 } reason]
            ? new(rule, where, reason)
            : throw new FormatException($"not 'rule | where | reason': {line}");
}
