namespace NetworkPatterns.Core.Diagnostics;

public static partial class DiagnosticCatalogue
{
    /// <summary>Metadata under a guarantee key that is not of the schema.</summary>
    public static Diagnostic UnreadableGuarantee => new("NP2201", "guarantee that can't be read");

    /// <summary>A guarantee about a tier that no resource belongs to.</summary>
    public static Diagnostic TierWithoutMember => new("NP2202", "guarantee about a tier without a member");
}
