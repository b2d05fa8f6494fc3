using System.Globalization;

namespace NetworkPatterns.Cli.Rendering.Graph;

/// <summary>Short identifiers for names that may hold any character, numbered in the order they are met.</summary>
internal sealed class GraphNumbers
{
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);

    public string this[string name]
    {
        get
        {
            if (!_ids.TryGetValue(name, out var id))
            {
                _ids[name] = id = string.Create(CultureInfo.InvariantCulture, $"n{_ids.Count + 1}");
            }

            return id;
        }
    }

    public bool Has(string name) => _ids.ContainsKey(name);
}
