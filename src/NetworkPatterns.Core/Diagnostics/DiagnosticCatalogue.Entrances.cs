namespace NetworkPatterns.Core.Diagnostics;

public static partial class DiagnosticCatalogue
{
    /// <summary>A distribution leads to an API, and so does a way around it.</summary>
    public static Diagnostic EntranceAround => new("NP3030", "API that can be entered around its distribution");
}
