using System.Collections.Immutable;

namespace NetworkPatterns.Templates.Tests;

internal static class Dictionaries
{
    public static ImmutableDictionary<string, string> ToImmutable(this Dictionary<string, string> dictionary) =>
        dictionary.ToImmutableDictionary(StringComparer.Ordinal);
}
