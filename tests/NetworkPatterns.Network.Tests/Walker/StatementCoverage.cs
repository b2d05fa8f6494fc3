namespace NetworkPatterns.Network.Tests.Walker;

/// <summary>Counts how often the walker acted on a statement of AWS's semantics (S1 to S80).</summary>
internal sealed class StatementCoverage
{
    private readonly long[] counts = new long[81];

    public long this[int statement] => counts[statement];

    public void Saw(int statement) => counts[statement]++;

    public void Add(StatementCoverage other)
    {
        for (var statement = 0; statement < counts.Length; statement++)
        {
            counts[statement] += other.counts[statement];
        }
    }
}
