namespace NetworkPatterns.Network.Tests.Walker;

/// <summary>
/// What no model says and nobody may choose: what an appliance does with packets of others, in which zone a Transit
/// Gateway hands packets over. All conversations are tried under the same circumstances, then under others.
/// </summary>
internal sealed class Circumstances
{
    private readonly List<(object Key, int Taken, int Count)> known = [];

    public T One<T>(object key, IReadOnlyList<T> options)
    {
        if (options.Count == 1)
        {
            return options[0];
        }

        var at = known.FindIndex(k => k.Key.Equals(key));
        if (at < 0)
        {
            known.Add((key, 0, options.Count));
            return options[0];
        }

        return options[known[at].Taken];
    }

    public bool MoveNext()
    {
        while (known.Count > 0 && known[^1].Taken + 1 == known[^1].Count)
        {
            known.RemoveAt(known.Count - 1);
        }

        if (known.Count == 0)
        {
            return false;
        }

        known[^1] = known[^1] with { Taken = known[^1].Taken + 1 };
        return true;
    }
}

/// <summary>What becomes of a packet.</summary>
internal enum Fate
{
    /// <summary>It gets there and its answer back, whatever the circumstances.</summary>
    Answered,

    /// <summary>It depends on circumstances.</summary>
    Open,

    /// <summary>It is dropped, or its answer is, whatever the circumstances.</summary>
    Dropped,
}
