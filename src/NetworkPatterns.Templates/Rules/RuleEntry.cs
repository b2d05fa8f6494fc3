using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Core.Guarantees;
using NetworkPatterns.Templates.Parsing;

namespace NetworkPatterns.Templates.Rules;

/// <summary>One mapping of a rule file, with its place for messages.</summary>
internal sealed class RuleEntry
{
    private readonly YamlMapping _mapping;
    private readonly RuleFileReader _reader;
    private readonly ProblemList _problems;

    private RuleEntry(YamlMapping mapping, RuleFileReader reader, ProblemList problems) =>
        (_mapping, _reader, _problems) = (mapping, reader, problems);

    public int Line => (int)_mapping.Start.Line;

    public int Column => (int)_mapping.Start.Column;

    /// <summary>A mapping; null, with a problem, for anything else.</summary>
    public static RuleEntry? Of(YamlNode node, RuleFileReader reader, ProblemList problems)
    {
        if (node is YamlMapping mapping)
        {
            return new(mapping, reader, problems);
        }

        problems.Add(DiagnosticCatalogue.MalformedRule.At(
            reader.Place(node.Start.Line, node.Start.Column), "this is not a mapping of names to values", "write name: value pairs, as docs/guarantees.md shows"));
        return null;
    }

    public YamlNode? Find(string key) => _mapping.Entries.LastOrDefault(entry => IsKey(entry.Key, key)).Value;

    public string? Text(string key) => Find(key) is YamlScalar { Value.Length: > 0 } scalar ? scalar.Value : null;

    /// <summary>The text of a key; null, with a problem, where there is none.</summary>
    public string? Required(string key, string fix)
    {
        var text = Text(key);
        if (text is null)
        {
            Complain(key, $"'{key}' is missing or not text", fix);
        }

        return text;
    }

    /// <summary>Complains of every key that is none of these, and of one that stands twice.</summary>
    public void Allow(params string[] keys)
    {
        foreach (var (key, index) in _mapping.Entries.Select((entry, index) => (entry.Key, index)))
        {
            var name = (key as YamlScalar)?.Value ?? "";
            var where = _reader.Place(key.Start.Line, key.Start.Column);
            if (!keys.Contains(name, StringComparer.Ordinal))
            {
                _problems.Add(DiagnosticCatalogue.MalformedRule.At(where, $"'{name}' is not known here", $"write one of {string.Join(", ", keys)}"));
            }
            else if (_mapping.Entries.Take(index).Any(earlier => IsKey(earlier.Key, name)))
            {
                _problems.Add(DiagnosticCatalogue.MalformedRule.At(where, $"'{name}' stands twice", "keep one of them"));
            }
        }
    }

    /// <summary>Adds a problem at a key's value, or at the entry where it has none.</summary>
    public void Complain(string key, string what, string fix)
    {
        var start = (Find(key) ?? _mapping).Start;
        _problems.Add(DiagnosticCatalogue.MalformedRule.At(_reader.Place(start.Line, start.Column), what, fix));
    }

    /// <summary><c>tcp 443</c> or <c>{ protocol: tcp, ports: 443 }</c>; null for what is neither.</summary>
    public Traffic? Traffic(YamlNode node)
    {
        if (node is YamlScalar { Value: var text })
        {
            return Core.Guarantees.Traffic.TryParse(text, out var brief) ? brief : null;
        }

        if (Of(node, _reader, _problems) is not { } entry)
        {
            return null;
        }

        entry.Allow("protocol", "ports");
        return Core.Guarantees.Traffic.TryParse($"{entry.Text("protocol")} {entry.Text("ports")}", out var traffic) ? traffic : null;
    }

    private static bool IsKey(YamlNode node, string key) => node is YamlScalar { Value: var value } && string.Equals(value, key, StringComparison.Ordinal);
}
