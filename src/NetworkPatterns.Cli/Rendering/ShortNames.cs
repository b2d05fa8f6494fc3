namespace NetworkPatterns.Cli.Rendering;

/// <summary>Names without what all readers can do without: the part before the last slash, where what follows it is unique.</summary>
internal sealed class ShortNames
{
    private readonly Dictionary<string, string> _names;

    public ShortNames(IEnumerable<string> names) => _names = names
        .Distinct(StringComparer.Ordinal)
        .GroupBy(Last, StringComparer.Ordinal)
        .SelectMany(group => group.Select(name => (Name: name, Short: group.Skip(1).Any() ? name : group.Key)))
        .ToDictionary(pair => pair.Name, pair => pair.Short, StringComparer.Ordinal);

    public string this[string name] => _names.GetValueOrDefault(name, name);

    // The slash of a range is a part of it.
    private static string Last(string name) => name.StartsWith("cidr:", StringComparison.Ordinal) ? name : name[(name.LastIndexOf('/') + 1)..];
}
