namespace NetworkPatterns.Network.Tests.Walker;

/// <summary>Chance that a seed repeats.</summary>
internal sealed class Dice(int seed)
{
    private ulong state = (ulong)(uint)seed;

    public bool Chance(int percent) => Below(100) < percent;

    // SplitMix64: the same numbers on every runtime, which System.Random does not promise.
    public int Below(int bound)
    {
        state += 0x9E3779B97F4A7C15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return (int)((z ^ (z >> 31)) % (ulong)bound);
    }

    public int Between(int first, int last) => first + Below(last - first + 1);

    public T Pick<T>(params IReadOnlyList<T> options) => options[Below(options.Count)];

    public T[] Some<T>(IReadOnlyList<T> options, int percent) => [.. options.Where(_ => Chance(percent))];
}
