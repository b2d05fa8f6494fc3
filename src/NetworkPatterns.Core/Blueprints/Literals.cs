using System.Collections.Immutable;

namespace NetworkPatterns.Core.Blueprints;

/// <summary>Literal text.</summary>
/// <param name="Text">The text.</param>
public sealed record TextValue(string Text) : Value;

/// <summary>A literal whole number.</summary>
/// <param name="Number">The number.</param>
public sealed record NumberValue(long Number) : Value;

/// <summary>A literal number with a fraction.</summary>
/// <param name="Number">The number.</param>
public sealed record DecimalValue(decimal Number) : Value;

/// <summary>A literal boolean.</summary>
/// <param name="IsTrue">Whether it is true.</param>
public sealed record BooleanValue(bool IsTrue) : Value;

/// <summary>A list of values.</summary>
/// <param name="Items">The values, in order.</param>
public sealed record ListValue(ImmutableArray<Value> Items) : Value
{
    internal override IEnumerable<Value> Children => Items;

    /// <inheritdoc/>
    public bool Equals(ListValue? other) => other is not null && Items.SequenceEqual(other.Items);

    /// <inheritdoc/>
    public override int GetHashCode() => Items.Aggregate(0, HashCode.Combine);
}

/// <summary>A map of values, in the order in which they were given.</summary>
/// <param name="Entries">Keys (unique) and values.</param>
public sealed record MapValue(ImmutableArray<KeyValuePair<string, Value>> Entries) : Value
{
    /// <summary>A map with nothing in it.</summary>
    public static MapValue Empty { get; } = new(ImmutableArray<KeyValuePair<string, Value>>.Empty);

    /// <summary>The value of a key, if the map has it.</summary>
    public Value? this[string key] => Entries.FirstOrDefault(entry => entry.Key == key).Value;

    internal override IEnumerable<Value> Children => Entries.Select(entry => entry.Value);

    /// <summary>The same map with a key added or replaced.</summary>
    public MapValue With(string key, Value value)
    {
        var index = Entries.Select(entry => entry.Key).ToList().IndexOf(key);
        var entry = KeyValuePair.Create(key, value);
        return new(index < 0 ? Entries.Add(entry) : Entries.SetItem(index, entry));
    }

    /// <inheritdoc/>
    public bool Equals(MapValue? other) => other is not null && Entries.SequenceEqual(other.Entries);

    /// <inheritdoc/>
    public override int GetHashCode() => Entries.Aggregate(0, HashCode.Combine);

    internal static MapValue From(IEnumerable<(string Key, Value? Value)> entries) =>
        new([.. from entry in entries where entry.Value is not null select KeyValuePair.Create(entry.Key, entry.Value)]);
}

/// <summary>
/// An object with nothing in it, which says something by being there, such as <c>{"Allow": {}}</c> of a WebACL. Not a map whose
/// entries happen to be none: that is a mistake.
/// </summary>
public sealed record EmptyObjectValue : Value;

/// <summary>
/// A list with nothing in it, which says something by being there. Not a list whose items happen to be none: that is a mistake.
/// </summary>
public sealed record EmptyListValue : Value;
