using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Planning;

/// <summary>Reads a block that a user wrote.</summary>
internal static class CidrText
{
    /// <summary>The block; <see langword="null"/>, and a problem, where the text is none.</summary>
    public static Cidr? Read(string text, string where, ProblemList problems)
    {
        if (Cidr.TryParse(text, out var block, out var error))
        {
            return block;
        }

        problems.Add(error == CidrError.HostBitsSet
            ? DiagnosticCatalogue.HostBitsSet.At(where, $"'{text}' has host bits set", $"write {block}")
            : DiagnosticCatalogue.NotACidr.At(where, $"'{text}' is not a CIDR block", "write it as in 10.0.0.0/16"));
        return null;
    }
}
