namespace NetworkPatterns.Templates.Resolution;

/// <summary>Finds cycles in a graph of names.</summary>
internal static class Cycles
{
    /// <summary>Cycles that share no name, each from its ordinally first name; empty where there is none.</summary>
    public static IEnumerable<IReadOnlyList<string>> Find(IReadOnlyDictionary<string, HashSet<string>> edges)
    {
        var remaining = edges.Keys.ToHashSet(StringComparer.Ordinal);
        while (true)
        {
            Trim(edges, remaining);
            if (remaining.Count == 0)
            {
                yield break;
            }

            var cycle = Walk(edges, remaining);
            yield return cycle;
            remaining.ExceptWith(cycle);
        }
    }

    // What leads to nothing that remains is on no cycle.
    private static void Trim(IReadOnlyDictionary<string, HashSet<string>> edges, HashSet<string> remaining)
    {
        var pending = remaining.ToDictionary(name => name, name => edges[name].Count(remaining.Contains), StringComparer.Ordinal);
        var users = remaining
            .SelectMany(name => edges[name].Where(remaining.Contains).Select(target => (target, name)))
            .ToLookup(pair => pair.target, pair => pair.name, StringComparer.Ordinal);
        var done = new Queue<string>(pending.Where(entry => entry.Value == 0).Select(entry => entry.Key));
        while (done.TryDequeue(out var name))
        {
            remaining.Remove(name);
            foreach (var user in users[name])
            {
                if (--pending[user] == 0)
                {
                    done.Enqueue(user);
                }
            }
        }
    }

    // From anywhere in what remains every step can be followed by another, so some name comes twice.
    private static List<string> Walk(IReadOnlyDictionary<string, HashSet<string>> edges, HashSet<string> remaining)
    {
        var path = new List<string>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var name = remaining.Min(StringComparer.Ordinal)!;
        while (places.TryAdd(name, path.Count))
        {
            path.Add(name);
            name = edges[name].Where(remaining.Contains).Min(StringComparer.Ordinal)!;
        }

        var cycle = path[places[name]..];
        var first = cycle.IndexOf(cycle.Min(StringComparer.Ordinal)!);
        return [.. cycle[first..], .. cycle[..first]];
    }
}
