namespace NetworkPatterns.Core.Diagnostics;

public static partial class DiagnosticCatalogue
{
    /// <summary>A file of rules cannot be read.</summary>
    public static Diagnostic RulesUnreadable => new("NP2300", "rules cannot be read");

    /// <summary>An entry of a file of rules is not of the schema.</summary>
    public static Diagnostic MalformedRule => new("NP2301", "malformed rule");

    /// <summary>Two rules have one id.</summary>
    public static Diagnostic DuplicateRuleId => new("NP2302", "two rules of one id");

    /// <summary>A rule or guarantee about something that the templates don't have.</summary>
    public static Diagnostic RuleAboutNothing => new("NP2303", "rule about nothing");

    /// <summary>A suppression names no rule and no guarantee.</summary>
    public static Diagnostic SuppressionOfNothing => new("NP2304", "suppression of nothing");

    /// <summary>A text is not a date.</summary>
    public static Diagnostic NotADate => new("NP2305", "not a date");

    /// <summary>A guarantee does not hold.</summary>
    public static Diagnostic GuaranteeFails => new("NP2310", "guarantee does not hold");

    /// <summary>Whether a guarantee holds depends on what the templates leave open.</summary>
    public static Diagnostic GuaranteeUndecided => new("NP2311", "guarantee undecided");

    /// <summary>A suppression's last day is over.</summary>
    public static Diagnostic SuppressionExpired => new("NP2312", "suppression expired");

    /// <summary>A Network Access Scope says something that has no counterpart among guarantees.</summary>
    public static Diagnostic AccessScopeNotModelled => new("NP2313", "access scope not modelled");

    /// <summary>A guarantee is added where there is no template to write it into.</summary>
    public static Diagnostic GuaranteeOutsideStack => new("NP2320", "guarantee outside of a stack");
}
