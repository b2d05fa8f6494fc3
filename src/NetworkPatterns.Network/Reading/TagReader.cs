using System.Collections.Immutable;
using NetworkPatterns.Templates;
using NetworkPatterns.Templates.Values;

namespace NetworkPatterns.Network.Reading;

/// <summary>Tags: a list of keys and values, or a map.</summary>
internal static class TagReader
{
    private static readonly ImmutableDictionary<string, string> None = ImmutableDictionary<string, string>.Empty;

    public static ImmutableDictionary<string, string> Read(ResolvedResource resource) => resource["Tags"] switch
    {
        ListValue list => Read(list.OfType<MapValue>().Select(tag => (tag.Text("Key").TryGet(out var key) ? key : null, tag["Value"]))),
        MapValue map => Read(map.Entries.Select(entry => ((string?)entry.Key, entry.Value))),
        _ => None,
    };

    // A tag whose value only deployment knows can't be asked for.
    private static ImmutableDictionary<string, string> Read(IEnumerable<(string? Key, ResolvedValue Value)> tags)
    {
        ImmutableDictionary<string, string>.Builder? read = null;
        foreach (var (key, value) in tags)
        {
            if (key is { } name && value.AsText().TryGet(out var text))
            {
                (read ??= ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal))[name] = text;
            }
        }

        return read?.ToImmutable() ?? None;
    }
}
