using System.Collections;
using System.Collections.Immutable;

namespace NetworkPatterns.Templates.Values;

/// <summary>A list. Elements that are <c>AWS::NoValue</c> are gone; an element may be unknown.</summary>
public sealed class ListValue(Origin origin, ImmutableArray<ResolvedValue> items) : ResolvedValue(origin), IReadOnlyList<ResolvedValue>
{
    /// <summary>The elements in order.</summary>
    public ImmutableArray<ResolvedValue> Items { get; } = items;

    /// <summary>How many elements there are.</summary>
    public int Count => Items.Length;

    /// <inheritdoc/>
    public override string? Identity => null;

    /// <summary>The element at a place, counted from 0.</summary>
    public ResolvedValue this[int index] => Items[index];

    /// <inheritdoc/>
    public override Reading<ListValue> AsList() => Reading.Known(this);

    /// <inheritdoc/>
    public IEnumerator<ResolvedValue> GetEnumerator() => ((IEnumerable<ResolvedValue>)Items).GetEnumerator();

    /// <inheritdoc/>
    public override string ToString() => $"[{string.Join(", ", Items)}]";

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private protected override string Describe() => "a list";
}
