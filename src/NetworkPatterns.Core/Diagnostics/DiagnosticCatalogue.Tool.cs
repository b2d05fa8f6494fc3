namespace NetworkPatterns.Core.Diagnostics;

public static partial class DiagnosticCatalogue
{
    /// <summary>An argument that a command needs is missing.</summary>
    public static Diagnostic MissingArgument => new("NP2150", "argument missing");

    /// <summary>Arguments that exclude each other.</summary>
    public static Diagnostic ContradictoryArguments => new("NP2151", "contradictory arguments");

    /// <summary>An argument is not of the form NAME=VALUE.</summary>
    public static Diagnostic NotAPair => new("NP2152", "not a name and value");

    /// <summary>An argument is none of its choices.</summary>
    public static Diagnostic UnknownChoice => new("NP2153", "not a choice");

    /// <summary>A text is not a port.</summary>
    public static Diagnostic NotAPort => new("NP2154", "not a port");

    /// <summary>A file of questions cannot be read.</summary>
    public static Diagnostic QuestionsUnreadable => new("NP2155", "questions cannot be read");

    /// <summary>A path has no templates.</summary>
    public static Diagnostic PathUnreadable => new("NP2156", "path cannot be read");
}
