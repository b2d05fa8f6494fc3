using System.Globalization;

namespace NetworkPatterns.Core.Addressing;

/// <summary>Words about slots for messages.</summary>
internal static class Slots
{
    /// <summary>Bits that number <paramref name="count"/> things.</summary>
    internal static int BitsFor(int count)
    {
        var bits = 0;
        while (1 << bits < count)
        {
            bits++;
        }

        return bits;
    }

    /// <summary>The slots below a limit that a test says are free, such as <c>3, 5 to 7</c>.</summary>
    internal static string Free(int limit, Func<int, bool> isFree)
    {
        var runs = new List<string>();
        for (var slot = 0; slot < limit; slot++)
        {
            if (!isFree(slot))
            {
                continue;
            }

            var first = slot;
            while (slot + 1 < limit && isFree(slot + 1))
            {
                slot++;
            }

            runs.Add(first == slot
                ? first.ToString(CultureInfo.InvariantCulture)
                : string.Create(CultureInfo.InvariantCulture, $"{first} to {slot}"));
        }

        return runs.Count == 0 ? "none" : string.Join(", ", runs);
    }
}
