namespace NetworkPatterns.Network.Tests.Walker;

/// <summary>
/// What AWS or chance picks during a walk (an address that is not fixed, a remapped port, a zone). A walk takes one
/// option at each choice; walking again after <see cref="MoveNext"/> takes the next combination, until all were tried.
/// </summary>
internal sealed class Choices
{
    private readonly List<(int Taken, int Count)> script = [];
    private int position;

    public T One<T>(IReadOnlyList<T> options)
    {
        if (options.Count == 1)
        {
            return options[0];
        }

        if (position == script.Count)
        {
            script.Add((0, options.Count));
        }

        return options[script[position++].Taken];
    }

    public bool MoveNext()
    {
        position = 0;
        while (script.Count > 0 && script[^1].Taken + 1 == script[^1].Count)
        {
            script.RemoveAt(script.Count - 1);
        }

        if (script.Count == 0)
        {
            return false;
        }

        script[^1] = (script[^1].Taken + 1, script[^1].Count);
        return true;
    }
}
