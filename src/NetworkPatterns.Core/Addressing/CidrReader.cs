using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Core.Addressing;

/// <summary>Reads a block that a user wrote, and says what is wrong with it.</summary>
internal static class CidrReader
{
    internal static Cidr? Read(string? text, string where, ProblemList problems)
    {
        if (Cidr.TryParse(text, out var cidr, out var error))
        {
            return cidr;
        }

        problems.Add(error == CidrError.HostBitsSet
            ? DiagnosticCatalogue.HostBitsSet.At(where, $"'{text}' has host bits set", $"write {cidr}")
            : DiagnosticCatalogue.NotACidr.At(where, $"'{text}' {error.Describe()}", "write it as in 10.0.0.0/16"));
        return null;
    }
}
