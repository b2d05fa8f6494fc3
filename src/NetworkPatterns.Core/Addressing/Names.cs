using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace NetworkPatterns.Core.Addressing;

/// <summary>Names of tiers and blocks: they become parts of logical IDs.</summary>
internal static partial class Names
{
    internal static bool IsValid([NotNullWhen(true)] string? name) => name is not null && Shape().IsMatch(name);

    /// <summary>What two names must differ in: logical IDs know no hyphens, and people no case.</summary>
    internal static string Key(string name) => name.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9-]{0,63}\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();
}
