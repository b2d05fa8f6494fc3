using System.Collections.Immutable;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Core.Guarantees;

namespace NetworkPatterns.Templates.Rules;

/// <summary>Guarantees that stand in a YAML file of their own, and which guarantees may fail for a while.</summary>
/// <param name="Name">The file's name, for messages.</param>
/// <param name="Rules">The guarantees, in the file's order.</param>
/// <param name="Suppressions">What may fail until when.</param>
public sealed record RuleFile(string Name, ImmutableArray<Rule> Rules, ImmutableArray<Suppression> Suppressions)
{
    /// <summary>Reads a file's text; null, with every problem in the list, where it is not of the schema.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="yaml">Its text.</param>
    /// <param name="problems">Receives what is wrong, each with its line and column.</param>
    public static RuleFile? Read(string name, string yaml, ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        return new RuleFileReader(name).Read(yaml, problems);
    }
}

/// <summary>A guarantee of a rule file.</summary>
/// <param name="Id">Its name, unique in the file; the guarantee itself where the file gives none.</param>
/// <param name="Guarantee">What must hold.</param>
/// <param name="Reason">Why, in the author's words; empty where the file does not say.</param>
/// <param name="Line">Its line in the file, from 1.</param>
/// <param name="Column">Its column, from 1.</param>
public sealed record Rule(string Id, Guarantee Guarantee, string Reason, int Line, int Column);

/// <summary>A guarantee that may fail, or stay undecided, until a day.</summary>
/// <param name="Rule">The rule's id; or the guarantee as <c>netpatterns check</c> prints it, with its network: <c>Dev/Network: internet never reaches tier:data</c>.</param>
/// <param name="Reason">Why it is accepted.</param>
/// <param name="Expires">The last day on which it is.</param>
/// <param name="Line">Its line in the file, from 1.</param>
/// <param name="Column">Its column, from 1.</param>
public sealed record Suppression(string Rule, string Reason, DateOnly Expires, int Line, int Column);
