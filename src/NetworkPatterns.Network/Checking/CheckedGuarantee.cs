using NetworkPatterns.Network.Proving;
using NetworkPatterns.Templates.Rules;

namespace NetworkPatterns.Network.Checking;

/// <summary>A guarantee after its check.</summary>
/// <param name="Id">Its name: a rule's id; otherwise the guarantee itself, after its network's name.</param>
/// <param name="Place">Where it is declared.</param>
/// <param name="Result">Whether it holds, and why not.</param>
public sealed record CheckedGuarantee(string Id, GuaranteePlace Place, GuaranteeResult Result)
{
    /// <summary>What the rule's author says it is for; empty where nothing is said.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The suppression that names it; null where there is none.</summary>
    public Suppression? Suppression { get; init; }

    /// <summary>What counts in the end.</summary>
    public required CheckStatus Status { get; init; }
}

/// <summary>What a check of a guarantee comes to.</summary>
public enum CheckStatus
{
    /// <summary>It holds.</summary>
    Holds,

    /// <summary>It does not hold.</summary>
    Fails,

    /// <summary>It depends on what the templates leave open.</summary>
    Undecided,

    /// <summary>It fails or is undecided, and a suppression accepts that until its last day.</summary>
    Suppressed,

    /// <summary>A suppression names it whose last day is over.</summary>
    Expired,
}

/// <summary>Where a guarantee is declared.</summary>
/// <param name="File">The template's or rule file's name.</param>
public sealed record GuaranteePlace(string File)
{
    /// <summary>The resource that carries it; null for one of a rule file or of a template's own metadata.</summary>
    public string? LogicalId { get; init; }

    /// <summary>That resource's construct path; null where the template does not say.</summary>
    public string? ConstructPath { get; init; }

    /// <summary>The line in a rule file, from 1; null in a template.</summary>
    public int? Line { get; init; }

    /// <summary>The column in a rule file, from 1; null in a template.</summary>
    public int? Column { get; init; }

    /// <inheritdoc/>
    public override string ToString() =>
        Line is { } line ? $"{File}, line {line}, column {Column}" : (ConstructPath ?? LogicalId) is { } name ? $"{File}: {name}" : File;
}
