using System.Collections.Immutable;

namespace NetworkPatterns.Core.Addressing;

internal static class ImmutableArrays
{
    /// <summary>The array, or an empty one where none was given.</summary>
    internal static ImmutableArray<T> OrEmpty<T>(this ImmutableArray<T> array) => array.IsDefault ? [] : array;
}
