using System.Numerics;

namespace NetworkPatterns.Network.Reachability.Packets;

/// <summary>A set of numbers as sorted, disjoint, non-adjacent intervals. Immutable.</summary>
internal sealed class IntervalSet<T> : IEquatable<IntervalSet<T>>
    where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
{
    private readonly (T First, T Last)[] items;

    private IntervalSet((T First, T Last)[] items) => this.items = items;

    public static IntervalSet<T> Empty { get; } = new([]);

    public static IntervalSet<T> Full { get; } = new([(T.MinValue, T.MaxValue)]);

    public ReadOnlySpan<(T First, T Last)> Items => items;

    public bool IsEmpty => items.Length == 0;

    public bool IsFull => items.Length == 1 && items[0] == (T.MinValue, T.MaxValue);

    public static IntervalSet<T> Of(T first, T last) => new([(first, last)]);

    public static IntervalSet<T> Of(T only) => new([(only, only)]);

    /// <summary>The union of intervals in any order.</summary>
    public static IntervalSet<T> Of(IEnumerable<(T First, T Last)> intervals)
    {
        var sorted = intervals.ToArray();
        Array.Sort(sorted, static (left, right) => left.First.CompareTo(right.First));
        return Merged(sorted);
    }

    public bool Contains(T value)
    {
        var index = FirstEndingAtOrAfter(value);
        return index < items.Length && items[index].First <= value;
    }

    public bool Contains(IntervalSet<T> other) => other.Except(this).IsEmpty;

    public bool Overlaps(IntervalSet<T> other)
    {
        int i = 0, j = 0;
        while (i < items.Length && j < other.items.Length)
        {
            if (items[i].Last < other.items[j].First)
            {
                i++;
            }
            else if (other.items[j].Last < items[i].First)
            {
                j++;
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    public IntervalSet<T> Intersect(IntervalSet<T> other)
    {
        if (ReferenceEquals(this, other) || other.IsFull || IsEmpty)
        {
            return this;
        }

        if (IsFull || other.IsEmpty)
        {
            return other;
        }

        if (items.Length == 1 && other.items.Length == 1)
        {
            var first = T.Max(items[0].First, other.items[0].First);
            var last = T.Min(items[0].Last, other.items[0].Last);
            return first > last ? Empty
                : (first, last) == items[0] ? this
                : (first, last) == other.items[0] ? other
                : Of(first, last);
        }

        var result = new List<(T, T)>();
        int i = 0, j = 0;
        while (i < items.Length && j < other.items.Length)
        {
            var first = T.Max(items[i].First, other.items[j].First);
            var last = T.Min(items[i].Last, other.items[j].Last);
            if (first <= last)
            {
                result.Add((first, last));
            }

            if (items[i].Last < other.items[j].Last)
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return result.Count == 0 ? Empty : new([.. result]);
    }

    public IntervalSet<T> Except(IntervalSet<T> other)
    {
        if (IsEmpty || !Overlaps(other))
        {
            return this;
        }

        var result = new List<(T, T)>();
        var j = 0;
        foreach (var (first, last) in items)
        {
            var from = first;
            var open = true;
            while (j < other.items.Length && other.items[j].Last < first)
            {
                j++;
            }

            for (var k = j; k < other.items.Length && other.items[k].First <= last; k++)
            {
                if (other.items[k].First > from)
                {
                    result.Add((from, other.items[k].First - T.One));
                }

                if (other.items[k].Last >= last)
                {
                    open = false;
                    break;
                }

                from = T.Max(from, other.items[k].Last + T.One);
            }

            if (open)
            {
                result.Add((from, last));
            }
        }

        return result.Count == 0 ? Empty : new([.. result]);
    }

    public IntervalSet<T> Union(IntervalSet<T> other) =>
        IsEmpty || other.IsFull ? other
        : other.IsEmpty || IsFull ? this
        : Of(items.Concat(other.items));

    /// <summary>Where to start looking for intervals that may hold the value.</summary>
    private int FirstEndingAtOrAfter(T value)
    {
        int low = 0, high = items.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (items[middle].Last < value)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private static IntervalSet<T> Merged((T First, T Last)[] sorted)
    {
        var result = new List<(T First, T Last)>(sorted.Length);
        foreach (var item in sorted)
        {
            if (result.Count > 0 && (result[^1].Last == T.MaxValue || item.First <= result[^1].Last + T.One))
            {
                result[^1] = (result[^1].First, T.Max(result[^1].Last, item.Last));
            }
            else
            {
                result.Add(item);
            }
        }

        return new([.. result]);
    }

    public bool Equals(IntervalSet<T>? other) =>
        other is not null && (ReferenceEquals(this, other) || items.AsSpan().SequenceEqual(other.items));

    public override bool Equals(object? obj) => Equals(obj as IntervalSet<T>);

    public override int GetHashCode() =>
        items.Length == 0 ? 0 : HashCode.Combine(items.Length, items[0].First, items[^1].Last);

    public override string ToString() => string.Join(",", items.Select(item => item.First == item.Last ? $"{item.First}" : $"{item.First}-{item.Last}"));
}
