namespace NetworkPatterns.Core.Diagnostics;

public static partial class DiagnosticCatalogue
{
    /// <summary>A text that should be a CIDR block is not one.</summary>
    public static Diagnostic NotACidr => new("NP1001", "not a CIDR block");

    /// <summary>Bits behind the prefix are set.</summary>
    public static Diagnostic HostBitsSet => new("NP1002", "host bits set");
}
