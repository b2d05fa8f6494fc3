namespace NetworkPatterns.Constructs.Planning;

/// <summary>Turns names that the user knows into the parts of blueprint ids.</summary>
internal static class ResourceName
{
    /// <summary><c>cache-tier</c> becomes <c>CacheTier</c>, <c>a</c> becomes <c>A</c>.</summary>
    public static string Of(string name) => string.Concat(name
        .Split('-', StringSplitOptions.RemoveEmptyEntries)
        .Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
}
