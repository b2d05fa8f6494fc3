using System.Text.RegularExpressions;

namespace NetworkPatterns.Constructs.Planning;

/// <summary>Turns names that the user knows into the parts of blueprint ids.</summary>
internal static partial class ResourceName
{
    /// <summary><c>cache-tier</c> becomes <c>CacheTier</c>, <c>a</c> becomes <c>A</c>.</summary>
    public static string Of(string name) => string.Concat(name
        .Split('-', StringSplitOptions.RemoveEmptyEntries)
        .Select(part => char.ToUpperInvariant(part[0]) + part[1..]));

    /// <summary><c>10.0.0.0/8</c> becomes <c>10x0x0x0x8</c>.</summary>
    public static string OfRange(string range) => Of(string.Concat(range.Select(character => char.IsAsciiLetterOrDigit(character) ? character : 'x')));

    /// <summary>Whether a name is a letter, then up to 63 letters, digits and hyphens.</summary>
    public static bool IsValid(string name) => Shape().IsMatch(name);

    /// <summary>What two names must differ in: logical IDs know no hyphens, and people no case.</summary>
    public static string Key(string name) => name.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9-]{0,63}\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();
}
